"""Sources as JSON and CSV: one record an occurrence, with the key that it is cited by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.bibliography import Entry, Occurrence
from regimekit.analysis.encyclopedias import Share, is_encyclopedia
from regimekit.exporting.listings import Listing
from regimekit.exporting.tables import Row

SOURCE_CELLS = tuple(
    "citation_key dossier path line last_line key title publisher url doi isbn kind types encyclopedia accessed"
    " accessed_edtf footnote group listed text".split()
)
SHARE_CELLS = ("dossier", "path", "encyclopedias", "sources", "percent")


def list_sources(entries: Iterable[Entry]) -> Listing:
    """One record an occurrence; those of one dossier follow each other in the order of the file."""
    several = [(entry, one) for entry in entries for one in entry.occurrences]
    several.sort(key=lambda pair: (pair[1].path, pair[1].source.span))
    records = [_record(*pair) for pair in several]
    rows: list[Row] = [{**record, "types": "; ".join(record["types"])} for record in records]
    return Listing(records, SOURCE_CELLS, rows, {})


def _record(entry: Entry, one: Occurrence) -> dict[str, Any]:
    source, accessed = one.source, one.source.accessed
    return {
        "citation_key": entry.key,
        "dossier": one.slug,
        "path": one.path,
        "line": source.span.first,
        "last_line": source.span.last,
        "key": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "doi": entry.identity.value if entry.identity.kind == "doi" else None,
        "isbn": entry.identity.value if entry.identity.kind == "isbn" else None,
        "kind": source.kind,
        "types": source.types,
        "encyclopedia": is_encyclopedia(source),
        "accessed": source.accessed_as_written,
        "accessed_edtf": accessed.edtf if accessed else None,
        "footnote": source.footnote,
        "group": source.group,
        "listed": source.listed,
        "text": source.text,
    }


def list_shares(shares: Iterable[Share]) -> Listing:
    """One record a dossier, and a last one for all of them, whose dossier is empty."""
    rows: list[Row] = [
        {
            "dossier": one.slug,
            "path": one.path,
            "encyclopedias": one.encyclopedias,
            "sources": one.sources,
            "percent": one.percent,
        }
        for one in shares
    ]
    columns = {"Dossier": "dossier", "Encyclopedias": "encyclopedias", "Sources": "sources", "Percent": "percent"}
    return Listing(rows, SHARE_CELLS, [{**row, "dossier": row["dossier"] or "all, each once"} for row in rows], columns)
