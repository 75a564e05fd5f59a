"""References as RIS, which reference managers import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regimekit.analysis.authors import Author
from regimekit.analysis.references import Form, Reference
from regimekit.exporting.access import access
from regimekit.exporting.words import one_line

_TYPES: dict[Form, str] = {
    "article": "JOUR",
    "book": "BOOK",
    "thesis": "THES",
    "newspaper": "NEWS",
    "encyclopedia": "ENCYC",
    "report": "RPRT",
    "video": "VIDEO",
    "image": "ART",
    "dataset": "DATA",
    "webpage": "ELEC",
    "document": "GEN",
}


def to_ris(references: Iterable[Reference]) -> str:
    """Lines of a tag and a value that end in CR and LF, a blank one behind each reference."""
    return "".join(f"{_record(reference)}\r\n" for reference in references)


def _record(reference: Reference) -> str:
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _lines(reference) if tag == "ER" or value)


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    read = access(reference)
    yield "TY", _TYPES[reference.form]
    yield "ID", reference.key
    yield "TI", reference.title
    yield from (("AU", _author(author)) for author in reference.authors)
    yield "T2", reference.container or ""
    yield "PB", reference.publisher or ""
    yield "VL", reference.volume or ""
    yield "IS", reference.issue or ""
    yield "PY", f"{reference.issued[0]:04}" if reference.issued else ""
    yield "DA", _date(reference.issued) if len(reference.issued) > 1 else ""
    yield "ET", reference.version or ""
    yield "SN", reference.isbn or ""
    yield "DO", reference.doi or ""
    yield "UR", reference.url or ""
    if read and read.parts:
        behind = read.said or (read.edtf if len(read.parts) > 1 else "")
        yield "Y2", _date(read.parts[0], behind or "")
    elif read:
        yield "N1", f"Accessed: {read.said}"
    yield from (("KW", word) for word in (*reference.kinds, *reference.groups))
    yield from (("N1", note) for note in reference.notes)
    if reference.cited:
        yield "N1", f"Cited in: {'; '.join(reference.cited)}"
    yield "ER", ""


def _date(parts: tuple[int, ...], behind: str = "") -> str:
    """ "2026/01/06", "2026/01//": the slashes stay where a part is unknown; what else is said stands behind them."""
    shown = "/".join([*(f"{part:02}" for part in parts), *[""] * (3 - len(parts))])
    return f"{shown}/{behind}" if behind or len(parts) < 3 else shown


def _author(author: Author) -> str:
    return author.family if author.given is None else f"{author.family}, {author.given}"
