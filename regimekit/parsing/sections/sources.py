"""Sources: listed lines and tables, footnote definitions, and links in the running text."""

from __future__ import annotations

import re
import unicodedata

from regimekit.model.source import Source
from regimekit.model.span import Span
from regimekit.parsing.dates import parse_date
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading, split_outside_brackets

_URL = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?'\")\]]")
_ACCESSED = re.compile(
    r"(?:last )?(?:access(?:ed)?|retrieved|visited|consulted)(?: date)?(?: on)?\s*:?\s*(?P<when>.+)", re.I | re.S
)
_TYPE = re.compile(r"(?:source )?(?:type|kind|category)\s*:\s*(?P<type>.+)", re.I | re.S)
_PUBLISHER = re.compile(r"(?:publisher|published by|site|website|work)\s*:\s*(?P<publisher>.+)", re.I | re.S)
_COLUMNS = (
    ("url", re.compile(r"url|link|address|web", re.I)),
    ("accessed", re.compile(r"access|retriev|visited|consulted", re.I)),
    ("kind", re.compile(r"type|kind|category|format", re.I)),
    ("publisher", re.compile(r"publish|site|outlet|institution|organi[sz]ation", re.I)),
    ("title", re.compile(r"source|title|name|document|work|reference|citation|book|article", re.I)),
)
_SIDES = re.compile(r"\s+(?:[-–—|]{1,2})\s+|:\s+")
_WORD = re.compile(r"[a-z0-9]+")


def read_sources(reading: Reading) -> tuple[Source, ...]:
    """Every source in the order of the file; ``listed`` is False for links made in passing."""
    keys: dict[str, int] = {}
    sources: list[Source] = []
    seen: set[str] = set()
    for passage in reading.passages:
        span = Span(passage.first, passage.last)
        if passage.kind == "footnote":
            drafts = _footnote(passage, span)
        elif passage.section == "sources":
            drafts = _listed(passage, span)
        elif passage.links:
            drafts = [_from_link(span, *link, listed=False) for link in passage.links if "://" in link[1]]
            drafts = [draft for draft in drafts if draft["url"] not in seen]
        else:
            continue
        for draft in drafts:
            if draft["url"]:
                seen.add(draft["url"])
            sources.append(_finish(reading, passage, draft, keys))
    return tuple(sources)


Draft = dict[str, "str | None"]


def _draft(title: str, url: str | None = None, **parts: str | None) -> Draft:
    return {"title": title, "url": url, "kind": None, "accessed": None, "publisher": None, "footnote": None, **parts}


def _from_link(span: Span, text: str, url: str, *, listed: bool) -> Draft:
    return _draft(text, url, listed="yes" if listed else None)


def _footnote(passage: Passage, span: Span) -> list[Draft]:
    label = passage.footnotes[0] if passage.footnotes else None
    drafts: list[Draft] = []
    if passage.links:
        drafts = [_draft(text, url) for text, url in passage.links]
        if len(drafts) == 1:
            behind = passage.text.rpartition(passage.links[0][0])[2]
            _describe(drafts[0], behind)
    else:
        found = _URL.search(passage.text)
        title = passage.text[: found.start()].rstrip(" :,;-–—") if found else passage.text
        drafts = [_draft(title.strip(), found[0] if found else None)]
        if found:
            _describe(drafts[0], passage.text[found.end() :])
    for draft in drafts:
        draft["footnote"], draft["listed"] = label, "yes"
    return drafts


def _listed(passage: Passage, span: Span) -> list[Draft]:
    if passage.kind == "row":
        drafts = [_row(passage)]
    elif passage.kind not in ("item", "paragraph", "quote"):
        return []
    elif passage.links:
        text, url = passage.links[0]
        drafts = [_draft(text, url)]
        _, _, behind = passage.text.partition(text)
        _describe(drafts[0], behind)
        if passage.label is not None and drafts[0]["publisher"] is None:
            drafts[0]["publisher"] = passage.label
        drafts += [_draft(*link) for link in passage.links[1:]]
    elif passage.kind == "item" or _URL.search(passage.text):
        parts = split_outside_brackets(passage.text, "|")
        found = _URL.search(parts[0]) if parts else None
        title = (parts[0][: found.start()] or found[0]) if found else (parts[0] if parts else "")
        drafts = [_draft(title.strip(" :,;-–—"), found[0] if found else None)]
        _describe(drafts[0], " | ".join(parts[1:]))
    else:
        return []
    for draft in drafts:
        draft["listed"] = "yes"
    return drafts


def _row(passage: Passage) -> Draft:
    draft = _draft("")
    for header, cell in zip(passage.header, passage.cells, strict=False):
        for name, pattern in _COLUMNS:
            if pattern.search(header) and not draft[name]:
                draft[name] = cell
                break
    if not draft["title"]:
        draft["title"] = passage.cells[0]
    found = _URL.search(draft["url"] or "")
    if passage.links:
        draft["url"] = passage.links[0][1]
    elif found:
        draft["url"] = found[0]
    return draft


def _describe(draft: Draft, behind: str) -> None:
    """Read what stands behind the title: ``| type: … | accessed: …``, or the same without names."""
    parts = split_outside_brackets(behind.strip().lstrip("|:;,.-–— "), "|")
    rest: list[str] = []
    for part in parts:
        for name, pattern in (("accessed", _ACCESSED), ("kind", _TYPE), ("publisher", _PUBLISHER)):
            match = pattern.fullmatch(part)
            if match:
                draft[name] = match[1].strip(" .")
                break
        else:
            found = _URL.search(part)
            if found and draft["url"] is None:
                draft["url"] = found[0]
            elif part:
                rest.append(part)
    if rest and len(rest) > 1 and draft["kind"] is None:
        draft["kind"] = rest.pop()
    if rest and draft["publisher"] is None:
        draft["publisher"] = rest[0]


def _finish(reading: Reading, passage: Passage, draft: Draft, keys: dict[str, int]) -> Source:
    title = " ".join((draft["title"] or draft["url"] or passage.text).split())
    url, accessed = draft["url"] or None, draft["accessed"] or None
    publisher = draft["publisher"] or _publisher(title, url)
    base = draft["footnote"] or _slug(title) or "source"
    keys[base] = keys.get(base, 0) + 1
    key = base if keys[base] == 1 else f"{base}-{keys[base]}"
    group = passage.headings[-1] if passage.section == "sources" and len(passage.headings) > 1 else None
    kind = draft["kind"] or None
    return Source(
        Span(passage.first, passage.last),
        key,
        title,
        publisher,
        url,
        kind,
        reading.schema.terms("source_type", kind) if kind else (),
        parse_date(accessed) if accessed else None,
        accessed,
        draft["footnote"],
        group,
        bool(draft.get("listed")),
        passage.text,
    )


def _publisher(title: str, url: str | None) -> str | None:
    """The side of "Derg - Wikipedia" or "Wikipedia - Derg" that the address names."""
    if url is None or "://" not in url:
        return None
    host = url.split("/")[2].casefold()
    sides = _SIDES.split(title)
    if len(sides) < 2:
        return None
    for side in (sides[-1], sides[0]):
        words = _WORD.findall(_plain(side))
        if words and (
            any(len(word) > 3 and word in host for word in words)
            or "".join(word[0] for word in words) in host.split(".")
        ):
            return side
    return None


def _plain(text: str) -> str:
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _slug(title: str) -> str:
    return "-".join(_WORD.findall(_plain(title))[:8])
