"""Parquet, read back by pyarrow and DuckDB: from the files alone the records can be made again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

import regimekit
from made_dossiers import dossiers
from records_from_rows import dossier_of, rows_of
from regimekit.exporting import to_parquet as module
from regimekit.exporting.to_parquet import to_parquet
from regimekit.model import Dossier, Event, HistoricalDate, Quantity, Span, Statistic
from regimekit.model.tables_cited import TABLES

Read = Callable[[Path], list[dict[str, Any]]]


def written(folder: Path, several: Iterable[Dossier]) -> Path:
    folder.mkdir(exist_ok=True)
    opened = []

    def open_file(name: str) -> Any:
        opened.append((folder / name).open("wb"))
        return opened[-1]

    to_parquet(several, open_file)
    for file in opened:
        file.close()
    return folder


def by_pyarrow(file: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(file).to_pylist()
    return rows


def by_duckdb(file: Path) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        answer = connection.execute("select * from read_parquet(?)", [str(file)])
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def rows_in(folder: Path, read: Read) -> dict[str, list[dict[str, Any]]]:
    """The rows of every file, with a number from the column that holds it exactly and lists as tuples."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES:
        found[table.name] = []
        for row in read(folder / f"{table.name}.parquet"):
            for column in table.columns:
                if column.kind == "number":
                    whole = row.pop(f"{column.name}_whole")
                    row[column.name] = row[column.name] if whole is None else whole
                elif column.kind == "texts":
                    row[column.name] = tuple(row[column.name])
            assert tuple(row) == table.header
            found[table.name].append(row)
    return found


def made_again(folder: Path, read: Read) -> list[Dossier]:
    rows = rows_in(folder, read)
    return [dossier_of(rows, row) for row in rows["dossiers"]]


READERS = pytest.mark.parametrize("read", [by_pyarrow, by_duckdb])


@READERS
def test_the_bundled_dossiers_can_be_made_again(read: Read, tmp_path: Path) -> None:
    corpus = regimekit.load()
    assert made_again(written(tmp_path, corpus.dossiers), read) == list(corpus.dossiers)


@READERS
def test_rows_are_the_same_in_groups_of_any_size(
    read: Read, tmp_path: Path, vale: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GROUP", 3)
    folder = written(tmp_path, [vale] * 5)
    groups = pq.ParquetFile(folder / "dossiers.parquet").metadata
    assert [groups.row_group(place).num_rows for place in range(groups.num_row_groups)] == [3, 2]
    assert rows_in(folder, read) == rows_of(*[vale] * 5)


@settings(max_examples=30)
@given(made=dossiers())
def test_whatever_a_dossier_says_can_be_read_again(made: Dossier, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert made_again(written(tmp_path_factory.mktemp("made"), [made]), by_pyarrow) == [made]


@READERS
def test_a_whole_number_never_goes_through_a_double(read: Read, tmp_path: Path, vale: Dossier) -> None:
    large = Statistic(Span(1, 1), "x", Quantity("x", 2**53 + 1, 2.5, "range", "other"), "x", "other")
    folder = written(tmp_path, [replace(vale, statistics=(large,))])
    (row,) = read(folder / "statistics.parquet")
    assert (row["low_whole"], row["high_whole"], row["high"]) == (9007199254740993, None, 2.5)
    assert rows_in(folder, read)["statistics"][0]["low"] == 9007199254740993


@READERS
def test_a_year_that_the_calendar_lacks_has_its_edtf_and_no_day(read: Read, tmp_path: Path, vale: Dossier) -> None:
    old = HistoricalDate("500 BC", "-0499", None, None, "year")
    last = HistoricalDate("9999", "9999", datetime.date(1, 1, 1), datetime.date.max, "year")
    events = tuple(Event(Span(1, 1), date, "x", "event", "other") for date in (old, last))
    rows = read(written(tmp_path, [replace(vale, events=events)]) / "events.parquet")
    assert [(row["edtf"], row["earliest"], row["latest"]) for row in rows] == [
        ("-0499", None, None),
        ("9999", datetime.date(1, 1, 1), datetime.date(9999, 12, 31)),
    ]


def test_columns_have_their_types_and_say_what_they_mean(tmp_path: Path, vale: Dossier) -> None:
    file = pq.ParquetFile(written(tmp_path, [vale]) / "estimates.parquet")
    schema = file.schema_arrow
    assert schema.metadata[b"comment"].startswith(b"One figure for people harmed")
    types = {name: str(schema.field(name).type) for name in ("measure", "low", "low_whole", "scope_when_earliest")}
    assert types == {"measure": "string", "low": "double", "low_whole": "int64", "scope_when_earliest": "date32[day]"}
    assert schema.field("dossier_id").metadata[b"references"] == b"dossiers.id"
    assert schema.field("scope_when_earliest").metadata[b"comment"].startswith(b"the first day")
    assert not schema.field("id").nullable
    assert schema.field("low").nullable
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    aliases = pq.read_schema(tmp_path / "people.parquet").field("aliases").type
    assert aliases == pyarrow.list_(pyarrow.string())


def test_a_folder_without_dossiers_gives_tables_without_rows(tmp_path: Path) -> None:
    folder = written(tmp_path, [])
    assert {file.stem for file in folder.iterdir()} == {table.name for table in TABLES}
    assert by_duckdb(folder / "events.parquet") == []
