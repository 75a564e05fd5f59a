"""What cannot be done is said in one sentence, with status 2 and without a traceback."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REFUSED = [
    (["show"], "Missing argument"),
    (["nonsense"], "No such command"),
    (["show", "lind", "--nonsense"], "No such option"),
    (["figures", "--format", "xml"], "'xml' is not one of"),
    (["export", "--format", "xml"], "is not one of"),
    (["show", "nobody"], "there are north-vale-lind, port-sarn-okoro"),
    (["show", "okorro"], "did you mean port-sarn-okoro?"),
    (["show", ""], "no dossier is named"),
    (["show", "or"], "may mean north-vale-lind, port-sarn-okoro"),
    (["figures", "lind", "nobody"], "no dossier is named"),
    (["show", "lind", "--section", "economy"], "it has Overview, Key Figures"),
    (["show", "lind", "--section", "de"], "may mean"),
    (["timeline", "--from", "the day before"], "is no date"),
    (["timeline", "--to", "February 30, 1931"], "is no date"),
    (["timeline", "--section", "economy"], "the ids are overview"),
    (["estimates", "--measure", "deth"], "the measures are deaths"),
    (["show", "lind", "--data", "nowhere"], "nowhere: no such file or folder"),
    (["lint", "nowhere"], "nowhere: no such file or folder"),
    (["export", "nowhere"], "nowhere: no such file or folder"),
    (["export", "-o", "nowhere/x.json"], "nowhere/x.json cannot be written"),
    (["export", "-o", "."], "cannot be written"),
    (["--data"], "requires an argument"),
]


@pytest.mark.parametrize(
    ("arguments", "sentence"), REFUSED, ids=lambda one: " ".join(one) if isinstance(one, list) else ""
)
def test_one_sentence_and_status_2(
    arguments: list[str],
    sentence: str,
    regimekit: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    run = regimekit(*arguments)
    assert run.status == 2
    assert run.out == ""
    told = [line for line in run.err.splitlines() if not line.startswith("Dossiers in ")]
    assert len(told) == 1
    assert told[0].startswith("regimekit: ")
    assert sentence in told[0]
    assert "Traceback" not in run.err


def test_quiet_still_tells_errors(regimekit: Callable[..., Any]) -> None:
    run = regimekit("show", "nobody", "--quiet")
    assert run.err.count("\n") == 1
    assert run.status == 2


def test_a_name_that_a_terminal_would_obey_is_told_harmlessly(regimekit: Callable[..., Any]) -> None:
    assert "\x1b" not in regimekit("show", "\x1b]0;owned\x07x").err


def test_a_wrong_settings_file_is_named_with_its_line(
    regimekit: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "regimekit.yaml").write_text("sections:\n  overview:\n    required: perhaps\n")
    monkeypatch.chdir(tmp_path)
    run = regimekit("figures", REGIMEKIT_DATA="")
    assert run.status == 2
    assert re.search(r"regimekit\.yaml:3: ", run.err)


def test_settings_that_name_a_folder_that_is_not_there(
    regimekit: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "regimekit.yaml").write_text("data: dossiers\n")
    monkeypatch.chdir(tmp_path)
    run = regimekit("figures", REGIMEKIT_DATA="")
    assert run.status == 2
    assert "dossiers: no such folder (data in" in run.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is denied to root")
def test_a_folder_that_may_not_be_read(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    run = regimekit("figures", "--data", str(closed))
    assert run.status == 2
    assert "Permission denied" in run.err


def test_an_operating_system_error_names_the_file(
    regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "folder/x.md")

    monkeypatch.setattr("regimekit.storage.library.read_known", denied)
    run = regimekit("show", "lind", "--quiet", "--no-cache")
    assert run.status == 2
    assert run.err.endswith("north-vale-lind.md cannot be read: Permission denied\n")


def test_an_interrupt_is_130(regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("regimekit.storage.library.read_known", interrupted)
    run = regimekit("show", "lind", "--quiet", "--no-cache")
    assert (run.status, run.out) == (130, "")
    assert "Traceback" not in run.err


def test_a_fault_of_the_toolkit_is_neither_a_finding_nor_the_users(
    regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("regimekit.analysis.glance.glance", lambda *_: 1 / 0)
    run = regimekit("show", "lind")
    assert run.status == 3
    assert "ZeroDivisionError" in run.err
    assert "please report" in run.err


@pytest.mark.parametrize("command", ["timeline", "estimates"])
def test_a_format_is_not_left_out_without_a_word_where_a_chart_is_asked_for(
    command: str, regimekit: Callable[..., Any]
) -> None:
    run = regimekit(command, "--spec", "--format", "csv")
    assert (run.status, run.out) == (2, "")
    assert run.err.endswith("regimekit: --format csv is not drawn: leave it out, or --chart and --spec\n")
    assert json.loads(regimekit(command, "--spec", "--format", "json").out)


def test_a_time_that_ends_before_it_begins_is_refused(regimekit: Callable[..., Any]) -> None:
    run = regimekit("timeline", "--from", "1940", "--to", "1930")
    assert (run.status, run.out) == (2, "")
    assert run.err.splitlines()[-1] == "regimekit: --to 1930 is before --from 1940; name the earlier date first"
    assert regimekit("timeline", "--from", "March 1935", "--to", "1935").status == 0


@pytest.mark.filterwarnings("error")
def test_a_pattern_that_python_warns_of_is_used_without_a_word(regimekit: Callable[..., Any]) -> None:
    assert regimekit("timeline", "--grep", "[[e]").status == 0
