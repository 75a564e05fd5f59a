"""Labels, column headers and headings: what they say of the numbers below them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from regimekit.model.estimate import Measure
from regimekit.parsing.clauses import Word, words_of
from regimekit.parsing.harm_words import graver
from regimekit.parsing.quantities import lowered

Strength = Literal[0, 1, 2, 3]

VICTIMS = frozenset(("victim", "victims"))
FATAL_DEEDS = frozenset(("famine", "famines", "starvation", "hunger", "mortality"))
"""Causes of death whose victims need not have died: famine victims hunger."""

_TOLL = frozenset(
    """
    toll casualties casualty fatalities fatality losses victim victims deaths dead killed died mortality murdered
    """.split()
)
_MIXED_TOLLS = frozenset(("casualties", "casualty", "losses"))
_COUNTS_OTHERS = frozenset(
    """
    population troops strength forces force army membership members capacity budget duration votes staff
    employees personnel area gdp growth rate rates share age inflation debt turnout income production size
    economy territory literacy cost costs price prices revenue aid wealth loans exports imports fighters
    guerrillas recruits peacekeepers soldiers police sentence sentences verdict charges charge career born
    height weapons equipment seats parties publications informants informers agents network archives files
    documents followers supporters protesters demonstrators participants participation voters inhabitants
    attendance turnout mourners crowd oldest youngest residents cadres garrison manpower investigators strikers outlets
    """.split()
)
# Plural things that people are harmed in, so that a label of them may well count people.
_OCCASIONS = frozenset(
    """
    attacks battles raids bombings operations campaigns strikes clashes riots revolts uprisings protests
    demonstrations camps prisons trials events incidents coups flights mines graves years months weeks days
    courts tribunals
    """.split()
)


class Title(NamedTuple):
    """What a label, column header or heading says of the numbers below it.

    ``strength`` is 3 for words that ask for a number (death toll, casualties), 2
    for those that count or name people harmed (arrests, prisoners), 1 for deeds
    (massacre, purge), 0 where nothing is said of harm. ``counts_others`` is True
    for the label of something else (population, troops, budget), ``things`` where
    it names things in the plural (newspapers), ``safe`` for one of survivors.
    ``victims`` are people of whom the title does not say what was done to them;
    ``groups_only`` tells that it names people (prisoners), no deed;
    ``fatal_only`` that it asks for the dead and nobody else.
    """

    measure: Measure | None
    strength: Strength
    counts_others: bool = False
    things: bool = False
    safe: bool = False
    victims: bool = False
    groups_only: bool = False
    fatal_only: bool = False


@lru_cache(maxsize=8192)
def read_title(text: str) -> Title:
    """What a label, header or heading says of the numbers below it."""
    measure: Measure | None = None
    deed: Measure | None = None
    strength: Strength = 0
    others = things = safe = False
    harmed: list[Word] = []
    for word in words_of(text, lowered(text), 0, len(text)):
        if word.measure is not None:
            harmed.append(word)
            found: Strength = 3 if word.text in _TOLL else 1 if word.tag in ("event", "gerund", "base") else 2
            if found > strength:
                measure, strength = word.measure, found
            elif found == strength:
                measure = graver(measure, word.measure)
            if word.measure != "other" and word.text not in FATAL_DEEDS:
                deed = graver(deed, word.measure)
        elif word.tag == "safe":
            safe = True
        elif word.text in _COUNTS_OTHERS:
            others = True
        elif word.tag == "thing" and word.text.endswith("s") and word.text not in _OCCASIONS:
            things = True
    if things and all(word.tag == "past" for word in harmed):  # "Newspapers suspended"
        measure, strength = None, 0
    victims = measure == "other" and strength == 3
    if victims and deed is not None:  # "genocide victims", "victims of torture"
        measure, victims = deed, False
    return Title(
        measure,
        strength,
        others and not measure,
        things and not measure,
        safe,
        victims,
        bool(harmed) and all(word.tag == "group" for word in harmed),
        bool(harmed)
        and all(
            (word.measure == "deaths" and word.text not in _MIXED_TOLLS) or word.text in VICTIMS for word in harmed
        ),
    )


def measure_of(words: str) -> Measure | None:
    """The measure that some words name, the graver where they name two; None where they tell of no harm."""
    return read_title(words).measure


def is_occasion(word: str) -> bool:
    """Whether a plural thing is one that people are harmed in: camps, raids."""
    return word in _OCCASIONS


def names_others(word: str) -> bool:
    """Whether a word in front of a number says that it counts something else: population, capacity, budget."""
    return word in _COUNTS_OTHERS
