"""`regimekit sources` and `regimekit cite`: what is asked, what is refused, what is written."""

import csv
import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pybtex.database import parse_string

from regimekit.cli.failure import RequestError
from regimekit.cli.listing_sources import before_asked

CITED = str(Path(__file__).parent.parent / "data" / "cited")
Regimekit = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2y", "2024-03-14"),
        ("2 years", "2024-03-14"),
        ("18m", "2024-09-12"),
        ("1 month", "2026-02-12"),
        ("2w", "2026-02-28"),
        ("90d", "2025-12-14"),
        ("0d", "2026-03-14"),
        ("2023-05-01", "2023-05-01"),
        ("May 2023", "2023-05-01"),
        ("2023", "2023-01-01"),
    ],
)
def test_an_age_is_a_span_or_a_date(text: str, day: str) -> None:
    assert before_asked(text, datetime.date(2026, 3, 14)) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize("text", ["old", "", "-2y", "y", "2x", "9999y", "before 2020", "١y"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(RequestError, match="--older-than"):
        before_asked(text, datetime.date(2026, 3, 14))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--type", "gossip"], '"gossip" is no type of source; the types are encyclopedia, academic'),
        (["--domain", "not a site"], '--domain: "not a site" is no site'),
        (["--group", "–"], "--group needs a word"),
        (["--older-than", "old"], '--older-than: "old" is no age'),
        (["--encyclopedias", "--format", "bibtex"], "--encyclopedias is a table of figures"),
        (["--encyclopedias", "--unused"], "--encyclopedias and --unused are two views"),
        (["--encyclopedias", "--duplicates"], "--encyclopedias and --duplicates are two views"),
        (["--format", "endnote"], "is not one of"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(regimekit: Regimekit, arguments: list[str], said: str) -> None:
    run = regimekit("--data", CITED, "sources", *arguments)
    assert (run.status, run.out) == (2, "")
    assert said in run.err


def test_every_format_holds_the_same_sources(regimekit: Regimekit) -> None:
    def written(format: str) -> str:
        return str(regimekit("--data", CITED, "sources", "--format", format).out)

    records = json.loads(written("json"))
    keys = {record["citation_key"] for record in records}
    assert len(records) == 15
    assert {row["citation_key"] for row in csv.DictReader(io.StringIO(written("csv")))} == keys
    assert set(parse_string(written("bibtex"), "bibtex").entries) == keys
    assert {item["id"] for item in json.loads(written("csl-json"))} == keys
    assert {line[6:].strip() for line in written("ris").split("\n") if line.startswith("ID")} == keys
    assert len(written("md").splitlines()) == len(keys) == 11


def test_each_record_says_where_it_stands(regimekit: Regimekit) -> None:
    records = json.loads(regimekit("--data", CITED, "sources", "--format", "json").out)
    for record in records:
        line = (Path(CITED) / record["path"]).read_text(encoding="utf-8").split("\n")[record["line"] - 1]
        assert record["title"] in line


@pytest.mark.parametrize("format", ["json", "csl-json"])
def test_an_empty_answer_is_an_empty_list_and_a_note(regimekit: Regimekit, format: str) -> None:
    run = regimekit("--data", CITED, "-q", "sources", "--domain", "nowhere.example", "--format", format)
    assert (run.status, json.loads(run.out)) == (0, [])
    loud = regimekit("--data", CITED, "sources", "--domain", "nowhere.example", "--format", format)
    assert "No source fits what was asked." in loud.err


def test_an_empty_answer_of_lines_is_nothing(regimekit: Regimekit) -> None:
    for format in ("table", "bibtex", "ris", "md"):
        assert regimekit("--data", CITED, "sources", "--domain", "nowhere.example", "--format", format).out == ""


def test_sources_of_no_known_age_are_told(regimekit: Regimekit) -> None:
    run = regimekit("--data", CITED, "sources", "--older-than", "2023-01-01", "--format", "md")
    assert "3 of 11 sources give no date of access" in run.err
    assert "weir.2011" in run.out.lower()
    assert "Joren" not in run.out


def test_keys_are_the_same_for_one_dossier_and_for_all(regimekit: Regimekit) -> None:
    def keys(*names: str) -> set[str]:
        return {r["citation_key"] for r in json.loads(regimekit("--data", CITED, "sources", *names, "-f", "json").out)}

    assert keys("fen") | keys("ness") == keys()
    assert keys("fen") & keys("ness") == {"wikipedia-high-fen-8ev35", "doi-weir-2011-9nj3g"}


def test_a_dossier_is_cited_in_every_format(regimekit: Regimekit) -> None:
    def cited(format: str) -> str:
        return str(regimekit("--data", CITED, "cite", "fen", "--format", format).out)

    for format in ("text", "md", "bibtex", "csl-json", "ris"):
        for words in ("High Fen Under Joren Reyl", "Mara Quist", "https://dossiers.example/high-fen"):
            assert words in cited(format), (format, words)
    entry = parse_string(cited("bibtex"), "bibtex").entries["high-fen-reyl"]
    assert (entry.type, entry.fields["date"]) == ("online", "2026-03-04")
    assert json.loads(cited("csl-json"))[0]["issued"] == {"date-parts": [[2026, 3, 4]]}


def test_a_bundled_dossier_is_cited_without_an_author(regimekit: Regimekit) -> None:
    assert "It names no author." in " ".join(regimekit("--data", CITED, "cite", "ness").out.split())
