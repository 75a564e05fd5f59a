"""Numbers that count nothing: years, ages, rates, and the numbers of articles, rooms and units."""

from __future__ import annotations

import re

from regimekit.parsing.counted import Counted, noun_kind
from regimekit.parsing.harm_words import HARM_WORDS
from regimekit.parsing.numeral_scan import Numeral

_NUMBERED = frozenset(
    """
    article articles section sections order resolution resolutions office law decree chapter act paragraph
    clause number numbers no. nos. battalion unit division brigade regiment room cell block camp group type
    class category part volume vol. page pages p. pp. phase stage level case file document directive protocol
    project channel radio flight route highway zone sector district region area formula version day week grade
    year step rank rule point bureau department building line item table figure note annex appendix statute code
    instruction circular regulation pavilion ward war charter manifesto
    """.split()
)
"""Words that a number behind them numbers: Article 58, Room 101."""

_BODIES = frozenset("group gang council committee band club league".split())
_BEFORE_YEARS = frozenset("the in since by of from until during after before".split())
_AGES = frozenset(("aged", "age", "ages", "turned"))
# "males over sixteen": the age from which on they are meant
_FROM_AGE = re.compile(
    r"\b(?:males?|men|boys?|women|girls?|adults?|children|everyone|everybody|anyone|all|those|persons|people|youths?)"
    r" (?:over|under|above|below|older than|younger than|aged|between) (?:the age of )?\Z"
)
_OLDEST = 80
_AS_YOUNG = re.compile(r"\b(?:young|old)(?:er)? (?:as|than) \Z")
_AFTER_NAMES = (" years old", " year old", " a.m", " p.m", " am ", " pm ", " o'clock")
_DIED = re.compile(r"\b(?:died|dies|dead|killed|executed)\b[^.;]*\Z")
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_MONTH_AFTER = re.compile(rf"\s(?:{'|'.join(sorted(_MONTHS))})(?![a-z])")
_RATES = frozenset(("per", "every", "each"))
_REACH = 40
YEARS = range(1700, 2100)
"""Plain numbers of four digits in this range are years, unless people stand behind them."""


def is_no_count(text: str, low: str, numeral: Numeral, counted: Counted, begin: int) -> bool:
    """Whether a single numeral, which begins at ``begin`` with its qualifier, is a name, an age, a year or a rate."""
    if numeral.value is None:
        return False
    if low.endswith(("all but ", "none of the ", "none of "), 0, begin):
        return True  # those who were left out
    if _AS_YOUNG.search(low, max(0, numeral.start - 14), numeral.start):
        return True
    if (
        numeral.value <= _OLDEST
        and numeral.scale == 1
        and counted.kind != "people"
        and _FROM_AGE.search(low, max(0, numeral.start - _REACH), numeral.start) is not None
    ):
        return True
    if not numeral.digits:
        return _is_spelled_name(text, low, numeral)
    if numeral.scale > 1 or numeral.plus:
        return False
    reach = max(0, begin - _REACH)
    space = max(low.rfind(" ", reach, max(0, begin - 1)), reach - 1)
    word = low[space + 1 : begin].strip(" (\n")
    if word in _RATES:
        return True
    if not numeral.digits.isdigit():
        return False
    if word in _AGES or low.startswith(_AFTER_NAMES, numeral.end):
        return True
    if begin < numeral.start:
        return False
    if _is_age_aside(text, low, numeral):
        return True
    return _is_named(text, low, numeral, counted, word, space)


def _is_age_aside(text: str, low: str, numeral: Numeral) -> bool:
    """Whether a number between commas tells the age of the one person named before it: "a bystander, 19, was shot"."""
    if len(numeral.digits) != 2 or not (low.endswith(", ", 0, numeral.start) and low.startswith(",", numeral.end)):
        return False
    start = low.rfind(" ", 0, numeral.start - 2) + 1
    word = low[start : numeral.start - 2]
    one = (
        text[start].isupper()
        or noun_kind(word) == "people"
        or low[max(0, start - 4) : start].split()[-1:] in (["a"], ["an"])
    )
    return one and not word.endswith("s")


def _is_named(text: str, low: str, numeral: Numeral, counted: Counted, word: str, space: int) -> bool:
    """Whether plain digits behind ``word``, which stands after the blank at ``space``, are a year or a name."""
    counts_people = counted.kind in ("people", "harm")
    if len(numeral.digits) == 4 and numeral.value in YEARS:
        return not counts_people or word in _BEFORE_YEARS
    if word in _MONTHS or (counted.kind != "people" and _MONTH_AFTER.match(low, numeral.end)):
        return True
    capital = text[space + 1 : space + 2].isupper()
    if word in _NUMBERED:
        return capital or not counts_people
    if counted.kind != "none":
        return False
    if word == "at" and len(numeral.digits) == 2:
        return _DIED.search(low, max(0, space - _REACH), space) is not None
    if word == "of":
        return low[max(0, space - 12) : space].rpartition(" ")[2] in _BODIES
    return capital and space > 0 and word[-1:].isalnum() and low[space - 1] not in ":|.;(-–—" and word not in HARM_WORDS


def _is_spelled_name(text: str, low: str, numeral: Numeral) -> bool:
    """Whether a number word ends a name ("Council of Nine") or tells an age ("at age nine")."""
    words = low[max(0, numeral.start - 24) : numeral.start].split()
    if not words:
        return False
    if words[-1] in _AGES or words[-1] in _RATES:
        return True
    return words[-1] == "of" and text[numeral.start].isupper() and len(words) > 1 and words[-2] in _BODIES
