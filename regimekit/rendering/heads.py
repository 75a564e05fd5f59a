"""Titles as heads of two letters, each of which means one of them alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from string import ascii_lowercase, digits

from regimekit.analysis.names import fold

_SMALL = frozenset("a an and at by for from in of on or the to with".split())
_PLAIN = frozenset(ascii_lowercase + digits)  # one column wide each


def heads(titles: Sequence[str]) -> tuple[str, ...]:
    """ "Key Figures" is KF, "Overview" is Ov; where those are taken the next letters, and a number at last."""
    taken: set[str] = set()
    found: list[str] = []
    for title in titles:
        head = next(one for one in _candidates(title) if one.casefold() not in taken)
        taken.add(head.casefold())
        found.append(head)
    return tuple(found)


def _candidates(title: str) -> Iterator[str]:
    folded = ("".join(letter for letter in word if letter in _PLAIN) for word in fold(title).split())
    words = [word for word in folded if word and word not in _SMALL]
    if len(words) > 1:
        yield (words[0][0] + words[1][0]).upper()
    letters = "".join(words)
    for letter in letters[1:]:
        yield letters[0].upper() + letter
    for pair in product(digits + ascii_lowercase, repeat=2):
        yield "".join(pair)
