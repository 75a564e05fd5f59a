"""The screen of statistics: no line is wider than the terminal, hostile text is text, heads mean one section each."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hostile import TEXTS
from regimekit.analysis.coverage import Asked
from regimekit.analysis.graph import Graph
from regimekit.analysis.side_by_side import Expected
from regimekit.analysis.statistics import Statistics, statistics
from regimekit.analysis.wanted import KINDS, Place, Task
from regimekit.model import (
    Attribution,
    Block,
    Confidence,
    Dossier,
    Estimate,
    HistoricalDate,
    Quantity,
    Section,
    Source,
    Span,
    Stamp,
    Tag,
    Topic,
)
from regimekit.rendering.heads import heads
from regimekit.rendering.screen import Terminal, to_text
from regimekit.rendering.stats import stats_screen
from regimekit.rendering.tasks import MOST_LINES, MOST_SHOWN, places, tasks_screen

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TITLES = (
    "Overview",
    "Key Figures",
    "Classification",
    "Pre-Conditions",
    "Rise to Power",
    "Methods of Control",
    "Fall / End",
    "Confidence Assessment",
    "Other",
)
SECTIONS = tuple(Expected(title.casefold(), title, title != "Other") for title in TITLES)
ASKED = Asked(SECTIONS, levels=("high", "low"))


def dossier(path: str, text: str = "North Vale") -> Dossier:
    date = HistoricalDate(text, "2019", None, datetime.date(2019, 12, 31), "year")
    sections = (
        Section(Span(1, 2), 2, text, "overview", None, (Block("heading", 1, 1), Block("paragraph", 2, 2))),
        Section(Span(3, 3), 2, text, "fall / end", None, (Block("heading", 3, 3),)),
    )
    return Dossier(
        path,
        path,
        text,
        f"## x\n{'word ' * 2000}\n## y",
        sections,
        estimates=(Estimate(Span(2, 2), Quantity(text, 1, 2, "range"), "deaths", text, "x", attribution=None),),
        sources=(Source(Span(2, 2), "x", text, types=(text,), accessed=date, accessed_as_written=text),),
        confidence=Confidence(Span(3, 3), text, ("low",), (Topic(Span(2, 2), text, "Low", ("low",), text),)),
        tags=(Tag(Span(1, 1), text),),
        updated=Stamp(Span(1, 1), text, date),
    )


def counted(*dossiers: Dossier) -> Statistics:
    return statistics(dossiers, Graph(), ASKED)


def tasks(text: str = "x") -> list[Task]:
    return [Task(kind, text, text, tuple(Place(f"{text}.md", line) for line in range(1, 20))) for kind in KINDS]


def screen(found: Statistics, listed: list[Task], width: int | None) -> list[str]:
    names = {one.coverage.path: one.coverage.path for one in found.dossiers}
    return to_text(stats_screen(found, listed, names), Terminal(width)).split("\n")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("count", [1, 2, 24, 60, 61])
def test_no_line_is_wider_than_the_terminal(width: int, count: int) -> None:
    found = counted(*(dossier(f"{at}-equatorial-dossier-name") for at in range(count)))
    assert max(map(len, screen(found, tasks(), width))) <= width


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [40, 80, None])
def test_hostile_text_is_shown_as_text(text: str, width: int | None) -> None:
    for found in (counted(dossier(text, text)), counted(dossier(text, text), dossier("b", text))):
        shown = "\n".join(screen(found, tasks(text), width))
        assert not OBEYED.search(shown)
        assert "Coverage" in shown


def row(lines: list[str], name: str) -> str:
    return next(line for line in lines if line.startswith(name))


def test_words_where_there_is_room_and_signs_where_there_is_not() -> None:
    found = counted(dossier("vale"), dossier("sarn"))
    # overview 2,000 words, no classification, an empty fall, no section that is not required
    assert row(screen(found, [], 80), "vale").split() == ["vale", "2000", *"xxxxx", "0", "x", "."]
    assert row(screen(found, [], 40), "vale").split() == ["vale", "2000", *"xxxxx", "0", "x", "."]
    long = counted(dossier("vale-of-the-long-name-that-takes-room"), dossier("b"))
    assert row(screen(long, [], 60), "vale").split()[1:] == ["█", *"xxxxx", "0", "x", "."]


def test_missing_and_empty_have_signs_of_their_own_that_the_legend_tells() -> None:
    text = "\n".join(screen(counted(dossier("a"), dossier("b")), [], None))
    assert "0 empty, a heading without a word below it" in text
    assert "x missing and required" in text
    assert ". not there and not required" in text
    assert "thin" not in text.split("Counts")[0]  # none is


def test_where_even_signs_do_not_fit_the_columns_go_on_below() -> None:
    asked = Asked(tuple(Expected(str(at), f"Section {at}", True) for at in range(28)))
    found = statistics([dossier("a"), dossier("b")], Graph(), asked)
    lines = to_text(stats_screen(found, [], {"a": "a" * 30, "b": "b" * 30}), Terminal(60)).split("\n")
    assert sum(line.startswith("aaa") for line in lines[: lines.index("Counts")]) == 2
    assert sum(line.count("x") for line in lines if line.startswith("aaa")) == 28


def test_of_many_dossiers_the_screen_says_that_it_sums() -> None:
    found = counted(*(dossier(f"d{at}") for at in range(61)))
    text = " ".join(" ".join(screen(found, [], 100)).split())
    assert "More than 60 dossiers are summed" in text
    assert "Key Figures 61 0 0 0 0 0" in text
    assert "Counts by dossier" not in text


def test_one_dossier_has_a_row_for_each_section() -> None:
    lines = screen(counted(dossier("vale")), [], 100)
    assert row(lines, "Overview").split()[1:4] == ["filled", "2,000", "1"]
    assert row(lines, "Fall / End").split()[3:5] == ["empty", "0"]
    assert "missing" in row(lines, "Key Figures")


def test_columns_that_do_not_fit_are_named() -> None:
    lines = screen(counted(dossier("vale"), dossier("sarn")), [], 50)
    left = next(line for line in lines if line.startswith("Left out here"))
    head = next(line for line in lines if line.startswith("Dossier  Words"))
    assert "Statistics" in " ".join(lines[lines.index(left) :][:3])
    assert "Statistics" not in head


def test_all_lines_of_a_task_are_told_or_counted() -> None:
    several = [Place("a.md", 3), Place("a.md", 9), *(Place("b.md", line) for line in range(1, 20))]
    said = list(places(several))
    assert said[:4] == ["a.md:3", "9", "b.md:1", "2"]
    assert said[-1] == f"and {len(several) - MOST_LINES} more"
    assert list(places(several[:2])) == ["a.md:3", "9"]


def test_of_many_tasks_the_rest_is_counted() -> None:
    several = [Task("thin section", f"t{at}", "why", (Place("a.md", at),)) for at in range(1, MOST_SHOWN + 4)]
    text = to_text(tasks_screen(several), Terminal(80))
    assert "and 3 more; --format md or json has them all" in text
    assert f"t{MOST_SHOWN + 1}" not in text


def test_an_author_is_no_longer_asked_for_where_one_is_named() -> None:
    (one,) = dossier("vale").estimates
    named = replace(dossier("vale"), estimates=(replace(one, attribution=Attribution("Roe")),))
    text = "\n".join(screen(counted(named), [], 120))
    assert "with an author 1, with a source only 0, with neither 0" in text


@given(st.lists(st.text(max_size=12), max_size=40))
def test_every_head_is_of_two_letters_and_of_one_section(titles: list[str]) -> None:
    found = heads(titles)
    assert len(found) == len(titles)
    assert all(len(head) == 2 for head in found)
    assert len({head.casefold() for head in found}) == len(found)


def test_heads_of_the_schema() -> None:
    assert heads(TITLES) == ("Ov", "KF", "Cl", "PC", "RP", "MC", "FE", "CA", "Ot")
    assert heads(["Fall", "Fall", "Fate", "Fa", "中文"]) == ("Fa", "Fl", "Ft", "00", "01")
