"""How sure the dossier is: the Confidence Assessment, the header's key, the footer's line."""

from __future__ import annotations

import re

from regimekit.model.confidence import Confidence, Note, Topic
from regimekit.model.span import Span
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading

_OVERALL = re.compile(
    r"(?:overall|overall confidence(?: level)?|confidence(?: level| rating)?|research confidence)\Z", re.I
)
_LEVEL_COLUMN = re.compile(r"confidence|level|rating|assessment|certainty", re.I)
_NOTE_COLUMN = re.compile(r"note|comment|basis|reason|detail|rationale", re.I)
_HEADER_KEYS = ("confidence", "confidence_level", "research_confidence", "overall_confidence")


def read_confidence(reading: Reading) -> Confidence:
    """The overall level, the levels by topic and the notes; what the section says wins over header and footer."""
    overall: tuple[Span, str] | None = None
    for entry in reading.header.fields:
        if entry.path.casefold() in _HEADER_KEYS:
            overall = entry.span, entry.value
    for passage in reading.within("footer"):
        key, _, value = passage.text.partition(":")
        if _OVERALL.match(key.strip()) and value.strip():
            overall = Span(passage.first, passage.last), value.strip()
    topics: list[Topic] = []
    notes: list[Note] = []
    for passage in reading.within("confidence"):
        span = Span(passage.first, passage.last)
        if passage.kind == "row":
            topic = _row(reading, passage, span)
            if _OVERALL.match(topic.topic):
                overall = span, topic.verbatim or ""
            topics.append(topic)
        elif passage.label is not None and _OVERALL.match(passage.label):
            overall = span, passage.text[passage.body :]
        elif passage.kind == "item":
            _item(reading, passage, span, topics, notes)
        elif passage.kind == "paragraph" and not passage.text.rstrip().endswith(":"):
            notes.append(Note(span, passage.text, _group(passage)))
    if overall is None:
        return Confidence(topics=tuple(topics), notes=tuple(notes))
    span, verbatim = overall
    return Confidence(span, verbatim, _levels(reading, verbatim), tuple(topics), tuple(notes))


def _levels(reading: Reading, text: str) -> tuple[str, ...]:
    return reading.schema.terms("confidence", text)


def _group(passage: Passage) -> str | None:
    if passage.lead is not None:
        return (passage.lead.label or passage.lead.text).rstrip(": ")
    return passage.headings[-1] if len(passage.headings) > 1 else None


def _row(reading: Reading, passage: Passage, span: Span) -> Topic:
    level = note = None
    for header, cell in zip(passage.header[1:], passage.cells[1:], strict=False):
        if level is None and _LEVEL_COLUMN.search(header):
            level = cell
        elif _NOTE_COLUMN.search(header) or note is None:
            note = cell if note is None else f"{note} | {cell}"
    return Topic(span, passage.cells[0], level, _levels(reading, level or ""), note or None)


def _item(reading: Reading, passage: Passage, span: Span, topics: list[Topic], notes: list[Note]) -> None:
    group = _group(passage)
    said = passage.text[passage.body :] if passage.label else ""
    first = said.split("(")[0].split(" - ")[0].split("—")[0].split(";")[0]
    levels = _levels(reading, first) if len(first.split()) <= 4 else ()
    if passage.label and levels:
        topics.append(Topic(span, passage.label, said, levels, None))
    elif group is not None and _levels(reading, group):
        topics.append(Topic(span, passage.text, group, _levels(reading, group), None))
    else:
        notes.append(Note(span, passage.text, group))
