"""What a command loads before it answers: time that every run pays for."""

import subprocess
import sys
from pathlib import Path

import pytest

from regimekit.cli import COMMANDS, GROUPS, application, command, group, named
from regimekit.schema import LintSettings, load_schema

DATA = Path(__file__).parent.parent / "data" / "folder"


def loaded(*arguments: str) -> set[str]:
    """The modules in memory when a command has ended."""
    program = (
        "import sys; from regimekit.cli import main; status = main(); "
        "print('\\n'.join(sys.modules), file=sys.stderr); sys.exit(status)"
    )
    run = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return set(run.stderr.split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["show", "--help"]], ids=" ".join)
def test_what_needs_no_dossier_loads_none_of_the_heavy_modules(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert "typer" in modules
    assert not modules & {"rich", "mistune", "yaml", "msgspec", "regimekit.model", "regimekit.schema", "pydantic"}


def test_showing_loads_neither_exports_nor_progress_bars() -> None:
    modules = loaded("show", "lind", "--data", str(DATA), "-q")
    assert "rich.console" in modules
    unused = {
        "rich.progress",
        "rich.markdown",
        "regimekit.exporting",
        "csv",
        "regimekit.linting",
        "regimekit.model.records",
        "polars",
        "pandas",
        "pydantic",
    }
    assert not modules & unused


def test_showing_one_dossier_reads_no_other(tmp_path: Path) -> None:
    (tmp_path / "north-vale.md").write_text("# North Vale\n\n## Overview\n\n## Key Figures\n- **A B**\n")
    unread = tmp_path / "other.md"
    unread.symlink_to("/proc/self/mem")  # reading it would fail
    assert loaded("show", "north", "--data", str(tmp_path), "-q")


def test_a_second_check_loads_neither_grammars_nor_yaml(tmp_path: Path) -> None:
    (tmp_path / "north-vale.md").write_text("# North Vale\n\n## Overview\nx\n\n## Fall\ny\n")
    arguments = ("lint", str(tmp_path), "--select", "RK105", "-q")
    loaded(*arguments)
    unused = {"yaml", "mistune", "rich", "urllib.request", "regimekit.linting.runner", "regimekit.linting.fixes"}
    assert not loaded(*arguments) & unused


def test_the_built_in_schema_says_nothing_of_the_rules() -> None:
    assert load_schema().lint == LintSettings()  # so that a check without settings need not read it


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("show lind", "show"),
        ("--data folder -q show lind", "show"),
        ("--data=folder --no-color --no-cache cache info", "cache"),
        ("--data show lint", "lint"),
        ("", None),
        ("--help", None),
        ("--version show", None),
        ("shwo", None),
        ("-qx show", None),
        ("--data", None),
    ],
)
def test_the_command_that_is_to_run_is_told_from_the_words(words: str, name: str | None) -> None:
    assert named(words.split()) == name


def test_a_command_loads_no_other() -> None:
    modules = loaded("show", "lind", "--data", str(DATA), "-q")
    others = {f"regimekit.cli.{name}" for name in (*COMMANDS, *GROUPS)} - {"regimekit.cli.show"}
    assert not modules & others


def test_each_command_is_the_function_of_its_module() -> None:
    app = application()
    assert [one.callback for one in app.registered_commands] == [command(name) for name in COMMANDS]
    assert [one.typer_instance for one in app.registered_groups] == [group(name) for name in GROUPS]
