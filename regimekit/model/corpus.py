"""A folder of dossiers."""

import msgspec

from regimekit.model.dossier import Dossier
from regimekit.model.finding import Finding


class Page(msgspec.Struct, frozen=True):
    """A Markdown file of the folder that is no dossier: an index, a README."""

    path: str
    title: str


class Corpus(msgspec.Struct, frozen=True):
    """The dossiers of one folder in the order of their paths, and the other pages beside them."""

    root: str
    dossiers: tuple[Dossier, ...] = ()
    pages: tuple[Page, ...] = ()
    findings: tuple[Finding, ...] = ()
