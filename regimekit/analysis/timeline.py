"""What happened when, of one or several regimes."""

import datetime
import re
from collections.abc import Collection, Iterable

import msgspec

from regimekit.analysis.naming import Naming
from regimekit.model import Dossier, Event, HistoricalDate

#: sections that speak of the evidence and of other regimes: their dates are mostly those of works
BESIDE = ("scholarly_debate", "comparisons", "sources", "confidence")


class Entry(msgspec.Struct, frozen=True):
    """An event with the dossier that tells it, and the first and last day on which it is looked for and ordered."""

    slug: str
    path: str
    event: Event
    first: datetime.date
    last: datetime.date


class Window(msgspec.Struct, frozen=True):
    """The days that are asked for; an end that is None is open."""

    first: datetime.date | None = None
    last: datetime.date | None = None

    def holds(self, entry: Entry) -> bool:
        """Whether some day of the entry lies within."""
        return not (
            (self.first is not None and entry.last < self.first) or (self.last is not None and entry.first > self.last)
        )


def window(start: HistoricalDate | None, end: HistoricalDate | None) -> Window:
    """The days from the first of one date to the last of another, each as far as it says one."""
    return Window(days(start)[0] if start else None, days(end)[1] if end else None)


def days(date: HistoricalDate) -> tuple[datetime.date, datetime.date]:
    """The first and last day on which a date is looked for and ordered.

    What began at an unknown time before ("by 1929", "until 1946") is looked for
    from the first day of that year, and not in all the years before it; what
    came at an unknown time after ("after 1945") likewise until the end of that
    year. What goes on ("since 1979", "2000-present") has no last day.
    """
    first, last = date.earliest, date.latest
    if first is None and last is None:
        return datetime.date.min, datetime.date.max
    if first is None:
        assert last is not None
        return datetime.date(last.year, 1, 1), last
    if last is None:
        return first, datetime.date(first.year, 12, 31) if date.relation == "after" else datetime.date.max
    return first, last


class Wanted(msgspec.Struct, frozen=True):
    """Which statements are asked for: of some sections (ids) and kinds, on a person, with certain words; empty is any.

    ``words`` are looked for in the date as written and in the statement. Nothing of the sections in ``without`` fits.
    """

    window: Window = Window()
    sections: Collection[str] = ()
    kinds: Collection[str] = ()
    person: Naming | None = None
    words: re.Pattern[str] | None = None
    without: Collection[str] = ()

    def fits(self, event: Event) -> bool:
        """Whether a statement is one of these, whenever it was."""
        return (
            (not self.sections or event.section in self.sections)
            and event.section not in self.without
            and (not self.kinds or event.kind in self.kinds)
            and (self.words is None or any(map(self.words.search, (event.title, event.date.verbatim))))
            and (self.person is None or self.person.names(event))
        )


def timeline(dossiers: Iterable[Dossier], wanted: Wanted | None = None) -> tuple[Entry, ...]:
    """All statements by earliest day; of one day, the shorter first, then as they stand in the files."""
    asked = wanted or Wanted()
    found = [
        entry
        for dossier in dossiers
        for event in dossier.events
        if asked.fits(event)
        and asked.window.holds(entry := Entry(dossier.slug, dossier.path, event, *days(event.date)))
    ]
    return tuple(sorted(found, key=lambda entry: (entry.first, entry.last, entry.path, entry.event.span)))
