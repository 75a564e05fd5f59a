"""Contradictions written as JSON, CSV and Markdown, and read back by readers that are not ours."""

import csv
import io
import json
from pathlib import Path

import pytest

from regimekit.analysis.audit import audit
from regimekit.analysis.contradictions import Contradiction
from regimekit.exporting.contradictions import CONTRADICTION_CELLS, list_contradictions
from regimekit.exporting.listings import write_listing
from regimekit.parsing.corpus import load_corpus
from regimekit.schema import load_schema

FOLDER = Path(__file__).parent.parent / "data" / "contradictory"


@pytest.fixture(scope="module")
def contradictions() -> tuple[Contradiction, ...]:
    return audit(load_corpus(FOLDER, load_schema(None)).dossiers).contradictions


def test_json_holds_each_contradiction_with_its_figures(contradictions: tuple[Contradiction, ...]) -> None:
    records = json.loads(write_listing(list_contradictions(contradictions), "json"))
    assert len(records) == len(contradictions) == 8
    citation = next(record for record in records if record["kind"] == "same author")
    assert citation["subject"] == ["famine", "winter"]
    assert [(one["line"], one["low"], one["high"]) for one in citation["figures"]] == [
        (30, 30000, 30000),
        (39, 21000, 23000),
    ]
    assert {one["attribution"]["name"] for one in citation["figures"]} == {"Doe"}
    assert citation["explanation"] == "21,000-23,000 lies wholly below 30,000."
    assert citation["check"].endswith(".")


def test_csv_holds_one_row_a_figure(contradictions: tuple[Contradiction, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(write_listing(list_contradictions(contradictions), "csv"))))
    assert tuple(rows[0]) == CONTRADICTION_CELLS
    assert len(rows) == sum(len(one.figures) for one in contradictions)
    numbers = [int(row["contradiction"]) for row in rows]
    assert sorted(set(numbers)) == list(range(1, 9))
    assert numbers == sorted(numbers)
    event = [(row["path"], row["as_written"]) for row in rows if row["kind"] == "event in two dossiers"]
    assert event == [("eastern/aldova-varda.md", "about 400"), ("western/port-sarn-okoro.md", "1,100-1,300")]


def test_markdown_is_one_table(contradictions: tuple[Contradiction, ...]) -> None:
    lines = write_listing(list_contradictions(contradictions), "md").splitlines()
    assert len({line.count(" | ") for line in lines}) == 1
    assert "eastern/aldova-varda.md:30" in "\n".join(lines)


def test_nothing_is_an_empty_listing() -> None:
    assert json.loads(write_listing(list_contradictions(()), "json")) == []
    assert write_listing(list_contradictions(()), "csv").strip() == ",".join(CONTRADICTION_CELLS)
