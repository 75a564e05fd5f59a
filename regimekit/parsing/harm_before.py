"""What the words in front of a number tell of it: "killed at least 40", "murder of 12", "Death toll: 500"."""

from __future__ import annotations

from collections.abc import Sequence

from regimekit.model.estimate import Measure
from regimekit.parsing.clauses import OF_THINGS, Word
from regimekit.parsing.counted import Counted
from regimekit.parsing.harm_phrases import PHRASES
from regimekit.parsing.harm_words import graver
from regimekit.parsing.judgement import BLOCKED, NOTHING, Judgement, Surroundings
from regimekit.parsing.titles import FATAL_DEEDS, VICTIMS, is_occasion, names_others

_KILLING_PHRASES = frozenset(("gunned down", "cut down", "shot dead"))
# of a disease or a famine: what it did to those whom it killed
_SWEEPING = frozenset(("carried off", "carried away", "swept away", "swept off", "finished off", "killed off"))
_DEAD_BODIES = frozenset(("remains", "bodies", "corpses", "skeletons", "skulls"))
_PANELS = frozenset(
    "board panel jury bench committee commission tribunal cabinet junta council team court delegation staff crew "
    "squad cast troupe audience quorum congregation".split()
)
_NO_DEEDS = _DEAD_BODIES | _PANELS
_CLAIMING = frozenset("claimed claiming claims cost costing costs took taking takes take taken".split())
_MEETING = frozenset("hit struck affected embraced touched involved reached covered engulfed".split())
_YIELDING = frozenset("yielded brought swept produced meant took cost removed uprooted caught saw emptied".split())
UNSCATHED = frozenset("sick ill alive unhurt unharmed well free absent present".split())
"""What is said of people that no harm done to others was done to."""
_MEASURED = frozenset("oldest youngest average median longest shortest".split())
_HANDING = frozenset("gave handed gives giving handing".split())
_TERMS = frozenset("terms sentences imprisonment life prison".split())
_SCOURGES = frozenset(
    """
    typhus typhoid cholera dysentery malaria scurvy plague epidemic epidemics fever fevers influenza flu pneumonia
    tuberculosis smallpox measles pellagra disease diseases illness exposure cold frost winter exhaustion overwork
    blockade siege shelling bombing bombings bombardment bomb bombs blast explosion avalanche raid raids storm
    fire flood earthquake attack attacks fighting war battle march
    """.split()
)
_DRIVING = frozenset(
    "drove driving drive drives forced forcing forces force compelled compelling pushed pushing".split()
)
_FROM_HOME = frozenset("home homes homeland country flee leave villages land lands".split())
_LINKS = frozenset(("neutral", "report", "to", "prep", "aux", "and", "comma", "close", "date"))
_BREAKS = frozenset(("end", "colon", "dash", "sub", "by", "rel", "thing", "safe", "modal", "quantity", "open"))
_LONGEST_LABEL = 12
# Verbs that take things as readily as people: behind them only known words for people are counted.
_OF_THINGS = frozenset(
    "fired held seized captured charged tried suspended hung beat assaulted attacked affected eliminated "
    "liquidated purged "
    "assault seize capture suspend affect abuse violate violated repressed stolen dispossessed".split()
)
_SOLDIERS = frozenset(
    "soldiers troops men fighters people civilians sailors airmen officers guerrillas militants rebels".split()
)


def before(words: Sequence[Word], at: int, counted: Counted, outer: Surroundings) -> Judgement:
    """The harm that the words in front of the number at ``at`` tell."""
    position = at - 1
    while position >= 0 and words[position].tag == "det":
        position -= 1
    if position < 0:
        return NOTHING
    word = words[position]
    around = _around_object(words, position, at, counted)
    if around is not None:
        return BLOCKED if _is_planned(words, position) else Judgement(around, "before")
    if word.tag in ("past", "base", "gerund") or (word.tag == "event" and word.text.endswith("ing")):
        if counted.kind == "unknown" and word.text in _OF_THINGS:
            return BLOCKED
        return BLOCKED if _is_planned(words, position) else Judgement(word.measure, "before")
    if word.tag == "fate" and word.text.endswith((" for", " on")) and counted.kind in ("people", "group"):
        return Judgement(word.measure, "before")  # "long sentences for 30 dockers"
    if word.tag in ("count", "group") and counted.kind == "none" and _heads(words, position):
        return Judgement("deaths" if word.text in VICTIMS and outer.deadly else word.measure, "before")
    if word.tag == "freed" and word.text != "returned" and counted.kind != "harm":
        return Judgement("detained", "before")
    if word.text in _CLAIMING and counted.kind != "harm" and _is_scourge(words, position):
        return Judgement("deaths", "before")
    if word.text == "for" and counted.kind in ("people", "group"):
        deed = words[position - 1]
        if position and deed.tag in ("event", "count") and not _is_planned(words, position - 1):
            return Judgement(deed.measure, "before")
    if word.text in _MEETING or word.text in _YIELDING:
        befallen = _befallen(words, position)
        if befallen is not None and counted.kind != "harm":
            return Judgement(befallen, "before")
    if word.text in _HANDING and any(after.text in _TERMS for after in words[at + 1 : at + 7]):
        return Judgement("detained", "before")
    if word.text in ("lost", "losing") and counted.noun in _SOLDIERS:
        return Judgement("deaths", "before")
    if word.text in _DRIVING and any(after.text in _FROM_HOME for after in words[at + 1 : at + 9]):
        return Judgement("displaced", "before")
    if word.text in _KILLING_PHRASES or _is_swept_by_scourge(words, position, counted):
        return Judgement("deaths", "before")
    if word.tag == "of":
        return _deed_of(words, position)
    if word.tag in ("safe", "modal"):
        return BLOCKED
    if word.tag == "by":  # those who did it, or a difference ("vary by 500"); but "joined by 90 refugees"
        return BLOCKED if counted.kind != "harm" or words[position - 1].measure is not None else NOTHING
    if word.tag == "colon":
        return before_colon(words, position, outer)
    if at + 1 < len(words) and words[at + 1].text in UNSCATHED:
        return BLOCKED  # "90 dead of typhus, 300 sick"
    if word.tag in ("and", "comma"):
        joined = _joined_object(words, position)
        if joined is not None:
            return Judgement(joined, "before")
    if word.text == "with":
        return _together(words, position)
    return _subject(words, position, outer, people=counted.kind != "none")


def _around_object(words: Sequence[Word], position: int, at: int, counted: Counted) -> Measure | None:
    """The measure of a phrase that is parted by its object: "put 86 officers on trial"."""
    patterns = PHRASES.get(words[position].text)
    if patterns is None:
        return None
    behind = at + 1
    while behind < len(words) and words[behind].start < counted.end:
        behind += 1
    rest = "".join(f" {word.text}" for word in words[behind : behind + 8])
    return next((measure for measure, pattern in patterns if pattern.match(rest) is not None), None)


def _befallen(words: Sequence[Word], position: int) -> Measure | None:
    """The measure of a deed that is the subject of a verb that says whom it met: "the purge cost 30 officers"."""
    for place in range(position - 1, max(-1, position - 6), -1):
        word = words[place]
        if word.tag in ("event", "gerund", "count"):
            return "other" if word.text in FATAL_DEEDS and words[position].text in _MEETING else word.measure
        if word.tag not in ("name", "date", "det", "prep", "of", "word", "neutral", "people"):
            return None
    return None


def _deed_of(words: Sequence[Word], position: int) -> Judgement:
    """ "The murder of 12", "deportation of some 3,000"."""
    place = position - 1
    while place >= 0 and words[place].tag in ("det", "neutral", "word") and words[place].text not in _NO_DEEDS:
        place -= 1
    if place > 1 and words[place - 1].text == "without":  # "execution without trial of 12"
        place -= 2
    if place >= 0 and (words[place].tag in ("modal", "safe") or names_others(words[place].text)):
        return BLOCKED  # "a capacity of 400"
    if place >= 0 and words[place].text in _PANELS:
        return BLOCKED  # "a bench of 5 widows"
    if place >= 0 and words[place].text in _DEAD_BODIES:
        return Judgement("deaths", "before")
    if place < 0 or words[place].tag not in ("event", "count", "gerund"):
        return NOTHING
    return BLOCKED if _is_planned(words, place) else Judgement(words[place].measure, "before")


def _heads(words: Sequence[Word], position: int) -> bool:
    """Whether a noun stands for itself in front of its number ("War dead 30,000"): no number before has it."""
    if not words[position].text.endswith("s") and words[position].text not in ("dead", "missing", "toll"):
        return False
    for place in range(position - 1, -1, -1):
        if words[place].tag in ("comma", "end", "colon"):
            return True
        if words[place].tag == "quantity":
            return False
    return True


def _is_scourge(words: Sequence[Word], position: int) -> bool:
    """Whether what took or cost lives is a famine, an epidemic, a bombardment: "typhus took another 3,000"."""
    for place in range(position - 1, max(-1, position - 7), -1):
        word = words[place]
        if word.text in _SCOURGES or (word.tag == "event" and word.measure == "deaths") or word.text in FATAL_DEEDS:
            return True
        if word.tag in ("end", "colon", "sub", "quantity", "people"):
            return False
    return False


def _is_swept_by_scourge(words: Sequence[Word], position: int, counted: Counted) -> bool:
    """Whether a number is that of a disease's dead: "malaria carried off another 300"."""
    swept = words[position].text in _SWEEPING and counted.kind in ("none", "people", "group")
    return swept and _is_scourge(words, position)


def _joined_object(words: Sequence[Word], position: int) -> Measure | None:
    """The deed whose first object is named: "killed Ana Roe and 7 colleagues"."""
    while position >= 0 and words[position].tag in ("and", "comma", "name", "people", "det"):
        position -= 1
    if position >= 0 and words[position].tag in ("past", "gerund", "base") and not _is_planned(words, position):
        return words[position].measure
    return None


def _together(words: Sequence[Word], position: int) -> Judgement:
    """ "Fled abroad with 50 relatives"."""
    for place in range(position - 1, max(-1, position - 10), -1):
        if words[place].tag == "fate":
            return Judgement(words[place].measure, "before")
        if words[place].tag in ("end", "comma", "sub", "quantity"):
            break
    return NOTHING


def _is_planned(words: Sequence[Word], position: int) -> bool:
    """Whether the deed at ``position`` was only meant, feared or averted: "planned to arrest 300"."""
    for place in range(position - 1, max(-1, position - 4), -1):
        word = words[place]
        if word.tag in ("modal", "safe"):
            return True
        if word.tag not in ("to", "det", "aux", "prep", "word"):
            return False
    return False


def before_colon(words: Sequence[Word], colon: int, outer: Surroundings) -> Judgement:
    """The measure of the label that ends at a colon inside the statement."""
    measure: Measure | None = None
    victims = things = others = told = False
    groups_only = deeds_only = True
    position = colon - 1
    depth = 0
    while position >= 0 and words[position].tag not in ("end", "colon"):
        word = words[position]
        if word.tag == "quantity" and word.text != OF_THINGS:
            break
        depth += (word.tag == "close") - (word.tag == "open")
        if depth == 0:
            if word.tag in ("safe", "modal") or word.text in _MEASURED:
                return BLOCKED
            others = others or names_others(word.text)
            things = things or (word.tag == "thing" and word.text.endswith("s") and not is_occasion(word.text))
            deeds_only = deeds_only and word.tag in ("past", "thing", "det", "word", "of", "and")
            if word.text in _DEAD_BODIES and position == colon - 1:
                measure = "deaths"
            if word.measure is not None:
                measure = graver(measure, word.measure)
                victims = victims or word.text in VICTIMS
                told = told or word.tag in ("count", "past", "fate")
                groups_only = groups_only and word.tag in ("group", "event")
        position -= 1
    if others and not told:
        return BLOCKED  # "Prison population: 300 staff", but "Shootings by police: 61"
    if measure is None or colon - position > _LONGEST_LABEL:
        return NOTHING
    if things and deeds_only:  # "Newspapers suspended: 40"
        return BLOCKED
    if victims and measure == "other" and outer.deadly:
        measure = "deaths"
    return Judgement(outer.of_group(measure) if groups_only else measure, "label")


def _subject(words: Sequence[Word], position: int, outer: Surroundings, *, people: bool) -> Judgement:
    """The measure of what a number is the number of: "the death toll rose to 500", "casualties included 90 nuns"."""
    link = words[position]
    if link.tag not in _LINKS or (people and link.tag not in ("neutral", "aux") and not link.text.startswith("includ")):
        return NOTHING
    for place in range(position, -1, -1):
        word = words[place]
        if word.tag in _BREAKS or names_others(word.text):
            return NOTHING
        # "the number of killed", "estimates of displaced Tatars"
        named = word.tag in ("past", "fate") and place > 0 and words[place - 1].tag in ("of", "det")
        if word.text == "fallen" and place > 0 and words[place - 1].text in ("had", "has", "have"):
            return NOTHING  # "unemployment had fallen from 6 million"; but "the fallen were 300"
        if (word.tag in ("count", "group") and (place == 0 or words[place - 1].tag != "to")) or named:
            return Judgement("deaths" if word.text in VICTIMS and outer.deadly else word.measure, "before")
    return NOTHING
