"""Text of a dossier as a terminal may safely show it."""

import re

from regimekit.analysis.harmless import harmless as harmless

_SPACES = re.compile(r"[\s\u2028\u2029]+")
LONGEST_CELL = 2000  # characters; a longer one is no cell that anybody wrote to be read


def one_line(text: str | None) -> str:
    """Harmless, every run of white space a single space; a text too long for a cell is cut, and says so."""
    plain = _SPACES.sub(" ", harmless(text or "")).strip()
    if len(plain) <= LONGEST_CELL:
        return plain
    return f"{plain[:LONGEST_CELL]}… (cut: {len(plain):,} characters)"
