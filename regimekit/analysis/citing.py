"""How a dossier itself is cited."""

from __future__ import annotations

import re

import msgspec

from regimekit.analysis.authors import Author
from regimekit.analysis.edtf import date_parts
from regimekit.analysis.names import fold, stem
from regimekit.analysis.references import Reference
from regimekit.model import Dossier, Stamp

_ADDRESSES = frozenset(("url", "permalink", "canonical url", "link", "address"))
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)


class Cited(msgspec.Struct, frozen=True):
    """A dossier as it is cited: the reference, the sentence, and what is to be cited in its stead.

    ``facts`` are what the sentence says behind author and title.
    """

    reference: Reference
    facts: str
    caution: str

    @property
    def sentence(self) -> str:
        """ "Ana Roe. North Vale Under Ana Lind. Dossier north-vale-lind, created …" """
        who = "; ".join(_said(author) for author in self.reference.authors)
        told = " ".join(f"{part.rstrip('.')}." for part in (who, self.reference.title, self.facts) if part)
        return f"{told} {self.reference.url}" if self.reference.url else told  # a full stop would be taken for its end


def cite(dossier: Dossier, version: str) -> Cited:
    """The dossier with what it says of itself: the authors, address and DOI of its front matter, its stamps.

    ``version`` is that of the toolkit by which it is read. Nothing is made up:
    without an author there is none.
    """
    header = [field for field in dossier.overview if field.header]
    authors = tuple(dict.fromkeys(_author(field.value) for field in header if field.id == "author" and field.value))
    addresses = [field.value for field in header if fold(field.label) in _ADDRESSES and _ADDRESS.fullmatch(field.value)]
    numbers = [match for field in header if fold(field.label) == "doi" if (match := _DOI.fullmatch(field.value))]
    stamp = dossier.updated or dossier.created
    key = "-".join(re.findall("[a-z0-9]+", fold(dossier.slug))) or "dossier"
    facts = [
        f"Dossier {dossier.slug}",
        *([f"created {dossier.created.verbatim}"] if dossier.created else []),
        *([f"last updated {dossier.updated.verbatim}"] if dossier.updated else []),
    ]
    undated = "" if stamp else " without a date"
    said = f"{', '.join(facts)}{undated}. File {dossier.path}, read with regimekit {version}"
    unsigned = "" if authors else ". It names no author"
    name = stem(dossier.slug)
    caution = (
        "A dossier is a tertiary source: cite a figure or a judgement in it after its own author and source,"
        f" which `regimekit estimates {name}`, `regimekit debates {name}` and `regimekit sources {name}` list."
    )
    return Cited(
        Reference(
            key if key[0].isalpha() else f"dossier-{key}",
            "webpage" if addresses else "document",
            dossier.title,
            authors,
            issued=_issued(stamp),
            url=addresses[0] if addresses else None,
            doi=numbers[0]["doi"].casefold() if numbers else None,
            notes=(
                said + unsigned,
                "Tertiary source: cite figures in it after their own authors",
            ),
            as_listed=dossier.title,
        ),
        said + unsigned,
        caution,
    )


def _issued(stamp: Stamp | None) -> tuple[int, ...]:
    return date_parts(stamp.date.edtf) if stamp and stamp.date and stamp.date.relation == "in" else ()


def _author(name: str) -> Author:
    """ "Roe, Ana" says which is the family name, "Ana Roe" does not."""
    family, _, given = name.strip().partition(", ")
    return Author(family, given) if given and "," not in given else Author(name.strip())


def _said(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family
