"""When something was certainly under way, and when it may have been: a date → the parts of a bar."""

import datetime
from typing import Literal

import msgspec

from regimekit.analysis.edtf import Days, named_days
from regimekit.model import HistoricalDate

OpenEnd = Literal["goes on", "not said"]


class Extent(msgspec.Struct, frozen=True):
    """The days that a date may mean.

    ``possible`` are the first and the last of them; ``certain`` those on which
    it was certainly under way, None where no day is certain. ``before`` and
    ``behind`` say what lies beyond: it goes on, for how long is not said
    ("since 1922", "until 1946"), or it may have been at any time there ("by
    1929", "after 1945"). ``present`` is what still lasts ("1979-present").
    """

    possible: Days
    certain: Days | None = None
    before: OpenEnd | None = None
    behind: OpenEnd | None = None
    present: bool = False

    @property
    def day(self) -> bool:
        """Whether it is one day and no other."""
        return self.possible[0] == self.possible[1] and self.before is None and self.behind is None


def extent(date: HistoricalDate) -> Extent | None:
    """The extent of a date; None where neither end of it is known."""
    first, last = date.earliest, date.latest
    start, slash, end = date.edtf.partition("/")
    if first is not None and last is not None:
        certain = _between(named_days(start), named_days(end), (first, last)) if slash else None
        if first == last and not (date.approximate or date.uncertain):
            certain = (first, last)
        return Extent((first, last), None if date.approximate or date.uncertain else certain)
    if first is not None:
        named = named_days(start)
        if date.relation == "after" or named is None:
            return Extent((first, first), behind="not said")
        sure = max(first, named[1])
        certain = None if date.approximate or date.uncertain else (sure, sure)
        return Extent((first, sure), certain, behind="goes on", present=end == "..")
    if last is not None:
        named = named_days(end if slash else start)
        began = named[0] if named is not None and named[0] <= last else last
        if date.relation == "until":
            return Extent((began, last), (began, began), before="goes on")
        return Extent((began, last), before="not said")
    return None


def lasting(one: Extent, until: datetime.date | None) -> Extent:
    """What still lasts, drawn until the day on which that was written, where it is known."""
    if not one.present or until is None or until <= one.possible[1]:
        return one
    certain = (one.certain[0], until) if one.certain is not None else None
    return msgspec.structs.replace(one, possible=(one.possible[0], until), certain=certain)


def _between(start: Days | None, end: Days | None, possible: Days) -> Days | None:
    """From the latest possible beginning to the earliest possible end, where that is a time at all."""
    if start is None or end is None:
        return None
    first, last = max(start[1], possible[0]), min(end[0], possible[1])
    return (first, last) if first <= last else None
