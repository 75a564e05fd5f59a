"""Which sources are asked for: by type, age, site, and how they are used."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable

import msgspec
from msgspec.structs import replace

from regimekit.analysis.bibliography import Entry, Occurrence, occurrences
from regimekit.analysis.identity import Identity, domain
from regimekit.analysis.names import fold
from regimekit.model import Dossier, Source


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for; whatever is empty or None asks for nothing.

    ``types`` are the schema's words; ``before`` is the day before which a page
    was last read; ``domains`` are sites with all below them; ``group`` is part
    of the heading that a source stands under; ``listed`` leaves out links that
    are only made in the running text.
    """

    types: Collection[str] = ()
    before: datetime.date | None = None
    domains: Collection[str] = ()
    group: str | None = None
    listed: bool = False

    def holds(self, source: Source) -> bool:
        """Whether a source is what is asked for; one without an access date is of no known age."""
        return (
            (not self.types or bool(set(self.types).intersection(source.types)))
            and (self.before is None or _read_before(source, self.before))
            and (not self.domains or any(_within(domain(source.url), site) for site in self.domains))
            and (self.group is None or fold(self.group) in fold(source.group or ""))
            and (source.listed or not self.listed)
        )


def _read_before(source: Source, day: datetime.date) -> bool:
    """Whether the page was surely last read before that day: "2023" is before 2024, not before May 2023."""
    return source.accessed is not None and source.accessed.latest is not None and source.accessed.latest < day


def _within(host: str, site: str) -> bool:
    return host == site or host.endswith(f".{site}")


def chosen(entries: Iterable[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """The entries with those of their occurrences that are asked for; an entry that has none left is left out."""
    left = ((entry, [one for one in entry.occurrences if wanted.holds(one.source)]) for entry in entries)
    return tuple(kept for entry, several in left if (kept := _only(entry, several)))


def _only(entry: Entry, several: list[Occurrence]) -> Entry | None:
    return replace(entry, occurrences=tuple(several)) if several else None


def duplicates(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The sources that several dossiers have, or that one lists more than once.

    A link in the running text to what the same dossier lists is no second listing.
    """
    return tuple(entry for entry in entries if len(entry.slugs) > 1 or _listed_twice(entry))


def _listed_twice(entry: Entry) -> bool:
    places = {(one.path, one.source.span) for one in entry.occurrences if one.source.listed}
    return len(places) > len({path for path, _ in places})


def unused(entries: Iterable[Entry], dossiers: Iterable[Dossier]) -> tuple[Entry, ...]:
    """The listed sources that their own dossier cites nowhere; of an entry only those occurrences."""
    used = {dossier.path: cited(dossier) for dossier in dossiers}
    left = (
        (entry, [one for one in entry.occurrences if one.source.listed and entry.identity not in used[one.path]])
        for entry in entries
    )
    return tuple(kept for entry, several in left if (kept := _only(entry, several)))


def cited(dossier: Dossier) -> frozenset[Identity]:
    """The sources that a dossier cites: by a record, by a link in its text, or by the mark of a footnote."""
    keys = {
        key
        for records in (dossier.people, dossier.events, dossier.estimates, dossier.statistics)
        for record in records
        for key in record.sources
    }
    keys.update(key for debate in dossier.debates for position in debate.positions for key in position.sources)
    text = dossier.text
    return frozenset(
        identified
        for identified, one in occurrences(dossier)
        if one.source.key in keys or not one.source.listed or _is_marked(one.source, text)
    )


def _is_marked(source: Source, text: str) -> bool:
    """Whether the footnote's mark stands somewhere else than before the footnote itself."""
    if source.footnote is None:
        return False
    mark = f"[^{source.footnote}]"
    return any(mark in line.replace(mark + ":", "", 1) for line in text.split("\n"))
