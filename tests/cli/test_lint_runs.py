"""Runs of the linter: the verdict and the exit status, what is compared with what, baselines, files of findings."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SARIF = Path(__file__).parent.parent / "linting" / "sarif" / "sarif-2.1.0-rtm.4.json"
DOSSIER = """# {title}

## 1. Overview
| Field | Value |
|-------|-------|
| **Dates** | {dates} |
| **Duration** | 13 years |
| **Leader(s)** | {leader} |

## Comparisons
- [[{link}]] — relationship: thematic
"""
Command = Callable[..., Any]


@pytest.fixture
def regimekit(regimekit: Command) -> Command:
    """Runs a command on the dossiers of the folder it runs in."""
    return lambda *arguments, **environment: regimekit(*arguments, **{"REGIMEKIT_DATA": "", **environment})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two dossiers that link to each other: one is sound but for a number, the other's duration is wrong."""
    write(tmp_path / "data/south/aldova-varda.md", "Aldova", "1961-1974", "Ion Varda", "zemland-okro")
    write(tmp_path / "data/north/zemland-okro.md", "Zemland", "1961-1984", "Per Okro", "aldova-varda")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(file: Path, title: str, dates: str, leader: str, link: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(DOSSIER.format(title=title, dates=dates, leader=leader, link=link), encoding="utf-8")


ASKED = ["--select", "RK108,RK207,RK601,RK605"]  # info, error, warning, info


@pytest.mark.parametrize("path", ["data", "data/south/aldova-varda.md", "data/north"])
@pytest.mark.parametrize("fail_on", ["error", "warning", "info"])
@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif"])
def test_verdict_and_exit_status_agree(folder: Path, regimekit: Command, path: str, fail_on: str, form: str) -> None:
    run = regimekit("lint", path, *ASKED, "--fail-on", fail_on, "--format", form)
    assert run.status == {"Passed": 0, "Failed": 1}[run.err.split(":")[0]]
    wrong = path != "data/south/aldova-varda.md"  # the other has nothing but a number, which is an info
    assert run.status == int(wrong or fail_on == "info")


def test_a_file_is_compared_with_its_folder_and_reported_alone(folder: Path, regimekit: Command) -> None:
    run = regimekit("lint", "data/south/aldova-varda.md", *ASKED, "--format", "jsonl")
    found = [json.loads(line) for line in run.out.splitlines()]
    assert [(one["path"], one["code"]) for one in found] == [("data/south/aldova-varda.md", "RK108")]


def test_a_file_outside_the_dossiers_in_use_is_compared_with_its_neighbours(
    folder: Path, regimekit: Command, tmp_path: Path
) -> None:
    write(tmp_path / "elsewhere/orsia-lund.md", "Orsia", "1961-1974", "Hanna Lund", "karvia-ost")
    write(tmp_path / "elsewhere/karvia-ost.md", "Karvia", "1961-1974", "Jan Ost", "zemland-okro")
    run = regimekit("lint", "elsewhere/orsia-lund.md", "--select", "RK6", "--format", "concise")
    assert [line.split(": ")[1].split()[1] for line in run.out.splitlines()] == ["RK605"]


def test_a_file_below_settings_is_compared_with_their_folder(folder: Path, regimekit: Command) -> None:
    elsewhere = folder / "elsewhere"
    write(elsewhere / "a/orsia-lund.md", "Orsia", "1961-1974", "Hanna Lund", "karvia-ost")
    write(elsewhere / "b/karvia-ost.md", "Karvia", "1961-1974", "Jan Ost", "orsia-lund")
    assert regimekit("lint", "elsewhere/a/orsia-lund.md", "--select", "RK601").status == 1
    (elsewhere / "regimekit.yaml").write_text("lint: {}\n", encoding="utf-8")
    assert regimekit("lint", "elsewhere/a/orsia-lund.md", "--select", "RK601").status == 0


def test_paths_are_those_that_lead_there_from_here(
    folder: Path, regimekit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "data" / "north")
    run = regimekit("lint", "zemland-okro.md", "../south", *ASKED, "--format", "jsonl")
    paths = {json.loads(line)["path"] for line in run.out.splitlines()}
    assert all(Path(path).is_file() for path in paths)
    assert len(paths) == 2


def test_a_baseline_keeps_quiet_what_it_knows_until_it_changes(folder: Path, regimekit: Command) -> None:
    assert regimekit("lint", "data", *ASKED).status == 1
    written = regimekit("lint", "data", *ASKED, "--write-baseline", "known.json")
    assert (written.status, written.out) == (0, "")
    again = regimekit("lint", "data", *ASKED, "--baseline", "known.json")
    assert (again.status, again.out) == (0, "")
    assert "3 findings known from the baseline" in again.err

    file = folder / "data/north/zemland-okro.md"
    file.write_text("\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert regimekit("lint", "data", *ASKED, "--baseline", "known.json").status == 0

    file.write_text(file.read_text(encoding="utf-8").replace("13 years", "14 years"), encoding="utf-8")
    changed = regimekit("lint", "data", *ASKED, "--baseline", "known.json", "--format", "jsonl")
    assert changed.status == 1
    assert [json.loads(line)["code"] for line in changed.out.splitlines()] == ["RK207"]


def test_a_baseline_means_the_same_from_another_folder(
    folder: Path, regimekit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    regimekit("lint", "data", *ASKED, "--write-baseline", "known.json")
    monkeypatch.chdir(folder / "data" / "south")
    assert regimekit("lint", "..", *ASKED, "--baseline", "../../known.json").status == 0


@pytest.mark.parametrize("content", ["", "{}", '{"form": 99, "findings": []}', "[1, 2"])
def test_what_is_no_baseline_is_refused(folder: Path, regimekit: Command, content: str) -> None:
    (folder / "known.json").write_text(content, encoding="utf-8")
    run = regimekit("lint", "data", "--baseline", "known.json")
    assert run.status == 2
    assert run.err.splitlines()[-1].startswith("regimekit: known.json is ")


def test_sarif_shows_what_the_baseline_knows_as_suppressed(folder: Path, regimekit: Command) -> None:
    regimekit("lint", "data", *ASKED, "--write-baseline", "known.json")
    run = regimekit("lint", "data", *ASKED, "--baseline", "known.json", "--format", "sarif")
    document = json.loads(run.out)
    jsonschema.validate(document, json.loads(SARIF.read_text(encoding="utf-8")))
    assert [len(result["suppressions"]) for result in document["runs"][0]["results"]] == [1, 1, 1]


def test_findings_go_to_a_file(folder: Path, regimekit: Command) -> None:
    run = regimekit("lint", "data", *ASKED, "--format", "sarif", "--output-file", "out.sarif", FORCE_COLOR="1")
    assert run.out == ""
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_folders_settings_are_heard(folder: Path, regimekit: Command) -> None:
    (folder / "regimekit.yaml").write_text(
        "lint:\n  select: [RK108, RK207]\n  severity: {RK207: info}\n  per-path-ignores: {'south/*': [RK108]}\n",
        encoding="utf-8",
    )
    run = regimekit("lint", "data", "--format", "jsonl", "--fail-on", "warning")
    found = [json.loads(line) for line in run.out.splitlines()]
    assert [(one["code"], one["severity"]) for one in found] == [("RK108", "info"), ("RK207", "info")]
    assert run.status == 0


@pytest.mark.parametrize("setting", ["select: [RK999]", "thresholds: {sauces: 3}", "severity: {RX: info}"])
def test_a_setting_that_names_nothing_is_refused(folder: Path, regimekit: Command, setting: str) -> None:
    (folder / "regimekit.yaml").write_text(f"lint:\n  {setting}\n", encoding="utf-8")
    run = regimekit("lint", "data")
    assert run.status == 2
    assert "no rule and no threshold is named" in run.err


def test_more_than_ten_of_a_kind_are_folded(folder: Path, regimekit: Command) -> None:
    sections = "".join(f"\n## {number}. Part {number}\ntext\n" for number in range(2, 20))
    file = folder / "data/south/aldova-varda.md"
    file.write_text(file.read_text(encoding="utf-8") + sections, encoding="utf-8")
    shown = regimekit("lint", file.as_posix(), "--select", "RK108", "--format", "concise").out
    assert len(shown.splitlines()) == 11
    assert "and 9 more of RK108" in shown
    every = regimekit("lint", file.as_posix(), "--select", "RK108", "--format", "concise", "--all").out
    assert len(every.splitlines()) == 19
