"""Names of people as dossiers write them: rank, nicknames, brackets and life spans around the name itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from regimekit.parsing.reading import split_outside_brackets, take_brackets

PARTICLES = frozenset(
    "de del della der den des di da do dos du la le el al ul van von zu bin ibn ben bint binti abu y e ap ter ten af i"
    " ibni ould oulad bou mac".split()
)
_QUOTED = re.compile(r"[\"“‘]([^\"“”‘’]{1,60})[\"”’]")
_LIFE = re.compile(
    r"(?:(?P<b>b\.|born)\s*|(?P<d>d\.|died)\s*)?(?P<from>(?:c\.|ca\.|circa|about)?\s*(?:\d{3,4}|\?+|unknown))"
    r"(?:\s*(?P<dash>[-–—]|\bto\b)\s*(?P<to>(?:c\.|ca\.|circa|about)?\s*(?:\d{2,4}|\?+|present|unknown)?))?\s*\Z",
    re.I,
)
_BORN_AND_DIED = re.compile(
    r"(?:b\.|born)\s*(?P<born>(?:c\.\s?)?\d{3,4})\s*[,;–-]\s*(?:d\.|died)\s*(?P<died>(?:c\.\s?)?\d{3,4})\s*\Z", re.I
)
_WORD = re.compile(r"[^\W\d_](?:[\w.'’\-‑]*[\w.])?\Z|[^\W\d_]\.\Z")
_SUFFIX = re.compile(r"(?:[IVX]{1,5}|Jr\.?|Sr\.?|PhD|M\.?D\.?|KBE|OBE|al-\w+)\Z")
_JOINT = re.compile(r"\s+(?:&|and|und|et|y)\s+|\s*&\s*|\s+[/+]\s+")
_NOT_A_NAME = re.compile(
    r"\b(?:party|committee|council|government|junta|army|ministry|police|force|forces|movement|front|union|bureau"
    r"|congress|league|collective|leadership|various|unknown|none|see|note|republic|members?|regime|others?|et al"
    r"|the|his|her|their|of|for|with|after)\b",
    re.I,
)


class Life(NamedTuple):
    """The years in a bracket behind a name, as written; None where unknown."""

    born: str | None
    died: str | None
    #: whether the bracket says "b." or "d.", so that it can be nothing but a life span
    certain: bool


class Name(NamedTuple):
    """A name taken apart; ``notes`` are brackets that are neither alias nor years."""

    name: str
    aliases: tuple[str, ...]
    honorific: str | None
    life: Life | None
    notes: tuple[str, ...]


def read_life(text: str) -> Life | None:
    """A bracket such as ``1878-1953``, ``c. 1925–2003``, ``b. 1972``, ``?-1977``, ``1937-``."""
    told = _BORN_AND_DIED.match(text.strip())
    if told is not None:
        return Life(told["born"], told["died"], True)
    match = _LIFE.match(text.strip())
    if match is None:
        return None
    start = match["from"].strip()
    if match["d"]:
        return Life(None, start, True)
    if match["b"] and not match["dash"]:
        return Life(start, None, True)
    if not match["dash"]:
        return None
    end = (match["to"] or "").strip()
    return Life(_known(start), _known(end), bool(match["b"]) or "?" in start)


def _known(year: str) -> str | None:
    return None if not year or year[0] == "?" or year.casefold() in ("present", "unknown") else year


def looks_like_a_name(text: str, longest: int = 8) -> bool:
    """Whether every word is one that a personal name can hold."""
    words = text.replace(",", " ").split()
    if not 1 <= len(words) <= longest or _NOT_A_NAME.search(text):
        return False
    capital = False
    for word in words:
        if word in PARTICLES or _SUFFIX.match(word):
            continue
        if not _WORD.match(word):
            return False
        first = word.split("-")[-1][:1] if word.split("-")[0].casefold() in PARTICLES else word[:1]
        if first.islower():
            return False
        capital = True
    return capital


def read_name(text: str, split_honorific: Callable[[str], tuple[str | None, str]]) -> Name:
    """Take a written name apart: rank or office in front, nicknames in quotation marks, brackets behind.

    ``split_honorific`` is the schema's: it knows the ranks and offices.
    """
    aliases: list[str] = []
    notes: list[str] = []
    life: Life | None = None
    bare, brackets = take_brackets(text.replace("**", " "))
    for bracket in brackets:
        years = read_life(bracket)
        if years is not None:
            life = life or years
        else:
            (aliases if _is_alias(bracket) else notes).append(bracket.strip("\"“”'"))
    aliases += [nickname.strip(" ,") for nickname in _QUOTED.findall(bare)]
    bare = " ".join(_QUOTED.sub(" ", bare).split()).strip(" ,;:.-–—")
    honorific, name = split_honorific(bare)
    return Name(name, tuple(aliases), honorific, life, tuple(notes))


def _is_alias(bracket: str) -> bool:
    inner = re.sub(
        r"^(?:aka|a\.k\.a\.|alias|also known as|known as|born|née|nom de guerre|also)[:\s]+", "", bracket, flags=re.I
    )
    return not any(character.isdigit() for character in inner) and looks_like_a_name(inner.strip("\"“”'"), 5)


def split_names(text: str) -> list[str]:
    """Two people in one entry ("Lev A & Grigory B") are two names; brackets stay with theirs."""
    parts = [part for part in _JOINT.split(text) if part.strip()]
    if len(parts) > 1 and all(looks_like_a_name(take_brackets(_QUOTED.sub(" ", part))[0]) for part in parts):
        return parts
    return [text]


def list_names(text: str) -> list[str]:
    """The names in a field that lists several: "A (1976-1981), B (1981); C and D (chairmen)"."""
    return [name for part in split_outside_brackets(text, ",;") for name in split_names(part)]
