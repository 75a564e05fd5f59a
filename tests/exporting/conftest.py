"""Readers that are not ours, for what is exported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MERMAID = Path(__file__).parent.parent / "mermaid"


@pytest.fixture(scope="session")
def read_by_mermaid() -> Callable[..., list[dict[str, Any]]]:
    """Reads diagrams with Mermaid's own parser; one answer for each: "error", "type", and what it "read".

    Skipped where node or the packages of tests/mermaid are not installed
    (`npm ci --prefix tests/mermaid`, or elsewhere and REGIMEKIT_MERMAID is that folder).
    """
    node = shutil.which("node")
    folder = Path(os.environ.get("REGIMEKIT_MERMAID") or MERMAID)
    if node is None or not (folder / "node_modules" / "mermaid").is_dir():
        pytest.skip("Mermaid's parser is not installed: npm ci --prefix tests/mermaid")

    def read(*diagrams: str) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, str(MERMAID / "parse.mjs")],
            input=json.dumps(diagrams),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        answers: list[dict[str, Any]] = json.loads(done.stdout)
        assert len(answers) == len(diagrams)
        return answers

    return read


@pytest.fixture(scope="session")
def mermaid_accepts(read_by_mermaid: Callable[..., list[dict[str, Any]]]) -> Callable[[str], str | None]:
    """None where Mermaid's parser takes a diagram, else what it says against it."""
    return lambda text: read_by_mermaid(text)[0]["error"]
