"""Names in a debate: a text cut into tokens, the names and lists of names in it, and who of them can hold a view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from regimekit.model.estimate import Attribution
from regimekit.model.person import Person
from regimekit.parsing.holder_words import (
    LANDS,
    MAY_REASON,
    PEOPLES,
    REASONS,
    is_common_noun,
    is_no_person,
    is_role,
    judges,
)
from regimekit.parsing.names import PARTICLES
from regimekit.parsing.passages import Passage

Kind = Literal["word", "initials", "number", "quote", "bracket", "title", "mark"]


class Token(NamedTuple):
    """A word, or a whole quotation, bracket or title; ``owns`` marks a possessive, its "'s" left out of ``text``."""

    kind: Kind
    text: str
    start: int
    end: int
    owns: bool = False

    @property
    def capital(self) -> bool:
        return self.kind == "initials" or (
            self.kind == "word" and (self.text[0].isupper() or bool(_HYPHENED.match(self.text)))
        )


class Names(NamedTuple):
    """A name or a list of them; ``end`` is the index of the token behind, ``several`` whether the verb is plural."""

    names: tuple[str, ...]
    end: int
    owns: bool
    several: bool


_TOKEN = re.compile(
    r"(?P<quote>\"[^\"]{1,600}\"|“[^”]{1,600}”|«[^»]{1,600}»|‘[^’‘]{1,300}’(?!\w))"
    r"|(?P<bracket>\([^()]{0,300}(?:\([^()]{0,100}\)[^()]{0,100}){0,3}\)|\[[^\[\]]{0,200}\])"
    r"|(?P<initials>(?:[^\W\d_a-z]\.(?:-?[^\W\d_a-z]\.)*)(?=\s|$|\w))"
    r"|(?P<word>[^\W\d_](?:[^\W_]|['’‑-](?=[^\W_]))*)"
    r"|(?P<number>\d(?:[\d.,–-]*\d)?)"
    r"|(?P<mark>\S|\n)"
)
_HYPHENED = re.compile(r"(?:al|el|an|as|ad|ar|at|ash|ibn|bin|[dl])['’‑-][^\W\d_a-z]")
_SHORT = frozenset("dr prof st mr mrs ms al vs cf ca ed eds no vol jr sr e.g i.e".split())
_ROMAN = re.compile(r"(?:[IVX]{1,4}|Jr|Sr)\Z")
_AT = frozenset("in near across throughout into outside inside around within the a an In Near Across The A An".split())
_STOPS = '.,;:!?)]"”'
_ENDS = ("", ",", ".", ";", ":")
_MOST = 16  # names in a list
_INSIDE = PARTICLES - {"e", "i"}
_LONGEST = 6  # words in a name
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d(?!s)")


def tokens_of(text: str, titles: Sequence[tuple[int, int]] = (), at: int = 0) -> list[Token]:
    """The text as tokens, from ``at`` on; ``titles`` are the extents of what it sets in italics."""
    tokens: list[Token] = []
    starts = dict(titles)
    while (match := _TOKEN.search(text, at)) is not None:
        start, at = match.span()
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        if start in starts and starts[start] > start and kind != "bracket":
            at = starts[start]
            tokens.append(Token("title", text[start:at], start, at))
            continue
        said = match[0]
        if kind == "word":
            if said[-2:] in ("'s", "’s"):
                tokens.append(Token("word", said[:-2], start, at, owns=True))
                continue
            if said[-1] == "s" and text[at : at + 1] in ("'", "’") and not text[at + 1 : at + 2].isalnum():
                at += 1
                tokens.append(Token("word", said, start, at, owns=True))
                continue
            if said.casefold() in _SHORT and text[at : at + 1] == ".":
                at += 1
        tokens.append(Token(kind, said, start, at))
    return tokens


def dated(bracket: str) -> bool:
    """Whether a bracket tells the year of a work: "(2010)", "(The Plan, 1996)"."""
    return _YEAR.search(bracket) is not None and re.search(r"\d\s?[-–]\s?\d", bracket) is None


class Scene:
    """What the rest of a dossier says about the words in its debates: who acts in it, what is a place, what no name.

    ``known`` are the family names of scholars who are certain elsewhere in the debates, ``labels`` the holders that
    a label gave, by its line and by how many were known.
    """

    def __init__(self, passages: Sequence[Passage] = (), people: Iterable[Person] = ()) -> None:
        self.passages = passages
        self.people = [
            frozenset(_words(name)) for person in people for name in (person.name, *person.aliases) if _words(name)
        ]
        self.people_words = frozenset(word for words in self.people for word in words)
        self.known: set[str] = set()
        self.labels: dict[tuple[int, int], tuple[str, ...]] = {}

    @cached_property
    def _words(self) -> list[str]:
        return [word for passage in self.passages for word in passage.text.split()]

    @cached_property
    def _spelled(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _marked(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words that stand behind "in" or "the" alone, and pairs of words behind "the": places, groups and things."""
        words = [*self._words, "", ""]
        alone: set[str] = set()
        pairs: set[str] = set()
        for at in [at for at, word in enumerate(words) if word in _AT]:
            first, second = words[at + 1], words[at + 2]
            if first[:1].isupper():
                pairs.add(f"{first} {second.rstrip(_STOPS)}")
                bare = first.rstrip(_STOPS)
                if bare != first or not (second[:1].isupper() or second[:1] == "("):
                    alone.add(bare)
        return frozenset(alone), frozenset(pairs)

    def acts(self, name: str) -> bool:
        """Whether a name is one of the regime's own people, whom the dossier speaks of."""
        words = frozenset(_words(name))
        if len(words) < 2:
            return bool(words & self.people_words) and not words & self.known
        return any(len(person) > 1 and (words <= person or person <= words) for person in self.people)

    def is_person(self, name: str, *, cited: bool = False) -> bool:
        """Whether a name can be a scholar's. A lone word must be no place, thing or group that the dossier knows."""
        words = [word for word in name.split() if word not in PARTICLES]
        if not words or any(is_no_person(word) or _is_acronym(word) for word in words):
            return False
        if any(is_role(part) for part in words) or (self.acts(name) and not cited):
            return False
        if len(words) > 1:
            return " ".join(words[:2]) not in self._marked[1]
        word = words[0]
        if word.casefold() in self.known:
            return True
        if len(word) < 3 or is_common_noun(word) or word.casefold() in REASONS | MAY_REASON:
            return False
        return not any(word.casefold() + stop in self._spelled for stop in _ENDS) and word not in self._marked[0]

    def is_place(self, text: str) -> bool:
        """Whether a text is the name of a country or of what the dossier uses as a place."""
        words = [word for word in text.split() if word not in PARTICLES and word != "El"]
        return bool(words) and all(
            word.casefold() in LANDS or (word in self._marked[0] and word.casefold() not in self.known)
            for word in words
        )

    def knows(self, name: str) -> bool:
        return name.casefold() in self.known

    def know(self, names: Iterable[str]) -> None:
        """Remember the family names of scholars named in full."""
        self.known.update(name.split()[-1].casefold() for name in names if " " in name)

    def know_authors(self, authors: Iterable[Attribution]) -> None:
        """Remember the scholars whose figures the dossier gives, with the year of a work."""
        for author in authors:
            names = name_list(tokens_of(author.name), 0) if author.kind == "scholar" and author.year else None
            if names is not None and names.end == len(tokens_of(author.name)):
                words = (name.split()[-1] for name in names.names)
                self.known.update(word.casefold() for word in words if not _is_acronym(word))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{2,}", name.casefold()) if word not in PARTICLES]


def _is_acronym(word: str) -> bool:
    letters = word.replace("-", "")
    return len(letters) > 1 and letters.isupper() and "." not in word and not _ROMAN.match(word)


def is_full(name: str) -> bool:
    return " " in name


def one_name(tokens: Sequence[Token], at: int) -> tuple[str, int, bool] | None:
    """The name that begins at a token: the name, the index behind it, whether it stands in the possessive."""
    words: list[str] = []
    first = at
    while at < len(tokens) and len(words) < _LONGEST:
        token = tokens[at]
        if at > first and tokens[at - 1].end + 1 < token.start:
            break
        if token.capital:
            words.append(token.text)
        elif token.text in _INSIDE:
            behind = next((later for later in tokens[at + 1 : at + 3] if later.text not in PARTICLES), None)
            if behind is None or not behind.capital:
                break
            words.append(token.text)
        else:
            break
        at += 1
        if token.owns:
            break
    if not words or all(word.endswith(".") for word in words) or words[-1] in PARTICLES:
        return None
    return " ".join(words), at, tokens[at - 1].owns


def name_list(tokens: Sequence[Token], at: int) -> Names | None:
    """The names from a token on: "A", "A and B", "A, B & C", "A et al.", "A and other scholars"."""
    found: list[str] = []
    owns = several = False
    end = at
    while len(found) < _MOST and (name := one_name(tokens, at)) is not None:
        found.append(name[0])
        end, owns = name[1], name[2]
        at = end
        if owns:
            behind = one_name(tokens, at + 1) if at < len(tokens) and tokens[at].text in ("and", "&") else None
            if behind is None or not behind[2]:
                break  # else "Doe's and Roe's theses"
        while at < len(tokens) and tokens[at].kind == "bracket" and _joins(tokens, at + 1) and dated(tokens[at].text):
            at += 1  # "A (1996) and B (2001)"
        joined = _joins(tokens, at)
        if not joined:
            break
        at += joined
    if not found:
        return None
    others = _others(tokens, end)
    if others and not owns:
        end += others
        several = True
    return Names(tuple(found), end, owns, several or len(found) > 1)


def _joins(tokens: Sequence[Token], at: int) -> int:
    """How many tokens join what is before to a capitalised word behind: ",", "and", "&", ", and", "/"."""
    length = 0
    if at < len(tokens) and tokens[at].text in (",", "/", ";"):
        length = 1
    if at + length < len(tokens) and tokens[at + length].text in ("and", "&", "with"):
        length += 1
    behind = at + length
    if length == 1 and behind < len(tokens) and tokens[behind].text.casefold() in PEOPLES:
        return 0  # "Ana Doe, Irish historian"
    if length and behind < len(tokens) and (tokens[behind].capital or tokens[behind].text in PARTICLES):
        return length
    return 0


def _others(tokens: Sequence[Token], at: int) -> int:
    """How many tokens say "et al.", "and others", "and her colleagues", "and other historians"."""
    words = [token.text.casefold() for token in tokens[at : at + 5]]
    if words[:2] == ["et", "al"] or words[:2] == ["et", "al."]:
        return 3 if words[2:3] == ["."] else 2
    if words[:1] == [","]:
        length = _others(tokens, at + 1)
        return length + 1 if length else 0
    if words[:1] in (["and"], ["&"]):
        for length, word in enumerate(words[1:4], 2):
            if word in ("others", "colleagues", "collaborators", "co-authors") or is_role(word):
                return length
    return 0


def holders_among(names: Names, scene: Scene, *, cited: bool = False) -> tuple[str, ...]:
    """Those of the names that can hold a view; none where the list holds something else."""
    found: list[str] = []
    for name in names.names:
        if judges(name):
            found.append(name.removeprefix("The "))
        elif scene.is_person(name, cited=cited):
            found.append(name)
        elif not scene.acts(name):
            return ()
    return tuple(found)


def names_in_bracket(bracket: str, scene: Scene, *, cited: bool = False) -> tuple[str, ...]:
    """The names in a bracket that holds nothing else but years: "(Doe; Roe 2001)", "(Doe and others)"."""
    inner = tokens_of(bracket[1:-1])
    found: list[str] = []
    at = 0
    while at < len(inner):
        names = name_list(inner, at)
        if names is None or names.owns:
            return ()
        at = names.end
        year = False
        while at < len(inner) and (inner[at].text == "," or inner[at].kind in ("number", "title")):
            year = year or dated(inner[at].text)
            at += 1
            if (
                at < len(inner)
                and inner[at - 1].kind == "number"
                and inner[at].text.isalpha()
                and len(inner[at].text) == 1
            ):
                at += 1  # "2001a"
        held = holders_among(names, scene, cited=cited or year)
        if not held and year and all(map(_is_acronym, names.names)):
            held = names.names  # "(ICMP 2021, Doe 2016)": a body whose work is cited
        if not held or len(held) < len(names.names):
            return ()
        found += held
        if at < len(inner) and inner[at - 1].text != ",":
            if inner[at].text not in (";", ","):
                return ()
            at += 1
    return tuple(found)
