"""References → bibliographies: one format a module, by name in BIBLIOGRAPHY_FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regimekit.analysis.references import Reference
from regimekit.exporting.to_bibtex import to_bibtex
from regimekit.exporting.to_csl import to_csl
from regimekit.exporting.to_ris import to_ris
from regimekit.exporting.to_source_lines import to_source_lines

BIBLIOGRAPHY_FORMATS: dict[str, Callable[[Sequence[Reference]], bytes]] = {
    "bibtex": lambda references: to_bibtex(references).encode(),
    "csl-json": to_csl,
    "ris": lambda references: to_ris(references).encode(),
    "md": lambda references: to_source_lines(references).encode(),
}
