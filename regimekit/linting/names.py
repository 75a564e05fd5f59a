"""Whether two entries name the same person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from regimekit.analysis.names import fold
from regimekit.model import Person

Item = TypeVar("Item")

_PARTICLES = frozenset(
    "al el ad ash de del della der den di da du la le van von zu bin ibn ben y e the of jr sr ii iii".split()
)


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """The words of a name without accents, case and particles: "Muammar al-Gaddafi" is {muammar, gaddafi}."""
    words = frozenset(fold(name).split())
    return words - _PARTICLES or words


def _names(person: Person) -> tuple[frozenset[str], ...]:
    return tuple(name_words(name) for name in (person.name, *person.aliases))


def same_person(one: Person, other: Person) -> bool:
    """Whether some name of the one is the other's, or a shorter form of it ("Pinochet", "Augusto Pinochet Ugarte")."""
    return any(_shorter(a, b) or _shorter(b, a) for a in _names(one) for b in _names(other) if a and b)


def surely_same_person(one: Person, other: Person) -> bool:
    """The same with no less than two words in common: a family name alone is shared by many."""
    return any(len(a & b) >= 2 and (a <= b or b <= a) for a in _names(one) for b in _names(other))


def _shorter(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether every word of the one stands in the other, an initial standing for any name that it begins."""
    return all(word in long or (len(word) == 1 and any(other.startswith(word) for other in long)) for word in short)


_COMMON = 100  # entries that share a word: more have it by chance, and another word of the name will tell


class Namesakes(Generic[Item]):
    """Things by the words of the names of their people."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Item]] = {}

    def add(self, person: Person, item: Item) -> None:
        """Keep an item under every word of the person's names."""
        for word in sorted(frozenset().union(*_names(person))):
            self._by_word.setdefault(word, []).append(item)

    def sharing(self, person: Person) -> Iterator[Item]:
        """The items under some word of the person's names; one may come several times."""
        for word in sorted(frozenset().union(*_names(person))):
            items = self._by_word.get(word, ())
            if len(items) <= _COMMON:
                yield from items


# words of attributions that name nobody in particular
_ANYBODY = frozenset(
    """recent most many some several various scholar scholars scholarly scholarship historian historians
    academic academics consensus range official officials record records government governments study
    studies estimate estimates estimated report reports reported statement survivor survivors resident
    residents witness witnesses human rights organization organizations organisation organisations group
    groups source sources media press research researcher researchers demographic detailed commission
    committee court tribunal state national international archives archival statistics data encyclopedia
    literature author authors experts internal general independent total low high upper lower prof professor
    dr encyclopedias entry named without encyclopaedia encyclopaedias figure figures quoted used summarized states truth
    reconciliation summary criminologist journalist economist demographer et al others university institute
    center centre journal program programme project foundation association united nations un""".split()
)


def proper_names(name: str) -> tuple[str, ...]:
    """The words of an attribution by which it could be found: "Famine scholar Alex de Waal" is alex, waal."""
    words = name_words(name.partition(",")[0])
    return tuple(sorted(word for word in words if word not in _ANYBODY and not word.isdigit()))


def initials(name: str) -> str:
    """The initials under which an organisation is known: "hrw" for Human Rights Watch."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())
    return letters.casefold() if len(letters) > 2 else ""
