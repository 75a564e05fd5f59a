"""What the words after a number tell of it: "12,000 were shot", "400,000 famine deaths", "9 tried; all hanged"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regimekit.model.estimate import Measure
from regimekit.parsing.clauses import Word
from regimekit.parsing.harm_words import graver
from regimekit.parsing.judgement import BLOCKED, NOTHING, Judgement, Surroundings
from regimekit.parsing.quantities import FoundQuantity
from regimekit.parsing.titles import FATAL_DEEDS, VICTIMS

_CLAIMING = frozenset("claimed claiming claims cost costing costs took taking takes lost losing".split())
_FATED = frozenset(("dying", "fleeing", "starving", "disappearing", "perishing"))
# Past forms that take things as readily as people ("seized arsenals"): a bare noun behind them is their object.
_OF_THINGS = frozenset("seized held fired captured beat assaulted affected suspended charged hung tried".split())
_SUFFERING = frozenset("subjected faced face suffered suffering endured underwent facing".split())
_NO_DEED = {"tried": "to", "shot": "at"}  # "tried to", "shot at": nobody was tried or shot
_MOVING = frozenset("moved went settled arrived left returned crossed relocated".split())
_INFANTS = frozenset(("babies", "infants", "newborns"))
_TAKING = frozenset(("abducted", "taken", "seized", "kidnapped"))
_FALLING = frozenset(("fell", "fall", "fallen"))
_NO_FALL = frozenset(
    "to from by into out ill sick short silent behind under below within prisoner apart foul asleep through back "
    "away off on over".split()
)
_ABROAD = frozenset(("abroad", "overseas"))
_GIVEN = frozenset("given got received drew handed served serving serve drawing getting receiving get receive".split())
_TERMS = frozenset("years year yrs yr months month mos mths weeks days sentences terms".split())
_DENYING = frozenset(("not", "never", "nobody", "cannot"))
_CROSSING = (
    "escaped",
    "crossed",
    "poured",
    "streamed",
    "slipped",
    "trekked",
    "crossing",
    "walked",
    "sailed",
    "flooded",
)
_ARMED = frozenset("soldiers troops men police policemen guards fighters guerrillas militants rebels marines".split())
_SOME_OF_THEM = frozenset("one some many most several another others few half".split())
_SPANS = frozenset("year month week day hour night".split())
_EACH = frozenset("annually yearly monthly weekly daily nightly hourly".split())


class _Phrase(NamedTuple):
    """The noun phrase behind a number: what its words count or name, and where it ends."""

    end: int
    counted: Measure | None = None
    group: Measure | None = None
    deed: Measure | None = None
    victims: bool = False
    nothing_harmed: bool = False


def behind(words: Sequence[Word], at: int, found: Sequence[FoundQuantity], outer: Surroundings) -> Judgement:
    """The harm that the words after the number at ``at`` tell."""
    phrase = _noun_phrase(words, at, found)
    rate = _is_rate(words, phrase.end) or _is_rate(words, at + 1)
    if found[words[at].place].changes and _tag(words, at + 2) == "quantity":  # "up from 300 to 900 a month"
        rate = rate or _is_rate(words, at + 3)
    if phrase.nothing_harmed or rate:
        return BLOCKED
    told = phrase.counted
    group, deed, victims = phrase.group, phrase.deed, phrase.victims
    position = phrase.end
    if told is None:
        quantity = found[words[at].place]
        if victims and _tag(words, position) == "of":
            deed = graver(deed, _deeds(words, position + 1))
        position = _predicate(words, at, position, found, outer)
        if position < 0:
            return BLOCKED
        if position < len(words):
            word = words[position]
            if word.tag == "of" and group is None:
                told = outer.measure(people=False)  # "gangs: 9,000 men, of whom 300 died"
            if word.tag in ("past", "fate", "adjective", "gerund", "count", "event"):
                told = word.measure
                if quantity.counted.noun in _INFANTS and word.text in _TAKING:
                    told = "other"
            elif word.tag == "group":
                group = graver(group, word.measure)
                victims = word.text in VICTIMS and words[position - 1].text not in FATAL_DEEDS
            elif word.text in _MOVING or word.text in _ABROAD:
                told = "displaced"
            elif word.text in _FALLING:
                told = "deaths"
            elif word.text in _GIVEN:
                told = "detained"
            elif word.tag == "end" and group is not None:
                told = _of_them_all(words, position + 1)
    if told is not None:
        return Judgement(_joined(words, position, told, found), "behind")
    if victims:
        return Judgement(deed, "behind") if deed else Judgement("deaths" if outer.deadly else group, "group")
    return Judgement(group, "group") if group else NOTHING


def _tag(words: Sequence[Word], position: int) -> str:
    return words[position].tag if position < len(words) else ""


def _text(words: Sequence[Word], position: int) -> str:
    return words[position].text if position < len(words) else ""


def _noun_phrase(words: Sequence[Word], at: int, found: Sequence[FoundQuantity]) -> _Phrase:
    """Read the words of the noun phrase; a participle that is all of it is left to the predicate."""
    counted = found[words[at].place].counted
    count = group = deed = None
    victims = False
    position = at + 1
    while position < len(words):
        word = words[position]
        if word.tag == "quantity" and found[word.place].total_of:
            position += 1
            continue
        if word.start >= counted.end and not (word.tag in ("of", "det", "neutral") and position == at + 1):
            break
        if word.tag == "count":
            if (
                word.text == "bodies"
                and position > at + 1
                and words[position - 1].tag not in ("past", "det", "adjective")
            ):
                return _Phrase(position, nothing_harmed=True)  # regulatory bodies
            if counted.kind == "harm" or word.text.endswith("s") or word.text in ("dead", "missing"):
                count = graver(count, word.measure)
        elif word.tag == "lives":
            if any(near.text in _CLAIMING for near in words[max(0, at - 3) : position + 2]):
                count = "deaths"
        elif word.tag == "group":
            group = graver(group, word.measure)
            if word.text in VICTIMS:
                victims = words[position - 1].text not in FATAL_DEEDS
        elif word.tag == "event":
            deed = deed if word.text in FATAL_DEEDS else graver(deed, word.measure)
        elif word.tag in ("past", "fate", "adjective", "gerund"):
            if counted.kind not in ("people", "group") and word.end >= counted.end:
                break
            group = graver(group, word.measure)  # "imprisoned dissidents"
        elif word.tag == "safe":
            return _Phrase(position, nothing_harmed=True)
        position += 1
    return _Phrase(position, count, group, deed, victims)


def _deeds(words: Sequence[Word], position: int) -> Measure | None:
    """What was done to victims: "victims of execution, disappearance and killing"."""
    measure: Measure | None = None
    while position < len(words) and words[position].tag in (
        "event",
        "count",
        "and",
        "comma",
        "word",
        "det",
        "gerund",
        "neutral",
    ):
        if words[position].measure is not None and words[position].text not in FATAL_DEEDS:
            measure = graver(measure, words[position].measure)
        position += 1
    return measure


def predicate_after(
    words: Sequence[Word], at: int, position: int, found: Sequence[FoundQuantity], outer: Surroundings
) -> Measure | None:
    """The harm that the clause tells from ``position`` on, of the number at ``at``."""
    place = _predicate(words, at, position, found, outer)
    if 0 <= place < len(words) and words[place].tag in ("past", "fate"):
        told = words[place].measure
        return _joined(words, place, told, found) if told else None
    return None


def _predicate(
    words: Sequence[Word], at: int, position: int, found: Sequence[FoundQuantity], outer: Surroundings
) -> int:
    """The place of the word that tells what became of them: the clause's end where none does, -1 where one denies."""
    first = position
    equated = False  # "12,000 is the best figure for wartime executions"
    while position < len(words):
        word = words[position]
        tag = word.tag
        if tag == "open":
            position = closing(words, position) + 1
            continue
        if tag == "of" and _text(words, position + 1) in ("whom", "which", "them", "those"):
            resumed = _clause_end(words, position)  # what follows is said of some of them
            if resumed < len(words) and words[resumed - 1].tag == "comma":
                position = resumed
                continue
            if outer.measure(people=False) is not None:
                return position
        if tag == "quantity" and found[word.place].total_of:
            pass
        elif tag == "quantity" and (resumed := _behind_aside(words, position)) > 0:
            position = resumed
            continue
        elif tag in ("quantity", "end", "close", "colon", "sub"):
            return position
        elif tag == "dash":
            if _tag(words, position + 1) not in ("past", "fate"):
                return position
        elif tag == "past":
            if _text(words, position + 1) == _NO_DEED.get(word.text):
                return len(words)
            if words[position - 1].tag != "aux" and _takes_object(words, position, found):
                return len(words)  # it is they who did it
            return position
        elif tag in ("fate", "adjective"):
            if word.text.endswith(("sentences for", "terms for", "prison for")) or words[position - 1].text in _DENYING:
                return len(words)
            if word.text.startswith(_CROSSING) and found[words[at].place].counted.noun in _ARMED:
                return len(words)  # an invasion
            return position
        elif (word.text in _FALLING and _falls(words, position, found[words[at].place])) or (
            word.text in _GIVEN and _is_term(words, position, found)
        ):
            return position
        elif tag == "count":
            if word.text in ("dead", "missing", "displaced") or equated:
                return position
        elif tag == "neutral":
            equated = equated or (words[first].tag == "aux" and found[words[at].place].counted.kind == "none")
        elif tag == "group":
            if _becomes(words, position):
                return position
        elif tag == "gerund":
            if words[position - 1].tag != "prep":  # but "prevented from fleeing"
                return position if word.text in _FATED else len(words)
        elif word.text in _ABROAD and position == at + 1 and outer.measure(people=False) is not None:
            return position  # "Toll: 90 dead, 4,000 abroad"
        elif tag == "modal":
            return -1
        elif tag == "safe":
            if position == first or not word.text.startswith("survivor"):
                return -1
        elif word.text in _SUFFERING:
            for place in range(position + 1, min(position + 6, len(words))):
                if words[place].tag in ("event", "count"):
                    return place
        elif word.text in _MOVING and outer.measure(people=False) == "displaced":
            return position
        elif tag == "freed":
            return len(words)
        position += 1
    return position


def _clause_end(words: Sequence[Word], position: int) -> int:
    """The place of the next comma that a verb follows ("most of them old, were shot"), or the end."""
    for place in range(position, len(words)):
        if words[place].tag in ("end", "quantity", "colon", "close"):
            return place
        if words[place].tag == "comma" and _tag(words, place + 1) in ("aux", "past", "fate"):
            return place + 1
    return len(words)


def _behind_aside(words: Sequence[Word], at: int) -> int:
    """The place behind an aside of a part, 0 where none stands at ``at``: "31 abbots, two of them old, drowned"."""
    if words[at - 1].tag != "comma" or _text(words, at + 1) != "of" or _text(words, at + 2) not in ("them", "whom"):
        return 0
    for place in range(at + 3, min(at + 9, len(words))):
        if words[place].tag == "comma":
            return place + 1
        if words[place].tag == "end":
            break
    return 0


def _falls(words: Sequence[Word], position: int, subject: FoundQuantity) -> bool:
    """Whether people fell in a fight, rather than by a number or to an enemy."""
    return subject.counted.kind in ("people", "group") and _text(words, position + 1) not in _NO_FALL


def _is_term(words: Sequence[Word], position: int, found: Sequence[FoundQuantity]) -> bool:
    """Whether a sentence of so many years follows: "4 got up to 12 years"."""
    for place in range(position + 1, min(position + 4, len(words))):
        if words[place].tag == "quantity":
            return found[words[place].place].counted.noun in _TERMS
        if words[place].tag not in ("det", "prep"):
            return False
    return False


def _becomes(words: Sequence[Word], position: int) -> bool:
    """Whether a noun says what the subject became: "400 people became refugees"."""
    place = position - 1
    while place > 0 and words[place].tag in ("det", "event", "adjective", "word"):
        place -= 1
    return words[place].tag == "aux"


def _joined(words: Sequence[Word], position: int, told: Measure, found: Sequence[FoundQuantity]) -> Measure:
    """The gravest of a deed and those joined to it: "arrested and later shot", "deaths and disappearances"."""
    joining = False
    first = position
    while position < len(words):
        word = words[position]
        if word.tag in ("quantity", "end", "close", "colon", "sub", "dash", "rel", "by"):
            break
        if word.tag == "open":
            position = closing(words, position)
        elif joining and word.tag in ("past", "fate"):
            if word.tag == "fate" or not _takes_object(words, position, found):
                told = graver(told, word.measure) or told
            joining = False
        elif joining and word.tag == "count" and position - first < 5:
            told = graver(told, word.measure) or told
        elif word.tag in ("and", "comma"):
            joining = True
        elif (joining and word.text in _SOME_OF_THEM) or (
            joining and word.tag not in ("det", "neutral", "aux", "prep", "word", "adjective")
        ):
            break
        position += 1
    return told


def _of_them_all(words: Sequence[Word], position: int) -> Measure | None:
    """What the next clause says of all of a group: "16 defendants; all executed"."""
    if position < len(words) and words[position].text in ("all", "both"):
        while position + 1 < len(words) and words[position].tag in ("det", "aux", "of"):
            position += 1
        if words[position].tag in ("past", "fate"):
            return words[position].measure
    return None


def _is_rate(words: Sequence[Word], position: int) -> bool:
    """Whether the number is so many a year or a day, which is no count."""
    for place in range(position, min(position + 4, len(words))):
        word = words[place]
        if word.text in _EACH:
            return True
        if word.text == "within":
            return False
        if word.text in ("a", "per", "each", "every") and place + 1 < len(words) and words[place + 1].text in _SPANS:
            return True
        if word.tag not in ("past", "fate", "people", "count", "group", "neutral"):
            return False
    return False


def closing(words: Sequence[Word], position: int) -> int:
    """The place of the bracket that closes the one at ``position``, or the last word."""
    depth = 0
    for at in range(position, len(words)):
        depth += (words[at].tag == "open") - (words[at].tag == "close")
        if depth == 0:
            return at
    return len(words) - 1


def _takes_object(words: Sequence[Word], position: int, found: Sequence[FoundQuantity]) -> bool:
    """Whether a past form is followed by its object ("killed 40 civilians"), so that its subject did the deed."""
    at = position + 1
    while at < len(words) and words[at].text.endswith("ly"):
        at += 1
    if at >= len(words):
        return False
    word = words[at]
    if word.tag == "quantity":
        return found[word.place].counted.kind != "thing"  # but "shot two days later"
    if word.text in ("him", "them", "me", "us", "himself"):
        return True
    if word.tag in ("word", "thing"):
        return words[position].text in _OF_THINGS
    return word.tag in ("det", "people", "name", "group") and word.text not in (
        "up",
        "down",
        "last",
        "around",
        "each",
        "over",
    )
