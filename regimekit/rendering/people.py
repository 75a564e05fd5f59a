"""Who was who in several dossiers."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.figures import role_text
from regimekit.analysis.people import Individual, Place
from regimekit.model import Person
from regimekit.rendering.figures import span_of_life
from regimekit.rendering.screen import counted, heading
from regimekit.rendering.tables import Cell, Column, plain, table

_COLUMNS = [Column("Name and life"), Column("Dossier and line: rank, office or part"), Column("Fate")]
_NAMED = 3  # others who may be the same; how many there are besides is said


def people_screen(people: Sequence[Individual], names: Mapping[str, str]) -> RenderableType:
    """Each person once, the appearances one below the other; ``names`` are those of the dossiers by their paths."""
    paths = {appearance.figure.path for one in people for appearance in one.appearances}
    title = heading(counted(len(people), "person", "people"), f"in {counted(len(paths), 'dossier')}")
    return Group(title, Text(""), table(_COLUMNS, [row for one in people for row in _rows(one, names)]))


def _rows(one: Individual, names: Mapping[str, str]) -> Iterator[tuple[Cell, Cell, Cell]]:
    first = _who(one)
    alone = len(one.appearances) == 1 and len(one.born) < 2 and len(one.died) < 2
    for appearance in one.appearances:
        for entry in appearance.entries:
            place = _place(Place(appearance.figure.slug, appearance.figure.path, entry.span.first), names)
            life = "" if alone else span_of_life(entry.born, entry.died)
            lines = [plain(f"{place} ({life})" if life else place, "dim"), plain(_part(entry))]
            yield first, Text("\n").join(line for line in lines if line), entry.fate or ""
            first = Text("")
    others = [*_others(one, names)]
    if others:
        yield first, Text("\n").join(others), ""


def _who(one: Individual) -> Text:
    """The name, the life, the other names; where the entries differ on a date, all that they say."""
    born, died = (" or ".join(said.date.verbatim for said in several) for several in (one.born, one.died))
    life = f"{born}–{died}" if born and died else f"born {born}" if born else f"died {died}" if died else ""
    lines = [plain(_titled(one), "bold"), plain(life), *(plain(f"also {alias}", "dim") for alias in one.aliases)]
    return Text("\n").join(line for line in lines if line)


def _titled(one: Individual) -> str:
    """The name with the rank that is written before it, where all dossiers that write one agree."""
    ranks = {appearance.figure.honorific for appearance in one.appearances} - {None}
    return f"{ranks.pop()} {one.name}" if len(ranks) == 1 else one.name


def _part(entry: Person) -> str:
    parts = [*(["leader"] if entry.leader else []), *map(role_text, entry.roles)]
    return "; ".join(parts) or (f'under "{entry.group}"' if entry.group else "")


def _others(one: Individual, names: Mapping[str, str]) -> Iterator[Text]:
    for other in one.possible[:_NAMED]:
        yield plain(f"may be the same as {other.name}, {_place(other.place, names)} ({other.reason})", "italic")
    more = max(0, len(one.possible) - _NAMED) + one.crowd
    if more:
        yield plain(f"{counted(more, 'other')} may be the same too" if one.possible else _crowd(more), "italic")


def _crowd(more: int) -> str:
    return f"may be one of {counted(more, 'other')} who have this word in their names"


def _place(place: Place, names: Mapping[str, str]) -> str:
    return f"{names[place.path]}:{place.line}"
