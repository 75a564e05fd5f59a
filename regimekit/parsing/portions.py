"""Passages of a size that a sentence grammar can be asked to read.

Who is counted, and by whom, is settled by comparing a number with the words
around it, which takes the square of their number. No sentence is long enough to
show that; a file that is one line of a megabyte is. So a passage longer than any
that is meant to be read is taken piece by piece, cut at the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from regimekit.parsing.passages import Passage

_LONGEST = 3000  # characters
_MOST_CELLS = 40
_ENDS = (". ", ".\n", "; ", "\n", " ")


def portions(passage: Passage) -> Iterator[Passage]:
    """The passage itself, or the pieces of one that is too long; each knows the line it begins on."""
    if len(passage.text) <= _LONGEST:
        yield passage
    elif passage.cells:
        yield from _rows(passage)
    else:
        yield from _texts(passage)


def _texts(passage: Passage) -> Iterator[Passage]:
    start = 0
    while start < len(passage.text):
        end = _cut(passage.text, start)
        yield msgspec.structs.replace(
            passage,
            first=passage.line(start),
            text=passage.text[start:end],
            label=passage.label if not start else None,
            body=passage.body if passage.body < end and not start else 0,
            titles=tuple((low - start, high - start) for low, high in passage.titles if start <= low and high <= end),
        )
        start = end


def _cut(text: str, start: int) -> int:
    """Where a piece that begins at ``start`` ends: behind a sentence, else a clause, else a word."""
    end = start + _LONGEST
    if end >= len(text):
        return len(text)
    for mark in _ENDS:
        at = text.rfind(mark, start + _LONGEST // 2, end)
        if at > 0:
            return at + len(mark)
    return end


def _rows(passage: Passage) -> Iterator[Passage]:
    """Pieces of a row, each with the row's first cell, which says what the row is about."""
    for at in range(1, max(len(passage.cells), 2), _MOST_CELLS):
        cells = tuple(cell[:_LONGEST] for cell in (passage.cells[0], *passage.cells[at : at + _MOST_CELLS]))
        header = (passage.header[0], *passage.header[at : at + _MOST_CELLS])
        yield msgspec.structs.replace(passage, cells=cells, header=header, text=" | ".join(cells), titles=())
