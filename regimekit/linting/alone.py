"""What the rules find in a dossier by looking at it alone."""

from __future__ import annotations

from msgspec.structs import replace

from regimekit.linting.runner import check
from regimekit.linting.settings import Settings
from regimekit.model import Corpus, Dossier
from regimekit.schema import Schema


def with_findings(dossier: Dossier, schema: Schema, settings: Settings) -> Dossier:
    """The dossier with every finding of the rules that need no other, in the place of those met while reading."""
    return replace(dossier, findings=tuple(check(Corpus("", (dossier,)), schema, settings, alone=True)))
