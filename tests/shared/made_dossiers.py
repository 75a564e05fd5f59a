"""Dossiers that no author would write: every field of every record filled with what comes."""

import datetime
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from hostile import TEXTS
from regimekit.model import Block, Dossier, Estimate, Finding, Number, Quantity, Section, Span

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "'",
    "'=1",
    "''",
    "\t=x",
    " =x",
    "\n=x",
    "＝1",
    "-5",
    "+5",
    "'-5",
    "0123",
    "null",
    "NA",
)
SEPARATORS = ('a,b;"c"', '"', '""', "\r", "a\r\nb\n", "\n", ",", " ", "", "[]", '["x"]', "nan", "true", "1", "-")
_NASTY = [text for text in (*FORMULAS, *SEPARATORS, *TEXTS) if not any("\ud800" <= c <= "\udfff" for c in text)]
WORDS = st.sampled_from(_NASTY) | st.text(max_size=6)
NUMBERS = (
    st.integers(0, 2**63 - 1) | st.floats(0, 1e15, allow_nan=False) | st.sampled_from([0, 2**53 + 1, 0.1, 2.5, 3.0])
)
SPANS = st.builds(lambda first, more: Span(first, first + more), st.integers(1, 10**6), st.integers(0, 50))


def made(kind: Any, /, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records of a class, or values of a type; ``given`` are the fields that are not to be just any of their type."""
    if kind is str:
        return WORDS
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(0, 10**9)
    if kind == Number:
        return NUMBERS
    if kind is datetime.date:
        return st.dates()
    if kind is Span:
        return SPANS
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(made(inner[0]), max_size=2).map(tuple)
    if origin in (types.UnionType, Union):
        if set(inner) == {int, float, type(None)}:
            return st.none() | NUMBERS
        return st.none() | st.one_of([made(one) for one in inner if one is not type(None)])
    assert isinstance(kind, type), kind
    assert issubclass(kind, msgspec.Struct), kind
    hints = get_type_hints(kind)
    if kind is Quantity:
        given = {"magnitude": st.none() | st.integers(0, 10**15), **given}
    if kind is Finding:
        given = {"path": st.just(""), **given}
    if kind is Estimate:
        given = {"part_of": st.none(), **given}
    return st.builds(kind, **{name: given[name] if name in given else made(hints[name]) for name in hints})


@st.composite
def dossiers(draw: st.DrawFn, path: str = "a/made.md") -> Dossier:
    """A dossier of one section, which is its text."""
    text = "\n".join(draw(st.lists(WORDS.map(lambda line: line.replace("\n", " ")), min_size=1, max_size=3)))
    last = text.count("\n") + 1
    whole = made(Section, span=st.just(Span(1, last)), blocks=st.just((Block("paragraph", 1, last),)))
    dossier = draw(
        made(Dossier, path=st.just(path), slug=st.just("made"), text=st.just(text), sections=st.tuples(whole))
    )
    # the second figure is a part of the first
    estimates = tuple(
        msgspec.structs.replace(one, part_of=0 if place else None) for place, one in enumerate(dossier.estimates)
    )
    return msgspec.structs.replace(dossier, estimates=estimates)
