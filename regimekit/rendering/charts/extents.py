"""When something was certainly under way, and when it may have been: a date → the parts of a bar."""

import calendar
import datetime
import re
from typing import Literal

import msgspec

from regimekit.model import HistoricalDate

Days = tuple[datetime.date, datetime.date]
OpenEnd = Literal["goes on", "not said"]
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]*")
_MASKED = re.compile(r"(\d{2})(\d|X)X[~?%]*")


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
        certain = _between(_named(start), _named(end), (first, last)) if slash else None
        if first == last and not (date.approximate or date.uncertain):
            certain = (first, last)
        return Extent((first, last), None if date.approximate or date.uncertain else certain)
    if first is not None:
        named = _named(start)
        if date.relation == "after" or named is None:
            return Extent((first, first), behind="not said")
        sure = max(first, named[1])
        certain = None if date.approximate or date.uncertain else (sure, sure)
        return Extent((first, sure), certain, behind="goes on", present=end == "..")
    if last is not None:
        named = _named(end if slash else start)
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


def _named(part: str) -> Days | None:
    """The first and last day of one plain EDTF date; None for a season, a set, or an end that is open."""
    if masked := _MASKED.fullmatch(part):
        tens = masked[2] == "X"
        year = int(masked[1]) * 100 + (0 if tens else int(masked[2]) * 10)
        return (datetime.date(year, 1, 1), datetime.date(year + (99 if tens else 9), 12, 31)) if year else None
    plain = _PLAIN.fullmatch(part)
    if plain is None or not int(plain[1]):
        return None
    year, month = int(plain[1]), plain[2]
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    last = calendar.monthrange(year, int(month))[1]
    if plain[3] is not None:
        day = datetime.date(year, int(month), min(max(int(plain[3]), 1), last))
        return day, day
    return datetime.date(year, int(month), 1), datetime.date(year, int(month), last)
