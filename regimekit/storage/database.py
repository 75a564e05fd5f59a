"""One database: made, filled with dossiers, and asked what it holds of which file."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from regimekit.model.dossier import Dossier
from regimekit.model.table import Numbering, Row, Table
from regimekit.model.tables_cited import TABLES
from regimekit.storage.connection import APPLICATION, PATIENCE, VERSION, writable
from regimekit.storage.ddl import indexes, statements

_LARGEST = 2**63


class Database:
    """A connection that writes. Nothing is seen by others before `commit`, and everything after it."""

    def __init__(self, file: Path, new: bool) -> None:
        self.connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
        self.new = new
        try:
            self.connection.execute("PRAGMA foreign_keys = OFF")  # held by what is written; a test asks SQLite
            if new:
                # nobody else sees the file before it is whole and has its name, so that no journal is needed
                self.connection.execute("PRAGMA journal_mode = OFF")
                self.connection.execute("PRAGMA synchronous = OFF")
                self.connection.execute(f"PRAGMA application_id = {APPLICATION}")
                self.connection.execute(f"PRAGMA user_version = {VERSION}")
            self.connection.execute("BEGIN IMMEDIATE")
            if new:
                for statement in statements():
                    self.connection.execute(statement)
            self._numbering = Numbering({} if new else self._last_ids())
        except BaseException:
            self.connection.close()
            raise

    def _last_ids(self) -> dict[str, int]:
        return {
            table.name: self.connection.execute(f"SELECT coalesce(max(id), 0) FROM {table.name}").fetchone()[0]
            for table in TABLES
        }

    def put(self, path: str, key: str, dossier: Dossier) -> None:
        """Write a dossier, in the place of what stood there under its path."""
        self.remove(path)
        own = 0
        for table, rows in self._numbering.rows(TABLES, dossier):
            self._insert(table, rows)
            own = own or int(str(rows[0][0]))  # the first table is that of the dossiers themselves
        self._file(path, key, dossier=own, title=dossier.title)

    def put_page(self, path: str, key: str, title: str) -> None:
        """Write that a file is no dossier."""
        self.remove(path)
        self._file(path, key, title=title)

    def put_problem(self, path: str, key: str, problem: str) -> None:
        """Write that a file cannot be read."""
        self.remove(path)
        self._file(path, key, problem=problem)

    def remove(self, path: str) -> None:
        """Remove what is there of a file."""
        if self.new:
            return
        (found,) = self.connection.execute("SELECT dossier_id FROM files WHERE path = ?", (writable(path),)).fetchall()[
            :1
        ] or ((None,),)
        self.connection.execute("DELETE FROM files WHERE path = ?", (writable(path),))
        if found is not None and found[0] is not None:
            self.connection.execute("UPDATE relations SET target_id = NULL WHERE target_id = ?", found)
            for table in reversed(TABLES):
                column = "id" if table.name == "dossiers" else "dossier_id"
                self.connection.execute(f"DELETE FROM {table.name} WHERE {column} = ?", found)

    def _file(
        self, path: str, key: str, dossier: int | None = None, title: str | None = None, problem: str | None = None
    ) -> None:
        self.connection.execute(
            "INSERT INTO files (path, key, dossier_id, title, problem) VALUES (?, ?, ?, ?, ?)",
            (writable(path), key, dossier, None if title is None else writable(title), problem),
        )

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            values = list(_values(table, rows))
            statement = _INSERTS[table.name]
            try:
                self.connection.executemany(statement, values)
            except UnicodeEncodeError:
                # ids are those that failed halfway, so whatever was written of them goes first
                self.connection.execute(f"DELETE FROM {table.name} WHERE id >= ?", (values[0][0],))
                self.connection.executemany(statement, [tuple(map(_written, row)) for row in values])

    def resolve_links(self) -> None:
        """Tie each link to the dossier that it leads to, where it leads to just one; capitals do not count."""
        slugs: dict[str, int | None] = {}
        for id, slug in self.connection.execute("SELECT id, slug FROM dossiers"):
            slugs[slug.casefold()] = None if slug.casefold() in slugs else id
        changed = [
            (slugs.get(target.casefold()), id)
            for id, target, known in self.connection.execute("SELECT id, target, target_id FROM relations")
            if slugs.get(target.casefold()) != known
        ]
        self.connection.executemany("UPDATE relations SET target_id = ? WHERE id = ?", changed)

    def describe(self, facts: Mapping[str, str]) -> None:
        """Write what the database says of itself."""
        self.connection.executemany(
            "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
            [(name, writable(value)) for name, value in facts.items()],
        )

    def commit(self) -> None:
        """End what was begun, so that others see it."""
        if self.new:
            for statement in indexes():
                self.connection.execute(statement)
            self.connection.execute("ANALYZE")
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Leave; what was not committed has not happened."""
        self.connection.close()


def _written(value: Any) -> Any:
    return writable(value) if isinstance(value, str) else value


def _texts(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "[]"  # most are empty


def _day(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, datetime.date) else None


def _number(value: Any) -> int | float | None:
    """What SQLite can hold: beyond 64 bits the nearest decimal number, and nothing beyond those."""
    if not isinstance(value, int) or -_LARGEST <= value < _LARGEST:
        return value  # type: ignore[no-any-return]
    try:
        return float(value)
    except OverflowError:
        return None


_CONVERTED: dict[str, Callable[[Any], Any]] = {"texts": _texts, "day": _day, "number": _number}
_CONVERSIONS = {
    table.name: [
        (place, _CONVERTED[column.kind]) for place, column in enumerate(table.columns) if column.kind in _CONVERTED
    ]
    for table in TABLES
}
_INSERTS = {
    table.name: f"INSERT INTO {table.name} ({', '.join(table.header)}) VALUES ({', '.join('?' * len(table.columns))})"
    for table in TABLES
}


def _values(table: Table, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """Rows as SQLite takes them."""
    conversions = _CONVERSIONS[table.name]
    for row in rows:
        cells: list[Any] = list(row)
        for place, convert in conversions:
            cells[place] = convert(cells[place])
        yield tuple(cells)
