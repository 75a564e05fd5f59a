"""How far figures that count the same agree: within one stratum, and in words that stay defensible.

What is computed and why, and what is not, stands in docs/comparing-estimates.md:
the envelope and the median of central values in log space; never an arithmetic
mean, the middle of an open range, or a sum.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.voices import same_author
from regimekit.model import Number, Quantity

PairRelation = Literal["disjoint", "overlap", "nested", "equal"]
PAIR_RELATIONS: tuple[PairRelation, ...] = ("disjoint", "overlap", "nested", "equal")
ENOUGH = 3  # distinct closed estimates, before a median says anything


class Envelope(msgspec.Struct, frozen=True):
    """The lowest and the highest number that any figure names, in people.

    ``open_low`` and ``open_high`` say that some figure has no bound at that
    end; ``lowest`` and ``highest`` are the places of the first figures that
    name the two numbers. ``fold`` is high divided by low, None where low is 0.
    """

    low: Number
    high: Number
    open_low: bool = False
    open_high: bool = False
    lowest: int = 0
    highest: int = 0

    @property
    def fold(self) -> float | None:
        return self.high / self.low if self.low else None


class Voice(msgspec.Struct, frozen=True):
    """An author, counted once: the places of his rows in the stratum, and his central value."""

    name: str
    rows: tuple[int, ...]
    central: float


class Median(msgspec.Struct, frozen=True):
    """The median of the central values of ``count`` voices, taken in log space, in people."""

    value: float
    count: int


class Side(msgspec.Struct, frozen=True):
    """Some of a stratum's figures taken together: those of officials, those before a year."""

    name: str
    rows: tuple[int, ...]
    envelope: Envelope | None = None
    median: Median | None = None


class Pair(msgspec.Struct, frozen=True):
    """How the ranges of two rows lie to each other; ``one`` and ``other`` are their places in the stratum."""

    one: int
    other: int
    relation: PairRelation


class Agreement(msgspec.Struct, frozen=True):
    """What can be said of a stratum as a whole.

    ``between`` relates the envelopes of the first two sides of ``kinds``
    (official, scholarly) and ``across`` those of ``split`` (before, since),
    None where one of them is empty or has no bounds.
    """

    envelope: Envelope | None
    median: Median | None
    voices: tuple[Voice, ...]
    kinds: tuple[Side, ...] = ()
    between: PairRelation | None = None
    split: tuple[Side, ...] = ()
    across: PairRelation | None = None


def central(quantity: Quantity) -> float | None:
    """The geometric mean of a closed range, or the point itself; None for what is open, vague or 0."""
    low, high = quantity.low, quantity.high
    if low is None or high is None or quantity.qualifier == "open range" or low <= 0 or high <= 0:
        return None
    return math.sqrt(low * high)


def agreement(stratum: Stratum, split: int | None = None) -> Agreement:
    """What can be said of these figures together; ``split`` is the year that divides earlier from later ones."""
    rows = stratum.rows
    places = range(len(rows))
    heard = voices(rows, places)
    official = _side(rows, "official", lambda row: _kind(row) == "official")
    scholarly = _side(rows, "scholarly", lambda row: _kind(row) == "scholar")
    kinds = tuple(side for side in (official, scholarly) if side.rows)
    sides = () if split is None else divided(rows, split)
    return Agreement(
        envelope(rows, places),
        median(heard),
        heard,
        kinds if len(kinds) == 2 else (),
        _between(official, scholarly),
        sides,
        _between(*sides[:2]) if sides else None,
    )


def divided(rows: Sequence[Row], split: int) -> tuple[Side, ...]:
    """The figures made before a year, those made since, and those of which that is not known.

    A caption about an era goes before the year of the work, which may be a later edition.
    """

    def side(row: Row) -> str | None:
        told = row.era.side(split) if row.era else None
        author = row.estimate.attribution
        if told is None and not row.era_in_caption and author is not None and author.year is not None:
            return "before" if author.year < split else "since"
        return told

    return (
        _side(rows, f"before {split}", lambda row: side(row) == "before"),
        _side(rows, f"since {split}", lambda row: side(row) == "since"),
        _side(rows, "year not given", lambda row: side(row) is None),
    )


def envelope(rows: Sequence[Row], places: Sequence[int]) -> Envelope | None:
    """The envelope of all figures with a number at these places; None where there are none."""
    bounded = [(place, rows[place].estimate.quantity) for place in places]
    numbers = [(number, place) for place, one in bounded for number in (one.low, one.high) if number is not None]
    if not numbers:
        return None
    low, lowest = min(numbers)
    high, negative = max((number, -place) for number, place in numbers)
    told = [one for _, one in bounded if one.low is not None or one.high is not None]
    return Envelope(
        low,
        high,
        any(one.low is None for one in told),
        any(one.high is None or one.qualifier == "open range" for one in told),
        lowest,
        -negative,
    )


def voices(rows: Sequence[Row], places: Sequence[int]) -> tuple[Voice, ...]:
    """The distinct closed estimates: each named author once, with his latest figures.

    Figures that sum up others, that count documented cases alone, or that
    nobody is named for, are no voices. Of
    several figures of one author those of the latest work count (an undated
    one is earlier than any other); the central value of several of one year is
    that of the range from the lowest to the highest of them.
    """
    authors: list[list[int]] = []
    for place in places:
        row = rows[place]
        if row.summary or row.documented or central(row.estimate.quantity) is None:
            continue
        known = next((several for several in authors if _same(rows[several[0]], row)), None)
        if known is None:
            authors.append([place])
        else:
            known.append(place)
    return tuple(_voice(rows, several) for several in authors)


def _voice(rows: Sequence[Row], several: list[int]) -> Voice:
    latest = max(_year(rows[place]) for place in several)
    kept = [rows[place].estimate.quantity for place in several if _year(rows[place]) == latest]
    low = min(number for one in kept if (number := one.low) is not None)
    high = max(number for one in kept if (number := one.high) is not None)
    author = rows[several[0]].estimate.attribution
    return Voice(author.name if author else "", tuple(several), math.sqrt(low * high))


def median(voices: Sequence[Voice]) -> Median | None:
    """The median in log space; None for fewer than three voices."""
    if len(voices) < ENOUGH:
        return None
    logs = sorted(math.log(voice.central) for voice in voices)
    middle = len(logs) // 2
    value = logs[middle] if len(logs) % 2 else (logs[middle - 1] + logs[middle]) / 2
    return Median(math.exp(value), len(logs))


def pairs(stratum: Stratum) -> tuple[Pair, ...]:
    """How each two figures lie to each other; vague ones and repetitions are left out."""
    ranges = [
        (place, bounds)
        for place, row in enumerate(stratum.rows)
        if row.repeats is None and (bounds := reach(row.estimate.quantity)) is not None
    ]
    return tuple(Pair(one, other, relation(a, b)) for (one, a), (other, b) in combinations(ranges, 2))


def reach(quantity: Quantity) -> tuple[float, float] | None:
    """The numbers that a figure does not exclude: an open end reaches to 0 or to infinity. None for a vague one.

    "More than 500" and "less than 500" do not hold 500 itself.
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    least: float = 0 if low is None else low
    most: float = math.inf if high is None or quantity.qualifier == "open range" else high
    if quantity.qualifier == "more than":
        least = math.nextafter(least, math.inf)
    elif quantity.qualifier == "less than":
        most = math.nextafter(most, 0)
    return least, most


def relation(one: tuple[float, float], other: tuple[float, float]) -> PairRelation:
    """How two ranges lie to each other; nested is one within the other, ends included.

    Allen's interval relations (1983), reduced to what tells whether two figures can both be true.
    """
    if one == other:
        return "equal"
    if one[1] < other[0] or other[1] < one[0]:
        return "disjoint"
    if (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1]):
        return "nested"
    return "overlap"


def _side(rows: Sequence[Row], name: str, belongs: Callable[[Row], bool]) -> Side:
    places = tuple(place for place, row in enumerate(rows) if belongs(row))
    return Side(name, places, envelope(rows, places), median(voices(rows, places)))


def _between(one: Side, other: Side) -> PairRelation | None:
    a, b = one.envelope, other.envelope
    return relation(_reach(a), _reach(b)) if a is not None and b is not None else None


def _reach(of: Envelope) -> tuple[float, float]:
    return 0 if of.open_low else of.low, math.inf if of.open_high else of.high


def _kind(row: Row) -> str | None:
    author = row.estimate.attribution
    return author.kind if author else None


def _same(one: Row, other: Row) -> bool:
    a, b = one.estimate.attribution, other.estimate.attribution
    return a is not None and b is not None and same_author(a, b)


def _year(row: Row) -> int:
    author = row.estimate.attribution
    return author.year if author is not None and author.year is not None else -1
