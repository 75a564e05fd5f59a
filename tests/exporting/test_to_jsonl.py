"""JSON Lines, read line by line: dossiers in the shape of the JSON export, all of them and all that they say."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema
import msgspec
import pandas
from hypothesis import given, settings

import regimekit
from hostile import TEXTS
from made_dossiers import dossiers
from regimekit.exporting import Origin, Part, shape
from regimekit.exporting.flatten import flat_dossier
from regimekit.exporting.to_json import json_schema
from regimekit.exporting.to_jsonl import to_jsonl
from regimekit.model import Dossier, Finding, Page, Span


def written(*parts: Part) -> bytes:
    return b"".join(to_jsonl(Origin("data", "0.0.0"), parts))


def lines(*parts: Part) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(*parts).decode().split("\n")[:-1]]


def test_dossiers_come_first_and_the_last_line_says_that_the_file_is_whole(vale: Dossier, sarn: Dossier) -> None:
    found = lines(Page("README.md", "About"), vale, Finding("RK907", "error", Span(1, 1), "no", path="x.md"), sarn)
    assert [line.get("slug") for line in found[:2]] == ["north-vale", "port-sarn"]
    assert found[2] == {"type": "page", "path": "README.md", "title": "About"}
    assert (found[3]["type"], found[3]["path"], found[3]["code"]) == ("finding", "x.md", "RK907")
    assert found[4:] == [{"type": "export", "regimekit": "0.0.0", "root": "data", "dossiers": 2}]


def test_a_dossier_has_the_shape_that_the_schema_gives_it(vale: Dossier, sarn: Dossier) -> None:
    schema = json_schema()
    of_dossiers = {"$ref": "#/$defs/ExportedDossier", "$defs": schema["$defs"]}
    for line in lines(vale, sarn)[:2]:
        jsonschema.validate(line, of_dossiers)


@settings(max_examples=25)
@given(dossiers())
def test_whatever_a_dossier_says_can_be_read_again(made: Dossier) -> None:
    first, _ = written(made).splitlines()
    assert msgspec.json.decode(first, type=shape.ExportedDossier) == flat_dossier(made)


def test_pandas_reads_every_bundled_dossier() -> None:
    corpus = regimekit.load()
    frame = pandas.read_json(io.BytesIO(written(*corpus.dossiers)), lines=True)
    for dossier, row in zip(corpus.dossiers, frame.to_dict("records")[:-1], strict=True):
        assert row["path"] == dossier.path
        assert [one["text"] for one in row["estimates"]] == [one.text for one in dossier.estimates]
        assert [one["low"] for one in row["estimates"]] == [one.quantity.low for one in dossier.estimates]


def test_nothing_is_obeyed_by_a_terminal_and_no_line_is_broken(vale: Dossier) -> None:
    several = [msgspec.structs.replace(vale, title=text) for text in TEXTS]
    data = written(*several)
    assert data.count(b"\n") == len(several) + 1 == len(data.decode().splitlines())
    assert not set(data.decode()) & set("\x1b\x07\x9b\u202e\x85\u2028")
