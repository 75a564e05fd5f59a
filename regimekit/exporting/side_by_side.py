"""Regimes side by side as JSON, CSV and Markdown."""

from collections.abc import Mapping
from typing import Any

from regimekit.analysis.side_by_side import TOLLS, Column, Row, SideBySide
from regimekit.analysis.traits import Entry
from regimekit.exporting.flatten import flat_estimate
from regimekit.exporting.tables import Row as TableRow
from regimekit.exporting.tables import to_csv, to_markdown
from regimekit.exporting.to_json import encode
from regimekit.model import Estimate

_OWN = ("group", "field", "label")


def write_side_by_side(side: SideBySide, names: Mapping[str, str], format: str) -> str:
    """The comparison as "json", "csv" or "md"; ``names`` are short ones of the paths."""
    if format == "json":
        return encode(_record(side)).decode()
    heads = _heads(side, names)
    rows = [_cells(row, heads) for row in side.rows]
    if format == "csv":
        return to_csv((*_OWN, *(head for pair in heads for head in pair)), rows)
    columns = {"Field": "label", **{head: f"{head} (md)" for head, _ in heads}}
    note = f"\n{TOLLS}\n" if side.has_toll else ""
    return to_markdown(columns, [_markdown_cells(side, row, heads) for row in side.rows]) + note


def _record(side: SideBySide) -> dict[str, Any]:
    """Every entry whole, with the estimates that were read from it."""
    return {
        "dossiers": [{"dossier": column.slug, "path": column.path, "title": column.title} for column in side.columns],
        "rows": [
            {
                "group": row.group,
                "field": row.id,
                "label": row.label,
                "required": row.required,
                "differs": row.differs,
                "cells": [
                    {"dossier": column.slug, "path": column.path, "entries": [_entry(entry) for entry in cell]}
                    for column, cell in zip(side.columns, row.cells, strict=True)
                ],
            }
            for row in side.rows
        ],
        "note": TOLLS if side.has_toll else None,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "text": entry.text,
        "line": entry.line,
        "origin": entry.origin,
        "note": entry.note,
        "parts": [{"text": text, "line": line} for text, line in entry.parts],
        "estimates": [flat_estimate(estimate) for estimate in entry.estimates],
    }


def _heads(side: SideBySide, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The heads of each dossier's two columns, which no other column has."""
    taken = {*_OWN, "Field"}
    heads: list[tuple[str, str]] = []
    for column in side.columns:
        head = names[column.path]
        while taken & {head, f"{head} lines"}:
            head += "_"
        heads.append((head, f"{head} lines"))
        taken |= set(heads[-1])
    return heads


def _cells(row: Row, heads: list[tuple[str, str]]) -> TableRow:
    cells = {"group": row.group, "field": row.id, "label": row.label}
    for (head, lines), cell in zip(heads, row.cells, strict=True):
        cells[head] = "; ".join(map(_said, cell)) or _nothing(row)
        cells[lines] = "; ".join(str(entry.line) for entry in cell if entry.line)
    return cells


def _markdown_cells(side: SideBySide, row: Row, heads: list[tuple[str, str]]) -> TableRow:
    cells = {"label": row.label}
    for column, (head, _), cell in zip(side.columns, heads, row.cells, strict=True):
        cells[f"{head} (md)"] = "; ".join(f"{_said(entry)}{_place(column, entry)}" for entry in cell) or _nothing(row)
    return cells


def _nothing(row: Row) -> str:
    return "missing" if row.group == "sections" and row.required else "not given"


def _place(column: Column, entry: Entry) -> str:
    return f" ({column.path}:{entry.line})" if entry.line else ""


def _said(entry: Entry) -> str:
    before = f"{entry.origin}: " if entry.origin else ""
    parts = f": {', '.join(text for text, _ in entry.parts)}" if entry.parts else ""
    note = f" ({entry.note})" if entry.note else ""
    return f"{before}{entry.text}{parts}{note}{''.join(map(_reading, entry.estimates))}"


def _reading(estimate: Estimate) -> str:
    """What was read from the text: "[deaths, 5,000-6,000, range; Lind (1986)]"."""
    quantity, author = estimate.quantity, estimate.attribution
    whose = "no author given" if author is None else f"{author.name}{f' ({author.year})' if author.year else ''}"
    return f" [{estimate.measure}: {quantity.canonical}, {quantity.qualifier}; {whose}]"
