"""Inline Markdown → plain text, with what the marks said kept beside it.

Block text reaches the grammars as the words a reader sees. mistune's inline
pass costs more than everything else together and drops positions, so this
reads only the marks that dossiers use: emphasis, links, ``[[wiki links]]``,
footnote marks, code, escapes and HTML.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_MARK = re.compile(r"[*_\[`\\<&]")
_TOKEN = re.compile(
    r"(?P<strong>\*\*(?=\S)|__(?=\S)|(?<=\S)\*\*|(?<=\S)__)"
    r"|(?P<emphasis>\*(?=\S)|(?<=\S)\*|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_]))"
    r"|\[\[(?P<wiki>[^\[\]\n]{1,300})\]\]"
    r"|\[\^(?P<note>[^\]\s]{1,200})\]"
    r"|\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,1000})\]"
    r"\((?P<url><[^<>\n]{0,2000}>|(?:[^()\s]|\((?:[^()\s]|\([^()\s]{0,200}\)){0,200}\)){0,2000}|[^()\n]{0,500})"
    r"(?:[ \t]+[\"'][^\n\"']{0,300}[\"'])?\)"
    r"|(?P<ticks>`{1,3})(?P<code>[^`\n]{1,500})(?P=ticks)(?!`)"
    r"|<(?P<auto>https?://[^\s<>]{1,2000})>"
    r"|(?P<html><!--.{0,2000}?-->|</?[a-zA-Z][^<>\n]{0,300}>)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:[a-zA-Z]{2,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)",
    re.S,
)
_LABEL = re.compile(
    r"(?P<inner>:)?(?:\*\*|__)[ \t]*(?P<note>\([^()\n]*\)|\[\^[^\]\s]+\])?[ \t]*"
    r"(?P<after>:|[—–]|-{1,2}(?=\s)|\Z|(?=\n))?"
)

# "==marked==", as Obsidian writes it; not "a == b", nor what is part of an address
_HIGHLIGHT = re.compile(r"(?<![\w=/?&])==(?=[^\s=])([^=\n]+?)(?<=\S)==(?![\w=])")
# [[map.svg]] is a picture, not a dossier: the kinds of files that Obsidian can embed, and common ones of an office
_ATTACHMENT = re.compile(
    r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp|flac|m4a|mp3|ogg|wav|3gp|mkv|mov|mp4|ogv|webm|pdf|canvas|base|csv|docx?|xlsx?|pptx?|html?)$",
    re.I,
)


class Inline(NamedTuple):
    """Plain text and what its marks said; offsets count characters of ``text``."""

    text: str
    strong: str | None = None
    label: str | None = None
    body: int = 0
    footnotes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    wiki: tuple[str, ...] = ()
    titles: tuple[tuple[int, int], ...] = ()


def read_inline(raw: str) -> Inline:
    """The plain text of one block's raw text.

    ``strong`` is the bold run at the very start; it is the ``label`` as well
    where a colon, a dash or the end of the line follows it, with ``body`` the
    offset behind that. ``wiki`` are the inner texts of ``[[…]]``, ``links``
    the (text, url) of inline links, ``titles`` the offsets of what is in italics.
    """
    if "==" in raw:
        raw = _HIGHLIGHT.sub(r"\1", raw)
    mark = _MARK.search(raw)
    if mark is None:
        return Inline(raw)
    parts: list[str] = []
    footnotes: list[str] = []
    links: list[tuple[str, str]] = []
    wiki: list[str] = []
    titles: list[tuple[int, int]] = []
    length = cursor = body = 0
    emphasis = -1
    strong = label = None
    behind = -1  # the offset in raw of what follows the label, until that is reached
    search = mark.start()
    while mark is not None:
        search = mark.start()
        token = _TOKEN.match(raw, search)
        if token is None:
            mark = _MARK.search(raw, search + 1)
            continue
        if search > cursor:
            if cursor <= behind <= search:
                body, behind = length + behind - cursor, -1
            plain = raw[cursor : search - 1] if raw[search] == "[" and raw[search - 1] == "!" else raw[cursor:search]
            parts.append(plain)
            length += len(plain)
        elif behind == search:
            body, behind = length, -1
        kind = token.lastgroup
        cursor = token.end()
        if kind == "strong":
            if search > 0 and strong is None and raw.startswith(token[0]):
                strong = "".join(parts)
                after = _LABEL.match(raw, search - 1 if raw[search - 1] == ":" else search)
                if after is not None and (after["inner"] or after["after"] is not None):
                    label = strong.rstrip(": \t")
                    behind = after.end()
        elif kind == "emphasis":
            if emphasis < 0:
                emphasis = length
            else:
                if length > emphasis:
                    titles.append((emphasis, length))
                emphasis = -1
        else:
            piece = _piece(token, kind, footnotes, links, wiki)
            parts.append(piece)
            length += len(piece)
        mark = _MARK.search(raw, cursor)
    if cursor <= behind:
        body = length + behind - cursor
    parts.append(raw[cursor:])
    text = "".join(parts)
    if emphasis >= 0:
        # a lone asterisk or underscore is a character, not a mark
        text = f"{text[:emphasis]}*{text[emphasis:]}"
        body += body > emphasis
    if body:
        while body < len(text) and text[body] in " \t":
            body += 1
    return Inline(text, strong, label, body, tuple(footnotes), tuple(links), tuple(wiki), tuple(titles))


def _piece(
    token: re.Match[str],
    kind: str | None,
    footnotes: list[str],
    links: list[tuple[str, str]],
    wiki: list[str],
) -> str:
    if kind == "wiki":
        inner = token["wiki"]
        target, _, display = inner.partition("|")
        if not _ATTACHMENT.search(target.partition("#")[0].strip()):
            wiki.append(inner)
        return display.strip() or target.strip()
    if kind == "note":
        footnotes.append(token["note"])
        return ""
    if kind == "url":
        text = token["text"]
        text = read_inline(text).text if _MARK.search(text) else text
        links.append((text, token["url"].strip("<>")))
        return text
    if kind == "code":
        return token["code"]
    if kind == "auto":
        links.append((token["auto"], token["auto"]))
        return token["auto"]
    if kind == "escaped":
        return token["escaped"]
    if kind == "entity":
        return html.unescape(token["entity"])
    return ""
