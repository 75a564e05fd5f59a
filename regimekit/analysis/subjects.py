"""What a figure is the total of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from regimekit.analysis.columns import cells_of, counts_deaths
from regimekit.analysis.names import fold
from regimekit.model import Estimate

# words of labels and headings that name no thing of their own
_GENERIC = frozenset(
    """death deaths dead toll tolls died killed killings victims casualties fatalities losses loss cost human
    lives number numbers figures figure estimate estimates estimated scholarly official total totals overall
    scale count counts summary approximate breakdown categories category by of the a an in and or for from
    during under era period regime years campaign operation system case its their s all people persons
    executed executions disappeared disappearances""".split()
)
# words of headings under which figures are discussed, beside the generic ones
_DISCUSSION = frozenset(
    """controversy controversies debate debates dispute disputes question questions why such wide range ranges key
    assessment methodology academic consensus historiography how many much""".split()
)
# words of captions that announce figures or facts of whatever stands in the heading
_ANNOUNCING = _DISCUSSION | frozenset(
    """fact detail outcome result consequence impact effect note statistic data information finding cause type kind
    overview final known main major important other column table following repression violence atrocity crime""".split()
)
# words of labels that say whom or how much of a thing a figure counts, and leave the thing to the heading
_QUALIFIERS = frozenset(
    """civilian military combat combatant soldier police officer guerrilla rebel insurgent militant woman women man men
    child children student worker peasant foreigner foreign domestic local male female adult minor elderly other
    violent direct indirect excess battle natural custody additional further confirmed documented recorded registered
    identified verified known reported unconfirmed suspected possible probable alleged daily weekly monthly annual
    yearly average low lower lowest mid middle medium high higher highest upper minimum maximum conservative moderate
    best initial early late later final revised current previous recent combined both side government opposition
    protester demonstrator prisoner detainee hostage security force forces army attacker""".split()
)
# nouns of labels that name what happened, so that what is counted there is what it cost
_EVENTS = frozenset(
    """war massacre battle siege genocide famine uprising rebellion revolt revolution insurgency purge pogrom
    bombing raid crackdown coup putsch riot strike protest demonstration occupation invasion offensive deportation
    expulsion evacuation campaign operation terror trial killing execution march intifada crisis conflict mutiny
    hunger cleansing collectivization dekulakization repression holocaust holodomor shoah porajmos anfal""".split()
)
# what such names have in common: alone they do not tell one event from another
_COMMON = _EVENTS - frozenset("holocaust holodomor shoah porajmos anfal".split()) | frozenset(
    """great big small first second third fourth last new old red white black green bloody dark long short civil world
    cultural land reform anti counter revolutionary revolutionaries political mass military armed internal external
    national popular people peoples student worker peasant prison camp labor labour forced ethnic religious church
    mosque university night day spring summer autumn winter north northern south southern east eastern west western
    central january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday before after between against border city town village capital army
    police state government party show death murder forgotten secret final initial main other on at to with no
    harbour harbor bridge square street road river lake sea coast island valley mountain hill forest field farm plaza
    stadium palace hospital hotel airport airplane plane station train factory mine miner dock docker port market
    cathedral temple monastery embassy parliament radio barrack garrison base camp railway oil bread food tax price
    election general women woman child children teacher doctor lawyer journalist writer intellectual priest monk nun
    soldier officer cadet sailor navy naval air force guard union opposition minority refugee settler landlord kulak
    communist anti-communist socialist leftist rightist nationalist separatist islamist fascist democratic democracy
    freedom independence liberation unity republic royal king president
    begin beginning begins end ends aftermath phase wave early late""".split()
)
_HARM = re.compile(
    r"\b(?:deaths?|dead|died|killed|killings|victims|fatalities|casualties|tolls?|executions|disappeared)\b", re.I
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LONGEST_LABEL = 60  # characters before a colon; more is a sentence


def label_of(estimate: Estimate) -> str | None:
    """What stands before the figure as its label: the first cell of its row, or what a colon closes."""
    before = estimate.text.partition(estimate.quantity.verbatim)[0]
    if " | " in estimate.text:
        cell = cells_of(estimate)[0]
        return cell if len(before) > len(cell) else None
    label, colon, between = before.partition(":")
    if not colon or len(label) > _LONGEST_LABEL or re.search(r"\w", between):
        return None
    return label


def subject(estimate: Estimate, heading: str, column: Callable[[], str]) -> frozenset[str] | None:
    """The words that name the thing of which a figure is the total; None where it is a part, or of no named thing.

    "Deportation deaths: ~390,000" is of {deportation}, and so is "Death toll:
    530,000" below the heading "The Deportations (1930-1933)"; ``heading`` is
    the title of the nearest one, ``column`` gives the head of its column. "Civilian
    deaths" are civilians of what the heading names; a row "Deportations" counts
    deaths where its column does.
    """
    label = label_of(estimate)
    if label is None:
        return None
    words = words_of(label)
    if words and not _HARM.search(label):
        return words if not words.isdisjoint(_EVENT_STEMS) and counts_deaths(column()) else None
    if not _HARM.search(f"{label} {estimate.caption or ''}"):
        return None
    if words <= _QUALIFIER_STEMS:
        named = words_of(heading)
        return words | named if named else None
    return words


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a name without years, brackets, and those that name nothing; singular and plural are one."""
    plain = re.sub(r"\([^()]*\)|\d[\d\s–-]*s?\b", " ", text)
    return frozenset(_stem(word) for word in fold(plain).split() if word not in _GENERIC)


def aside_of(text: str, about: frozenset[str]) -> frozenset[str]:
    """The words of a caption or bracket that name something beside the thing that is counted."""
    return words_of(text) - about - _ANNOUNCING


def topic(headings: Sequence[str]) -> frozenset[str] | None:
    """The words of the innermost heading that names a thing; the innermost stands first, the section last.

    A section names one where its title has a kind of event or a year ("The
    Red Terror (1976-1978)"). Empty for figures of the regime as a whole ("Death
    Toll Estimates" below "Key Events"); None where the headings say nothing of
    figures or events.
    """
    for heading in headings:
        words = words_of(heading) - _DISCUSSION
        if words and (heading is not headings[-1] or not words.isdisjoint(_EVENT_STEMS) or _YEAR.search(heading)):
            return words
    return frozenset() if headings and _HARM.search(headings[0]) else None


def is_common(words: frozenset[str]) -> bool:
    """Whether the words name a kind of thing of which a dossier may hold several: "famine", "red terror"."""
    return words <= _COMMON_STEMS


def is_distinctive(words: frozenset[str]) -> bool:
    """Whether the words name one event of the world: a kind of event, and what tells it from others of the kind.

    {santa, cruz, massacre} is one, {great, purge}, {civil, war} and {jewish} are none.
    """
    return not words.isdisjoint(_EVENT_STEMS) and not is_common(words)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


_EVENT_STEMS = frozenset(map(_stem, _EVENTS))
_QUALIFIER_STEMS = frozenset(map(_stem, _QUALIFIERS))
_COMMON_STEMS = frozenset(map(_stem, _COMMON))
