"""Tables with their columns under each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

WIDEST = 120  # columns; the cells of a wider table get one blank at each side instead

Row = TypeVar("Row")

_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_RULE = re.compile(r"(?P<left>:?)-+(?P<right>:?)")


def aligned(lines: Sequence[str], places: Sequence[int] | None = None) -> list[str] | None:
    """A table's lines with padded cells; None where a row has not as many cells as the head, or is not understood.

    ``places`` are those of the rows below the rule, see `in_order`.
    """
    head, rule, *rows = [_cells(line) for line in lines]
    marks = [_RULE.fullmatch(cell) for cell in rule]
    if any(len(row) != len(head) for row in (rule, *rows)) or not all(marks):
        return None
    sides = [(mark["left"], mark["right"]) for mark in marks if mark]
    if places is not None:
        rows = in_order(rows, places)
    widths = [max(3, *(_width(row[column]) for row in (head, *rows))) for column in range(len(head))]
    if sum(widths) + 3 * len(widths) + 1 > WIDEST:
        widths = [0] * len(head)
    written = [_row(row, widths, sides) for row in (head, *rows)]
    return [written[0], _ruled(widths, sides), *written[1:]]


def in_order(rows: Sequence[Row], places: Sequence[int]) -> list[Row]:
    """The rows in the order of their places, one without a place (-1) behind the row that it follows."""
    keys: list[int] = []
    for place in places:
        keys.append(place if place >= 0 else keys[-1] if keys else -1)
    return [rows[at] for at in sorted(range(len(rows)), key=lambda at: keys[at])]


def _cells(line: str) -> list[str]:
    """The cells as they are written, split as the reader splits them."""
    text = line.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip() for cell in _BAR.sub("\\1\0", text).split("\0")]


def _row(cells: Sequence[str], widths: Sequence[int], sides: Sequence[tuple[str, str]]) -> str:
    padded = [_padded(cell, width, *side) for cell, width, side in zip(cells, widths, sides, strict=True)]
    return f"| {' | '.join(padded)} |"


def _padded(cell: str, width: int, left: str, right: str) -> str:
    missing = max(0, width - _width(cell))
    before = missing if right and not left else missing // 2 if right and left else 0
    return " " * before + cell + " " * (missing - before)


def _ruled(widths: Sequence[int], sides: Sequence[tuple[str, str]]) -> str:
    cells = [
        left + "-" * (max(width, 3) + 2 - len(left) - len(right)) + right
        for width, (left, right) in zip(widths, sides, strict=True)
    ]
    return f"|{'|'.join(cells)}|"


def _width(text: str) -> int:
    """How many columns a text takes where every letter takes one, or two in East Asian scripts."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text
    )
