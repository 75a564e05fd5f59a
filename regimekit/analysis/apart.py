"""Whether what is said around two figures tells them apart: other people, another place or time, another kind of death.

Where this is in doubt they are apart: a contradiction that is none costs more
than one that nobody finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from regimekit.analysis.bounds import below
from regimekit.analysis.names import fold
from regimekit.analysis.subjects import aside_of, label_of, words_of
from regimekit.model import Estimate, HistoricalDate

_SAME_PERIOD = 0.6  # of the days that two periods cover together, they have to share so many
_LONGEST_CAPTION = 60  # characters; a longer one is a sentence
_ANYBODY = frozenset(
    "people persons person individuals victims lives men and women deaths dead all human beings".split()
)
_KINDS = {
    "executed": r"execut|\bshot\b|shooting|\bhang(?:ed|ing)|firing squad|guillotin|sentenced|assassinat|murder"
    r"|massacr",
    "in custody": r"\b(?:in|at|from) (?:the |a )?(?:\w+ )?(?:prisons?|camps?|custody|detention|captivity|jail)"
    r"|\btorture|\bgulag",
    "of hunger": r"starv|famin|hunger|diseas|epidemi|malnutrit|exposure|exhaust",
    "all harmed": r"casualt|wound|injur|victim(?!.*\b(?:killed|dead|died|deaths?)\b)",
    "missing": r"missing|disappear|unaccounted",
    "civilian": r"civilian|non-?combatant",
    "military": r"soldier|military|troops|combatant|fighter|militant|police|officer|guerrilla|rebel|insurgent",
    "excess": r"excess|indirect|unborn|birth|demographic|population loss",
    "violent": r"violen|direct\b|\bcombat\b|in battle|bombing|air ?raid",
    "on the way": r"en route|transport|transit|march|on the way|journey",
}
_KIND = [(name, re.compile(pattern, re.I)) for name, pattern in _KINDS.items()]
# a figure with one of these is no more than part of what its label names
_NARROWED = re.compile(
    r"\b(?:alone|only|specifically|just|exclud\w+|without|not (?:counting|including)|exclusive of|except|first"
    r"|initial\w*|early|so far|by then|by (?:19|20)\d\d|as of|until|confirmed|documented|identified|registered|recorded"
    r"|verified|named|known|proven|counted|reported|official\w*|of (?:them|whom|these|which)|among|some of|half"
    r"|additional|another|further|other|others|remaining|rest|per|each|daily|weekly|monthly|annual\w*"
    r"|a (?:day|week|month|year)|average|at (?:any|one|a) (?:given )?time|peak|lower|low|minimum|min|conservative)\b",
    re.I,
)
# a figure with one of these holds more than what its label names
_WIDENED = re.compile(
    r"\b(?:including|includ\w+|plus|together with|along with|combined|additional|another|further|as well as"
    r"|(?:and|or) (?:the )?(?:\w+ )?(?:wounded|injured|missing|disappeared|disappearances|imprisoned|detained"
    r"|displaced)|upper|high|higher|highest|maximum|max|up to|total of (?:both|all)|overall|war-related|related)\b|/",
    re.I,
)
# what is said of a figure that somebody gives, and others do not believe
_CLAIMED = re.compile(
    r"\b(?:claim\w*|alleg\w+|inflat\w+|exaggerat\w+|reject\w*|implausib\w+|myth\w*|propagand\w*|refut\w+|false\w*"
    r"|deni\w+|minimi[sz]\w+|disput\w+|challeng\w+|contest\w+|possibl[ey]|perhaps|may|might|could|if|so-called"
    r"|some (?:say|estimate\w*|put)|others|alternat\w*|revis\w*|original\w*|earlier|later|previous\w*)\b",
    re.I,
)
# names that stand where an author's would: in brackets, behind "according to", before a year
_NAMED = re.compile(
    r"\((?:[^()]*[^\w()])?(?:[A-Z][a-z]|[A-Z]{2,}\b)[^()]*\)"
    r"|\b(?:[Aa]ccording to|[Pp]er|[Ss]ources?:|says|by)\s+(?:the\s+)?[A-Z]"
)
_NAME_AND_YEAR = re.compile(r"\b[A-Z][\w’'.-]+,? \(?(?:1[89]|20)\d\d\b")
_MONTHS = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|Spring|Summer|Autumn|Fall|Winter)\b"
)


class Told(msgspec.Struct, frozen=True):
    """What an estimate's own words say of what it counts.

    ``period`` is None where only the title of the dossier gives one; ``own``
    says that it stands beside the figure, not in a heading above. ``named`` is
    True where a name stands beside the figure that was not read as its author's;
    ``aside`` are the words of its caption and of brackets in its label that
    name something else than the thing counted.
    """

    kinds: frozenset[str]
    who: str
    where: str
    period: HistoricalDate | None
    own: bool
    narrowed: bool
    widened: bool
    claimed: bool
    named: bool
    aside: frozenset[str]


def told(estimate: Estimate, about: frozenset[str], headings: Sequence[str]) -> Told:
    """Reads the words around a figure for the thing of these words; ``headings`` are those above it below the title."""
    before, after = _around(estimate)
    label = label_of(estimate) or ""
    caption = estimate.caption or ""
    caption = caption if len(caption) <= _LONGEST_CAPTION and caption not in headings else ""
    thing = " ".join(sorted(about))
    words = f"{label} {before} {_BRACKETS.sub(' ', after)} {caption}"
    kinds = frozenset(name for name, kind in _KIND if kind.search(words) and not kind.search(thing))
    period, own = _period(estimate, headings)
    around = f"{label} {before} {estimate.quantity.verbatim} {after}"
    return Told(
        kinds,
        _group(estimate.scope.who, about),
        fold(estimate.scope.where or ""),
        period,
        own,
        _NARROWED.search(f"{label} {before} {after}") is not None,
        _WIDENED.search(f"{label} {before} {after}") is not None,
        _CLAIMED.search(around) is not None,
        estimate.attribution is None and names_somebody(estimate),
        _aside(estimate, about, label, caption),
    )


def _aside(estimate: Estimate, about: frozenset[str], label: str, caption: str) -> frozenset[str]:
    name = words_of(estimate.attribution.name) if estimate.attribution is not None else frozenset()
    bracketed = " ".join(_BRACKETS.findall(label)).replace("(", " ").replace(")", " ")
    return (aside_of(caption, about) | aside_of(bracketed, about)) - name


def names_somebody(estimate: Estimate) -> bool:
    """Whether beside the figure stands what may be somebody's name: "(Doe)", "according to the UN", "Doe 1993"."""
    text = _MONTHS.sub(" ", estimate.text)
    behind = text.partition(estimate.quantity.verbatim)[2]
    return _NAMED.search(text) is not None or _NAME_AND_YEAR.search(behind) is not None


_BRACKETS = re.compile(r"\([^()]*\)?")
_ENDS = re.compile(r"[;|]|\.\s|[—–]\s|\s-{1,2}\s")


def _around(estimate: Estimate) -> tuple[str, str]:
    """The clause in which the figure stands, before and behind it."""
    before, _, after = estimate.text.partition(estimate.quantity.verbatim)
    return _ENDS.split(before)[-1], _ENDS.split(after)[0]


def _group(who: str | None, about: frozenset[str]) -> str:
    words = fold(who or "").split()
    return " ".join(word for word in words if word not in _ANYBODY and word.rstrip("s") not in about)


def _period(estimate: Estimate, headings: Sequence[str]) -> tuple[HistoricalDate | None, bool]:
    when = estimate.scope.when
    if when is None:
        return None, False
    if any(when.verbatim in heading for heading in headings):
        return when, False
    own = when.verbatim in estimate.text or when.verbatim in (estimate.caption or "")
    return (when, True) if own else (None, False)


def alike(one: Told, other: Told) -> bool:
    """Whether nothing says that two figures count other people, another place or time, or another kind of death."""
    if (one.kinds, one.who, one.where, one.aside) != (other.kinds, other.who, other.where, other.aside):
        return False
    if one.claimed or other.claimed or one.named or other.named:
        return False
    return _same_period(one, other)


def comparable(one: Estimate, other: Estimate, told_one: Told, told_other: Told) -> bool:
    """Whether two figures for one thing that exclude each other count the same.

    A figure that is narrower than its label can only be the smaller one, and
    one that is wider only the larger: those are no contradiction.
    """
    smaller, larger = (told_one, told_other) if below(one.quantity, other.quantity) else (told_other, told_one)
    return alike(told_one, told_other) and not smaller.narrowed and not larger.widened


def _same_period(one: Told, other: Told) -> bool:
    if one.period is None or other.period is None:
        return not (one.own or other.own)
    return shared(one.period, other.period) >= _SAME_PERIOD


def shared(one: HistoricalDate, other: HistoricalDate) -> float:
    """The days that two periods share, as a part of those that they cover together; 1 for periods written alike."""
    if one.edtf == other.edtf:
        return 1.0
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return 0.0
    both = (min(one.latest, other.latest) - max(one.earliest, other.earliest)).days + 1
    covered = (max(one.latest, other.latest) - min(one.earliest, other.earliest)).days + 1
    return max(0, both) / covered
