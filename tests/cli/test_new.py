"""`regimekit new`: a dossier to be filled in, which lint asks for, and nothing more."""

import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_lint_names_what_is_left_to_fill_in(
    tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = regimekit("new", "vale-lind", "--dir", ".", "--kind", "regime")
    assert (run.status, run.out) == (0, "vale-lind.md\n")
    found = regimekit("lint", "vale-lind.md", "--format", "concise", "--all", "-q").out.splitlines()
    codes = Counter(line.split()[2 if line.split()[1] in ("error", "warning", "info") else 1] for line in found)
    # title, sections and notes; Overview; sources; overall confidence; tags of era and region
    assert codes == {"RK109": 13, "RK202": 6, "RK701": 1, "RK803": 1, "RK811": 1, "RK812": 1}
    places = Counter(line.split(":")[1] for line in found)
    assert [line for line, count in places.items() if count > 1] == [str(len(_lines(tmp_path)))]  # the line of the tags


def _lines(folder: Path) -> list[str]:
    return (folder / "vale-lind.md").read_text(encoding="utf-8").splitlines()


def test_title_and_dates(tmp_path: Path, regimekit: Callable[..., Any]) -> None:
    regimekit("new", "vale-lind", "--title", "Vale under\nLind", "--dir", str(tmp_path))
    lines = _lines(tmp_path)
    assert lines[0] == "# Vale under Lind"
    assert f"*Created: {datetime.date.today()}*" in lines


def test_a_file_is_never_written_over(tmp_path: Path, regimekit: Callable[..., Any]) -> None:
    (tmp_path / "cold").mkdir()
    for place in ("vale-lind.md", "cold/vale-roe.md"):
        (tmp_path / place).write_text("mine")
    for name in ("vale-lind", "vale-lind.md", "vale-roe"):
        run = regimekit("new", name, "--dir", str(tmp_path))
        assert (run.status, run.out) == (2, "")
        assert "is the name of" in run.err
    assert {file.read_text() for file in tmp_path.rglob("*.md")} == {"mine"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "Vale Lind"], "cannot be a dossier's name"),
        (["new", "../vale"], "cannot be a dossier's name"),
        (["new", "vale-lind", "--kind", "party"], "'regime'"),
        (["new", "vale-lind", "--dir", "nowhere"], "nowhere: no such file or folder (--dir)"),
        (["new"], "Missing argument"),
    ],
)
def test_refusals(
    arguments: list[str], said: str, tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = regimekit(*arguments, REGIMEKIT_DATA=str(tmp_path))
    assert run.status == 2
    assert said in run.err
    assert list(tmp_path.iterdir()) == []


def test_it_goes_with_the_dossiers_in_use(
    tmp_path: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert regimekit("new", "vale-lind", REGIMEKIT_DATA="").out == "vale-lind.md\n"  # not with the bundled ones
    (tmp_path / "mine").mkdir()
    assert regimekit("new", "vale-lind", "--data", "mine").out == "mine/vale-lind.md\n"
    (tmp_path / "data").mkdir()
    assert regimekit("new", "sarn-roe", REGIMEKIT_DATA="").out == "data/sarn-roe.md\n"
