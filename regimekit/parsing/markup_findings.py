"""What is wrong with the marks of a text: rows with a cell too few or too many, HTML left open, control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regimekit.model.finding import Finding
from regimekit.model.span import Span
from regimekit.parsing.passages import Passage

# what a terminal obeys without showing it: controls, and marks that turn the direction of writing
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>details|summary|div|section|article|aside|table|thead|tbody|tr|td|th|ul|ol|center"
    r"|blockquote|pre|figure)\b[^<>]*?(?P<void>/?)>|(?P<comment><!--)",
    re.I | re.S,
)


def markup_findings(text: str, passages: Sequence[Passage]) -> list[Finding]:
    """The faults in the order in which they are looked for: characters, tables, HTML."""
    return [*_characters(text), *_rows(passages), *_html(passages)]


def _characters(text: str) -> Iterator[Finding]:
    if _CONTROL.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        match = _CONTROL.search(line)
        if match is not None:
            yield Finding(
                "RK906",
                "warning",
                Span(number, number),
                f"control character U+{ord(match[0]):04X}",
                "Remove it: it is not shown, and a terminal may obey it.",
            )


def _rows(passages: Sequence[Passage]) -> Iterator[Finding]:
    for passage in passages:
        if passage.kind == "row" and len(passage.cells) != passage.width:
            counts = f"{len(passage.cells)} cell{'s' * (len(passage.cells) != 1)} where the head has {passage.width}"
            yield Finding(
                "RK904",
                "warning",
                Span(passage.first, passage.last),
                f"the row has {counts}",
                "Give the row as many cells as the table's head has.",
            )


def _html(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The comments and block elements that are opened and never closed; what is in code is no HTML."""
    opened: dict[str, list[int]] = {}
    for passage in passages:
        if passage.kind != "html":
            continue
        for tag in _TAG.finditer(passage.text):
            line = passage.line(tag.start())
            if tag["comment"]:
                yield _open(line, "comment")
            elif tag["name"] and not tag["void"]:
                lines = opened.setdefault(tag["name"].lower(), [])
                if not tag["close"]:
                    lines.append(line)
                elif lines:
                    lines.pop()
    for name, lines in opened.items():
        for line in lines:
            yield _open(line, f"<{name}>")


def _open(line: int, what: str) -> Finding:
    return Finding(
        "RK905", "error", Span(line, line), f"the {what} is never closed", "Close the element or the comment."
    )
