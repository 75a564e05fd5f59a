"""Which of two lists of records are the same record, before and after.

What is equal is paired first. Of the rest only those are looked at beside each
other that share a key; the likest are paired first, and none below a minimum.
Exchanging the two lists exchanges the answer, and nothing else.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import msgspec

Pair = tuple[int, int]

_MOST_COMPARED = 400  # pairs of one key; of a key that more share, only those with a rare word in common as well
_NEIGHBOURS = 2  # places up and down at which a record of such a key is looked for in any case


class Trait(msgspec.Struct, frozen=True):
    """Something by which a record is known: what speaks for a pair if shared, and against it if not.

    Empty ``values`` are not known and speak neither way.
    """

    values: frozenset[Hashable]
    shared: float
    other: float = 0.0


class Known(msgspec.Struct, frozen=True):
    """How a record is recognised.

    ``exact`` are keys that only the same record has, the strictest first;
    ``keys`` those of which a changed record still has one; ``words`` are those
    of its text, which count ``weight`` where all are shared.
    """

    exact: tuple[Hashable, ...]
    keys: tuple[Hashable, ...]
    traits: tuple[Trait, ...]
    words: frozenset[str]
    weight: float
    least: float


def likeness(one: Known, other: Known) -> float:
    """How much speaks for two being the same record, the same whichever comes first."""
    score = one.weight * share(one.words, other.words)
    for mine, theirs in zip(one.traits, other.traits, strict=True):
        if mine.values and theirs.values:
            score += mine.shared if mine.values & theirs.values else mine.other
    return round(score, 6)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two texts have in common, 0 where one has none."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def paired(before: Sequence[Known], after: Sequence[Known]) -> list[Pair]:
    """The places of those that are the same, in the order of the first list."""
    pairs: list[Pair] = []
    left, right = list(range(len(before))), list(range(len(after)))
    for level in range(max((len(one.exact) for one in (*before, *after)), default=0)):
        mine = [(at, before[at].exact[level]) for at in left]
        found = _equal(mine, [(at, after[at].exact[level]) for at in right])
        pairs += found
        left, right = _without(left, right, found)
    if left and right:
        alike = ((-likeness(before[a], after[b]), a, b) for a, b in _candidates(before, after, left, right))
        least = (before[left[0]]).least
        pairs += greedy([(score, a, b) for score, a, b in alike if -score >= least], left, right)
    return sorted(pairs)


def greedy(scored: Iterable[tuple[float, int, int]], left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """The best pairs, each place once; of equally good ones the nearer, so that order alone decides no side."""
    rank_left = {at: rank for rank, at in enumerate(left)}
    rank_right = {at: rank for rank, at in enumerate(right)}

    def order(candidate: tuple[float, int, int]) -> tuple[float, int, int]:
        score, a, b = candidate
        return score, abs(rank_left[a] - rank_right[b]), rank_left[a] + rank_right[b]

    pairs: list[Pair] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    # what is left equal by this order is (m, n) and (n, m), which do not exclude each other
    for _, a, b in sorted(scored, key=order):
        if a not in taken_left and b not in taken_right:
            taken_left.add(a)
            taken_right.add(b)
            pairs.append((a, b))
    return pairs


def _equal(left: Sequence[tuple[int, Hashable]], right: Sequence[tuple[int, Hashable]]) -> list[Pair]:
    """Those of one key, the first with the first."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at, key in reversed(right):
        waiting[key].append(at)
    return [(at, waiting[key].pop()) for at, key in left if waiting.get(key)]


def _without(left: Sequence[int], right: Sequence[int], pairs: Sequence[Pair]) -> tuple[list[int], list[int]]:
    gone_left, gone_right = {a for a, _ in pairs}, {b for _, b in pairs}
    return [at for at in left if at not in gone_left], [at for at in right if at not in gone_right]


def _candidates(
    before: Sequence[Known], after: Sequence[Known], left: Sequence[int], right: Sequence[int]
) -> set[Pair]:
    found: set[Pair] = set()
    blocks = _blocks(((at, before[at].keys) for at in left), ((at, after[at].keys) for at in right))
    for mine, theirs in blocks:
        if len(mine) * len(theirs) <= _MOST_COMPARED:
            found.update((a, b) for a in mine for b in theirs)
            continue
        words = _blocks(((at, before[at].words) for at in mine), ((at, after[at].words) for at in theirs))
        for some, others in words:
            if len(some) * len(others) <= _MOST_COMPARED:
                found.update((a, b) for a in some for b in others)
        for rank, a in enumerate(mine):
            found.update((a, b) for b in theirs[max(0, rank - _NEIGHBOURS) : rank + _NEIGHBOURS + 1])
    return found


def _blocks(
    left: Iterable[tuple[int, Iterable[Hashable]]], right: Iterable[tuple[int, Iterable[Hashable]]]
) -> Iterator[tuple[list[int], list[int]]]:
    """The places on both sides that share a key, for each key that both sides have."""
    mine: dict[Hashable, list[int]] = defaultdict(list)
    for at, keys in left:
        for key in dict.fromkeys(keys):
            mine[key].append(at)
    theirs: dict[Hashable, list[int]] = defaultdict(list)
    for at, keys in right:
        for key in dict.fromkeys(keys):
            if key in mine:
                theirs[key].append(at)
    for key, several in theirs.items():
        yield mine[key], several


def moved(places: Sequence[int]) -> set[int]:
    """Of things in their old order, with the places that they have now: those that have to move to give the new one.

    The one that passes most others is moved first, and two that merely change
    places have both moved, so that neither order is the right one.
    """
    left = list(range(len(places)))
    gone: set[int] = set()
    while most := max(passed := _passed([places[at] for at in left]), default=0):
        gone |= {at for at, count in zip(left, passed, strict=True) if count == most}
        left = [at for at in left if at not in gone]
    return gone


def _passed(places: Sequence[int]) -> list[int]:
    """For each place how many of the others stand on the wrong side of it."""
    counts = [0] * len(places)
    for way, sign in ((range(len(places)), 1), (reversed(range(len(places))), -1)):
        seen: list[int] = []
        for at in way:
            value = places[at] * sign
            rank = bisect(seen, value)
            counts[at] += len(seen) - rank
            seen.insert(rank, value)
    return counts
