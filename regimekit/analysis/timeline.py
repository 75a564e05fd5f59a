"""What happened when, of one or several regimes."""

import datetime
from collections.abc import Collection, Iterable

import msgspec

from regimekit.model import Dossier, Event, HistoricalDate

_UNTIL = {"by", "until", "before"}


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


def timeline(
    dossiers: Iterable[Dossier], asked: Window | None = None, sections: Collection[str] = ()
) -> tuple[Entry, ...]:
    """The events of all these dossiers by earliest day; of one day, the shorter first, then as they stand in the files.

    ``sections`` are ids; none means all.
    """
    found: list[Entry] = []
    for dossier in dossiers:
        for event in dossier.events:
            if sections and event.section not in sections:
                continue
            entry = Entry(dossier.slug, dossier.path, event, *days(event.date))
            if asked is None or asked.holds(entry):
                found.append(entry)
    return tuple(sorted(found, key=lambda entry: (entry.first, entry.last, entry.path, entry.event.span)))


def year_of(entry: Entry) -> int | None:
    """The year under which an entry is filed; None where its date has no bound at all."""
    date = entry.event.date
    return None if date.earliest is None and date.latest is None else entry.first.year
