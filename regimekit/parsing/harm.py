"""Words → measure: whether an amount counts people harmed, and how."""

from __future__ import annotations

from collections.abc import Sequence

from regimekit.model.estimate import Measure
from regimekit.parsing.clauses import OF_THINGS, Word
from regimekit.parsing.harm_before import UNSCATHED, before, before_colon
from regimekit.parsing.harm_behind import behind, closing, predicate_after
from regimekit.parsing.harm_words import graver
from regimekit.parsing.judgement import BLOCKED, NOTHING, Judgement, Surroundings
from regimekit.parsing.quantities import FoundQuantity
from regimekit.parsing.titles import is_occasion, measure_of, names_others, read_title

__all__ = ["Judgement", "Surroundings", "judge", "measure_of", "read_title"]

_HOUSEHOLDS = frozenset(("household", "households", "family", "families"))
_BETWEEN_NOUNS = frozenset("of people name word and comma det group adjective thing neutral".split())
_BETWEEN_NUMBERS = _BETWEEN_NOUNS | {"prep", "date"}
_SPEAKING = frozenset("spoke speak speaks talk talks talked".split())
_SAYING = frozenset(
    "says say said claims claim admits admit guesses reckons thinks insists believes concedes counts".split()
)
_INCLUDING = frozenset(("including", "incl", "inc", "included", "includes", "counting"))
_THOSE = frozenset(("them", "whom", "those", "these", "which"))
_SUMS = ("in all", "in total", "altogether", "all told", "together", "combined", "in sum")
_TOGETHER = frozenset(("altogether", "total", "totalling", "totaling", "sum"))
# Those who act in a statement rather than suffer, and verbs that tell of no harm where the label does.
_AGENTS = frozenset(
    """
    soldiers troops police policemen guards agents gendarmes militiamen paratroopers paratroops officials informers
    informants investigators observers witnesses delegates volunteers jurors lawyers doctors mourners voters
    """.split()
)
_UNHARMED = frozenset(
    """
    deployed employed appointed involved elected recruited trained sworn heard interviewed invited represented
    called armed promoted decorated honoured honored participated attended marched demonstrated protested voted
    signed surveyed monitored watched visited questioned asked witnessed engaged assigned identified gathered
    expected needed joined testified returned named registered published opened founded used
    """.split()
)
_SUFFERED = frozenset(
    "taken driven thrown sent put made brought led cut lost found kept struck bound sold torn set left run".split()
)
_LONGEST_HEAD = 12  # words
_FREE = frozenset(
    "name det neutral report of to colon comma and open close dash date prep quantity people group count aux".split()
)
_AFTER_FREE = frozenset("prep end open close comma dash and date neutral det colon of quantity report to by".split())


def judge(words: Sequence[Word], found: Sequence[FoundQuantity], outer: Surroundings) -> dict[int, Judgement]:
    """The judgement of every quantity among the words, by its place in ``found``."""
    places = [at for at, word in enumerate(words) if word.tag == "quantity"]
    judged = {at: _own(words, at, found, outer) for at in places}
    if len(places) > 1:
        _share_backwards(words, places, found, judged)
        _share_forwards(words, places, found, judged)
    bracketed: list[tuple[int, int]] = []
    for at in places:
        if judged[at].measure is None and not judged[at].blocked:
            opening = _opening(words, at)
            if opening > 0 and not _has_verb(words, opening, at):
                bracketed.append((at, opening))
            else:
                judged[at] = _from_outside(words, at, found, outer)
    for at, opening in bracketed:
        inside = _of_whole(words, opening, at, found, judged, outer)
        judged[at] = inside if inside is not NOTHING else _from_outside(words, at, found, outer)
    if len(places) > 1:
        _share_forwards(words, places, found, judged)
    return {words[at].place: _part(words, at, found, judged) for at in places}


def may_count_people(quantity: FoundQuantity) -> bool:
    """Whether an amount can be one of people at all: no nought, share, whole of a share, sum of money or things."""
    if quantity.quantity.unit == "percent" or quantity.money or quantity.total_of or quantity.quantity.high == 0:
        return False
    return quantity.counted.kind != "thing" or quantity.counted.noun in ("cases", "sentences")


def _own(words: Sequence[Word], at: int, found: Sequence[FoundQuantity], outer: Surroundings) -> Judgement:
    """What the statement itself says of the number at ``at``."""
    quantity = found[words[at].place]
    if not may_count_people(quantity):
        return BLOCKED
    if quantity.counted.noun == "cases":
        return _cases(words, at, outer)
    if quantity.counted.noun == "sentences":
        if any(word.text == "carried" for word in words[at + 1 : at + 4]):
            return Judgement("deaths", "behind")
        condemned = any(word.text.startswith("death") for word in words[at + 1 : at + 3])
        return Judgement("detained", "behind") if condemned else BLOCKED
    after = behind(words, at, found, outer)
    if after.blocked or after.evidence == "behind":
        return after
    ahead = before(words, at, quantity.counted, outer)
    if ahead.evidence == "before" and _to_death(words, at):
        return Judgement("deaths", "before")
    if after.evidence == "group":  # what was done to prisoners goes before their name
        if ahead.blocked or ahead.evidence == "before":
            return ahead
        label = ahead.measure
        if ahead.evidence != "label":
            label = outer.named if _stands_free(words, at, quantity) else None
        return after._replace(measure=graver(after.measure, label))
    if quantity.counted.kind == "unknown" and ahead.evidence != "before":
        return BLOCKED
    return ahead


def _to_death(words: Sequence[Word], at: int) -> bool:
    """Whether the deed killed its objects: "beat 7 prisoners to death"; nobody is killed by a sentence."""
    sentenced = any(word.text.startswith(("sentenc", "condemn")) for word in words[max(0, at - 4) : at])
    for place in range(at + 1, min(at + 8, len(words) - 1)):
        if words[place].tag in ("end", "comma", "quantity"):
            return False
        if words[place].text == "to" and words[place + 1].text == "death":
            return not sentenced
        if words[place].text == "alive":
            return True
    return False


def _cases(words: Sequence[Word], at: int, outer: Surroundings) -> Judgement:
    """Cases are people where they are cases of harm ("90 torture cases"), or documented cases of that around them."""
    for place in range(at + 1, min(at + 7, len(words))):
        word = words[place]
        if word.tag in ("event", "count", "gerund"):
            return Judgement(word.measure, "behind")
        if word.tag not in ("thing", "of", "word", "neutral", "det", "name"):
            break
    if at and words[at - 1].tag == "report":
        measure = outer.measure(people=False)
        if measure is not None:
            return Judgement(measure, "outer")
    return BLOCKED


def _share_backwards(
    words: Sequence[Word], places: Sequence[int], found: Sequence[FoundQuantity], judged: dict[int, Judgement]
) -> None:
    """A predicate holds for all that is joined in front of it: "5 men and 2 women shot"."""
    for earlier, later in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
        own, told = judged[earlier], judged[later]
        if told.evidence == "behind" and not own.blocked and (own.measure is None or own.evidence == "group"):
            noun = found[words[later].place].counted
            fitting = noun.kind in ("people", "group", "none") or noun.noun in ("dead", "missing")
            if fitting and _are_joined(words, earlier, later, found, _BETWEEN_NOUNS):
                judged[earlier] = told


def _share_forwards(
    words: Sequence[Word], places: Sequence[int], found: Sequence[FoundQuantity], judged: dict[int, Judgement]
) -> None:
    """A verb or label holds for all numbers behind it: "killed 9 monks, 2 nuns"; "40 shot, including 3 monks"."""
    for number, later in enumerate(places[1:], 1):
        own = judged[later]
        if own.blocked or (own.measure is not None and own.evidence != "group"):
            continue
        opening = _opening(words, later)
        told_at = [at for at in places[:number] if judged[at].measure is not None and _opening(words, at) == opening]
        if not told_at:
            continue
        earlier, told = told_at[-1], judged[told_at[-1]]
        quantity = found[words[later].place]
        bare = quantity.counted.kind == "none"
        if words[later - 1].text in _INCLUDING or _is_of_those(words, later):
            if told.measure == "detained" or not any(word.tag == "freed" for word in words[later + 1 : later + 6]):
                judged[later] = Judgement(told.measure, "whole", whole=words[earlier].place)
        elif bare and _is_sum(words, later):
            for at in told_at:
                told = told._replace(measure=graver(told.measure, judged[at].measure))
            judged[later] = told
        elif (
            (found[words[earlier].place].changes and later == places[number] and earlier == places[number - 1])
            or (
                told.evidence in ("before", "label", "whole", "outer")
                and _are_joined(words, earlier, later, found, _BETWEEN_NUMBERS if bare else _BETWEEN_NOUNS)
            )
            or (bare and told.evidence != "outer" and opening < 0 and _stands_free(words, later, quantity))
        ):
            judged[later] = told


def _is_of_those(words: Sequence[Word], at: int) -> bool:
    """Whether a number is a part of the people before it: "of whom 20 …", "20 of them", "among them: 20"."""
    place = at - 1
    while place > 1 and words[place].tag in ("det", "colon", "neutral", "aux"):
        place -= 1
    if place > 0 and words[place].text in _THOSE and words[place - 1].text in ("of", "among", "amongst"):
        return True
    after = [word.text for word in words[at + 1 : at + 4]]
    return after[:1] == ["of"] and any(word in _THOSE for word in after[1:])


def _is_sum(words: Sequence[Word], at: int) -> bool:
    """Whether a number sums up those before it: "that is 900 in all", "altogether 900"."""
    after = " ".join(word.text for word in words[at + 1 : at + 3])
    return after.startswith(_SUMS) or any(word.text in _TOGETHER for word in words[max(0, at - 3) : at])


def _are_joined(
    words: Sequence[Word], earlier: int, later: int, found: Sequence[FoundQuantity], allowed: frozenset[str]
) -> bool:
    between: list[Word] = []
    noun = found[words[earlier].place].counted.end
    place = earlier + 1
    while place < later and words[place].end <= noun:  # of its own noun phrase nothing can part them
        place += 1
    while place < later:
        if words[place].tag == "open":
            place = closing(words, place)
        else:
            between.append(words[place])
        place += 1
    return (
        len(between) < 10
        and all(word.tag in allowed and not _is_deed(word) for word in between)
        and any(word.tag in ("and", "comma") for word in between[-2:])
    )


def _is_deed(word: Word) -> bool:
    """Whether a word that is none of harm can tell what became of the people in front of it: "moved"."""
    return word.tag == "word" and word.text.endswith("ed")


def _has_verb(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a word that can be a verb stands between two places: one that no preposition or article opens."""
    return any(
        words[place].tag == "word" and words[place - 1].tag not in ("prep", "det", "of")
        for place in range(first + 1, last)
    )


def _opening(words: Sequence[Word], at: int) -> int:
    """The place of the bracket that the number stands in, -1 where it stands in none."""
    depth = 0
    for place in range(at - 1, -1, -1):
        tag = words[place].tag
        if tag == "close":
            depth += 1
        elif tag == "open":
            if depth == 0:
                return place
            depth -= 1
    return -1


def _of_whole(
    words: Sequence[Word],
    opening: int,
    at: int,
    found: Sequence[FoundQuantity],
    judged: dict[int, Judgement],
    outer: Surroundings,
) -> Judgement:
    """A number in brackets is part of, or another figure for, what stands in front of the bracket."""
    if any(names_others(word.text) for word in words[opening:at]):
        return BLOCKED
    if words[opening - 1].tag in ("people", "name", "group") and found[words[at].place].counted.kind == "none":
        told = predicate_after(words, at, closing(words, opening) + 1, found, outer)  # "the workers (about 300) fled"
        if told is not None:
            return Judgement(told, "behind")
    harm: Measure | None = None
    described = words[opening - 1].tag == "neutral"  # "the highest (3 million)" is no part of a number before it
    for place in range(opening - 1, -1, -1):
        word = words[place]
        if word.tag == "safe":
            return BLOCKED
        if word.tag in ("end", "colon"):
            break
        if word.tag == "quantity" and not described:
            if found[word.place].counted.noun in _HOUSEHOLDS:  # "200 families (900 people) were expelled"
                return behind(words, place, found, outer)
            whole = judged[place].measure
            return BLOCKED if whole is None else Judgement(whole, "whole")
        if word.tag in ("count", "group", "past", "fate", "event"):
            harm = graver(harm, word.measure)
    return Judgement(harm, "whole") if harm else NOTHING


def _part(words: Sequence[Word], at: int, found: Sequence[FoundQuantity], judged: dict[int, Judgement]) -> Judgement:
    """The judgement with the whole of which the number is a part: "900 dead (300 shot, 600 starved)"."""
    own = judged[at]
    opening = _opening(words, at) if own.measure is not None and own.whole < 0 else -1
    for place in range(opening - 1, -1, -1):
        if words[place].tag in ("end", "colon", "close"):
            break
        if words[place].tag == "quantity":
            whole, part = found[words[place].place].quantity, found[words[at].place].quantity
            figure_of_others = any(word.tag in ("neutral", "report") for word in words[opening:at])
            least, most = part.low or part.high, whole.high or whole.low
            if judged[place].measure and not figure_of_others and least and most and least < most:
                return own._replace(whole=words[place].place)
            break
    return own


def _from_outside(words: Sequence[Word], at: int, found: Sequence[FoundQuantity], outer: Surroundings) -> Judgement:
    quantity = found[words[at].place]
    if not _stands_free(words, at, quantity):
        told = outer.named if _undergoes(words, at, quantity) else None
        return Judgement(told, "outer") if told and outer.measure(people=False) else NOTHING
    for colon in reversed(_heads(words, at)):
        named = before_colon(words, colon, outer)
        if named is not NOTHING:
            return named
    measure = outer.measure(people=quantity.counted.kind != "none" or _has_own_label(words, at))
    return Judgement(measure, "outer") if measure else NOTHING


def _undergoes(words: Sequence[Word], at: int, quantity: FoundQuantity) -> bool:
    """Whether people are the subject of a passive clause, of which the label tells what it means for them.

    "**Eviction**: 900 tenants were carted to the city limits"; but not "900 police were deployed".
    """
    if quantity.counted.kind not in ("people", "group", "none") or quantity.counted.noun in _AGENTS:
        return False
    if any(word.tag not in ("det", "prep", "date", "name", "neutral", "comma") for word in words[:at]):
        return False
    place = at + 1
    while place < len(words) and words[place].start < quantity.counted.end:
        place += 1
    passive = False
    while place < len(words) and words[place].tag in ("aux", "det", "prep", "date", "name", "modal"):
        if words[place].tag == "modal":
            return False
        passive = passive or words[place].text in ("was", "were", "been")
        place += 1
    if place >= len(words) or words[place].tag != "word" or words[place].text in _UNHARMED:
        return False
    verb = words[place].text
    return verb in _SUFFERED or (verb.endswith("ed") and (passive or quantity.counted.kind == "people"))


def _heads(words: Sequence[Word], at: int) -> list[int]:
    """The places of the colons that end the statement's own labels: "Toll: the union says 90", "Inmates: 1926: 90"."""
    heads: list[int] = []
    for place in range(min(at, _LONGEST_HEAD)):
        if words[place].tag == "colon":
            heads.append(place)
        elif words[place].text != OF_THINGS and words[place].tag in ("end", "quantity", "comma", "open", "aux", "sub"):
            break
    return heads


def _has_own_label(words: Sequence[Word], at: int) -> bool:
    """Whether a colon stands in front of the number, behind a few words: "- Disease and cold: 500"."""
    if at == 0 or words[at - 1].tag != "colon":
        return False
    first = at - 1
    while first > 0 and words[first - 1].tag != "end":
        first -= 1
    return at - first < 7 and any(word.tag in ("word", "thing") for word in words[first : at - 1])


def _stands_free(words: Sequence[Word], at: int, quantity: FoundQuantity) -> bool:
    """Whether the number is all that its statement says ("- Conquest: about 20 million"), beside whose it is."""
    if quantity.counted.kind not in ("none", "people", "group"):
        return False
    ahead = words[at - 1].tag if at else ""
    reported = (
        ahead == "report"
        or (at > 0 and words[at - 1].text in _SAYING)
        or quantity.quantity.verbatim[:9].lower() == "estimated"
    )
    if at > 1 and words[at - 1].text == "of" and words[at - 2].text in _SPEAKING:
        reported = True
    if ahead == "open":
        reported = at > 1 and words[at - 2].tag == "neutral"  # "the highest (3 million)"
    labelled = _has_own_label(words, at)
    heads = _heads(words, at)
    place = at - 1
    while place >= 0 and words[place].tag != "end" and not reported and place not in heads:
        if words[place].tag not in _FREE and not (
            (labelled and words[place].tag == "word") or is_occasion(words[place].text)
        ):
            return False
        place -= 1
    position = at + 1
    while position < len(words) and words[position].start < quantity.counted.end:
        position += 1
    if position >= len(words) or words[position].tag in _AFTER_FREE:
        return True
    # one adjective may stand alone: "100,000 wartime + 40,000 post-war"
    alone = position + 1 >= len(words) or words[position + 1].tag in ("and", "comma", "end", "open", "close")
    if words[position].text in UNSCATHED:
        return False
    return words[position].tag == "word" and alone and not words[position].text.endswith(("ed", "s"))
