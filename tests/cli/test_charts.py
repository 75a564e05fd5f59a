"""`--chart` and `--spec`: what is written where, what is noted, and what is refused."""

import builtins
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MAGIC = {"svg": b"<svg ", "png": b"\x89PNG\r\n", "pdf": b"%PDF-", "html": b"<!DOCTYPE html>"}
COMMANDS = ("estimates", "timeline")
DOSSIER = """# East Marsh

## Overview
| Field | Value |
|---|---|
| **Dates** | 1931-1944 |

## Key Events
### The Dyke Strike (1935)
| Source | Deaths |
|---|---|
| Hale (1988) | 300-400 |
| The government | 46 |

### The Fen Clearance (1938)
- Hale (1988): some 900 deaths
- dozens were arrested
"""


@pytest.fixture
def marsh(tmp_path: Path) -> Path:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    (folder / "east-marsh.md").write_text(DOSSIER, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("ending", [*MAGIC, "SVG"])
def test_the_ending_says_what_is_drawn(
    command: str, ending: str, regimekit: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / f"chart.{ending}"
    run = regimekit(command, "lind", "--chart", str(file))
    assert run.status == 0, run.err
    assert run.out == ""
    assert f"Drawn into {file}" in run.err
    assert file.read_bytes().startswith(MAGIC[ending.lower()])
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_specification_is_printed_alone(command: str, regimekit: Callable[..., Any]) -> None:
    run = regimekit(command, "--spec")
    assert run.status == 0
    assert json.loads(run.out)["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json"
    assert regimekit(command, "--spec").out == run.out


def test_both_may_be_asked_for(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    run = regimekit("timeline", "lind", "--spec", "--chart", str(tmp_path / "x.svg"), "-q")
    assert json.loads(run.out)
    assert run.err == ""
    assert (tmp_path / "x.svg").exists()


def test_an_existing_file_is_overwritten(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    file.write_text("old")
    file.chmod(0o640)
    assert regimekit("timeline", "lind", "--chart", str(file)).status == 0
    assert file.read_bytes().startswith(b"<svg ")
    assert file.stat().st_mode & 0o777 == 0o640


REFUSED = [
    ("chart.gif", '"chart.gif" does not end in .svg, .png, .pdf or .html'),
    ("chart", "does not end in"),
    ("svg", "does not end in"),
    ("", "does not end in"),
    ("folder.svg", "folder.svg is a folder; name a file in it"),
    ("nowhere/chart.svg", "nowhere/chart.svg cannot be written: No such file or directory"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("name", "sentence"), REFUSED, ids=[name for name, _ in REFUSED])
def test_what_cannot_be_drawn_is_refused(
    command: str,
    name: str,
    sentence: str,
    regimekit: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "folder.svg").mkdir()
    monkeypatch.chdir(tmp_path)
    run = regimekit(command, "lind", "--chart", name)
    told = [line for line in run.err.splitlines() if not line.startswith("Dossiers in ")]
    assert (run.status, run.out, len(told)) == (2, "", 1)
    assert sentence in told[0]
    assert [one.name for one in tmp_path.iterdir()] == ["folder.svg"]


@pytest.fixture
def no_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is where the extra is not installed."""
    ordinary = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "vl_convert":
            raise ImportError(name)
        return ordinary(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.parametrize("command", COMMANDS)
def test_without_the_extra_it_is_named(
    command: str, regimekit: Callable[..., Any], tmp_path: Path, no_converter: None
) -> None:
    run = regimekit(command, "lind", "--chart", str(tmp_path / "x.svg"))
    assert run.status == 2
    assert "pip install 'regimekit[charts]'" in run.err
    assert run.err.count("\n") == 1
    assert not (tmp_path / "x.svg").exists()
    assert json.loads(regimekit(command, "lind", "--spec").out)


def test_what_has_too_few_figures_is_left_out_and_counted(regimekit: Callable[..., Any], marsh: Path) -> None:
    run = regimekit("estimates", "marsh", "--spec", "--data", str(marsh))
    titles = [view["title"]["text"][0] for view in json.loads(run.out)["vconcat"] if "title" in view]
    assert len(titles) == 1
    assert "Dyke Strike" in titles[0]
    assert "Not drawn: 2 strata with fewer than two figures that have a number." in run.err


def test_single_figures_are_drawn_where_they_alone_are_asked_for(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(DOSSIER.replace("| The government | 46 |\n", ""), encoding="utf-8")
    run = regimekit("estimates", "x", "--spec", "--data", str(tmp_path))
    assert sum("title" in view for view in json.loads(run.out)["vconcat"]) == 2
    assert "Not drawn: 1 stratum with fewer than two figures" in run.err


@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        (["estimates", "--measure", "tortured"], "No figure with a number"),
        (["timeline", "--from", "2090"], "No dated statement"),
    ],
    ids=["estimates", "timeline"],
)
def test_where_there_is_nothing_no_file_is_written(
    arguments: list[str], note: str, regimekit: Callable[..., Any], marsh: Path, tmp_path: Path
) -> None:
    run = regimekit(*arguments, "--spec", "--chart", str(tmp_path / "x.svg"), "--data", str(marsh))
    assert (run.status, run.out) == (0, "")
    assert f"{note}" in run.err
    assert "nothing is drawn" in run.err
    assert not (tmp_path / "x.svg").exists()


def test_of_several_dossiers_each_has_its_headline_alone(regimekit: Callable[..., Any]) -> None:
    spec = json.loads(regimekit("estimates", "--spec").out)
    titles = [view["title"]["text"][-1] for view in spec["vconcat"] if "title" in view]
    assert titles
    assert all("the regime as a whole" in title for title in titles)


def test_the_year_that_divides_is_in_the_key(regimekit: Callable[..., Any], marsh: Path) -> None:
    run = regimekit("estimates", "marsh", "--spec", "--split", "1980", "--data", str(marsh))
    assert '"since 1980"' in run.out
    assert '"1980s"' not in run.out


def test_a_chart_is_no_audit(regimekit: Callable[..., Any]) -> None:
    run = regimekit("estimates", "--audit", "--spec")
    assert run.status == 2
    assert "--audit and --chart are two views" in run.err
