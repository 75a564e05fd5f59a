"""The export says everything that the records say, in the shape that its schema promises."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import msgspec
import pytest

from regimekit import model
from regimekit.exporting import STREAMS, Origin, shape
from regimekit.exporting.flatten import flat_dossier, flat_finding
from regimekit.exporting.to_json import encode, json_schema
from regimekit.model import Dossier, Estimate, Finding, Page, Quantity, Span

# The record of the model that each exported one stands for, and its fields that are exported under other names.
PAIRS: list[tuple[type[msgspec.Struct], type[msgspec.Struct], set[str]]] = [
    (model.Section, shape.ExportedSection, {"span"}),
    (model.Field, shape.ExportedField, {"span"}),
    (model.Person, shape.ExportedFigure, {"span"}),
    (model.Event, shape.ExportedEvent, {"span", "date"}),
    (model.HistoricalDate, shape.ExportedEvent, set()),
    (model.Estimate, shape.ExportedEstimate, {"span", "quantity"}),
    (model.Quantity, shape.ExportedEstimate, set()),
    (model.Statistic, shape.ExportedStatistic, {"span", "quantity"}),
    (model.Quantity, shape.ExportedStatistic, set()),
    (model.Debate, shape.ExportedDebate, {"span"}),
    (model.Position, shape.ExportedPosition, {"span"}),
    (model.Relation, shape.ExportedRelation, {"span"}),
    (model.Source, shape.ExportedSource, {"span"}),
    (model.Confidence, shape.ExportedConfidence, {"span"}),
    (model.Topic, shape.ExportedTopic, {"span"}),
    (model.Note, shape.ExportedNote, {"span"}),
    (model.Tag, shape.ExportedTag, {"span"}),
    (model.Stamp, shape.ExportedStamp, {"span"}),
    (model.Finding, shape.ExportedFinding, {"span"}),
    (model.Dossier, shape.ExportedDossier, {"text", "people"}),
    (model.Corpus, shape.Export, set()),
]
PAGE = Page("README.md", "About")
UNREADABLE = Finding("RK907", "error", Span(1, 1), "no")


@pytest.mark.parametrize(("record", "exported", "renamed"), PAIRS, ids=lambda one: getattr(one, "__name__", ""))
def test_no_field_of_a_record_is_lost(
    record: type[msgspec.Struct], exported: type[msgspec.Struct], renamed: set[str]
) -> None:
    assert set(record.__struct_fields__) - renamed <= set(exported.__struct_fields__)


def exported(*dossiers: Dossier) -> Any:
    return json.loads(b"".join(STREAMS["json"](Origin("data", "0.0.0"), [PAGE, *dossiers, UNREADABLE])))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_is_written_piece_by_piece_is_what_would_be_written_whole(vale: Dossier, count: int) -> None:
    whole = shape.Export(
        regimekit="0.0.0",
        root="data",
        dossiers=(flat_dossier(vale),) * count,
        pages=(PAGE,),
        findings=(flat_finding(UNREADABLE),),
    )
    pieces = list(STREAMS["json"](Origin("data", "0.0.0"), [PAGE, *[vale] * count, UNREADABLE]))
    assert b"".join(pieces) == encode(whole)
    assert len(pieces) == count + 3


@pytest.mark.parametrize("format", STREAMS)
def test_a_dossier_is_written_before_the_next_is_read(vale: Dossier, format: str) -> None:
    read: list[int] = []

    def reading() -> Iterator[Dossier]:
        for number in range(3):
            read.append(number)
            yield msgspec.structs.replace(vale, title=f"Vale {number}")

    for piece in STREAMS[format](Origin("data", "0.0.0"), reading()):
        if b"Vale 1" in piece:
            assert read == [0, 1]
            break
    else:
        pytest.fail("it was not written")


def test_the_export_fits_its_schema(vale: Dossier, sarn: Dossier) -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(exported(vale, sarn, Dossier("a.md", "a", "A", "")), schema)


def test_the_schema_refuses_what_is_missing_and_what_it_does_not_know(vale: Dossier) -> None:
    written = exported(vale)
    del written["dossiers"][0]["estimates"][0]["low"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, json_schema())
    written = exported(vale) | {"more": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, json_schema())


def test_an_estimate_is_flat(vale: Dossier) -> None:
    (dossier,) = exported(vale)["dossiers"]
    strike = dossier["estimates"][1]
    assert strike["line"] == strike["last_line"] == 16
    assert (strike["low"], strike["high"], strike["point"], strike["verbatim"]) == (300, 400, None, "300-400")
    assert strike["attribution"] == {"name": "Olin", "year": 1988, "kind": "scholar"}
    assert strike["scope"]["when"]["edtf"] == "1935"
    assert dossier["estimates"][2]["point"] == 46
    assert dossier["estimates"][2]["part_of"] == 1


def test_a_vague_estimate_is_there_with_no_bounds(vale: Dossier) -> None:
    vague = exported(vale)["dossiers"][0]["estimates"][3]
    assert (vague["low"], vague["high"], vague["point"]) == (None, None, None)
    assert (vague["verbatim"], vague["qualifier"], vague["magnitude"]) == ("hundreds", "vague", 100)


def test_an_event_is_flat(vale: Dossier) -> None:
    event = exported(vale)["dossiers"][0]["events"][1]
    assert (event["edtf"], event["earliest"], event["latest"]) == ("1935-05-11", "1935-05-11", "1935-05-11")
    assert (event["line"], event["kind"], event["headings"]) == (15, "event", ["Key Events", "The Harbour Strike"])
    assert [date["edtf"] for date in event["dates"]] == ["1936"]


def test_an_open_end_is_null(sarn: Dossier) -> None:
    event = exported(sarn)["dossiers"][0]["events"][0]
    assert (event["edtf"], event["latest"], event["relation"]) == ("1962/..", None, "since")


def test_a_finding_says_in_which_file_it_is(vale: Dossier) -> None:
    written = exported(vale)
    assert written["dossiers"][0]["findings"][0]["path"] == "northern/north-vale.md"
    assert written["findings"][0]["path"] == ""


def test_people_are_called_figures_and_stand_entry_by_entry(vale: Dossier) -> None:
    assert [one["name"] for one in exported(vale)["dossiers"][0]["figures"]] == [
        "Ana Maria Lind",
        "Ana Lind",
        "Per Osk",
    ]


def test_a_share_keeps_its_decimals() -> None:
    half = Estimate(Span(1, 1), Quantity("2.5 percent", 2.5, 2.5, "exact", "percent"), "deaths", "", "other")
    dossier = flat_dossier(Dossier("a.md", "a", "A", "", estimates=(half,)))
    assert dossier.estimates[0].point == 2.5


def test_json_holds_nothing_that_a_terminal_obeys(vale: Dossier) -> None:
    title = "\x1b]0;owned\x07 \x9b31m\u202e reversed"
    written = encode(flat_dossier(msgspec.structs.replace(vale, title=title)))
    assert not set(written.decode()) & set("\x1b\x07\x9b\u202e")
    assert json.loads(written)["title"] == title


def test_a_file_name_that_is_no_text_can_be_exported(vale: Dossier) -> None:
    path = b"caf\xe9.md".decode("utf-8", "surrogateescape")
    assert json.loads(encode(flat_dossier(msgspec.structs.replace(vale, path=path))))["path"] == "caf?.md"
