"""What the label of a row says beside its author: the period, the part, or that it comes on top of another figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from regimekit.analysis.scopes import thing_words
from regimekit.analysis.voices import same_author
from regimekit.model import Estimate

# words of a label that say how an author came to a figure, or which of his figures it is, and not what it counts
_HOW = frozenset(
    """national nationwide countrywide county city town province annal gazetteer lecture abstract book article paper
    chapter edition speech interview letter memoir testimony map table list field survey sample model
    method simulation projection regression reconstruction demography possible possibly likely probable best guess
    alternate alternative variant preferred preliminary final rough range confidence interval sum category
    text version figure calculation""".split()
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_SPAN = re.compile(
    rf"(?<![\d–-])(?P<first>{_YEAR})\s?(?:[-–—]|to|until)\s?(?:[A-Z][a-z]{{2,8}}\.?\s)?(?P<last>{_YEAR})(?![\d–”’\"-])"
    r"(?!\s*(?:interviews?|surveys?|stud(?:y|ies)|editions?|reports?|fieldwork|research)\b)"
)
_ONE = re.compile(rf"\b(?P<first>{_YEAR})\s+(?:alone|only)\b")
# the years of works behind an author, and those in which something was found out or published
_NOT_COUNTED = re.compile(
    rf"\(\s*{_YEAR}\s*[-–—]\s*{_YEAR}\s*\)"
    rf"|\b(?:published|interviews?|surveys?|stud(?:y|ies)|reports?|editions?|fieldwork|research|works?|archives?|records?)"
    rf"\s+(?:of|in|from|between)?\s*{_YEAR}\s*[-–—]\s*{_YEAR}",
    re.I,
)
_ADDED_BEFORE = re.compile(r"\b(?:additional|additionally|further|another|extra)\s+$", re.I)
_ADDED_BEHIND = re.compile(r"\s*(?:additional|further|extra|more)\b(?!\s+(?:than|or|recent\w*|likely)\b)", re.I)


@lru_cache(maxsize=1 << 13)
def years_said(text: str, verbatim: str) -> tuple[int, int] | None:
    """The one period that a row or the clause around a figure names: "camps only, 1934-1953", "1969 alone".

    None where none or several are named.
    """
    if " | " not in text:
        text = next((clause for clause in re.split(r"[;.]\s", text) if verbatim in clause), text)
    text = _NOT_COUNTED.sub(" ", text.replace(verbatim, " "))
    found = {(int(one["first"]), int(one["last"])) for one in _SPAN.finditer(text)}
    found |= {(int(one["first"]), int(one["first"])) for one in _ONE.finditer(text)}
    years = found.pop() if len(found) == 1 else None
    return years if years and years[0] <= years[1] else None


@lru_cache(maxsize=1 << 13)
def comes_on_top(text: str, verbatim: str) -> bool:
    """Whether a figure is to be added to another: "9,795 additional cases", "another 400"."""
    before, _, behind = text.partition(verbatim)
    return bool(_ADDED_BEFORE.search(before) or _ADDED_BEHIND.match(behind))


def label_of(estimate: Estimate) -> str:
    """What stands before a figure beside its author's name: "afterwards in the camps"."""
    before = estimate.text.partition(estimate.quantity.verbatim)[0]
    if estimate.attribution:
        before = before.replace(estimate.attribution.name, " ")
    return re.sub(r"\(\s*\d{4}\s*\)", " ", before).strip(" ,;:|()")


_MOST_TOLD = 300  # figures of one event; each is looked at beside each


def told_apart(estimates: Sequence[Estimate], known: frozenset[str]) -> list[frozenset[str]]:
    """For each figure the words of its label by which its author tells it from another of his own figures.

    Who gives two figures in one table, and says of each what it is ("arrested",
    "imprisoned"), does not contradict himself. ``known`` are the event's words.
    """
    apart: list[frozenset[str]] = [frozenset()] * len(estimates)
    if len(estimates) > _MOST_TOLD:
        return apart
    for place, one in enumerate(estimates):
        others = [other for other in estimates if _another(one, other)]
        if others:
            mine = _label_words(one) - known
            # what all of his labels say tells none of them apart
            common = frozenset.intersection(mine, *(_label_words(other) for other in others))
            apart[place] = mine - common
    return apart


def _another(one: Estimate, other: Estimate) -> bool:
    """Whether another figure of the same author stands in another row of the same table or list."""
    a, b = one.attribution, other.attribution
    if a is None or b is None or one.span == other.span or one.caption != other.caption:
        return False
    differs = (one.quantity.low, one.quantity.high) != (other.quantity.low, other.quantity.high)
    return differs and (a.year or b.year) == (b.year or a.year) and same_author(a, b)


def _label_words(estimate: Estimate) -> frozenset[str]:
    return thing_words(label_of(estimate)) - _HOW
