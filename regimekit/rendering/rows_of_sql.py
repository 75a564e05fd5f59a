"""The answer to a question in SQL."""

from collections.abc import Sequence

from rich.console import RenderableType

from regimekit.rendering.tables import Column, table

_Cell = str | int | float | bool | None


def rows_screen(columns: Sequence[str], rows: Sequence[Sequence[_Cell]]) -> RenderableType:
    """A table; columns of numbers are set to the right, and what is missing is left empty."""
    heads = [
        Column(column, right=_numeric(cells), whole=_numeric(cells))
        for column, cells in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    return table(heads, [["" if cell is None else str(cell) for cell in row] for row in rows])


def _numeric(cells: Sequence[_Cell]) -> bool:
    """Whether some cells are numbers and none is text."""
    return any(isinstance(cell, int | float) for cell in cells) and not any(isinstance(cell, str) for cell in cells)
