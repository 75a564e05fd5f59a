"""Whether two amounts can both be true, by the bounds that are stated of them."""

from __future__ import annotations

from regimekit.model import Number, Quantity

_ABOUT = 0.1  # of a figure that is given as approximate


def bounds(quantity: Quantity) -> tuple[Number, Number] | None:
    """The lowest and highest number that a figure may mean; None where it names none.

    An end that is not stated excludes nothing: nought below, infinity above.
    What is given as approximate may be a tenth less or more.
    """
    if quantity.low is None and quantity.high is None:
        return None
    low = 0 if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None or quantity.qualifier == "open range" else quantity.high
    slack = _ABOUT if quantity.qualifier == "approximate" else 0.0
    return low * (1 - slack), high * (1 + slack)


def below(one: Quantity, other: Quantity) -> bool:
    """Whether the first lies wholly below the second; an amount without bounds lies nowhere."""
    a, b = bounds(one), bounds(other)
    return a is not None and b is not None and one.unit == other.unit and a[1] < b[0]


def exclude(one: Quantity, other: Quantity) -> bool:
    """Whether the two cannot both be true of one thing."""
    return below(one, other) or below(other, one)


def side_of(one: Quantity, other: Quantity) -> str:
    """On which side the first lies of the second, which it excludes: "3,000 lies wholly below 5,000-6,000"."""
    where = "below" if below(one, other) else "above"
    return f"{one.verbatim} lies wholly {where} {other.verbatim}{slack(one, other)}"


def slack(*quantities: Quantity) -> str:
    """What is said where a figure was taken for less sharp than it is written; empty where none was."""
    if any(quantity.qualifier == "approximate" for quantity in quantities):
        return ", a tenth either way allowed for what is approximate"
    return ""
