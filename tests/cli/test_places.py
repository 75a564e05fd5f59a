"""Which dossiers are used, in which order, and that the user is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DOSSIER = "# {0}\n\n## Overview\n| Field | Value |\n|---|---|\n| **Dates** | 1931-1944 |\n| **Type** | x |\n\n## Key Figures\n- **A B**: c\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a dossier named after each place in which it stands."""
    if any((folder / "regimekit.yaml").exists() for folder in tmp_path.parents):
        pytest.skip("there is a regimekit.yaml above the folder for temporary files")
    for place in ("option", "variable", "settings", "work/data"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        name = place.rpartition("/")[2]
        (folder / f"{name}-vale.md").write_text(DOSSIER.format(name))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def test_the_order(home: Path, regimekit: Callable[..., Any]) -> None:
    (home / "regimekit.yaml").write_text("data: settings\n")
    run = regimekit("show", "vale", "--data", "../option", REGIMEKIT_DATA="../variable")
    assert run.out.startswith("option\n")
    assert run.err == "Dossiers in ../option (--data)\n"

    run = regimekit("show", "vale", REGIMEKIT_DATA="../variable")
    assert run.out.startswith("variable\n")
    assert run.err == "Dossiers in ../variable (REGIMEKIT_DATA)\n"

    run = regimekit("show", "vale", REGIMEKIT_DATA="")
    assert run.out.startswith("settings\n")
    assert run.err == f"Dossiers in {home}/settings ({home}/regimekit.yaml)\n"

    (home / "regimekit.yaml").unlink()
    run = regimekit("show", "vale", REGIMEKIT_DATA="")
    assert run.out.startswith("data\n")
    assert run.err == "Dossiers in data (the data folder here)\n"


def test_else_those_that_come_with_the_toolkit(monkeypatch: pytest.MonkeyPatch, regimekit: Callable[..., Any]) -> None:
    monkeypatch.chdir("/")
    run = regimekit("show", "stalin", REGIMEKIT_DATA="")
    assert run.status == 0
    assert run.err.endswith("(the dossiers that come with regimekit)\n")


def test_settings_without_data_mean_the_data_folder_beside_them_or_their_own(
    home: Path, monkeypatch: pytest.MonkeyPatch, regimekit: Callable[..., Any]
) -> None:
    (home / "work" / "regimekit.yaml").write_text("honorifics: [Grand Pilot]\n")
    (home / "work" / "deep").mkdir()
    monkeypatch.chdir(home / "work" / "deep")
    assert regimekit("show", "vale", REGIMEKIT_DATA="").out.startswith("data\n")
    (home / "option" / "regimekit.yaml").write_text("honorifics: [Grand Pilot]\n")
    monkeypatch.chdir(home / "option")
    assert regimekit("show", "vale", REGIMEKIT_DATA="").out.startswith("option\n")


def test_settings_above_a_folder_extend_its_schema(home: Path, regimekit: Callable[..., Any]) -> None:
    text = (home / "option" / "option-vale.md").read_text() + "\n## Railways\n- 1931: a line was built\n"
    (home / "option" / "option-vale.md").write_text(text)
    assert "railways" not in regimekit("show", "vale", "--data", "../option").out
    (home / "regimekit.yaml").write_text("sections:\n  railways:\n    title: Railways\n")
    assert "railways" in regimekit("show", "vale", "--data", "../option").out


def test_options_may_stand_before_the_command(home: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("--data", "../option", "--quiet", "show", "vale")
    assert run.out.startswith("option\n")
    assert run.err == ""


def test_a_single_file_is_a_place_and_a_name(home: Path, regimekit: Callable[..., Any]) -> None:
    assert regimekit("figures", "--data", "../option/option-vale.md").out.startswith("option ")
    assert regimekit("show", "../option/option-vale.md").out.startswith("option\n")


def test_an_empty_folder(home: Path, regimekit: Callable[..., Any]) -> None:
    (home / "empty").mkdir()
    run = regimekit("show", "vale", "--data", "../empty", "--quiet")
    assert (run.status, run.err) == (2, "regimekit: there is no dossier in ../empty\n")
    run = regimekit("timeline", "--data", "../empty", "--format", "json", "--quiet")
    assert (run.status, run.out) == (0, "[]\n")
