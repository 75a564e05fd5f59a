"""How many, with the uncertainty that the text gives it."""

from decimal import Decimal
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

_BOUNDS: dict[Qualifier, str] = {
    "exact": "",
    "approximate": "about ",
    "at least": "at least ",
    "more than": "more than ",
    "at most": "at most ",
    "less than": "less than ",
}
_SUFFIXES: dict[Unit, str] = {"people": "", "percent": "%", "other": " units"}
_MAGNITUDES = {1: "several", 10: "dozens", 10**12: "thousands of billions", 10**15: "billions of millions"} | {
    10 ** (exponent + place): word if not place else f"{('', 'tens', 'hundreds')[place]} of {word}"
    for exponent, word in ((3, "thousands"), (6, "millions"), (9, "billions"))
    for place in range(3)
}
_MAGNITUDES[100] = "hundreds"


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

    @property
    def canonical(self) -> str:
        """The quantity in one plain form, which reads as the same quantity: "at least 6,000", "1,500-2,000+"."""
        suffix = _SUFFIXES[self.unit]
        vague = "many" if self.magnitude is None else _MAGNITUDES.get(self.magnitude, "many")
        if self.low is None and self.high is None:
            return vague + suffix
        if self.qualifier in ("range", "open range"):
            if self.low is None or self.high is None:
                ends = (vague, _written(self.high)) if self.low is None else (_written(self.low), vague)
                return f"{ends[0]} to {ends[1]}{suffix}"
            # "3-5,000" would be taken for 3,000-5,000, so the thousands are not grouped there
            high = _written(self.high).replace(",", "") if self.low < 1000 else _written(self.high)
            return f"{_written(self.low)}-{high}{'+' if self.qualifier == 'open range' else ''}{suffix}"
        return f"{_BOUNDS[self.qualifier]}{_written(self.high if self.low is None else self.low)}{suffix}"


def _written(number: Number | None) -> str:
    """Thousands grouped by commas, decimals as they are, no exponent."""
    return f"{number:,}" if isinstance(number, int) else f"{Decimal(str(number)):,f}"
