import csv
import io
import json

import pytest

from regimekit.analysis.debates import debates
from regimekit.analysis.people import people
from regimekit.exporting.debates import list_debates
from regimekit.exporting.listings import LISTING_FORMATS, write_listing
from regimekit.exporting.people import list_people
from regimekit.model import Dossier, Person, Span


@pytest.fixture
def folder(vale: Dossier, sarn: Dossier) -> list[Dossier]:
    further = Dossier("fen.md", "fen", "Fen", "", people=(Person(Span(4, 4), "Ana Lind"), Person(Span(5, 5), "Okoro")))
    return [vale, sarn, further]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_person_is_one_record_with_the_appearances(folder: list[Dossier]) -> None:
    lind, okoro, _, osk = json.loads(write_listing(list_people(people(folder)), "json"))
    assert (lind["id"], lind["name"], lind["aliases"]) == ("ana-lind", "Ana Lind", ["Ana Maria Lind"])
    assert [(one["dossier"], one["line"]) for one in lind["appearances"]] == [("fen", 4), ("north-vale", 6)]
    assert [(entry["line"], entry["leader"]) for entry in lind["appearances"][1]["entries"]] == [(6, True), (10, False)]
    assert lind["appearances"][1]["roles"][0]["term"]["edtf"] == "1931/1944"
    assert lind["died"][0]["places"] == [{"dossier": "north-vale", "path": "northern/north-vale.md", "line": 6}]
    assert (okoro["may_be"][0]["id"], okoro["may_be"][0]["reason"]) == ("okoro", "one name is part of the other")
    assert okoro["may_be_others"] == 0
    assert osk["may_be"] == []


def test_the_csv_has_a_row_for_each_appearance(folder: list[Dossier]) -> None:
    table = rows(write_listing(list_people(people(folder)), "csv"))
    assert [(row["person"], row["dossier"], row["line"]) for row in table] == [
        ("ana-lind", "fen", "4"),
        ("ana-lind", "north-vale", "6"),
        ("emile-okoro", "port-sarn", "1"),
        ("okoro", "fen", "5"),
        ("per-osk", "north-vale", "11"),
    ]
    assert table[1]["roles"] == "general (1931-1944)"
    assert table[3]["may_be"] == "emile-okoro (one name is part of the other)"


def test_a_debate_is_one_record_with_its_positions(vale: Dossier) -> None:
    (debate,) = json.loads(write_listing(list_debates(debates([vale])), "json"))
    assert (debate["dossier"], debate["question"], debate["line"]) == ("north-vale", "Planned?", 18)
    assert debate["positions"] == [
        {"line": 18, "last_line": 18, "label": "Planned", "holders": ["Olin"], "text": "yes", "sources": ["olin"]}
    ]
    (row,) = rows(write_listing(list_debates(debates([vale])), "csv"))
    assert (row["question"], row["label"], row["holders"], row["sources"]) == ("Planned?", "Planned", "Olin", "olin")


@pytest.mark.parametrize("format", LISTING_FORMATS)
def test_empty_listings_are_well_formed(format: str) -> None:
    for listing in (list_people(()), list_debates(())):
        text = write_listing(listing, format)
        assert (json.loads(text) == []) if format == "json" else text.count("\n") == (1 if format == "csv" else 2)
