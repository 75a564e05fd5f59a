"""A sentence as tagged words: what the decision whether people were harmed is made on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from regimekit.model.estimate import Measure
from regimekit.parsing.counted import noun_kind
from regimekit.parsing.harm_words import HARM_WORDS
from regimekit.parsing.quantities import FoundQuantity

Tag = Literal[
    # words of harm, as in HarmWord.part; a phrase ("put to death") is a "fate"
    "count", "group", "event", "past", "fate", "gerund", "base", "adjective",
    "quantity", "date", "people", "thing", "name", "word", "safe", "freed",
    "aux", "to", "of", "by", "prep", "sub", "rel", "det", "modal", "neutral", "report", "lives",
    "and", "comma", "colon", "open", "close", "dash", "end",
]  # fmt: skip


class Word(NamedTuple):
    """A word, mark, date, quantity or phrase of harm; ``place`` is the quantity's place in its list."""

    tag: Tag
    text: str
    start: int
    end: int
    measure: Measure | None = None
    place: int = -1


def _words(listed: str, tag: Tag) -> dict[str, Tag]:
    return dict.fromkeys(listed.split(), tag)


_TAGS: dict[str, Tag] = {
    **_words(
        "were was been being be are is had has have became become",
        "aux",
    ),
    **_words(
        "in on at with from for during between against under over into onto through across within without as near "
        "along among amid despite toward towards throughout via upon behind beyond including per due out off up "
        "down around about since until till worldwide nationwide abroad alone each annually daily monthly yearly "
        "only like included include includes involving",
        "prep",
    ),
    **_words(
        "after before when while because although though whereas where whose following if unless until so",
        "sub",
    ),
    **_words(
        "who whom which that",
        "rel",
    ),
    **_words(
        "the a an his her its their our all another other others these those this any both every further "
        "additional more remaining last first some most estimated reported reportedly allegedly up least "
        "approximately about possibly perhaps probably around nearly almost over roughly at-least official "
        "officially",
        "det",
    ),
    **_words(
        "planned plan plans planning intended intend intends threatened threaten threatens threatening would "
        "could might will plot plotted plots aimed sought hoped proposed quota quotas target targets should may "
        "capacity potential potentially hypothetical feared",
        "modal",
    ),
    **_words(
        "estimate estimates figure figures number numbers total totals range ranges ranging ranged vary varies "
        "varied varying scale size extent reach reached reaches reaching stood stands exceeded exceeds exceed "
        "surpassed totaled totalled totaling totalling numbered numbering amounted amounts rose rise risen fell "
        "peaked peak averaged averaging documented confirmed verified certified registered recorded identified "
        "known claimed cited commonly typically usually often accept accepted agree agreed believe believed "
        "thought say says said within overall historians scholars scholar historian researchers analysts "
        "observers experts sources studies study research government authorities organizations organisations "
        "groups rights human international commission report reports lower upper higher highest lowest low high "
        "middle moderate conservative minimum maximum median mean central best consensus scholarly academic "
        "demographic contested disputed remain remains remained widely generally roughly approximately according "
        "than annually cumulative combined excluding additional subsequent alone calculated revised initial "
        "initially later recent latest current ongoing unofficial underestimated overestimated reflects "
        "represents covers excludes corresponds equals equivalent archival independent victims' other most many",
        "neutral",
    ),
    **_words(
        "estimates estimated documents documented reported reports put puts counted counts places placed gives "
        "gave suggests suggested recorded records cites cited calculates calculated admitted acknowledged "
        "acknowledges listed lists registered verified verifies confirms concluded concludes found claims argues "
        "underestimated overestimated",
        "report",
    ),
    **_words(
        "survivor survivors survived surviving survive survives rescued rescue rescues rescuing saved save saves "
        "saving spared spare sparing sheltered protected hid hidden",
        "safe",
    ),
    **_words(
        "released freed liberated amnestied pardoned reunited rehabilitated acquitted exonerated returned",
        "freed",
    ),
    "to": "to", "of": "of", "by": "by", "lives": "lives", "life": "lives",
    **_words(
        "and or then later subsequently also & / +",
        "and",
    ),
    ",": "comma", "but": "comma", ":": "colon", "=": "colon", "→": "end",
    "(": "open", "[": "open", ")": "close", "]": "close",
    ";": "end", "|": "end", "!": "end", "?": "end", "—": "dash", "–": "dash", "-": "dash",
}  # fmt: skip

_DETENTION = (
    r"(?:camps?|prisons?|jails?|gulags?|detention|custody|ghettos?|dungeons|re-?education|asylums?|penitentiar\w+"
    r"|isolators)"
)
_HOME = r"(?:homes?|lands?|villages?|houses|country|homeland|territory)"
_LABOUR = r"(?:labou?r(?:ers)?|work|slavery|servitude|slaves)(?! to death)"
# Phrases of harm whose words say nothing of it alone: measure, the words they begin with, what follows.
_PHRASES: tuple[tuple[Measure, str, str], ...] = (
    ("deaths", "lost|gave|losing|lose", r" (?:their|his|her) li(?:fe|ves)"),
    ("deaths", "put", r" to death"),
    ("deaths", "sent|pushed|thrown", r" to (?:their|his|her) deaths?"),
    ("deaths", "thrown|pushed", r" (?:alive )?from (?:aircraft|planes|helicopters)"),
    (
        "deaths",
        "starved|worked|beaten|tortured|burned|burnt|stabbed|hacked|frozen|froze|trampled|crushed|bled|bludgeoned|gassed|stoned"
        "|shot|flogged|clubbed",
        r" to death",
    ),
    ("deaths", "burned|burnt|buried", r" alive"),
    ("deaths", "left|shot|found", r" dead"),
    ("deaths", "gunned|cut|mowed|shot", r" down"),
    ("deaths", "committed", r" suicide"),
    ("deaths", "took", r" their own lives"),
    ("deaths", "killed", r" themselves"),
    ("disappeared", "went|gone|still|remain|remains|remained|reported|listed|registered", r" (?:as )?missing"),
    ("disappeared", "unaccounted", r" for"),
    ("disappeared", "never", r" (?:seen again|found|accounted for)"),
    ("detained", "found|pleaded", r" guilty"),
    ("detained", "taken", r" (?:prisoner|hostage|captive|into custody)"),
    ("detained", "placed|kept|put|held", r" (?:under|in) (?:house arrest|arrest|custody|detention)"),
    ("detained", "put|stood|went|faced|brought", r" (?:on |to )?trial"),
    ("detained", "on", r" trial"),
    ("detained", "rounded", r" up"),
    ("detained", "behind", r" bars"),
    ("detained", "prison|camp|gulag|inmate|detainee", r" population"),
    (
        "detained",
        "in|into",
        r" (?:[\w-]+ ){0,2}?(?:detention|custody|captivity|prisons?|jails?|(?:concentration|labou?r|prison) camps)",
    ),
    ("detained", "under", r" house arrest"),
    (
        "detained",
        "removed|dismissed|purged|expelled",
        r" from (?:the |their )?(?:office|posts?|positions?|party|army|service|universit\w+|schools?|jobs?)",
    ),
    (
        "detained",
        "sent|taken|transferred|consigned|confined|committed|marched|transported|herded|shipped|moved|dispatched",
        rf" (?:in)?to (?:[\w-]+ ){{0,3}}?{_DETENTION}",
    ),
    ("detained", "passed", rf" through (?:[\w-]+ ){{0,3}}?(?:system|{_DETENTION})"),
    ("displaced", "lost", r" (?:their|his|her) homes?"),
    (
        "displaced",
        "forced|driven|drove|sent|went|go|pushed|forcing|driving",
        r" (?:\w+ )?(?:in)?to (?:internal |foreign )?exile",
    ),
    ("displaced", "into|in", r" (?:internal |foreign )?exile"),
    ("displaced", "forced|driven|thrown|pushed|cleared", r" out"),
    (
        "displaced",
        "forced|driven|pushed|cleared|removed|moved",
        rf" from (?:their|the|ancestral)(?: \w+){{0,2}} {_HOME}",
    ),
    ("displaced", "left", rf" (?:the country|their {_HOME})"),
    ("displaced", "left|made|rendered|became", r" homeless"),
    ("displaced", "sought|seek|seeking|took|taken|taking|found", r" (?:political )?(?:asylum|refuge)"),
    (
        "displaced",
        "forced|ordered|compelled|obliged|made",
        r" to (?:leave|march|move|abandon|flee|evacuate|emigrate|relocate|resettle)",
    ),
    ("displaced", "internally", r" displaced"),
    ("displaced", "forcibly", r" (?:moved|transferred|removed|relocated|resettled|displaced)"),
    (
        "forced_labour",
        "conscripted|pressed|forced|mobilised|mobilized|drafted|recruited|put|coerced|subjected|compelled|used|employed|exploited",
        rf" (?:in)?(?:to|as|for|in) (?:[\w-]+ ){{0,2}}?{_LABOUR}",
    ),
    ("forced_labour", "forced|slave|compulsory", r" (?:labou?r(?:ers)?|workers?)(?! camps?)"),
    ("injured", "suffered|sustained|suffering", r" (?:[\w-]+ ){0,5}?(?:injur\w+|wounds|burns|damage|fractures)"),
    ("other", "lost", r" (?:their )?(?:jobs|citizenship|livelihoods)"),
    ("other", "taken|stolen|separated|removed", r" from (?:their |detained |\w+ )?(?:mothers?|famil\w+|parents)"),
    ("other", "stripped|deprived", r" of"),
    ("other", "forcibly", r" (?:converted|sterili[sz]ed|recruited|married|adopted|assimilated)"),
    ("other", "facing|faced", r" (?:famine|starvation|hunger)"),
    ("other", "need|needed|needing|require|required", r" (?:urgent )?(?:humanitarian|food) (?:assistance|aid)"),
    ("other", "in", r" (?:urgent |desperate )?need of"),
    ("other", "denied", r" citizenship"),
)


def _phrases_by_first_word() -> dict[str, list[tuple[Measure, re.Pattern[str]]]]:
    table: dict[str, list[tuple[Measure, re.Pattern[str]]]] = {}
    for measure, starts, rest in _PHRASES:
        pattern = re.compile(rest + r"(?![a-z])")
        for word in starts.split("|"):
            table.setdefault(word, []).append((measure, pattern))
    return table


_PHRASES_BY_WORD = _phrases_by_first_word()
_TOKEN = re.compile(
    r"[^\W\d_](?:[\w’']|[-.](?=[^\W\d_]))*|[;:()\[\]|/,!?—–=→&+]|(?<=\s)-(?=\s)|\.(?=\s|$|[\"”’)])|\d[\d.,]*"
)
_START = attrgetter("start")
_PARTICLES = frozenset("de von van bin al el la le du der den di da ibn abu".split())


def words_of(
    text: str,
    low: str,
    first: int,
    last: int,
    found: Sequence[FoundQuantity] = (),
    dates: Sequence[tuple[int, int]] = (),
) -> list[Word]:
    """The words of ``text`` from ``first`` to ``last``; quantities, dates and phrases of harm are one word each."""
    fixed = [Word("date", "", start, end) for start, end in dates if first <= start < last]
    fixed += [
        Word("quantity", "", one.start, one.end, None, index)
        for index, one in enumerate(found)
        if first <= one.start < last
    ]
    if len(fixed) > 1:
        fixed.sort(key=_START)
    words: list[Word] = []
    position = first
    for word in fixed:
        if position < word.start:
            _plain(text, low, position, word.start, words)
        words.append(word)
        position = max(position, word.end)
    if position < last:
        _plain(text, low, position, last, words)
    return words


def _plain(text: str, low: str, first: int, last: int, words: list[Word]) -> None:
    """Append the words of a stretch without quantities and dates."""
    read = first
    for match in _TOKEN.finditer(low, first, last):
        start, end = match.span()
        if start < read:
            continue  # inside a phrase
        word = match.group()
        phrases = _PHRASES_BY_WORD.get(word)
        if phrases is not None:
            for measure, pattern in phrases:
                rest = pattern.match(low, end, last)
                if rest is not None:
                    read = rest.end()
                    words.append(Word("fate", low[start:read], start, read, measure))
                    break
            if start < read:
                continue
        tag = _TAGS.get(word)
        if tag is not None:
            words.append(Word(tag, word, start, end))
            continue
        harm = HARM_WORDS.get(word)
        if harm is None and "-" in word:
            harm = HARM_WORDS.get(word.rpartition("-")[2])
        if harm is not None:
            words.append(Word(harm.part, word, start, end, harm.measure))
            continue
        if word[0] == ".":
            # an initial or an abbreviation ends no sentence
            if words and words[-1].end == start and len(words[-1].text) > 2:
                words.append(Word("end", word, start, end))
            continue
        kind = noun_kind(word)
        if kind == "people" or kind == "thing":
            tag = kind
        elif text[start].isupper() or word in _PARTICLES:
            tag = "name"
        else:
            tag = "det" if word.endswith("ly") else "word"
        words.append(Word(tag, word, start, end))
