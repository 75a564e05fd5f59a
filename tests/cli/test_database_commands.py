"""build, sql, search and cache as they are typed: their options, their formats, and what they say when they cannot."""

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "data" / "folder"
HOSTILE = Path(__file__).parent.parent / "data" / "hostile"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache of its own for each test, and nothing left of a user's settings."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("REGIMEKIT_NO_CACHE", raising=False)
    return tmp_path / "cache" / "regimekit"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "files")
    return tmp_path / "files"


@pytest.fixture
def database(regimekit, tmp_path):
    assert regimekit("build", "-o", str(tmp_path / "r.sqlite")).status == 0
    return tmp_path / "r.sqlite"


def files_in(folder):
    return sorted(file for file in folder.rglob("*") if file.is_file()) if folder.exists() else []


def said(run):
    """What stands on stderr but for the line that names the dossiers in use."""
    return "".join(line for line in run.err.splitlines(keepends=True) if not line.startswith("Dossiers in "))


# build


def test_build_makes_a_database_and_says_so(regimekit, tmp_path):
    file = tmp_path / "r.sqlite"
    run = regimekit("build", "-o", str(file))
    assert (run.status, run.out) == (0, "")
    assert re.fullmatch(r"Wrote .*r\.sqlite: 3 files \(\d+\.\d KiB\)\.\n", said(run))
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM dossiers").fetchone() == (2,)


def test_build_without_a_name_writes_regimes_sqlite_here(regimekit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert regimekit("build").status == 0
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["regimes.sqlite"]


def test_a_second_build_says_that_nothing_changed(regimekit, database):
    before = database.read_bytes()
    run = regimekit("build", "-o", str(database))
    assert " is up to date: 3 files (" in said(run)
    assert database.read_bytes() == before


def test_build_says_what_changed(regimekit, folder, tmp_path):
    file = str(tmp_path / "r.sqlite")
    regimekit("build", str(folder), "-o", file)
    (folder / "southern" / "port-sarn-okoro.md").unlink()
    with (folder / "northern" / "north-vale-lind.md").open("a") as dossier:
        dossier.write("\nAnother line.\n")
    run = regimekit("build", str(folder), "-o", file)
    assert ": 1 file written, 1 file taken out, 1 left as they were (" in said(run)


def test_build_of_one_file(regimekit, tmp_path):
    file = tmp_path / "r.sqlite"
    run = regimekit("build", str(FOLDER / "northern" / "north-vale-lind.md"), "-o", str(file))
    assert "1 file (" in said(run)


def test_quiet_builds_without_a_word(regimekit, tmp_path):
    run = regimekit("build", "-o", str(tmp_path / "r.sqlite"), "--quiet")
    assert (run.status, run.out, run.err) == (0, "", "")


def test_build_writes_what_datasette_is_told(regimekit, tmp_path):
    told = tmp_path / "m.json"
    assert regimekit("build", "-o", str(tmp_path / "northern.sqlite"), "--metadata", str(told)).status == 0
    tables = json.loads(told.read_text())["databases"]["northern"]["tables"]
    assert tables["estimates"]["label_column"] == "as_written"


def test_metadata_does_not_take_the_place_of_the_database(regimekit, database):
    before = database.read_bytes()
    run = regimekit("build", "-o", str(database), "--metadata", str(database))
    assert (run.status, database.read_bytes()) == (2, before)
    assert "is the database itself" in said(run)


@pytest.mark.parametrize("made", ["text", "sqlite", "folder"])
def test_build_does_not_overwrite_what_it_did_not_make(regimekit, tmp_path, made):
    file = tmp_path / "mine"
    if made == "folder":
        file.mkdir()
    elif made == "text":
        file.write_text("notes of a year\n")
    else:
        connection = sqlite3.connect(file)
        connection.execute("CREATE TABLE notes (text)")
        connection.close()
    before = None if made == "folder" else file.read_bytes()
    run = regimekit("build", "-o", str(file))
    assert run.status == 2
    assert "is not a database of regimekit and is not overwritten" in said(run)
    assert before is None or file.read_bytes() == before


@pytest.mark.parametrize("target", ["nowhere/r.sqlite", "/dev/null/r.sqlite"])
def test_build_says_where_it_cannot_write(regimekit, target, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = regimekit("build", "-o", target)
    assert (run.status, said(run).count("\n")) == (2, 1)
    assert "cannot be written" in said(run)


# sql


def test_sql_without_a_statement_lists_the_tables(regimekit):
    tables = {row["table"] for row in json.loads(regimekit("sql", "-f", "json").out)}
    assert {"dossiers", "estimates", "findings", "files", "meta"} <= tables
    assert not any(name.startswith(("search", "sqlite")) for name in tables)


ROWS = "select slug, 1.5 as half, null as missing, x'00ff' as bytes from dossiers order by slug"


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
def test_sql_answers_in_each_format(regimekit, format):
    run = regimekit("sql", ROWS, "--format", format)
    assert (run.status, said(run)) == (0, "")
    if format == "json":
        assert json.loads(run.out)[0] == {
            "slug": "north-vale-lind",
            "half": 1.5,
            "missing": None,
            "bytes": "x'00ff'",
        }
    elif format == "csv":
        rows = list(csv.reader(io.StringIO(run.out)))
        assert rows[:2] == [["slug", "half", "missing", "bytes"], ["north-vale-lind", "1.5", "", "x'00ff'"]]
    elif format == "md":
        assert run.out.splitlines()[2] == "| north-vale-lind | 1.5 |  | x'00ff' |"
    else:
        assert run.out.splitlines()[2].split() == ["north-vale-lind", "1.5", "x'00ff'"]


def test_no_cell_of_csv_is_a_formula(regimekit):
    out = regimekit("sql", "select '=1+1' as a, '@SUM(A1)' as b", "-f", "csv").out
    assert not any(cell.startswith(("=", "@")) for row in csv.reader(io.StringIO(out)) for cell in row)


@pytest.mark.parametrize(("format", "out"), [("table", ""), ("json", "[]\n"), ("csv", "slug\n")])
def test_no_row_is_said_on_stderr(regimekit, format, out):
    run = regimekit("sql", "select slug from dossiers where 0", "-f", format)
    assert (run.status, run.out.replace("\r\n", "\n"), said(run)) == (0, out, "No row answers.\n")


def test_a_statement_is_read_from_stdin(regimekit, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("select count(*) as n\nfrom dossiers -- how many\n"))
    assert json.loads(regimekit("sql", "-", "-f", "json").out) == [{"n": 2}]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("", "there is no statement to ask"),
        (" \n", "there is no statement to ask"),
        ("/* nothing */", "the statement asks for nothing"),
        ("select 1; select 2", "one statement"),
        ("select nobody from people", "no such column: nobody"),
        ("select", "incomplete input"),
        ("drop table people", "open for reading only"),
        ("pragma user_version = 9", "open for reading only"),
        ("attach 'x.db' as x", "open for reading only"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(regimekit, statement, reason):
    run = regimekit("sql", statement)
    assert (run.status, run.out, said(run).count("\n")) == (2, "", 1)
    assert reason in said(run)


def test_a_database_that_is_named_needs_no_dossiers(regimekit, database):
    run = regimekit("sql", "select count(*) as n from people", "--database", str(database), "-f", "json")
    assert (run.status, run.err) == (0, "")
    assert json.loads(run.out)[0]["n"] > 0


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        ("missing", "no such file"),
        ("text", "is not a database of regimekit"),
        ("foreign", "is not a database of regimekit"),
        ("other version", "was made by another version of regimekit"),
    ],
)
def test_a_database_that_cannot_be_asked_is_refused(regimekit, database, tmp_path, made, reason):
    file = tmp_path / "asked"
    if made == "text":
        file.write_text("# No database\n")
    elif made != "missing":
        shutil.copy(database, file)
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA application_id = 7" if made == "foreign" else "PRAGMA user_version = 99")
        connection.close()
    run = regimekit("sql", "select 1", "--database", str(file))
    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert reason in run.err


# search


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
def test_search_answers_in_each_format(regimekit, format):
    run = regimekit("search", "harbour", "strike", "--section", "Key Events", "--format", format)
    assert (run.status, said(run)) == (0, "")
    place = "northern/north-vale-lind.md"
    if format == "json":
        hit, *others = json.loads(run.out)
        assert [other["line"] for other in others] == [37, 43]
        assert (hit["path"], hit["line"], hit["section"]) == (place, 36, "key_events")
        assert [hit["text"][first:last] for first, last in hit["hits"]] == ["Harbour", "Strike"]
    elif format == "csv":
        rows = list(csv.DictReader(io.StringIO(run.out)))
        assert [(row["path"], row["line"]) for row in rows] == [(place, "36"), (place, "37"), (place, "43")]
    elif format == "md":
        assert run.out.splitlines()[2].startswith(f"| {place}:36 |")
    else:
        assert run.out.startswith(f"{place}:36  ")
        assert "»Harbour« »Strike«" in run.out


def test_accents_and_case_do_not_count(regimekit):
    found = [json.loads(regimekit("search", word, "-f", "json").out) for word in ("emile", "ÉMILE", "Émile")]
    assert found[0]
    assert found[0] == found[1] == found[2]


def test_search_is_narrowed_to_dossiers_and_sections(regimekit):
    def paths(*options):
        return {hit["path"] for hit in json.loads(regimekit("search", "the", *options, "-f", "json").out)}

    assert len(paths()) == 2
    assert paths("--regime", "lind") == {"northern/north-vale-lind.md"}
    assert paths("--regime", "lind", "--regime", "okoro") == paths()


def test_limit_leaves_out_and_says_so(regimekit):
    run = regimekit("search", "the", "-n", "1", "-f", "json")
    assert len({(hit["path"], hit["heading"]) for hit in json.loads(run.out)}) == 1
    assert re.fullmatch(r"The best 1 of \d+ sections; --limit shows more\.\n", said(run))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["§§", "…"], "there is no word to look for"),
        (['"no end'], "the quotation mark is not closed"),
        (["strike", "AND"], "something is missing at its end"),
        (["lind", "--regime", "nobody"], 'no dossier is named "nobody"'),
        (["lind", "--section", "nothing"], '"nothing" is no section'),
        (["lind", "--limit", "0"], "--limit"),
        ([], "QUERY"),
    ],
)
def test_what_cannot_be_searched_is_refused_in_one_sentence(regimekit, arguments, reason):
    run = regimekit("search", *arguments)
    assert (run.status, run.out, said(run).count("\n")) == (2, "", 1)
    assert reason in said(run)


# screens


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize("arguments", [["search", "lind"], ["sql", "select name, text from people"]], ids=" ".join)
def test_screens_keep_to_the_terminal(regimekit, arguments, columns):
    out = regimekit(*arguments, COLUMNS=str(columns)).out
    assert out
    assert max(map(len, out.splitlines())) <= columns


def test_rows_in_a_pipe_are_not_broken(regimekit):
    wide = "select slug, printf('%.*c', 250, 'x') as long from dossiers"
    assert len(regimekit("sql", wide, COLUMNS="").out.splitlines()) == 4


@pytest.mark.parametrize("format", ["table", "csv", "md", "json"])
@pytest.mark.parametrize(
    "arguments",
    [["sql", "select * from people"], ["sql", "select text, title from sections"], ["search", "the OR osk OR mire"]],
    ids=" ".join,
)
def test_nothing_is_sent_that_a_terminal_obeys(regimekit, arguments, format):
    run = regimekit(*arguments, "--format", format, "--data", str(HOSTILE))
    assert (run.status, bool(run.out)) == (0, True)
    assert not OBEYED.search(run.out + run.err)


def test_names_and_columns_are_no_markup_and_obeyed_by_nothing(regimekit):
    run = regimekit("sql", "select '[/x] ' || char(27) || '[2J' as \"[bold]\x1b[31m\"")
    assert "[/x]" in run.out
    assert "[bold]" in run.out
    assert not OBEYED.search(run.out + run.err)


def test_marks_of_the_search_that_stand_in_a_dossier_are_no_hits(regimekit, folder):
    from regimekit.model.hit import END, START

    with (folder / "northern" / "north-vale-lind.md").open("a") as dossier:
        dossier.write(f"\n- a {START}feigned{END} mark, {START} open, quillon\n")
    run = regimekit("search", "quillon", "--data", str(folder), "-f", "json")
    assert run.status == 0
    (hit,) = json.loads(run.out)
    assert START not in run.out + regimekit("search", "quillon", "--data", str(folder)).out
    assert [hit["text"][first:last] for first, last in hit["hits"]] == ["quillon"]


# the cache


COMMANDS = [["search", "lind"], ["sql", "select slug from dossiers"], ["show", "lind"], ["figures"]]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_commands_keep_what_they_read_and_say_the_same_without(regimekit, cache, arguments):
    first = regimekit(*arguments)
    assert files_in(cache)
    assert regimekit(*arguments) == first == regimekit("--no-cache", *arguments) == regimekit(*arguments, "--no-cache")


@pytest.mark.parametrize("arguments", [*COMMANDS, ["build", "-o", "r.sqlite"]], ids=" ".join)
@pytest.mark.parametrize("how", ["before", "behind", "variable"])
def test_without_a_cache_no_file_is_kept(regimekit, cache, tmp_path, monkeypatch, arguments, how):
    monkeypatch.chdir(tmp_path)
    if how == "variable":
        run = regimekit(*arguments, REGIMEKIT_NO_CACHE="1")
    else:
        run = regimekit(*(["--no-cache", *arguments] if how == "before" else [*arguments, "--no-cache"]))
    assert run.status == 0
    assert files_in(cache) == []


def test_cache_info_tells_what_is_kept(regimekit, cache):
    regimekit("search", "lind")
    told = json.loads(regimekit("cache", "info", "-f", "json").out)
    assert told["folder"] == str(cache)
    kinds = told["kinds"]
    assert (kinds["dossiers"]["entries"], kinds["databases"]["entries"], kinds["runs"]["entries"]) == (3, 1, 0)
    assert kinds["databases"]["bytes"] == sum(file.stat().st_size for file in files_in(cache / "databases"))
    out = regimekit("cache", "info").out
    assert out.startswith(f"{cache}\n")
    assert re.search(r"^databases for sql and search +1 +\d+\.\d KiB  last used \d{4}-\d\d-\d\d$", out, re.M)


def test_cache_info_of_an_empty_cache(regimekit, cache):
    told = json.loads(regimekit("cache", "info", "-f", "json").out)
    assert {(kind["entries"], kind["bytes"], kind["newest"]) for kind in told["kinds"].values()} == {(0, 0, None)}
    assert not cache.exists()


def test_cache_clear_empties_it_and_nothing_else(regimekit, cache):
    regimekit("search", "lind")
    (cache / "mine.txt").write_text("x")
    run = regimekit("cache", "clear")
    assert (run.status, run.out) == (0, "")
    assert re.fullmatch(r"Removed \d+ entries \(\d+\.\d KiB\) from .*\n", run.err)
    assert "Removed 0 entries (0 B)" in regimekit("cache", "clear").err
    assert (cache / "mine.txt").exists()
    assert regimekit("cache", "clear", "--quiet").err == ""
    assert regimekit("search", "lind").out


def test_cache_alone_says_what_is_missing(regimekit):
    run = regimekit("cache")
    assert (run.status, run.out, run.err) == (2, "", "regimekit: Missing command; see regimekit cache --help\n")


@pytest.mark.parametrize("damage", ["empty", "cut", "letters", "another table"])
@pytest.mark.parametrize("arguments", COMMANDS[:2], ids=" ".join)
def test_a_damaged_database_in_the_cache_is_made_anew(regimekit, cache, arguments, damage):
    before = regimekit(*arguments)
    (kept,) = files_in(cache / "databases")
    whole = kept.read_bytes()
    if damage == "another table":
        kept.unlink()
        connection = sqlite3.connect(kept)
        connection.execute("CREATE TABLE dossiers (slug)")
        connection.close()
    else:
        kept.write_bytes({"empty": b"", "cut": whole[: len(whole) // 2], "letters": b"no database " * 999}[damage])
    assert regimekit(*arguments) == before
    assert regimekit(*arguments) == before


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("folder", ["is a file", "may not be written"])
def test_a_cache_that_cannot_be_written_is_done_without(regimekit, tmp_path, arguments, folder):
    before = regimekit(*arguments)
    if folder == "is a file":
        (tmp_path / "other").write_text("")
    else:
        (tmp_path / "other").mkdir(mode=0o500)
    assert regimekit(*arguments, XDG_CACHE_HOME=str(tmp_path / "other")) == before


def test_a_database_in_the_cache_that_may_not_be_changed_answers_nothing_out_of_date(regimekit, cache, folder):
    asked = ["sql", "select slug from dossiers", "-f", "csv", "--data", str(folder)]
    assert "port-sarn-okoro" in regimekit(*asked).out
    (kept,) = files_in(cache / "databases")
    kept.chmod(0o400)
    kept.parent.chmod(0o500)
    (folder / "southern" / "port-sarn-okoro.md").unlink()
    run = regimekit(*asked)
    kept.parent.chmod(0o700)
    assert (run.status, run.out.split()) == (0, ["slug", "north-vale-lind"])


def test_a_database_in_the_cache_is_young_as_long_as_it_is_used_and_for_its_owner_alone(regimekit, cache):
    regimekit("search", "lind")
    (kept,) = files_in(cache / "databases")
    os.utime(kept, (0, 0))
    regimekit("search", "lind")
    assert kept.stat().st_mtime > 0
    if os.name != "nt":
        assert kept.parent.stat().st_mode & 0o077 == 0


# interrupted


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_ends_a_question_that_has_no_end(database):
    process = subprocess.Popen(
        [sys.executable, "-m", "regimekit", "sql", ENDLESS, "--database", str(database)],
        cwd=Path(__file__).parent.parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        time.sleep(2)  # until SQLite is at work; sooner the interrupt would end it all the same
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
