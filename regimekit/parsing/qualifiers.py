"""Words around a number that bound it: "at least", "~", "or more", "to higher figures"."""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.model.quantity import Qualifier

_BOUNDS: dict[str, Qualifier] = {}
for _qualifier, _phrases in (
    (
        "at least",
        "at least|at the very least|no fewer than|no less than|not fewer than|not less than|as few as|as little "
        "as|at minimum|at a minimum|minimum|minimum of|min.|no lower than|no smaller than|not under|not "
        "below|never fewer than"
        "|never less than|never under|never below|≥",
    ),
    (
        "more than",
        "more than|over|just over|well over|in excess of|exceeding|exceeded|exceeds|greater than|higher "
        "than|larger than|upwards of|upward of"
        "|above|topping|topped|surpassing|surpassed|north of|beyond|better than|>",
    ),
    (
        "at most",
        "up to|at most|at the most|no more than|not more than|no greater than|maximum|maximum of|max.|as many "
        "as|as much as"
        "|as high as|no higher than|no larger than|not above|not over|not exceeding|never more than|never "
        "above|never over"
        "|never exceeding|≤",
    ),
    ("less than", "fewer than|less than|under|below|just under|lower than|<"),
    (
        "approximate",
        "about|around|approximately|approx.|approx|roughly|circa|ca.|c.|some|estimated|nearly|almost|approaching"
        "|close to|near|perhaps|possibly|probably|maybe|an average of|on the order of|in the order of"
        "|in the region of|~|≈|∼|±|virtually|practically|est.|estimate of|estimates of|estimated at"
        "|something like|anything like|somewhere around|somewhere near|in the neighbourhood of|in the neighborhood of"
        "|in the vicinity of|more or less|presumably|conceivably|likely|say|nigh on|close on|getting on for|just about"
        "|just short of|just shy of|shy of|not quite|little more than|hardly more than|barely more than|supposedly",
    ),
):
    for _phrase in _phrases.split("|"):
        _BOUNDS[_phrase] = _qualifier  # type: ignore[assignment]
_FILLERS = "an|a|the|very|of|total of|well|far|only|even|slightly|somewhat|as"
SYMBOLS = "~≈∼><≥≤±"
_TERMS = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s")
    for phrase in sorted([*_BOUNDS, *_FILLERS.split("|")], key=len, reverse=True)
    if phrase[0] not in SYMBOLS
)
_BEFORE = re.compile(rf"(?:(?<![\w$])(?:{_TERMS})(?:\s+|(?<=\.)|(?=[~≈]))|[{SYMBOLS}]\s*)+\Z")
_TERM = re.compile(rf"(?<!\w)(?:{_TERMS})(?!\w)|[{SYMBOLS}]")

_AFTER = re.compile(
    r"(?P<plus>\s?\+(?!\s?\d)|\splus(?![a-z])|,?\s(?:or|and)\s(?:more|above|over|higher|up|upwards|"
    r"greater|counting)(?![a-z\s]*\sthan)(?![a-z])"
    r"|,?\s\(?at\s(?:(?:the\svery\s)?least|(?:a\s)?minimum)\)?|\s\(?minimum\)?(?![a-z])"
    r"|\sto\s(?:even\s|far\s|much\s)?(?:higher|more|greater|larger)(?:\s(?:figures?|numbers?|"
    r"estimates?))?(?![a-z])|\supwards?(?![a-z])|,?\sif\snot\s(?:more|higher)(?![a-z])|,?\sand\s(?:rising|"
    r"climbing)(?![a-z])"
    r"|,?\sand\sthen\ssome(?![a-z])|-plus(?![a-z]))"
    r"|(?P<most>\sor\s(?:fewer|less|under|below|lower)(?![a-z])|,?\s\(?at\s(?:(?:the\s)?most|"
    r"(?:a\s)?maximum|the\soutside)\)?(?![a-z])"
    r"|\s\(?maximum\)?(?![a-z])|,?\s\(?(?:tops|max\.?)\)?(?![a-z]))"
    r"|(?P<about>\sor\s(?:so|thereabouts?)(?![a-z])|,?\s(?:give\sor\stake|more\sor\sless)(?![a-z]|\sa)|"
    r"-ish(?![a-z])|[-\s]odd(?![a-z])|\s\((?:est\.?|estimated|approx\.?|approximate(?:ly)?)\)|\?)"
)

# The last words of the phrases above: most numbers have none of them in front, and are spared the search.
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in [*_BOUNDS, *_FILLERS.split("|")])
_WINDOW = 48
_LONGEST_WORD = 20


@lru_cache(maxsize=2048)
def _meaning(phrase: str) -> tuple[Qualifier | None, int]:
    """What the words in front of a number say together, and where the first that says anything begins."""
    meant: Qualifier | None = None
    first = len(phrase)
    for term in _TERM.finditer(phrase):
        qualifier = _BOUNDS.get(" ".join(term.group().split()))
        if qualifier is not None:
            first = min(first, term.start())
            if meant is None or meant == "approximate":
                meant = qualifier
    return meant, first


def qualifier_before(low: str, position: int) -> tuple[Qualifier | None, int]:
    """The qualifier that ends at ``position`` of the lower-cased text, and where it begins."""
    if position == 0:
        return None, position
    if low[position - 1] not in SYMBOLS:
        reach = max(0, position - _LONGEST_WORD)
        word = low[max(low.rfind(" ", reach, position - 1) + 1, reach) : position].strip()
        if word.lstrip('(“"\n') not in _LAST_WORDS and word[-1:] not in ("~", "≈", ">", "<", "≥", "≤", "±"):
            return None, position
    begin = max(0, position - _WINDOW)
    match = _BEFORE.search(low, begin, position)
    if match is None:
        return None, position
    meant, first = _meaning(match.group())
    return (meant, match.start() + first) if meant else (None, position)


def qualifier_after(low: str, position: int) -> tuple[Qualifier | None, int]:
    """The qualifier that begins at ``position``, and where it ends."""
    match = _AFTER.match(low, position)
    if match is None:
        return None, position
    meant: Qualifier = "at least" if match["plus"] else "at most" if match["most"] else "approximate"
    return meant, match.end()
