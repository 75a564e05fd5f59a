"""The relational form of the records: what a table is, and how a record becomes a row.

SQL, CSV, Parquet and data frames are all written from the one list in
``tables``. A row never repeats another table's contents; it refers to it.
"""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Literal

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.model.dossier import Dossier
from regimekit.model.quantity import Number, Quantity

#: "number" is whole or decimal, as it was written; "texts" are several texts in their order.
Kind = Literal["text", "texts", "integer", "number", "boolean", "day", "reference"]
Value = str | tuple[str, ...] | int | float | bool | datetime.date | None
Row = tuple[Value, ...]


class Column(msgspec.Struct, frozen=True):
    """One column: its name (no word of SQL), what kind of values it holds, and what they say.

    A "reference" holds the id of a row of the table ``to``. A column that is
    not ``optional`` has a value in every row.
    """

    name: str
    kind: Kind
    meaning: str
    optional: bool = False
    to: str = ""


class Table(msgspec.Struct, frozen=True):
    """One kind of record.

    ``columns`` are all its columns, "id" and (but for the dossiers themselves)
    "dossier_id" first. ``rows`` makes of a dossier the cells behind those;
    there a reference is the place, counted from 0, of a row of the same
    dossier in the other table.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Dossier], Iterable[Row]]
    label: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


ID = Column("id", "integer", "the row's number")
DOSSIER = Column("dossier_id", "reference", "the dossier it stands in", to="dossiers")


def table(
    name: str, meaning: str, columns: Iterable[Column], rows: Callable[[Dossier], Iterable[Row]], label: str = ""
) -> Table:
    """A table of records that stand in dossiers; ``label`` is the column by which people know a row."""
    return Table(name, meaning, (ID, DOSSIER, *columns), rows, label)


class Numbering:
    """Gives the rows of dossier after dossier their ids, each table from 1 on, or on from those given."""

    def __init__(self, last: Mapping[str, int] | None = None) -> None:
        self._last = dict(last or {})

    def rows(self, tables: Iterable[Table], dossier: Dossier) -> Iterator[tuple[Table, list[Row]]]:
        """The whole rows of a dossier in each table, in the order of the tables."""
        before = dict(self._last)
        own = before.get("dossiers", 0) + 1
        for each in tables:
            first = before.get(each.name, 0) + 1
            cells = list(each.rows(dossier))
            self._last[each.name] = first + len(cells) - 1
            lead: Row = () if each.name == "dossiers" else (own,)
            offset = len(lead) + 1
            shifts = [
                (place - offset, before.get(column.to, 0) + 1)
                for place, column in enumerate(each.columns)
                if column.kind == "reference" and place >= offset
            ]
            if shifts:
                cells = [_shifted(row, shifts) for row in cells]
            yield each, [(id, *lead, *row) for id, row in enumerate(cells, first)]


def _shifted(row: Row, shifts: list[tuple[int, int]]) -> Row:
    cells = list(row)
    for place, shift in shifts:
        local = cells[place]
        if isinstance(local, int):
            cells[place] = local + shift
    return tuple(cells)


LINES = (
    Column("line", "integer", "the first of its lines, counted from 1"),
    Column("last_line", "integer", "the last of its lines"),
)
SECTION = Column("section_id", "reference", "the heading below which it stands", optional=True, to="sections")


def date_columns(name: str, what: str, optional: bool = True, prefix: str | None = None) -> tuple[Column, ...]:
    """The eight columns of a date; ``prefix`` stands before the names of those behind the first."""
    stem = f"{name}_" if prefix is None else prefix
    return (
        Column(name, "text", f"{what}, as written", optional),
        Column(f"{stem}edtf", "text", f"{what}, as EDTF (ISO 8601-2:2019)", optional),
        Column(f"{stem}earliest", "day", "the first day that it can mean; empty where that end is open", True),
        Column(f"{stem}latest", "day", "the last day that it can mean; empty where that end is open", True),
        Column(f"{stem}relation", "text", "in, by, since, until, before or after the date", optional),
        Column(f"{stem}precision", "text", "day, month, season, year, decade or century", optional),
        Column(f"{stem}approximate", "boolean", "whether the text says about", optional),
        Column(f"{stem}uncertain", "boolean", "whether the text doubts the date", optional),
    )


_NO_DATE = (None,) * 8


def date_cells(date: HistoricalDate | None) -> Row:
    if date is None:
        return _NO_DATE
    return (
        date.verbatim,
        date.edtf,
        date.earliest,
        date.latest,
        date.relation,
        date.precision,
        date.approximate,
        date.uncertain,
    )


def quantity_columns(what: str, prefix: str = "", optional: bool = False) -> tuple[Column, ...]:
    """The six columns of an amount."""
    return (
        Column(f"{prefix}as_written", "text", f"{what}, as written", optional),
        Column(f"{prefix}low", "number", "the lower bound; empty where it is unknown or open, never 0 for that", True),
        Column(f"{prefix}high", "number", "the upper bound; empty where it is unknown or open", True),
        Column(f"{prefix}qualifier", "text", "exact, approximate, at least, more than, at most, … or vague", optional),
        Column(f"{prefix}unit", "text", "people, percent or other", optional),
        Column(f"{prefix}magnitude", "number", "of a vague amount the power of ten that it names", True),
    )


_NO_QUANTITY = (None,) * 6


def quantity_cells(quantity: Quantity | None) -> Row:
    if quantity is None:
        return _NO_QUANTITY
    magnitude: Number | None = quantity.magnitude
    return quantity.verbatim, quantity.low, quantity.high, quantity.qualifier, quantity.unit, magnitude


class Places:
    """Where a line and a source's key stand among the rows of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._starts = [section.span.first for section in dossier.sections]
        self._sources: dict[str, int] = {}
        for place, source in enumerate(dossier.sources):
            self._sources.setdefault(source.key, place)

    def section(self, line: int) -> int | None:
        """The section in whose lines a line lies."""
        at = bisect_right(self._starts, line)
        return at - 1 if at else None

    def cited(self, keys: Iterable[Iterable[str]]) -> Iterator[Row]:
        """A row for each citation: the place of the record, the place of the source, its key."""
        return chain.from_iterable(
            ((record, self._sources.get(key), key) for key in several) for record, several in enumerate(keys)
        )
