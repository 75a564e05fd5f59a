"""Where a text links to other files of its folder, to the character.

Relations say what is linked; who moves a file has to know where the link's
target stands. Three ways to link are known: ``[[folder/slug#Section|text]]``,
``[text](folder/slug.md#section)`` with its definitions and ``href``, and a
plain name among the header's related dossiers. What stands in code is no link,
and is given as such.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal
from urllib.parse import unquote

import msgspec

from regimekit.analysis.names import slug_of, stem
from regimekit.model import Dossier, Span

Aim = Literal["it", "another", "unclear"]

_WIKI = re.compile(r"(?<!\\)\[\[(?P<target>[^\[\]|#\n]+?)\\?(?:[|#][^\[\]\n]*)?\]\]")
_MARKDOWN = re.compile(
    r"\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<inline>(?:[^()<>\n]|\([^()<>\n]*\))*?))(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?:<(?P<bracketed>[^<>\n]+)>|(?P<definition>[^\s<>]+))"
    r"|\bhref=(?P<quote>[\"'])(?P<href>[^\"'\n]*)(?P=quote)",
    re.M,
)
_FILE = re.compile(r"(?P<path>[^?#]*)\.(?:md|markdown)(?=[?#]|\Z)", re.I)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)
_FENCE = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})", re.M)
_CODE = re.compile(r"(?<![`\\])(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)")


class Link(msgspec.Struct, frozen=True):
    """A link to a file of the folder, or what would be one if it did not stand in code.

    ``start`` and ``end`` are the offsets in the dossier's text of the file's
    name, without folder and ending; ``folder`` is what stands before the name,
    with its slash; ``written`` is the whole link, from ``opening`` on.
    ``relative`` is True where the folder is counted from that of the file
    (Markdown), not from the root.
    """

    line: int
    start: int
    end: int
    name: str
    folder: str
    opening: int
    written: str
    relative: bool = False
    in_code: bool = False


def links(dossier: Dossier) -> tuple[Link, ...]:
    """Every link to a file in the order of the text, each place once."""
    text = dossier.text
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    code = _code(dossier, starts)
    opens = [span[0] for span in code]
    found: dict[int, Link] = {}
    for end, target, opening, written, relative in (*_wiki(text), *_markdown(text), *_related(dossier, starts)):
        folder, _, name = target.rpartition("/")
        place = end - len(name)
        name = name.rstrip()
        within = bisect_right(opens, place) - 1
        found.setdefault(
            place,
            Link(
                bisect_right(starts, place),
                place,
                place + len(name),
                unquote(name) if relative else name,
                target[: len(folder) + 1] if "/" in target else "",
                opening,
                written,
                relative,
                within >= 0 and place < code[within][1],
            ),
        )
    return tuple(found[place] for place in sorted(found))


# a target without its ending: where it ends, itself, where the whole link stands and that, whether it is Markdown's
_Target = tuple[int, str, int, str, bool]


def _wiki(text: str) -> Iterator[_Target]:
    for match in _WIKI.finditer(text):
        target = re.sub(r"\.(?:md|markdown)\s*\Z", "", match["target"], flags=re.I)
        yield match.start("target") + len(target), target.lstrip(), match.start(), match[0], False


def _markdown(text: str) -> Iterator[_Target]:
    for match in _MARKDOWN.finditer(text):
        kind = next(name for name in ("angled", "inline", "bracketed", "definition", "href") if match[name] is not None)
        file = _FILE.match(match[kind])
        if file is not None and not _ADDRESS.match(match[kind]):
            opening = match.start() + match[0].startswith("]")
            yield match.start(kind) + file.end("path"), file["path"], opening, match[0].removeprefix("]"), True


def _related(dossier: Dossier, starts: list[int]) -> Iterator[_Target]:
    """Names of other files that stand in the header without brackets, where the reader took them for relations."""
    for span, slug in {(one.span, one.target): None for one in dossier.relations if _in_header(dossier, one.span)}:
        if not slug:
            continue
        start, end = starts[span.first - 1], starts[span.last] if span.last < len(starts) else len(dossier.text)
        name = re.compile(
            rf"(?:^[ \t]*(?:-[ \t]+)*|[:,;\[][ \t]*|[\"'])(?P<target>[^\s\"',;:\[\]#|]*?{re.escape(slug)})"
            r"(?:\.md)?(?=[ \t]*(?:[,;\]\"'#|]|$))",
            re.M,
        )
        for match in name.finditer(dossier.text[start:end]):
            target = match["target"]
            if target.rpartition("/")[2] == slug:
                yield start + match.end("target"), target, start + match.start("target"), target, False


def _in_header(dossier: Dossier, span: Span) -> bool:
    blocks = (block for section in dossier.sections[:2] for block in section.blocks if block.kind == "front_matter")
    return any(block.first <= span.first <= block.last for block in blocks)


def _code(dossier: Dossier, starts: list[int]) -> list[tuple[int, int]]:
    """The pieces of the text that are code, in their order: blocks, fences within lists and quotations, `code`."""
    text = dossier.text
    blocks = [
        (starts[block.first - 1], starts[block.last] if block.last < len(starts) else len(text))
        for section in dossier.sections
        for block in section.blocks
        if block.kind == "code"
    ]
    if "```" in text or "~~~" in text:
        blocks += _fenced(text)
    spans = [match.span() for match in _CODE.finditer(text)] if "`" in text else []
    merged: list[tuple[int, int]] = []
    for start, end in sorted(blocks):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    lines = merged.copy()
    merged += [span for span in spans if not any(start <= span[0] < end for start, end in lines)]
    return sorted(merged)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    opening: tuple[int, str] | None = None
    for match in _FENCE.finditer(text):
        if match.start() and text[match.start() - 1] != "\n":
            continue
        line = text.find("\n", match.end())
        end = len(text) if line < 0 else line + 1
        if opening is None:
            opening = match.start(), match["fence"]
        elif (
            match["fence"].startswith(opening[1]) and not text[match.end() : end].strip()
        ):  # a longer fence of the same kind closes it
            yield opening[0], end
            opening = None
    if opening is not None:
        yield opening[0], len(text)


def aims_at(link: Link, path: str, it: str, paths: Iterable[str]) -> Aim:
    """Whether a link in the file at ``path`` leads to the file ``it``; all paths are the folder's.

    Where several files have the name, the folder in the link decides; a link
    without one is unclear. A Markdown link that leads out of the folder means
    none of its files.
    """
    if link.name.casefold() != slug_of(it).casefold():
        return "another"
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link.folder) + slug_of(it)))
    if link.relative and place.startswith(".."):
        return "another"
    namesakes = [other for other in paths if slug_of(other).casefold() == link.name.casefold()]
    if len(namesakes) < 2:
        return "it"
    if link.relative:
        meant = [other for other in namesakes if stem(other).casefold() == place.casefold()]
        if meant:
            return "it" if meant == [it] else "another"
    folder = posixpath.normpath(unquote(link.folder)).strip("/").casefold() if link.folder else ""
    ends = [other for other in namesakes if f"/{posixpath.dirname(other)}".casefold().endswith(f"/{folder}")]
    return "unclear" if not folder or len(ends) != 1 else "it" if ends == [it] else "another"
