"""Which of several things have to move for all to be in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def in_order(numbers: Sequence[int]) -> frozenset[int]:
    """The places of a longest run of numbers that never falls: the others are those that are out of order.

    Patience sorting; of several such runs the one that ends lowest.
    """
    tails: list[int] = []  # for each length, the place of the lowest number that ends a run of it
    lowest: list[int] = []  # those numbers
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(lowest, number)
        before.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        lowest[length : length + 1] = [number]
    run: set[int] = set()
    place = tails[-1] if tails else -1
    while place >= 0:
        run.add(place)
        place = before[place]
    return frozenset(run)
