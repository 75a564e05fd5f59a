"""`regimekit rename`: the file and every link to it, to the byte, or nothing at all."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OLD = b"\xef\xbb\xbf# Vale under Lind\r\n\r\n## Timeline\r\n- 1931: [[vale-lind#Timeline]], vale-lind  \r\n"
LINKING = (
    "---\nrelated: [vale-lind, vale-lind-two]\nalias: vale-lind\n---\n# Sarn  \n\n"
    "vale-lind, [[vale-lind]] and [[cold/vale-lind|Lind]] | [[Vale-Lind#End|its end]]\n"
    "[Lind](../cold/vale-lind.md#end), [page](https://example.org/vale-lind.md)\n"
    "`[[vale-lind]]`\n\n```\n[[vale-lind]]\n```\n[[vale-lind-two]] \t\nlast line without an end"
)
RENAMED = (
    "---\nrelated: [vale-two, vale-lind-two]\nalias: vale-lind\n---\n# Sarn  \n\n"
    "vale-lind, [[vale-two]] and [[cold/vale-two|Lind]] | [[vale-two#End|its end]]\n"
    "[Lind](../cold/vale-two.md#end), [page](https://example.org/vale-lind.md)\n"
    "`[[vale-lind]]`\n\n```\n[[vale-lind]]\n```\n[[vale-lind-two]] \t\nlast line without an end"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cold").mkdir()
    (tmp_path / "hot").mkdir()
    (tmp_path / "cold" / "vale-lind.md").write_bytes(OLD)
    (tmp_path / "cold" / "vale-lind-two.md").write_bytes(b"# Two\n[[sarn]]\n")
    (tmp_path / "hot" / "sarn.md").write_text(LINKING, encoding="utf-8", newline="")
    (tmp_path / "hot" / "sarn.md").chmod(0o604)
    (tmp_path / "latin.md").write_bytes("# É\r[[vale-lind]] é\r".encode("cp1252"))
    return tmp_path


def state(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_file_and_every_link(folder: Path, regimekit: Callable[..., Any]) -> None:
    before = state(folder)
    run = regimekit("rename", "cold/vale-lind", "vale-two", "--data", ".")
    assert run.status == 0
    assert run.out.splitlines() == [
        "cold/vale-lind.md -> cold/vale-two.md",
        "cold/vale-lind.md:4: [[vale-lind#Timeline]] -> [[vale-two#Timeline]]",
        "hot/sarn.md:2: vale-lind -> vale-two",
        "hot/sarn.md:7: [[vale-lind]] -> [[vale-two]]",
        "hot/sarn.md:7: [[cold/vale-lind|Lind]] -> [[cold/vale-two|Lind]]",
        "hot/sarn.md:7: [[Vale-Lind#End|its end]] -> [[vale-two#End|its end]]",
        "hot/sarn.md:8: (../cold/vale-lind.md#end) -> (../cold/vale-two.md#end)",
        "latin.md:2: [[vale-lind]] -> [[vale-two]]",
    ]
    assert run.err.splitlines()[1:] == [
        "hot/sarn.md:9: [[vale-lind]] stays: it stands in code",
        "hot/sarn.md:12: [[vale-lind]] stays: it stands in code",
    ]
    assert state(folder) == {
        "cold/vale-two.md": OLD.replace(b"[[vale-lind#", b"[[vale-two#"),
        "cold/vale-lind-two.md": before["cold/vale-lind-two.md"],
        "hot/sarn.md": RENAMED.encode(),
        "latin.md": "# É\r[[vale-two]] é\r".encode("cp1252"),
    }
    assert stat.S_IMODE((folder / "hot" / "sarn.md").stat().st_mode) == 0o604
    there_and_back = regimekit("rename", "vale-two", "vale-lind", "--data", ".")
    assert there_and_back.status == 0
    assert state(folder) == {**before, "hot/sarn.md": LINKING.replace("[[Vale-Lind#", "[[vale-lind#").encode()}


def test_a_dry_run_says_the_same_and_changes_nothing(folder: Path, regimekit: Callable[..., Any]) -> None:
    before = state(folder)
    dry = regimekit("rename", "cold/vale-lind", "vale-two", "--data", ".", "--dry-run")
    assert state(folder) == before
    assert dry.err.endswith("Nothing was changed.\n")
    assert regimekit("rename", "cold/vale-lind", "vale-two", "--data", ".").out == dry.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("vale-lind", "Vale Two", "cannot be a dossier's name"),
        ("vale-lind", "cold/vale", "cannot be a dossier's name"),
        ("vale-lind", "-vale", "cannot be a dossier's name"),
        ("vale-lind", "..", "cannot be a dossier's name"),
        ("vale-lind", "", "cannot be a dossier's name"),
        ("vale-lind", "sarn", "'sarn' is the name of hot/sarn.md"),
        ("vale-lind", "vale-lind", "has that name already"),
        ("nowhere", "vale-two", "there is no dossier in"),
    ],
)
def test_refusals(folder: Path, regimekit: Callable[..., Any], old: str, new: str, said: str) -> None:
    before = state(folder)
    run = regimekit("rename", old, "--data", ".", "-q", "--", new)
    assert (run.status, run.out) == (2, "")
    assert said in run.err
    assert run.err.count("\n") == 1
    assert state(folder) == before


def test_the_bundled_dossiers_are_not_renamed(
    tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = regimekit("rename", "stalin", "x-y", "--dry-run", REGIMEKIT_DATA="")
    assert run.status == 2
    assert "are not changed" in run.err


def test_of_two_files_with_one_name_the_other_keeps_its_links(folder: Path, regimekit: Callable[..., Any]) -> None:
    (folder / "hot" / "vale-lind.md").write_text("# Other\n\n[x](vale-lind.md)\n")
    run = regimekit("rename", "cold/vale-lind.md", "vale-two", "--data", ".")
    assert run.status == 0
    assert (folder / "hot" / "vale-lind.md").read_text() == "# Other\n\n[x](vale-lind.md)\n"
    assert "latin.md:2: [[vale-lind]] stays: it may mean hot/vale-lind as well" in run.err
    assert "[[cold/vale-two|Lind]]" in (folder / "hot" / "sarn.md").read_text()


@pytest.mark.parametrize("problem", [KeyboardInterrupt, OSError(28, "No space left on device")])
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_failure_in_the_middle_changes_nothing(
    folder: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, problem: BaseException, nth: int
) -> None:
    before, real, calls = state(folder), os.replace, 0

    def failing(source: Any, target: Any) -> None:
        nonlocal calls
        calls += str(target).endswith(".md")
        if calls == nth:
            raise problem
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    run = regimekit("rename", "cold/vale-lind", "vale-two", "--data", ".", "-q")
    assert run.status == (130 if problem is KeyboardInterrupt else 2)
    assert run.out == ""
    assert state(folder) == before


def test_a_read_only_file_stops_all(folder: Path, regimekit: Callable[..., Any]) -> None:
    (folder / "hot" / "sarn.md").chmod(0o444)
    before = state(folder)
    run = regimekit("rename", "cold/vale-lind", "vale-two", "--data", ".", "-q")
    assert run.status == 2
    assert "sarn.md cannot be written: it is read-only; no file was changed" in run.err
    assert state(folder) == before
