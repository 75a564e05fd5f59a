"""The statistics as JSON, CSV and Markdown, read back and compared with the records."""

from __future__ import annotations

import csv
import io
import json

import mistune
import pytest
from msgspec.structs import asdict, replace

from regimekit.analysis.coverage import Asked, coverage
from regimekit.analysis.graph import graph, wanted
from regimekit.analysis.side_by_side import Expected
from regimekit.analysis.statistics import Statistics, statistics
from regimekit.analysis.targets import Targets
from regimekit.analysis.wanted import Task, tasks
from regimekit.exporting.stats import write_statistics
from regimekit.model import Corpus, Dossier

IDS = ("overview", "key_figures", "fall", "timeline")
ASKED = Asked(tuple(Expected(id, id.title(), id != "timeline") for id in IDS), levels=("high", "medium", "low"))


@pytest.fixture
def counted(vale: Dossier, sarn: Dossier) -> tuple[Statistics, tuple[Task, ...]]:
    return of(vale, sarn)


def of(*dossiers: Dossier, asked: Asked = ASKED) -> tuple[Statistics, tuple[Task, ...]]:
    corpus = Corpus(".", dossiers)
    relations = graph(corpus, Targets(corpus))
    found = statistics(dossiers, relations, asked, 1)
    return found, tasks(dossiers, coverage(dossiers, asked), wanted(relations, Targets(corpus)), asked)


def test_json_holds_every_count_cell_and_task(counted: tuple[Statistics, tuple[Task, ...]]) -> None:
    found, listed = counted
    read = json.loads(write_statistics(found, listed, "json"))
    assert read["total"] == {"dossiers": 2, "pages": 1, **asdict(found.total)}
    for record, one in zip(read["dossiers"], found.dossiers, strict=True):
        assert record["counts"] == asdict(one.counts)
        assert record["path"] == one.coverage.path
        assert record["sections"] == [{**asdict(cell), "titles": [*cell.titles]} for cell in one.coverage.cells]
        assert sum(cell["words"] for cell in record["sections"]) + record["words_outside_sections"] == one.counts.words
    assert [(task["kind"], task["what"], task["why"], task["wanting"]) for task in read["to_write"]] == [
        (task.kind, task.what, task.why, task.wanting) for task in listed
    ]
    assert [[(place["path"], place["line"]) for place in task["places"]] for task in read["to_write"]] == [
        [(place.path, place.line) for place in task.places] for task in listed
    ]
    assert read["dossiers"][0]["confidence"]["level"] == "medium"
    last = read["dossiers"][0]["last_date"]
    assert (last["what"], last["edtf"]) == ("created", "2026-02-01")
    assert read["dossiers"][1]["last_date"] is None
    assert read["oldest_sources"][0]["what"] == "The Harbour"
    assert "no regime is ranked" in read["note"]


def test_csv_has_a_row_for_each_dossier_and_tells_missing_from_empty(
    counted: tuple[Statistics, tuple[Task, ...]],
) -> None:
    found, listed = counted
    vale, sarn = csv.DictReader(io.StringIO(write_statistics(found, listed, "csv")))
    assert (vale["dossier"], vale["path"], vale["confidence"]) == ("north-vale", "northern/north-vale.md", "medium")
    assert {name: int(vale[name]) for name in asdict(found.total)} == asdict(found.dossiers[0].counts)
    assert (vale["section overview"], vale["section overview words"]) == ("thin", "8")
    assert (vale["section fall"], vale["section fall words"]) == ("missing", "")
    assert (sarn["section timeline"], sarn["section timeline words"]) == ("absent", "")
    assert (vale["created"], vale["last updated"]) == ("2026-02-01", "")
    assert (sarn["created"], sarn["last updated"]) == ("", "")


def tables(text: str) -> dict[str, list[list[str]]]:
    """The rows of each table under its heading, as mistune reads them."""
    blocks = mistune.create_markdown(renderer=None, plugins=["table"])(text)
    assert isinstance(blocks, list)
    found: dict[str, list[list[str]]] = {}
    title = ""
    for block in blocks:
        if block["type"] == "heading":
            title = words(block)
        elif block["type"] == "table":
            head, *body = block["children"]
            rows = [head, *(row for part in body for row in part["children"])]
            found[title] = [[words(cell) for cell in row["children"]] for row in rows]
    return found


def words(node: dict[str, object]) -> str:
    children = node.get("children", ())
    return str(node.get("raw", "")) + "".join(words(child) for child in children)  # type: ignore[attr-defined, arg-type]


def test_markdown_is_a_page_of_tables(counted: tuple[Statistics, tuple[Task, ...]]) -> None:
    found, listed = counted
    read = tables(write_statistics(found, listed, "md"))
    assert [*read] == [
        "Coverage",
        "Counts",
        "Counts by dossier",
        "Sources by type",
        "Confidence",
        "Topics rated low",
        "Oldest sources",
        "Longest not updated",
        "What to write next",
    ]
    assert read["Coverage"][0][:3] == ["Dossier", "Overview", "Key_Figures"]
    assert read["Coverage"][2] == ["southern/port-sarn.md", "missing", "missing", "missing", "-", *["-"] * 2]
    assert read["Counts"][3] == ["Words", str(found.total.words)]
    assert read["Counts by dossier"][1][1] == str(found.dossiers[0].counts.words)
    assert len(read["What to write next"]) == len(listed) + 1
    assert read["What to write next"][-1][-1].startswith("northern/north-vale.md:")


def test_sections_of_one_title_keep_their_columns(vale: Dossier) -> None:
    asked = replace(ASKED, sections=(Expected("overview", "Dossier"), Expected("a", "X"), Expected("b", "X")))
    found, listed = of(vale, asked=asked)
    head = tables(write_statistics(found, listed, "md"))["Coverage"][0]
    assert head[:4] == ["Dossier", "Dossier (overview)", "X (a)", "X (b)"]


@pytest.mark.parametrize("format", ["json", "csv", "md"])
def test_nothing_is_written_that_a_terminal_obeys(vale: Dossier, format: str) -> None:
    hostile = "\x1b[31mred\x1b[0m | =cmd() `x` \u202e"
    debates = (replace(vale.debates[0], question=hostile, positions=()),)
    text = write_statistics(*of(replace(vale, title=hostile, debates=debates)), format)
    assert "\x1b" not in text
    assert "\u202e" not in text
    if format == "md":
        rows = tables(text)["What to write next"]
        assert {len(row) for row in rows} == {4}
        assert any("=cmd()" in row[1] for row in rows)


def test_a_folder_without_dossiers_is_written_too() -> None:
    found, listed = of()
    assert json.loads(write_statistics(found, listed, "json"))["dossiers"] == []
    assert len(write_statistics(found, listed, "csv").splitlines()) == 1
    assert tables(write_statistics(found, listed, "md"))["Counts"][1] == ["Dossiers", "0"]
