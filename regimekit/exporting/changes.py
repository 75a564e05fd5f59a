"""Changes of records as JSON and Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import asdict

from regimekit.analysis.changes_entries import FIGURE, Change, Difference, Entry
from regimekit.analysis.changes_folder import DossierChange
from regimekit.exporting.listings import Listing
from regimekit.exporting.tables import Row
from regimekit.model import Estimate

_COLUMNS = {
    "Dossier": "dossier",
    "Change": "status",
    "Kind": "kind",
    "Record": "name",
    "What": "aspect",
    "Before": "before",
    "After": "after",
    "Became": "term",
    "Line before": "old_place",
    "Line after": "new_place",
}
_COUNTS = {"Dossier": "dossier", "Changed": "changed", "Added": "added", "Removed": "removed", "Kinds": "kinds"}


def list_changes(several: Sequence[DossierChange], collapsed: bool) -> Listing:
    """One record a dossier, with its changes; as Markdown one row a difference.

    ``collapsed`` gives the records of a dossier that is new or gone in JSON only.
    """
    rows = [row for one in several for row in _rows(one, collapsed)]
    return Listing([_record(one) for one in several], tuple(_COLUMNS.values()), rows, _COLUMNS)


def list_counts(several: Sequence[DossierChange]) -> Listing:
    """One record a dossier: how many records changed, were added and removed, by kind."""
    records = [{**_paths(one), **_counts(one), "kinds": _by_kind(one)} for one in several]
    rows: list[Row] = [
        {
            "dossier": one.path,
            **_counts(one),
            "kinds": "; ".join(f"{kind} {sum(counts.values())}" for kind, counts in _by_kind(one).items()),
        }
        for one in several
    ]
    return Listing(records, tuple(_COUNTS.values()), rows, _COUNTS)


def _paths(one: DossierChange) -> dict[str, Any]:
    return {
        "status": one.status,
        "title": one.title,
        "old_path": one.old_path,
        "new_path": one.new_path,
        "renamed": one.is_renamed,
    }


def _counts(one: DossierChange) -> dict[str, int]:
    return {status: one.count(status) for status in ("changed", "added", "removed")}


def _by_kind(one: DossierChange) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for change in one.changes:
        counts = found.setdefault(change.kind, {"changed": 0, "added": 0, "removed": 0})
        counts[change.status] += 1
    return found


def _record(one: DossierChange) -> dict[str, Any]:
    return {**_paths(one), "changes": [_change(change) for change in one.changes]}


def _change(change: Change) -> dict[str, Any]:
    return {
        "status": change.status,
        "kind": change.kind,
        "name": change.entry.name,
        "differences": [_difference(one) for one in change.differences],
        "before": _side(change.before),
        "after": _side(change.after),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {"aspect": one.aspect, "before": one.before, "after": one.after, "term": one.term or None}


def _side(entry: Entry | None) -> dict[str, Any] | None:
    """The record on one side with its lines; a title is its text."""
    if entry is None:
        return None
    record = entry.record
    said = asdict(record) if isinstance(record, msgspec.Struct) else {"text": record}
    said.pop("span", None)
    return {"line": entry.line, "last_line": entry.last, **said}


def _rows(one: DossierChange, collapsed: bool) -> list[Row]:
    moved = {"aspect": "path", "before": one.old_path, "after": one.new_path}
    renamed = _row(one, None, {"status": "renamed", "kind": "dossier", "name": one.title, **moved})
    if one.status == "renamed":
        return [renamed]
    if (one.status in ("added", "removed") and collapsed) or not one.changes:
        kinds = "; ".join(f"{kind} {sum(counts.values())}" for kind, counts in _by_kind(one).items())
        said = {"rewritten": "written otherwise"}.get(one.status, one.status)
        return [_row(one, None, {"status": said, "kind": "dossier", "name": one.title, "aspect": kinds})]
    rows: list[Row] = [renamed] if one.is_renamed else []
    for change in one.changes:
        rows += [_row(one, change, said) for said in _said(change)]
    return rows


def _said(change: Change) -> Iterator[dict[str, Any]]:
    """What changed of a record, aspect by aspect; of a figure range and author together."""
    figures = {"before": _figure(change.before), "after": _figure(change.after)}
    if change.status != "changed":
        yield {"aspect": "figure" if any(figures.values()) else None, **figures}
        return
    told = [_difference(one) for one in change.differences]
    if any(figures.values()):
        whole = [one for one in told if one["aspect"] in FIGURE]
        told = [one for one in told if one not in whole]
        if whole:
            yield {"aspect": "figure", "term": whole[0]["term"], **figures}
    yield from told


def _row(one: DossierChange, change: Change | None, said: dict[str, Any]) -> Row:
    before, after = (change.before, change.after) if change else (None, None)
    cells: dict[str, Any] = {
        "dossier": one.path,
        "status": change.status if change else None,
        "kind": change.kind if change else None,
        "name": _name(change.entry) if change else None,
        "aspect": None,
        "before": None,
        "after": None,
        "term": None,
        "old_place": f"{one.old_path}:{before.line}" if before else None,
        "new_place": f"{one.new_path}:{after.line}" if after else None,
    }
    return cells | said


def _name(entry: Entry) -> str:
    """A figure is named by what it counts, and is never without its author."""
    if not isinstance(entry.record, Estimate):
        return entry.name
    return f"{entry.record.measure.replace('_', ' ')}, {entry.name}: {_figure(entry)}"


def _figure(entry: Entry | None) -> str | None:
    """A figure as written with its author."""
    if entry is None or not isinstance(entry.record, Estimate):
        return None
    author = entry.record.attribution
    by = "no author given" if author is None else " ".join(filter(None, (author.name, str(author.year or ""))))
    return f"{entry.record.quantity.verbatim} ({by})"
