"""The canonical form of a dossier, as edits, one step after the other.

Each step looks at a dossier that was read anew after the one before it, and
each edit can stand alone: who formats may leave out any of them. A piece that
is not understood (a row with a cell too many, a date that is no full day) is
left as it is, and so are code, comments, quotations of HTML and the header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from regimekit.linting.canonical_lines import rewritten_lines
from regimekit.linting.canonical_tables import aligned, in_order
from regimekit.linting.edits import Edit
from regimekit.model import Block, Dossier, Section
from regimekit.schema import Schema

_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)]) {1,4}(?P<text>\S.*)")
_OTHER_BLOCK = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:\s|$)|[-*_= ]+$|#|>|`{3}|~{3}")
_FENCE = re.compile(r"`{3}|~{3}")
# what may be set apart by one blank line whatever stands beside it
_MOVABLE = frozenset({"heading", "paragraph", "list", "table", "rule", "quote", "footnote"})
_SET_APART = frozenset({"heading", "list", "table"})
_TRIMMED = frozenset({"heading", "paragraph", "list", "table", "rule", "footnote"})


class Lines:
    """The lines of a text with their offsets, counted from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def of(self, block: Block) -> list[str]:
        return self.lines[block.first - 1 : block.last]

    def end(self, line: int) -> int:
        """The offset behind the last character of a line, trailing blanks among them."""
        return self.starts[line - 1] + len(self.lines[line - 1])

    def edit(self, first: int, last: int, new: str) -> Edit | None:
        """The edit that writes these lines anew, None where they are so already."""
        start, end = self.starts[first - 1], self.end(last)
        return None if self.text[start:end] == new else Edit(start, end, new)


def single_lines(dossier: Dossier, schema: Schema) -> Iterator[Edit]:
    """Sources, relations and the footer in the schema's form, their dates in ISO 8601."""
    lines = Lines(dossier.text)
    code = {
        line for _, block in _blocks(dossier) if block.kind == "code" for line in range(block.first, block.last + 1)
    }
    for number, new in rewritten_lines(dossier, schema).items():
        edit = lines.edit(number, number, new)
        if edit is not None and number not in code:
            yield edit


def tables(dossier: Dossier, schema: Schema) -> Iterator[Edit]:
    """The columns of tables under each other, and the Overview's fields in the schema's order."""
    lines = Lines(dossier.text)
    order = {field.id: place for place, field in enumerate(schema.fields)}
    ids = {field.span.first: field.id for field in dossier.overview if not field.header}
    for section, block in _blocks(dossier):
        new: list[str] | None = None
        if block.kind == "table":
            rows = range(block.first + 2, block.last + 1)
            places = [order.get(ids.get(row) or "", -1) for row in rows]
            new = aligned(lines.of(block), places if section.id == "overview" else None)
        elif block.kind == "list" and section.id == "overview" and _is_of_fields(lines.of(block), block, ids):
            places = [order.get(ids[row] or "", -1) for row in range(block.first, block.last + 1)]
            new = in_order(lines.of(block), places)
        edit = lines.edit(block.first, block.last, "\n".join(new)) if new else None
        if edit is not None:
            yield edit


def _is_of_fields(lines: list[str], block: Block, ids: dict[int, str | None]) -> bool:
    """Whether each line of a list is an item of its own, a field, under the same mark."""
    items = [_ITEM.match(line) for line in lines]
    marks = {(item["indent"], item["marker"]) if item else None for item in items}
    return len(marks) == 1 and None not in marks and all(row in ids for row in range(block.first, block.last + 1))


def markers(dossier: Dossier, schema: Schema) -> Iterator[Edit]:
    """A dash before the items of every list that a change of marks cannot join to another."""
    lines = Lines(dossier.text)
    blocks = [block for _, block in _blocks(dossier)]
    for at, block in enumerate(blocks):
        beside = [blocks[place].kind for place in (at - 1, at + 1) if 0 <= place < len(blocks)]
        if block.kind == "list" and "list" not in beside:
            new = _dashed(lines.of(block))
            edit = lines.edit(block.first, block.last, "\n".join(new)) if new else None
            if edit is not None:
                yield edit


def _dashed(lines: list[str]) -> list[str] | None:
    """The lines of a list with dashes; None where they are not all plain items and their wrapped text."""
    marks: dict[int, str] = {}
    new: list[str] = []
    for line in lines:
        item = _ITEM.match(line)
        if item is None:
            if not line.strip() or _OTHER_BLOCK.match(line.lstrip()):
                return None
            new.append(line)
            continue
        marker, indent = item["marker"], len(item["indent"])
        if _OTHER_BLOCK.match(item["text"]) or marks.setdefault(indent, marker[-1]) != marker[-1]:
            return None
        new.append(line if marker[0].isdigit() else f"{item['indent']}-{line[indent + 1 :]}")
    return new


def spacing(dossier: Dossier, schema: Schema) -> Iterator[Edit]:
    """One blank line around headings, lists and tables and between paragraphs; no blanks at the ends of lines."""
    lines = Lines(dossier.text)
    blocks = [block for _, block in _blocks(dossier)]
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind in _TRIMMED and not (block.kind == "list" and any(map(_FENCE.search, lines.of(block)))):
            yield from _trimmed(lines, block)
        if following is not None:
            yield from _gap(lines, block, following)
        elif block.kind in _MOVABLE:
            end = lines.starts[block.last - 1] + len(lines.lines[block.last - 1].rstrip(" \t"))
            if lines.text[end:] != "\n":
                yield Edit(end, len(lines.text), "\n")


def _trimmed(lines: Lines, block: Block) -> Iterator[Edit]:
    """Blanks at the ends of a block's lines but the last, save for two or more before wrapped text: a line break."""
    for number in range(block.first, block.last):
        line, below = lines.lines[number - 1], lines.lines[number]
        kept = line.rstrip(" \t")
        if kept == line:
            continue
        wraps = block.kind in ("paragraph", "footnote") or (block.kind == "list" and not _ITEM.match(below))
        if line.endswith("  ") and kept and below.strip() and wraps:
            continue
        yield Edit(lines.starts[number - 1] + len(kept), lines.end(number), "")


def _gap(lines: Lines, block: Block, following: Block) -> Iterator[Edit]:
    """The blank lines between two blocks."""
    blank = following.first - block.last - 1
    start = lines.end(block.last)
    if block.kind in _TRIMMED:
        start = lines.starts[block.last - 1] + len(lines.lines[block.last - 1].rstrip(" \t"))
    # a line directly below a table is text to some readers and a row to others
    unclear = block.kind == "table" and following.kind == "paragraph" and not blank
    if block.kind in _MOVABLE and following.kind in _MOVABLE and not unclear:
        apart = block.kind in _SET_APART or following.kind in (*_SET_APART, "rule")
        blank = 1 if blank or apart else 0
    new = "\n" * (blank + 1)
    end = lines.starts[following.first - 1]
    if lines.text[start:end] != new:
        yield Edit(start, end, new)


def _blocks(dossier: Dossier) -> Iterator[tuple[Section, Block]]:
    return ((section, block) for section in dossier.sections for block in section.blocks)


Step = Callable[[Dossier, Schema], Iterator[Edit]]
#: What makes a dossier canonical, in turn.
STEPS: tuple[Step, ...] = (single_lines, tables, markers, spacing)
