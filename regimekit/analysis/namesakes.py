"""Whether two entries name the same person: by their names, and by when they lived."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from regimekit.analysis.names import fold
from regimekit.model import HistoricalDate, Person

Item = TypeVar("Item")
Words = tuple[str, ...]

GENERATIONS = frozenset("jr sr ii iii iv vi vii viii".split())
_PARTICLES = GENERATIONS & {"jr", "sr", "ii", "iii"} | frozenset(
    "al el ad ash de del della der den di da du la le van von zu bin ibn ben y e the of".split()
)


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """The words of a name without accents, case and particles: "Muammar al-Gaddafi" is {muammar, gaddafi}."""
    words = frozenset(fold(name).split())
    return words - _PARTICLES or words


@lru_cache(maxsize=65536)
def name_key(name: str) -> Words:
    """The normal form of a name: the words as they follow each other, "Lind, Ana" turned round, particles left out.

    What tells father and son apart stays: "Juan Ortega Jr." is (juan, ortega, jr).
    """
    family, comma, given = name.partition(",")
    words = fold(f"{given} {family}" if comma and fold(given) not in GENERATIONS else name).split()
    kept = (word for at, word in enumerate(words) if word in GENERATIONS or _is_name(word, at))
    return tuple(kept) or tuple(words)


def _is_name(word: str, at: int) -> bool:
    """Whether a word is more than a particle; in front "Ben" and the initials E. and Y. are given names."""
    return word not in _PARTICLES or (at == 0 and word in ("ben", "e", "y"))


def names_of(person: Person) -> tuple[str, ...]:
    """The name and the other names of an entry."""
    return (person.name, *person.aliases)


def keys_of(person: Person) -> tuple[Words, ...]:
    """The normal forms of the names of an entry."""
    return tuple(dict.fromkeys(key for key in map(name_key, names_of(person)) if key))


@lru_cache(maxsize=65536)
def is_full(key: Words) -> bool:
    """Whether a name has two words or more, two initials counting as one and a son's mark as none."""
    words = [word for word in key if word not in GENERATIONS]
    initials = sum(len(word) == 1 for word in words)
    return len(words) - initials + initials // 2 >= 2


def is_fuller(short: Words, long: Words) -> bool:
    """Whether a name only adds further ones to a full name, none of them a son's or a father's mark."""
    if len(short) >= len(long) or not is_full(short) or GENERATIONS & {*short} != GENERATIONS & {*long}:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def is_part(short: Words, long: Words) -> bool:
    """Whether a name may be a short form of another: initials, words in another order, a family or given name alone.

    Father and son who are told apart as such are not the same.
    """
    words, others = ([word for word in key if word not in GENERATIONS] for key in (short, long))
    marks, theirs = GENERATIONS & {*short}, GENERATIONS & {*long}
    if marks and theirs and marks != theirs:
        return False
    whole = [word for word in words if len(word) > 1]
    if not whole or not others or not _shorter(frozenset(words), frozenset(others)):
        return False
    return len(whole) > 1 or whole[0] in (others[0], others[-1])


def is_called(written: str, wanted: str) -> bool:
    """Whether a name as it is written can be the one looked for: the same, a fuller or a shorter form of it.

    "Lind" and "R. Lind" can be "Rut Lind", "Ana Lind" cannot.
    """
    one, other = name_key(written), name_key(wanted)
    return one == other or any(is_fuller(a, b) or is_part(a, b) for a, b in ((one, other), (other, one)))


def same_person(one: Person, other: Person) -> bool:
    """Whether some name of the one is the other's, or a shorter form of it ("Pinochet", "Augusto Pinochet Ugarte")."""
    names, others = ([name_words(name) for name in names_of(person)] for person in (one, other))
    return any(_shorter(a, b) or _shorter(b, a) for a in names for b in others if a and b)


def surely_same_person(one: Person, other: Person) -> bool:
    """Whether they share a name of two words or more, or one that only adds to it: a family name is shared by many."""
    return any(
        (a == b and is_full(a)) or is_fuller(a, b) or is_fuller(b, a) for a in keys_of(one) for b in keys_of(other)
    )


def _shorter(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether every word of the one stands in the other, an initial standing for any name that it begins."""
    return all(word in long or (len(word) == 1 and any(other.startswith(word) for other in long)) for word in short)


def is_over(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    """Whether the one is over before the other begins."""
    return bool(one and other and one.latest and other.earliest and one.latest < other.earliest)


def dates_differ(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    """Whether two dates of the same thing cannot both be right; approximate ones are let be."""
    if one is None or other is None or one.approximate or other.approximate or one.uncertain or other.uncertain:
        return False
    return is_over(one, other) or is_over(other, one)


_COMMON = 100  # entries that share a word: more have it by chance, and another word of the name will tell


class Namesakes(Generic[Item]):
    """Things by the words of the names of their people."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Item]] = {}

    def add(self, person: Person, item: Item) -> None:
        """Keep an item under every word of the person's names."""
        for word in _words(person):
            self._by_word.setdefault(word, []).append(item)

    def sharing(self, person: Person) -> Iterator[Item]:
        """The items under some word of the person's names; one may come several times."""
        for word in _words(person):
            items = self._by_word.get(word, ())
            if len(items) <= _COMMON:
                yield from items


def _words(person: Person) -> list[str]:
    return sorted(frozenset().union(*map(name_words, names_of(person))))
