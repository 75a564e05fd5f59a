import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from regimekit.cli import main

FOLDER = Path(__file__).parent.parent / "data" / "folder"


class Run(msgspec.Struct, frozen=True):
    """What a command wrote, and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def regimekit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Runs a command in this process, on the folder of the tests, 80 columns wide; keywords are environment variables."""
    for name in ("NO_COLOR", "FORCE_COLOR", "REGIMEKIT_DATA", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, **environment: str) -> Run:
        for name, value in {"COLUMNS": "80", "REGIMEKIT_DATA": str(FOLDER), **environment}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["regimekit", *arguments])
        capsys.readouterr()
        status = main()
        written = capsys.readouterr()
        return Run(status, written.out, written.err)

    return run
