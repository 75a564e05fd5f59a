"""Rows → data frames of polars and pandas, which are extras and imported when a frame is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from regimekit.model.table import Column, Kind, Row, Value

if TYPE_CHECKING:
    import pandas
    import polars

_PANDAS: dict[Kind, str] = {
    "text": "string",
    "texts": "object",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "day": "datetime64[s]",
    "reference": "Int64",
}


def to_polars(columns: Sequence[Column], rows: Iterable[Row]) -> "polars.DataFrame":
    try:
        import polars
    except ModuleNotFoundError as error:
        raise _missing("polars", error) from None
    types: dict[Kind, type[polars.DataType] | polars.DataType] = {
        "text": polars.String,
        "texts": polars.List(polars.String),
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
        "day": polars.Date,
        "reference": polars.Int64,
    }
    return polars.DataFrame(
        [
            polars.Series(column.name, values, dtype=types[column.kind])
            for column, values in zip(columns, _turned(columns, rows), strict=True)
        ]
    )


def to_pandas(columns: Sequence[Column], rows: Iterable[Row]) -> "pandas.DataFrame":
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise _missing("pandas", error) from None
    return pandas.DataFrame(
        {
            column.name: pandas.Series(values, dtype=_PANDAS[column.kind])
            for column, values in zip(columns, _turned(columns, rows), strict=True)
        }
    )


def _missing(library: str, error: ModuleNotFoundError) -> ModuleNotFoundError:
    """What to install, where the library itself is missing and not something that it needs."""
    if error.name != library:
        return error
    return ModuleNotFoundError(
        f"to_{library}() needs {library}, which is not installed: pip install 'regimekit[{library}]'", name=library
    )


def _turned(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[list[object]]:
    """The values of each column."""
    several = list(rows)
    for place, column in enumerate(columns):
        yield [_cell(column, row[place]) for row in several]


def _cell(column: Column, value: Value) -> object:
    """A value as frames hold it: amounts are binary64, in which every amount that is read (to 10^15) is exact."""
    if isinstance(value, tuple):
        return list(value)
    if column.kind == "number" and isinstance(value, int):
        if value.bit_length() > 53 and (value.bit_length() > 1023 or float(value) != value):
            raise OverflowError(f"{column.name} {value} has no exact place in a frame; to_dicts() gives it whole")
        return float(value)
    return value
