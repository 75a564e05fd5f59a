"""Dossiers made again from the rows of the tables, wherever those were kept meanwhile: nothing may be lost."""

from regimekit.model import (
    Attribution,
    Block,
    Confidence,
    Debate,
    Dossier,
    Estimate,
    Event,
    Field,
    Finding,
    HistoricalDate,
    Note,
    Person,
    Position,
    Quantity,
    Relation,
    Role,
    Scope,
    Section,
    Source,
    Span,
    Stamp,
    Statistic,
    Tag,
    Topic,
)
from regimekit.model.table import Numbering
from regimekit.model.tables_cited import TABLES


def rows_of(*dossiers):
    """Every table's rows as dictionaries."""
    rows = {table.name: [] for table in TABLES}
    numbering = Numbering()
    for dossier in dossiers:
        for table, several in numbering.rows(TABLES, dossier):
            rows[table.name] += [dict(zip(table.header, row, strict=True)) for row in several]
    return rows


def span(row, stem=""):
    return Span(row[f"{stem}line"], row[f"{stem}last_line"])


def date(row, name="date", stem=None):
    if row[name] is None:
        return None
    stem = f"{name}_" if stem is None else stem
    names = ("edtf", "earliest", "latest", "precision", "relation", "approximate", "uncertain")
    return HistoricalDate(row[name], **{one: row[stem + one] for one in names})


def quantity(row, stem=""):
    if row[f"{stem}as_written"] is None:
        return None
    names = ("low", "high", "qualifier", "unit", "magnitude")
    return Quantity(row[f"{stem}as_written"], **{one: row[stem + one] for one in names})


def stamp(row, name):
    if row[f"{name}_as_written"] is None:
        return None
    return Stamp(span(row, f"{name}_"), row[f"{name}_as_written"], date(row, name))


def below(rows, table, reference, row):
    return [one for one in rows[table] if one[reference] == row["id"]]


def cited(rows, record, row):
    return tuple(one["key"] for one in below(rows, f"{record}_sources", f"{record}_id", row))


def dossier_of(rows, row):
    """A dossier made again from its rows."""
    own = {name: [one for one in several if one.get("dossier_id") == row["id"]] for name, several in rows.items()}
    first_estimate = own["estimates"][0]["id"] if own["estimates"] else 0
    return Dossier(
        path=row["path"],
        slug=row["slug"],
        title=row["title"],
        text="\n".join(one["text"] for one in own["sections"]),
        sections=tuple(
            Section(
                span(one),
                one["level"],
                one["title"],
                one["section"],
                one["number"],
                tuple(
                    Block(block["kind"], block["line"], block["last_line"])
                    for block in below(own, "blocks", "section_id", one)
                ),
            )
            for one in own["sections"]
        ),
        overview=tuple(
            Field(
                span(one),
                one["label"],
                one["value"],
                one["field"],
                tuple(date(each, stem="") for each in below(own, "field_dates", "field_id", one)),
                tuple(quantity(each) for each in below(own, "field_quantities", "field_id", one)),
                one["terms"],
                one["header"],
            )
            for one in own["fields"]
        ),
        people=tuple(
            Person(
                span(one),
                one["name"],
                one["aliases"],
                one["honorific"],
                tuple(Role(role["title"], date(role, "term")) for role in below(own, "roles", "person_id", one)),
                date(one, "born"),
                date(one, "died"),
                one["fate"],
                one["listed_under"],
                one["leader"],
                one["text"],
                cited(own, "person", one),
            )
            for one in own["people"]
        ),
        events=tuple(
            Event(
                span(one),
                date(one, stem=""),
                one["event"],
                one["kind"],
                one["section"],
                one["headings"],
                tuple(date(each, stem="") for each in below(own, "event_dates", "event_id", one)),
                cited(own, "event", one),
            )
            for one in own["events"]
        ),
        estimates=tuple(
            Estimate(
                span(one),
                quantity(one),
                one["measure"],
                one["text"],
                one["section"],
                Scope(one["scope_what"], one["scope_where"], date(one, "scope_when"), one["scope_who"]),
                None if one["author"] is None else Attribution(one["author"], one["author_year"], one["author_kind"]),
                one["caption"],
                None if one["part_of_id"] is None else one["part_of_id"] - first_estimate,
                cited(own, "estimate", one),
            )
            for one in own["estimates"]
        ),
        statistics=tuple(
            Statistic(
                span(one),
                one["label"],
                quantity(one),
                one["text"],
                one["section"],
                quantity(one, "after_"),
                cited(own, "statistic", one),
            )
            for one in own["statistics"]
        ),
        debates=tuple(
            Debate(
                span(one),
                one["question"],
                tuple(
                    Position(
                        span(each),
                        each["text"],
                        each["label"],
                        tuple(holder["name"] for holder in below(own, "holders", "position_id", each)),
                        cited(own, "position", each),
                    )
                    for each in below(own, "positions", "debate_id", one)
                ),
            )
            for one in own["debates"]
        ),
        relations=tuple(
            Relation(
                span(one),
                one["target"],
                one["types"],
                one["note"],
                one["fragment"],
                one["display"],
                one["listed_under"],
                one["stated"],
            )
            for one in own["relations"]
        ),
        sources=tuple(
            Source(
                span(one),
                one["key"],
                one["title"],
                one["publisher"],
                one["url"],
                one["kind"],
                one["types"],
                date(one, "accessed"),
                one["accessed_as_written"],
                one["footnote"],
                one["listed_under"],
                one["listed"],
                one["text"],
            )
            for one in own["sources"]
        ),
        confidence=Confidence(
            None if row["confidence_line"] is None else span(row, "confidence_"),
            row["confidence"],
            row["confidence_levels"],
            tuple(
                Topic(span(one), one["topic"], one["confidence"], one["levels"], one["note"])
                for one in own["confidence_topics"]
            ),
            tuple(Note(span(one), one["text"], one["listed_under"]) for one in own["confidence_notes"]),
        ),
        tags=tuple(Tag(span(one), one["name"]) for one in own["tags"]),
        created=stamp(row, "created"),
        updated=stamp(row, "updated"),
        findings=tuple(
            Finding(
                one["code"],
                one["severity"],
                span(one),
                one["message"],
                one["remedy"],
                "",
                one["first_column"],
                one["end_column"],
                one["fixable"],
            )
            for one in own["findings"]
        ),
    )
