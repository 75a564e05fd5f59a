"""References as BibTeX, with the entry types and fields of biblatex where BibTeX has none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regimekit.analysis.authors import Author
from regimekit.analysis.references import Form, Reference
from regimekit.exporting.access import access
from regimekit.exporting.words import one_line

_TYPES: dict[Form, str] = {
    "article": "article",
    "book": "book",
    "thesis": "thesis",
    "newspaper": "article",
    "encyclopedia": "inreference",
    "report": "report",
    "video": "video",
    "image": "image",
    "dataset": "dataset",
    "webpage": "online",
    "document": "misc",
}
_CONTAINERS: dict[Form, str] = {"encyclopedia": "booktitle"}
_PUBLISHERS: dict[Form, str] = {
    "webpage": "organization",
    "document": "organization",
    "report": "institution",
    "thesis": "institution",
}
# a brace is counted even behind a backslash, so that none may be written as it is
_SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_"} | {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
}
_ESCAPED = str.maketrans(_SPECIAL)
# two of these would be drawn as one other sign: a dash, a quotation mark
_JOINED = re.compile(r"(?<=-)-|(?<=')'|(?<=,),|(?<=<)<|(?<=>)>")
_NOT_IN_ADDRESSES = re.compile(r"[\s{}\\\"<>^`]")


def to_bibtex(references: Iterable[Reference]) -> str:
    """UTF-8 text, a blank line between the entries."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(reference)]
    return f"@{_TYPES[reference.form]}{{{reference.key},\n{''.join(lines)}}}\n"


def _fields(reference: Reference) -> Iterable[tuple[str, str]]:
    read = access(reference)
    notes = [*reference.notes, *([f"Accessed: {read.said}"] if read and read.said else [])]
    fields = {
        "author": " and ".join(map(_author, reference.authors)),
        # the outer braces are the field's; the inner keep the capitals as they are written
        "title": f"{{{escaped(reference.title)}}}",
        _CONTAINERS.get(reference.form, "journal"): escaped(reference.container),
        _PUBLISHERS.get(reference.form, "publisher"): escaped(reference.publisher),
        "volume": escaped(reference.volume),
        "number": escaped(reference.issue),
        "year": f"{reference.issued[0]:04}" if reference.issued else "",
        "date": "-".join(f"{part:02}" for part in reference.issued) if len(reference.issued) > 1 else "",
        "version": escaped(reference.version),
        "isbn": reference.isbn or "",
        "doi": address(reference.doi or ""),
        "url": address(reference.url or ""),
        "urldate": read.edtf if read and read.edtf else "",
        "keywords": escaped(", ".join((*reference.kinds, *reference.groups))),
        "note": escaped("; ".join(notes)),
        "annote": escaped(f"Cited in: {'; '.join(reference.cited)}" if reference.cited else ""),
    }
    return [(name, value) for name, value in fields.items() if value]


def _author(author: Author) -> str:
    if author.given is None:
        return f"{{{escaped(author.family)}}}"
    return f"{escaped(author.family)}, {escaped(author.given)}"


def escaped(text: str | None) -> str:
    """Text as LaTeX reads it: its special signs as commands, on one line, without control characters."""
    return _JOINED.sub(lambda match: f"{{}}{match[0]}", one_line(text).translate(_ESCAPED))


def address(url: str) -> str:
    """An address as it is, for it is read verbatim; what would end the field or the line as %XX."""
    return _NOT_IN_ADDRESSES.sub(lambda match: f"%{ord(match[0]):02X}", one_line(url))
