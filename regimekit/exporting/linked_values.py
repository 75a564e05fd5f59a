"""Dates, amounts and their kin as nodes of linked data."""

import re
from collections.abc import Iterable
from typing import Any

from regimekit.exporting.to_edtf import edtf_of
from regimekit.exporting.words import digits
from regimekit.model import HistoricalDate, Quantity, Span

Node = dict[str, Any]

# the vocabularies whose terms are used; all of it stands in the file, so that nothing has to be fetched to read it
CONTEXT: Node = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "regimekit": "urn:regimekit:term:",
} | {
    f"regimekit:{term}": {"@id": f"regimekit:{term}", **said}
    for term, said in {
        "edtf": {"@type": "edtf:EDTF"},
        "extent": {"@type": "edtf:EDTF"},
        "earliest": {"@type": "xsd:date"},
        "latest": {"@type": "xsd:date"},
        "low": {"@type": "xsd:decimal"},
        "high": {"@type": "xsd:decimal"},
        "blocks": {"@container": "@list"},
        "headings": {"@container": "@list"},
        "levels": {"@container": "@list"},
    }.items()
}

_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?"
_PLAIN = re.compile(rf"({_DAY})(?:/({_DAY}))?")


def own(**values: Any) -> Node:
    """Values under the toolkit's own terms."""
    return {f"regimekit:{name}": value for name, value in values.items()}


def node(id: str | None, types: Iterable[str], *values: Node) -> Node:
    """A node without what is not stated: null and empty lists say nothing in linked data."""
    said: Node = {"@id": id, "@type": list(types)}
    for one in values:
        said |= one
    return {name: value for name, value in said.items() if value is not None and value != [] and value != ()}


def lines(span: Span | None) -> Node:
    return own(line=span.first, lastLine=span.last) if span else {}


def date(said: HistoricalDate | None) -> Node | None:
    """A date with all that is known of it; ``extent`` says in EDTF alone what ``edtf`` and ``relation`` say."""
    if said is None:
        return None
    return node(
        None,
        ["regimekit:Date"],
        own(
            verbatim=said.verbatim,
            edtf=said.edtf,
            extent=edtf_of(said),
            earliest=said.earliest and said.earliest.isoformat(),
            latest=said.latest and said.latest.isoformat(),
            precision=said.precision,
            relation=said.relation,
            approximate=said.approximate,
            uncertain=said.uncertain,
        ),
    )


def dates(several: Iterable[HistoricalDate]) -> list[Node | None]:
    return [date(said) for said in several]


def exact(said: HistoricalDate | None) -> tuple[str | None, str | None]:
    """The ISO 8601 dates on which something begins and ends, where the text says so without a doubt.

    They are as precise as the text: "1935", "1935-05", "1935-05-11".
    """
    if said is None or said.relation != "in" or said.approximate or said.uncertain:
        return None, None
    match = _PLAIN.fullmatch(said.edtf)
    return (match[1], match[2] or match[1]) if match else (None, None)


def one_day(said: HistoricalDate | None) -> str | None:
    """The ISO 8601 date of what lies on one day, month or year, None where it spans several."""
    first, last = exact(said)
    return first if first == last else None


def span_of(said: HistoricalDate | None) -> str | None:
    """The ISO 8601 date or interval."""
    first, last = exact(said)
    return first if first is None or first == last else f"{first}/{last}"


def amount(quantity: Quantity | None) -> Node | None:
    """An amount. Its bounds are stated to schema.org only where the text sets them.

    A missing bound is missing and an open one stays open; what is vague has
    none; what is approximate has a value and no bounds.
    """
    if quantity is None:
        return None
    bounded = quantity.qualifier != "approximate" or quantity.point is None
    return node(
        None,
        ["QuantitativeValue", "regimekit:Quantity"],
        {
            "value": quantity.point,
            "minValue": quantity.low if bounded else None,
            "maxValue": quantity.high if bounded and quantity.qualifier != "open range" else None,
            "unitText": quantity.unit,
        },
        # as text: readers of JSON keep no more than 15 digits of a number
        own(
            verbatim=quantity.verbatim,
            qualifier=quantity.qualifier,
            low=None if quantity.low is None else digits(quantity.low),
            high=None if quantity.high is None else digits(quantity.high),
            magnitude=quantity.magnitude,
        ),
    )
