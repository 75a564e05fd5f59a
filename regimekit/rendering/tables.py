"""Tables for terminals of any width: cells are wrapped at blanks, never cut, and no number is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from regimekit.rendering.rows import GAP, Rows
from regimekit.rendering.text import one_line

_NARROWEST = 6  # columns
_LONGEST_WORD = 20  # columns; a longer one is broken rather than that its column squeezes the others

Cell = str | Text


class Column(msgspec.Struct, frozen=True):
    """A column of a table.

    ``right`` is for numbers, ``whole`` where a cell is not to be wrapped;
    ``most`` is the width to which it is narrowed before all others are;
    ``spare`` columns are left out where the others fit only without them.
    """

    title: str
    right: bool = False
    whole: bool = False
    most: int | None = None
    spare: bool = False


class Group(msgspec.Struct, frozen=True):
    """Rows under a title; ``subtitles``, one for each row, are shown where they change; ``foot`` are lines below.

    A subtitle is words, or anything drawn, which is then as wide as the table.
    """

    rows: Sequence[Sequence[Cell]]
    title: Text | None = None
    subtitles: Sequence[RenderableType | None] = ()
    foot: Sequence[Text] = ()


class Table:
    """A rich renderable: the head once, then each group, with the columns at the same place in all of them."""

    def __init__(self, columns: Sequence[Column], groups: Sequence[Group]) -> None:
        self.columns = columns
        self.groups = [replace(group, rows=[[plain(cell) for cell in row] for row in group.rows]) for group in groups]
        self.indent = 2 if any(group.title for group in groups) else 0

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widths = self._widths(None)
        titles = [group.title.cell_len for group in self.groups if group.title]
        subtitles = [title for group in self.groups for title in group.subtitles if isinstance(title, str)]
        titles += [cell_len(one_line(title)) + self.indent for title in subtitles]
        titles += [line.cell_len + self.indent for group in self.groups for line in group.foot]
        return Measurement(_NARROWEST, max(sum(widths) + GAP * len(widths) + self.indent, *titles, 0))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        widths = self._widths(options.max_width)
        if widths != self._widths(None) and any(column.spare for column in self.columns):
            yield self._without_spare()
            return
        yield self._drawn([[Text(column.title, "bold") for column in self.columns]], widths, options.max_width)
        yield Text("─" * self._wide(widths), no_wrap=True, overflow="crop")
        for number, group in enumerate(self.groups):
            if number:
                yield Text("")
            if group.title:
                yield group.title
            yield from self._group(group, widths, options.max_width)
            for line in group.foot:
                yield self._set_in(line, self.indent)

    def _group(self, group: Group, widths: Sequence[int], available: int) -> Iterator[RenderableType]:
        rows: list[Sequence[Text]] = []
        shown: RenderableType | None = None
        for row, subtitle in zip(group.rows, group.subtitles or [None] * len(group.rows), strict=True):
            if subtitle != shown and rows:
                yield self._drawn(rows, widths, available)
                rows = []
            if subtitle and subtitle != shown:
                drawn = (
                    plain(subtitle, "italic") if isinstance(subtitle, str) else Constrain(subtitle, self._wide(widths))
                )
                yield self._set_in(drawn, self.indent // 2)
            shown = subtitle
            rows.append([plain(cell) for cell in row])
        if rows:
            yield self._drawn(rows, widths, available)

    def _wide(self, widths: Sequence[int]) -> int:
        return sum(widths) + GAP * (len(widths) - 1) + self.indent

    def _set_in(self, part: RenderableType, by: int) -> RenderableType:
        return Padding(part, (0, 0, 0, by), expand=False) if by else part

    def _drawn(self, rows: Sequence[Sequence[Text]], widths: Sequence[int], available: int) -> RenderableType:
        if self._wide(widths) <= available:
            return Rows(rows, widths, [column.right for column in self.columns], self.indent)
        grid = self._grid(widths)  # too wide whatever is wrapped: rich breaks what must not be broken
        for row in rows:
            grid.add_row(*row)
        return self._set_in(grid, self.indent)

    def _grid(self, widths: Sequence[int]) -> Grid:
        grid = Grid.grid(padding=(0, GAP, 0, 0))
        for column, width in zip(self.columns, widths, strict=True):
            grid.add_column(width=width, justify="right" if column.right else "left", overflow="fold")
        return grid

    def _without_spare(self) -> Table:
        kept = [at for at, column in enumerate(self.columns) if not column.spare]
        groups = [replace(group, rows=[[row[at] for at in kept] for row in group.rows]) for group in self.groups]
        return Table([self.columns[at] for at in kept], groups)

    def _widths(self, available: int | None) -> list[int]:
        """The widths of the columns in so many columns of the terminal; None is as many as it takes."""
        rows = [[_text(cell) for cell in row] for group in self.groups for row in group.rows]
        rows.append([column.title for column in self.columns])
        cells = [[line for row in rows for line in row[at].split("\n")] for at in range(len(self.columns))]
        widest = [max(map(cell_len, column)) for column in cells]
        if available is None:
            return widest
        available -= GAP * (len(widest) - 1) + self.indent
        if sum(widest) > available:
            widest = [min(wide, column.most or wide) for column, wide in zip(self.columns, widest, strict=True)]
        unbroken = [_longest_word(several) for several in cells]
        numbers = [_longest_word(several, numbers=True) for several in cells]
        for least in (unbroken, numbers):
            kept = [
                wide if column.whole else min(wide, max(_NARROWEST, word))
                for column, word, wide in zip(self.columns, least, widest, strict=True)
            ]
            widest = fitted(widest, kept, available)
        return widest


def fitted(widths: Sequence[int], least: Sequence[int], available: int) -> list[int]:
    """Widths narrowed until they fit, the widest first and none below its least."""
    fit = list(widths)
    while (excess := sum(fit) - available) > 0:
        free = [at for at, width in enumerate(fit) if width > least[at]]
        if not free:
            break
        most = max(fit[at] for at in free)
        widest = [at for at in free if fit[at] == most]
        # down to the next width below, so that columns of one width stay alike
        below = max([fit[at] for at in free if fit[at] < most] + [least[at] for at in widest])
        step = max(1, min(most - below, excess // len(widest)))
        for at in widest[:excess]:
            fit[at] -= step
    return fit


def _longest_word(cells: Iterable[str], numbers: bool = False) -> int:
    """The longest word (with a digit in it), so far as it is one that can be kept whole."""
    words = (word for cell in cells for word in cell.split() if not numbers or any(map(str.isdigit, word)))
    return max((length for length in map(cell_len, words) if length <= _LONGEST_WORD), default=0)


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table of one group without a title."""
    return Table(columns, [Group(list(rows))])


def plain(text: Cell | None, style: str = "") -> Text:
    """Text of a dossier on one line: never markup, nothing that a terminal obeys."""
    return text if isinstance(text, Text) else Text(one_line(text), style=style, overflow="fold")


def _text(cell: Cell) -> str:
    return cell.plain if isinstance(cell, Text) else cell
