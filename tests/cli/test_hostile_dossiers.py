"""Dossiers that mean harm: every command shows them as text."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HOSTILE = str(Path(__file__).parent.parent / "data" / "hostile")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COMMANDS = [
    ["show", "mire"],
    ["show", "mire", "--section", "key_events"],
    ["show", "mire", "--section", "overview"],
    *(
        [listing, "--format", format]
        for listing in ("figures", "timeline", "estimates")
        for format in ("table", "csv", "md")
    ),
    *([listing, "--format", "json"] for listing in ("figures", "timeline", "estimates")),
    ["estimates", "--compare"],
    ["estimates", "--all-strata", "--pairs", "--split", "1991"],
    ["estimates", "--audit"],
    ["export"],
    ["lint"],
    ["lint", "--format", "concise"],
    ["lint", "--format", "json"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_nothing_is_sent_that_a_terminal_obeys(arguments: list[str], regimekit: Callable[..., Any]) -> None:
    run = regimekit(*arguments, "--data", HOSTILE)
    assert run.status in (0, 1)
    assert not OBEYED.search(run.out + run.err)
    assert run.out


def test_brackets_and_colons_are_shown_as_they_stand(regimekit: Callable[..., Any]) -> None:
    out = regimekit("show", "mire", "--data", HOSTILE).out
    assert "Mire Under [mann2005] :warning: [/x]" in out
    assert "[bold]Paola Osk[/bold]" in out
    assert ":skull:" in regimekit("show", "mire", "--section", "figures", "--data", HOSTILE).out


def test_no_cell_is_a_formula(regimekit: Callable[..., Any]) -> None:
    for listing in ("figures", "timeline", "estimates"):
        for row in csv.reader(io.StringIO(regimekit(listing, "--format", "csv", "--data", HOSTILE).out)):
            assert not any(cell.startswith(("=", "+", "@")) for cell in row)


def test_json_keeps_what_was_written(regimekit: Callable[..., Any]) -> None:
    (dossier,) = json.loads(regimekit("export", "--data", HOSTILE).out)["dossiers"]
    assert "[mann2005] :warning: [/x]" in dossier["title"]


WEIRD = {
    "empty": b"",
    "nul": b"# A\n\n## Overview\n\x00\x00\n",
    "latin": "# Caf\xe9 Vale\n\n## Overview\n- caf\xe9\n\n## Key Figures\n- **Jos\xe9 B**\n".encode("latin-1"),
    "utf16": "# A Vale\n\n## Overview\n- x\n\n## Key Figures\n- **A B**\n".encode("utf-16"),
    "long": b"# "
    + b"x" * 300_000
    + b"\n\n## Overview\n"
    + b"y " * 100_000
    + b"\n\n## Key Figures\n- **A B**: "
    + b"z" * 100_000,
    "deep": b"# D\n\n## Overview\n" + b"> " * 3000 + b"x\n\n## Key Figures\n- **A B**\n",
    "bomb": b"---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n# B\n\n## Overview\n\n## Key Figures\n",
}


@pytest.mark.parametrize("name", WEIRD)
def test_weird_files_neither_crash_nor_speak(name: str, tmp_path: Path, regimekit: Callable[..., Any]) -> None:
    (tmp_path / f"{name}.md").write_bytes(WEIRD[name])
    for arguments in (
        ["show", name],
        ["show", name, "--section", "overview"],
        ["timeline", name],
        ["export"],
        ["lint"],
    ):
        run = regimekit(*arguments, "--data", str(tmp_path))
        assert run.status in (0, 1, 2)
        assert "Traceback" not in run.err
        assert not OBEYED.search(run.out + run.err)


def test_a_file_name_that_is_no_text(tmp_path: Path, regimekit: Callable[..., Any]) -> None:
    name = b"vale-caf\xe9.md"
    try:
        Path(str(tmp_path), name.decode("utf-8", "surrogateescape")).write_text(
            "# V\n\n## Overview\n\n## Key Figures\n- **A B**\n"
        )
    except OSError:
        pytest.skip("the file system takes no such names")
    for arguments in (
        ["show", "vale"],
        ["export"],
        ["figures"],
        ["figures", "--format", "csv"],
        ["lint"],
        ["show", "x"],
    ):
        run = regimekit(*arguments, "--data", str(tmp_path))
        assert "Traceback" not in run.err, arguments
