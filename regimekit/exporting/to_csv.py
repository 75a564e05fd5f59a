"""Dossiers as CSV (RFC 4180), one file a table, from which every value can be read again."""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable

from regimekit.exporting.stream import OpenFile
from regimekit.exporting.words import digits
from regimekit.model import Dossier
from regimekit.model.table import Column, Numbering, Value
from regimekit.model.tables_cited import TABLES

# what a spreadsheet runs, also behind blanks and in the wide letters of East Asian keyboards; a number it only shows
_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def to_csv(dossiers: Iterable[Dossier], open_file: OpenFile) -> None:
    """A file for each table, with a head; rows are written dossier by dossier."""
    writers = {}
    files = []
    for table in TABLES:
        file = io.TextIOWrapper(open_file(f"{table.name}.csv"), "utf-8", "replace", newline="")
        files.append(file)
        writers[table.name] = csv.writer(file)
        writers[table.name].writerow(table.header)
    numbering = Numbering()
    for dossier in dossiers:
        for table, rows in numbering.rows(TABLES, dossier):
            columns = table.columns
            writers[table.name].writerows(
                [cell(value, column) for value, column in zip(row, columns, strict=True)] for row in rows
            )
    for file in files:
        file.flush()
        file.detach()


def cell(value: Value, column: Column) -> str:
    """A value as text: empty where there is none, true or false, a day as in ISO 8601, several texts as JSON.

    A text gets an apostrophe before it where a spreadsheet would run it, where
    it begins with one itself and where it is empty: the first apostrophe of a
    text is never part of it.
    """
    if value is None:
        return ""
    if column.kind == "texts":
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float):
        return digits(value)
    assert isinstance(value, str)
    guarded = not value or value[0] == "'" or (_FORMULA.match(value) and not _NUMBER.fullmatch(value))
    return f"'{value}" if guarded else value
