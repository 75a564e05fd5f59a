"""Blocks → passages: the pieces of a dossier in which one statement stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from regimekit.parsing.blocks import Token
from regimekit.parsing.inline import read_inline

PassageKind = Literal["heading", "item", "row", "paragraph", "quote", "code", "html", "footnote"]


class Passage(msgspec.Struct):
    """A heading, a list item, a table row or a paragraph, as plain text with its surroundings.

    ``text`` is free of Markdown's marks (emphasis, links, code, footnote marks)
    and keeps its line breaks, so that the character at offset *k* stands on line
    ``first + text.count("\\n", 0, k)``. For a table row it is the cells joined
    by `` | ``, with ``cells`` the cells and ``header`` those of the table's head
    (padded to the same number). ``strong`` is a bold run at the start; it is a
    ``label`` where a colon, dash or line end follows ("**Death toll**: …" →
    "Death toll"), with ``body`` the offset in ``text`` at which what follows it
    begins (0 where there is no label). ``lead`` is the paragraph directly
    before the list or table the passage stands in ("**Death Toll Estimates**:");
    ``parent`` the list item it is nested in. ``headings`` are the titles above
    it from level 2 on, outermost first (a heading's own title is not among
    them), ``heading`` the nearest of them as a passage. ``footnotes`` are the
    labels of its footnote marks (for a footnote, its own), ``links`` its inline
    links as (text, url), ``wiki`` the insides of its ``[[…]]``, ``titles`` the
    offsets in ``text`` of what is set in italics (titles of works). ``level`` is
    that of a heading, or how deep an item is nested, from 1; ``section`` the
    schema's id of the section. ``number`` is that of an item of an ordered list,
    ``width`` the number of cells that the head of a row's table has.
    """

    kind: PassageKind
    first: int
    last: int
    text: str
    section: str = "other"
    level: int = 0
    strong: str | None = None
    label: str | None = None
    body: int = 0
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    heading: Passage | None = None
    parent: Passage | None = None
    lead: Passage | None = None
    footnotes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    wiki: tuple[str, ...] = ()
    titles: tuple[tuple[int, int], ...] = ()
    number: int = 0
    width: int = 0

    def line(self, offset: int) -> int:
        """The line of the file on which the character at that offset of ``text`` stands."""
        return self.first + self.text.count("\n", 0, offset) if self.last > self.first else self.first


# a line of its own within a paragraph, as people write labelled lines one below the other
_LABELLED_LINE = re.compile(r"\n(?=[ \t]*(?:\*\*|__)\S)")


class _Reader:
    """Walks the block tokens of one text; the current headings are its state."""

    def __init__(self, section_id: Callable[[str], str]) -> None:
        self.section_id = section_id
        self.open: list[tuple[int, Passage]] = []
        self.headings: tuple[str, ...] = ()
        self.heading: Passage | None = None
        self.section = "other"
        self.titled = False

    def read(self, tokens: Sequence[Token], parent: Passage | None, depth: int) -> Iterator[Passage]:
        """The passages of sibling tokens, and of what they hold."""
        lead: Passage | None = parent
        for token in tokens:
            kind = token["type"]
            if kind == "block_text" or kind == "paragraph":
                for passage in self.paragraph(token["text"], token["line"], "paragraph", parent, depth):
                    lead = passage
                    yield passage
                continue
            if kind == "list":
                yield from self.items(token, lead, parent, depth + 1)
            elif kind == "heading":
                yield self.head(token)
            elif kind == "table":
                yield from self.table(token, lead, parent)
            elif kind == "block_quote":
                for passage in self.read(token["children"], parent, depth):
                    if passage.kind == "paragraph":
                        passage.kind = "quote"
                    yield passage
            elif kind == "footnote":
                yield from self.paragraph(token["text"], token["line"], "footnote", parent, depth, token["key"])
            elif kind == "block_code" or kind == "block_html":
                text = token["raw"].rstrip("\n")
                line = token["line"] + (token.get("style") == "fenced")
                yield Passage(
                    "code" if kind == "block_code" else "html",
                    line,
                    line + text.count("\n"),
                    text,
                    self.section,
                    headings=self.headings,
                    heading=self.heading,
                )
            if kind != "blank_line":
                lead = parent

    def head(self, token: Token) -> Passage:
        inline = read_inline(token["text"].strip())
        level, line = token["attrs"]["level"], token["line"]
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        title = inline.text
        if level == 2 or (level == 1 and self.titled):
            self.section = self.section_id(title)
        elif level == 1:
            self.section, self.titled = "other", True
        above = self.open[-1][1] if self.open else None
        passage = Passage(
            "heading",
            line,
            line + (token.get("style") == "setext") + title.count("\n"),
            title,
            self.section,
            level,
            headings=tuple(p.text for at, p in self.open if at > 1),
            heading=above,
            footnotes=inline.footnotes,
            links=inline.links,
            wiki=inline.wiki,
            titles=inline.titles,
        )
        self.open.append((level, passage))
        self.headings = tuple(p.text for at, p in self.open if at > 1)
        self.heading = passage
        return passage

    def paragraph(
        self, raw: str, line: int, kind: PassageKind, parent: Passage | None, depth: int, note: str | None = None
    ) -> Iterator[Passage]:
        raw = raw.rstrip()
        texts = _LABELLED_LINE.split(raw) if "\n" in raw else (raw,)
        for text in texts:
            inline = read_inline(text.lstrip(" \t"))
            last = line + text.count("\n")
            yield Passage(
                kind,
                line,
                last,
                inline.text,
                self.section,
                depth,
                inline.strong,
                inline.label,
                inline.body,
                (),
                (),
                self.headings,
                self.heading,
                parent,
                None,
                (note, *inline.footnotes) if note is not None else inline.footnotes,
                inline.links,
                inline.wiki,
                inline.titles,
            )
            line = last + 1

    def items(self, token: Token, lead: Passage | None, parent: Passage | None, depth: int) -> Iterator[Passage]:
        number = 0
        if token["attrs"]["ordered"]:
            number = token["attrs"].get("start", 1)
        for item in token["children"]:
            children = item["children"]
            first = children[0] if children else None
            passage = parent
            if first is not None and (first["type"] == "block_text" or first["type"] == "paragraph"):
                for at, passage in enumerate(self.paragraph(first["text"], first["line"], "item", parent, depth)):
                    passage.lead = lead
                    passage.number = number
                    if at:
                        passage.kind = "paragraph"
                    yield passage
                children = children[1:]
            if children:
                yield from self.read(children, passage, depth)
            number += number > 0

    def table(self, token: Token, lead: Passage | None, parent: Passage | None) -> Iterator[Passage]:
        header = tuple(read_inline(cell).text for cell in token["header"])
        width = len(header)
        for line, raw in token["rows"]:
            inlines = [read_inline(cell) for cell in raw]
            while len(inlines) > width and not inlines[-1].text.strip():
                inlines.pop()  # a comment behind the row, or a pipe too many, is no cell
            cells = tuple(inline.text for inline in inlines)
            yield Passage(
                "row",
                line,
                line,
                " | ".join(cells),
                self.section,
                0,
                inlines[0].strong,
                None,
                0,
                cells,
                header if len(cells) <= width else header + ("",) * (len(cells) - width),
                self.headings,
                self.heading,
                parent,
                lead,
                tuple(note for inline in inlines for note in inline.footnotes),
                tuple(link for inline in inlines for link in inline.links),
                tuple(wiki for inline in inlines for wiki in inline.wiki),
                width=width,
            )


def read_passages(tokens: Sequence[Token], section_id: Callable[[str], str]) -> list[Passage]:
    """The passages of a text in the order of its lines; ``section_id`` names a section by its title.

    Sections are the headings of level 2, and those of level 1 after the title.
    """
    return list(_Reader(section_id).read(tokens, None, 0))
