"""Text of a dossier reaches the terminal as text: no markup, no emoji code, nothing that a terminal obeys."""

from __future__ import annotations

import datetime
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import RenderableType
from rich.text import Text

from hostile import LETTERS, MARKUP, RICH, TERMINAL
from regimekit.analysis.chronicle import chronicle
from regimekit.analysis.compared import Asked, compare
from regimekit.analysis.estimates import list_estimates
from regimekit.analysis.figures import figures
from regimekit.analysis.glance import glance
from regimekit.analysis.timeline import timeline
from regimekit.model import (
    Attribution,
    Block,
    Dossier,
    Estimate,
    Event,
    Field,
    HistoricalDate,
    Person,
    Quantity,
    Relation,
    Role,
    Scope,
    Section,
    Span,
    Tag,
)
from regimekit.rendering.comparison import comparison_screen
from regimekit.rendering.estimates import estimates_screen
from regimekit.rendering.figures import figures_screen
from regimekit.rendering.parallel import parallel_screen
from regimekit.rendering.screen import Terminal, to_text
from regimekit.rendering.section import section_screen
from regimekit.rendering.show import show_screen
from regimekit.rendering.text import LONGEST_CELL, harmless, one_line
from regimekit.rendering.timeline import timeline_screen

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HOSTILE = (*RICH, *TERMINAL, *LETTERS, *MARKUP)


def dossier(text: str) -> Dossier:
    """A dossier that says the same in every place where something can be said."""
    date = HistoricalDate(text, "1931", datetime.date(1931, 1, 1), datetime.date(1931, 12, 31), "year")
    quantity = Quantity(text, 1, 2, "range")
    span = Span(1, 1)
    return Dossier(
        path=f"{text}.md",
        slug=text,
        title=text,
        text=f"# {text}\n\n- {text}\n\n| {text} |\n|---|\n| {text} |\n\n> {text}\n\n```\n{text}\n```\n\n{text}\n",
        sections=(
            Section(
                Span(1, 15),
                2,
                text,
                text,
                text,
                (
                    Block("heading", 1, 1),
                    Block("list", 3, 3),
                    Block("table", 5, 7),
                    Block("quote", 9, 9),
                    Block("code", 11, 13),
                    Block("paragraph", 15, 15),
                ),
            ),
        ),
        overview=(Field(span, text, text),),
        people=(Person(span, text, (text,), text, (Role(text, date),), date, date, text, text),),
        events=(Event(span, date, text, "event", text),),
        estimates=(
            Estimate(span, quantity, "deaths", text, text, Scope(text, text, date, text), Attribution(text), text),
        ),
        relations=(Relation(span, text, (text,), text),),
        tags=(Tag(span, text),),
    )


def screens(one: Dossier) -> dict[str, RenderableType]:
    listed = list_estimates([one])
    titles = {one.path: one.title}
    return {
        "show": show_screen(glance(one)),
        "section": section_screen(one, one.sections),
        "figures": figures_screen(figures(one), titles),
        "timeline": timeline_screen(chronicle(timeline([one])), {one.path: one.title, "b": "b"}),
        "parallel": parallel_screen(chronicle(timeline([one])), {one.path: one.title, "b": "b"}),
        "estimates": estimates_screen(listed, titles),
        "compare": comparison_screen(compare([one], Asked(split=1991, per_year=True)), titles, listed_pairs=True),
    }


@pytest.mark.parametrize("styled", [False, True], ids=["plain", "styled"])
@pytest.mark.parametrize("text", HOSTILE)
def test_every_screen_shows_hostile_text_as_text(text: str, styled: bool) -> None:
    for name, screen in screens(dossier(text)).items():
        shown = to_text(screen, Terminal(200, styled))
        left = re.sub(r"\x1b\[[0-9;]*m", "", shown) if styled else shown
        assert not OBEYED.search(left), name
        assert one_line(text).strip("\\ ") in left, name


def test_styles_are_the_only_sequences_that_are_sent(vale: Dossier) -> None:
    for screen in screens(vale).values():
        shown = to_text(screen, Terminal(80, True))
        assert set(re.findall(r"\x1b.", shown)) <= {"\x1b["}
        assert "\x1b]" not in shown  # no links: some terminals follow them


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b]0;owned\x07title", "title"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bP1$r0m\x1b\\after", "after"),
        ("\x1b[2J\x1b[1;1Hclear", "clear"),
        ("\x1b]0;never ends\nnext line", "0;never ends\nnext line"),
        ("\x90q\x9cx", "x"),
        ("\x1b(0lines", "lines"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("caf\udce9", "caf\ufffd"),
        ("naïve 中文 🙂 שלום", "naïve 中文 🙂 שלום"),
    ],
)
def test_harmless(text: str, left: str) -> None:
    assert harmless(text) == left


@given(st.text(st.characters() | st.sampled_from("\x1b\x9b\x90[];m\\\x07\n"), max_size=60))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    assert not OBEYED.search(harmless(text))
    assert harmless(harmless(text)) == harmless(text)


def test_a_cell_longer_than_anybody_writes_is_cut_and_says_so() -> None:
    assert one_line("x" * 5000) == "x" * LONGEST_CELL + "… (cut: 5,000 characters)"


@pytest.mark.parametrize("hostile", ["\x1b]", "\x9d", "\x1b[", "[[", "**", "`", "*a", "[a](", "__", "\\", "|"])
def test_time_grows_with_length_alone(hostile: str) -> None:
    import time

    one = dossier(hostile * 50_000)
    started = time.process_time()
    to_text(section_screen(one, one.sections), Terminal(80))
    to_text(show_screen(glance(one)), Terminal(80))
    assert time.process_time() - started < 10


def test_a_title_is_not_lost_where_a_terminal_is_narrow(vale: Dossier) -> None:
    long = replace(
        vale, title="The Democratic and Popular League of the North Vale and its Dependencies beyond the Marsh"
    )
    for width in (40, 60, 80, 120):
        shown = to_text(show_screen(glance(long)), Terminal(width))
        assert long.title in " ".join(shown.split())
        assert all(len(line) <= width for line in shown.splitlines())


def test_wide_screens_lose_their_blanks_in_time_that_grows_with_length_alone() -> None:
    wide = Text(f"a{' ' * 1_000_000}b{' ' * 1_000_000}\nc \t", no_wrap=True, overflow="ignore")
    start = time.process_time()
    lines = to_text(wide, Terminal(None)).split("\n")
    assert time.process_time() - start < 5
    assert [line[-1:] for line in lines] == ["b", "c", ""]
