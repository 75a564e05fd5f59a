"""In which order a dossier writes day and month in figures, as far as its own dates show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from regimekit.parsing.dates import FoundDate
from regimekit.parsing.passages import Passage

DateOrder = Literal["day first", "month first"]

_NUMERIC: Final = re.compile(r"(?<![\w./-])([0-9]{1,2})([./-])([0-9]{1,2})\2(?:1[0-9]|20)[0-9]{2}(?![0-9]|[./-][0-9])")


def order_of(passages: Sequence[Passage]) -> DateOrder | None:
    """The order of "25.04.1992" where the dossier has such a date and none in the other order.

    One date that can be read in one way only settles those that can be read in two.
    """
    orders: set[DateOrder] = set()
    for first, _, second in _NUMERIC.findall("\n".join(passage.text for passage in passages)):
        if int(first) > 12 >= int(second):
            orders.add("day first")
        elif int(second) > 12 >= int(first):
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def settled(found: FoundDate, order: DateOrder | None) -> FoundDate:
    """A date of two readings as the dossier's own order reads it; any other date as it is."""
    edtf = found.date.edtf
    if not found.ambiguous or order is None or not edtf.startswith("["):
        return found
    days = (found.date.earliest, found.date.latest)
    numbers = _NUMERIC.search(found.date.verbatim)
    if numbers is None:
        return found
    month = int(numbers[3] if order == "day first" else numbers[1])
    day = next((one for one in days if one is not None and one.month == month), None)
    if day is None:
        return found
    date = msgspec.structs.replace(found.date, edtf=day.isoformat(), earliest=day, latest=day, uncertain=False)
    return msgspec.structs.replace(found, date=date, ambiguous=False)
