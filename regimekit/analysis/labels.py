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


# a clause that says through whom a figure was read, in which work, or how it was made
_QUOTING = re.compile(
    r"(?:as |and )*(?:quoted|cited|given|reported|told|named|read|printed|reprinted|published|republished|quoting"
    r"|citing|reviewed|in|to|via|by|on|according|as|made public|summed up|with|after|of whom)\b"
    r"(?! (?:the )?(?:end|spring|summer|autumn|winter)\b)",
    re.I,
)
_OF_WORK = re.compile(
    r"\b(?:undated|entry|edition|reports?|reviews?|lists?|panel|map|pages?|site|blog|weblog|newspaper|encyclopedia|revision|speech"
    r"|interview|spokes\w+|minister|commander|order|figures?|values?|bound|range|interval|central value|conservative"
    r"|estimates?|estimated"
    r"|counts?|records|archives?|statement|certificate|telegram|summary|press|news|agenc\w+|timeline|sources?|study|thesis|historians?"
    r"|reading|website|table|map|probable|authors|research|registered|identified|documented|copy|text)\b",
    re.I,
)
_PART = re.compile(r"\b(?:of whom|of them|among them|including)\b", re.I)
_BY = re.compile(r"(?:as |made public |summed up |quoted )*(?:by|with|for|after)\b", re.I)
_NAMES = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]{2,}")
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_STRETCH = re.compile(
    r"\b(?:first|last|within|until|up to|to|since|for|at)\b[^,;]*\b(?:\d{4}|days?|weeks?|months?|years?|height)\b"
    r"|\b(?:one|two|three|four|five|six|\d+) (?:days|weeks|months|years)\b|\b(?:only|alone)$",
    re.I,
)
_GROUPS = re.compile(
    r"\b(?:civilians?|soldiers|women|men|children|officers|opponents|rebels|troops|deportees|peasants|minors|foreigners)\b",
    re.I,
)
_WORK_YEAR = re.compile(rf"\s*[(,]?\s*(?:{_YEAR}[a-z]?|undated)\s*(?:\)|,|;|$)")


@lru_cache(maxsize=1 << 13)
def remark_of(text: str, author: str) -> str | None:
    """What a row says behind its author's name and year: "Toledo province" of "Doe (1999), Toledo province"."""
    cells = text.split(" | ")
    at = next((at for at, cell in enumerate(cells) if author in cell), None) if len(cells) > 1 else None
    if at is None or at == len(cells) - 1:
        return None  # in the last cell stands the figure, with what is said of it
    behind = cells[at].partition(author)[2].removeprefix(".")  # of "et al."
    year = _WORK_YEAR.match(behind)
    remark = (behind[year.end() :] if year else behind).strip(" ,;:")
    return remark if re.search(r"[^\W\d_]", remark) else None


def narrowing_remarks(estimates: Sequence[Estimate], known: frozenset[str]) -> list[bool]:
    """Which rows of a table say by a remark that they count another place, group or time than the rest.

    What all remarks say, who quotes whom, and how a figure was made parts nothing. Spans
    of years do by themselves.
    """
    said = [_remark_words(one) - known for one in estimates]
    common = frozenset.intersection(*said) if said else frozenset()
    return [bool(words - common) for words in said]


def _remark_words(estimate: Estimate) -> frozenset[str]:
    """The words of a remark that name a place, a group or a stretch of time."""
    author = estimate.attribution
    remark = remark_of(estimate.text, author.name) if author is not None else None
    found: set[str] = set()
    for clause in re.split(r"[,;]\s", remark) if remark and estimate.section != "overview" else ():
        if _QUOTING.match(clause) or _OF_WORK.search(clause) or _PART.search(clause):
            if _BY.match(clause):
                break  # "by Doe, Roe and Poe"
            continue
        found.update(name.casefold() for name in _NAMES.findall(clause))
        found.update(group.casefold() for group in _GROUPS.findall(clause))
        stretch = _STRETCH.search(clause)
        found.update(stretch[0].casefold().split() if stretch else ())
    return frozenset(found - _MONTHS)


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
