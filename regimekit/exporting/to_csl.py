"""References as CSL-JSON, which Zotero, pandoc and every citation processor read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.references import Form, Reference
from regimekit.exporting.access import access
from regimekit.exporting.to_json import encode
from regimekit.exporting.words import one_line

_TYPES: dict[Form, str] = {
    "article": "article-journal",
    "book": "book",
    "thesis": "thesis",
    "newspaper": "article-newspaper",
    "encyclopedia": "entry-encyclopedia",
    "report": "report",
    "video": "motion_picture",
    "image": "graphic",
    "dataset": "dataset",
    "webpage": "webpage",
    "document": "document",
}


def to_csl(references: Iterable[Reference]) -> bytes:
    """A list of items of CSL 1.0.2, as UTF-8."""
    return encode([_item(reference) for reference in references])


def _item(reference: Reference) -> dict[str, Any]:
    read = access(reference)
    notes = [*reference.notes, *([f"Accessed: {read.said}"] if read and read.said and read.parts else [])]
    item = {
        "id": reference.key,
        "type": _TYPES[reference.form],
        "title": one_line(reference.title),
        "author": [
            {"literal": one_line(author.family)}
            if author.given is None
            else {"family": one_line(author.family), "given": one_line(author.given)}
            for author in reference.authors
        ],
        "container-title": one_line(reference.container),
        "publisher": one_line(reference.publisher or ""),
        "volume": reference.volume,
        "issue": reference.issue,
        "issued": {"date-parts": [list(reference.issued)]} if reference.issued else None,
        "version": reference.version,
        "ISBN": reference.isbn,
        "DOI": reference.doi,
        "URL": one_line(reference.url or ""),
        "accessed": _accessed(reference),
        "keyword": one_line(", ".join((*reference.kinds, *reference.groups))),
        "note": one_line("; ".join(notes)),
        "annote": one_line(f"Cited in: {'; '.join(reference.cited)}" if reference.cited else ""),
    }
    return {name: value for name, value in item.items() if value}


def _accessed(reference: Reference) -> dict[str, Any] | None:
    """The parts that are known, or what is written where there are none."""
    read = access(reference)
    if read is None:
        return None
    if not read.parts:
        return {"literal": read.said}
    return {"date-parts": [list(parts) for parts in read.parts], **({"circa": True} if read.circa else {})}
