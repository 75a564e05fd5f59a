"""Verbs in a debate: whether a predicate makes its subject the holder of a view."""

from __future__ import annotations

from collections.abc import Sequence

from regimekit.parsing.holder_names import Token
from regimekit.parsing.holder_words import (
    ACTS,
    ADVERBS,
    AUXILIARIES,
    BE,
    JUDGES_THAT,
    LIFE,
    MAY_REASON,
    NOUNS_TOO,
    OF_A_VIEW,
    REASONS,
    VIEW_NOUNS,
    is_adjective,
)

_COORDINATED = 40  # tokens in which a verb joined to the first may stand
_DETERMINERS = frozenset(
    "the a an this that these those his her its their it them such every all most many only how why whether what both"
    " no any some about roughly mass".split()
)
THAT = frozenset("that how why whether what which".split())
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
#: What is held, taken and made by those who act, not by those who reason.
_DEEDS = frozenset("office power control command talks peace war refuge part action measures".split())
_CONCEPTS = VIEW_NOUNS | frozenset(
    "label category concept distinction terms phrase label scale method number numbers".split()
)


def _past_adverbs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and (
        tokens[at].text in ADVERBS or (tokens[at].kind == "word" and tokens[at].text.endswith("ly"))
    ):
        at += 1
    return at


def verb_at(tokens: Sequence[Token], at: int, *, several: bool, judging: bool = False) -> str:
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
    return "may" if word in MAY_REASON and not judging else ""


def may_hold(tokens: Sequence[Token], at: int, *, several: bool) -> bool:
    """Whether the predicate at a token can make anybody a holder who is no known scholar."""
    return bool(verb_at(tokens, at, several=several, judging=True) or verb_at(tokens, at, several=several)) or (
        at < len(tokens) and tokens[at].kind == "word" and _joined_verb(tokens, at)
    )


def makes_holder(
    tokens: Sequence[Token], at: int, *, several: bool, full: bool, certain: bool, scholarly: bool, school: bool
) -> bool:
    """Whether the predicate at a token makes its subject a holder; the safer the names, the more verbs do."""
    kind = verb_at(tokens, at, several=several)
    first = _past_adverbs(tokens, at)
    word = tokens[first].text if first < len(tokens) else ""
    helped = word in AUXILIARIES
    base = not helped and word in _BASE and not several
    if kind and (base or (word in NOUNS_TOO and not scholarly and not _has_object(tokens, first + 1, full=full))):
        return False
    if kind == "reasons":
        return certain or scholarly or not (word in NOUNS_TOO and is_adjective(tokens[first - 1].text))
    behind = [token.text for token in tokens[first + 1 : first + 7]]
    if behind[:1] and behind[0] in _DEEDS:
        return False
    if kind == "may":
        if scholarly or not THAT.isdisjoint(behind[:1]) or _with_particle(word, behind):
            return True
        if any(token.kind == "quote" for token in tokens[first + 1 : first + 3]) or not _CONCEPTS.isdisjoint(behind):
            return certain
        if word in ACTS and not (
            {"to", "as", "for"} & set(behind) and word in ("take", "takes", "took", "blame", "blames")
        ):
            return certain and _joined_verb(tokens, first)
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
    return _joined_verb(tokens, first)


def _has_object(tokens: Sequence[Token], at: int, *, full: bool) -> bool:
    """Whether what stands at a token can follow a verb, not a noun: "questions whether", "doubts the figure"."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text in _DETERMINERS or token.text in THAT or token.kind in ("quote", "number") or token.capital:
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
            if (verb in REASONS or (verb in MAY_REASON and behind in THAT)) and verb not in _BASE:
                return True
    return False


_BASE = frozenset(
    word
    for verbs in (REASONS, MAY_REASON)
    for word in verbs
    if (word + "s" in verbs or word + "es" in verbs or (word[-1] == "y" and word[:-1] + "ies" in verbs))
)
