"""YAML header → fields with lines.

The header is read as a tree of nodes, not as Python objects: PyYAML's objects
forget their lines, turn ``12:30`` into 750 and ``1990-07-28`` into a date, and
let the second of two equal keys win in silence.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import msgspec
import yaml

from regimekit.model.finding import Finding
from regimekit.model.span import Span

_LARGEST = 100_000  # characters; a header beyond that is no header
_DEEPEST = 40
_KEY = re.compile(r"[ \t]*[\w\"'][^:\n]*:(?:[ \t]|$)")
_COMMENT = re.compile(r"[ \t]*#(?!#)|[ \t]*$")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class HeaderField(msgspec.Struct, frozen=True):
    """One scalar of the header: ``dates.start`` is the path of its keys, ``value`` the text as written.

    The scalars of a list share their path.
    """

    path: str
    value: str
    span: Span


class Header(NamedTuple):
    """The header's fields, the lines it stands on (0, 0 where there is none), and what is wrong with it."""

    fields: tuple[HeaderField, ...]
    first: int
    last: int
    findings: tuple[Finding, ...]


def find_header(lines: list[str]) -> tuple[int, int]:
    """The first and last line of the YAML header, marks included, counted from 1; (0, 0) where there is none.

    It stands at the very top or directly below the title, and its first line
    that is not blank looks like a key: a rule below a title is not a header.
    """
    at, titled = 0, False
    while at < len(lines):
        line = lines[at].strip()
        if line == "---":
            break
        if line and (titled or not line.startswith("# ")):
            return 0, 0
        titled = titled or bool(line)
        at += 1
    first = at + 1
    body = next((line for line in lines[first : first + 20] if not _COMMENT.match(line)), "")
    if not _KEY.match(body):
        return 0, 0
    for number in range(first, len(lines)):
        if lines[number].rstrip() in ("---", "..."):
            return first, number + 1
        if lines[number].startswith("# ") and titled:
            break
    return 0, 0


def read_header(lines: list[str]) -> Header:
    """Read the header of a text given as its lines."""
    first, last = find_header(lines)
    if not first:
        return Header((), 0, 0, ())
    span = Span(first, last)
    text = "\n".join(lines[first : last - 1])
    if len(text) > _LARGEST or _too_deep(text):
        finding = _not_yaml(span, "is larger or more deeply nested than a header can be")
        return Header((), first, last, (finding,))
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first + 1 + (mark.line if mark is not None else 0)
        problem = getattr(error, "problem", None) or "cannot be read"
        finding = _not_yaml(Span(min(line, last), min(line, last)), f"is not YAML: {problem}")
        return Header((), first, last, (finding,))
    if node is not None and not isinstance(node, yaml.MappingNode):
        return Header((), first, last, (_not_yaml(span, "is not a list of keys with values"),))
    fields: list[HeaderField] = []
    findings: list[Finding] = []
    if node is not None:
        _collect(node, "", first + 1, fields, findings, set())
    return Header(tuple(fields), first, last, tuple(findings))


def _too_deep(text: str) -> bool:
    deepest = depth = 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    indents = max((len(line) - len(line.lstrip(" -?")) for line in text.split("\n")), default=0)
    return deepest > _DEEPEST or indents > 2 * _DEEPEST


def _not_yaml(span: Span, problem: str) -> Finding:
    return Finding(
        "RK902", "error", span, f"the header {problem}", "Mend the lines between the two --- marks, or remove them."
    )


def _collect(
    node: Any, path: str, base: int, fields: list[HeaderField], findings: list[Finding], seen: set[int]
) -> None:
    if id(node) in seen:
        # an alias of another value; following it again is how a small header grows without end
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            line = base + key.start_mark.line
            if name in names:
                findings.append(
                    Finding(
                        "RK903",
                        "error",
                        Span(line, line),
                        f"the header has the key {name!r} twice",
                        "Keep one of them; the other readers of this file see only the last.",
                    )
                )
            names.add(name)
            _collect(value, f"{path}.{name}" if path else name, base, fields, findings, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _collect(value, path, base, fields, findings, seen)
    else:
        first = base + node.start_mark.line
        last = max(first, base + node.end_mark.line - (node.end_mark.column == 0))
        fields.append(HeaderField(path, str(node.value).strip(), Span(first, last)))
