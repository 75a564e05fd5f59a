"""How many, with the uncertainty that the text gives it."""

from typing import Literal

import msgspec

Number = int | float

Qualifier = Literal[
    "exact",
    "approximate",
    "at least",
    "more than",
    "at most",
    "less than",
    "range",
    "open range",
    "vague",
]
Unit = Literal["people", "percent", "other"]


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """An amount as it is written, and the bounds that a careful reader gives it.

    A missing bound means unknown, never 0; an open bound stays open. ``vague``
    amounts ("tens of thousands") have no bounds at all, only ``magnitude``, the
    power of ten that they name (10000), and never enter arithmetic.
    """

    verbatim: str
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: Unit = "people"
    magnitude: int | None = None

    @property
    def point(self) -> Number | None:
        """The one value that is given, where one is; never the middle of a range."""
        return self.low if self.low == self.high else None
