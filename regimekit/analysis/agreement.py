"""How far figures that count the same agree: within one stratum, and in words that stay defensible.

What is computed and why, and what is not, stands in docs/comparing-estimates.md:
the envelope and the median of central values in log space; never an arithmetic
mean, the middle of an open range, or a sum.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Literal

import msgspec

from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.voices import same_author
from regimekit.model import Number, Quantity

PairRelation = Literal["disjoint", "overlap", "nested", "equal"]
PAIR_RELATIONS: tuple[PairRelation, ...] = ("disjoint", "overlap", "nested", "equal")
MOST_PAIRED = 300  # figures of one stratum
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
    """What can be said of these figures together; ``split`` is the year that divides earlier from later ones.

    Rows whose remark says that they count something else are left out.
    """
    rows = stratum.rows
    places = [place for place, row in enumerate(rows) if not row.apart]
    if len(rows) == 1:
        places = [0]
        alone = () if rows[0].summary or rows[0].documented else voices(rows, places)
        return Agreement(envelope(rows, places), None, alone, split=divided(rows, split) if split else ())
    heard = voices(rows, places)
    official = [place for place in places if _kind(rows[place]) == "official"]
    scholarly = [place for place in places if _kind(rows[place]) == "scholar"]
    kinds: tuple[Side, ...] = ()
    if official and scholarly:
        kinds = _side(rows, "official", official), _side(rows, "scholarly", scholarly)
    sides = () if split is None else divided(rows, split)
    return Agreement(
        envelope(rows, places),
        median(heard),
        heard,
        kinds,
        _between(*kinds) if len(kinds) == 2 else None,
        sides,
        _between(*sides[:2]) if sides else None,
    )


def divided(rows: Sequence[Row], split: int) -> tuple[Side, Side, Side]:
    """The figures made before a year, those made since, and those of which that is not known.

    A caption about an era goes before the year of the work, which may be a later edition.
    """

    empty = _empty_sides(split)
    places: tuple[list[int], list[int], list[int]] = ([], [], [])
    for place, row in enumerate(rows):
        if row.apart and len(rows) > 1:
            continue
        places[_SIDES.index(_side_of(row, split))].append(place)
    before, since, unknown = (
        _side(rows, side.name, several) if several else side for side, several in zip(empty, places, strict=True)
    )
    return before, since, unknown


_SIDES = ("before", "since", None)


@lru_cache(maxsize=64)
def _empty_sides(split: int) -> tuple[Side, Side, Side]:
    return Side(f"before {split}", ()), Side(f"since {split}", ()), Side("year not given", ())


def _side_of(row: Row, split: int) -> str | None:
    told = row.era.side(split) if row.era else None
    author = row.listed.estimate.attribution
    if told is None and not row.era_in_caption and author is not None and author.year is not None:
        return "before" if author.year < split else "since"
    return told


def envelope(rows: Sequence[Row], places: Sequence[int]) -> Envelope | None:
    """The envelope of all figures with a number at these places; None where there are none."""
    numbers: list[tuple[Number, int]] = []
    open_low = open_high = False
    for place in places:
        one = rows[place].listed.estimate.quantity
        low, high = one.low, one.high
        if low is None and high is None:
            continue
        if low is None:
            open_low = True
        else:
            numbers.append((low, place))
        if high is None:
            open_high = True
        else:
            numbers.append((high, place))
            open_high = open_high or one.qualifier == "open range"
    if not numbers:
        return None
    least, lowest = min(numbers)
    most, highest = max(numbers, key=lambda pair: (pair[0], -pair[1]))
    return Envelope(least, most, open_low, open_high, lowest, highest)


def voices(rows: Sequence[Row], places: Sequence[int]) -> tuple[Voice, ...]:
    """The distinct closed estimates: each named author once, with his latest figures.

    Figures that sum up others, that count documented cases alone, or that
    nobody is named for, are no voices. Of several figures of one author those of
    the latest work count (an undated one is earlier than any other); the central
    value of several of one year is that of the range from the lowest to the
    highest of them.
    """
    heard = [place for place in places if not (rows[place].summary or rows[place].documented)]
    authors: list[list[int]] = []
    by_name: dict[str, list[int]] = {}
    for place in heard:
        row = rows[place]
        author = row.listed.estimate.attribution
        if author is None or central(row.listed.estimate.quantity) is None:
            continue
        known = by_name.get(author.name)
        if known is None:
            known = next((several for several in authors if _same(rows[several[0]], row)), None)
        if known is None:
            known = []
            authors.append(known)
        known.append(place)
        by_name[author.name] = known
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
    """How each two figures lie to each other; vague ones and repetitions are left out.

    None beyond MOST_PAIRED figures: nobody reads them, and their number grows with the square.
    """
    if not 2 <= len(stratum.rows) <= MOST_PAIRED:
        return ()
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


def _side(rows: Sequence[Row], name: str, places: Sequence[int]) -> Side:
    return Side(name, tuple(places), envelope(rows, places), median(voices(rows, places)) if len(places) > 2 else None)


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
