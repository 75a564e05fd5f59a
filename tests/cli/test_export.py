"""`regimekit export`: what is chosen, where it goes, and what is never touched."""

from __future__ import annotations

import builtins
import csv
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

import regimekit as package
from regimekit.cli.exporting import ExportFormat
from regimekit.cli.exporting_markdown import file_name
from regimekit.linting.sameness import says_the_same
from regimekit.model.tables_cited import TABLES

FOLDER = Path(__file__).parent.parent / "data" / "folder"
Run = Callable[..., Any]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which the dossiers of the tests lie below data/."""
    shutil.copytree(FOLDER, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def slugs(out: str) -> list[str]:
    return [dossier["slug"] for dossier in json.loads(out)["dossiers"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["north-vale-lind", "port-sarn-okoro"]),
        (["data"], ["north-vale-lind", "port-sarn-okoro"]),
        (["data/northern"], ["north-vale-lind"]),
        (["data/southern/port-sarn-okoro.md"], ["port-sarn-okoro"]),
        (["lind"], ["north-vale-lind"]),
        (["okoro", "lind", "port-sarn"], ["port-sarn-okoro", "north-vale-lind"]),
        (["okoro", "data/northern/north-vale-lind.md"], ["port-sarn-okoro", "north-vale-lind"]),
    ],
    ids=str,
)
def test_a_folder_a_file_or_dossiers_by_name(words: list[str], found: list[str], here: Path, regimekit: Run) -> None:
    assert slugs(regimekit("export", *words, REGIMEKIT_DATA="data").out) == found


def test_a_path_comes_before_a_name(here: Path, regimekit: Run) -> None:
    shutil.copytree(here / "data" / "southern", here / "lind")
    assert slugs(regimekit("export", "lind", REGIMEKIT_DATA="data").out) == ["port-sarn-okoro"]


REFUSED = [
    (["-f", "csv"], "--format csv makes several files: name a folder for them with -o DIR"),
    (["-f", "parquet", "-o", "-"], "--format parquet makes several files"),
    (["-f", "sqlite"], "--format sqlite makes a database: name a file for it with -o FILE"),
    (["lind", "-f", "sqlite", "-o", "x.sqlite"], "--format sqlite is of a whole folder"),
    (["-f", "md"], "--format md makes several files"),
    (["-f", "csv", "-o", "tables.csv"], "so -o tables.csv has to be a folder"),
    (["-f", "csv", "-o", "data/README.md"], "--output: data/README.md is a file"),
    (["-f", "csv", "-o", "nowhere/tables"], "nowhere/tables cannot be written: No such file or directory"),
    (["-o", "data"], "data cannot be written: Is a directory"),
    (["--base", "https://example.org/"], "--base: json has no identifiers"),
    (["-f", "jsonld", "--base", "example"], '--base: "example" is no address to which names can be added'),
    (["-f", "jsonld", "--base", "https://example.org/#"], "is no address"),
    (["nowhere"], 'nowhere: no such file or folder, and no dossier is named "nowhere" in data'),
    (["lind", "nowhere"], 'no dossier is named "nowhere" in data'),
]


@pytest.mark.parametrize(("arguments", "why"), REFUSED, ids=str)
def test_what_cannot_be_is_refused(arguments: list[str], why: str, here: Path, regimekit: Run) -> None:
    before = files(here)
    run = regimekit("export", *arguments, REGIMEKIT_DATA="data")
    assert (run.status, run.out) == (2, "")
    assert why in run.err
    assert run.err.splitlines()[-1].startswith("regimekit: ")
    assert files(here) == before


def test_parquet_names_its_extra_where_that_is_missing(
    here: Path, regimekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *arguments: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *arguments)

    for name in [name for name in sys.modules if name.startswith(("pyarrow", "regimekit.exporting.to_parquet"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    run = regimekit("export", "-f", "parquet", "-o", "out", REGIMEKIT_DATA="data")
    assert run.status == 2
    assert "--format parquet needs the extra parquet: pip install 'regimekit[parquet]'" in run.err
    assert not (here / "out").exists()


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_file_for_each_table(format: str, here: Path, regimekit: Run) -> None:
    run = regimekit("export", "-f", format, "-o", "out", REGIMEKIT_DATA="data")
    assert (run.status, run.out) == (0, "")
    assert files(here / "out") == {".regimekit-export.json", *(f"{table.name}.{format}" for table in TABLES)}
    assert run.err.endswith("One file a table in out\n")


def test_a_database_is_what_build_makes(here: Path, regimekit: Run) -> None:
    assert regimekit("export", "-f", "sqlite", "-o", "out.sqlite", REGIMEKIT_DATA="data").out == ""
    with sqlite3.connect(here / "out.sqlite") as database:
        assert [slug for (slug,) in database.execute("select slug from dossiers order by slug")] == [
            "north-vale-lind",
            "port-sarn-okoro",
        ]


def test_only_the_named_dossiers_are_in_the_tables(here: Path, regimekit: Run) -> None:
    regimekit("export", "lind", "-f", "csv", "-o", "out", REGIMEKIT_DATA="data")
    with (here / "out" / "dossiers.csv").open(newline="", encoding="utf-8") as file:
        assert [row["slug"] for row in csv.DictReader(file)] == ["north-vale-lind"]


@pytest.mark.parametrize("format", ["json", "jsonl", "jsonld"])
def test_a_stream_goes_to_stdout_or_to_a_file(format: str, here: Path, regimekit: Run) -> None:
    out = regimekit("export", "-f", format, REGIMEKIT_DATA="data").out
    assert regimekit("export", "-f", format, "-o", "out.txt", REGIMEKIT_DATA="data").out == ""
    assert (here / "out.txt").read_text(encoding="utf-8") == out
    assert "North Vale" in out


def test_the_base_is_that_of_every_identifier(here: Path, regimekit: Run) -> None:
    run = regimekit("export", "lind", "-f", "jsonld", "--base", "https://example.org/r", REGIMEKIT_DATA="data")
    (dossier, _) = json.loads(run.out)["@graph"]
    assert dossier["@id"] == "https://example.org/r/north-vale-lind"


# Markdown


def test_markdown_is_what_fmt_writes(here: Path, regimekit: Run) -> None:
    regimekit("export", "-f", "md", "-o", "out", REGIMEKIT_DATA="data")
    assert files(here / "out") == {
        ".regimekit-export.json",
        "northern/north-vale-lind.md",
        "southern/port-sarn-okoro.md",
    }
    regimekit("fmt", "data")
    for name in ("northern/north-vale-lind.md", "southern/port-sarn-okoro.md"):
        assert (here / "out" / name).read_bytes() == (here / "data" / name).read_bytes()


def test_the_markdown_of_one_dossier_goes_to_stdout_or_to_a_file(here: Path, regimekit: Run) -> None:
    out = regimekit("export", "lind", "-f", "md", REGIMEKIT_DATA="data").out
    assert out.startswith("# ")
    assert regimekit("export", "data/northern/north-vale-lind.md", "-f", "md").out == out
    regimekit("export", "lind", "-f", "md", "-o", "lind.md", REGIMEKIT_DATA="data")
    assert (here / "lind.md").read_text(encoding="utf-8") == out


def table_cells(text: str) -> list[str]:
    """The cells of every table and the text of every other block, as markdown-it reads them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [" ".join(token.content.split()) for token in tokens if token.type == "inline"]


def test_the_bundled_dossiers_say_the_same_in_canonical_form(here: Path, regimekit: Run) -> None:
    asked = ("albania", "chile", "germany", "uganda")
    regimekit("export", *asked, "-f", "md", "-o", "out", REGIMEKIT_DATA=str(package.bundled()))
    before = [one for one in package.load().dossiers if one.slug.startswith(asked)]
    after = package.load(here / "out")
    assert [one.path for one in after.dossiers] == [one.path for one in before]
    for one, other in zip(before, after.dossiers, strict=True):
        assert says_the_same(one, other)
        for records in ("people", "events", "estimates", "debates", "relations"):
            assert len(getattr(one, records)) == len(getattr(other, records)) > 0
        # a reader that is not ours finds the same tables, headings and paragraphs in the same order
        assert table_cells(one.text) == table_cells(other.text)


def test_a_file_that_is_not_utf_8_becomes_it(here: Path, regimekit: Run) -> None:
    file = here / "data" / "northern" / "north-vale-lind.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_text(encoding="utf-8").replace("\n", "\r\n").encode())
    plain = regimekit("export", "lind", "-f", "md", REGIMEKIT_DATA=str(FOLDER)).out
    assert regimekit("export", "lind", "-f", "md", REGIMEKIT_DATA="data").out == plain


@pytest.mark.parametrize(
    ("path", "name"),
    [("a/b.md", "a/b.md"), ("../x/b.md", "b.md"), ("/tmp/b.md", "b.md"), ("a/../../b.md", "b.md")],
)
def test_no_file_is_written_beside_the_folder(path: str, name: str) -> None:
    assert file_name(path) == name


# the folder


@pytest.fixture
def export(here: Path, regimekit: Run) -> Run:
    """Exports Markdown into out/."""
    return lambda *words, format="md": regimekit("export", *words, "-f", format, "-o", "out", REGIMEKIT_DATA="data")


NORTH, SOUTH = "northern/north-vale-lind.md", "southern/port-sarn-okoro.md"


def test_an_export_replaces_its_own_files_and_removes_what_is_stale(here: Path, export: Run) -> None:
    export()
    (here / "out" / "mine.txt").write_text("mine")
    (here / "data" / SOUTH).unlink()
    north = here / "data" / NORTH
    north.write_text(north.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert export().status == 0
    assert files(here / "out") == {".regimekit-export.json", NORTH, "mine.txt"}
    assert not (here / "out" / "southern").exists()
    assert "More." in (here / "out" / NORTH).read_text(encoding="utf-8")


def test_some_dossiers_leave_the_others_in_place(here: Path, export: Run) -> None:
    export("okoro")
    export("lind")
    assert {NORTH, SOUTH} < files(here / "out")
    (here / "data" / SOUTH).unlink()
    export()
    assert SOUTH not in files(here / "out")


def test_each_format_has_its_own_files_in_one_folder(here: Path, export: Run) -> None:
    export()
    export(format="csv")
    export(format="parquet")
    assert {NORTH, "events.csv", "events.parquet"} < files(here / "out")


def test_a_file_of_somebody_else_is_never_replaced(here: Path, export: Run) -> None:
    (here / "out" / "northern").mkdir(parents=True)
    (here / "out" / NORTH).write_text("mine")
    run = export()
    assert run.status == 2
    assert f"out/{NORTH} is there already and is not from an earlier export; move it, or name another" in run.err
    assert files(here / "out") == {NORTH}
    assert (here / "out" / NORTH).read_text() == "mine"


def test_an_exported_file_that_was_changed_is_neither_replaced_nor_removed(here: Path, export: Run) -> None:
    export()
    (here / "out" / SOUTH).write_text("changed")
    run = export()
    assert run.status == 2
    assert f"out/{SOUTH} is there already and was changed since it was exported" in run.err
    (here / "data" / SOUTH).unlink()
    run = export()
    assert run.status == 0
    assert f"out/{SOUTH} was changed since it was exported and is left there." in run.err
    assert (here / "out" / SOUTH).read_text() == "changed"


def test_dossiers_are_not_written_over_themselves(here: Path, regimekit: Run) -> None:
    before = (here / "data" / NORTH).read_bytes()
    run = regimekit("export", "-f", "md", "-o", "data", REGIMEKIT_DATA="data")
    assert run.status == 2
    assert "is not from an earlier export" in run.err
    assert (here / "data" / NORTH).read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_does_not_lead_out_of_the_folder(here: Path, export: Run) -> None:
    (here / "elsewhere").mkdir()
    (here / "out").mkdir()
    (here / "out" / "northern").symlink_to(here / "elsewhere")
    assert export().status == 2
    assert files(here / "elsewhere") == set()


def test_a_record_of_exports_that_was_forged_removes_nothing_outside(here: Path, export: Run) -> None:
    (here / "out").mkdir()
    (here / "mine.txt").write_bytes(b"mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    (here / "out" / ".regimekit-export.json").write_text(json.dumps({"md": {"../mine.txt": digest}}))
    assert export().status == 0
    assert (here / "mine.txt").exists()


def test_a_folder_without_dossiers_is_told(here: Path, regimekit: Run) -> None:
    (here / "empty").mkdir()
    run = regimekit("export", "empty", "-f", "md", "-o", "out")
    assert (run.status, run.out) == (0, "")
    assert "There is no dossier in empty" in run.err
    assert json.loads(regimekit("export", "empty").out)["dossiers"] == []


@pytest.mark.parametrize("format", ["csv", "parquet", "md", "json", "jsonld"])
def test_an_interruption_leaves_everything_as_it_was(
    format: str, here: Path, regimekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from regimekit.storage import Library

    output = "out" if format in ("csv", "parquet", "md") else "out.txt"
    regimekit("export", "lind", "-f", format, "-o", output, REGIMEKIT_DATA="data")
    before = {name: (here / name).read_bytes() for name in files(here)}
    real = Library.each

    def each(self: Library, *arguments: Any) -> Any:
        yield next(real(self, *arguments))
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "each", each)
    assert regimekit("export", "-f", format, "-o", output, REGIMEKIT_DATA="data").status == 130
    assert {name: (here / name).read_bytes() for name in files(here)} == before
    assert not list(here.rglob(".regimekit-export-*"))


def test_an_interruption_of_the_first_export_leaves_no_folder(
    here: Path, export: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("regimekit.cli.exporting_markdown.canonical_text", fail)
    assert export().status == 130
    assert not (here / "out").exists()


def test_after_a_break_between_two_files_the_next_export_goes_through(
    here: Path, export: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    export()
    for name in (NORTH, SOUTH):
        file = here / "data" / name
        file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    real = os.replace

    def failing(source: Any, target: Any) -> None:
        if str(target).endswith(SOUTH):
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    run = export()
    assert (run.status, run.err.splitlines()[-1]) == (2, "regimekit: out cannot be written: No space left on device")
    monkeypatch.setattr(os, "replace", real)
    assert export().status == 0
    assert all("More." in (here / "out" / name).read_text(encoding="utf-8") for name in (NORTH, SOUTH))


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_written(here: Path, regimekit: Run) -> None:
    broken = here / "data" / "broken.md"
    broken.symlink_to("/proc/self/mem")
    run = regimekit("export", "-f", "jsonl", REGIMEKIT_DATA="data")
    assert run.status == 0
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert [line["path"] for line in lines if line.get("type") == "finding"] == ["broken.md"]
    assert "broken.md: the file cannot be read" in run.err


def test_a_reader_that_leaves_ends_the_export(here: Path) -> None:
    for number in range(30):
        shutil.copy(here / "data" / NORTH, here / "data" / f"vale-{number}.md")
    process = subprocess.Popen(
        [sys.executable, "-m", "regimekit", "export", "data", "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(package.__file__).parent.parent)},
    )
    assert process.stdout is not None
    process.stdout.close()
    _, told = process.communicate()
    assert (process.returncode, told) == (0, "")


def test_every_format_is_described_and_completed() -> None:
    page = (Path(package.__file__).parent.parent / "docs" / "exporting.md").read_text(encoding="utf-8")
    assert all(f"## {format.value}" in page for format in ExportFormat)
