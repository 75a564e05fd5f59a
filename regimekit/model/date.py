"""When, as far as the text says: EDTF (ISO 8601-2:2019) with its earliest and latest day."""

import datetime
from typing import Literal

import msgspec

Relation = Literal["in", "by", "since", "until", "before", "after"]
Precision = Literal["day", "month", "season", "year", "decade", "century"]


class HistoricalDate(msgspec.Struct, frozen=True, gc=False):
    """A date or interval as a historian writes it.

    ``edtf`` holds what is said ("by 1929" is ``1929``; how it bounds the event
    is in ``relation``). ``earliest`` and ``latest`` are the first and last day
    on which the thing dated can lie, None where that end is open or unknown;
    the conventions (seasons, thirds of a year) stand in docs/dossier-format.md.
    ``precision`` is that of the coarser end of an interval.
    """

    verbatim: str
    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    relation: Relation = "in"
    approximate: bool = False
    uncertain: bool = False
