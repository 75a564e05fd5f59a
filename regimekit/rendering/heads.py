"""Titles as heads of two letters, each of which means one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("a an and at by for from in of on or the to with".split())


def heads(titles: Sequence[str]) -> tuple[str, ...]:
    """ "Key Figures" is KF, "Overview" is Ov; where those are taken the next letters, and a number at last."""
    taken: set[str] = set()
    found: list[str] = []
    for number, title in enumerate(titles, 1):
        head = next((one for one in _candidates(title) if one.casefold() not in taken), f"{number:02}"[-2:])
        taken.add(head.casefold())
        found.append(head)
    return tuple(found)


def _candidates(title: str) -> Iterator[str]:
    words = [word for word in _WORD.findall(title) if word.casefold() not in _SMALL]
    letters = "".join(words)
    if len(words) > 1:
        yield (words[0][0] + words[1][0]).upper()
    for letter in letters[1:]:
        yield letters[0].upper() + letter.lower()
