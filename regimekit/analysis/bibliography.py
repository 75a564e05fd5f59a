"""The sources of several dossiers, each once, with every place that lists it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from regimekit.analysis.citation_keys import citation_key
from regimekit.analysis.identity import Identity, identity
from regimekit.model import Dossier, Source, Span


class Occurrence(msgspec.Struct, frozen=True):
    """A source where one dossier lists it, or links to it in its text.

    ``beside`` are the titles of others on the same line.
    """

    slug: str
    path: str
    source: Source
    beside: tuple[str, ...] = ()

    @property
    def identifies(self) -> bool:
        """Whether a number in the text of the line (a DOI, an ISBN) is surely that of this source."""
        return self.source.listed and not self.beside


class Entry(msgspec.Struct, frozen=True):
    """A source with the key by which it is cited, and its occurrences in the order of the dossiers; one at least."""

    key: str
    identity: Identity
    occurrences: tuple[Occurrence, ...]

    @property
    def first(self) -> Occurrence:
        """The occurrence that describes it: the first that is listed, else the first."""
        return next((one for one in self.occurrences if one.source.listed), self.occurrences[0])

    @property
    def slugs(self) -> tuple[str, ...]:
        """The dossiers that it occurs in, each once."""
        return tuple(dict.fromkeys(one.slug for one in self.occurrences))


def bibliography(dossiers: Iterable[Dossier]) -> tuple[Entry, ...]:
    """The sources of the dossiers in the order in which they first occur."""
    found: dict[Identity, list[Occurrence]] = {}
    for dossier in dossiers:
        for identified, occurrence in occurrences(dossier):
            found.setdefault(identified, []).append(occurrence)
    return tuple(Entry(citation_key(one), one, tuple(several)) for one, several in found.items())


def occurrences(dossier: Dossier) -> list[tuple[Identity, Occurrence]]:
    """The sources of a dossier in the order of the file, each with what it is."""
    on_line: dict[Span, list[Source]] = {}
    for source in dossier.sources:
        on_line.setdefault(source.span, []).append(source)
    several = [
        Occurrence(
            dossier.slug,
            dossier.path,
            source,
            tuple(other.title for other in on_line[source.span] if other is not source),
        )
        for source in dossier.sources
    ]
    return [(identity(one.source, one.identifies), one) for one in several]
