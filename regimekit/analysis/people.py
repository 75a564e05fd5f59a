"""Who was who in a folder: each person once, with every dossier and role he appears in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from regimekit.analysis.figures import Appearance, appearances
from regimekit.analysis.joining import join, years_of
from regimekit.analysis.names import fold
from regimekit.analysis.people_asked import EVERYBODY, Asked
from regimekit.model import Dossier, HistoricalDate


class Place(msgspec.Struct, frozen=True, order=True):
    """A line of a dossier."""

    slug: str
    path: str
    line: int


class Said(msgspec.Struct, frozen=True):
    """A date of a life as it is written, and where."""

    date: HistoricalDate
    places: tuple[Place, ...]


class Possible(msgspec.Struct, frozen=True):
    """Another person who may be the same, where he is listed first, and why the two are kept apart."""

    id: str
    name: str
    place: Place
    reason: str


class Individual(msgspec.Struct, frozen=True):
    """A person with the appearances in all dossiers.

    ``id`` is the name in small letters, numbered where several share it.
    ``born`` and ``died`` hold every wording, so that a contradiction shows.
    ``crowd`` is how many more have the one word that this person is called by,
    where they are too many to be named in ``possible``.
    """

    id: str
    name: str
    appearances: tuple[Appearance, ...]
    aliases: tuple[str, ...] = ()
    born: tuple[Said, ...] = ()
    died: tuple[Said, ...] = ()
    possible: tuple[Possible, ...] = ()
    crowd: int = 0


def people(dossiers: Iterable[Dossier], asked: Asked = EVERYBODY) -> tuple[Individual, ...]:
    """The people of all these dossiers by name, each once, with all that is said of them.

    Whoever fits what is asked by one appearance is shown with all of them.
    """
    several = tuple(dossiers)
    ruled = {dossier.path: dossier.field("dates") for dossier in several}
    regimes = {path: years_of(field.dates) for path, field in ruled.items() if field}
    found = join((one for dossier in several for one in appearances(dossier)), regimes)
    named = [*_named(found.groups)]
    possible: dict[int, list[Possible]] = {}
    for doubt in found.doubts:
        for at, other in ((doubt.one, doubt.other), (doubt.other, doubt.one)):
            them = named[other]
            possible.setdefault(at, []).append(
                Possible(them.id, them.name, place_of(them.appearances[0]), doubt.reason)
            )
    everybody = (
        msgspec.structs.replace(
            one,
            possible=tuple(sorted(possible.get(at, ()), key=lambda other: (other.place, other.name))),
            crowd=found.crowds.get(at, 0),
        )
        for at, one in enumerate(named)
        if any(asked.holds(appearance.entries) for appearance in one.appearances)
    )
    return tuple(sorted(everybody, key=lambda one: (fold(one.name), place_of(one.appearances[0]))))


def place_of(appearance: Appearance) -> Place:
    """Where the first entry of an appearance begins."""
    return Place(appearance.figure.slug, appearance.figure.path, appearance.figure.lines[0])


def _named(groups: Iterable[tuple[Appearance, ...]]) -> Iterator[Individual]:
    """The people, their ids numbered in the order of the places."""
    taken: Counter[str] = Counter()
    for group in groups:
        name = _name(group)
        id = fold(name).replace(" ", "-") or "unnamed"
        taken[id] += 1
        aliases = {other for one in group for other in (one.figure.name, *one.figure.aliases)}
        yield Individual(
            id if taken[id] == 1 else f"{id}-{taken[id]}",
            name,
            group,
            tuple(sorted((other for other in aliases if fold(other) != fold(name)), key=lambda it: (fold(it), it))),
            _said(group, "born"),
            _said(group, "died"),
        )


def _name(group: Iterable[Appearance]) -> str:
    """The name of most dossiers, then of most entries; of names used alike the longest."""
    figures = Counter(one.figure.name for one in group)
    entries = Counter(entry.name for one in group for entry in one.entries)
    used = {name: (count, entries[name]) for name, count in figures.items()}
    return max(sorted(used), key=lambda name: (*used[name], len(name)))


def _said(group: Iterable[Appearance], what: str) -> tuple[Said, ...]:
    places: dict[str, tuple[HistoricalDate, list[Place]]] = {}
    for one in group:
        for entry in one.entries:
            date: HistoricalDate | None = getattr(entry, what)
            if date is not None:
                place = Place(one.figure.slug, one.figure.path, entry.span.first)
                places.setdefault(date.verbatim, (date, []))[1].append(place)
    return tuple(Said(date, tuple(where)) for date, where in places.values())
