"""The statistics of a folder as JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import asdict

from regimekit.analysis.coverage import HELD, Cell
from regimekit.analysis.statistics import COUNTS_SAY, Counts, Dated, OfDossier, Statistics, level
from regimekit.analysis.wanted import Task
from regimekit.exporting.tables import Row, to_csv, to_markdown
from regimekit.exporting.to_json import encode

MOST_AGED = 10  # rows of a Markdown page; JSON has all
_FOLDER = ("dossier", "path", "title")


def write_statistics(found: Statistics, tasks: Sequence[Task], format: str) -> str:
    """The statistics as "json", as "csv" (a row for each dossier) or as "md" (a page of tables)."""
    if format == "json":
        return encode(_record(found, tasks)).decode()
    if format == "csv":
        return _csv(found)
    return _markdown(found, tasks)


def _record(found: Statistics, tasks: Sequence[Task]) -> dict[str, Any]:
    return {
        "sections": [asdict(head) for head in found.columns],
        "dossiers": [_dossier(one, found) for one in found.dossiers],
        "total": {"dossiers": len(found.dossiers), "pages": found.pages, **asdict(found.total)},
        "source_types": [{"type": kind, "sources": count} for kind, count in found.source_types],
        "tags": [{"tag": name, "dossiers": count} for name, count in found.tags],
        "confidence": [{"level": name, "dossiers": count} for name, count in found.confidence],
        "topics_rated_low": [_renamed(asdict(topic)) for topic in found.low_topics],
        "oldest_sources": [_dated(one) for one in found.oldest],
        "sources_without_access_date": found.undated_sources,
        "longest_not_updated": [_dated(one) for one in found.stale],
        "dossiers_without_date": found.undated_dossiers,
        "to_write": [_task(task) for task in tasks],
        "note": COUNTS_SAY,
    }


def _dossier(one: OfDossier, found: Statistics) -> dict[str, Any]:
    covered = one.coverage
    return {
        "dossier": covered.slug,
        "path": covered.path,
        "title": covered.title,
        "counts": asdict(one.counts),
        "confidence": {
            "line": one.confidence.line,
            "as_written": one.confidence.verbatim,
            "levels": one.confidence.levels,
            "level": level(one.confidence, found.levels),
        },
        "last_date": _dated(one.dated) if one.dated else None,
        "sections": [asdict(cell) for cell in covered.cells],
        "words_outside_sections": covered.outside,
    }


def _renamed(record: dict[str, Any]) -> dict[str, Any]:
    return {"dossier": record.pop("slug"), "as_written": record.pop("verbatim"), **record}


def _dated(one: Dated) -> dict[str, Any]:
    return {
        "dossier": one.slug,
        "path": one.path,
        "line": one.line,
        "what": one.what,
        "as_written": one.verbatim,
        "edtf": one.date.edtf,
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "kind": task.kind,
        "what": task.what,
        "why": task.why,
        "wanting": task.wanting,
        "places": [{"path": place.path, "line": place.line} for place in task.places],
    }


def _csv(found: Statistics) -> str:
    """A row for each dossier: its counts, then of each section the state and the words."""
    counts = Counts.__struct_fields__
    heads = [(f"section {head.id}", f"section {head.id} words") for head in found.columns]
    columns = (*_FOLDER, *counts, "confidence", "last updated", "created", *(name for pair in heads for name in pair))
    rows: list[Row] = []
    for one in found.dossiers:
        row: dict[str, Any] = {
            **_names(one),
            **asdict(one.counts),
            "confidence": level(one.confidence, found.levels),
            **_stamps(one.dated),
        }
        for (state, words), cell in zip(heads, one.coverage.cells, strict=True):
            row |= {state: cell.state, words: cell.words if cell.state in HELD else None}
        rows.append(row)
    return to_csv(columns, rows)


def _stamps(one: Dated | None) -> dict[str, str | None]:
    """The date under what it is a date of: "last updated", or "created" where no update is dated."""
    return {what: one.date.edtf if one and one.what == what else None for what in ("last updated", "created")}


def _names(one: OfDossier) -> dict[str, str]:
    covered = one.coverage
    return dict(zip(_FOLDER, (covered.slug, covered.path, covered.title), strict=True))


def _markdown(found: Statistics, tasks: Sequence[Task]) -> str:
    """A page: tables below headings."""
    labels = [head.label for head in found.columns]
    titles = {"Dossier": "path"}
    for head in found.columns:
        unique = labels.count(head.label) == 1 and head.label not in titles
        titles[head.label if unique else f"{head.label} ({head.id})"] = f"section {head.id}"
    coverage: list[Row] = [
        {"path": one.coverage.path, **{f"section {cell.id}": _cell(cell) for cell in one.coverage.cells}}
        for one in found.dossiers
    ]
    total: dict[str, int] = {"dossiers": len(found.dossiers), "pages": found.pages, **asdict(found.total)}
    counted = {"Dossier": "path", **{_words(name): name for name in Counts.__struct_fields__}}
    counts: list[Row] = [{"path": one.coverage.path, **asdict(one.counts)} for one in found.dossiers]
    types: list[Row] = [{"type": kind or "no type", "count": count} for kind, count in found.source_types]
    confidence: list[Row] = [
        {
            "path": one.confidence.path,
            "said": one.confidence.verbatim or "not said",
            "line": one.confidence.line,
            "date": f"{one.dated.what} {one.dated.verbatim}" if one.dated else "not said",
        }
        for one in found.dossiers
    ]
    low: list[Row] = [
        {"topic": topic.topic, "said": topic.verbatim, "place": f"{topic.path}:{topic.line}"}
        for topic in found.low_topics
    ]
    parts = [
        ("Coverage", to_markdown(titles, coverage) + "\nWords of each section. " + _LEGEND),
        ("Counts", to_markdown({"Of": "name", "Total": "count"}, _totals(total)) + f"\n{COUNTS_SAY}\n"),
        ("Counts by dossier", to_markdown(counted, counts)),
        ("Sources by type", to_markdown({"Type": "type", "Listed sources": "count"}, types)),
        (
            "Confidence",
            to_markdown(
                {"Dossier": "path", "Overall": "said", "Line": "line", "Date of the dossier": "date"}, confidence
            ),
        ),
        ("Topics rated low", to_markdown({"Topic": "topic", "As written": "said", "Where": "place"}, low)),
        ("Oldest sources", _aged("Source", found.oldest)),
        ("Longest not updated", _aged("Date of", found.stale)),
        ("What to write next", _tasks(tasks)),
    ]
    return "\n".join(f"## {title}\n\n{text}" for title, text in parts)


_LEGEND = (
    "(thin): few words, and few lines with records; missing: required and not there; "
    "joined: in one section with another; -: not there and not required.\n"
)


def _cell(cell: Cell) -> str:
    if cell.state == "absent":
        return "-"
    if cell.state not in HELD or cell.state == "empty":
        return cell.state
    return f"{cell.words:,} (thin)" if cell.state == "thin" else f"{cell.words:,}"


def _words(name: str) -> str:
    text = name.replace("_", " ")
    return text[:1].upper() + text[1:]


def _totals(total: dict[str, int]) -> list[Row]:
    return [{"name": _words(name), "count": count} for name, count in total.items()]


def _aged(what: str, several: Sequence[Dated]) -> str:
    columns = {"As written": "written", "EDTF": "edtf", what: "what", "Where": "place"}
    rows: Iterable[Row] = (
        {"written": one.verbatim, "edtf": one.date.edtf, "what": one.what, "place": f"{one.path}:{one.line}"}
        for one in several[:MOST_AGED]
    )
    left = len(several) - MOST_AGED
    return to_markdown(columns, list(rows)) + (f"\nAnd {left:,} more.\n" if left > 0 else "")


def _tasks(tasks: Sequence[Task]) -> str:
    rows: list[Row] = [
        {
            "kind": task.kind,
            "what": task.what,
            "why": task.why,
            "places": ", ".join(f"{place.path}:{place.line}" for place in task.places),
        }
        for task in tasks
    ]
    return to_markdown({"Kind": "kind", "What": "what", "Why": "why", "Where": "places"}, rows)
