"""What the section readers share: one file cut into passages, its header and the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from regimekit.parsing.frontmatter import Header
from regimekit.parsing.passages import Passage
from regimekit.schema import Schema


class Reading(msgspec.Struct):
    """One dossier on its way from passages to records."""

    passages: list[Passage]
    header: Header
    schema: Schema

    def within(self, section: str) -> Iterator[Passage]:
        """The passages of every section with that id, headings included."""
        return (passage for passage in self.passages if passage.section == section)


def split_outside_brackets(text: str, separators: str) -> list[str]:
    """Split at any of the separator characters that stands outside brackets and quotation marks."""
    if not any(separator in text for separator in separators):
        return [text.strip()]
    parts: list[str] = []
    start = depth = 0
    quoted = False
    for at, character in enumerate(text):
        if character in "([“":
            depth += 1
        elif character in ")]”":
            depth = max(0, depth - 1)
        elif character == '"':
            quoted = not quoted
        elif character in separators and not depth and not quoted:
            parts.append(text[start:at].strip())
            start = at + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


_BRACKET = re.compile(r"[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


def take_brackets(text: str) -> tuple[str, list[str]]:
    """The text without its round brackets, and what stood in them."""
    if "(" not in text:
        return text.strip(), []
    notes = [match[1].strip() for match in _BRACKET.finditer(text)]
    return " ".join(_BRACKET.sub(" ", text).split()), notes
