"""Linked data, expanded by PyLD with no network: from the graph alone the records can be made again."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from pyld import jsonld

import regimekit
from made_dossiers import dossiers
from records_from_graph import dossier_of, expanded
from regimekit.exporting import Origin, Part
from regimekit.exporting.linked_values import CONTEXT, amount, exact
from regimekit.exporting.to_jsonld import to_jsonld
from regimekit.model import Dossier, Event, Finding, HistoricalDate, Page, Quantity, Relation, Source, Span

DOCUMENTED = Path(__file__).parent.parent.parent / "docs" / "exporting.md"


def written(*parts: Part, base: str | None = None, paths: tuple[str, ...] = ()) -> dict[str, Any]:
    paths = paths or tuple(part.path for part in parts if not isinstance(part, Finding))
    origin = Origin("data", "0.0.0", paths) if base is None else Origin("data", "0.0.0", paths, base)
    document: dict[str, Any] = json.loads(b"".join(to_jsonld(origin, parts)))
    return document


def made_again(*several: Dossier) -> list[Dossier]:
    return [dossier_of(node) for node in expanded(written(*several))[:-1]]


def without_text(dossier: Dossier) -> Dossier:
    """A finding names its file in the graph."""
    findings = tuple(replace(finding, path=finding.path or dossier.path) for finding in dossier.findings)
    return replace(dossier, text="", findings=findings)


def test_the_bundled_dossiers_can_be_made_again() -> None:
    bundled = regimekit.load().dossiers[::4]  # those in between are made again from CSV and Parquet
    assert made_again(*bundled) == [without_text(dossier) for dossier in bundled]


def test_dossiers_built_by_hand_can_be_made_again(vale: Dossier, sarn: Dossier) -> None:
    assert made_again(vale, sarn) == [without_text(vale), without_text(sarn)]


@settings(max_examples=25)
@given(dossiers())
def test_whatever_a_dossier_says_can_be_read_again(made: Dossier) -> None:
    assert made_again(made) == [without_text(made)]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def ids(document: dict[str, Any], *types: str) -> list[str]:
    return [node["@id"] for node in nodes(document["@graph"]) if "@id" in node and set(types) & set(node["@type"])]


RECORDS = (
    "Entry Event Estimate Statistic Debate Position Source Relation Field Section Topic Note Tag Finding Dossier Regime"
)


@settings(max_examples=12)
@given(dossiers("a/one.md"), dossiers("b/one.md"), dossiers("two.md"))
def test_every_record_has_an_identifier_of_its_own(one: Dossier, other: Dossier, third: Dossier) -> None:
    """A key may be that of two sources; even then each is itself."""
    document = written(one, replace(other, sources=other.sources * 2), third)
    found = ids(document, *(f"regimekit:{kind}" for kind in RECORDS.split()))
    assert [id for id, count in Counter(found).items() if count > 1] == []
    assert all(re.fullmatch(r"urn:regimekit:[\w/.%-]+(#[\w.-]+)?", id, re.ASCII) for id in found)


def test_all_of_it_is_rdf(vale: Dossier, sarn: Dossier) -> None:
    """No statement is dropped on the way to triples, as one with a relative address would be."""
    graph = expanded(written(vale, sarn))
    triples = jsonld.to_rdf(graph)["@default"]
    kinds = Counter(triple["object"]["value"] for triple in triples if triple["predicate"]["value"].endswith("#type"))
    for name, records in (("Event", "events"), ("Estimate", "estimates"), ("Relation", "relations")):
        assert kinds[f"urn:regimekit:term:{name}"] == sum(len(getattr(one, records)) for one in (vale, sarn))
    edtf = {t["object"]["value"] for t in triples if t["object"].get("datatype", "").endswith("/edtf/EDTF")}
    assert {"1935-05-11", "1931/1944", "[..1931]", "1962/.."} <= edtf


def test_identifiers_stay_when_others_come_and_go(vale: Dossier) -> None:
    whole = written(vale)
    fewer = written(replace(vale, estimates=vale.estimates[:1], events=vale.events[1:], people=vale.people[::-1]))
    for kind in ("Estimate", "Event", "Entry"):
        assert set(ids(fewer, f"regimekit:{kind}")) <= set(ids(whole, f"regimekit:{kind}"))
    moved = replace(vale.events[1], span=Span(90, 90))
    assert ids(written(replace(vale, events=(moved,))), "regimekit:Event")[0] in ids(whole, "regimekit:Event")


def test_equal_records_are_told_apart_in_the_order_of_the_file(vale: Dossier) -> None:
    first, second = ids(written(replace(vale, events=vale.events[1:] * 2)), "regimekit:Event")
    assert second == f"{first}.2"


def test_two_files_of_one_name_are_two_dossiers(vale: Dossier) -> None:
    paths = ("north/vale.md", "south/vale.md", "south/vale.markdown")
    found = ids(written(*(replace(vale, path=path, slug="vale") for path in paths)), "regimekit:Dossier")
    assert found == ["urn:regimekit:north/vale", "urn:regimekit:south/vale.md", "urn:regimekit:south/vale.markdown"]


def test_identifiers_start_with_the_base(vale: Dossier) -> None:
    found = ids(written(vale, base="https://example.org/regimes/"), "regimekit:Dossier", "Event")
    assert found[0] == "https://example.org/regimes/north-vale"
    assert found[2].startswith("https://example.org/regimes/north-vale#event-1935-05-11-troops-fired-")


def test_a_relation_leads_to_the_dossier_that_it_links(vale: Dossier) -> None:
    paths = ("northern/north-vale.md", "southern/port-sarn.md")
    linked, wanted = written(vale, paths=paths)["@graph"][0]["regimekit:relation"]
    assert linked["regimekit:to"] == {"@id": "urn:regimekit:port-sarn"}
    assert "regimekit:to" not in wanted
    named = replace(vale, relations=(Relation(Span(1, 1), "", display="Port Sarn"),))
    assert "regimekit:to" not in written(named, paths=paths)["@graph"][0]["regimekit:relation"][0]


def test_a_figure_is_a_claim_of_its_author_and_no_more(vale: Dossier) -> None:
    toll, strike, official, vague = [
        node for node in nodes(written(vale)["@graph"]) if "regimekit:Estimate" in node["@type"]
    ]
    assert strike["@type"] == ["Claim", "regimekit:Estimate"]
    assert (strike["author"]["name"], strike["datePublished"], strike["regimekit:attributionYear"]) == (
        "Olin",
        "1988",
        1988,
    )
    assert strike["spatialCoverage"]["@type"] == ["Place"]
    assert strike["temporalCoverage"] == "1935"
    assert official["regimekit:partOf"] == {"@id": strike["@id"]}
    assert "author" not in toll
    assert "Person" not in strike["author"]["@type"] + official["author"]["@type"]
    assert not vague["regimekit:quantity"].keys() & {"value", "minValue", "maxValue", "regimekit:low", "regimekit:high"}
    assert vague["regimekit:quantity"]["regimekit:magnitude"] == 100


AMOUNTS = [
    (Quantity("46", 46, 46, "exact"), {"value": 46, "minValue": 46, "maxValue": 46}),
    (Quantity("about 46", 46, 46, "approximate"), {"value": 46}),
    (Quantity("300-400", 300, 400, "range"), {"minValue": 300, "maxValue": 400}),
    (Quantity("300-400+", 300, 400, "open range"), {"minValue": 300}),
    (Quantity("at least 6", 6, None, "at least"), {"minValue": 6}),
    (Quantity("up to 6", None, 6, "at most"), {"maxValue": 6}),
    (Quantity("hundreds", None, None, "vague", magnitude=100), {}),
]


@pytest.mark.parametrize(("quantity", "said"), AMOUNTS, ids=[quantity.verbatim for quantity, _ in AMOUNTS])
def test_bounds_are_stated_only_where_the_text_sets_them(quantity: Quantity, said: dict[str, int]) -> None:
    found = amount(quantity)
    assert found is not None
    assert {name: value for name, value in found.items() if name in ("value", "minValue", "maxValue")} == said


def test_a_number_keeps_all_its_digits() -> None:
    found = amount(Quantity("x", 2**53 + 1, 1e-7, "range", "other"))
    assert found is not None
    assert (found["regimekit:low"], found["regimekit:high"]) == ("9007199254740993", "0.0000001")


DATES = [
    ("May 11, 1935", ("1935-05-11", "1935-05-11")),
    ("May 1935", ("1935-05", "1935-05")),
    ("1931-1944", ("1931", "1944")),
    ("c. 1931", (None, None)),
    ("1931?", (None, None)),
    ("by 1931", (None, None)),
    ("spring 1931", (None, None)),
    ("1930s", (None, None)),
    ("1962-present", (None, None)),
]


@pytest.mark.parametrize(("text", "said"), DATES, ids=[text for text, _ in DATES])
def test_schema_org_gets_a_date_only_where_the_text_leaves_no_doubt(text: str, said: tuple[str | None, ...]) -> None:
    date = regimekit.parse_date(text)
    assert date is not None
    assert exact(date) == said


def test_a_year_beyond_the_calendar_is_edtf_alone(vale: Dossier) -> None:
    old = HistoricalDate("500 BC", "-0499", None, None, "year")
    event = Event(Span(1, 1), old, "x", "event", "other")
    last = Event(
        Span(1, 1), HistoricalDate("x", "0044", datetime.date.min, datetime.date.max, "year"), "y", "event", "o"
    )
    changed = replace(vale, events=(event, last))
    assert made_again(changed) == [without_text(changed)]
    found = [node for node in nodes(written(changed)["@graph"]) if "regimekit:Event" in node["@type"]]
    assert "startDate" not in found[0]


def test_an_address_that_is_none_stays_the_text_that_was_written(vale: Dossier) -> None:
    changed = replace(vale, sources=(Source(Span(1, 1), "x", "X", url='javascript:"<>| not one'),))
    (found,) = made_again(changed)
    assert found.sources == changed.sources


def test_pages_and_what_cannot_be_read_stand_behind_the_dossiers(vale: Dossier) -> None:
    graph = written(Page("docs/README.md", "About"), Finding("RK907", "error", Span(1, 1), "no", path="x.md"), vale)[
        "@graph"
    ]
    assert [node["@type"][-1].partition(":")[2] for node in graph] == ["Dossier", "Page", "Finding", "Export"]
    assert graph[1]["@id"] == "urn:regimekit:README"
    assert graph[2]["regimekit:path"] == "x.md"


def test_every_term_of_our_own_is_documented(vale: Dossier, sarn: Dossier) -> None:
    page = DOCUMENTED.read_text(encoding="utf-8")
    document = written(Page("README.md", "About"), Finding("RK907", "error", Span(1, 1), "no"), vale, sarn)
    used = {term for node in nodes(document["@graph"]) for term in (*node, *node["@type"]) if term.startswith("regime")}
    used |= {term for term in CONTEXT if term.startswith("regimekit:")}
    assert sorted(term for term in used if f"`{term}`" not in page) == []


def test_every_term_of_schema_org_exists_there(vale: Dossier, sarn: Dossier) -> None:
    """Looked up by hand at schema.org; a new one has to be looked up as well."""
    known = set(
        "CreativeWork Organization Person Role Event Claim Place Question Answer PropertyValue QuantitativeValue Dataset "
        "identifier name about dateCreated dateModified keywords mentions hasPart citation alternateName honorificPrefix "
        "birthDate deathDate description hasOccupation roleName startDate endDate text author datePublished "
        "spatialCoverage temporalCoverage suggestedAnswer publisher url propertyID value minValue maxValue unitText".split()
    )
    document = written(vale, sarn, *regimekit.load().dossiers)
    used = {term for node in nodes(document["@graph"]) for term in (*node, *node["@type"]) if term[0] != "@"}
    assert {term for term in used if not term.startswith("regimekit:")} <= known
