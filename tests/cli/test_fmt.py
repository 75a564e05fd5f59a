"""`regimekit fmt`: which files, what is told, and what is written."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DRIFTED = (
    b"\xef\xbb\xbf# Vale under Lind\r\n\r\n## Overview\r\n\r\n| Field | Value |\r\n|---|---|\r\n"
    b"| **Duration** | 9 years |\r\n| **Dates** | 1961-1970 |\r\n\r\n## Key Figures\r\n* **Ana Lind** - President\r\n"
)
CANONICAL = (
    b"\xef\xbb\xbf# Vale under Lind\r\n\r\n## Overview\r\n\r\n| Field        | Value     |\r\n"
    b"|--------------|-----------|\r\n| **Dates**    | 1961-1970 |\r\n| **Duration** | 9 years   |\r\n\r\n"
    b"## Key Figures\r\n\r\n- **Ana Lind** - President\r\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cold").mkdir()
    for name in ("cold/vale-lind.md", "vale-roe.md"):
        (tmp_path / name).write_bytes(DRIFTED)
        (tmp_path / name).chmod(0o604)
    (tmp_path / "done.md").write_bytes(CANONICAL)
    (tmp_path / "README.md").write_bytes(b"# Read me \n* one\n\n\n\n")
    return tmp_path


def test_files_are_written_and_named(folder: Path, regimekit: Callable[..., Any]) -> None:
    unchanged = (folder / "done.md").stat().st_mtime_ns
    run = regimekit("fmt", "--data", ".")
    assert (run.status, run.out.split()) == (0, ["cold/vale-lind.md", "vale-roe.md"])
    assert run.err.endswith("2 of 3 dossiers were changed.\n")
    for name in ("cold/vale-lind.md", "vale-roe.md", "done.md"):
        assert (folder / name).read_bytes() == CANONICAL
    assert stat.S_IMODE((folder / "vale-roe.md").stat().st_mode) == 0o604
    assert (folder / "done.md").stat().st_mtime_ns == unchanged
    assert (folder / "README.md").read_bytes() == b"# Read me \n* one\n\n\n\n"  # no dossier
    again = regimekit("fmt", "--data", ".")
    assert (again.status, again.out) == (0, "")


def test_check_tells_and_writes_nothing(folder: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("fmt", "cold", "vale-roe.md", "cold/vale-lind.md", "--check")
    assert (run.status, run.out.split()) == (1, ["cold/vale-lind.md", "vale-roe.md"])
    assert (folder / "vale-roe.md").read_bytes() == DRIFTED
    run = regimekit("fmt", "done.md", "--check")
    assert (run.status, run.out) == (0, "")
    assert run.err.endswith("0 of 1 dossier would be changed.\n")


def test_diff_shows_and_writes_nothing(folder: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("fmt", "vale-roe.md", "--diff")
    assert run.status == 0
    lines = run.out.splitlines()
    assert lines[:2] == ["--- vale-roe.md", "+++ vale-roe.md"]
    assert "+- **Ana Lind** - President" in lines
    assert "-* **Ana Lind** - President" in lines
    assert (folder / "vale-roe.md").read_bytes() == DRIFTED
    assert regimekit("fmt", "vale-roe.md", "--diff", "--check").status == 1


def test_a_diff_says_where_a_last_line_has_no_end(folder: Path, regimekit: Callable[..., Any]) -> None:
    (folder / "done.md").write_bytes(CANONICAL.rstrip(b"\r\n"))
    assert regimekit("fmt", "done.md", "--diff").out.endswith(
        "-- **Ana Lind** - President\n\\ No newline at end of file\n+- **Ana Lind** - President\n"
    )


def test_a_new_dossier_is_in_canonical_form(folder: Path, regimekit: Callable[..., Any]) -> None:
    regimekit("new", "sarn-osk", "--dir", ".")
    assert regimekit("fmt", "sarn-osk.md", "--check").status == 0


def test_what_cannot_be_written_changes_nothing(
    folder: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.replace, 0

    def failing(*arguments: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        real(*arguments)

    monkeypatch.setattr(os, "replace", failing)
    assert regimekit("fmt", ".", "-q").status == 130
    monkeypatch.setattr(os, "replace", real)
    assert (folder / "cold" / "vale-lind.md").read_bytes() == (folder / "vale-roe.md").read_bytes() == DRIFTED
    (folder / "vale-roe.md").chmod(0o444)
    run = regimekit("fmt", ".", "-q")
    assert run.status == 2
    assert "vale-roe.md cannot be written: it is read-only; no file was changed" in run.err
    assert (folder / "cold" / "vale-lind.md").read_bytes() == DRIFTED


def test_the_bundled_dossiers_are_not_formatted(
    tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = regimekit("fmt", "--check", REGIMEKIT_DATA="")
    assert run.status == 2
    assert "are not changed" in run.err


def test_a_path_that_is_not_there(folder: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("fmt", "nowhere")
    assert (run.status, run.err) == (2, "regimekit: nowhere: no such file or folder\n")
