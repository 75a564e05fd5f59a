"""Which dossier has which section: a row for each dossier; of one dossier, or of very many, a row for each section."""

from __future__ import annotations

import statistics as numbers
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table as Grid
from rich.text import Text

from regimekit.analysis.coverage import HELD, STATES, THIN_LINES, THIN_WORDS, Cell, State
from regimekit.analysis.statistics import Statistics
from regimekit.rendering.heads import heads
from regimekit.rendering.screen import counted, heading
from regimekit.rendering.tables import Column, plain, table
from regimekit.rendering.text import one_line

MOST_ROWS = 60  # dossiers; of more a screen shows sums
SIGNS: dict[State, str] = {"filled": "█", "thin": "▄", "empty": "0", "joined": "+", "absent": ".", "missing": "x"}
_MEANING: dict[State, str] = {
    "filled": "filled",
    "thin": f"thin, fewer than {THIN_WORDS} words and {THIN_LINES} lines with records (sources: too few listed)",
    "empty": "empty, a heading without a word below it",
    "joined": "in one section with another",
    "absent": "not there and not required",
    "missing": "missing and required",
}
_NARROWEST_NAME = 12  # columns


def coverage_screen(found: Statistics, names: Mapping[str, str]) -> RenderableType:
    """The coverage in the form that fits the number of dossiers; ``names`` are short ones of the paths."""
    count = len(found.dossiers)
    title = heading("Coverage", f"{counted(count, 'dossier')}, {counted(len(found.columns), 'section')} in the schema")
    if count == 1:
        return Group(title, Text(""), _of_one(found))
    if count > MOST_ROWS:
        said = f"More than {MOST_ROWS} dossiers are summed: in how many each section is missing, empty, thin, filled."
        more = "Name some of them, or ask for --format json, csv or md, for a row each."
        return Group(title, Text(""), _summed(found), plain(f"{said} {more}", "dim"))
    return Group(title, Text(""), Matrix(found, names))


def _of_one(found: Statistics) -> RenderableType:
    columns = [
        Column("Section"),
        Column("State"),
        Column("Words", right=True, whole=True),
        Column("Lines", right=True, whole=True),
        Column("Records", right=True, whole=True),
        Column("At line", right=True),
        Column("Its title", spare=True),
    ]
    (one,) = found.dossiers
    pairs = zip(found.columns, one.coverage.cells, strict=True)
    return table(columns, [(head.label, *_told(cell)) for head, cell in pairs])


def _told(cell: Cell) -> tuple[str, ...]:
    line, titles = str(cell.line or ""), " / ".join(cell.titles)
    if cell.state not in HELD:
        said = {"missing": "missing", "absent": "not there, not required", "joined": "with another"}
        return said[cell.state], "", "", "", line, titles
    return cell.state, f"{cell.words:,}", f"{cell.lines:,}", f"{cell.records:,}", line, titles


def _summed(found: Statistics) -> RenderableType:
    named = {"missing": "Missing", "empty": "Empty", "thin": "Thin", "filled": "Filled", "joined": "Joined"}
    columns = [
        Column("Section"),
        *(Column(title, right=True, whole=True) for title in named.values()),
        Column("Not required", right=True),
        Column("Median words", right=True),
    ]
    rows: list[tuple[str, ...]] = []
    for at, head in enumerate(found.columns):
        cells = list(found.cells(at))
        states = Counter(cell.state for cell in cells)
        words = [cell.words for cell in cells if cell.state in HELD]
        median = f"{numbers.median(words):,.0f}" if words else ""
        rows.append((head.label, *(f"{states[state]:,}" for state in (*named, "absent")), median))  # type: ignore[index]
    return table(columns, rows)


class Matrix:
    """A rich renderable: words in the cells where there is room, else a sign; heads of two letters, side by side
    or one above the other; where nothing fits, the columns in several blocks."""

    def __init__(self, found: Statistics, names: Mapping[str, str]) -> None:
        self.labels = [one_line(head.label) for head in found.columns]
        self.heads = heads(self.labels)
        self.optional = [name for name, head in zip(self.heads, found.columns, strict=True) if not head.required]
        self.names = [one_line(names[one.coverage.path]) for one in found.dossiers]
        self.rows = [one.coverage.cells for one in found.dossiers]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        legends = max(cell_len(line.plain) for line in self._legends(True))
        return Measurement(_NARROWEST_NAME + 2, max(self._name + sum(self._widths(True)), legends))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        available = options.max_width
        wide = self._name + sum(self._widths(True)) <= available
        beside = self._name + sum(self._widths(False)) <= available
        if wide or beside:
            yield self._grid(self.heads, range(len(self.heads)), wide, self._name)
        else:
            name = min(self._name, available - 2 * len(self.heads))
            if name < _NARROWEST_NAME:
                name = min(self._name, available // 2)
            step = max(1, (available - name) // 2)
            for first in range(0, len(self.heads), step):
                if first:
                    yield Text("")
                yield self._grid(["\n".join(head) for head in self.heads], range(first, first + step), False, name)
        yield Text("")
        yield from self._legends(wide)

    @property
    def _name(self) -> int:
        return max(map(cell_len, (*self.names, "Dossier")))

    def _widths(self, words: bool) -> list[int]:
        """The columns' widths, each with the blank before it."""
        if not words:
            return [3] * len(self.heads)
        return [1 + max(2, *(len(_sign(row[at], True)) for row in self.rows)) for at in range(len(self.heads))]

    def _grid(self, titles: Sequence[str], places: range, words: bool, name: int) -> Grid:
        shown = [at for at in places if at < len(titles)]
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=name, overflow="fold", vertical="bottom")
        for _ in shown:
            grid.add_column(justify="right", no_wrap=True)
        grid.add_row(Text("Dossier", "bold"), *(Text(titles[at], "bold") for at in shown))
        for label, row in zip(self.names, self.rows, strict=True):
            grid.add_row(plain(label), *(Text(_sign(row[at], words)) for at in shown))
        return grid

    def _legends(self, words: bool) -> Iterator[Text]:
        there = {cell.state for row in self.rows for cell in row}
        said = [f"{_example(state, words)} {_MEANING[state]}" for state in STATES if state in there]
        yield plain("; ".join(said), "dim")
        named = ", ".join(f"{head} {label}" for head, label in zip(self.heads, self.labels, strict=True))
        optional = f"; not required: {', '.join(self.optional)}" if self.optional else ""
        yield plain(f"{named}{optional}", "dim")


def _sign(cell: Cell, words: bool) -> str:
    if words and cell.state in ("filled", "thin"):
        return f"({cell.words})" if cell.state == "thin" else str(cell.words)
    return SIGNS[cell.state]


def _example(state: State, words: bool) -> str:
    if words and state in ("filled", "thin"):
        return "(40)" if state == "thin" else "400 words,"
    return SIGNS[state]
