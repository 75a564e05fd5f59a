"""How a database is opened for reading, and told from any other file; loads none of the tables' definitions."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

#: "RKIT" in the header of the file says that it is ours; the version goes up when the tables change.
APPLICATION = 0x524B4954
VERSION = 1
PATIENCE = 60  # seconds to wait for another process that is writing


class ForeignDatabaseError(Exception):
    """A file stands there that this toolkit did not make, so that it must not be written to."""


def described(file: Path) -> dict[str, str] | None:
    """What the database of a file says of itself; None where it must be made anew.

    Raises ForeignDatabaseError where the file is something else.
    """
    if not file.exists() or file.stat().st_size == 0:
        return None
    with connection_to(file) as connection:
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            raise ForeignDatabaseError from None
        if application != APPLICATION:
            raise ForeignDatabaseError
        with suppress(sqlite3.DatabaseError):  # damaged
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == VERSION:
                return dict(connection.execute("SELECT name, value FROM meta"))
    return None


def files_in(connection: sqlite3.Connection) -> dict[str, str]:
    """What names the contents of each file of a database, by its path."""
    return dict(connection.execute("SELECT path, key FROM files"))


class connection_to:  # noqa: N801 - used as a function
    """A connection that reads only, closed at the end."""

    def __init__(self, file: Path) -> None:
        _recover(file)
        self._connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)

    def __enter__(self) -> sqlite3.Connection:
        return self._connection

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def _recover(file: Path) -> None:
    """Let SQLite take back what a process that was killed left half done: a connection that reads only may not."""
    if not os.path.exists(f"{file}-journal"):
        return
    with suppress(OSError, sqlite3.Error), file.open("rb") as opened:
        if opened.read(72)[68:] == APPLICATION.to_bytes(4, "big"):  # no other file is ever opened for writing
            connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)
            with closing(connection):
                connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def writable(text: str) -> str:
    """A text that can be encoded: bytes of a file's name that are no text are written as their numbers."""
    return text.encode("utf-8", "backslashreplace").decode()
