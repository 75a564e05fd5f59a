"""Rows of plain cells → CSV and Markdown tables."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from regimekit.analysis.harmless import harmless

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\n")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_MARKUP = re.compile(r"[\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)")
_BREAKS = re.compile(r"\s+")


def to_csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """RFC 4180 with line feeds; a cell that a spreadsheet would run as a formula is kept text by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(_csv_cell, columns))
    writer.writerows([_csv_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    # cell by cell: an escape sequence that is left open would swallow the cells behind it
    text = harmless(str(cell).replace("\r\n", "\n").replace("\r", "\n"))  # csv quotes only the line end that it writes
    return "'" + text if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def to_markdown(columns: Mapping[str, str], rows: Sequence[Row]) -> str:
    """A pipe table of some columns: their titles, and the keys under which their cells stand."""
    numeric = [
        any(isinstance(row[key], int | float) for row in rows) and not any(isinstance(row[key], str) for row in rows)
        for key in columns.values()
    ]
    lines = [
        _line(map(_markdown_cell, columns)),
        _line("---:" if right else "---" for right in numeric),
        *(_line(_markdown_cell(row[key]) for key in columns.values()) for row in rows),
    ]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _markdown_cell(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return f"{cell:,}"
    return _MARKUP.sub(lambda match: "\\" + match[0], _BREAKS.sub(" ", harmless(cell or "")).strip())
