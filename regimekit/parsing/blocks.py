"""Markdown → blocks with exact lines: the only place that knows mistune.

mistune's tokens carry no positions. Its parser hands every block to its state
with the cursor at the block's first character, and the text of a list item or
quotation keeps its line breaks; so a state that counts lines can stamp each
token as it is added. A block ends where the next one begins.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from mistune import BlockParser
from mistune.core import BlockState

from regimekit.parsing.lists import read_plain_list
from regimekit.parsing.tables import TABLE_ROW, read_table

Token = dict[str, Any]
_LINE = itemgetter("line")

_FOOTNOTE = (
    r"^ {0,3}\[\^(?P<footnote_key>[^\]\s]{1,200})\]:[ \t]*"
    r"(?P<footnote_text>[^\n]*(?:\n[ \t]+[^\s][^\n]*)*)(?:\n|$)"
)
# One line that can only be a paragraph: no rule of the block grammar begins like this.
_PARAGRAPH_LINE = re.compile(r"(?:[^\W\d_]|[\"'“‘(\$~]|\*\*[^\s*]|\[\[|\d+[^\d.)\s|]|\d+[ ,][^|\n]*\n?\Z)[^|\n]*\n?\Z")
_BARE_MARKER = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\n|\Z)")


class _LineState(BlockState):
    """A block state that knows on which line of the file its text begins."""

    def __init__(self, parent: _LineState | None = None) -> None:
        super().__init__(parent)
        self.base = 1
        self.start: int | None = None
        self.list_start: int | None = None
        self.nested = False
        self.item_position: int | None = None
        self._counted = (0, 0)

    def line_at(self, position: int) -> int:
        """The line of the file on which the character at ``position`` stands."""
        known, lines = self._counted
        if position < known:
            known, lines = 0, 0
        lines += self.src.count("\n", known, position)
        self._counted = (position, lines)
        return self.base + lines

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> _LineState:
        child = super().child_state(src, lazy_line_starts)
        assert isinstance(child, _LineState)
        if self.item_position is None:
            child.base = self.line_at(self.start if self.start is not None else self.cursor)
            return child
        child.base = self.line_at(self.item_position)
        if _BARE_MARKER.match(self.src, self.item_position):
            # "-" alone: mistune drops that line, so the item's text begins on the next one
            child.base += 1
        # the cursor stands behind the first line of the next item, if there is one
        self.item_position = self.src.rfind("\n", 0, max(self.cursor - 1, 0)) + 1
        return child

    def append_paragraph(self) -> int | None:
        # mistune asks this too when a list or quotation is cut short, whose own token is not yet added:
        # the last paragraph then stands before it and cannot go on behind it
        opened = self.start if self.list_start is None else self.list_start
        detached = self.nested or (opened is not None and self.cursor != opened)
        return None if detached else super().append_paragraph()

    def stamp(self, token: Token) -> Token:
        if "line" not in token:
            # containers are added when their end is reached, everything else where it begins
            start = {"list": self.list_start, "block_quote": self.start, "block_html": self.start}.get(token["type"])
            token["line"] = self.line_at(self.cursor if start is None else start)
        return token

    def append_token(self, token: Token) -> None:
        self.tokens.append(self.stamp(token))

    def prepend_token(self, token: Token) -> None:
        super().prepend_token(self.stamp(token))

    def add_paragraph(self, text: str) -> None:
        super().add_paragraph(text)
        self.stamp(self.tokens[-1])


class _LineParser(BlockParser):
    state_cls = _LineState

    def __init__(self) -> None:
        super().__init__()
        self.register("footnote", _FOOTNOTE, _read_footnote, before="ref_link")
        self.register("table", TABLE_ROW, _read_table, before="list")
        for rules in (self.list_rules, self.block_quote_rules):
            rules.insert(0, "footnote")
            rules.insert(0, "table")

    def parse(self, state: BlockState, rules: list[str] | None = None) -> None:
        if state.parent is not None and _PARAGRAPH_LINE.match(state.src):
            state.add_paragraph(state.src)
        else:
            super().parse(state, rules)
            # where a quotation in a list is itself cut short, mistune adds the three blocks out of order
            state.tokens.sort(key=_LINE)

    def _container(self, state: _LineState, item_position: int | None, method: Any, m: re.Match[str]) -> int | None:
        """Run one of mistune's container rules, and stamp what it adds with the line where it began."""
        start, before = state.cursor, (state.start, state.list_start, state.item_position, state.nested)
        state.nested = state.nested or state.start is not None or state.list_start is not None
        state.item_position = state.list_start = item_position
        state.start = start if item_position is None else None
        end: int | None = method(m, state)
        state.start, state.list_start, state.item_position, state.nested = before
        for token in state.tokens:
            if "line" not in token:
                token["line"] = state.line_at(start)
        return end

    def parse_list(self, m: re.Match[str], state: BlockState) -> int:
        assert isinstance(state, _LineState)
        plain = read_plain_list(state.src, state.cursor, state.line_at(state.cursor))
        if plain is not None:
            state.append_token(plain[0])
            return plain[1]
        end = self._container(state, state.cursor, super().parse_list, m)
        assert end is not None
        return end

    def parse_block_quote(self, m: re.Match[str], state: BlockState) -> int:
        assert isinstance(state, _LineState)
        end = self._container(state, None, super().parse_block_quote, m)
        assert end is not None
        return end

    def parse_raw_html(self, m: re.Match[str], state: BlockState) -> int | None:
        assert isinstance(state, _LineState)
        return self._container(state, None, super().parse_raw_html, m)

    def parse_ref_link(self, m: re.Match[str], state: BlockState) -> int | None:
        tokens = len(state.tokens)
        last = state.last_token()
        end = super().parse_ref_link(m, state)
        if end and tokens == len(state.tokens) and (last is None or last["type"] != "paragraph"):
            # mistune keeps the definition for its links and forgets where it stood
            state.append_token({"type": "definition", "text": state.get_text(end)})
        return end


def _read_footnote(parser: BlockParser, m: re.Match[str], state: BlockState) -> int:
    state.append_token({"type": "footnote", "key": m["footnote_key"], "text": m["footnote_text"]})
    return m.end()


def _read_table(parser: BlockParser, m: re.Match[str], state: BlockState) -> int | None:
    assert isinstance(state, _LineState)
    read = read_table(state.src, state.cursor, state.line_at(state.cursor))
    if read is None:
        return None
    state.append_token(read[0])
    return read[1]


_PARSER = _LineParser()


def read_blocks(text: str) -> list[Token]:
    """The top-level block tokens of a Markdown text, each with its first and last line.

    ``text`` has ``\\n`` line ends. Tokens are mistune's (``type``, ``text`` or
    ``raw``, ``children``), with ``line`` on each at any depth and ``last`` on
    the top-level ones: the last line that is not blank. Besides mistune's
    types there are ``footnote`` (``key``, ``text``), ``definition`` (of a link)
    and ``table`` (``header``, ``rows`` of (line, cells), see `tables`).
    """
    state = _PARSER.state_cls()
    state.process(text if text.endswith("\n") else text + "\n")
    _PARSER.parse(state)
    tokens = [token for token in state.tokens if token["type"] != "blank_line"]
    lines = text.split("\n")
    after = len(lines) + 1
    for token in reversed(tokens):
        last = after - 1
        while last > token["line"] and not lines[last - 1].strip():
            last -= 1
        token["last"] = last
        after = token["line"]
    return tokens
