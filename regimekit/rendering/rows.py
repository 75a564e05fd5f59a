"""Rows of cells in columns of fixed widths, as lines: what rich's own table does, without measuring each cell again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

GAP = 2  # blanks between columns


class Rows:
    """A rich renderable; ``right`` says of each column whether it is set to the right, ``indent`` is before all."""

    def __init__(
        self, rows: Sequence[Sequence[Text]], widths: Sequence[int], right: Sequence[bool], indent: int
    ) -> None:
        self.rows = rows
        self.widths = widths
        self.right = right
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        styled = console.color_system is not None
        for row in self.rows:
            cells = [self._wrapped(console, cell, at) for at, cell in enumerate(row)]
            for line in zip_longest(*cells):
                yield from self._styled(console, line) if styled else (Segment(self._plain(line)),)
                yield Segment.line()

    def _wrapped(self, console: Console, cell: Text, at: int) -> Sequence[Text]:
        if "\n" not in cell.plain and cell.cell_len <= self.widths[at]:
            return (cell,)
        lines = cell.wrap(console, self.widths[at], justify="default", overflow=cell.overflow or "fold")
        for line in lines:
            line.rstrip()
        return list(lines)

    def _blanks(self, at: int, wide: int) -> tuple[int, int]:
        """The blanks before a piece of a cell so wide, and behind it."""
        free = max(0, self.widths[at] - wide)
        gap = GAP if at < len(self.widths) - 1 else 0
        return (free, gap) if self.right[at] else (0, free + gap)

    def _plain(self, line: Sequence[Text | None]) -> str:
        parts = [" " * self.indent]
        for at, piece in enumerate(line):
            before, behind = self._blanks(at, piece.cell_len if piece else 0)
            parts += (" " * before, piece.plain if piece else "", " " * behind)
        return "".join(parts)

    def _styled(self, console: Console, line: Sequence[Text | None]) -> Iterator[Segment]:
        yield Segment(" " * self.indent)
        for at, piece in enumerate(line):
            before, behind = self._blanks(at, piece.cell_len if piece else 0)
            yield Segment(" " * before)
            if piece:
                yield from piece.render(console, end="")
            yield Segment(" " * behind)
