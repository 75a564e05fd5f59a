"""Figures for people harmed: under what each counts, with author, qualifier and place."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.estimates import Comparison, Listed
from regimekit.rendering.numbers import measure_name, reading, whose
from regimekit.rendering.screen import Column, counted, heading, indented, plain, stacked, table

_NOTE = (
    "Figures overlap, differ in what they count and are not added up, averaged or ranked. "
    "“Read as” restates the words of the dossier in digits."
)


def estimates_screen(listed: Sequence[Listed], titles: Mapping[str, str]) -> RenderableType:
    """The estimates of each dossier as they stand in it, under the heading or event that they count."""
    columns = [Column("Measure"), *_COLUMNS]
    return _screen(
        titles,
        {
            path: [
                _group(what, rows, columns, measured=True)
                for what, rows in ((what, list(rows)) for what, rows in groupby(several, key=lambda one: one.what))
            ]
            for path, several in ((path, list(rows)) for path, rows in groupby(listed, key=lambda one: one.path))
        },
        len(listed),
    )


def comparison_screen(comparisons: Sequence[Comparison], titles: Mapping[str, str]) -> RenderableType:
    """Estimates that count the same, side by side."""
    return _screen(
        titles,
        {
            path: [
                _group(f"{measure_name(group.measure)}: {group.what or 'what is not said'}", group.rows, _COLUMNS)
                for group in groups
            ]
            for path, groups in groupby(comparisons, key=lambda group: group.path)
        },
        sum(len(group.rows) for group in comparisons),
    )


_COLUMNS = [
    Column("As written"),
    Column("Read as"),
    Column("Whose figure"),
    Column("Line", right=True, whole=True),
]


def _screen(titles: Mapping[str, str], groups: Mapping[str, list[RenderableType]], count: int) -> RenderableType:
    dossiers = [stacked(heading(titles[path], path), *shown) for path, shown in groups.items()]
    return stacked(*dossiers, plain(f"{counted(count, 'figure')}. {_NOTE}", "dim"))


def _group(
    what: str | None, rows: Sequence[Listed], columns: Sequence[Column], measured: bool = False
) -> RenderableType:
    captions = tuple(dict.fromkeys(row.estimate.caption for row in rows))
    shared = captions[0] if len(captions) == 1 and captions[0] != what else None
    shown = [_cells(row, measured, named=len(captions) > 1) for row in rows]
    head = heading(what or "What is not said", shared or "")
    return Group(head, indented(table(columns, shown)))


def _cells(row: Listed, measured: bool, named: bool) -> Iterable[str | Text]:
    estimate = row.estimate
    written = [plain(estimate.quantity.verbatim)]
    scope = estimate.scope
    said = [scope.where, scope.when.verbatim if scope.when else None, scope.who]
    written += [plain(", ".join(filter(None, said)), "dim")] if any(said) else []
    written += [plain(estimate.caption, "dim")] if named and estimate.caption else []
    cells: list[str | Text] = [measure_name(estimate.measure)] if measured else []
    cells += [Text("\n").join(written), reading(estimate.quantity), whose(estimate.attribution)]
    return [*cells, str(estimate.span.first)]
