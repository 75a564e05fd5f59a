"""What a dossier says of itself at its end or in its header: created, last updated, tags."""

from __future__ import annotations

import re

from regimekit.model.dossier import Stamp, Tag
from regimekit.model.span import Span
from regimekit.parsing.dates import parse_date
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading

FOOTER_LINE = re.compile(
    r"(?P<key>created|last[ _]updated|updated|last[ _]modified|modified|tags|access(?:ed)?(?: date)?[^:\n]{0,40}"
    r"|(?:research )?confidence(?: level)?|research (?:compiled|conducted)[^:\n]{0,80})"
    r"\s*(?::|$|\bfor\b|\busing\b)\s*(?P<value>[^\n]*)",
    re.I,
)
_TAG = re.compile(r"#([^\s#,;]+)")
_CREATED = ("created", "date_created", "date created")
_UPDATED = ("updated", "last updated", "last_updated", "modified", "last modified", "last_modified")


def mark_footer(passages: list[Passage]) -> list[Passage]:
    """The passages with the footer's lines one by one, under the section ``footer``."""
    marked: list[Passage] = []
    for passage in passages:
        if passage.kind != "paragraph" or FOOTER_LINE.match(passage.text) is None or not _is_footer(passage):
            marked.append(passage)
            continue
        for at, line in enumerate(passage.text.split("\n")):
            number = passage.first + at
            marked.append(Passage("paragraph", number, number, line.strip(), "footer", headings=passage.headings))
    return marked


def _is_footer(passage: Passage) -> bool:
    # set in italics, or nothing but such lines: "Created: …" may also open an ordinary paragraph
    lines = passage.text.split("\n")
    return bool(passage.titles) or all(FOOTER_LINE.match(line.strip()) for line in lines)


def _stamps(reading: Reading) -> list[tuple[str, str, Span]]:
    entries = [(entry.path.casefold(), entry.value, entry.span) for entry in reading.header.fields]
    for passage in reading.within("footer"):
        match = FOOTER_LINE.match(passage.text)
        if match is not None:
            entries.append((match["key"].casefold(), match["value"].strip(" *_"), Span(passage.first, passage.last)))
    return entries


def read_created(reading: Reading) -> Stamp | None:
    """When the dossier was written; the footer wins over the header."""
    return _last(reading, _CREATED)


def read_updated(reading: Reading) -> Stamp | None:
    """When it was last changed; the footer wins over the header."""
    return _last(reading, _UPDATED)


def _last(reading: Reading, keys: tuple[str, ...]) -> Stamp | None:
    found = [(value, span) for key, value, span in _stamps(reading) if key in keys]
    if not found:
        return None
    value, span = found[-1]
    return Stamp(span, value, parse_date(value))


def read_tags(reading: Reading) -> tuple[Tag, ...]:
    """Tags of the header and of the footer's ``#tag`` line, each once."""
    tags: dict[str, Tag] = {}
    for entry in reading.header.fields:
        if entry.path in ("tags", "tag"):
            for name in re.split(r"[,\s]+", entry.value):
                if name.strip("#"):
                    tags.setdefault(name.strip("#"), Tag(entry.span, name.strip("#")))
    for passage in reading.within("footer"):
        if passage.text.casefold().startswith("tags"):
            for match in _TAG.finditer(passage.text):
                tags.setdefault(match[1], Tag(Span(passage.first, passage.last), match[1]))
    return tuple(tags.values())
