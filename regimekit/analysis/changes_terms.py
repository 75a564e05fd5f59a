"""What became of a range or of a date, in words that do not judge; docs/history.md defines each.

A bound that is not known or open counts as beyond every number and day.
"""

from __future__ import annotations

import datetime
import math

from regimekit.model import HistoricalDate, Quantity

Meaning = tuple[object, ...]

_FIRST, _LAST = datetime.date.min, datetime.date.max


def meaning_of_quantity(quantity: Quantity) -> Meaning:
    """What two quantities share that are the same, however they are written: "20 million", "20,000,000"."""
    return (quantity.low, quantity.high, quantity.qualifier, quantity.unit, quantity.magnitude)


def meaning_of_date(date: HistoricalDate) -> Meaning:
    """What two dates share that are the same, however they are written: "12 May 1937", "1937-05-12"."""
    return (date.edtf, date.relation, date.earliest, date.latest, date.approximate, date.uncertain)


def range_term(before: Quantity, after: Quantity) -> str:
    """What became of a range: "widened", "raised", "opened above", …; empty where it is the same."""
    if meaning_of_quantity(before) == meaning_of_quantity(after):
        return ""
    if before.unit != after.unit:
        return "unit changed"
    was_vague, is_vague = _is_vague(before), _is_vague(after)
    if was_vague or is_vague:
        return "another order of magnitude" if was_vague and is_vague else _now("made vague", "number given", is_vague)
    term = _ends(_bounds(before), _bounds(after))
    return term or "qualified otherwise"


def _is_vague(quantity: Quantity) -> bool:
    return quantity.low is None and quantity.high is None


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = -math.inf if quantity.low is None else quantity.low
    # "1,500-2,000+" has a number above, and is open beyond it
    return low, math.inf if quantity.high is None else quantity.high


def _ends(before: tuple[float, float], after: tuple[float, float]) -> str:
    (low, high), (new_low, new_high) = before, after
    opened = [
        _now(f"opened {side}", f"closed {side}", math.isinf(new))
        for old, new, side in ((low, new_low, "below"), (high, new_high, "above"))
        if math.isinf(old) != math.isinf(new)
    ]
    if opened:
        return ", ".join(opened)
    if math.isinf(high) or math.isinf(low):  # one end only is known, on both sides
        end, old, new = ("lower", low, new_low) if math.isinf(high) else ("upper", high, new_high)
        return "" if old == new else f"{end} bound {_now('raised', 'lowered', new > old)}"
    if (low, high) == (new_low, new_high):
        return ""
    if new_low <= low and new_high >= high:
        return "widened"
    if new_low >= low and new_high <= high:
        return "narrowed"
    return _now("raised", "lowered", new_low > low)


def date_term(before: HistoricalDate, after: HistoricalDate) -> str:
    """What became of a date: "made more exact", "moved later", …; empty where it is the same."""
    if meaning_of_date(before) == meaning_of_date(after):
        return ""
    (first, last), (new_first, new_last) = _days(before), _days(after)
    if (first, last) == (new_first, new_last):
        return "qualified otherwise"
    # of a period each day is meant, of a date one of its days
    period = "/" in before.edtf or "/" in after.edtf
    if period and before.edtf.count("/") == after.edtf.count("/"):
        ends = list(zip(before.edtf.split("/"), after.edtf.split("/"), strict=True))
        if all(new.startswith(old) for old, new in ends):
            return "made more exact"
        if all(old.startswith(new) for old, new in ends):
            return "made less exact"
    if new_first >= first and new_last <= last:
        return "period shortened" if period else "made more exact"
    if new_first <= first and new_last >= last:
        return "period lengthened" if period else "made less exact"
    return _now("moved later", "moved earlier", new_first > first)


def _days(date: HistoricalDate) -> tuple[datetime.date, datetime.date]:
    return date.earliest or _FIRST, date.latest or _LAST


def _now(yes: str, no: str, which: bool) -> str:
    return yes if which else no
