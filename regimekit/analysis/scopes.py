"""What a figure counts, as words: so that two ways to say the same are one, and two things stay two.

Words that say how many died, or who found it out and when, name no thing of
their own: "Pre-Archival Estimates" and "Death toll" leave nothing behind,
"Deaths by execution" leaves {execution}.
"""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.analysis.names import fold
from regimekit.model import Attribution, Estimate, Measure

_SMALL = frozenset(
    """a an the of in and or for from during under by to with at on as s t its it their his her this that these those
    then there here how many much why what which who so such do does did is are was were be been being per both each
    very more less fewer than most about around nearly over up also not no but into among between within between
    after before since until against without only alone specifically""".split()
)
# words that say that people died, or how many, without saying where, when, how or who
_TOLL = frozenset(
    """death dead die died dying killed toll victim casualty fatality loss lost lives life human cost people
    person inhabitant individual number figure count estimate estimated total overall scale magnitude extent
    statistic data sum summary amount approximate approximately commonly cited range ranging worldwide
    disappeared widely wide detail impact result consequence effect controversy debate dispute era regime rule
    period year time""".split()
)
# words that say who found a figure, from what, when or how high it lies beside others
_EVIDENCE = frozenset(
    """official scholar scholarly scholarship historian demographer demographic demography researcher research
    academic academia expert archive archival local record recorded document documented census study survey pre
    post early earlier earliest recent modern contemporary revised later latest current older newer new old low
    lower lowest high higher highest upper middle mid medium moderate minimum maximum conservative mean median
    central best published calculation calculated government state commission court tribunal ngo human right
    organization organisation source opened opening made given compiled reported report claimed claim alleged
    conflicting disputed differing different competing consensus used encyclopedia wikipedia named author
    literature press media independent foreign western accepted popular figure view opinion work account
    evidence first second initial other another several various some""".split()
)
_GENERIC = _SMALL | _TOLL | _EVIDENCE
# those whom a measure is about by itself: prisoners where people detained are counted
_COUNTED: dict[Measure, frozenset[str]] = {
    "detained": frozenset("prisoner inmate detainee convict internee prison detained arrested imprisoned".split()),
    "displaced": frozenset("refugee displaced deportee exile evacuee expelled resettled".split()),
    "disappeared": frozenset({"disappeared", "missing"}),
    "injured": frozenset({"wounded", "injured"}),
    "tortured": frozenset({"tortured"}),
    "forced_labour": frozenset({"labourer", "laborer", "worker"}),
}
_NONE: frozenset[str] = frozenset()
_LINES = 1 << 13  # whole lines of text that are remembered

# what narrows or widens the thing that is counted
_NARROWING = re.compile(
    r"(?:\b(?:in|for|during|within)\s+[^,;|]{3,40}?\s(?:alone|only|specifically)\b|\b[\w-]+ (?:alone|only)\b"
    r"|\bspecifically (?:to|in|for|by|from)\s+[^,;:|()\d]{3,40}|\b(?:war-?time|peace-?time|post-?war|pre-?war)\b"
    r"|\b(?:including|excluding|without|not counting|not including|exclusive of)\s+[^,;:|()\d]{3,40}"
    r"|\b(?:total|overall|all|entire|whole)\s+(?!(?:of|in|to|by|for|and|or|at|on|from|including|excluding)\b)[a-z][\w-]+"
    r"(?:\s+[a-z][\w-]+)?)",
    re.IGNORECASE,
)
_NARROWS = re.compile(
    r"alone|only|specifically|including|excluding|without|counting|exclusive|total|overall|all |entire|whole|time|war",
    re.I,
)


@lru_cache(maxsize=1 << 16)
def all_words(text: str) -> frozenset[str]:
    """The words of a text without case, accents, numbers and the endings of the plural."""
    return frozenset(_singular(word) for word in fold(text).split() if word.isalpha()) - _SMALL


@lru_cache(maxsize=1 << 16)
def thing_words(text: str) -> frozenset[str]:
    """The words of a heading, caption or label that name what is counted; none where it only says "Death toll"."""
    return all_words(text) - _GENERIC


_TELLS_A_TOLL = frozenset("death toll casualty victim fatality dead died killed perished".split())
_BETWEEN = re.compile(r"\d[^()]*\([^()]*[^\W\d_]{3,}[^()]*\)\s*(?:to|[-–—]|and)\s.*\d")
_WHOSE = re.compile(r"(?P<name>.+?)['’]s?\s+(?P<work>[\w\s]+)")


def says_whose(caption: str, author: Attribution | None) -> bool:
    """Whether a caption says whose a figure is, and not what it counts: "Lind (1991)", "Lind's Research"."""
    words = thing_words(caption)
    if author is not None and words and words <= all_words(author.name):
        return True
    whose = _WHOSE.fullmatch(caption)
    return whose is not None and whose["name"][:1].isupper() and not thing_words(whose["work"])


def ends_of_two(verbatim: str) -> bool:
    """Whether a range goes from one's figure to another's: "9,000 (the ministry) to 30,000"."""
    return _BETWEEN.search(verbatim) is not None


def as_written(words: frozenset[str], text: str) -> str:
    """These words in the order and with the capitals of a text."""
    return " ".join(dict.fromkeys(word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if all_words(word) & words))


@lru_cache(maxsize=1 << 16)
def tells_a_toll(text: str) -> bool:
    """Whether a heading is about how many were harmed ("Total Death Toll Estimates")."""
    return bool(all_words(text) & _TELLS_A_TOLL)


def group_words(who: str | None, measure: Measure) -> frozenset[str]:
    """The words that name a group of people; none for people as such, or whom the measure is about."""
    return thing_words(who) - _COUNTED.get(measure, _NONE) if who else _NONE


@lru_cache(maxsize=_LINES)
def narrowing(text: str) -> str | None:
    """The words by which a text narrows or widens what it counts ("in the south alone", "all famine deaths")."""
    if not _NARROWS.search(text):
        return None
    found = [match[0].strip() for match in _NARROWING.finditer(text)]
    # "in 1937 alone" names no thing, and narrows all the same; "total approximately" before another phrase does not
    return next((phrase for phrase in found if thing_words(phrase)), found[0] if found else None)


def clause_words(estimate: Estimate) -> frozenset[str]:
    """The words behind a figure in a cell that holds several: "~6 million Jews; ~70 million war deaths overall"."""
    clause = estimate.text.partition(estimate.quantity.verbatim)[2].partition(";")[0]
    return thing_words(clause) - (all_words(estimate.attribution.name) if estimate.attribution else _NONE)


_CLAIM = re.compile(
    r"\b(?:estimat\w*|tolls?|figures?|rang(?:e|es|ed|ing)|cited|calculat\w*|according to|official\w*|claim\w*"
    r"|scholar\w*|historians?|controvers\w*|disputed?|consensus)\b",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:possibl[ey]|perhaps|or|some|others|estimat\w*|cited|central|likely|rang(?:e|es|ed|ing)|conservative|higher"
    r"|upper|lower|according|claim\w*|official\w*|as many as|commonly|recent|later|revised|challenged|even|maybe)\b",
    re.I,
)
_BESIDE = 25  # characters behind a figure that may still say that it stands instead of another


@lru_cache(maxsize=_LINES)
def claims(text: str) -> bool:
    """Whether a text says that somebody puts a number on something, and does not just tell what happened."""
    return _CLAIM.search(text) is not None


@lru_cache(maxsize=_LINES)
def stands_instead(text: str, before: str, verbatim: str) -> bool:
    """Whether the second of two figures of one statement is another figure for the same: "85, possibly 700-1,000".

    Otherwise it counts something else: "100,000 in the war, 40,000 after it".
    """
    _, _, rest = text.partition(before)
    between, _, behind = rest.partition(verbatim)
    return _INSTEAD.search(f"{between} {verbatim} {behind[:_BESIDE]}") is not None


# "recorded" is left out: whatever an archive holds is recorded, and its sums are estimates like others
_DOCUMENTED = re.compile(
    r"(?<!un)(?<!not )(?<!never )\b(?:documented|confirmed|verified|identified|individually named)"
    r"\s+(?:by name\b|(?:individual\s+)?(?:deaths?|dead|killings?|killed|executions?|executed"
    r"|disappearances?|disappeared|victims?|cases?|names?|minimum|count|persons?|people|prisoners?|detainees?)\b)"
    r"|(?<!not )\b(?:documented|confirmed|verified|identified)\s*[)\]]"
    r"|\d\s+(?:documented|confirmed|verified|identified)\s*(?:[|;,.]|$)"
    r"|(?<!not )(?<!never )\b(?:documented|verified|identified)\s+(?:at least |some |about )?\d[\d,.]*\s+"
    r"(?:individual\s+)?(?:deaths?|dead|killings?|killed|executions?|assassinations?|murders?|disappearances?|victims?|cases?|names?)\b"
    r"|\b(?:named victims|victims? (?:known )?by name)\b",
    re.I,
)


def counts_documented(estimate: Estimate) -> bool:
    """Whether a figure counts the cases that were documented, which is a minimum and no estimate of all."""
    return _tells_documented(estimate.text) or (estimate.caption is not None and _tells_documented(estimate.caption))


@lru_cache(maxsize=_LINES)
def _tells_documented(text: str) -> bool:
    return _DOCUMENTED.search(text) is not None


_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:of|and|the)?\s*[A-Z][\w'’-]+)*")
# behind a name that says who found a figure, and not what it counts
_SPEAKS = re.compile(
    r"(?:['’]s?)?(?:\s+\(?\d{4}\)?)?(?:\s+(?:report|study|book|account|analysis|research|survey|census))?\s+"
    r"(?:calculate[sd]?|conclude[sd]?|argue[sd]?|claimed|put|reported|suggest(?:s|ed)?|counted|g[ia]ves?|cite[sd]"
    r"|f(?:inds?|ound)|estimated|(?:estimates|claims|puts|reports|counts)\s*$)(?!\w)",
    re.I,
)
_BEHIND = re.compile(
    r"\s*(?:deaths?|(?:were |was )?killed|people|victims|dead|died|perished)?"
    r"\s*\b(?:for|in|of|from|during)\s+(?P<thing>[^,;.:()]{3,40})",
    re.I,
)


@lru_cache(maxsize=_LINES)
def named_beside(text: str, verbatim: str) -> frozenset[str]:
    """The words by which a sentence says of what a figure is: a name before it, "for the famine" behind it.

    One capital at the beginning of the sentence is no name.
    """
    before, _, behind = text.partition(verbatim)
    names = [match for match in _NAME.finditer(before) if match.start() or " " in match[0]]
    names = [match for match in names if not _SPEAKS.match(before, match.end())]
    thing = _BEHIND.match(behind)
    said = " ".join([*(name[0] for name in names), thing["thing"] if thing else ""])
    return thing_words(said)


@lru_cache(maxsize=1 << 16)
def event_words(what: str) -> frozenset[str]:
    """The words by which an event is known; none for a heading that only says that a toll follows.

    Unlike in captions, "early" and "local" tell one event from another.
    """
    words = thing_words(what) if tells_a_toll(what) else all_words(what) - _TOLL
    return words if words or tells_a_toll(what) else all_words(what)


@lru_cache(maxsize=1 << 16)
def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
