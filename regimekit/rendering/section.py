"""A section to be read: its headings, lists and tables as a terminal shows them best."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from regimekit.model import Block, Dossier, Section
from regimekit.rendering.inline import read_marks
from regimekit.rendering.screen import stacked
from regimekit.rendering.tables import Column, table
from regimekit.rendering.text import harmless

_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(.*)")
_DIVIDER = re.compile(r"[\s|:-]+")
_HEADING_MARKS = re.compile(r"^ {0,3}#{1,6}[ \t]*|[ \t]+#+[ \t]*$")
_UNDERLINES = {1: "═", 2: "═", 3: "─"}
_DEEPEST_INDENT = 8
_MOST_COLUMNS = 50  # a table with more is no table for a screen


def section_screen(dossier: Dossier, sections: Sequence[Section]) -> RenderableType:
    """Sections one after the other, each with its heading."""
    lines = dossier.text.split("\n")
    return stacked(
        *(part for section in sections for block in section.blocks for part in _block(block, section, lines))
    )


def _block(block: Block, section: Section, lines: Sequence[str]) -> Iterator[RenderableType]:
    text = lines[block.first - 1 : block.last]
    while text and not text[-1].strip():
        text = text[:-1]
    if not text or block.kind == "rule":
        return
    if block.kind == "heading":
        yield _heading(text, section)
    elif block.kind == "list":
        yield Group(*_list(text))
    elif block.kind == "table":
        yield _table(text)
    elif block.kind == "quote":
        yield Padding(Group(*_paragraphs(line.lstrip(" >") for line in text)), (0, 0, 0, 4), expand=False)
    elif block.kind == "html":
        if not text[0].lstrip().startswith("<!--"):
            yield _verbatim(text)
    elif block.kind in ("code", "front_matter"):
        yield _verbatim(line for line in text if not line.lstrip().startswith(("```", "~~~")))
    else:
        yield Group(*_paragraphs(text))


def _heading(text: Sequence[str], section: Section) -> RenderableType:
    title = read_marks(_HEADING_MARKS.sub("", text[0]).strip(), "bold")
    mark = _UNDERLINES.get(section.level)
    if not mark:
        return title
    return Group(title, Text(mark * min(cell_len(title.plain), 100), "dim", overflow="crop", no_wrap=True))


def _list(text: Sequence[str]) -> Iterator[RenderableType]:
    """Each item with its mark hanging before it, as deep as it is nested."""
    depths: list[int] = []
    items: list[tuple[int, str, list[str]]] = []
    for line in text:
        match = _ITEM.match(line)
        if match is None:
            if line.strip() and items:
                items[-1][2].append(line.strip())
            continue
        column = len(match[1].expandtabs(4))
        while depths and depths[-1] > column:
            depths.pop()
        if not depths or depths[-1] < column:
            depths.append(column)
        mark = match[2] if match[2][0].isdigit() else "-"
        items.append((min(len(depths), _DEEPEST_INDENT) - 1, mark, [match[3].strip()]))
    for depth, mark, parts in items:
        drawn = Table.grid(padding=(0, 1, 0, 0))
        drawn.add_column(no_wrap=True)
        drawn.add_column(overflow="fold")
        drawn.add_row(Text("  " * depth + mark), read_marks(" ".join(parts)))
        yield drawn


def _table(text: Sequence[str]) -> RenderableType:
    rows = [_cells(line) for line in text if line.strip()]
    if len(text) > 1 and _DIVIDER.fullmatch(text[1]):
        del rows[1]
    width = max(map(len, rows))
    if width > _MOST_COLUMNS:
        return _verbatim(text)
    head, *body = [row + [""] * (width - len(row)) for row in rows]
    columns = [Column(read_marks(title).plain) for title in head]
    return table(columns, [[read_marks(cell) for cell in row] for row in body])


def _cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _paragraphs(text: Iterable[str]) -> Iterator[RenderableType]:
    """Lines joined as Markdown joins them, but for those that begin with a label in bold or italics."""
    running: list[str] = []
    for line in text:
        if running and (line.lstrip().startswith(("**", "__", "*", "_", "[^")) or not line.strip()):
            yield read_marks(" ".join(running))
            running = []
        if line.strip():
            running.append(line.strip())
    if running:
        yield read_marks(" ".join(running))


def _verbatim(text: Iterable[str]) -> RenderableType:
    shown = Text(harmless("\n".join(text)), overflow="fold")
    return Padding(shown, (0, 0, 0, 4), expand=False)
