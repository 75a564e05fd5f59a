"""Figures for people harmed: under what each counts, with author, qualifier and place."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.console import RenderableType

from regimekit.analysis.estimates import Listed
from regimekit.rendering.numbers import UNSAID, counted_as, whose_with_remark
from regimekit.rendering.screen import counted, heading, stacked
from regimekit.rendering.tables import Column, Group, Table, plain

_NOTE = (
    "They overlap and differ in what they count: nothing here is added up, averaged or ranked. "
    "“Read as” gives in digits what the dossier says in words."
)
_COLUMNS = [
    Column("Line", right=True, whole=True),
    Column("As written (scope)"),
    Column("Read as"),
    Column("Whose figure"),
]


def estimates_screen(listed: Sequence[Listed], titles: Mapping[str, str]) -> RenderableType:
    """The estimates of each dossier as they stand in it, under the heading or event that they count."""
    dossiers: list[tuple[str, RenderableType]] = []
    for path, several in groupby(listed, key=lambda one: one.path):
        groups = [_listed(list(rows)) for _, rows in groupby(several, key=lambda one: one.what)]
        dossiers.append((path, Table(_COLUMNS, groups)))
    return _screen(dossiers, titles, len(listed))


def _screen(dossiers: Sequence[tuple[str, RenderableType]], titles: Mapping[str, str], count: int) -> RenderableType:
    parts: list[RenderableType] = []
    for path, table in dossiers:
        parts += [heading(titles[path], path), table]
    return stacked(*parts, plain(f"{counted(count, 'figure')} for people harmed. {_NOTE}", "dim"))


def _listed(rows: Sequence[Listed]) -> Group:
    cells = [_cells(row) for row in rows]
    return Group(cells, heading(rows[0].what or UNSAID), _captions(rows))


def _captions(rows: Sequence[Listed]) -> list[str | None]:
    return [row.caption for row in rows]


def _cells(row: Listed) -> list[str]:
    estimate = row.estimate
    scope = estimate.scope
    said = [scope.where, scope.when.verbatim if scope.when else None, scope.who]
    narrower = ", ".join(part for part in said if part and part.casefold() != estimate.measure)
    written = estimate.quantity.verbatim + (f" ({narrower})" if narrower else "")
    read = counted_as(estimate.quantity, estimate.measure)
    return [str(estimate.span.first), written, read, whose_with_remark(estimate)]
