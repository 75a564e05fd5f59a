"""Pipe tables, read as forgivingly as they are written.

mistune gives up a table when one row has a cell too few or too many; a reader
does not. Rows keep the cells that they have: who uses them decides what a
missing or surplus cell means.
"""

from __future__ import annotations

import re
from typing import Any

TABLE_ROW = r"^ {0,3}(?:\||\S[^\n|]*\|)[^\n]*\n {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?(?:\n|$)"
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_WIKI_PIPE = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]")
_DELIMITER_CELL = re.compile(r"[ \t]*:?-*:?[ \t]*\Z")


def split_cells(line: str) -> tuple[str, ...]:
    """The cells of one table row, without the pipes at its ends; ``\\|`` stays within a cell."""
    text = line.strip()
    if text.startswith("|"):
        text = text[1:]
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    if "[[" in text:
        # the pipe of "[[slug|text]]" separates no cells, though Markdown asks for a backslash before it
        text = _WIKI_PIPE.sub(lambda link: link[0].replace("\\|", "|").replace("|", "\\|"), text)
    if "\\" not in text:
        return tuple(cell.strip() for cell in text.split("|"))
    return tuple(cell.replace("\\|", "|").strip() for cell in _CELL_END.sub("\\1\0", text).split("\0"))


def read_table(src: str, start: int, line: int) -> tuple[dict[str, Any], int] | None:
    """The table whose head stands at ``start`` (on ``line`` of the file), and where it ends.

    None where the second line is no delimiter row, or rules no column of the
    head: then it is a paragraph that happens to hold a pipe.
    """
    head, delimiter = _two_lines(src, start)
    if "|" not in delimiter and head.strip().count("|") > 1:
        return None
    if not all(_DELIMITER_CELL.match(cell) for cell in split_cells(delimiter)):
        return None
    position = start + len(head) + 1 + len(delimiter) + 1
    rows: list[tuple[int, tuple[str, ...]]] = []
    number = line + 2
    while position < len(src):
        end = src.find("\n", position)
        end = len(src) if end < 0 else end
        row = src[position:end]
        if "|" not in row or not row.strip():
            break
        rows.append((number, split_cells(row)))
        position, number = end + 1, number + 1
    token = {"type": "table", "line": line, "header": split_cells(head), "rows": rows}
    return token, min(position, len(src))


def _two_lines(src: str, start: int) -> tuple[str, str]:
    first = src.find("\n", start)
    second = src.find("\n", first + 1)
    return src[start:first], src[first + 1 : len(src) if second < 0 else second]
