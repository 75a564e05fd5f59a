"""`regimekit lint --fix`: which files, what is told, and what is written."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from regimekit import bundled
from regimekit.linting.kept import keeps_the_rest
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import load_schema

HEAD = """\
# Aldova under Ion Varda

## Overview
| Field | Value |
|-------|-------|
| **Dates** | 1961-1974 |

## Fall
- 1974: he resigns

"""
NUMBERED = (HEAD + "## IV. Methods of Control\nx\n").encode()
PLAIN = (HEAD + "## Methods of Control\nx\n").encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a-one.md", "b-two.md", "c-three.md"):
        (tmp_path / name).write_bytes(NUMBERED)
        (tmp_path / name).chmod(0o604)
    return tmp_path


ASKED = ("--select", "RK108,RK105")


def test_files_are_mended_and_the_rest_reported(folder: Path, regimekit: Callable[..., Any]) -> None:
    (folder / "a-one.md").write_bytes(NUMBERED.partition(b"\n")[2])
    run = regimekit("lint", ".", *ASKED, "--fix", "--format", "concise")
    assert run.status == 1
    assert run.out == "a-one.md:1: error RK105 the dossier has no title\n"
    assert "Fixed 3 findings (3 RK108) in 3 dossiers." in run.err
    assert (folder / "b-two.md").read_bytes() == (folder / "c-three.md").read_bytes() == PLAIN
    assert stat.S_IMODE((folder / "b-two.md").stat().st_mode) == 0o604
    stood = (folder / "b-two.md").stat().st_mtime_ns
    again = regimekit("lint", ".", *ASKED, "--fix", "--unsafe-fixes")
    assert "Fixed" not in again.err
    assert (folder / "b-two.md").stat().st_mtime_ns == stood


def test_a_diff_is_shown_and_nothing_written(folder: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("lint", "b-two.md", "--data", ".", *ASKED, "--diff")
    assert run.status == 1
    assert run.out.splitlines()[:2] == ["--- b-two.md", "+++ b-two.md"]
    assert {"-## IV. Methods of Control", "+## Methods of Control"} <= set(run.out.splitlines())
    assert "Would fix 1 finding (1 RK108) in 1 dossier." in run.err
    assert (folder / "b-two.md").read_bytes() == NUMBERED
    run = regimekit("lint", ".", "--select", "RK105", "--diff")
    assert (run.status, run.out) == (0, "")


def test_what_can_be_mended_is_marked(folder: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("lint", "b-two.md", "--select", "RK108,RK806", "--format", "concise")
    assert [line.partition(": ")[2].split()[1:3] for line in run.out.splitlines()] == [
        ["RK108", "[*]"],
        ["RK806", "the"],
    ]
    assert "1 can be mended with --fix, 1 more with --unsafe-fixes." in run.err
    assert '"fixable": "safe"' in regimekit("lint", "b-two.md", "--select", "RK108", "--format", "json").out


def test_what_the_baseline_knows_is_let_be(folder: Path, regimekit: Callable[..., Any]) -> None:
    regimekit("lint", ".", *ASKED, "--write-baseline", "known.json")
    (folder / "d-four.md").write_bytes(NUMBERED)
    assert regimekit("lint", ".", *ASKED, "--baseline", "known.json", "--fix").status == 0
    assert (folder / "a-one.md").read_bytes() == NUMBERED
    assert (folder / "d-four.md").read_bytes() == PLAIN


@pytest.mark.parametrize("failing_call", [1, 2, 3])
@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interrupted_run_leaves_every_file_old_or_new(
    folder: Path,
    regimekit: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    failing_call: int,
    failure: BaseException,
) -> None:
    real, calls = os.replace, 0

    def failing(source: Any, target: Any) -> None:
        nonlocal calls
        if Path(target).suffix == ".md":  # not the cache's
            calls += 1
            if calls == failing_call:
                raise failure
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    assert regimekit("lint", ".", *ASKED, "--fix").status in (2, 130)
    assert {file.name for file in folder.iterdir()} == {"a-one.md", "b-two.md", "c-three.md"}
    assert {file.read_bytes() for file in folder.iterdir()} <= {NUMBERED, PLAIN}


def test_the_bundled_dossiers_are_not_mended(
    tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = regimekit("lint", "--fix", REGIMEKIT_DATA="")
    assert run.status == 2
    assert "are not changed" in run.err


@pytest.mark.parametrize("how", ["--fix", "--unsafe-fixes"])
def test_the_bundled_dossiers_are_mended_once(
    tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    shutil.copytree(bundled(), tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    regimekit("lint", "data", "--extend-select", "ALL", how)
    once = {file: file.read_bytes() for file in sorted(tmp_path.rglob("*.md"))}
    again = regimekit("lint", "data", "--extend-select", "ALL", how)
    assert "Fixed" not in again.err
    assert "with --fix" not in again.err
    assert {file: file.read_bytes() for file in sorted(tmp_path.rglob("*.md"))} == once
    if how == "--fix":
        schema = load_schema(None)
        for file, data in once.items():
            before = (bundled() / file.relative_to(tmp_path / "data")).read_bytes()
            assert keeps_the_rest(read_bytes(before, file.name, schema), read_bytes(data, file.name, schema))
