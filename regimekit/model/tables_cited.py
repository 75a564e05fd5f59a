"""The tables of what dossiers cite, dispute, link and say of themselves, and the list of all tables."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from regimekit.model.dossier import Dossier
from regimekit.model.table import LINES, SECTION, Column, Places, Row, Table, date_cells, date_columns, table
from regimekit.model.tables import (
    BLOCKS,
    DOSSIERS,
    ESTIMATES,
    EVENT_DATES,
    EVENTS,
    FIELD_DATES,
    FIELD_QUANTITIES,
    FIELDS,
    PEOPLE,
    POSITION,
    ROLES,
    SECTIONS,
    STATISTICS,
    flag,
    part_of,
    text,
    texts,
)


def _sources(dossier: Dossier) -> Iterator[Row]:
    places = Places(dossier)
    for source in dossier.sources:
        yield (
            source.span.first,
            source.span.last,
            places.section(source.span.first),
            source.key,
            source.title,
            source.publisher,
            source.url,
            source.kind,
            source.types,
            source.accessed_as_written,
            *date_cells(source.accessed),
            source.footnote,
            source.group,
            source.listed,
            source.text,
        )


SOURCES = table(
    "sources",
    "A source: a line, a row, a footnote or a bare link.",
    (
        *LINES,
        SECTION,
        text("key", "what names it within the dossier", optional=False),
        text("title", "its title", optional=False),
        text("publisher", "who published it"),
        text("url", "its address"),
        text("kind", "its type, as written"),
        texts("types", "the schema's terms for its type"),
        text("accessed_as_written", "the statement of access, as written"),
        *date_columns("accessed", "the day of access"),
        text("footnote", "the label of the footnote that it is"),
        text("listed_under", "the heading above it"),
        flag("listed", "whether it is listed; false for a link in the running text only"),
        text("text", "the line's plain text", optional=False),
    ),
    _sources,
    "title",
)


def _citing(record: str, to: str, several: Callable[[Dossier], Sequence[Any]], meaning: str) -> Table:
    """A table of which records cite which sources."""
    return table(
        f"{record}_sources",
        meaning,
        (
            part_of(f"{record}_id", to, "what cites it"),
            part_of(
                "source_id", "sources", "the source; empty where the dossier lists none of that key", optional=True
            ),
            text("key", "the key by which it is cited", optional=False),
        ),
        lambda dossier: Places(dossier).cited(one.sources for one in several(dossier)),
    )


def _positions_of(dossier: Dossier) -> list[Any]:
    return [position for debate in dossier.debates for position in debate.positions]


def _positions(dossier: Dossier) -> Iterator[Row]:
    for place, debate in enumerate(dossier.debates):
        for number, position in enumerate(debate.positions, 1):
            yield place, number, position.span.first, position.span.last, position.label, position.text


def _holders(dossier: Dossier) -> Iterator[Row]:
    for place, position in enumerate(_positions_of(dossier)):
        for number, holder in enumerate(position.holders, 1):
            yield place, number, holder


DEBATES = table(
    "debates",
    "A question on which scholarship divides.",
    (*LINES, SECTION, text("question", "the question", optional=False)),
    lambda dossier: (
        (debate.span.first, debate.span.last, section(debate.span.first), debate.question)
        for section in [Places(dossier).section]
        for debate in dossier.debates
    ),
    "question",
)
POSITIONS = table(
    "positions",
    "One answer to a question.",
    (
        part_of("debate_id", "debates", "the question"),
        POSITION,
        *LINES,
        text("label", "its name or school"),
        text("text", "what it says", optional=False),
    ),
    _positions,
    "text",
)
HOLDERS = table(
    "holders",
    "Who holds a position.",
    (part_of("position_id", "positions", "the position"), POSITION, text("name", "who holds it", optional=False)),
    _holders,
    "name",
)

RELATIONS = table(
    "relations",
    "A link from a dossier to another, written or still wanted.",
    (
        *LINES,
        SECTION,
        text("target", "the slug of the other; empty where a regime is named without a link", optional=False),
        text("fragment", "the part of the other that is meant"),
        text("display", "the text shown instead"),
        texts("types", "the relationship types, as written"),
        text("note", "what is said beside them"),
        text("listed_under", "the heading above it"),
        flag("stated", "whether it is a comparison that the dossier states; false for a link in passing"),
    ),
    lambda dossier: (
        (
            one.span.first,
            one.span.last,
            section(one.span.first),
            one.target,
            one.fragment,
            one.display,
            one.types,
            one.note,
            one.group,
            one.stated,
        )
        for section in [Places(dossier).section]
        for one in dossier.relations
    ),
    "target",
)
TOPICS = table(
    "confidence_topics",
    "The confidence in one subject.",
    (
        *LINES,
        text("topic", "the subject", optional=False),
        text("confidence", "the confidence, as written"),
        texts("levels", "the schema's terms for it"),
        text("note", "what is said beside it"),
    ),
    lambda dossier: (
        (one.span.first, one.span.last, one.topic, one.verbatim, one.levels, one.note)
        for one in dossier.confidence.topics
    ),
    "topic",
)
NOTES = table(
    "confidence_notes",
    "A remark on the evidence.",
    (*LINES, text("text", "the remark", optional=False), text("listed_under", "the label above it")),
    lambda dossier: ((one.span.first, one.span.last, one.text, one.group) for one in dossier.confidence.notes),
)
TAGS = table(
    "tags",
    "A tag.",
    (*LINES, text("name", "the tag without its #", optional=False)),
    lambda dossier: ((tag.span.first, tag.span.last, tag.name) for tag in dossier.tags),
    "name",
)
FINDINGS = table(
    "findings",
    "A fault at one place.",
    (
        *LINES,
        text("code", "the rule's code", optional=False),
        text("severity", "error, warning or info", optional=False),
        text("message", "what is wrong", optional=False),
        text("remedy", "what to do about it", optional=False),
        Column("first_column", "integer", "where the piece that is meant begins in the first line; 0: the whole line"),
        Column("end_column", "integer", "the column behind it"),
        text("fixable", "safe or unsafe, where the toolkit can mend it"),
    ),
    lambda dossier: (
        (
            one.span.first,
            one.span.last,
            one.code,
            one.severity,
            one.message,
            one.remedy,
            one.column,
            one.end_column,
            one.fixable,
        )
        for one in dossier.findings
    ),
    "message",
)

#: Every table, each behind those that it refers to.
TABLES: tuple[Table, ...] = (
    DOSSIERS,
    SECTIONS,
    BLOCKS,
    FIELDS,
    FIELD_DATES,
    FIELD_QUANTITIES,
    SOURCES,
    PEOPLE,
    ROLES,
    _citing("person", "people", lambda dossier: dossier.people, "Which source a person's entry cites."),
    EVENTS,
    EVENT_DATES,
    _citing("event", "events", lambda dossier: dossier.events, "Which source a dated statement cites."),
    ESTIMATES,
    _citing("estimate", "estimates", lambda dossier: dossier.estimates, "Which source a figure cites."),
    STATISTICS,
    _citing("statistic", "statistics", lambda dossier: dossier.statistics, "Which source a statistic cites."),
    DEBATES,
    POSITIONS,
    HOLDERS,
    _citing("position", "positions", _positions_of, "Which source a position cites."),
    RELATIONS,
    TOPICS,
    NOTES,
    TAGS,
    FINDINGS,
)
