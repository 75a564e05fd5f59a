"""What a figure is the total of."""

from __future__ import annotations

import re

from regimekit.analysis.names import fold
from regimekit.linting.context import Context
from regimekit.linting.lists import cells_of
from regimekit.model import Estimate

# words of labels and headings that name no thing of their own
_GENERIC = frozenset(
    """death deaths dead toll tolls died killed killings victims casualties fatalities losses loss cost human
    lives number numbers figures figure estimate estimates estimated scholarly official total totals overall
    scale count counts summary approximate breakdown categories category by of the a an in and or for from
    during under era period regime years campaign operation system case its their s all people persons
    executed executions disappeared disappearances""".split()
)
_HARM = re.compile(
    r"\b(?:deaths?|dead|died|killed|killings|victims|fatalities|casualties|tolls?|executions|disappeared)\b", re.I
)
_LONGEST_LABEL = 60  # characters before a colon; more is a sentence


def subject(estimate: Estimate, context: Context) -> frozenset[str] | None:
    """The words that name the thing of which a figure is the total; None where it is a part, or of no named thing.

    "Deportation deaths: ~390,000" is of {deportation}, and so is "Death toll:
    530,000" below the heading "The Deportations (1930-1933)".
    """
    label = _label(estimate)
    if label is None or not _HARM.search(f"{label} {estimate.caption or ''}"):
        return None
    words = _words(label)
    if words:
        return words if _HARM.search(label) else None
    heading = context.heading_title(estimate.span.first)
    return _words(heading) or None


def _label(estimate: Estimate) -> str | None:
    """What stands before the figure as its label."""
    before = estimate.text.partition(estimate.quantity.verbatim)[0]
    cells = cells_of(estimate)
    if len(cells) > 1:
        return cells[0] if len(before) > len(cells[0]) else None
    label, colon, between = before.partition(":")
    if not colon or len(label) > _LONGEST_LABEL or re.search(r"\w", between):
        return None
    return label


def _words(text: str) -> frozenset[str]:
    plain = re.sub(r"\([^()]*\)|\d[\d\s–-]*s?\b", " ", text)
    return frozenset(_stem(word) for word in fold(plain).split() if word not in _GENERIC)


def _stem(word: str) -> str:
    """Singular and plural are one."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
