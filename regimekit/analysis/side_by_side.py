"""Regimes side by side: what each dossier says of the same thing, as written; nothing is weighed or ranked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal

import msgspec

from regimekit.analysis import traits
from regimekit.analysis.names import fold
from regimekit.analysis.traits import Entry
from regimekit.model import Dossier

RowGroup = Literal["overview", "front_matter", "methods", "figures", "sections"]
Cell = tuple[Entry, ...]

#: Stands below every comparison in which there are figures for people harmed.
TOLLS = (
    "Tolls of different regimes count different things, over different times and from different sources: "
    "they are not put on one scale, and the order of the dossiers says nothing."
)


class Expected(msgspec.Struct, frozen=True):
    """A field or section that the schema knows, in its order."""

    id: str
    label: str
    required: bool = False


class Asked(msgspec.Struct, frozen=True):
    """What the schema lends: its fields and sections, and how it reads a label and a text on the type of a regime."""

    fields: tuple[Expected, ...] = ()
    sections: tuple[Expected, ...] = ()
    field_id: Callable[[str], str | None] = lambda label: None
    terms: Callable[[str], tuple[str, ...]] = lambda text: ()


class Column(msgspec.Struct, frozen=True):
    """One dossier."""

    slug: str
    path: str
    title: str


class Row(msgspec.Struct, frozen=True):
    """One thing, with a cell for each dossier; a cell without entries is of a dossier that does not say it.

    ``id`` is the schema's, or that of a row of the toolkit's own; for a label
    that the schema does not know it is the folded label.
    """

    group: RowGroup
    id: str
    label: str
    cells: tuple[Cell, ...]
    required: bool = False

    @property
    def given(self) -> bool:
        """Whether some dossier says it."""
        return any(self.cells)

    @property
    def differs(self) -> bool:
        """Whether the dossiers say different things, lines and capitals aside."""
        return len({tuple(map(_meaning, cell)) for cell in self.cells}) > 1

    @property
    def has_toll(self) -> bool:
        """Whether figures for people harmed were read from it."""
        return any(entry.estimates for cell in self.cells for entry in cell)


class SideBySide(msgspec.Struct, frozen=True):
    """Dossiers in the order in which they were asked for, rows in the order of the schema."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def has_toll(self) -> bool:
        """Whether figures for people harmed are among what is shown."""
        return any(row.has_toll for row in self.rows)


def _meaning(entry: Entry) -> tuple[str, ...]:
    return tuple(" ".join(text.casefold().split()) for text in (entry.text, *dict(entry.parts)))


def side_by_side(dossiers: Sequence[Dossier], asked: Asked) -> SideBySide:
    """Every row that the schema knows, given or not, and those that only a dossier has."""
    columns = tuple(Column(dossier.slug, dossier.path, dossier.title) for dossier in dossiers)
    return SideBySide(columns, (*_overview(dossiers, asked), *_own(dossiers, asked), *_sections(dossiers, asked)))


def _overview(dossiers: Sequence[Dossier], asked: Asked) -> Iterable[Row]:
    said: list[dict[str, list[Entry]]] = [{} for _ in dossiers]
    unknown: dict[tuple[RowGroup, str], str] = {}
    # so that the order in which the dossiers are asked for does not change that of the rows
    for place in sorted(range(len(dossiers)), key=lambda place: dossiers[place].path):
        for id, label, entry in traits.fields(dossiers[place], asked.field_id):
            group: RowGroup = "front_matter" if entry.origin == traits.FRONT_MATTER else "overview"
            key = id or f"{group} {fold(label)}"
            if id is None:
                unknown.setdefault((group, fold(label)), label)
            said[place].setdefault(key, []).append(entry)
        said[place].setdefault("duration", []).extend(traits.duration(dossiers[place]))
    for field in asked.fields:
        yield Row("overview", field.id, field.label, _cells(said, field.id), field.required)
    known = {field.id for field in asked.fields}
    for id in sorted({id for one in said for id in one if " " not in id} - known):
        yield Row("overview", id, id, _cells(said, id))
    for group in ("overview", "front_matter"):
        for (there, id), label in unknown.items():
            if there == group:
                yield Row(there, id, label, _cells(said, f"{there} {id}"))


def _cells(said: Sequence[dict[str, list[Entry]]], key: str) -> tuple[Cell, ...]:
    return tuple(tuple(one.get(key, ())) for one in said)


def _own(dossiers: Sequence[Dossier], asked: Asked) -> Iterable[Row]:
    """The rows that are the toolkit's own."""
    people = [traits.people(dossier) for dossier in dossiers]
    rows: tuple[tuple[RowGroup, str, str, Iterable[Iterable[Entry]]], ...] = (
        ("methods", "methods", "Methods of control", map(traits.methods, dossiers)),
        ("methods", "classified", "Classified as", (traits.classified(one, asked.terms) for one in dossiers)),
        ("methods", "tags", "Tags", map(traits.tags, dossiers)),
        ("figures", "leading", "Leaders", (one.leading for one in people)),
        ("figures", "count", "Figures listed", (one.count for one in people)),
        ("figures", "first", "Listed first", (one.first for one in people)),
    )
    for group, id, label, cells in rows:
        yield Row(group, id, label, tuple(map(tuple, cells)), required=True)


def _sections(dossiers: Sequence[Dossier], asked: Asked) -> Iterable[Row]:
    said: list[dict[str, list[Entry]]] = []
    for dossier in dossiers:
        said.append({})
        for id, entry in traits.sections(dossier):
            said[-1].setdefault(id, []).append(entry)
    for section in asked.sections:
        yield Row("sections", section.id, section.label, _cells(said, section.id), section.required)
    known = {section.id for section in asked.sections}
    for id in sorted({id for one in said for id in one} - known):
        yield Row("sections", id, id, _cells(said, id))


def chosen(side: SideBySide, wanted: Collection[Row] | None = None, differences: bool = False) -> SideBySide:
    """The rows that are wanted; else those that are given or required. With ``differences`` only those that differ."""
    rows = [row for row in side.rows if (row.given or row.required if wanted is None else row in wanted)]
    return SideBySide(side.columns, tuple(row for row in rows if row.differs or not differences))


def rows_named(side: SideBySide, name: str, field_id: str | None = None) -> tuple[Row, ...]:
    """The rows that a user can mean: those of a group that are given, else by id or label, given or not.

    ``field_id`` is the schema's id of a field that goes by the name as well.
    """
    sought = fold(name)
    group = tuple(row for row in side.rows if fold(row.group) == sought and (row.given or row.required))
    found = group or tuple(row for row in side.rows if sought in (fold(row.id), fold(row.label)))
    return found or tuple(row for row in side.rows if row.group == "overview" and row.id == field_id is not None)
