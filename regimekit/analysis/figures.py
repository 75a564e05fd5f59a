"""Who was who: the people of a dossier, each once."""

from collections.abc import Iterable, Sequence

import msgspec

from regimekit.analysis.namesakes import is_fuller, name_key
from regimekit.analysis.people_asked import EVERYBODY, Asked
from regimekit.model import Dossier, HistoricalDate, Person, Role


class Figure(msgspec.Struct, frozen=True):
    """A person with everything that one dossier's entries say of him; ``lines`` are where they begin."""

    slug: str
    path: str
    name: str
    lines: tuple[int, ...]
    aliases: tuple[str, ...] = ()
    honorific: str | None = None
    roles: tuple[Role, ...] = ()
    born: HistoricalDate | None = None
    died: HistoricalDate | None = None
    fate: str | None = None
    groups: tuple[str, ...] = ()
    leader: bool = False
    sources: tuple[str, ...] = ()


class Appearance(msgspec.Struct, frozen=True):
    """A figure of one dossier and the entries that it is joined from; there is at least one."""

    figure: Figure
    entries: tuple[Person, ...]


def appearances(dossier: Dossier) -> tuple[Appearance, ...]:
    """The people of one dossier in the order in which it lists them; entries on one person are joined."""
    entries: list[list[Person]] = []
    for person in dossier.people:
        same = [several for several in entries if any(_same(person, other) for other in several)]
        # a name that fits two people already listed is neither of them
        if len(same) == 1:
            same[0].append(person)
        else:
            entries.append([person])
    return tuple(Appearance(_joined(dossier, several), tuple(several)) for several in entries)


def figures(dossier: Dossier) -> tuple[Figure, ...]:
    """The people of one dossier."""
    return tuple(one.figure for one in appearances(dossier))


def figures_of(dossiers: Iterable[Dossier], asked: Asked = EVERYBODY) -> tuple[Figure, ...]:
    """The people of several dossiers that fit what is asked, one dossier after the other."""
    return tuple(one.figure for dossier in dossiers for one in appearances(dossier) if asked.holds(one.entries))


def role_text(role: Role) -> str:
    """A role with its term as written: "minister (1930-1934)"."""
    return f"{role.title} ({role.term.verbatim})" if role.term else role.title


def _same(one: Person, other: Person) -> bool:
    """The same name, or one that only adds further names to that of a leader ("Ana Lind", "Ana Maria Lind")."""
    a, b = name_key(one.name), name_key(other.name)
    if a == b:
        return bool(a)
    return (one.leader or other.leader) and (is_fuller(a, b) or is_fuller(b, a))


def _joined(dossier: Dossier, several: Sequence[Person]) -> Figure:
    first = next((person for person in several if not person.leader), several[0])
    names = [person.name for person in several if person.name != first.name]
    aliases = [alias for person in several for alias in person.aliases]
    return Figure(
        dossier.slug,
        dossier.path,
        first.name,
        tuple(sorted(person.span.first for person in several)),
        tuple(dict.fromkeys(alias for alias in [*names, *aliases] if alias != first.name)),
        next((person.honorific for person in several if person.honorific), None),
        tuple(dict.fromkeys(role for person in several for role in person.roles)),
        next((person.born for person in several if person.born), None),
        next((person.died for person in several if person.died), None),
        next((person.fate for person in several if person.fate), None),
        tuple(dict.fromkeys(person.group for person in several if person.group)),
        any(person.leader for person in several),
        tuple(dict.fromkeys(source for person in several for source in person.sources)),
    )
