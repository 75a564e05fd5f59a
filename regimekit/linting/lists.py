"""Estimates as they stand together: the rows of one table, the items of one list."""

from __future__ import annotations

import re

import msgspec

from regimekit.model import Estimate

_AUTHOR_COLUMN = re.compile(
    r"\b(?:sources?|historians?|scholars?|authors?|researchers?|stud(?:y|ies)|organi[sz]ations?|institutions?|agency"
    r"|attribut\w*|estimat(?:or|ed by)|according to|who says)\b",
    re.IGNORECASE,
)
# words that say how high a figure is, or how it was come by, and not who came to it
_NO_AUTHOR = frozenset(
    """low lower lowest high higher highest upper mid middle medium moderate mean median average conservative
    minimum maximum min max estimate estimates estimated figure figures range bound end total overall other
    others various several common commonly cited popular typical best likely possible central unknown
    unclear disputed number count numbers recent initial early earlier late later independent general some
    most many report reports calculation calculations source sources including excluding without only deaths
    killed dead victims executions""".split()
)
_NAME = re.compile(r"\b[^\W\d_a-z][\w.'’-]*")
_TOLL = re.compile(r"\b(?:estimates?|tolls?|death|deaths|casualties|figures|victims|killed)\b", re.IGNORECASE)


class Group(msgspec.Struct, frozen=True):
    """The estimates of one table or list, by line.

    ``header`` are the cells of the table's head, empty for a list; ``above``
    is the nearest heading and, where there is one, the line that introduces it.
    """

    first: int
    header: tuple[str, ...]
    above: str
    rows: tuple[tuple[int, tuple[Estimate, ...]], ...]

    @property
    def author_column(self) -> int | None:
        """The column of a table that says whose the figures are."""
        return next((place for place, cell in enumerate(self.header) if _AUTHOR_COLUMN.search(cell)), None)

    @property
    def compares_authors(self) -> bool:
        """Whether the figures are those of different authors for one thing."""
        if self.header:
            return self.author_column is not None
        named = {row[0].attribution.name for _, row in self.rows if row[0].attribution}
        return len(named) > 1 and _TOLL.search(self.above) is not None


def author_in(cell: str) -> bool:
    """Whether a cell or label names somebody, and not only how high the figure is ("Upper estimate")."""
    return any(word.casefold() not in _NO_AUTHOR for word in _NAME.findall(cell))
