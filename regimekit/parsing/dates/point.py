"""One point of a date phrase → EDTF, with the first and last day that it can mean.

The conventions (thirds, seasons, decades, centuries) are set out in docs/dossier-format.md.
"""

from __future__ import annotations

import datetime
from typing import Final

import msgspec

from regimekit.model.date import Precision

_FINEST_FIRST: Final[tuple[Precision, ...]] = ("day", "month", "season", "year", "decade", "century")
_WINTER: Final = 24
# EDTF season → its first month; winter runs over the end of the year and has its own rule
_SEASON_STARTS: Final = {21: 3, 22: 6, 23: 9}
# where parts of a decade and of a month are cut; keys are twelfths, as in `Point.part`
_DECADE_STARTS: Final = {0: 0, 3: 3, 4: 4, 6: 5, 8: 7, 9: 8}
_DECADE_ENDS: Final = {3: 2, 4: 3, 6: 4, 8: 6, 9: 7, 12: 9}
_MONTH_STARTS: Final = {0: 1, 3: 8, 4: 11, 6: 16, 8: 21, 9: 23}
_MONTH_ENDS: Final = {3: 7, 4: 10, 6: 15, 8: 20, 9: 22}

Bounds = tuple[datetime.date | None, datetime.date | None]


class Point(msgspec.Struct):
    """A day, month, season, year, decade or century, as far as the text says.

    ``year`` counts astronomically (0 is 1 BC); for a decade or century it is
    the first of its years, None where the text leaves it out. ``short_decade``
    is the 60 of "'60s". ``part`` is the part that is meant, in twelfths: (0, 4)
    is "early". ``other_order`` is (month, day) where a numeric date can be read
    that way too.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    span: Precision = "year"
    short_decade: int | None = None
    part: tuple[int, int] | None = None
    turn: bool = False
    two_years_named: bool = False
    approximate: bool = False
    uncertain: bool = False
    other_order: tuple[int, int] | None = None

    @property
    def precision(self) -> Precision:
        if self.turn or self.span != "year":
            return "year" if self.turn else self.span
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "year" if self.season is None else "season"

    @property
    def plain(self) -> bool:
        """Whether nothing but four digits says that it is a date."""
        return (
            self.month is None and self.season is None and self.span == "year" and self.part is None and not self.turn
        )

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day and month."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        return 1 <= self.day <= (31 if self.month is None else _days_in(self.year, self.month))

    @property
    def place(self) -> tuple[int, int, int]:
        """Where in time it begins, for comparing."""
        return self.year or 0, self.month or {None: 1, _WINTER: 1}.get(self.season, 3), self.day or 1

    @property
    def last_year(self) -> int:
        return (self.year or 0) + {"decade": 9, "century": 99}.get(self.span, 0)


def coarser(one: Precision, other: Precision) -> Precision:
    return max(one, other, key=_FINEST_FIRST.index)


def contains(whole: Point, part: Point) -> bool:
    """Whether a year or month holds a finer point: "May 1943 - 1943" is no range."""
    if whole.span != "year" or part.span != "year" or whole.year != part.year or whole.season is not None:
        return False
    if whole.month is None:
        return part.month is not None or part.season is not None
    return whole.month == part.month and whole.day is None and part.day is not None


def reversed_range(start: Point, end: Point) -> bool:
    if start.year != end.year or start.month is None or end.month is None:
        return end.last_year < (start.year or 0)
    return (end.month, end.day or 31) < (start.month, start.day or 1)


def _days_in(year: int | None, month: int) -> int:
    """Days of a month; of a year that is not known, the most that it can have."""
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def to_edtf(point: Point, as_open_start: bool = False) -> str:
    """The point in EDTF.

    Its syntax has no qualifier for decades and centuries, and before an open
    end neither them nor a choice of days: their first year, and the year, stand there.
    """
    year = point.year
    assert year is not None
    text = f"-{-year:04}" if year < 0 else f"{year:04}"
    if point.turn:
        return text + "~"
    if as_open_start and (point.span != "year" or point.other_order is not None):
        return text
    if point.span == "decade":
        return text[:-1] + "X"
    if point.span == "century":
        return f"-{-(year + 1) // 100:02}XX" if year < 0 else text[:2] + "XX"
    if point.other_order is not None:
        orders = sorted(((point.month, point.day), point.other_order))
        return f"[{','.join(f'{text}-{month:02}-{day:02}' for month, day in orders)}]"
    if point.season is not None:
        text += f"-{point.season}"
    elif point.month is not None:
        text += f"-{point.month:02}"
        if point.day is not None:
            text += f"-{point.day:02}"
    if point.approximate:
        return text + ("%" if point.uncertain else "~")
    return text + ("?" if point.uncertain else "")


def bounds(point: Point) -> Bounds:
    """First and last day; None before the year 1, which `datetime.date` does not reach."""
    year = point.year
    if year is None or year < 2:
        return None, None
    if point.turn:
        return _turn(point, year)
    low, high = point.part or (0, 12)
    if point.span == "decade":
        return _years(year + _DECADE_STARTS[low], year + _DECADE_ENDS[high])
    if point.span == "century":
        return _years(year + 100 * low // 12, year + 100 * high // 12 - 1)
    if point.season is not None:
        return _season(point, year, point.season)
    if point.month is None:
        return datetime.date(year, low + 1, 1), datetime.date(year, high, _days_in(year, high))
    if point.day is None:
        last = _MONTH_ENDS.get(high) or _days_in(year, point.month)
        return datetime.date(year, point.month, _MONTH_STARTS[low]), datetime.date(year, point.month, last)
    days = [datetime.date(year, point.month, point.day)]
    if point.other_order is not None:
        days.append(datetime.date(year, *point.other_order))
    return min(days), max(days)


def _years(first: int, last: int) -> Bounds:
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)


def _turn(point: Point, year: int) -> Bounds:
    """ "Turn of 1944" is its eve and its first month, of a decade a year to each side, of a century five."""
    if point.span == "year":
        return datetime.date(year - 1, 12, 1), datetime.date(year, 1, 31)
    margin = 5 if point.span == "century" else 1
    return _years(max(year - margin, 1), year + margin - 1)


def _season(point: Point, year: int, season: int) -> Bounds:
    if season == _WINTER:
        # "winter 1942" may be the one that ends in that year or the one that begins in it
        start = datetime.date(year, 12, 1) if point.two_years_named else datetime.date(year, 1, 1)
        return start, datetime.date(year + 1, 2, _days_in(year + 1, 2))
    first = _SEASON_STARTS[season]
    last = first + 2
    if point.part in ((0, 4), (4, 8), (8, 12)):
        first = last = first + point.part[0] // 4
    return datetime.date(year, first, 1), datetime.date(year, last, _days_in(year, last))
