"""Under which year, month or day a dated statement is filed."""

import calendar
import datetime
import re
from functools import lru_cache
from typing import Literal, get_args

import msgspec

from regimekit.analysis.timeline import Entry
from regimekit.model import HistoricalDate

Granularity = Literal["year", "month", "day"]
Unit = Literal["earlier", "none", "century", "decade", "year", "season", "month", "day"]  # from the coarsest

# "earlier" and "none" stand before everything that has a place
_RANKS: dict[Unit, int] = {unit: rank for rank, unit in enumerate(get_args(Unit))}
_SAID: tuple[tuple[str, Unit], ...] = (
    (r"\d{4}-\d\d-\d\d", "day"),
    (r"\d{4}-(0[1-9]|1[0-2])", "month"),
    (r"\d{4}-2[1-4]", "season"),
    (r"\d{4}", "year"),
    (r"\d{3}X", "decade"),
    (r"\d\dXX", "century"),
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


class Slot(msgspec.Struct, frozen=True):
    """A heading of a timeline: ``at`` is where it stands in the order of days, ``unit`` how exact it is.

    "earlier" holds what began, or may lie, before the days that were asked for;
    "none" what has no day in the calendar (years before 1).
    """

    at: datetime.date
    unit: Unit
    label: str

    @property
    def order(self) -> tuple[datetime.date, int, str]:
        """Slots in their order: of those at one place the coarser first."""
        return self.at, _RANKS[self.unit], self.label


def said(date: HistoricalDate) -> Unit:
    """How exactly a date says when something began: its own precision, or that of an interval's beginning.

    What is only bounded ("by June 1929", "after 1945") and what can be read in
    two ways says no more than a year.
    """
    if date.earliest is None:
        return "none" if date.latest is None else "year"
    if date.relation == "after":
        return "year"
    return _unit_of(date.edtf.partition("/")[0].rstrip("~?%"))


@lru_cache(maxsize=4096)
def _unit_of(begins: str) -> Unit:
    return next((unit for form, unit in _SAID if re.fullmatch(form, begins)), "year")


def slot_of(entry: Entry, granularity: Granularity, start: datetime.date | None = None) -> Slot:
    """Where an entry is filed when every year, month or day has a slot; ``start`` is the first day that is asked for.

    A date that says less than the granularity is filed under what it does say,
    and stands where the earliest day lies that it can mean.
    """
    unit = said(entry.event.date)
    if start is not None and entry.first < start:
        return Slot(datetime.date.min, "earlier", f"began, or may lie, before {named_day(start)}")
    if unit == "none":
        label = "before the year 1" if entry.event.date.edtf.startswith("-") else "no year"
        return Slot(datetime.date.min, "none", label)
    at = start_of(entry.first, granularity)
    if _RANKS[unit] >= _RANKS[granularity]:
        return Slot(at, granularity, named(at, granularity))
    missing = "year" if _RANKS[unit] < _RANKS["year"] else "month" if unit in ("year", "season") else "day"
    return Slot(at, unit, f"{_named_coarsely(entry, unit)} ({missing} not given)")


def start_of(day: datetime.date, unit: Granularity) -> datetime.date:
    """The first day of the year or month in which a day lies, or the day itself."""
    if unit == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if unit == "month" else day


@lru_cache(maxsize=4096)
def named(day: datetime.date, unit: Unit) -> str:
    """ "1941", "June 1941", "June 22, 1941"."""
    month = calendar.month_name[day.month]
    return {"year": f"{day.year}", "month": f"{month} {day.year}"}.get(unit, f"{month} {day.day}, {day.year}")


def named_day(day: datetime.date) -> str:
    """A first day as briefly as it can be said: the year for 1 January, the month for the first of another."""
    return named(day, "day" if day.day > 1 else "month" if day.month > 1 else "year")


def _named_coarsely(entry: Entry, unit: Unit) -> str:
    first, last = entry.first, entry.event.date.latest
    if unit == "century":
        century = first.year // 100 * 100
        return f"{century}-{century + 99}"
    if unit == "decade":
        return f"{first.year // 10 * 10}s"
    if unit == "season":
        season = _SEASONS[entry.event.date.edtf[5:7]]
        split = season == "winter" and first.month == 12 and last is not None and last.year == first.year + 1
        return f"{season} {first.year}-{(first.year + 1) % 100:02}" if split else f"{season} {first.year}"
    return named(first, unit)
