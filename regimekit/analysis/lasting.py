"""How long a time lasted, as far as its dates say: the shortest and the longest that they leave open."""

from __future__ import annotations

import datetime

from regimekit.analysis.edtf import Days, named_days
from regimekit.analysis.outline import title_line
from regimekit.model import Dossier, HistoricalDate

_DAY = datetime.timedelta(days=1)
_SEASON = datetime.timedelta(days=91)


def began(date: HistoricalDate) -> Days | None:
    """The first and last day on which the time may have begun, None where its start is open."""
    if date.earliest is None or date.relation in ("until", "before", "by"):
        return None
    unit = named_days(date.edtf.partition("/")[0])
    return date.earliest, max(date.earliest, unit[1] if unit else _moved(date.earliest, _SEASON))


def ended(date: HistoricalDate) -> Days | None:
    """The first and last day on which the time may have ended, None where its end is open."""
    if date.latest is None or date.edtf.endswith("/.."):
        return None
    unit = named_days(date.edtf.rpartition("/")[2])
    return min(unit[0] if unit else _moved(date.latest, -_SEASON), date.latest), date.latest


def _moved(day: datetime.date, by: datetime.timedelta) -> datetime.date:
    try:
        return day + by
    except OverflowError:
        return day


def lasts(dossier: Dossier) -> bool:
    """Whether the regime lasts to this day, by its dates or its title."""
    field, title = dossier.field("dates"), title_line(dossier)
    titled = (event.date for event in dossier.events if event.span == title and event.kind == "heading")
    return any(date.edtf.endswith("/..") for date in (*(field.dates if field else ()), *titled))


def lasted(date: HistoricalDate) -> str | None:
    """The time from one end of an interval to the other, to the precision of its dates.

    "12 years, 3 months, 8 days"; "between 28 and 30 years" where the dates are
    years. None where the date is no interval, or one of its ends is open.
    """
    begin, end = began(date), ended(date)
    if "/" not in date.edtf or begin is None or end is None or begin[1] > end[0]:
        return None
    least, most = _between(begin[1], end[0]), _between(begin[0], end[1])
    if begin[0] == begin[1] and end[0] == end[1]:
        return _words(least)
    most = _between(begin[0], _moved(end[1], _DAY))  # the last day is one of those that it may have lasted
    kept = 2 if date.precision == "month" else 1
    low, high = least[:kept], _rounded_up(most, kept)
    if kept == 1:
        return f"between {low[0]} and {_words(high)}" if low != high else _words(high)
    return f"between {_words(low)} and {_words(high)}" if low != high else _words(high)


def _between(first: datetime.date, last: datetime.date) -> tuple[int, int, int]:
    """Whole years, whole months of the rest, days of the rest."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    length = named_days(f"{year:04}-{month + 1:02}")
    start = datetime.date(year, month + 1, min(first.day, length[1].day if length else first.day))
    return months // 12, months % 12, (last - start).days


def _rounded_up(length: tuple[int, int, int], kept: int) -> tuple[int, ...]:
    years, months, days = length
    if kept == 1:
        return (years + bool(months or days),)
    months = years * 12 + months + bool(days)
    return months // 12, months % 12


def _words(length: tuple[int, ...]) -> str:
    units = zip(length, ("year", "month", "day"), strict=False)
    return ", ".join(f"{count} {unit}{'s' * (count != 1)}" for count, unit in units if count) or "less than a year"
