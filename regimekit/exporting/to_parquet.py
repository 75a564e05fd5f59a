"""Dossiers as Parquet, one file a table, written in groups of rows (extra: parquet)."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, BinaryIO

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from regimekit.exporting.stream import OpenFile
from regimekit.model import Dossier
from regimekit.model.table import Column, Numbering, Row, Table, Value
from regimekit.model.tables_cited import TABLES

GROUP = 8192  # rows
WHOLE = "_whole"

_TYPES = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "day": pa.date32(),
    "reference": pa.int64(),
}
_WHOLE_MEANING = "the same number exactly, where it is a whole one: {} rounds beyond 2^53"
_INT64 = range(-(2**63), 2**63)


def to_parquet(dossiers: Iterable[Dossier], open_file: OpenFile) -> None:
    """A file for each table, compressed with zstd; what a column means stands in its metadata."""
    with ExitStack() as writers:
        files = {table.name: _File(table, writers, open_file(f"{table.name}.parquet")) for table in TABLES}
        numbering = Numbering()
        for dossier in dossiers:
            for table, rows in numbering.rows(TABLES, dossier):
                files[table.name].add(rows)
        for file in files.values():
            file.flush()


class _File:
    """Rows on their way to a file, of which a group is kept until it is full."""

    def __init__(self, table: Table, writers: ExitStack, file: BinaryIO) -> None:
        self._columns = table.columns
        self._schema = schema(table)
        self._writer = writers.enter_context(pq.ParquetWriter(file, self._schema, compression="zstd"))
        self._rows: list[Row] = []

    def add(self, rows: list[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= GROUP:
            self.flush()

    def flush(self) -> None:
        """Write what is kept, as groups of GROUP rows at most."""
        if self._rows:
            cells = zip(self._columns, zip(*self._rows, strict=True), strict=True)
            values = [array for column, several in cells for array in _arrays(column, several)]
            self._writer.write_table(pa.table(values, self._schema), GROUP)
            self._rows.clear()


def schema(table: Table) -> pa.Schema:
    """The columns of a table's file, with what they say and refer to; a number has two."""
    fields = []
    for column in table.columns:
        said = {"comment": column.meaning}
        if column.to:
            said["references"] = f"{column.to}.id"
        fields.append(pa.field(column.name, _TYPES[column.kind], column.optional, said))
        if column.kind == "number":
            exact = {"comment": _WHOLE_MEANING.format(column.name)}
            fields.append(pa.field(column.name + WHOLE, pa.int64(), True, exact))
    return pa.schema(fields, {"comment": table.meaning})


def _arrays(column: Column, cells: tuple[Value, ...]) -> Iterator[pa.Array]:
    if column.kind == "text":
        yield pa.array([_encodable(value) for value in cells], pa.string())
    elif column.kind == "texts":
        yield pa.array([[_encodable(one) for one in value] for value in cells], _TYPES["texts"])  # type: ignore[union-attr]
    elif column.kind == "number":
        yield pa.array([None if value is None else float(value) for value in cells], pa.float64())  # type: ignore[arg-type]
        yield pa.array([value if isinstance(value, int) and value in _INT64 else None for value in cells], pa.int64())
    else:
        yield pa.array(cells, _TYPES[column.kind])


def _encodable(value: Any) -> Any:
    """The text without the lone surrogates by which Python keeps the undecodable bytes of a file's name."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
