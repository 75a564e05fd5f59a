"""Estimates that were read from the rows of tables: their cells, and the heads of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from regimekit.model import Dossier, Estimate

_DEATHS = re.compile(r"\W*(?:estimated |total )?(?:death tolls?|deaths|dead|killed)\W*", re.I)


def cells_of(estimate: Estimate) -> Sequence[str]:
    """The cells of an estimate that was read from a table row."""
    return [cell.strip() for cell in estimate.text.split(" | ")]


def column_head(estimate: Estimate, dossier: Dossier) -> str:
    """What stands above the figure in the first row of its table; empty outside tables and where that is in doubt."""
    held = [place for place, cell in enumerate(cells_of(estimate)) if estimate.quantity.verbatim in cell]
    lines = _lines(dossier.text)
    first = estimate.span.first - 1
    if len(held) != 1 or len(lines) <= first or not lines[first].lstrip().startswith("|"):
        return ""
    while first and lines[first - 1].lstrip().startswith("|"):
        first -= 1
    head = lines[first].strip().strip("|").split("|")
    return head[held[0]].strip() if held[0] < len(head) else ""


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """The lines of a text; the rows of one dossier are asked for one after the other."""
    return text.split("\n")


def counts_deaths(head: str) -> bool:
    """Whether a column holds nothing but deaths, whatever they were of."""
    return _DEATHS.fullmatch(head) is not None
