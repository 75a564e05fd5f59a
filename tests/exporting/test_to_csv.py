"""CSV, read back by Python's own reader and by pandas: from the files alone the records can be made again."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

import pandas
import pytest
from hypothesis import given, settings

import regimekit
from made_dossiers import FORMULAS, dossiers
from records_from_rows import dossier_of
from regimekit.exporting.to_csv import cell, to_csv
from regimekit.model import Dossier
from regimekit.model.table import Column
from regimekit.model.tables_cited import TABLES

Files = dict[str, bytes]


class Kept(io.BytesIO):
    """A file that keeps what it holds when it is closed."""

    def __init__(self, files: Files, name: str) -> None:
        super().__init__()
        self._files, self._name = files, name

    def close(self) -> None:
        if not self.closed:
            self._files[self._name] = self.getvalue()
        super().close()


def written(several: Iterable[Dossier]) -> Files:
    files: Files = {}
    opened: list[Kept] = []

    def open_file(name: str) -> Kept:
        opened.append(Kept(files, name))
        return opened[-1]

    to_csv(several, open_file)
    for file in opened:
        file.close()
    return files


def value(text: str, column: Column) -> Any:
    """What a cell says, by the rules that docs/exporting.md gives."""
    if text == "":
        return None
    match column.kind:
        case "text":
            return text.removeprefix("'")
        case "texts":
            return tuple(json.loads(text))
        case "boolean":
            return {"true": True, "false": False}[text]
        case "day":
            return datetime.date.fromisoformat(text)
        case "number":
            return float(text) if "." in text else int(text)
        case _:
            return int(text)


def by_python(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def by_pandas(data: bytes) -> list[list[str]]:
    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, header=None)
    rows: list[list[str]] = frame.to_numpy().tolist()
    return rows


def made_again(files: Files, read: Callable[[bytes], list[list[str]]]) -> list[Dossier]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES:
        head, *cells = read(files[f"{table.name}.csv"])
        assert tuple(head) == table.header
        rows[table.name] = [
            {column.name: value(text, column) for text, column in zip(row, table.columns, strict=True)} for row in cells
        ]
    return [dossier_of(rows, row) for row in rows["dossiers"]]


READERS = pytest.mark.parametrize("read", [by_python, by_pandas])


@READERS
def test_the_bundled_dossiers_can_be_made_again(read: Callable[[bytes], list[list[str]]]) -> None:
    corpus = regimekit.load()
    assert made_again(written(corpus.dossiers), read) == list(corpus.dossiers)


@READERS
def test_dossiers_built_by_hand_can_be_made_again(read: Callable[[bytes], list[list[str]]], vale: Dossier) -> None:
    assert made_again(written([vale, vale]), read) == [vale, vale]


@settings(max_examples=25)
@given(dossiers())
def test_whatever_a_dossier_says_can_be_read_again(made: Dossier) -> None:
    assert made_again(written([made]), by_python) == [made]


@settings(max_examples=40)
@given(dossiers())
def test_pandas_reads_the_same_cells(made: Dossier) -> None:
    for data in written([made]).values():
        assert by_pandas(data) == by_python(data)


TEXT, OPTIONAL = Column("x", "text", "x"), Column("x", "text", "x", True)


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_is_run_and_the_apostrophe_is_told_from_one_in_the_text(text: str) -> None:
    shown = cell(text, TEXT)
    plain_number = text.lstrip("+-").isdigit()
    assert plain_number or shown.strip()[0] not in "=+-@＝"
    assert value(shown, TEXT) == text


def test_no_text_is_not_an_empty_one() -> None:
    assert (cell(None, OPTIONAL), cell("", OPTIONAL)) == ("", "'")


def test_lines_end_as_rfc_4180_has_them_and_marks_are_quoted(vale: Dossier) -> None:
    tags = written([vale])["tags.csv"].decode()
    assert tags == "id,dossier_id,line,last_line,name\r\n1,1,21,21,regime\r\n"
    assert cell(("a,b", "c"), Column("x", "texts", "x")) == '["a,b", "c"]'
