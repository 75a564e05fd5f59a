"""SQLite itself lets a question do nothing but read."""

import shutil
import sqlite3

import pytest

from regimekit.model import Dossier
from regimekit.storage.database import Database
from regimekit.storage.querying import QueryError, answer


@pytest.fixture
def file(tmp_path, vale):
    database = Database(tmp_path / "r.sqlite", new=True)
    database.put(vale.path, "k", vale)
    database.put("b.md", "l", Dossier("b.md", "b", "B", ""))
    database.commit()
    database.close()
    return tmp_path / "r.sqlite"


def ask(file, statement):
    with answer(file, statement) as found:
        return found.columns, list(found.rows)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT title FROM dossiers",
        "WITH a AS (SELECT slug FROM dossiers) SELECT * FROM a",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5) SELECT sum(x) FROM n",
        "VALUES (1, 2)",
        "SELECT e.value FROM dossiers, json_each(confidence_levels) AS e",
        "SELECT section, sections.title FROM sections JOIN search ON search.rowid = sections.id WHERE search MATCH 'troops'",
        "PRAGMA table_info(people)",
        "PRAGMA user_version",
        "SELECT name FROM pragma_table_info('people')",
        "EXPLAIN QUERY PLAN SELECT * FROM people",
        "SELECT count(*) FROM sqlite_schema",
    ],
)
def test_reading_is_allowed(file, statement):
    assert ask(file, statement)[1]


WRITING = [
    "DELETE FROM people",
    "UPDATE people SET name = 'x'",
    "INSERT INTO tags (dossier_id, line, last_line, name) VALUES (1, 1, 1, 'x')",
    "REPLACE INTO meta VALUES ('a', 'b')",
    "WITH a AS (SELECT 1) DELETE FROM people",
    "DELETE FROM people RETURNING *",
    "DROP TABLE people",
    "ALTER TABLE people ADD COLUMN x",
    "CREATE TABLE x (a)",
    "CREATE TEMP TABLE x (a)",
    "CREATE TEMP VIEW v AS SELECT 1",
    "CREATE VIRTUAL TABLE v USING fts5 (a)",
    "CREATE INDEX i ON people (fate)",
    "ATTACH '{0}/other.db' AS other",
    "VACUUM",
    "VACUUM INTO '{0}/copy.db'",
    "REINDEX",
    "ANALYZE",
    "PRAGMA user_version = 7",
    "PRAGMA user_version(7)",
    "PRAGMA journal_mode = WAL",
    "PRAGMA query_only = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA wal_checkpoint",
    "PRAGMA optimize",
    "UPDATE sqlite_master SET sql = ''",
    "DELETE FROM sqlite_master",
    "INSERT INTO search (search) VALUES ('rebuild')",
    "SELECT load_extension('x')",
    "SELECT writefile('{0}/x', 'y')",
    "BEGIN",
    "COMMIT",
]


@pytest.mark.parametrize("statement", WRITING)
def test_anything_else_is_refused_and_leaves_no_byte_changed(file, statement, tmp_path):
    before, names = file.read_bytes(), sorted(entry.name for entry in tmp_path.iterdir())
    with pytest.raises(QueryError):
        ask(file, statement.format(tmp_path))
    assert file.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == names


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("SELECT 1; DROP TABLE people", "one statement"),
        ("SELECT shoe FROM people", "no such column: shoe"),
        ("SELECT * FROM nowhere", "no such table: nowhere"),
        ("tell me", "syntax error"),
        ("-- a remark", "asks for nothing"),
        ("SELECT '\udcff'", "not text in UTF-8"),
        ("SELECT * FROM search WHERE search MATCH '\"'", "unterminated string"),
        ("SELECT abs(-9223372036854775808)", "overflow"),
    ],
)
def test_what_is_wrong_with_a_statement_is_said(file, statement, said):
    with pytest.raises(QueryError, match=said):
        ask(file, statement)


def test_columns_have_their_names_and_values_their_types(file):
    columns, rows = ask(
        file,
        "SELECT low, high AS top, as_written, attribution FROM (SELECT *, NULL AS attribution FROM estimates) LIMIT 1",
    )
    assert columns == ("low", "top", "as_written", "attribution")
    assert rows == [(12000, 18000, "12,000-18,000", None)]


def test_a_question_that_never_ends_can_be_interrupted(file, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("regimekit.storage.querying._breathe", interrupted)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
    with pytest.raises(KeyboardInterrupt):
        ask(file, endless)


def test_a_database_that_may_not_be_written_is_read(file, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    shutil.copy(file, closed / "r.sqlite")
    (closed / "r.sqlite").chmod(0o400)
    closed.chmod(0o500)
    assert ask(closed / "r.sqlite", "SELECT count(*) FROM dossiers")[1] == [(2,)]
    closed.chmod(0o700)


def test_others_may_read_while_somebody_writes(file):
    writing = Database(file, new=False)
    try:
        writing.remove("b.md")
        assert ask(file, "SELECT count(*) FROM dossiers")[1] == [(2,)]
        writing.commit()
        assert ask(file, "SELECT count(*) FROM dossiers")[1] == [(1,)]
    finally:
        writing.close()
    assert sqlite3.connect(file).execute("PRAGMA foreign_key_check").fetchall() == []
