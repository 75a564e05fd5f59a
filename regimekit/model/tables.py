"""The tables: every field of every record stands in just one of them.

Lists of plain words (aliases, headings) stay in their record's row; whatever
has fields of its own, or is asked for by joining, has a table.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from regimekit.model.dossier import Dossier
from regimekit.model.table import (
    ID,
    LINES,
    SECTION,
    Column,
    Places,
    Row,
    Table,
    date_cells,
    date_columns,
    quantity_cells,
    quantity_columns,
    table,
)


def text(name: str, meaning: str, optional: bool = True) -> Column:
    return Column(name, "text", meaning, optional)


def texts(name: str, meaning: str) -> Column:
    return Column(name, "texts", meaning)


def flag(name: str, meaning: str) -> Column:
    return Column(name, "boolean", meaning)


def part_of(name: str, to: str, meaning: str, optional: bool = False) -> Column:
    return Column(name, "reference", meaning, optional, to)


SAID = text("text", "the line's plain text", optional=False)
POSITION = Column("position", "integer", "its place among those of the record, counted from 1")
KIND_OF_SECTION = text("section", "the schema's name of the section, or other", optional=False)


def _dossiers(dossier: Dossier) -> Iterator[Row]:
    confidence = dossier.confidence
    stamps: list[Any] = []
    for stamp in (dossier.created, dossier.updated):
        lines = (stamp.span.first, stamp.span.last) if stamp else (None, None)
        stamps += [stamp.verbatim if stamp else None, *lines, *date_cells(stamp.date if stamp else None)]
    lines = (confidence.span.first, confidence.span.last) if confidence.span else (None, None)
    yield (
        dossier.path,
        dossier.slug,
        dossier.title,
        dossier.text.count("\n") + 1,
        len(dossier.text.split()),
        *stamps,
        confidence.verbatim,
        *lines,
        confidence.levels,
    )


def _stamp_columns(name: str, what: str) -> tuple[Column, ...]:
    return (
        text(f"{name}_as_written", f"{what}, the whole statement"),
        Column(f"{name}_line", "integer", "its first line", True),
        Column(f"{name}_last_line", "integer", "its last line", True),
        *date_columns(name, what),
    )


DOSSIERS = Table(
    "dossiers",
    "One file on one regime.",
    (
        ID,
        text("path", "the file, relative to the folder, with forward slashes", optional=False),
        text("slug", "the file's name without its ending", optional=False),
        text("title", "its title", optional=False),
        Column("lines", "integer", "how many lines the file has"),
        Column("words", "integer", "how many words, marks of Markdown and addresses among them"),
        *_stamp_columns("created", "the day of its making"),
        *_stamp_columns("updated", "the day of its last change"),
        text("confidence", "the overall confidence, as written"),
        Column("confidence_line", "integer", "its first line", True),
        Column("confidence_last_line", "integer", "its last line", True),
        texts("confidence_levels", "the schema's terms for it"),
    ),
    _dossiers,
    "title",
)


def _sections(dossier: Dossier) -> Iterator[Row]:
    lines = dossier.text.split("\n")
    above: list[tuple[int, int]] = []  # levels and places of the headings that are still open
    for place, section in enumerate(dossier.sections):
        while above and above[-1][0] >= section.level:
            above.pop()
        parent = above[-1][1] if above else None
        above.append((section.level, place))
        first, last = section.span.first, section.span.last
        whole = "\n".join(lines[first - 1 : last])
        yield first, last, section.level, section.title, section.id, section.number, parent, whole


def _blocks(dossier: Dossier) -> Iterator[Row]:
    for place, section in enumerate(dossier.sections):
        for block in section.blocks:
            yield place, block.kind, block.first, block.last


SECTIONS = table(
    "sections",
    "A heading and what stands below it, up to the next heading.",
    (
        *LINES,
        Column("level", "integer", "1 for the title, 2 for a section, …; 0 for what stands before the first heading"),
        text("title", "the heading without its number", optional=False),
        KIND_OF_SECTION,
        text("number", "a number before the heading"),
        part_of("parent_id", "sections", "the heading above it", optional=True),
        text("text", "its lines, as they stand in the file", optional=False),
    ),
    _sections,
    "title",
)
BLOCKS = table(
    "blocks",
    "A run of lines that Markdown reads as one.",
    (
        part_of("section_id", "sections", "the section it is in"),
        text("kind", "heading, paragraph, list, table, quote, code, …", optional=False),
        *LINES,
    ),
    _blocks,
)

FIELDS = table(
    "fields",
    "A row of the Overview, or a key of the front matter.",
    (
        *LINES,
        text("field", "the schema's name of the field"),
        text("label", "its name, as written", optional=False),
        text("value", "what it says", optional=False),
        texts("terms", "the schema's terms for what it says"),
        flag("header", "whether it stands in the front matter"),
    ),
    lambda dossier: (
        (field.span.first, field.span.last, field.id, field.label, field.value, field.terms, field.header)
        for field in dossier.overview
    ),
    "label",
)
FIELD_DATES = table(
    "field_dates",
    "A date that a field gives.",
    (part_of("field_id", "fields", "the field"), POSITION, *date_columns("date", "the date", False, "")),
    lambda dossier: _each(dossier.overview, lambda field: map(date_cells, field.dates)),
)
FIELD_QUANTITIES = table(
    "field_quantities",
    "An amount that a field gives.",
    (part_of("field_id", "fields", "the field"), POSITION, *quantity_columns("the amount")),
    lambda dossier: _each(dossier.overview, lambda field: map(quantity_cells, field.quantities)),
)


def _each(records: Sequence[Any], cells: Callable[[Any], Iterable[Row]]) -> Iterator[Row]:
    """The rows that hang on each record: its place, their position counted from 1, their cells."""
    for place, record in enumerate(records):
        for position, row in enumerate(cells(record), 1):
            yield place, position, *row


def _people(dossier: Dossier) -> Iterator[Row]:
    places = Places(dossier)
    for person in dossier.people:
        yield (
            person.span.first,
            person.span.last,
            places.section(person.span.first),
            person.name,
            person.aliases,
            person.honorific,
            *date_cells(person.born),
            *date_cells(person.died),
            person.fate,
            person.group,
            person.leader,
            person.text,
        )


PEOPLE = table(
    "people",
    "A person whom the dossier lists; somebody who stands there twice has two rows.",
    (
        *LINES,
        SECTION,
        text("name", "as written, without rank and office", optional=False),
        texts("aliases", "the other names given"),
        text("honorific", "a title before the name"),
        *date_columns("born", "the birth"),
        *date_columns("died", "the death"),
        text("fate", "what the entry says became of the person"),
        text("listed_under", "the heading or label above the entry"),
        flag("leader", "whether it is the Overview's row of leaders"),
        SAID,
    ),
    _people,
    "name",
)
ROLES = table(
    "roles",
    "An office or part played.",
    (
        part_of("person_id", "people", "who held it"),
        POSITION,
        text("title", "the office", optional=False),
        *date_columns("term", "the time"),
    ),
    lambda dossier: _each(dossier.people, lambda person: ((r.title, *date_cells(r.term)) for r in person.roles)),
    "title",
)


def _events(dossier: Dossier) -> Iterator[Row]:
    places = Places(dossier)
    for event in dossier.events:
        yield (
            event.span.first,
            event.span.last,
            places.section(event.span.first),
            *date_cells(event.date),
            event.title,
            event.kind,
            event.section,
            event.headings,
        )


EVENTS = table(
    "events",
    "A dated statement.",
    (
        *LINES,
        SECTION,
        *date_columns("date", "its principal date", False, ""),
        text("event", "the statement without its leading date", optional=False),
        text("kind", "where it was read: heading, event, table, prose or header", optional=False),
        KIND_OF_SECTION,
        texts("headings", "the headings above it, outermost first"),
    ),
    _events,
    "event",
)
EVENT_DATES = table(
    "event_dates",
    "Another date that a dated statement names.",
    (part_of("event_id", "events", "the statement"), POSITION, *date_columns("date", "the date", False, "")),
    lambda dossier: _each(dossier.events, lambda event: map(date_cells, event.dates)),
)


def _estimates(dossier: Dossier) -> Iterator[Row]:
    places = Places(dossier)
    for estimate in dossier.estimates:
        scope, who = estimate.scope, estimate.attribution
        yield (
            estimate.span.first,
            estimate.span.last,
            places.section(estimate.span.first),
            estimate.measure,
            *quantity_cells(estimate.quantity),
            who.name if who else None,
            who.year if who else None,
            who.kind if who else None,
            scope.what,
            scope.where,
            *date_cells(scope.when),
            scope.who,
            estimate.caption,
            estimate.part_of,
            estimate.section,
            estimate.text,
        )


ESTIMATES = table(
    "estimates",
    "One figure for people harmed.",
    (
        *LINES,
        SECTION,
        text("measure", "deaths, disappeared, detained, tortured, displaced, injured, …", optional=False),
        *quantity_columns("the figure"),
        text("author", "whose figure it is"),
        Column("author_year", "integer", "the year of the author's work", True),
        text("author_kind", "official, international, tribunal, ngo, scholar, reference, press or own"),
        text("scope_what", "the event or scope that it counts"),
        text("scope_where", "the place"),
        *date_columns("scope_when", "the time"),
        text("scope_who", "the group of people"),
        text("caption", "the label or heading above the table or list"),
        part_of("part_of_id", "estimates", "the estimate of which this is a part", optional=True),
        KIND_OF_SECTION,
        SAID,
    ),
    _estimates,
    "as_written",
)


def _statistics(dossier: Dossier) -> Iterator[Row]:
    places = Places(dossier)
    for one in dossier.statistics:
        yield (
            one.span.first,
            one.span.last,
            places.section(one.span.first),
            one.label,
            *quantity_cells(one.quantity),
            *quantity_cells(one.after),
            one.section,
            one.text,
        )


STATISTICS = table(
    "statistics",
    "A figure that counts something else than people harmed.",
    (
        *LINES,
        SECTION,
        text("label", "what it counts", optional=False),
        *quantity_columns("the figure"),
        *quantity_columns("of a change the later figure", "after_", optional=True),
        KIND_OF_SECTION,
        SAID,
    ),
    _statistics,
    "label",
)
