"""Periods that figures are about, in whole years."""

from __future__ import annotations

from regimekit.model import Estimate, HistoricalDate

Years = tuple[int | None, int | None]
UNKNOWN: Years = (None, None)
_LONG = 3  # years; of a period so long, an end may differ by one


def years_text(years: Years) -> str | None:
    """ "1921-1953", "1934"; an end that is not said is "?"; None for a period that is not said at all."""
    if years == UNKNOWN:
        return None
    first, last = ("?" if year is None else str(year) for year in years)
    return first if first == last else f"{first}-{last}"


def years_of_date(date: HistoricalDate | None) -> Years:
    if date is None:
        return UNKNOWN
    return (date.earliest.year if date.earliest else None), (date.latest.year if date.latest else None)


def period_around(estimate: Estimate) -> bool:
    """Whether a figure's period comes from a heading or caption around it, and not from its own words."""
    when = estimate.scope.when
    return when is not None and when.verbatim not in estimate.text


def same_period(one: Years, other: Years) -> bool:
    """Whether two periods are the same: of one of some years, one of its ends may differ by a year."""
    if one == other:
        return True
    (a, b), (c, d) = one, other
    if a is None or b is None or c is None or d is None:
        return False
    return abs(a - c) + abs(b - d) <= int(max(b - a, d - c) + 1 >= _LONG)
