"""Names as the subject of a clause: who argues, calls, traces; and "Doe's thesis", "Doe, *The Plan* (1996)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from regimekit.parsing.holder_names import (
    Names,
    Scene,
    Token,
    dated,
    holders_among,
    is_full,
    name_list,
    names_in_bracket,
)
from regimekit.parsing.holder_verbs import THAT, makes_holder, may_hold, verb_at
from regimekit.parsing.holder_words import (
    AUXILIARIES,
    BE,
    MAY_REASON,
    PEOPLES,
    REASONS,
    ROLES,
    TITLES,
    VIEW_NOUNS,
    is_role,
    judges,
)

_APPOSITION = 24  # tokens between the commas behind a name
_ROLE_WITHIN = 5  # tokens before "historian" in "The younger German historian"
_GROUPS = frozenset("others some many most several".split())
_MANY = frozenset(("both", *_GROUPS, *(role for role in ROLES if role.endswith("s"))))
_REJECTED = re.compile(
    r"(?:reject|critici[sz]|disput|challeng|question|refut|rebut|attack|condemn|dismiss|contest|oppos|den[iy]|discredit|fault)\w*\Z"
)
_PREDICATE = 12  # tokens


class Subject(NamedTuple):
    """Names at a clause's start with what is behind them; ``end`` is the index of the token behind the whole."""

    holders: tuple[str, ...]
    end: int
    #: a year or title in a bracket stands behind the names, or a role before them
    cited: bool = False
    #: "Doe's thesis"
    owner: bool = False
    #: "Doe, *The Plan* (1996)"
    titled: bool = False
    #: a verb of reasoning follows
    says: bool = False


def read_subject(
    tokens: Sequence[Token], at: int, scene: Scene, *, school: bool = False, strict: bool = False, label: bool = False
) -> Subject | None:
    """The holders that begin at a token, None where those named there hold nothing.

    ``strict`` asks for a full or known name and a verb of reasoning: the clause
    may be within what another says. ``label`` also takes names alone.
    """
    start, role = _past_role(tokens, at)
    many = start > at and any(token.text.casefold() in _MANY for token in tokens[at:start])
    if start >= len(tokens):
        return None
    if role and tokens[start].kind == "bracket":
        inner = names_in_bracket(tokens[start].text, scene)
        elided = tokens[start + 1 : start + 2] and tokens[start + 1].text in THAT  # "others (Doe) that it grew"
        if inner and (elided or verb_at(tokens, start + 1, several=True)):
            return Subject(inner, start + 1, cited=True, says=True)
        return None
    names = name_list(tokens, start)
    if names is None:
        return _institution(tokens, start)
    if names.owns:
        return _owner(tokens, names, scene, label=label)
    end, cited = _past_brackets(tokens, names.end)
    verb = end + 1 if many and tokens[end : end + 1] and tokens[end].text == "," else _past_apposition(tokens, end)
    several = many or names.several
    if not (label or cited or role or school or _titled(tokens, end) or may_hold(tokens, verb, several=several)):
        return _institution(tokens, start)  # before the names are looked up, which is dear
    holders = holders_among(names, scene, cited=cited)
    if not holders or (len(holders) == 1 and judges(holders[0])):
        return _institution(tokens, start)
    full = any(is_full(name) for name in holders)
    certain = full or any(name.casefold() in scene.known for name in holders)
    if strict and not certain:
        return None
    if label and end == len(tokens):
        return Subject(holders, end, cited=cited or role)
    if (full or cited) and _titled(tokens, end):
        return Subject(holders, end, titled=True, cited=True)
    if all(judges(name) for name in holders):
        fits = verb_at(tokens, verb, several=several, judging=True) != ""
    else:
        scholarly = (cited or role or (school and certain)) and not strict
        fits = makes_holder(
            tokens, verb, several=several, full=full, certain=certain, scholarly=scholarly, school=school
        )
    return Subject(holders, end, cited=cited, says=True) if fits else None


def _past_role(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Past "The German historian", "scholars such as", "Both": the index, and whether the role was a scholar's."""
    if at < len(tokens) and tokens[at].text.casefold() in TITLES:
        return at + 1, True
    for past in range(at, min(at + _ROLE_WITHIN, len(tokens))):
        token = tokens[past]
        if token.kind != "word" or token.owns or token.text in BE or token.text in AUXILIARIES:
            break
        group = token.text.casefold() in _GROUPS
        if group or is_role(token.text):
            behind = _past_marker(tokens, past + 1)
            bracket = behind < len(tokens) and tokens[behind].kind == "bracket"
            named = behind < len(tokens) and tokens[behind].capital and (behind > past + 1 or not group)
            if bracket or named:
                return behind, True
    if at < len(tokens) and tokens[at].text.casefold() in PEOPLES:
        past = at + 1
        while past < min(len(tokens), at + _ROLE_WITHIN) and tokens[past].text.islower():
            past += 1
        if at + 1 < past < len(tokens) and tokens[past].capital:
            return past, False  # "Irish soldier Ana Doe"
    return at + int(at < len(tokens) and tokens[at].text in ("Both", "both")), False


def _past_marker(tokens: Sequence[Token], at: int) -> int:
    """Past "such as", ", among them", ", including" behind a group; ``at`` where nothing of that kind stands."""
    past = at + int(at < len(tokens) and tokens[at].text == ",")
    words = [token.text for token in tokens[past : past + 2]]
    if words in (["such", "as"], ["among", "them"], ["for", "example"]):
        return past + 2
    if words[:1] and words[0] in ("like", "including", "notably", "especially", "particularly", "namely"):
        return past + 1
    return at


def _is_year(token: Token) -> bool:
    return token.kind == "number" and dated(token.text)


def _past_brackets(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    cited = False
    while at < len(tokens) and (tokens[at].kind == "bracket" or _is_year(tokens[at])):
        cited = cited or dated(tokens[at].text)
        at += 1
    return at, cited


def _past_apposition(tokens: Sequence[Token], at: int) -> int:
    """Past what stands between commas behind the names: ", whose model belongs to the 1950s,"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    for past in range(at + 1, min(at + _APPOSITION, len(tokens) - 1)):
        if tokens[past].text == "," and verb_at(tokens, past + 1, several=True):
            return past + 1
        if tokens[past].text in (".", ";", ":"):
            break
    close = next(
        (past for past in range(at + 1, min(at + _APPOSITION, len(tokens) - 1)) if tokens[past].text == ","), at
    )
    return close + 1 if close > at else at


def _titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma and the title of a work follow: ", *The Plan* (1996)", ', "On Plans"'."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return False
    if tokens[at + 1].kind in ("title", "quote"):
        return True
    behind = at + 1
    while (
        behind < len(tokens) and tokens[behind].kind in ("word", "mark") and tokens[behind].text not in (".", ";", "|")
    ):
        behind += 1
    if behind >= len(tokens) or tokens[behind].kind != "bracket" or not tokens[at + 1].capital:
        return False
    return dated(tokens[behind].text) or "Press" in tokens[behind].text


def _owner(tokens: Sequence[Token], names: Names, scene: Scene, *, label: bool) -> Subject | None:
    """ "Doe's thesis", "Doe's 2015 paper …", "Doe's "delegative rule""; not where the thesis is what is rejected."""
    holders = holders_among(names, scene, cited=False)
    noun = names.end
    while noun < min(len(tokens), names.end + 6) and tokens[noun].text.casefold() not in VIEW_NOUNS:
        if tokens[noun].kind == "mark" and tokens[noun].text not in "'’":
            break
        noun += 1
    if not holders:
        return None
    found = noun < len(tokens) and tokens[noun].text.casefold() in VIEW_NOUNS
    titled = names.end
    while titled < len(tokens) and (
        tokens[titled].capital or tokens[titled].kind == "title" or tokens[titled].text == "of"
    ):
        titled += 1
    if titled > names.end and titled < len(tokens) and tokens[titled].kind == "bracket" and dated(tokens[titled].text):
        # "Doe's *The Plan* (1996) argues"
        return Subject(holders, titled + 1, owner=True) if verb_at(tokens, titled + 1, several=False) else None
    if not found:
        quoted = names.end < len(tokens) and tokens[names.end].kind == "quote"
        alone = names.end + 1 >= len(tokens) or tokens[names.end + 1].text == ":"
        return Subject(holders, len(tokens), owner=True) if quoted and alone else None
    if label:
        return Subject(holders, len(tokens), owner=True)
    if noun + 1 < len(tokens) and tokens[noun + 1].text == ":":
        return Subject(holders, noun + 1, owner=True)
    return Subject(holders, noun + 1, owner=True) if _predicate(tokens, noun + 1) else None


def _predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that gives a view follows the noun soon: "… proposed", "is that"; not "was well received"."""
    for past in range(at, min(at + _PREDICATE, len(tokens))):
        text = tokens[past].text
        if text in BE:
            return any(token.text in (*THAT, "to") for token in tokens[past + 1 : past + 2])
        if text in REASONS or text in MAY_REASON or text == "remains":
            return True
        if text in (".", ";", ":", "that"):
            return False
    return False


def is_rejected(tokens: Sequence[Token], at: int) -> bool:
    """Whether a predicate says that others reject its subject: "was widely rejected", "has been criticised"."""
    for past in range(at, min(at + 6, len(tokens))):
        text = tokens[past].text
        if text in BE:
            return any(_REJECTED.match(token.text) for token in tokens[past + 1 : past + 4])
        if text in ("drew", "met", "provoked", "failed", "attracted"):
            return True
    return False


def _institution(tokens: Sequence[Token], at: int) -> Subject | None:
    """A body that judges: "The Truth Commission concluded", "Human Rights Watch: …", "a UN report"."""
    at += int(at < len(tokens) and tokens[at].text in ("The", "the", "A", "a", "An"))
    end = at
    while (
        end < len(tokens)
        and end - at < 10
        and (
            tokens[end].capital
            or (
                (end > at and tokens[end].text in ("of", "for", "on", "and", "the") and end + 1 < len(tokens))
                and (tokens[end + 1].capital or tokens[end + 1].text == "the")
            )
        )
    ):
        end += 1
        if tokens[end - 1].owns:
            break
    if end == at or end > len(tokens):
        return None
    name = " ".join(token.text for token in tokens[at:end])
    if not judges(name):
        return None
    behind, _ = _past_brackets(tokens, end)
    owns = tokens[end - 1].owns
    for past in range(behind, min(behind + 3, len(tokens))):
        if tokens[past].text in VIEW_NOUNS or (owns and tokens[past].kind == "number"):
            behind = past + 1
    if behind == len(tokens):
        return Subject((name,), behind)
    if not verb_at(tokens, behind, several=False, judging=True):
        return None
    return Subject((name,), behind, says=True)
