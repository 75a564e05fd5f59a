"""A timeline in chapters: a year, month or day each, and the years in between of which nothing is told."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from regimekit.analysis.filing import Granularity, Slot, slot_of
from regimekit.analysis.timeline import Entry

SHORTEST_GAP = {"year": 2, "month": 6}  # years, or months; a shorter one is seen from the headings
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # years


class Gap(msgspec.Struct, frozen=True):
    """A run of years (or months) in which no statement begins, each end included.

    ``reaching`` counts those that began before, or may have, and are not known
    to have ended.
    """

    first: datetime.date
    last: datetime.date
    unit: Granularity
    count: int
    reaching: int


class Chapter(msgspec.Struct, frozen=True):
    """What is filed under one heading, and the gap before it."""

    slot: Slot
    entries: tuple[Entry, ...]
    gap: Gap | None = None


def chronicle(
    entries: Iterable[Entry], granularity: Granularity = "year", start: datetime.date | None = None
) -> tuple[Chapter, ...]:
    """Each entry in just one chapter, the chapters in their order; ``start`` is the first day that is asked for."""
    filed = sorted(((slot_of(entry, granularity, start), entry) for entry in entries), key=_order)
    every = [entry for _, entry in filed]
    chapters: list[Chapter] = []
    placed: Slot | None = None
    for slot, several in groupby(filed, key=lambda pair: pair[0]):
        gap = _gap(placed.at, slot.at, granularity, every) if placed else None
        chapters.append(Chapter(slot, tuple(entry for _, entry in several), gap))
        placed = slot if slot.unit not in ("earlier", "none") else None
    return tuple(chapters)


def _order(pair: tuple[Slot, Entry]) -> tuple[object, ...]:
    slot, entry = pair
    return slot.order, entry.first, entry.last, entry.path, entry.event.span


def _gap(before: datetime.date, after: datetime.date, granularity: Granularity, entries: Sequence[Entry]) -> Gap | None:
    unit: Granularity = "year" if granularity == "year" else "month"
    count = _number(after, unit) - _number(before, unit) - 1
    if count < SHORTEST_GAP[unit]:
        return None
    first, last = _day(_number(before, unit) + 1, unit), _day(_number(after, unit) - 1, unit)
    reaching = sum(1 for entry in entries if entry.first < first <= entry.last and entry.first > datetime.date.min)
    return Gap(first, last, unit, count, reaching)


def _number(day: datetime.date, unit: Granularity) -> int:
    """Years, or months, counted from the beginning of the calendar."""
    return day.year if unit == "year" else day.year * 12 + day.month - 1


def _day(number: int, unit: Granularity) -> datetime.date:
    year, month = (number, 0) if unit == "year" else divmod(number, 12)
    return datetime.date(year, month + 1, 1)


class Density(msgspec.Struct, frozen=True):
    """How many statements begin in each run of ``step`` years from ``first`` on; ``last`` is the last year counted."""

    first: int
    last: int
    step: int
    counts: tuple[int, ...]


def densities(
    several: Sequence[Sequence[Entry]], most: int, start: datetime.date | None = None
) -> tuple[Density, ...] | None:
    """A density for each of several lists, all over the same years in at most ``most`` steps of up to 1,000 years.

    Each statement counts once, on the earliest day that it can mean; what began
    before ``start``, and what has no day, is not counted. None where nothing is.
    """
    tallies = [Counter(entry.first.year for entry in entries if _counted(entry, start)) for entries in several]
    years = [year for tally in tallies for year in tally]
    if not years:
        return None
    step = next((step for step in _STEPS if max(years) // step - min(years) // step < most), _STEPS[-1])
    first, last = min(years) // step * step, max(years) // step * step + step - 1
    return tuple(
        Density(first, last, step, tuple(_sums(tally, range(first, last + 1, step), step))) for tally in tallies
    )


def _sums(tally: Counter[int], firsts: Iterable[int], step: int) -> Iterable[int]:
    for first in firsts:
        yield sum(tally[year] for year in range(first, first + step))


def _counted(entry: Entry, start: datetime.date | None) -> bool:
    return entry.first > datetime.date.min and (start is None or entry.first >= start)
