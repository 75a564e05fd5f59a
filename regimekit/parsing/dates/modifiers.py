"""The words in front of a date: "by the end of", "c.", "mid-", "Summer of"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import msgspec

from regimekit.model.date import Relation
from regimekit.parsing.dates.vocabulary import APPROXIMATE, PARTS, RELATIONS, SEASONS, UNCERTAIN, WEEKDAYS


class Modifiers(msgspec.Struct, frozen=True, gc=False):
    """What the words in front say of the point behind them.

    ``part`` is in twelfths; ``seasons`` holds EDTF numbers, two for "spring to
    autumn"; ``opens_range`` is set by "from" and "between", ``joins_and`` by the latter.
    """

    relation: Relation = "in"
    part: tuple[int, int] | None = None
    seasons: tuple[int, ...] = ()
    turn: bool = False
    approximate: bool = False
    uncertain: bool = False
    opens_range: bool = False
    joins_and: bool = False


NO_MODIFIERS: Final = Modifiers()

_WORD: Final = re.compile(r"[a-z0-9]+|~")
_TERMS: Final[dict[tuple[str, ...], dict[str, Any]]] = {
    **{tuple(words.split()): {"relation": relation} for words, relation in RELATIONS.items()},
    **{tuple(words.split()): {"part": part} for words, part in PARTS.items()},
    **{(word,): {"approximate": True} for word in (*APPROXIMATE, "~")},
    **{(word,): {"uncertain": True} for word in UNCERTAIN},
    **{(word,): {"seasons": (number,)} for word, number in SEASONS.items()},
    ("midsummer",): {"seasons": (SEASONS["summer"],), "part": (4, 8)},
    ("midwinter",): {"seasons": (SEASONS["winter"],)},
    ("turn", "of"): {"turn": True},
    ("from",): {"relation": "since", "opens_range": True},
    ("between",): {"opens_range": True, "joins_and": True},
    **{(day,): {} for day in WEEKDAYS},
}
_LONGEST: Final = max(map(len, _TERMS))
# they may stand between the others, not at their beginning: "late in the year 1943"
_FILLERS: Final = frozenset(("the", "of", "in", "year", "years", "month", "to", "and", "or"))
_WORDS: Final = frozenset(word for words in _TERMS for word in words) | _FILLERS


@lru_cache(maxsize=16384)
def may_lead(word: str) -> bool:
    """Whether the word, as split at white space, can belong to what stands in front of a date."""
    parts = _WORD.findall(word.lower())
    return bool(parts) and _WORDS.issuperset(parts) and (word[-1].isalnum() or word[-1] in "-–.,~")


@lru_cache(maxsize=4096)
def read_modifiers(text: str) -> Modifiers | None:
    """What the words say; None where they are no such words, or begin in the middle of an expression."""
    words = _WORD.findall(text.lower())
    said: dict[str, Any] = {}
    seasons: tuple[int, ...] = ()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            term = _TERMS.get(tuple(words[at : at + length]))
            if term is not None:
                said.update(term)
                seasons += term.get("seasons", ())
                at += length
                break
        else:
            if at == 0 or words[at] not in _FILLERS:
                return None
            at += 1
    said["seasons"] = seasons[-2:]
    return Modifiers(**said)
