"""What a fix is: the edits that mend one finding, and whether they can be made unseen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from regimekit.linting.context import Context
from regimekit.linting.edits import Edit
from regimekit.model import Finding, Fixability, Span

_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


class Fix(msgspec.Struct, frozen=True):
    """The edits that mend a finding.

    ``safe`` are those that leave all that a dossier says as it was, but for the
    fault; ``unsafe`` those that somebody has to look at: what moves text,
    guesses what was meant, or leaves a place to be filled in.
    """

    edits: tuple[Edit, ...]
    kind: Fixability = "safe"


#: Finds the fix of one finding, None where there is none that is certain enough.
Fixer = Callable[[Context, Finding], Fix | None]


def mended(edits: Edit | Iterable[Edit], kind: Fixability = "safe") -> Fix:
    """A fix of one edit or several."""
    return Fix((edits,) if isinstance(edits, Edit) else tuple(edits), kind)


def line_of(context: Context, number: int) -> str:
    """The line of that number, "" where there is none."""
    return context.lines[number - 1] if 0 < number <= len(context.lines) else ""


def marked(context: Context, finding: Finding) -> str:
    """The piece of the line that a finding is about, "" where that is the whole line."""
    return line_of(context, finding.span.first)[finding.column - 1 : finding.end_column - 1] if finding.column else ""


def place_of_mark(context: Context, finding: Finding) -> int:
    """The offset at which the piece begins."""
    return context.starts[finding.span.first - 1] + finding.column - 1


def replace_mark(context: Context, finding: Finding, new: str) -> Edit | None:
    """The edit that gives the piece other words; None where there is no piece, or the line holds it twice."""
    old = marked(context, finding)
    if not old or line_of(context, finding.span.first).count(old) != 1 or old == new:
        return None
    start = place_of_mark(context, finding)
    return Edit(start, start + len(old), new)


def without_lines(context: Context, first: int, last: int) -> Edit:
    """The edit that takes lines out, with their line ends."""
    start, end = context.starts[first - 1], context.starts[last]
    if last == len(context.lines):  # the last line has no end of its own: that of the line above goes with it
        return Edit(max(0, start - 1), len(context.dossier.text), "")
    return Edit(start, end, "")


def in_prose(context: Context, line: int) -> bool:
    """Whether a line is the dossier's own text: neither in the header nor in code."""
    return line > context.front_matter_end and line not in context.code_lines


def stands_alone(context: Context, span: Span) -> bool:
    """Whether an entry is one line, and no wrapped text or item below it hangs on it."""
    line, below = line_of(context, span.first), line_of(context, span.first + 1)
    if span.first != span.last:
        return False
    if "|" in line and line.lstrip().startswith("|"):
        return True
    hangs = below.strip() and not _LIST_ITEM.match(below) and not below.startswith(("#", "|", "<", ">", "["))
    deeper = len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())
    return not hangs and not (below.strip() and deeper)
