"""A log axis for people: where it begins and ends, and which numbers stand on it."""

import math
from collections.abc import Iterable, Sequence

SHORTEST = 0.8  # decades; so that two labels stand on every axis
MOST_TICKS = 7
_STEPS = ((5, (1, 2, 3, 5, 7)), (MOST_TICKS, (1, 2, 5)), (MOST_TICKS, (1,)))  # how many at most, of which digits

LABELS = (
    "datum.value >= 1e9 ? format(datum.value / 1e9, ',~r') + 'bn' : "
    "datum.value >= 1e6 ? format(datum.value / 1e6, ',~r') + 'M' : "
    "datum.value >= 1e3 ? format(datum.value / 1e3, ',~r') + 'k' : format(datum.value, ',~r')"
)


def domain(numbers: Iterable[float], before: float, behind: float) -> tuple[float, float]:
    """The ends of an axis that holds these numbers, with so large shares of its length free at either end."""
    logs = [math.log10(number) for number in numbers]
    low, high = min(logs), max(logs)
    missing = max(0.0, SHORTEST - (high - low)) / 2
    low, high = low - missing, high + missing
    length = (high - low) / (1 - before - behind)
    return _rounded(10 ** (low - before * length)), _rounded(10 ** (high + behind * length))


def ticks(ends: tuple[float, float]) -> list[int]:
    """Round numbers between the ends, few enough to be read: 1, 2, 3, 5, 7, else 1, 2, 5, else powers of ten."""
    first, last = (math.floor(math.log10(end)) for end in ends)
    decades = range(max(0, first), last + 1)
    for most, steps in _STEPS:
        found = _within([step * 10**decade for decade in decades for step in steps], ends)
        if len(found) <= most:
            return found
    apart = 2
    while len(found := _within([10**decade for decade in decades if decade % apart == 0], ends)) > MOST_TICKS:
        apart += 1
    return found


def _within(numbers: Sequence[int], ends: tuple[float, float]) -> list[int]:
    return [number for number in numbers if ends[0] <= number <= ends[1]]


def _rounded(number: float) -> float:
    return float(f"{number:.4g}")
