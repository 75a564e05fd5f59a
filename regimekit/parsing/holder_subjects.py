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
from regimekit.parsing.holder_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    JUDGES_THAT,
    LIFE,
    MAY_REASON,
    NOUNS_TOO,
    OF_A_VIEW,
    PEOPLES,
    REASONS,
    ROLES,
    TITLES,
    VIEW_NOUNS,
    is_adjective,
    judges,
)

_APPOSITION = 24  # tokens between the commas behind a name
_ROLE_WITHIN = 5  # tokens before "historian" in "The younger German historian"
_COORDINATED = 40  # tokens in which a verb joined to the first may stand
_DETERMINERS = frozenset(
    "the a an this that these those his her its their it them such every all most many only how why whether what both"
    " no any some about roughly mass".split()
)
_MANY = frozenset(("both", *(role for role in ROLES if role.endswith("s"))))
_THAT = frozenset("that how why whether what which".split())
_REJECTED = re.compile(
    r"(?:reject|critici[sz]|disput|challeng|question|refut|rebut|attack|condemn|dismiss|contest|oppos|den[iy]|discredit|fault)\w*\Z"
)
_PARTICLES = {
    "point": ("to", "out", "towards", "toward"),
    "speak": ("of", "about"),
    "spoke": ("of", "about"),
    "write": ("that", "of"),
    "draw": ("attention", "on", "a"),
    "side": ("with",),
    "lean": ("to", "towards"),
    "warn": ("of", "against"),
}
_CONCEPTS = VIEW_NOUNS | frozenset(
    "label category concept distinction terms phrase label scale method number numbers".split()
)


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
        if inner and _verb_at(tokens, start + 1, several=True) in ("reasons", "may"):
            return Subject(inner, start + 1, cited=True, says=True)
        return None
    names = name_list(tokens, start)
    if names is None:
        return _institution(tokens, start, scene)
    if names.owns:
        return _owner(tokens, names, scene, label=label)
    end, cited = _past_brackets(tokens, names.end)
    holders = holders_among(names, scene, cited=cited)
    if not holders or (len(holders) == 1 and judges(holders[0])):
        return _institution(tokens, start, scene)
    full = any(is_full(name) for name in holders)
    certain = full or any(name.casefold() in scene.known for name in holders)
    if strict and not certain:
        return None
    if label and end == len(tokens):
        return Subject(holders, end, cited=cited or role)
    if (full or cited) and _titled(tokens, end):
        return Subject(holders, end, titled=True, cited=True)
    verb = _past_apposition(tokens, end)
    if all(judges(name) for name in holders):
        fits = _verb_at(tokens, verb, several=many or names.several, judging=True) != ""
    else:
        scholarly = (cited or role or (school and certain)) and not strict
        fits = _reasons(
            tokens, verb, several=many or names.several, full=full, certain=certain, scholarly=scholarly, school=school
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
        if token.text.casefold() in ROLES:
            behind = past + 1
            if tokens[behind : behind + 1] and tokens[behind].text == ",":
                behind += 1
            words = [token.text for token in tokens[behind : behind + 2]]
            behind += 2 if words == ["such", "as"] else int(words[:1] in (["like"], ["including"]))
            if behind < len(tokens) and (tokens[behind].capital or tokens[behind].kind == "bracket"):
                return behind, True
    if at < len(tokens) and tokens[at].text.casefold() in PEOPLES:
        past = at + 1
        while past < min(len(tokens), at + _ROLE_WITHIN) and tokens[past].text.islower():
            past += 1
        if at + 1 < past < len(tokens) and tokens[past].capital:
            return past, False  # "Irish soldier Ana Doe"
    return at + int(at < len(tokens) and tokens[at].text in ("Both", "both")), False


def _past_brackets(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    cited = False
    while at < len(tokens) and tokens[at].kind == "bracket":
        cited = cited or dated(tokens[at].text)
        at += 1
    return at, cited


def _past_apposition(tokens: Sequence[Token], at: int) -> int:
    """Past what stands between commas behind the names: ", whose model belongs to the 1950s,"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    for past in range(at + 1, min(at + _APPOSITION, len(tokens) - 1)):
        if tokens[past].text == "," and _verb_at(tokens, past + 1, several=True, judging=True):
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
    if not found:
        quoted = names.end < len(tokens) and tokens[names.end].kind == "quote"
        alone = names.end + 1 >= len(tokens) or tokens[names.end + 1].text == ":"
        return Subject(holders, len(tokens), owner=True) if quoted and alone else None
    if label:
        return Subject(holders, len(tokens), owner=True)
    if noun + 1 < len(tokens) and tokens[noun + 1].text == ":":
        return Subject(holders, noun + 1, owner=True)
    return (
        None
        if is_rejected(tokens, noun + 1) or not _predicate(tokens, noun + 1)
        else Subject(holders, noun + 1, owner=True)
    )


def _predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that gives a view follows the noun soon: "… proposed", "is that", "holds"."""
    for past in range(at, min(at + 12, len(tokens))):
        text = tokens[past].text
        if text in BE or text in REASONS or text in MAY_REASON or text in AUXILIARIES or text in ("shows", "remains"):
            return (
                text not in BE
                or tokens[past + 1 : past + 2] == []
                or tokens[past + 1].text in (*_THAT, "to")
                or past > at
            )
        if text in (".", ";", ":"):
            break
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


def _institution(tokens: Sequence[Token], at: int, scene: Scene) -> Subject | None:
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
    if not _verb_at(tokens, behind, several=False, judging=True):
        return None
    return Subject((name,), behind, says=True)


def _past_adverbs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and (
        tokens[at].text in ADVERBS or (tokens[at].kind == "word" and tokens[at].text.endswith("ly"))
    ):
        at += 1
    return at


def _verb_at(tokens: Sequence[Token], at: int, *, several: bool, judging: bool = False) -> str:
    """What verb stands at a token, past adverbs and auxiliaries: "reasons", "may" or "" for none of reasoning."""
    at = _past_adverbs(tokens, at)
    helped = False
    while at < len(tokens) and tokens[at].text in AUXILIARIES:
        helped = True
        at = _past_adverbs(tokens, at + 1)
    if at >= len(tokens) or tokens[at].kind != "word":
        return ""
    word = tokens[at].text
    if word in BE:
        after = _past_adverbs(tokens, at + 1)
        return "reasons" if after < len(tokens) and tokens[after].text in OF_A_VIEW else ""
    singular = word.endswith("s") and not word.endswith("ss")
    past = word.endswith("ed") or not singular
    if not helped and several and singular and not past:
        return ""  # "Doe and Roe reports"
    if judging and word in JUDGES_THAT:
        return "reasons"
    if word in REASONS:
        return "reasons"
    return "may" if word in MAY_REASON else ""


def _reasons(
    tokens: Sequence[Token], at: int, *, several: bool, full: bool, certain: bool, scholarly: bool, school: bool
) -> bool:
    """Whether the predicate at a token makes its subject a holder; the safer the names, the more verbs do."""
    kind = _verb_at(tokens, at, several=several)
    first = _past_adverbs(tokens, at)
    word = tokens[first].text if first < len(tokens) else ""
    helped = word in AUXILIARIES
    base = not helped and word in _BASE and not several
    if kind and (base or (word in NOUNS_TOO and not scholarly and not _has_object(tokens, first + 1, full=full))):
        return False
    if kind == "reasons":
        return certain or scholarly or not (word in NOUNS_TOO and is_adjective(tokens[first - 1].text))
    behind = [token.text for token in tokens[first + 1 : first + 7]]
    if kind == "may":
        if scholarly or not _THAT.isdisjoint(behind[:1]) or _with_particle(word, behind):
            return True
        if any(token.kind == "quote" for token in tokens[first + 1 : first + 3]) or not _CONCEPTS.isdisjoint(behind):
            return certain
        return certain and (word.endswith("s") or (several and word in _BASE) or _joined_verb(tokens, first))
    if not certain and not scholarly:
        return False
    if not tokens[first:] or tokens[first].kind != "word" or word in BE or word in LIFE or tokens[first].capital:
        return False
    if helped:
        return scholarly and first + 1 < len(tokens) and tokens[first + 1].text not in BE
    if school and certain:
        return word.isalpha() and word not in ("of", "in", "at", "on", "for", "and", "or", "with", "from", "to", "by")
    finite = word.endswith("s") and not word.endswith("ss") and not several
    if scholarly and (finite or word.endswith("ed")):
        return True
    if not full:
        return False
    follows = tokens[first + 1] if first + 1 < len(tokens) else None
    if finite and follows is not None and (follows.text in _DETERMINERS or follows.kind in ("quote", "number")):
        return True
    return _joined_verb(tokens, first)


def _has_object(tokens: Sequence[Token], at: int, *, full: bool) -> bool:
    """Whether what stands at a token can follow a verb, not a noun: "questions whether", "doubts the figure"."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text in _DETERMINERS or token.text in _THAT or token.kind in ("quote", "number") or token.capital:
        return True
    if not full:
        return tokens[at - 1].text == "objects" and token.text == "to"
    taken = (*BE, *AUXILIARIES, "of", "on", "by", "in", "at", "and", "or", "range", "vary", "differ", "include")
    return token.kind == "word" and token.text not in taken and not token.text.endswith(("ed", "ly"))


def _with_particle(word: str, behind: Sequence[str]) -> bool:
    """Whether a verb reasons with the particle behind it: "points out", "spoke of"."""
    return any(
        word in (stem, stem + "s", stem + "ed") and behind[:1] and behind[0] in particles
        for stem, particles in _PARTICLES.items()
    )


def _joined_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of reasoning is joined to the one at a token: "returned to the files and argued"."""
    for past in range(at + 1, min(at + _COORDINATED, len(tokens) - 1)):
        if tokens[past].text in (";", ":", "who", "which", "that", "while", "whereas"):
            return False
        if tokens[past].text in (",", "and", "but"):
            verb, behind = tokens[past + 1].text, tokens[past + 2].text if past + 2 < len(tokens) else ""
            if (verb in REASONS or (verb in MAY_REASON and behind in _THAT)) and verb not in _BASE:
                return True
    return False


_BASE = frozenset(
    word
    for verbs in (REASONS, MAY_REASON)
    for word in verbs
    if (word + "s" in verbs or word + "es" in verbs or (word[-1] == "y" and word[:-1] + "ies" in verbs))
)
