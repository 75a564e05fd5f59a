"""What Datasette is told of a database: what each table and column means, and by which column a row is known."""

from __future__ import annotations

from typing import Any

from regimekit.storage.ddl import NUMBERED, columns

_OF_ALL = (
    "What a folder of dossiers says, record by record, each with the lines on which it stands. Figures overlap and"
    " count different things over different times; nothing here says that two of them may be added up."
)


def metadata(database: str) -> dict[str, Any]:
    """The metadata for a database that is served under this name, which is the file's without its ending."""
    tables: dict[str, Any] = {}
    for table in NUMBERED:
        tables[table.name] = {
            "description": table.meaning,
            "columns": {column.name: column.meaning for column in columns(table)},
        }
        if table.label:  # of itself Datasette finds no other label than "name" or "title"
            tables[table.name]["label_column"] = table.label
    tables["search"] = {"hidden": True}  # the page of "sections" searches by it
    return {"databases": {database: {"description": _OF_ALL, "tables": tables}}}
