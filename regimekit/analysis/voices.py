"""Whose figures they are: who speaks for himself, who sums up others, and who is heard twice."""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.analysis.names import fold
from regimekit.model import Attribution

# what sums up the work of several: "most scholars", "range of estimates", an encyclopedia
_SYNTHESES = frozenset(
    """scholars historians researchers experts academics demographers analysts observers authors writers sources
    scholarship research consensus range ranges span estimates literature opinion studies encyclopedia encyclopedias
    encyclopaedia encyclopaedias wikipedia britannica""".split()
)
_LINKING = frozenset(
    """most some many several recent other others various all the a an of in for with by and or as at from to
    scholarly academic historical official independent modern contemporary mainstream western common general wide
    detailed demographic upper lower middle highest lowest entry entries used human rights foreign local
    international figure figures number total current currently latest present older newer prevailing established
    accepted mainline commonly widely cited quoted agreement view views opinion""".split()
)
_QUANTIFIERS = frozenset("most some many several various other others".split())
_ALIAS = re.compile(r"\(\s*([A-Z][A-Z.-]{1,9})\s*\)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_WORKS = re.compile(r"[^\W\d_][\w.'’ -]* (?:1[89]|20)\d\d(?=[;,]|$)")
_PEOPLE = re.compile(r"\s*(?:&|,|;|/|\band\b|\bet al\b\.?|\bund\b|\by\b)\s*", re.I)

Author = tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def sums_up(name: str) -> bool:
    """Whether an author is nobody in particular but a summary of several: "Most scholars", "Wikipedia range".

    So are several works that give a range together: "Lind 1951; Moss 2004".
    A name of somebody beside it ("Yale Genocide Studies", "Dikötter's range") makes a voice of its own.
    """
    if len(_WORKS.findall(name)) > 1:
        return True
    words = _WORD.findall(name)
    plain = [fold(word.removesuffix("'s").removesuffix("’s")) for word in words]
    known = _SYNTHESES | _LINKING
    named = [word for word, folded in zip(words, plain, strict=True) if folded not in known and word[:1].isupper()]
    if named:
        return False
    return any(word in _SYNTHESES for word in plain) or (len(plain) > 1 and plain[0] in _QUANTIFIERS)


@lru_cache(maxsize=1 << 14)
def _people(name: str) -> tuple[Author, ...]:
    """The authors in a name, each as words: "R. W. Davies & Stephen Wheatcroft" are two."""
    bare = re.sub(r"\([^()]*\)|['’]s\b", " ", name)
    return tuple(author for part in _PEOPLE.split(bare) if (author := tuple(fold(part).split())))


def same_author(one: Attribution, other: Attribution) -> bool:
    """Whether two figures are given to the same author or authors: "Conquest" and "Robert Conquest".

    Names agree where each author's words end as the other's do. First names or
    initials that contradict each other make two authors. A body is known by the
    letters in brackets behind its name, too.
    """
    if _alias(one.name) == other.name or _alias(other.name) == one.name or _goes_on(one.name, other.name):
        return True
    a, b = _people(one.name), _people(other.name)
    return len(a) == len(b) and all(any(_ends_alike(x, y) for y in b) for x in a)


def _alias(name: str) -> str | None:
    found = _ALIAS.search(name)
    return found[1] if found else None


@lru_cache(maxsize=1 << 14)
def _goes_on(one: str, other: str) -> bool:
    """Whether a body is named more fully: "Varga Commissariat" and "Varga Commissariat for Refugees"."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return " " in short and any(long.startswith(f"{short} {word} ") for word in ("for", "of", "on"))


def _ends_alike(one: Author, other: Author) -> bool:
    short, long = sorted((one, other), key=len)
    if one[-1] != other[-1]:
        return False
    rest, full = short[:-1], long[:-1]
    return all(any(word.startswith(first) or first.startswith(word) for word in full) for first in rest)
