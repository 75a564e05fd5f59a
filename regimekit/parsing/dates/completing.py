"""Dates without a year, and where they take it from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final, Protocol

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.parsing.dates.phrase import Fault, Reading, read_phrase
from regimekit.parsing.dates.vocabulary import EVENTS, NAMED_AFTER, TEMPORAL

# what joins the dates of a list, the last of which names the year for all
_ALSO: Final = re.compile(r"\s?(?:,|,?\s(?:and|or|&))\s")
# "April Revolution of 1960"
_EVENT_OF: Final = re.compile(r"\s(?P<event>[A-Z][a-z]+)\s(?:of|in)\s")
_NEXT_WORD: Final = re.compile(r"\s([A-Za-z][a-z]+)")
# how many years a context may reach over and still tell to which of them a month belongs
_LONGEST_CONTEXT: Final = 2


class Context(Protocol):
    """What a date without a year is completed from."""

    def year_of(self, month: int) -> int | None:
        """The year to which a month (0: a decade such as "'60s") belongs; None where there is a choice."""


class DateContext(msgspec.Struct, frozen=True, gc=False):
    """The time that a text is about, from which its incomplete dates take their year."""

    earliest: datetime.date
    latest: datetime.date

    @classmethod
    def of(cls, date: HistoricalDate) -> DateContext | None:
        """The context that a date gives; None where one of its ends is open.

        "By October 1940" leaves no doubt which year it speaks of.
        """
        earliest = date.latest if date.relation in ("by", "until") else date.earliest
        if earliest is None or date.latest is None:
            return None
        return cls(earliest, date.latest)

    def year_of(self, month: int) -> int | None:
        first, last = self.earliest.year, self.latest.year
        if first == last:
            return first
        if month == 0:
            return first if first // 100 == last // 100 else None
        if last - first > _LONGEST_CONTEXT:
            return None
        low, high = (first, self.earliest.month), (last, self.latest.month)
        years = [year for year in range(first, last + 1) if low <= (year, month) <= high]
        return years[0] if len(years) == 1 else None


class FoundDate(msgspec.Struct, frozen=True, gc=False):
    """A date at ``text[start:end]``.

    ``completed`` says that the year was taken from elsewhere, ``ambiguous``
    that day and month can be read in two orders; the EDTF then holds both.
    """

    start: int
    end: int
    date: HistoricalDate
    completed: bool = False
    ambiguous: bool = False


class FaultyDate(msgspec.Struct, frozen=True, gc=False):
    """What is written as a date at ``text[start:end]`` and cannot be one."""

    start: int
    end: int
    fault: Fault


class Incomplete(msgspec.Struct, frozen=True, gc=False):
    """A day or month at ``text[start:end]`` that still wants its year."""

    start: int
    end: int
    prefix: str
    core: str
    reading: Reading


def complete(
    text: str, found: Sequence[FoundDate | Incomplete], context: Context | None
) -> tuple[list[FoundDate], list[FaultyDate]]:
    """Gives each its year: that of a list it stands in, of the date before it, or of the context; else drops it."""
    dates: list[FoundDate] = []
    faults: list[FaultyDate] = []
    nearest: DateContext | None = None
    for place, this in enumerate(found):
        if isinstance(this, FoundDate):
            dates.append(this)
            nearest = DateContext.of(this.date) or nearest
            continue
        year = _year_of_list(text, found, place)
        if year is None and _is_meant(text, this):
            year = nearest.year_of(this.reading.month) if nearest is not None else None
            if year is None and context is not None:
                year = context.year_of(this.reading.month)
        reading = read_phrase(this.prefix, this.core, year) if year is not None else None
        if reading is not None and reading.date is not None:
            dates.append(FoundDate(this.start, this.end, reading.date, True, reading.ambiguous))
        elif reading is not None and reading.fault is not None:
            faults.append(FaultyDate(this.start, this.end, reading.fault))
    return dates, faults


def _year_of_list(text: str, found: Sequence[FoundDate | Incomplete], place: int) -> int | None:
    """ "March, June and October 1943": the year behind a list is that of each."""
    this = found[place]
    assert isinstance(this, Incomplete)
    for later in range(place + 1, min(place + 8, len(found))):
        gap = text[found[later - 1].end : found[later].start]
        if len(gap) > 24 or (_ALSO.fullmatch(gap) is None and not _is_event(gap)):
            return None
        behind = found[later]
        if isinstance(behind, FoundDate):
            context = DateContext.of(behind.date)
            return context.year_of(this.reading.month) if context is not None else None
    return None


def _is_event(gap: str) -> bool:
    event = _EVENT_OF.fullmatch(gap)
    return event is not None and event["event"].lower() in EVENTS


def _is_meant(text: str, found: Incomplete) -> bool:
    """Whether it is a date at all: not "may", "Black September", "26 July Movement"."""
    behind = _NEXT_WORD.match(text, found.end)
    if behind is not None and behind[1].lower() in NAMED_AFTER:
        return False
    if text[found.end : found.end + 1] in ('"', "”") and text[: found.start].rstrip()[-1:].isalpha():
        return False
    if not found.reading.month_only or found.prefix:
        return True
    before = text[max(0, found.start - 24) : found.start].split()
    last = before[-1].lstrip("([\"'“‘*") if before else ""
    if last.lower() in TEMPORAL:
        return True
    if last and last[-1] not in ":;.|-–—" and text[found.start - 1] not in "([":
        return False
    rest = text[found.end : found.end + 2]
    if rest[:1] in (":", ")", "|", "", ",") or rest in (" -", " –", " —", " |", " ("):
        return True
    # a statement that opens with an event named by its month: "October Revolution: …"
    return not last and behind is not None and behind[1].lower() in EVENTS
