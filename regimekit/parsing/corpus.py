"""A folder → Corpus: every Markdown file below it, read or set aside as a page."""

from __future__ import annotations

from pathlib import Path

import msgspec

from regimekit.model.corpus import Corpus
from regimekit.model.dossier import Dossier
from regimekit.model.finding import Finding
from regimekit.model.span import Span
from regimekit.parsing.dossier import read_dossier
from regimekit.parsing.folder import Progress, decode, load_folder
from regimekit.schema import Schema


def read_bytes(data: bytes, path: str, schema: Schema) -> Dossier:
    """Read the bytes of one file; ``path`` is how the corpus names it."""
    text, assumed = decode(data)
    dossier = read_dossier(text, path, schema)
    if assumed is None:
        return dossier
    finding = Finding(
        "RK901", "error", Span(1, 1), f"the file is not UTF-8; it was read as {assumed}", "Save it as UTF-8."
    )
    return msgspec.structs.replace(dossier, findings=(finding, *dossier.findings))


def load_corpus(root: Path, schema: Schema, progress: Progress | None = None) -> Corpus:
    """Read a folder (or one file) whole. Files that cannot be opened become findings."""
    return load_folder(root, lambda data, path: read_bytes(data, path, schema), progress)
