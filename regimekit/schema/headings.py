"""Which section a heading names, read as English titles are built."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regimekit.schema.phrases import Match, Phrasebook, tokens

RESIDUAL = "other"

_ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})"
_NUMBER = re.compile(
    rf"""
    (?:(?:Part|Chapter|Section|Book|Volume|Appendix)\s+(?:\d{{1,3}}|{_ROMAN}|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive
        |[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\s*(?:[.:)]|\s[-–—])
      |§\s*\d{{1,3}}(?:\.\d{{1,2}})*[.:)]?
      |\(?\d{{1,3}}(?:\.\d{{1,2}})*(?:\.?\)|\.(?=\s|[^\W\d])|:(?=\s))
      |\d{{1,2}}(?:\.\d{{1,2}})+(?=\s+(?!million|billion|thousand|percent|per\scent|%))
      |\(?(?:{_ROMAN}|[A-Z]|[a-h])[.:)](?=\s)
      |(?:\d{{1,3}}|{_ROMAN})\s[-–—](?=\s+\D)
    )\s*""",
    re.VERBOSE,
)
_LETTER = re.compile(r"[A-Z]\.")
_SUBTITLE = re.compile(r":\s|\s[-–—]{1,3}\s|\s*—\s*")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DATE = re.compile(r"\d+(?:s|st|nd|rd|th)?")
# titles that name no section but say on which side of the regime their matter lies
_BEFORE = re.compile(r".*\b(?:before|until|up to|prior to) \d{4}", re.IGNORECASE)
_AFTER = re.compile(
    r"after the (?:\w+[- ]){0,2}(?:dictator|generals?|generalissimo|marshal|colonels?|junta|tyrant|leader|regime|fall"
    r"|collapse|dictatorship)(?: .*)?",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset(
    """about after against among around as at before behind between by despite during following for from in inside into
    of off on onto over since through to toward towards under until upon via with within without""".split()
)


def split_number(title: str) -> tuple[str | None, str]:
    """A numbering before a title ("3.", "IX.", "Part II:"), and the rest; (None, title) where there is none.

    A letter before another initial is none: "J. V. Stalin".
    """
    match = _NUMBER.match(title)
    if not match:
        return None, title
    rest = title[match.end() :].strip()
    number = match.group().strip()
    if not rest or (_LETTER.fullmatch(number) and _LETTER.match(rest)):
        return None, title
    return number.rstrip("-–— "), rest


class HeadingNames:
    """Names headings by whole titles (``aliases``) and by the phrases in them (``terms``)."""

    def __init__(self, aliases: Iterable[tuple[str, str]], terms: Iterable[tuple[str, str]]) -> None:
        self._aliases = {_bare(tokens(alias)): id for alias, id in aliases}
        self._terms = Phrasebook(terms)

    def name(self, title: str) -> str:
        """The section's id, "other" where the title names none.

        What stands in brackets does not count, and a subtitle only where the
        title itself names nothing ("1975-1979: Rise to Power").
        """
        _, rest = split_number(title.strip())
        named = next((id for part in _parts(rest) if (id := self._named(part))), None)
        return named or _side(rest)

    def knows(self, title: str) -> bool:
        """Whether some word of the title is an alias or a term, those of "other" included."""
        return any(self._named(part) for part in _parts(title))

    def _named(self, words: tuple[str, ...]) -> str | None:
        """Of "Death and Succession" what the first of the joined parts names that is a section of its own."""
        whole = self._aliases.get(_bare(words))
        if whole:
            return whole
        residual = None
        matches = self._terms.find(words)
        start = 0
        for end in (*_joints(words, matches), len(words)):
            part = words[start:end]
            inside = [match for match in matches if start <= match.start < end]
            id = self._aliases.get(_bare(part)) or _head(words, start, inside)
            if id and id != RESIDUAL:
                return id
            residual = residual or id
            start = end + 1
        return residual


class PeopleHeadings:
    """Recognises headings of lists of people by phrases at the end of the noun phrase."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = Phrasebook((phrase, phrase) for phrase in phrases)

    def covers(self, title: str) -> bool:
        """ "Party Leadership" and "Members of the Junta", not "Leadership Purges" nor "Fate of the Leaders"."""
        _, rest = split_number(title.strip())
        words = _parts(rest)[0]
        matches = self._phrases.find(words)
        start = 0
        for end in (*_joints(words, matches), len(words)):
            head = next((at for at in range(start, end) if words[at] in _PREPOSITIONS), end)
            if any(match.start >= start and match.end in (head, end) and match.start < head for match in matches):
                return True
            start = end + 1
        return False


def _side(title: str) -> str:
    """ "The Land Question before 1954" lies before the regime, "After the Generals" behind it."""
    if _BEFORE.fullmatch(title):
        return "pre_conditions"
    return "aftermath" if _AFTER.fullmatch(title) else RESIDUAL


def _parts(title: str) -> list[tuple[str, ...]]:
    """The words of a title and of its subtitles, without what stands in brackets."""
    plain = _BRACKETS.sub("", title).strip() or title
    return [tokens(part) for part in _SUBTITLE.split(plain)]


def _joints(words: tuple[str, ...], matches: list[Match]) -> list[int]:
    """Where "and" joins two parts of a title: not inside a phrase ("truth and reconciliation")."""
    covered = {at for match in matches for at in range(match.start, match.end)}
    return [at for at, word in enumerate(words) if word == "and" and at not in covered]


def _head(words: tuple[str, ...], start: int, matches: list[Match]) -> str | None:
    """What the head of a noun phrase names: the last word before a preposition.

    "Opposition Repression" is repression, "Timeline of Purges" a timeline. Where
    the head names nothing, what follows it counts: "Years of Terror".
    """
    if not matches:
        return None
    inside = {at for match in matches for at in range(match.start + 1, match.end - 1)}
    preposition = next(
        (at for at in range(start + 1, matches[-1].end) if words[at] in _PREPOSITIONS and at not in inside),
        len(words),
    )
    before = [match for match in matches if match.start < preposition]
    return before[-1].id if before else matches[0].id


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without dates and without prepositions left at the end: "The Coup of 1973" is "coup"."""
    kept = [word for word in words if not _DATE.fullmatch(word)]
    while kept and kept[-1] in _PREPOSITIONS | {"and"}:
        kept.pop()
    return tuple(kept) if kept else words
