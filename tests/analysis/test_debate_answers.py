import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.debates import debates, statement
from regimekit.model import Debate, Dossier, Position, Span


def position(line: int, text: str, label: str | None = None, *holders: str) -> Position:
    return Position(Span(line, line), text, label, holders)


PLANNED = position(3, "For (Olin): planned", "For", "Rut Olin", "Falk")
IMPROVISED = position(4, "improvised", "Against", "Moss")
UNNAMED = position(5, "a middle way")
FOLDER = [
    Dossier(
        "a.md",
        "a",
        "A",
        "",
        debates=(
            Debate(Span(2, 5), "Was it planned?", (PLANNED, IMPROVISED, UNNAMED)),
            Debate(Span(6, 6), "Whose order?"),
        ),
    ),
    Dossier(
        "b.md", "b", "B", "", debates=(Debate(Span(1, 1), "Which camps?", (position(1, "Olin's", None, "Olin"),)),)
    ),
    Dossier("c.md", "c", "C", ""),
]


@pytest.mark.parametrize(
    ("grep", "holder", "lines"),
    [
        (None, None, [("a", 2, [3, 4, 5]), ("a", 6, []), ("b", 1, [1])]),
        ("planned\\?", None, [("a", 2, [3, 4, 5])]),  # the question fits: all its positions
        ("IMPROV", None, [("a", 2, [4])]),
        ("against", None, [("a", 2, [4])]),
        ("falk", None, [("a", 2, [3])]),
        ("order", None, [("a", 6, [])]),
        (None, "olin", [("a", 2, [3]), ("b", 1, [1])]),
        (None, "Ana Olin", [("b", 1, [1])]),
        (None, "Rut Olin", [("a", 2, [3]), ("b", 1, [1])]),
        (None, "nobody", []),
        ("improv", "Olin", []),
        ("order", "Olin", []),
    ],
)
def test_what_is_asked_for(grep: str | None, holder: str | None, lines: list[tuple[str, int, list[int]]]) -> None:
    found = debates(FOLDER, re.compile(grep, re.IGNORECASE) if grep else None, holder)
    assert [(one.slug, one.debate.span.first, [p.span.first for p in one.positions]) for one in found] == lines


@pytest.mark.parametrize(
    ("text", "label", "said"),
    [
        ("For: it was planned", "For", "it was planned"),
        ("For — planned", "For", "planned"),
        ('"Auto-genocide": a word', '"Auto-genocide"', "a word"),
        ("The census orders", "For", "The census orders"),
        ("For", "For", "For"),
        ("Formally, it was planned", "For", "Formally, it was planned"),
        ("planned", None, "planned"),
    ],
)
def test_what_a_position_says_without_its_label(text: str, label: str | None, said: str) -> None:
    assert statement(position(1, text, label)) == said


@given(st.text(), st.none() | st.text())
def test_nothing_but_the_label_is_left_out(text: str, label: str | None) -> None:
    said = statement(position(1, text, label))
    assert text.endswith(said)
    assert said or not text
