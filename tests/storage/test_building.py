"""A folder → a database: what stands in it, what a second build does, and what it survives."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from regimekit import bundled, load
from regimekit.cli.databases import check_alone as check
from regimekit.model import Dossier
from regimekit.model.table import Numbering
from regimekit.model.tables_cited import TABLES
from regimekit.schema import load_schema
from regimekit.storage import DossierCache, Library
from regimekit.storage.building import build
from regimekit.storage.connection import ForeignDatabaseError, described
from regimekit.storage.database import Database
from regimekit.storage.querying import answer

FOLDER = Path(__file__).parent.parent / "data" / "folder"
RELATED = Path(__file__).parent.parent / "data" / "related"
FACTS = {"regimekit": "0", "folder": "test"}


@pytest.fixture
def folder(tmp_path):
    """Dossiers that may be changed; none was written just now as far as the clock of the library goes."""
    shutil.copytree(RELATED, tmp_path / "files")
    return tmp_path / "files"


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    monkeypatch.setattr("regimekit.storage.library._TICK", -(10**12))


@pytest.fixture
def built(folder, tmp_path):
    """Builds the database as a new process would; returns what was done and what is to be read."""

    def built(keeps=True, target="regimes.sqlite", facts=FACTS):
        library = Library(folder, DossierCache(root=tmp_path / "cache", keeps=keeps))
        return build(library, tmp_path / target, check, facts), tmp_path / target

    return built


def contents(file):
    """Everything that stands in a database but for the numbers of rows, which depend on the order of builds."""
    with sqlite3.connect(file) as connection:
        found = {}
        for table in TABLES:
            kept = [column.name for column in table.columns if column.kind != "reference" and column.name != "id"]
            own = "id" if table.name == "dossiers" else "dossier_id"
            rows = connection.execute(
                f"SELECT (SELECT path FROM dossiers AS d WHERE d.id = t.{own}), {', '.join('t.' + n for n in kept)}"
                f" FROM {table.name} AS t"
            ).fetchall()
            found[table.name] = sorted(rows, key=repr)
        found["files"] = sorted(connection.execute("SELECT path, key, title, problem FROM files").fetchall())
        found["links"] = sorted(
            connection.execute(
                "SELECT a.path, r.line, r.target, b.path FROM relations r JOIN dossiers a ON a.id = r.dossier_id"
                " LEFT JOIN dossiers b ON b.id = r.target_id"
            ).fetchall(),
            key=repr,
        )
        found["words"] = connection.execute("SELECT count(*) FROM search WHERE search MATCH 'the OR and'").fetchone()
    return found


def sound(file):
    """What SQLite itself finds wrong: damage, references that lead nowhere, an index that says other than the text."""
    with sqlite3.connect(file) as connection:
        faults = [row for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        faults += connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    return faults


def test_the_database_holds_the_rows_of_every_dossier(tmp_path):
    corpus = load(bundled())
    library = Library(bundled(), DossierCache(root=tmp_path / "cache"))
    file = tmp_path / "regimes.sqlite"
    build(library, file, check, FACTS)
    assert sound(file) == []
    numbering = Numbering()
    wanted = {table.name: [] for table in TABLES}
    for dossier in corpus.dossiers:
        for table, rows in numbering.rows(TABLES, check(load_schema(), dossier)):
            wanted[table.name] += rows
    with sqlite3.connect(file) as connection:
        for table in TABLES:
            rows = connection.execute(f"SELECT {', '.join(table.header)} FROM {table.name} ORDER BY id").fetchall()
            kinds = [column.kind for column in table.columns]
            assert rows == [
                tuple(as_stored(kind, cell) for kind, cell in zip(kinds, row, strict=True))
                for row in wanted[table.name]
            ], table.name


def as_stored(kind, cell):
    if kind == "texts":
        return json.dumps(cell, ensure_ascii=False)
    if kind == "day" and cell is not None:
        return cell.isoformat()
    return int(cell) if kind == "boolean" and cell is not None else cell


def test_links_lead_to_the_one_dossier_that_they_mean(built):
    _, file = built()
    with sqlite3.connect(file) as connection:
        links = connection.execute(
            "SELECT r.target, d.slug FROM relations r LEFT JOIN dossiers d ON d.id = r.target_id"
        ).fetchall()
    assert any(slug for _, slug in links)
    assert any(slug is None for _, slug in links)
    assert all(slug is None or target.casefold() == slug.casefold() for target, slug in links)


def test_a_second_build_writes_nothing(built):
    first, file = built()
    before = file.read_bytes()
    assert first.new
    assert (first.left, first.removed) == (0, 0)
    second, _ = built()
    assert (second.new, second.written, second.removed, second.left) == (False, 0, 0, first.written)
    assert file.read_bytes() == before


@pytest.mark.parametrize("keeps", [True, False], ids=["cached", "uncached"])
def test_only_what_has_changed_is_written(built, folder, keeps):
    first, file = built(keeps)
    files = sorted(folder.rglob("*.md"))
    changed, gone, moved = files[0], files[1], files[2]
    changed.write_text(changed.read_text() + "\n## Fall\n- 1999: at least 12 people killed (Roe 2001)\n")
    gone.unlink()
    moved.rename(moved.with_name("moved-elsewhere.md"))
    files[3].touch()
    (folder / "new.md").write_text("# New\n\n## Overview\nx\n\n## Fall\ny\n")
    second, _ = built(keeps)
    assert (second.written, second.removed, second.left) == (3, 2, first.written - 3)
    assert sound(file) == []
    _, fresh = built(keeps, target="fresh.sqlite")
    assert contents(file) == contents(fresh)


def test_with_and_without_a_cache_and_in_processes_the_same_is_written(built, folder):
    for number in range(30):
        shutil.copytree(RELATED, folder / f"copy-{number}")
    assert contents(built(keeps=False, target="one")[1]) == contents(built(target="two")[1])
    assert contents(built(target="three")[1]) == contents(built(target="two")[1])


def test_a_file_that_cannot_be_read_is_told_and_tried_again(built, folder):
    (folder / "lost.md").symlink_to("/proc/self/mem")
    _, file = built()
    with sqlite3.connect(file) as connection:
        ((problem,),) = connection.execute("SELECT problem FROM files WHERE path = 'lost.md'").fetchall()
    assert "cannot be read" in problem
    assert built()[0].written == 0
    (folder / "lost.md").unlink()
    (folder / "lost.md").write_text("# Found\n\n## Overview\nx\n\n## Fall\ny\n")
    assert built()[0].written == 1


def test_a_page_is_a_file_and_no_dossier(built, folder):
    (folder / "README.md").write_text("# About\n")
    _, file = built()
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT dossier_id, title FROM files WHERE path = 'README.md'").fetchall() == [
            (None, "About")
        ]


def test_another_toolkit_or_schema_makes_it_anew(built):
    built()
    assert not built()[0].new
    assert built(facts={**FACTS, "regimekit": "1"})[0].new


def test_a_foreign_file_is_never_written_to(built, tmp_path):
    for name, data in [("text", b"my notes, and more of them than a header takes" * 9), ("short", b"x")]:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ForeignDatabaseError):
            built(target=name)
        assert (tmp_path / name).read_bytes() == data
    with sqlite3.connect(tmp_path / "other") as connection:
        connection.execute("CREATE TABLE mine (a)")
    with pytest.raises(ForeignDatabaseError):
        built(target="other")


def test_a_damaged_database_is_made_anew(built):
    _, file = built()
    data = bytearray(file.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    file.write_bytes(data)
    assert built()[0].new
    assert sound(file) == []


def test_nothing_is_left_where_it_cannot_be_finished(built, tmp_path, monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Database, "resolve_links", full)
    with pytest.raises(sqlite3.OperationalError):
        built()
    assert [entry.name for entry in tmp_path.iterdir() if "sqlite" in entry.name] == []


def test_what_stood_there_stays_where_a_change_cannot_be_finished(built, folder, monkeypatch):
    _, file = built()
    before = contents(file)
    next(folder.rglob("*.md")).write_text("# Other\n\n## Overview\nx\n\n## Fall\ny\n")

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "resolve_links", full)
        with pytest.raises(sqlite3.OperationalError):
            built()
    assert contents(file) == before
    assert sound(file) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of the size of files is POSIX")
def test_a_disk_that_takes_no_more_is_told_and_leaves_nothing(tmp_path):
    import resource

    done = subprocess.run(
        [sys.executable, "-m", "regimekit", "build", str(bundled()), "-o", str(tmp_path / "r.sqlite"), "--no-cache"],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_killed_at_any_moment_a_whole_database_or_none_is_there(folder, tmp_path):
    target = tmp_path / "r.sqlite"
    command = [sys.executable, "-m", "regimekit", "-q", "build", str(folder), "-o", str(target)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    files = sorted(folder.rglob("*.md"))
    for turn in range(10):
        files[turn % len(files)].write_text(files[turn % len(files)].read_text() + f"\n<!-- {turn} -->\n")
        process = subprocess.Popen(command, env=environment)
        time.sleep(0.1 + turn * 0.06)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if target.exists():
            assert sound(target) == []
    assert subprocess.run(command, env=environment).returncode == 0
    assert sound(target) == []
    fresh = tmp_path / "fresh.sqlite"
    build(Library(folder, DossierCache(keeps=False)), fresh, check, FACTS)
    assert contents(target) == contents(fresh)


HALF_DONE = """
import os, sys
from pathlib import Path
from regimekit.storage.database import Database
database = Database(Path(sys.argv[1]), new=False)
database.connection.execute("PRAGMA cache_size = 2")  # pages are written to the file before the end
for path in [row[0] for row in database.connection.execute("SELECT path FROM files")]:
    database.remove(path)
os._exit(9)
"""


def half_done(file):
    """Changes a database as a process does that is killed in the middle."""
    subprocess.run([sys.executable, "-c", HALF_DONE, str(file)], check=False)
    assert file.with_name(file.name + "-journal").exists()


def test_what_a_killed_process_left_half_done_is_taken_back_by_who_comes_next(built):
    _, file = built()
    before = contents(file)
    half_done(file)
    again, _ = built()
    assert (again.new, again.written) == (False, 0)
    assert contents(file) == before
    half_done(file)
    with answer(file, "SELECT count(*) FROM files") as found:
        assert list(found.rows) == [(len(before["files"]),)]
    assert sound(file) == []


def test_a_journal_that_was_left_alone_does_not_reach_a_new_database(built):
    _, file = built()
    half_done(file)
    file.unlink()
    again, _ = built()
    assert again.new
    assert sound(file) == []
    assert not file.with_name(file.name + "-journal").exists()


def test_a_link_to_a_database_stays_a_link(built, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "regimes.sqlite").symlink_to(tmp_path / "elsewhere" / "real.sqlite")
    _, file = built()
    assert file.is_symlink()
    assert sound(tmp_path / "elsewhere" / "real.sqlite") == []


def test_a_database_that_lacks_a_table_is_made_anew(built):
    _, file = built()
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE files")
    assert built()[0].new
    assert sound(file) == []


def test_eight_builds_of_one_database_at_once(folder, tmp_path):
    target = tmp_path / "r.sqlite"
    command = [sys.executable, "-m", "regimekit", "-q", "build", str(folder), "-o", str(target)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for _ in range(2):
        running = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(8)]
        assert [(process.communicate()[1], process.returncode) for process in running] == [("", 0)] * 8
        assert sound(target) == []
        next(folder.rglob("*.md")).write_text("# Other\n\n## Overview\nx\n\n## Fall\ny\n")
    fresh = tmp_path / "fresh.sqlite"
    build(Library(folder, DossierCache(keeps=False)), fresh, check, FACTS)
    assert contents(target) == contents(fresh)
    assert {entry.name for entry in tmp_path.iterdir()} == {"r.sqlite", "fresh.sqlite", "files", "cache"}


def test_numbers_and_names_that_sqlite_cannot_hold(tmp_path, vale):
    odd = os.fsdecode(b"caf\xe9.md")
    huge = replace(vale.estimates[0], quantity=replace(vale.estimates[0].quantity, low=10**30, high=10**400))
    dossier = replace(vale, path=odd, slug=odd[:-3], estimates=(huge, *vale.estimates[1:]))
    database = Database(tmp_path / "r.sqlite", new=True)
    database.put(odd, "k", dossier)
    database.put(vale.path, "l", vale)
    database.commit()
    database.close()
    with sqlite3.connect(tmp_path / "r.sqlite") as connection:
        assert connection.execute("SELECT path FROM dossiers").fetchall() == [("caf\\udce9.md",), (vale.path,)]
        assert connection.execute("SELECT low, high, as_written FROM estimates WHERE id = 1").fetchall() == [
            (1e30, None, "12,000-18,000")
        ]
    assert sound(tmp_path / "r.sqlite") == []


def test_a_dossier_without_anything_can_be_written(tmp_path):
    database = Database(tmp_path / "r.sqlite", new=True)
    database.put("a.md", "k", Dossier("a.md", "a", "A", ""))
    database.commit()
    database.close()
    assert sound(tmp_path / "r.sqlite") == []


def test_a_database_says_what_made_it(built):
    _, file = built()
    assert described(file)["folder"] == "test"
    assert described(file.with_name("none")) is None
