"""Which sources are encyclopedias, and how large their share is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from regimekit.analysis.bibliography import Entry
from regimekit.analysis.identity import domain
from regimekit.analysis.names import fold
from regimekit.model import Source

_CALLED = frozenset(("encyclopedia", "encyclopaedia", "wikipedia", "britannica"))
_SITES = (
    "wikipedia.org",
    "britannica.com",
    "encyclopedia.com",
    "newworldencyclopedia.org",
    "worldhistory.org",
)


class Share(msgspec.Struct, frozen=True):
    """How many of the sources of a dossier are encyclopedias; ``path`` is None for the whole folder."""

    path: str | None
    slug: str | None
    encyclopedias: int
    sources: int

    @property
    def percent(self) -> int | None:
        """Whole percent, None where there is no source."""
        return round(100 * self.encyclopedias / self.sources) if self.sources else None


def is_encyclopedia(source: Source) -> bool:
    """By its type, its site, what the site calls itself ("encyclopedia.museum.example"), or its publisher."""
    names = domain(source.url).partition(":")[0].split(".")[:-1]
    return (
        "encyclopedia" in source.types
        or is_encyclopedic_site(source.url)
        or any(name in _CALLED or "encyclopedia" in name or "encyclopaedia" in name for name in names)
        or not _CALLED.isdisjoint(fold(source.publisher or "").split())
    )


def is_encyclopedic_site(url: str | None) -> bool:
    """Whether an address is one of an encyclopedia that everybody knows."""
    host = domain(url).partition(":")[0]
    return any(host == site or host.endswith(f".{site}") for site in _SITES)


def shares(entries: Iterable[Entry], dossiers: Mapping[str, str]) -> tuple[Share, ...]:
    """A share for each dossier in their order (``dossiers`` are slugs by paths), and one for all, each source once."""
    several = tuple(entries)
    found: dict[str, list[bool]] = {path: [] for path in dossiers}
    for entry in several:
        for path in dict.fromkeys(one.path for one in entry.occurrences):
            if path in found:
                found[path].append(_is_one(entry, path))
    in_all = [_is_one(entry, None) for entry in several]
    each = [Share(path, dossiers[path], sum(ones), len(ones)) for path, ones in found.items()]
    return (*each, Share(None, None, sum(in_all), len(in_all)))


def _is_one(entry: Entry, path: str | None) -> bool:
    return any(is_encyclopedia(one.source) for one in entry.occurrences if path in (None, one.path))
