"""A YAML file → nodes that know their lines: strings stay strings, nothing is expanded."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

LARGEST_FILE = 256 * 1024  # bytes; ten times the built-in schema
DEEPEST_NESTING = 12  # the form needs six

_EMPTY = ("", "~", "null")
# The C reader is ten times faster; PyYAML built without libyaml lacks it.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class SchemaError(Exception):
    """A schema file says what cannot be meant; ``message`` names the fault and what is allowed."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Entry:
    """A value of the file under its name, read as the type its place asks for.

    Every reading raises SchemaError where the value is of another type.
    ``line`` is that of the key, or of the value itself in a list.
    """

    __slots__ = ("_node", "line", "name", "path")

    def __init__(self, path: Path, node: yaml.Node | None, name: str, line: int | None = None) -> None:
        self.path = path
        self.name = name
        self.line = line or (node.start_mark.line + 1 if node else 1)
        self._node = node

    def fail(self, message: str) -> NoReturn:
        raise SchemaError(self.path, self.line, message)

    @property
    def is_list(self) -> bool:
        return isinstance(self._node, yaml.SequenceNode)

    @property
    def is_empty(self) -> bool:
        node = self._node
        return node is None or (isinstance(node, yaml.ScalarNode) and not node.style and node.value in _EMPTY)

    def mapping(self, *allowed: str) -> Iterator[tuple[str, Entry]]:
        """Keys and values in their order; any key may stand there where ``allowed`` names none."""
        if self.is_empty:
            return
        if not isinstance(self._node, yaml.MappingNode):
            self.fail(f"{self.name} must be a mapping of keys to values, not {_kind(self._node)}")
        seen: dict[str, int] = {}
        for key_node, value_node in self._node.value:
            at = Entry(self.path, key_node, f"a key of {self.name}")
            key = at.text()
            if key in seen:
                at.fail(f"{key!r} stands twice in {self.name}: it was given in line {seen[key]}")
            if allowed and key not in allowed:
                at.fail(f"{key!r} is not a key of {self.name}; allowed: {', '.join(allowed)}")
            seen[key] = at.line
            yield key, Entry(self.path, value_node, f"{self.name}.{key}" if self.name != _WHOLE else key, at.line)

    def items(self) -> tuple[Entry, ...]:
        if self.is_empty:
            return ()
        if not isinstance(self._node, yaml.SequenceNode):
            self.fail(f"{self.name} must be a list, not {_kind(self._node)}")
        name = f"an entry of {self.name}"
        return tuple(Entry(self.path, node, name) for node in self._node.value)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def text(self) -> str:
        if self.is_empty:
            self.fail(f"{self.name} must not be empty")
        if not isinstance(self._node, yaml.ScalarNode):
            self.fail(f"{self.name} must be a text, not {_kind(self._node)}")
        text = str(self._node.value).strip()
        return text or self.fail(f"{self.name} must not be empty")

    def choice(self, *allowed: str) -> str:
        text = self.text()
        return text if text in allowed else self.fail(f"{self.name} must be one of {', '.join(allowed)}, not {text!r}")

    def flag(self) -> bool:
        return self.choice("true", "false") == "true"

    def number(self) -> float:
        text = self.text()
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        return number if math.isfinite(number) else self.fail(f"{self.name} must be a number, not {text!r}")


_WHOLE = "the file"


def read_document(path: Path, trusted: bool = False) -> Entry:
    """The whole file as one entry.

    Raises SchemaError for a file that is too large, is no YAML, or, unless it
    is trusted, is too deeply nested, holds several documents, or uses anchors
    and aliases, with which a few lines can stand for gigabytes.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise SchemaError(path, 1, f"cannot be read: {error.strerror}") from error
    if len(content) > LARGEST_FILE:
        raise SchemaError(path, 1, f"is larger than {LARGEST_FILE // 1024} KiB, which no schema needs")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SchemaError(path, line, "is not encoded as UTF-8") from error
    try:
        if not trusted:
            _refuse_tricks(path, text)
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"is not YAML: {error.problem or error.context}"
        raise SchemaError(path, mark.line + 1 if mark else 1, problem) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise SchemaError(path, line, "holds a character that YAML does not allow") from error
    return Entry(path, node, _WHOLE)


def _refuse_tricks(path: Path, text: str) -> None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None) is not None:
            raise SchemaError(path, line, "anchors and aliases (& and *) are not allowed; quote a value that begins so")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        if depth > DEEPEST_NESTING:
            raise SchemaError(path, line, f"is nested more than {DEEPEST_NESTING} levels deep")
        if documents > 1:
            raise SchemaError(path, line, "holds a second document; one is allowed")


def _kind(node: yaml.Node | None) -> str:
    match node:
        case yaml.MappingNode():
            return "a mapping"
        case yaml.SequenceNode():
            return "a list"
        case yaml.ScalarNode(value=str(value)):
            return repr(value)
    return "nothing"
