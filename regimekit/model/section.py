"""The parts of a dossier: headings and the blocks below them."""

from typing import Literal

import msgspec

from regimekit.model.span import Span

BlockKind = Literal[
    "heading",
    "paragraph",
    "list",
    "table",
    "quote",
    "code",
    "html",
    "rule",
    "footnote",
    "front_matter",
]


class Block(msgspec.Struct, frozen=True, gc=False):
    """A run of lines that Markdown reads as one: every non-blank line is in just one block."""

    kind: BlockKind
    first: int
    last: int


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands below it, up to the next heading.

    ``id`` is the schema's name of the level-2 section it is or lies in
    ("other" where the schema knows none); ``number`` is a numbering before the
    title ("3.", "IX."), which ``title`` leaves out. The lines before the first
    heading are a section of level 0 without a title.
    """

    span: Span
    level: int
    title: str
    id: str
    number: str | None = None
    blocks: tuple[Block, ...] = ()
