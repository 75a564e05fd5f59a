"""Words and phrases, and where they stand in a title or value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

WIDEST_GAP = 4  # words that "..." in a phrase may stand for
SHORTEST_STEM = 2  # letters before "*"

_TOKEN = re.compile(r"[^\W_]+|[&,;/+|]")
_PATTERN = re.compile(r"\.{3}|[^\W_]+\*?|[&,;/+|]")
_POSSESSIVE = re.compile(r"(?<=\w)['’`´](?:s\b)?")
_JOINING = frozenset("& , ; / + | or vs versus".split())
_ARTICLES = frozenset(("the", "a", "an"))


class Match(NamedTuple):
    """The tokens from ``start`` up to ``end`` are a phrase of ``id``."""

    start: int
    end: int
    id: str


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, free of capitals, accents, possessives, hyphens and articles; what joins words is "and"."""
    return _split(text, _TOKEN)


@cache
def phrase_key(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase of the schema, which also may hold "*" and "..."."""
    return _split(phrase, _PATTERN)


def _split(text: str, token: re.Pattern[str]) -> tuple[str, ...]:
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    found: list[str] = []
    for word in token.findall(_POSSESSIVE.sub("", text.casefold())):
        if word in _JOINING:
            word = "and"
        if word not in _ARTICLES and (word != "and" or (found and found[-1] != "and")):
            found.append(word)
    while found and found[-1] == "and":
        found.pop()
    return tuple(found)


class Phrasebook:
    """Phrases and what each of them names.

    ``repress*`` is any word that begins so, ``end of ... regime`` leaves room
    for a few words between. Where the same phrase is given twice, the later
    giving counts.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        named = {phrase_key(phrase): id for phrase, id in phrases}
        self._starting: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, id in sorted(named.items(), key=lambda item: _weight(item[0]), reverse=True):
            self._starting.setdefault(phrase[0].rstrip("*")[:SHORTEST_STEM], []).append((phrase, id))

    def find(self, words: tuple[str, ...]) -> list[Match]:
        """The phrases in these tokens from left to right; of those that begin at one word the longest."""
        found: list[Match] = []
        start = 0
        while start < len(words):
            match = self._at(words, start)
            if match:
                found.append(match)
            start = match.end if match else start + 1
        return found

    def _at(self, words: tuple[str, ...], start: int) -> Match | None:
        for phrase, id in self._starting.get(words[start][:SHORTEST_STEM], ()):
            end = _end(phrase, words, start)
            if end:
                return Match(start, end, id)
        return None


def _weight(phrase: tuple[str, ...]) -> tuple[int, int]:
    """More words first, then whole words before stems, long stems before short ones."""
    return sum(word != "..." for word in phrase), sum(100 if word[-1] != "*" else len(word) for word in phrase)


def _end(phrase: tuple[str, ...], words: tuple[str, ...], at: int) -> int:
    """Where the phrase ends that begins at a word, 0 where it does not stand there."""
    for position, part in enumerate(phrase):
        if part == "...":
            rest = phrase[position + 1 :]
            for beyond in range(at, at + WIDEST_GAP + 1):
                if end := _end(rest, words, beyond):
                    return end
                if words[beyond : beyond + 1] in ((), ("and",)):
                    break
            return 0
        if at >= len(words) or not (words[at] == part or (part[-1] == "*" and words[at].startswith(part[:-1]))):
            return 0
        at += 1
    return at
