"""Timelines as screens: nothing is lost in them, and they are no wider than the terminal."""

import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from regimekit.analysis.chronicle import Gap, chronicle
from regimekit.analysis.timeline import timeline
from regimekit.model import Dossier
from regimekit.rendering.density import BLOCKS, Strip
from regimekit.rendering.parallel import most_dossiers, parallel_screen
from regimekit.rendering.rules import gap_sentence
from regimekit.rendering.screen import Terminal, to_text
from regimekit.rendering.timeline import timeline_screen

Told = Callable[..., Dossier]
WORDS = "w"  # each statement is one word of its own, which no width breaks


def folder(told: Told, sizes: list[int]) -> list[Dossier]:
    return [
        told(*(f"{1900 + 7 * n % 40}: {WORDS}{number}x{n}" for n in range(size)), path=f"dossier-{number}.md")
        for number, size in enumerate(sizes)
    ]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=6), st.integers(60, 200), st.booleans())
def test_nothing_is_lost_and_nothing_is_too_wide(told: Told, sizes: list[int], width: int, parallel: bool) -> None:
    dossiers = folder(told, sizes if not parallel else sizes[: most_dossiers(width)])
    titles = {dossier.path: dossier.title for dossier in dossiers}
    screen = (parallel_screen if parallel else timeline_screen)(chronicle(timeline(dossiers)), titles)
    shown = to_text(screen, Terminal(width))
    assert all(cell_len(line) <= width for line in shown.split("\n"))
    words = [event.title for dossier in dossiers for event in dossier.events]
    assert sorted(re.findall(rf"{WORDS}\d+x\d+", shown)) == sorted(words)


@pytest.mark.parametrize("width", [None, 60, 80, 200])
def test_the_order_of_the_dossiers_is_that_of_the_columns_and_of_nothing_else(told: Told, width: int | None) -> None:
    dossiers = folder(told, [3, 2])

    def screen(several: list[Dossier]) -> list[str]:
        drawn = parallel_screen(chronicle(timeline(several)), {one.path: one.title for one in several})
        return to_text(drawn, Terminal(width)).split("\n")

    one, other = screen(dossiers), screen(dossiers[::-1])
    assert [line.split() for line in one if "dossier-0  " in line][-1] == ["dossier-0", "dossier-1"]
    assert [line.split() for line in other if "dossier-1  " in line][-1] == ["dossier-1", "dossier-0"]
    rules = [[line for line in shown if line.startswith(("──", "No "))] for shown in (one, other)]
    assert [rule.rstrip("─") for rule in rules[0]] == [rule.rstrip("─") for rule in rules[1]]


@pytest.mark.parametrize(("width", "most"), [(40, 1), (60, 2), (80, 3), (120, 5), (200, 8)])
def test_how_many_dossiers_stand_side_by_side(width: int, most: int) -> None:
    assert most_dossiers(width) == most


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (("year", 4, 0), "No dated statement for 4 years (1941-1944)"),
        (("year", 4, 1), "No statement begins for 4 years (1941-1944); an earlier one reaches into them"),
        (("year", 4, 3), "No statement begins for 4 years (1941-1944); 3 earlier ones reach into them"),
        (("month", 37, 0), "No dated statement for 37 months (January 1941-January 1944)"),
    ],
)
def test_gaps_in_words(gap: tuple[str, int, int], sentence: str) -> None:
    unit, count, reaching = gap
    first, last = datetime.date(1941, 1, 1), datetime.date(1944, 1, 1)
    assert gap_sentence(Gap(first, last, unit, count, reaching)) == sentence  # type: ignore[arg-type]


def strip(dossiers: list[Dossier], width: int) -> list[str]:
    return to_text(Strip({one.slug: timeline([one]) for one in dossiers}), Terminal(width)).split("\n")


def test_the_strip_has_a_column_a_year_and_its_ends_are_labelled(told: Told) -> None:
    lines = strip([told("1930", "1930", "1930", "1930", "1931", "1945")], 60)
    assert lines[:2] == ["█▂" + " " * 13 + "▂", "1930" + " " * 8 + "1945"]
    assert lines[2].startswith("A column is a year, █ is 4 statements")


def test_the_least_count_is_seen_beside_the_greatest(told: Told) -> None:
    lines = strip([told("1900", *["1901"] * 1000)], 60)
    assert lines[0] == f"{BLOCKS[1]}{BLOCKS[-1]}"


def test_a_long_time_has_wider_columns(told: Told) -> None:
    lines = strip([told("1801", "1999")], 60)
    assert lines[:2] == ["█" + " " * 38 + "█", "1800" + " " * 32 + "1999"]
    assert lines[2].startswith("A column is 5 years, █ is 1 statement ")


def test_each_dossier_has_a_strip_on_one_scale(told: Told) -> None:
    lines = strip([told("1930", "1930", path="one.md"), told("1931", path="the-other.md")], 60)
    assert lines[:3] == ["one        █", "the-other   ▄", "           1930-1931"]
    long = strip([told("1930", path="a-name-that-is-long-for-a-strip.md"), told("1931", path="b.md")], 60)
    assert long[:4] == ["a-name-that-is-long-for-a-strip", "█", "b", " █"]


def test_many_dossiers_share_a_strip(told: Told) -> None:
    lines = strip([told("1930", path=f"{n}.md") for n in range(7)], 60)
    assert lines[0] == "█"
    assert "█ is 7 statements" in lines[2]
