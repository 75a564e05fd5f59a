"""An entry as bibliographies need it: its form, who wrote it, where it appeared, and every word that is left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from regimekit.analysis.authors import Author, Citation, citation
from regimekit.analysis.bibliography import Entry, Occurrence
from regimekit.analysis.encyclopedias import is_encyclopedia
from regimekit.analysis.identity import doi, isbn
from regimekit.model import HistoricalDate

Form = Literal[
    "article",
    "book",
    "thesis",
    "newspaper",
    "encyclopedia",
    "report",
    "video",
    "image",
    "dataset",
    "webpage",
    "document",
]


class Reference(msgspec.Struct, frozen=True):
    """One source for a bibliography.

    ``container`` is the journal, newspaper or encyclopedia in which it
    appeared, ``publisher`` who publishes it otherwise; ``issued`` is year, month
    and day as far as they are known; ``kinds`` are its types as written,
    ``groups`` the headings that it stands under; ``notes`` what else its lines
    say; ``cited`` the files that have it, with the footnote there; ``as_listed``
    the title as the dossier lists it, which may begin with the author.
    """

    key: str
    form: Form
    title: str
    authors: tuple[Author, ...] = ()
    container: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    issued: tuple[int, ...] = ()
    version: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    accessed: HistoricalDate | None = None
    accessed_as_written: str | None = None
    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    as_listed: str = ""


def references(entries: Iterable[Entry]) -> tuple[Reference, ...]:
    """A reference for each entry, in their order."""
    return tuple(map(reference, entries))


def reference(entry: Entry) -> Reference:
    """The entry as its first listing describes it; what others say beside that stands in the notes."""
    one, several = entry.first, entry.occurrences
    source = one.source
    parts = citation(source, not one.beside) or Citation((), source.title)
    read = _last_read(several)
    publisher = next((each.source.publisher for each in (one, *several) if each.source.publisher), None)
    form = _form(entry, parts)
    within = form in ("newspaper", "encyclopedia")
    return Reference(
        entry.key,
        form,
        parts.title,
        parts.authors,
        container=parts.journal or (publisher if within else None),
        publisher=None if within else publisher,
        volume=parts.volume,
        issue=parts.issue,
        issued=(parts.year,) if parts.year else (),
        url=next((each.source.url for each in (one, *several) if each.source.url), None),
        doi=next(filter(None, (doi(each.source, each.identifies) for each in (one, *several))), None),
        isbn=next(filter(None, (isbn(each.source, each.identifies) for each in (one, *several))), None),
        accessed=read.source.accessed if read else None,
        accessed_as_written=read.source.accessed_as_written if read else None,
        kinds=_each(each.source.kind for each in (one, *several)),
        groups=_each(each.source.group for each in (one, *several)),
        notes=_notes(entry, parts, publisher, read),
        cited=_cited(several),
        as_listed=source.title,
    )


def _each(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _cited(several: Iterable[Occurrence]) -> tuple[str, ...]:
    """ "northern/vale.md", "coast.md (footnotes 2, 7)": each file once."""
    notes: dict[str, list[str]] = {}
    for one in several:
        notes.setdefault(one.path, []).extend([one.source.footnote] if one.source.footnote else [])
    return tuple(
        f"{path} (footnote{'s' if len(labels) > 1 else ''} {', '.join(labels)})" if labels else path
        for path, labels in notes.items()
    )


def _last_read(several: Iterable[Occurrence]) -> Occurrence | None:
    """The occurrence that was read last; one whose date cannot be read where there is no other."""
    dated = [one for one in several if one.source.accessed_as_written]
    known = [one for one in dated if one.source.accessed and one.source.accessed.latest]
    if known:
        return max(known, key=lambda one: (one.source.accessed.latest, one.path))  # type: ignore[union-attr]
    return dated[0] if dated else None


_THESIS = re.compile(r"\b(?:thesis|dissertation)\b", re.IGNORECASE)
_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
_BY_TYPE: tuple[tuple[str, Form], ...] = (
    ("encyclopedia", "encyclopedia"),
    ("news", "newspaper"),
    ("video", "video"),
    ("image", "image"),
    ("database", "dataset"),
)


def _form(entry: Entry, parts: Citation) -> Form:
    """What the first type says that says anything; a web page or a document where none does."""
    one = entry.first
    source = one.source
    kind = next((each.source.kind for each in (one, *entry.occurrences) if each.source.kind), None) or ""
    types = next((each.source.types for each in (one, *entry.occurrences) if each.source.types), ())
    if parts.journal:
        return "article"
    if _THESIS.search(kind):
        return "thesis"
    if types[:1] == ("book",) or (types[:1] == ("memoir",) and source.url is None):
        return "book"
    if _REPORT.search(kind) and types[:1] != ("news",):
        return "report"
    for type, form in _BY_TYPE:
        if types[:1] == (type,):
            return form
    if not types and is_encyclopedia(source):
        return "encyclopedia"
    return "webpage" if source.url else "document"


def _notes(entry: Entry, parts: Citation, publisher: str | None, read: Occurrence | None) -> tuple[str, ...]:
    one, several = entry.first, entry.occurrences
    notes = [parts.rest, *(remainder(each) for each in several if each.source.listed)]
    titles = _each(each.source.title for each in several if each.source.title not in (one.source.title, parts.title))
    notes += [f"Also cited as: {title}" for title in titles]
    urls = _each(each.source.url for each in several if each.source.url)
    notes += [f"Also at: {url}" for url in urls if url != (one.source.url or urls[0])]
    others = _each(each.source.publisher for each in several if each.source.publisher != publisher)
    notes += [f"Also said to be of: {name}" for name in others]
    written = read.source.accessed_as_written if read else None
    dates = _each(each.source.accessed_as_written for each in several if each.source.accessed_as_written != written)
    notes += [f"Also read: {date}" for date in dates]
    return _each(notes)


_TAKEN = "\0"
_LABELS = re.compile(
    r"\(?(?:\b(?:last )?(?:access(?:ed)?|retrieved|visited|consulted)(?: date)?(?: on)?"
    r"|\b(?:source )?(?:type|kind|category)|\bpublisher|\bpublished by|\b(?:site|website|work|url|link))?"
    r"\s*[:=]?\s*\0\)?",
    re.IGNORECASE,
)
_SIGNS = " \t|-–—:;,."


def remainder(one: Occurrence) -> str | None:
    """The words of its line that are in no field of the source; None where there are none."""
    source = one.source
    text = " ".join(source.text.split())
    known = [source.title, source.url, source.publisher, source.kind, source.accessed_as_written, *one.beside]
    for phrase in sorted({" ".join(phrase.split()) for phrase in known if phrase}, key=lambda phrase: -len(phrase)):
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", _TAKEN, text, count=1)
    parts = [part.replace(_TAKEN, " ").strip(_SIGNS) for part in _LABELS.sub(_TAKEN, text).split(_TAKEN)]
    kept = " … ".join(part for part in parts if any(sign.isalnum() for sign in part))
    return kept or None
