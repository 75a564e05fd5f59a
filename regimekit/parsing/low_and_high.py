"""Tables that give a range in two columns: "Low | High", "Killed (min) | Killed (max)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from regimekit.model.estimate import Estimate
from regimekit.model.quantity import Qualifier

_LOW: Final = re.compile(r"\b(?:low|lower|lowest|min|minimum|at least|conservative)\b", re.IGNORECASE)
_HIGH: Final = re.compile(r"\b(?:high|higher|highest|max|maximum|upper|at most)\b", re.IGNORECASE)
# "Low | Best | High": one column may stand between the two
_FARTHEST: Final = 2


@lru_cache(maxsize=4096)
def bound_columns(header: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The pairs of columns that hold the low and the high end of one figure."""
    pairs: list[tuple[int, int]] = []
    for at, head in enumerate(header):
        if _LOW.search(head) is None or _HIGH.search(head) is not None:
            continue
        for other in range(at + 1, min(at + 1 + _FARTHEST, len(header))):
            if (
                _HIGH.search(header[other]) is not None
                and _LOW.sub("", head).strip() == _HIGH.sub("", header[other]).strip()
            ):
                pairs.append((at, other))
                break
    return tuple(pairs)


def as_bound(estimates: Sequence[Estimate], *, low: bool) -> list[Estimate]:
    """The estimates of the one cell of a pair that is filled: no more is known than that end."""
    qualifier: Qualifier = "at least" if low else "at most"
    return [
        msgspec.structs.replace(
            one,
            quantity=msgspec.structs.replace(
                one.quantity,
                qualifier=qualifier,
                low=one.quantity.low if low else None,
                high=None if low else one.quantity.high,
            ),
        )
        if one.quantity.point is not None
        else one
        for one in estimates
    ]


def joined_ends(low: Estimate, high: Estimate) -> Estimate | None:
    """The one estimate whose ends two cells give; None where they are not the ends of one range."""
    first, last = low.quantity, high.quantity
    if low.measure != high.measure or first.low is None or last.high is None or first.low > last.high:
        return None
    if first.low == last.high:
        return low
    quantity = msgspec.structs.replace(
        first, verbatim=f"{first.verbatim} – {last.verbatim}", high=last.high, qualifier="range"
    )
    return msgspec.structs.replace(low, quantity=quantity)


def joined_columns(parts: dict[int, list[Estimate]], header: tuple[str, ...]) -> dict[int, list[Estimate]]:
    """The estimates of a row by column, those of two columns that are the ends of one range made one."""
    for low, high in bound_columns(header):
        lower, upper = parts.get(low, []), parts.get(high, [])
        if len(lower) == len(upper) == 1 and (both := joined_ends(lower[0], upper[0])) is not None:
            parts[low], parts[high] = [both], []
        elif lower and not upper:
            parts[low] = as_bound(lower, low=True)
        elif upper and not lower:
            parts[high] = as_bound(upper, low=False)
    return parts
