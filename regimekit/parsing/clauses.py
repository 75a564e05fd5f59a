"""A sentence as tagged words: what the decision whether people were harmed is made on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from regimekit.model.estimate import Measure
from regimekit.parsing.counted import noun_kind
from regimekit.parsing.harm_phrases import PHRASES
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
        "along among amid despite toward towards throughout via upon behind beyond including incl inc per "
        "due out off up "
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
        "represents covers excludes corresponds equals equivalent archival independent victims' other most many "
        "suspected presumed unconfirmed alleged probable proven attested corroborated guess guesses guessed guessing "
        "reckons reckon reckoned thinks think hunch speaks speak version versions claim tally tallies headcount "
        "altogether told sum ledgers ledger registers register rolls roll books lists list named names govt "
        "union unions state institute institutes opposition "
        "defectors defector monitors embassy embassies consul consuls doctors medics clergy ngo ngos",
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
        "and or then later subsequently also & / + vs versus plus",
        "and",
    ),
    ",": "comma", "but": "comma", ":": "colon", "=": "colon", "→": "end",
    "(": "open", "[": "open", ")": "close", "]": "close",
    ";": "end", "|": "end", "!": "end", "?": "end", "—": "dash", "–": "dash", "-": "dash",
}  # fmt: skip

_TOKEN = re.compile(
    r"[^\W\d_](?:[\w’']|[-.](?=[^\W\d_]))*|[;:()\[\]|/,!?—–=→&+]|(?<=\s)-(?=\s)|\.(?=\s|$|[\"”’)])|\d[\d.,]*"
)
_ABBREVIATIONS = frozenset(
    "incl inc approx est govt dept gen col capt sgt cpl maj adm brig prof rev hon mrs esp excl max min "
    "jan feb mar apr jun jul aug sept sep oct nov dec nos vol ".split()
)
OF_THINGS = "#"
"""The text of a quantity that counts things."""
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
        Word("quantity", OF_THINGS if one.counted.kind in ("thing", "unknown") else "", one.start, one.end, None, index)
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


def _is_abbreviation(word: Word) -> bool:
    return len(word.text) < 3 or word.text in _ABBREVIATIONS


def _plain(text: str, low: str, first: int, last: int, words: list[Word]) -> None:
    """Append the words of a stretch without quantities and dates."""
    read = first
    for match in _TOKEN.finditer(low, first, last):
        start, end = match.span()
        if start < read:
            continue  # inside a phrase
        word = match.group()
        phrases = PHRASES.get(word)
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
        if word == "→" and not any(one.tag == "quantity" for one in words):
            tag = "colon"
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
            if words and words[-1].end == start and not _is_abbreviation(words[-1]):
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
