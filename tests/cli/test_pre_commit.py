"""The hooks for pre-commit, run by pre-commit itself in a repository of their own; no network is asked."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not shutil.which("git") or importlib.util.find_spec("pre_commit") is None, reason="git or pre-commit is missing"
)

DRIFTED = b"# Vale under Lind\r\n\r\n## 1. Overview\r\n| Field | Value |\r\n|---|---|\r\n| **Dates** | 1961-1970 |\r\n\r\n## Fall\r\nx\r\n"
FORMATTED = (
    DRIFTED.replace(b"Overview\r\n|", b"Overview\r\n\r\n|")
    .replace(b"Fall\r\n", b"Fall\r\n\r\n")
    .replace(
        b"| Field | Value |\r\n|---|---|\r\n| **Dates** | 1961-1970 |",
        b"| Field     | Value     |\r\n|-----------|-----------|\r\n| **Dates** | 1961-1970 |",
    )
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a dossier and another page, and the hooks as those of the repository itself."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/vale-lind.md").write_bytes(DRIFTED)
    (tmp_path / "README.md").write_text("# Read me\n* one\n", encoding="utf-8")
    # "python" would fetch packages for an environment of its own; what is installed here does as well
    hooks = [hook | {"language": "system", "entry": f'"{sys.executable}" -m {hook["entry"]} --quiet'} for hook in HOOKS]
    next(hook for hook in hooks if hook["id"] == "regimekit-lint")["args"] = ["--select", "RK108", "--fix"]
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), encoding="utf-8"
    )
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def pre_commit(folder: Path, hook: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "REGIMEKIT"))}
    environment = {**kept, "PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit")}
    command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files", "--color", "never"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_hook_is_named_as_its_command() -> None:
    assert [(hook["id"], hook["entry"]) for hook in HOOKS] == [
        ("regimekit-lint", "regimekit lint"),
        ("regimekit-fmt", "regimekit fmt"),
    ]


def test_the_hooks_stop_a_commit_until_nothing_is_left_to_do(repository: Path) -> None:
    file = repository / "data/vale-lind.md"
    run = pre_commit(repository, "regimekit-fmt")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "files were modified by this hook" in run.stdout
    assert file.read_bytes() == FORMATTED
    run = pre_commit(repository, "regimekit-lint")
    assert run.returncode == 1, run.stdout + run.stderr
    assert file.read_bytes() == FORMATTED.replace(b"1. Overview", b"Overview")
    git(repository, "add", ".")
    for hook in ("regimekit-fmt", "regimekit-lint"):
        run = pre_commit(repository, hook)
        assert run.returncode == 0, run.stdout + run.stderr
    assert (repository / "README.md").read_text(encoding="utf-8") == "# Read me\n* one\n"


def test_a_finding_stops_a_commit(repository: Path) -> None:
    file = repository / "data/vale-lind.md"
    file.write_bytes(
        DRIFTED.replace(b"## 1. ", b"## V. Lind\r\n\r\n## 1. ").replace(b"Fall\r\nx", b"2. Fall\r\nx [[#2. Fall]]")
    )
    git(repository, "add", ".")
    pre_commit(repository, "regimekit-lint")
    git(repository, "add", ".")
    run = pre_commit(repository, "regimekit-lint")
    assert run.returncode == 1
    assert "RK108 numbered-heading" in run.stdout


def test_the_page_on_continuous_integration_names_hooks_that_there_are() -> None:
    page = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)]
    named = {hook["id"] for block in blocks for repository in block.get("repos", []) for hook in repository["hooks"]}
    assert named == {hook["id"] for hook in HOOKS}
    assert any("jobs" in block for block in blocks)
