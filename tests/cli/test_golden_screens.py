"""Screens that have been read and accepted: tests/golden/*.txt, each opening with the command that prints it.

A new one is a file with nothing but that line; `pytest --accept` fills it in
and renews the others. Read what changed before you commit it.
"""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.txt"))


def command(case: Path) -> tuple[dict[str, str], list[str]]:
    """ "$ COLUMNS=60 regimekit show lind" → the environment and the arguments."""
    words = shlex.split(case.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("$"))
    at = words.index("regimekit")
    return dict(word.split("=", 1) for word in words[:at]), words[at + 1 :]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.stem)
def test_command_prints_what_was_accepted(
    case: Path, regimekit: Callable[..., Any], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent.parent / "data")
    environment, arguments = command(case)
    run = regimekit(*arguments, **{"REGIMEKIT_DATA": "folder", **environment})
    ends = f"[exit status {run.status}]\n" if run.status else ""
    shown = case.read_text(encoding="utf-8").split("\n", 1)[0] + "\n" + run.err + run.out + ends
    if request.config.getoption("--accept"):
        case.write_text(shown, encoding="utf-8")
    assert shown == case.read_text(encoding="utf-8")


def test_there_are_screens_of_every_command() -> None:
    from regimekit.cli import COMMANDS

    shown = {command(case)[1][0] for case in GOLDEN if command(case)[1]}
    assert set(COMMANDS) - {"schema"} <= shown
