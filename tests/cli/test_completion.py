"""The shell completes names of dossiers, ids of sections and measures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data" / "folder"


def completed(line: str, folder: Path = DATA) -> list[str]:
    words = line.split(" ")
    environment = {
        **os.environ,
        "_REGIMEKIT_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "REGIMEKIT_DATA": str(folder),
    }
    run = subprocess.run(
        [sys.executable, "-m", "regimekit"], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    return run.stdout.split()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("regimekit show nor", ["north-vale-lind"]),
        ("regimekit show lin", []),  # a shell completes what begins alike
        ("regimekit timeline north-vale-lind por", ["port-sarn-okoro"]),
        ("regimekit estimates --measure dis", ["disappeared", "displaced"]),
        ("regimekit timeline --section key_", ["key_figures", "key_events"]),
        ("regimekit show lind --section sch", ["scholarly_debate"]),
        ("regimekit figures --format j", ["json"]),
        ("regimekit timeline --format t", ["table", "timelinejs"]),
        ("regimekit timeline --kind h", ["heading", "header"]),
        ("regimekit timeline --granularity m", ["month"]),
        ("regimekit export --format j", ["json", "jsonl", "jsonld"]),
        ("regimekit export nor", ["north-vale-lind"]),
        ("regimekit est", ["estimates"]),
        ("regimekit compare --field f", ["front_matter", "figures"]),  # groups of rows; no field begins so
        ("regimekit graph --type ca", ["causal"]),
    ],
)
def test_completion(line: str, found: list[str]) -> None:
    assert completed(line) == found


def test_names_are_completed_from_the_folder_that_the_line_names(tmp_path: Path) -> None:
    (tmp_path / "far-vale.md").write_bytes(b"\xff\xfe no need to read it")
    assert completed(f"regimekit --data {tmp_path} show far") == ["far-vale"]
    assert completed(f"regimekit show --data {tmp_path} far") == ["far-vale"]


def test_a_folder_that_is_not_there_completes_nothing() -> None:
    assert completed("regimekit show x", Path("/nowhere")) == []
