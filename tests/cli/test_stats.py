"""`regimekit stats`: what is asked for, refused and noted; lint says the same is missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent.parent / "data"
COUNTED = str(DATA / "counted")
FOLDERS = ["counted", "folder", "related", "people", "compared", "contradictory", "hostile"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_lint_reports_the_sections_that_are_asked_for(folder: str, regimekit: Callable[..., Any]) -> None:
    data = str(DATA / folder)
    listed = json.loads(regimekit("stats", "-f", "json", "--data", data).out)["to_write"]
    asked = {(one["places"][0]["path"], one["what"]) for one in listed if one["kind"] == "missing section"}
    empty = {(one["places"][0]["path"], one["places"][0]["line"]) for one in listed if one["kind"] == "empty section"}
    run = regimekit("lint", data, "--select", "RK101,RK102,RK801", "-f", "jsonl")
    findings = [json.loads(line) for line in run.out.splitlines()]
    where = [(str(Path(one["path"]).resolve().relative_to(DATA / folder)), one) for one in findings]
    assert asked == {(path, one["message"].split("'")[1]) for path, one in where if one["code"] != "RK102"}
    assert empty == {(path, one["line"]) for path, one in where if one["code"] == "RK102"}


def test_the_overview_is_of_the_dossiers_that_are_named(regimekit: Callable[..., Any]) -> None:
    read = json.loads(regimekit("stats", "okro", "-f", "json", "--data", COUNTED).out)
    assert [one["path"] for one in read["dossiers"]] == ["south/zemland-okro.md"]
    assert read["total"]["dossiers"] == 1
    # the other dossier is there, and the third is wanted by both, named or not
    assert read["total"]["relations_written"] == 1
    (wanted,) = (one for one in read["to_write"] if one["kind"] == "wanted dossier")
    assert (wanted["what"], wanted["wanting"]) == ("otherland-doe", 2)


def test_the_order_of_the_names_changes_nothing(regimekit: Callable[..., Any]) -> None:
    one = regimekit("stats", "okro", "varda", "-f", "json", "--data", COUNTED)
    other = regimekit("stats", "varda", "okro", "-f", "json", "--data", COUNTED)
    assert one.out == other.out


def test_the_threshold_of_lint_says_how_many_sources_are_few(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    dossier = DATA / "counted" / "north" / "aldova-varda.md"
    (folder / dossier.name).write_text(dossier.read_text(encoding="utf-8"), encoding="utf-8")
    states = []
    for least in (4, 5):
        (tmp_path / "regimekit.yaml").write_text(f"lint:\n  thresholds: {{sources: {least}}}\n", encoding="utf-8")
        read = json.loads(regimekit("stats", "-f", "json", "--data", str(folder)).out)
        states += [cell["state"] for cell in read["dossiers"][0]["sections"] if cell["id"] == "sources"]
    assert states == ["filled", "thin"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nobody"], "no dossier is named"),
        (["--format", "tsv"], "tsv"),
        (["--spec", "--format", "md"], "--format md is not drawn"),
        (["--chart", "x.gif"], "does not end in"),
        ([str(DATA / "folder" / "northern" / "north-vale-lind.md")], "is none of the dossiers in"),
    ],
    ids=["unknown", "format", "drawn", "ending", "elsewhere"],
)
def test_bad_use_is_refused_in_one_sentence(arguments: list[str], sentence: str, regimekit: Callable[..., Any]) -> None:
    run = regimekit("stats", *arguments, "--data", COUNTED)
    assert (run.status, run.out) == (2, "")
    assert sentence in run.err


def test_an_empty_folder_is_noted(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    run = regimekit("stats", "--data", str(tmp_path))
    assert (run.status, run.out) == (0, "")
    assert "There is no dossier to count." in run.err
    drawn = regimekit("stats", "--spec", "--data", str(tmp_path))
    assert (drawn.status, drawn.out) == (0, "")
    assert "nothing is drawn" in drawn.err
    assert json.loads(regimekit("stats", "-f", "json", "--data", str(tmp_path)).out)["total"]["dossiers"] == 0


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "html"])
def test_the_coverage_is_drawn(ending: str, regimekit: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / f"x.{ending}"
    run = regimekit("stats", "--chart", str(file), "--data", COUNTED)
    assert (run.status, run.out) == (0, "")
    assert f"Drawn into {file}" in run.err
    assert file.stat().st_size > 1000


def test_the_specification_is_printed_and_is_the_same_each_time(regimekit: Callable[..., Any]) -> None:
    run = regimekit("stats", "--spec", "--data", COUNTED)
    spec = json.loads(run.out)
    assert spec["usermeta"]["title"] == "Coverage of 2 dossiers"
    assert regimekit("stats", "--spec", "--data", COUNTED).out == run.out


def test_too_many_dossiers_are_not_drawn(
    regimekit: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("regimekit.rendering.charts.coverage.MOST_DRAWN", 1)
    run = regimekit("stats", "--spec", "--data", COUNTED)
    assert (run.status, run.out) == (2, "")
    assert "a heat map holds 1 dossiers, and these are 2" in run.err


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
def test_hostile_dossiers_are_counted_too(format: str, regimekit: Callable[..., Any]) -> None:
    run = regimekit("stats", "-f", format, "--data", str(DATA / "hostile"))
    assert run.status == 0
    assert run.out
    assert "\x1b" not in run.out


def test_with_ascii_nothing_else_is_drawn_with(regimekit: Callable[..., Any]) -> None:
    run = regimekit("stats", "--ascii", "--data", COUNTED, COLUMNS="60")
    assert run.out.isascii()
    assert "x missing and" in " ".join(run.out.split())
