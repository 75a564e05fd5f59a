"""Who holds a statement: "Doe argues …", "according to Doe", "… (Doe; Roe 2001)", "Doe (1996): …", "Doe's thesis".

A holder is the subject of a clause whose verb is one of reasoning, or is named
in one of the ways that give a statement to somebody. Whoever is merely spoken
of, and whoever is the object of somebody's disagreement, stands in neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regimekit.parsing.author_kinds import kind_of
from regimekit.parsing.holder_names import (
    Names,
    Scene,
    Token,
    dated,
    holders_among,
    is_full,
    name_list,
    names_in_bracket,
    tokens_of,
)
from regimekit.parsing.holder_subjects import is_rejected, read_subject
from regimekit.parsing.holder_words import (
    INTRODUCES,
    JUDGES_THAT,
    MAY_REASON,
    OF_A_VIEW,
    OFFICE,
    REASONS,
    ROLES,
    VIEW_NOUNS,
    is_role,
    judges,
    may_name,
)

_LONGEST = 2000  # characters: who holds a position is said early, and a page of names is no position
_INTRODUCTION = 16  # tokens
_SOON = 4  # tokens from the start of a sentence: "A recent study by Doe"
_WRITES = frozenset("writes wrote says said maintains maintained holds held".split())
# "… 2014 and 2015", "August 1977": when, behind who
_DATED = re.compile(
    r"\s*\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?:\d{1,2}\s)?"
    r"(?:1[89]|20)\d\d[a-z]?(?:\s(?:and|&)\s(?:1[89]|20)\d\d)*$"
)
_LONGEST_BODY = 7  # words
_LABEL = 24  # tokens before a colon
# what every text holds in which a holder is read; the words are those of a verb or a role
_HINT = re.compile(r"[:;—–]|[(,/&]\s?[^\W_a-z]|\b(?:[Aa]ccording|by|with)\s|['’]s?\s|^(?:For|To)\s|[\"”]\s-\s")
_HINTS = frozenset((*REASONS, *MAY_REASON, *JUDGES_THAT, *OF_A_VIEW, *ROLES))
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_WORDS = re.compile(r"[A-Za-z]+")
_VIEWS = VIEW_NOUNS | {"words", "eyes"}
_SAYS = REASONS | _WRITES
_GIVES = frozenset("according in on by under from for to associated identified — – -".split()) | VIEW_NOUNS | _SAYS
_LINKS = INTRODUCES | {"of", "the", "a", "an", "and", "or", "about"}
# what every text holds in which a holder is read; the words are those of a verb or a role
_HINT = re.compile(r"[:;—–]|[(,/&]\s?[^\W_a-z]|\b(?:[Aa]ccording|by|with)\s|['’]s?\s|^(?:For|To)\s|[\"”]\s-\s")
_HINTS = frozenset((*REASONS, *MAY_REASON, *JUDGES_THAT, *OF_A_VIEW, *ROLES))
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_WORDS = re.compile(r"[A-Za-z]+")
_VIEWS = VIEW_NOUNS | {"words", "eyes"}
_SAYS = REASONS | _WRITES
_GIVES = frozenset("according in on by under from for to associated identified — – -".split()) | VIEW_NOUNS | _SAYS
_LINKS = INTRODUCES | {"of", "the", "a", "an", "and", "or", "about"}
_BY = frozenset((*REASONS, *MAY_REASON, "written", "seen", "taken")) - {"cited", "quoted", "named", "reported", "said"}


def holders_of(
    text: str, scene: Scene, *, start: int = 0, titles: Sequence[tuple[int, int]] = (), school: bool = False
) -> tuple[str, ...]:
    """The holders of a statement in running text from ``start`` on, in the order in which they are named.

    ``school`` says that its label is one of a view: then whoever is the subject of its first sentence holds it.
    """
    text = text[: start + _LONGEST]
    if not school and _HINTS.isdisjoint(_WORDS.findall(text)) and _HINT.search(text, start) is None:
        return ()  # most lines tell what happened: they are spared the reading
    if not any(map(may_name, _CAPITAL.findall(text, start))) and not judges(text):
        return ()
    tokens = tokens_of(text, titles, start)
    found: list[str] = []
    for first, last in _sentences(tokens):
        part = tokens[first:last]
        found += _of_sentence(part, scene, school=school, opens=not found)
    return tuple(dict.fromkeys(found))


def holders_in_cell(cell: str, scene: Scene) -> tuple[str, ...]:
    """Those named in a cell of a column of holders, bodies of any kind among them; nobody for "critics"."""
    tokens = [token for token in tokens_of(cell) if token.kind != "bracket"]
    bare = " ".join(token.text for token in tokens)
    names = name_list(tokens, 0)
    if (
        names is None
        or names.owns
        or not all(token.capital or token.text.islower() for token in tokens if token.kind == "word")
    ):
        return ()
    if judges(bare) or names.end < len(tokens) or not (named := holders_among(names, scene)):
        return () if len(names.names) > 1 or (" " not in bare and not judges(bare)) else (bare,)
    return named


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for at, token in enumerate(tokens):
        ends = (token.kind == "mark" and token.text in ".?!\n") or (
            token.kind == "quote" and token.text[-2:-1] in (".", "?", "!")
        )
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if ends and token.kind == "quote" and behind is not None and not (behind.capital or behind.kind == "quote"):
            continue
        if ends or behind is None:
            yield first, at + 1
            first = at + 1


def _of_sentence(tokens: list[Token], scene: Scene, *, school: bool, opens: bool) -> list[str]:
    found: list[str] = list(_before_colon(tokens, scene))
    for at, strict in _clause_starts(tokens):
        if at and tokens[at - 1].text == ";":
            found += _before_colon(tokens[at:], scene)
        subject = read_subject(tokens, at, scene, school=school and opens and at == 0, strict=strict)
        if subject is not None:
            found += subject.holders
    found += _said_by(tokens, scene)
    if not found:
        found += _whole_list(tokens, scene) or _in_brackets(tokens, scene, school=school) or _by_agent(tokens, scene)
    return found


def _clause_starts(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """Where a clause can begin, and whether it may be part of what somebody else says."""
    adverb = len(tokens) > 2 and tokens[0].text.endswith("ly") and tokens[1].text == ","
    if adverb or not tokens or tokens[0].text.casefold() not in INTRODUCES:
        yield (2 if adverb else 0), False
    if len(tokens) > 3 and tokens[0].text in ("More", "Most") and tokens[2].text == ",":
        yield 3, False  # "More recently, Doe argues"
    if tokens and tokens[0].text.casefold() in INTRODUCES:
        if len(tokens) > 1 and tokens[0].text.casefold() in ("while", "whereas", "although", "though", "but", "as"):
            yield 1, True
        for at in range(1, min(len(tokens), _INTRODUCTION)):
            if tokens[at].text == ",":
                yield at + 1, False
                break
        yield from _name_in_introduction(tokens)
    for at in range(1, len(tokens) - 1):
        text = tokens[at].text
        if text in (";", ":", "–", "—"):
            yield at + 1, False
            if tokens[at + 1].text.casefold() in INTRODUCES:
                yield at + 2, False
        elif (
            text in ("while", "whereas", "but", "though", "although")
            or (text == "and" and tokens[at - 1].text == ",")
            or (text in ("as", "As") and tokens[at - 1].kind == "mark")
        ):
            yield at + 1, True


def _name_in_introduction(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """ "In 1998 Ana Doe wrote": the first capital behind a year or a noun, no comma between."""
    for at in range(2, min(len(tokens), 6)):
        if tokens[at].capital:
            if tokens[at - 1].kind == "number" or tokens[at - 1].text not in _LINKS:
                yield at, True
            return
        if tokens[at].kind not in ("word", "number"):
            return


def _before_colon(tokens: Sequence[Token], scene: Scene) -> tuple[str, ...]:
    """The names before a colon, or in the bracket of a label before it: "Ana Doe (1996): …", "Older view (Doe): …"."""
    colon = next((at for at, token in enumerate(tokens[:_LABEL]) if token.text == ":"), 0)
    return holders_before(tokens[:colon], scene, speaks=True) if colon else ()


def holders_before(head: Sequence[Token], scene: Scene, *, speaks: bool) -> tuple[str, ...]:
    """The names that a label gives: it is one, is somebody's thesis or book, or has them in a bracket.

    ``speaks`` says that what they say follows in the same line: then a name alone is its holder's.
    """
    if not head:
        return ()
    if any(token.kind == "bracket" and scene.is_place(token.text[1:-1]) for token in head):
        return ()
    subject = read_subject(head, 0, scene, label=True)
    certain = bool(subject and any(is_full(name) or scene.knows(name) for name in subject.holders))
    # "Doe (1996)" is Doe's, but "Yes (Doe 1996)" is not that of Yes
    whose = certain or bool(subject and subject.cited and not any(_names_and_year(token, scene) for token in head))
    for token in head:
        if token.kind == "bracket" and not whose:
            named = names_in_bracket(token.text, scene, cited=True)
            if named and (subject is None or dated(token.text) or not any(map(is_full, named))):
                return tuple(
                    dict.fromkeys(named)
                )  # "Improvised (Doe)", "Yes (Doe 1996)", but not "Doe (Ordinary Plans)"
    for token in head:
        if token.kind == "bracket" and not whose and (bodies := _bodies(token.text, scene)):
            return bodies
    if subject is not None:
        if subject.end == len(head) and (speaks or subject.cited or subject.owner):
            return subject.holders
        if subject.end < len(head) and (subject.says or subject.titled):
            return subject.holders
    return ()


def _bodies(bracket: str, scene: Scene) -> tuple[str, ...]:
    """Bodies, and works with a year, that a bracket of a label lists: "(Special Prosecutor, Federal High Court 2006)".

    Each must be of a kind that gives figures and verdicts, or be a dated work; a place or a time is neither.
    """
    found: list[str] = []
    for part in re.split(r"[;,]", bracket[1:-1]):
        name = _DATED.sub("", part).strip().removeprefix("the ")
        if not name:
            continue  # "(US embassy, August 1977)"
        if len(name.split()) <= _LONGEST_BODY and kind_of(name, in_column=True) is not None:
            found.append(name)
        elif dated(part) and (named := names_in_bracket(f"({name} 2000)", scene, cited=True)):
            found += named
        else:
            return ()
    return tuple(found)


def _names_and_year(token: Token, scene: Scene) -> bool:
    """Whether a bracket cites somebody's work: "(Doe 1996)"."""
    return token.kind == "bracket" and dated(token.text) and bool(names_in_bracket(token.text, scene, cited=True))


def _said_by(tokens: Sequence[Token], scene: Scene) -> list[str]:
    """ "According to Doe", "in Doe's view", "in the view of Doe", "for Doe,", and "… — Doe" behind a quotation."""
    found: list[str] = []
    for at, token in enumerate(tokens[:-1]):
        low = token.text.casefold()
        if low not in _GIVES:
            continue
        opens = at == 0 or tokens[at - 1].kind == "mark"
        names: Names | None = None
        if low == "according" and tokens[at + 1].text == "to":
            names = _named_behind(tokens, at + 2)
        elif low in ("in", "on", "by", "under", "from"):
            names = _named_behind(tokens, at + 1)
            if names is not None:
                noun = _noun_behind(tokens, names.end) if names.owns else -1
                names = names if noun >= 0 and (opens or low == "in") and not is_rejected(tokens, noun + 1) else None
            else:
                at += tokens[at + 1].text in ("the", "a", "an")
                if at + 3 < len(tokens) and tokens[at + 1].text in _VIEWS and tokens[at + 2].text == "of":
                    names = name_list(tokens, at + 3)
        elif low in ("for", "to") and opens:
            names = _named_behind(tokens, at + 1)
            if names is not None and (names.end >= len(tokens) or tokens[names.end].text != ","):
                names = None
        elif at <= _SOON and low in VIEW_NOUNS and tokens[at + 1].text == "by":
            names = _named_behind(tokens, at + 2)
            names = None if names is None or is_rejected(tokens, names.end) else names
        elif low in ("associated", "identified") and tokens[at + 1].text == "with":
            names = _named_behind(tokens, at + 2)
        elif token.text in _SAYS and at and tokens[at - 1 - (tokens[at - 1].text == ",")].kind == "quote":
            names = _named_behind(tokens, at + 1)
        elif token.text in ("—", "–", "-") and at and tokens[at - 1].kind == "quote":
            names = name_list(tokens, at + 1)
            if names is not None and names.end < len(tokens) and tokens[names.end].text not in (",", ".", ";"):
                names = None
        if names is not None:
            bracket = tokens[names.end] if names.end < len(tokens) else None
            cited = bracket is not None and bracket.kind == "bracket" and dated(bracket.text)
            found += holders_among(names, scene, cited=cited)
    return found


def _named_behind(tokens: Sequence[Token], at: int) -> Names | None:
    """The names at a token, past "the historian" or "historians such as"."""
    for past in range(at, min(at + 5, len(tokens))):
        if is_role(tokens[past].text) and past + 1 < len(tokens):
            behind = past + 1
            behind += 2 if tokens[behind].text == "such" else tokens[behind].text in ("like", "including")
            return name_list(tokens, behind)
        if tokens[past].kind != "word":
            break
    return name_list(tokens, at)


def _noun_behind(tokens: Sequence[Token], at: int) -> int:
    """The index of a noun of views behind "Doe's", past adjectives, a year and a quotation; -1 where there is none."""
    for past in range(at, min(at + 5, len(tokens))):
        if tokens[past].text.casefold() in _VIEWS:
            return past
        if tokens[past].kind == "mark":
            break
    return -1


def _whole_list(tokens: Sequence[Token], scene: Scene) -> tuple[str, ...]:
    """A line that is a list of names and nothing else."""
    names = name_list(tokens, 0)
    if names is None or names.owns or not names.several:
        return ()
    return holders_among(names, scene) if all(token.text == "." for token in tokens[names.end :]) else ()


def _in_brackets(tokens: Sequence[Token], scene: Scene, *, school: bool) -> list[str]:
    """Names in a bracket behind a statement, a quoted concept or a noun of views.

    A lone name without a year that is known from nowhere may be a place; behind "the minister" it is the minister's.
    """
    found: list[str] = []
    for at, token in enumerate(tokens):
        if token.kind != "bracket" or not at:
            continue
        named = names_in_bracket(token.text, scene)
        before, behind = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
        concept = before.kind == "quote" or before.text.casefold() in VIEW_NOUNS
        told = (
            school or dated(token.text) or len(named) > 1 or any(is_full(name) or scene.knows(name) for name in named)
        )
        ends = behind is None or (behind.kind == "mark" and behind.text != ":")
        if named and (concept or (told and ends and not before.capital and not OFFICE.search(before.text))):
            found += named
    return found


def _by_agent(tokens: Sequence[Token], scene: Scene) -> list[str]:
    """ "a term used by Doe", "proposed by Doe and Roe"."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].text == "by" and tokens[at - 1].text.casefold() in _BY:
            names = _named_behind(tokens, at + 1)
            if names is not None and not names.owns and any(map(is_full, names.names)):
                return list(holders_among(names, scene))
    return []
