"""Answers to SQL, in each format."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regimekit.cli.answer import show_rows
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat

if TYPE_CHECKING:
    from regimekit.exporting.listings import Listing
    from regimekit.exporting.tables import Cell

#: Every table with its columns, for those who do not know them yet.
_TABLES = """
SELECT t.name AS "table", (SELECT group_concat(c.name, ', ') FROM pragma_table_info(t.name) AS c) AS columns
FROM sqlite_schema AS t WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'search%' AND t.name NOT LIKE 'sqlite%'
"""


def statement_asked(said: str | None) -> str:
    """The statement on the command line, or on stdin where - stands for it, or one that lists the tables."""
    if said is None:
        return _TABLES
    statement = sys.stdin.read() if said == "-" else said
    if not statement.strip():
        raise RequestError("there is no statement to ask")
    return statement


def asked_of(file: Path, statement: str, format: ListingFormat, given: Globals) -> None:
    """Ask a database one statement and print the answer."""
    from regimekit.storage.querying import QueryError, answer

    try:
        with answer(file, statement) as found:
            columns = _named_apart(found.columns)
            rows = [tuple(map(_cell, row)) for row in found.rows]
    except QueryError as problem:
        raise RequestError(f"SQLite: {problem}") from None

    def listing(several: Sequence[tuple["Cell", ...]]) -> "Listing":
        from regimekit.exporting.listings import Listing

        named = [dict(zip(columns, row, strict=True)) for row in several]
        return Listing(list(named), columns, list(named), {column: column for column in columns})

    def screen(several: Sequence[tuple["Cell", ...]]) -> object:
        from regimekit.rendering.rows_of_sql import rows_screen

        return rows_screen(columns, several)

    show_rows(rows, "No row answers.", format, given, listing, screen)


def _named_apart(columns: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns; one that stands there twice gets a number, so that neither is lost."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return tuple(names)


def _cell(value: object) -> "Cell":
    """A value as a cell; bytes are written as SQL writes them."""
    if value is None or isinstance(value, str | int | float):
        return value
    return f"x'{bytes(value).hex()}'" if isinstance(value, bytes) else str(value)
