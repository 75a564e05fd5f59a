"""Regimes side by side: in columns where they fit, else what each says one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from regimekit.analysis.side_by_side import TOLLS, Cell, Row, SideBySide
from regimekit.analysis.traits import Entry
from regimekit.rendering.numbers import counted_as, whose
from regimekit.rendering.screen import heading, indented, pairs, stacked
from regimekit.rendering.tables import Column, Table, plain
from regimekit.rendering.tables import Group as Rows
from regimekit.rendering.text import one_line

GROUPS = {
    "overview": "Overview",
    "front_matter": "Front matter",
    "methods": "Control",
    "figures": "Figures",
    "sections": "Sections",
}
_NARROWEST = 22  # columns in which a dossier can still be read
_LABELS = 22
_GAP = 2


class SideBySideScreen:
    """A rich renderable that takes the form for which there is room; ``names`` are short ones of the paths."""

    def __init__(self, side: SideBySide, names: Mapping[str, str]) -> None:
        self.side = side
        self.names = [one_line(names[column.path]) for column in side.columns]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._in_columns())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        needed = _LABELS + (_NARROWEST + _GAP) * len(self.names)
        yield self._in_columns() if options.max_width >= needed else self._stacked()

    def _in_columns(self) -> RenderableType:
        columns = [Column("", most=_LABELS), *(Column(name) for name in self.names)]
        groups = [
            Rows([(plain(row.label), *self._cells(row)) for row in rows], heading(GROUPS[group]))
            for group, rows in groupby(self.side.rows, key=lambda row: row.group)
        ]
        return stacked(self._titles(), Table(columns, groups), self._note())

    def _stacked(self) -> RenderableType:
        parts: list[RenderableType | None] = [self._titles()]
        for group, rows in groupby(self.side.rows, key=lambda row: row.group):
            parts.append(heading(GROUPS[group]))
            parts += [self._block(row) for row in rows]
        return stacked(*parts, self._note())

    def _block(self, row: Row) -> RenderableType:
        return Group(plain(row.label, "bold"), indented(pairs(zip(self.names, self._cells(row), strict=True))))

    def _cells(self, row: Row) -> list[Text]:
        return [_cell(row, cell, column.path) for column, cell in zip(self.side.columns, row.cells, strict=True)]

    def _titles(self) -> RenderableType:
        columns = self.side.columns
        return Group(*(heading(column.title, f"{column.slug} ({column.path})") for column in columns))

    def _note(self) -> RenderableType | None:
        return plain(TOLLS, "dim") if self.side.has_toll else None


def _cell(row: Row, cell: Cell, path: str) -> Text:
    if not cell:
        missing = row.group == "sections" and row.required
        return plain("missing" if missing else "not given", "dim")
    return Text("\n").join([line for entry in cell for line in _lines(row, entry, path)])


def _lines(row: Row, entry: Entry, path: str) -> Iterator[Text]:
    if row.group == "sections" and entry.text == row.label:
        yield plain(f"line {entry.line}")
        return
    before = f"{entry.origin}: " if entry.origin and row.group != "front_matter" else ""
    behind = ", ".join(label for label, _ in entry.parts) or entry.note
    line = f" ({entry.line})" if entry.line and not entry.estimates else ""
    yield plain(f"{before}{entry.text}{line}{f': {behind}' if behind else ''}")
    for estimate in entry.estimates:
        vague = ", a vague amount" if estimate.quantity.qualifier == "vague" else ""
        read = counted_as(estimate.quantity, estimate.measure)
        yield plain(f"{estimate.quantity.verbatim}: read as {read}{vague}; {whose(estimate.attribution)}", "dim")
    if entry.estimates:
        yield plain(f"line {entry.line} of {path}", "dim")  # a column too narrow for both never breaks the number
