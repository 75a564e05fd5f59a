"""Dossiers made again from an expanded JSON-LD graph: nothing that a record says may be lost in it."""

import datetime
from typing import Any

from pyld import jsonld

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

SCHEMA = "https://schema.org/"
OWN = "urn:regimekit:term:"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
XSD = "http://www.w3.org/2001/XMLSchema#"
Node = dict[str, Any]


def refuse(url: str, options: Any) -> None:
    raise AssertionError(f"{url} is loaded from the network")


def expanded(document: Any) -> list[Node]:
    """The graph as PyLD expands it, with no network."""
    nodes: list[Node] = jsonld.expand(document, {"documentLoader": refuse})
    return nodes


def all_of(node: Node, term: str, kind: str = "") -> list[Any]:
    """The values of a term of ours, or of schema.org ("s:name"); only nodes of a type where one is given."""
    found = node.get(SCHEMA + term[2:] if term.startswith("s:") else OWN + term, [])
    if len(found) == 1 and "@list" in found[0]:
        found = found[0]["@list"]
    return [value for value in found if not kind or OWN + kind in value.get("@type", ())]


def said(node: Node, term: str, datatype: str | None = None) -> Any:
    """The one literal of a term, None where there is none."""
    values = all_of(node, term)
    assert len(values) < 2, (term, values)
    if values:
        assert values[0].get("@type") == datatype, (term, values)
    return values[0]["@value"] if values else None


def told(node: Node, term: str) -> tuple[str, ...]:
    return tuple(value["@value"] for value in all_of(node, term))


def child(node: Node, term: str) -> Node | None:
    return next(iter(all_of(node, term)), None)


def span(node: Node) -> Span:
    return Span(said(node, "line"), said(node, "lastLine"))


def day(node: Node, term: str) -> datetime.date | None:
    text = said(node, term, f"{XSD}date")
    return None if text is None else datetime.date.fromisoformat(text)


def date(node: Node | None) -> HistoricalDate | None:
    if node is None:
        return None
    assert said(node, "extent", EDTF) is not None
    return HistoricalDate(
        said(node, "verbatim"),
        said(node, "edtf", EDTF),
        day(node, "earliest"),
        day(node, "latest"),
        said(node, "precision"),
        said(node, "relation"),
        said(node, "approximate"),
        said(node, "uncertain"),
    )


def number(node: Node, term: str) -> Any:
    text = said(node, term, f"{XSD}decimal")
    return None if text is None else float(text) if "." in text else int(text)


def quantity(node: Node | None) -> Quantity | None:
    if node is None:
        return None
    return Quantity(
        said(node, "verbatim"),
        number(node, "low"),
        number(node, "high"),
        said(node, "qualifier"),
        said(node, "s:unitText"),
        said(node, "magnitude"),
    )


def cited(node: Node, term: str) -> tuple[str, ...]:
    return tuple(said(one, "s:identifier") for one in all_of(node, term))


def stamp(node: Node | None) -> Stamp | None:
    return None if node is None else Stamp(span(node), said(node, "verbatim"), date(child(node, "date")))


def _person(node: Node) -> Person:
    return Person(
        span(node),
        said(node, "s:name"),
        told(node, "s:alternateName"),
        said(node, "s:honorificPrefix"),
        tuple(Role(said(role, "s:roleName"), date(child(role, "term"))) for role in all_of(node, "s:hasOccupation")),
        date(child(node, "born")),
        date(child(node, "died")),
        said(node, "fate"),
        said(node, "group"),
        said(node, "leader"),
        said(node, "s:description"),
        cited(node, "source"),
    )


def _event(node: Node) -> Event:
    return Event(
        span(node),
        date(child(node, "date")),  # type: ignore[arg-type]
        said(node, "s:name"),
        said(node, "kind"),
        said(node, "section"),
        told(node, "headings"),
        tuple(date(one) for one in all_of(node, "otherDate")),  # type: ignore[misc]
        cited(node, "source"),
    )


def _estimate(node: Node, places: dict[str, int]) -> Estimate:
    author, where, whole = child(node, "s:author"), child(node, "s:spatialCoverage"), child(node, "partOf")
    year = said(node, "attributionYear")
    return Estimate(
        span(node),
        quantity(child(node, "quantity")),  # type: ignore[arg-type]
        said(node, "measure"),
        said(node, "s:text"),
        said(node, "section"),
        Scope(said(node, "what"), where and said(where, "s:name"), date(child(node, "when")), said(node, "who")),
        author and Attribution(said(author, "s:name"), year, said(author, "attributionKind")),  # type: ignore[arg-type]
        said(node, "caption"),
        whole and places[whole["@id"]],  # type: ignore[arg-type]
        cited(node, "s:citation"),
    )


def _position(node: Node) -> Position:
    holders = tuple(said(holder, "s:name") for holder in all_of(node, "s:author"))
    return Position(span(node), said(node, "s:text"), said(node, "s:name"), holders, cited(node, "s:citation"))


def dossier_of(node: Node) -> Dossier:
    """The dossier that a node of the graph is, without its text."""
    parts = {kind: all_of(node, "s:hasPart", kind) for kind in ("Section", "Estimate", "Statistic", "Debate")}
    places = {one["@id"]: place for place, one in enumerate(parts["Estimate"])}
    sure = all_of(node, "confidence")[0]
    return Dossier(
        path=said(node, "path"),
        slug=said(node, "s:identifier"),
        title=said(node, "s:name"),
        text="",
        sections=tuple(
            Section(
                span(one),
                said(one, "level"),
                said(one, "s:name"),
                said(one, "section"),
                said(one, "number"),
                tuple(
                    Block(said(block, "kind"), said(block, "line"), said(block, "lastLine"))
                    for block in all_of(one, "blocks")
                ),
            )
            for one in parts["Section"]
        ),
        overview=tuple(
            Field(
                span(one),
                said(one, "s:name"),
                said(one, "s:value"),
                said(one, "s:propertyID"),
                tuple(date(each) for each in all_of(one, "dates")),  # type: ignore[misc]
                tuple(quantity(each) for each in all_of(one, "quantities")),  # type: ignore[misc]
                told(one, "terms"),
                said(one, "header"),
            )
            for one in all_of(node, "field")
        ),
        people=tuple(map(_person, all_of(node, "s:mentions", "Entry"))),
        events=tuple(map(_event, all_of(node, "s:mentions", "Event"))),
        estimates=tuple(_estimate(one, places) for one in parts["Estimate"]),
        statistics=tuple(
            Statistic(
                span(one),
                said(one, "s:name"),
                quantity(child(one, "quantity")),  # type: ignore[arg-type]
                said(one, "s:text"),
                said(one, "section"),
                quantity(child(one, "after")),
                cited(one, "s:citation"),
            )
            for one in parts["Statistic"]
        ),
        debates=tuple(
            Debate(span(one), said(one, "s:name"), tuple(map(_position, all_of(one, "s:suggestedAnswer"))))
            for one in parts["Debate"]
        ),
        relations=tuple(
            Relation(
                span(one),
                said(one, "target"),
                told(one, "relationType"),
                said(one, "note"),
                said(one, "fragment"),
                said(one, "display"),
                said(one, "group"),
                said(one, "stated"),
            )
            for one in all_of(node, "relation")
        ),
        sources=tuple(
            Source(
                span(one),
                said(one, "s:identifier"),
                said(one, "s:name"),
                said(one, "s:publisher"),
                said(one, "s:url"),
                said(one, "kind"),
                told(one, "sourceType"),
                date(child(one, "accessed")),
                said(one, "accessedAsWritten"),
                said(one, "footnote"),
                said(one, "group"),
                said(one, "listed"),
                said(one, "s:description"),
            )
            for one in all_of(node, "s:citation")
        ),
        confidence=Confidence(
            span(sure) if all_of(sure, "line") else None,
            said(sure, "verbatim"),
            told(sure, "levels"),
            tuple(
                Topic(span(one), said(one, "s:name"), said(one, "verbatim"), told(one, "levels"), said(one, "note"))
                for one in all_of(sure, "topic")
            ),
            tuple(Note(span(one), said(one, "s:text"), said(one, "group")) for one in all_of(sure, "remark")),
        ),
        tags=tuple(Tag(span(one), said(one, "s:name")) for one in all_of(node, "tag")),
        created=stamp(child(node, "created")),
        updated=stamp(child(node, "updated")),
        findings=tuple(
            Finding(
                said(one, "code"),
                said(one, "severity"),
                span(one),
                said(one, "message"),
                said(one, "remedy"),
                said(one, "path"),
                said(one, "column"),
                said(one, "endColumn"),
                said(one, "fixable"),
            )
            for one in all_of(node, "finding")
        ),
    )
