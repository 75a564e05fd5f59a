"""Questions to a database in SQL, which SQLite itself lets do nothing but read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from regimekit.storage.connection import connection_to

#: Pragmas that tell something and change nothing, where they are given no value or the name of a table.
_TELLING = frozenset(
    "application_id compile_options database_list encoding foreign_key_list freelist_count function_list index_info"
    " index_list index_xinfo journal_mode page_count page_size pragma_list schema_version table_info table_list"
    " table_xinfo user_version foreign_key_check integrity_check quick_check data_version".split()
)
_OF_A_NAME = frozenset(
    "foreign_key_list index_info index_list index_xinfo table_info table_xinfo foreign_key_check integrity_check"
    " quick_check table_list".split()
)
# SQLite's functions that reach beyond the database
_BEYOND = frozenset(("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"))
_READING = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_TRANSACTION))
_DECLARED = frozenset(("type", "name", "tbl_name", "rootpage", "sql"))
_OFTEN = 10_000  # steps of SQLite's machine between two chances to be interrupted


class QueryError(Exception):
    """A statement that SQLite does not carry out, with its reason."""


class Answer(msgspec.Struct):
    """The names of the columns, and the rows, fetched as they are taken."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]


@contextmanager
def answer(file: Path, statement: str) -> Iterator[Answer]:
    """Ask one statement; raises QueryError where it is none, asks for more than reading, or fails."""
    with reading(file) as connection, _explained():
        cursor = connection.execute(statement)
        if cursor.description is None:
            raise QueryError("the statement asks for nothing; write a select")
        yield Answer(tuple(column[0] for column in cursor.description), _fetched(cursor))


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection on which SQLite refuses whatever is not reading; it can be interrupted."""
    with connection_to(file) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_allowed)
        connection.set_progress_handler(_breathe, _OFTEN)
        try:
            yield connection
        except (QueryError, sqlite3.OperationalError) as problem:
            if _is_interrupt(problem) or _is_interrupt(problem.__context__):
                raise KeyboardInterrupt from None
            raise


def _breathe() -> int:
    """Nothing, in Python: its interpreter looks for signals while it runs, and not while SQLite does.

    Ctrl-C is then raised in here, as early as on the way in, and SQLite stops for it.
    """
    return 0


def _is_interrupt(problem: BaseException | None) -> bool:
    return getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def _fetched(cursor: sqlite3.Cursor) -> Iterator[tuple[object, ...]]:
    with _explained():
        yield from cursor


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning) as problem:  # a Warning is what some versions raise for two statements
        reason = str(problem)
        if reason == "not authorized":
            reason = "not authorized: the database is open for reading only"
        raise QueryError(reason) from None
    except UnicodeEncodeError:
        raise QueryError("the statement is not text in UTF-8") from None


def _allowed(action: int, first: str | None, second: str | None, *_: object) -> int:
    """SQLite asks this of each thing that a statement would do, before it does any of them."""
    if action in _READING:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master" and second in _DECLARED:
        return sqlite3.SQLITE_OK  # how a virtual table declares its columns; the file itself is open for reading only
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if (second or "").lower() in _BEYOND else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA:
        name = (first or "").lower()
        tells = name in _TELLING and (second is None or name in _OF_A_NAME)
        return sqlite3.SQLITE_OK if tells else sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_DENY
