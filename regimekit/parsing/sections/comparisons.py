"""Relations to other regimes: ``- [[slug]] — relationship: thematic (note)`` and its drifted forms."""

from __future__ import annotations

import re

from regimekit.model.relation import Relation
from regimekit.model.span import Span
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading, split_outside_brackets, take_brackets

_WIKI = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_STATED_TYPE = re.compile(r"\b(?:relationship|relation|type)\s*:\s*", re.I)
_SEPARATOR = re.compile(r"^[\s:;,.|–—-]+")
_NAMED = re.compile(r"(?P<name>[^—–:(]{3,60}?)\s*(?:\([^()]*\)\s*)?(?:\s-{1,2}\s|[—–]|:)\s*(?P<note>.+)", re.S)
_SMALL = frozenset({"of", "the", "under", "and", "in", "de", "del", "la", "al", "von", "van"})
_RELATED_KEYS = ("related", "see_also", "comparisons", "links")


def read_relations(reading: Reading) -> tuple[Relation, ...]:
    """Relations stated in the comparisons and the header, and links made in running text (``stated`` is False)."""
    relations: list[Relation] = []
    for entry in reading.header.fields:
        if entry.path.startswith(_RELATED_KEYS):
            links = _WIKI.findall(entry.value) or [part for part in re.split(r"[,;]\s*", entry.value) if part]
            relations += [_relation(entry.span, link) for link in links]
    for passage in reading.passages:
        if passage.section == "comparisons" and passage.kind in ("item", "row", "paragraph"):
            relations += _compared(passage)
        elif passage.wiki:
            stated = passage.label is not None and passage.label.casefold().startswith(_RELATED_KEYS[:1])
            span = Span(passage.first, passage.last)
            relations += [_relation(span, link, group=passage.label, stated=stated) for link in passage.wiki]
    return tuple(relations)


def _compared(passage: Passage) -> list[Relation]:
    span = Span(passage.first, passage.last)
    group = passage.headings[-1] if len(passage.headings) > 1 else None
    if not passage.wiki:
        named = _NAMED.match(passage.text) if passage.kind == "item" and passage.parent is None else None
        if named is None:
            return []
        types, note = _types(named["note"])
        name = named["name"].strip()
        return [Relation(span, "", types, note, None, name, group)] if _is_title(name) else []
    if passage.kind == "row":
        note = " | ".join(cell for cell in passage.cells[1:] if cell) or None
        return [_relation(span, link, (), note, group) for link in passage.wiki]
    last = passage.wiki[-1].rpartition("|")[2].strip()
    behind = passage.text.rpartition(last)[2] if len(passage.wiki) == 1 else passage.text
    types, note = _types(_SEPARATOR.sub("", behind))
    return [_relation(span, link, types, note, group) for link in passage.wiki]


def _is_title(name: str) -> bool:
    """Whether a phrase names a country, regime or period: its words are capitalised but for the small ones."""
    words = name.split()
    return len(words) <= 7 and all(not word[:1].islower() or word in _SMALL for word in words)


def _types(text: str) -> tuple[tuple[str, ...], str | None]:
    """The relationship types of a remark and the rest of it."""
    stated = _STATED_TYPE.match(text)
    if stated is None:
        bare, brackets = take_brackets(text)
        return (), (text.strip() if bare.strip() else "; ".join(brackets)) or None
    types: list[str] = []
    notes: list[str] = []
    for part in split_outside_brackets(text[stated.end() :], ";"):
        term, brackets = take_brackets(part)
        types += [one.strip() for one in term.split("/") if one.strip()]
        notes += brackets
    return tuple(types), "; ".join(notes) or None


def _relation(
    span: Span,
    link: str,
    types: tuple[str, ...] = (),
    note: str | None = None,
    group: str | None = None,
    *,
    stated: bool = True,
) -> Relation:
    target, _, display = link.partition("|")
    path, _, fragment = target.partition("#")
    slug = path.strip().rpartition("/")[2].removesuffix(".md")
    return Relation(span, slug, types, note, fragment.strip() or None, display.strip() or None, group, stated)
