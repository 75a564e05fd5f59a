"""Which section a dossier has, and how far it is filled."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from regimekit.analysis.coverage import THIN_WORDS, Asked, Cell, coverage, missing
from regimekit.analysis.side_by_side import Expected
from regimekit.model import Block, Dossier, Event, Field, HistoricalDate, Section, Source, Span

SECTIONS = (
    Expected("overview", "Overview", True),
    Expected("fall", "Fall / End", True),
    Expected("aftermath", "Aftermath", True),
    Expected("timeline", "Timeline"),
    Expected("sources", "Sources", True),
    Expected("other", "Other"),
)
IDS = {"Fall": "fall", "Legacy": "aftermath", "Aftermath": "aftermath", "Sources": "sources", "Overview": "overview"}


def section_id(title: str) -> str:
    return IDS.get(title, "other")


ASKED = Asked(SECTIONS, section_id, ("high", "medium", "low"), 3)


def dossier(*parts: tuple[int, str, str, str], **more: object) -> Dossier:
    """A dossier of headings, each (level, title, id, text below it), a block for each text."""
    lines = ["# Vale", ""]
    sections = [Section(Span(1, 2), 1, "Vale", "other", None, (Block("heading", 1, 1),))]
    for level, title, id, text in parts:
        first = len(lines) + 1
        body = text.split("\n") if text else []
        lines += [f"{'#' * level} {title}", *body, ""]
        blocks = [Block("heading", first, first)]
        if body:
            blocks.append(Block("html" if text.startswith("<!--") else "paragraph", first + 1, first + len(body)))
        sections.append(Section(Span(first, len(lines)), level, title, id, None, tuple(blocks)))
    return Dossier("vale.md", "vale", "Vale", "\n".join(lines), tuple(sections), **more)  # type: ignore[arg-type]


def cells(one: Dossier, asked: Asked = ASKED) -> dict[str, Cell]:
    (found,) = coverage([one], asked)
    return {cell.id: cell for cell in found.cells}


def events(*lines: int) -> tuple[Event, ...]:
    date = HistoricalDate("1931", "1931", datetime.date(1931, 1, 1), datetime.date(1931, 12, 31), "year")
    return tuple(Event(Span(line, line), date, "x", "event", "fall") for line in lines)


def since(edtf: str) -> Field:
    date = HistoricalDate("1931", edtf, datetime.date(1931, 1, 1), None, "year")
    return Field(Span(1, 1), "Dates", "1931-", "dates", (date,))


def test_what_is_required_and_not_there_is_missing_and_what_is_not_required_is_absent() -> None:
    found = cells(dossier((2, "Overview", "overview", "word")))
    assert {id: cell.state for id, cell in found.items()} == {
        "overview": "thin",
        "fall": "missing",
        "aftermath": "missing",
        "timeline": "absent",
        "sources": "missing",
        "other": "absent",
    }
    assert found["fall"] == Cell("fall", "missing")


@pytest.mark.parametrize("below", ["", "<!-- what belongs here -->", "---", "…"])
def test_a_heading_without_a_word_below_it_is_empty_and_not_missing(below: str) -> None:
    found = cells(dossier((2, "Fall", "fall", below)))["fall"]
    assert (found.state, found.words, found.line, found.titles) == ("empty", 0, 3, ("Fall",))


def test_headings_alone_are_no_words() -> None:
    found = cells(dossier((2, "Fall", "fall", ""), (3, "The long last years", "fall", "")))["fall"]
    assert (found.state, found.words, found.lines) == ("empty", 0, 1)


@pytest.mark.parametrize(
    ("words", "records", "state"),
    [
        (THIN_WORDS - 1, 2, "thin"),
        (THIN_WORDS, 0, "filled"),
        (THIN_WORDS - 1, 3, "filled"),
        (THIN_WORDS - 1, 9, "filled"),
        (1, 0, "thin"),
        (2000, 2, "filled"),
    ],
)
def test_thin_is_few_words_and_few_lines_with_records(words: int, records: int, state: str) -> None:
    one = dossier((2, "Fall", "fall", "word " * words + "\n." * 9), events=events(*range(4, 4 + records)))
    found = cells(one)["fall"]
    assert (found.state, found.words, found.records) == (state, words, records)


def test_several_records_of_one_line_fill_no_section() -> None:
    found = cells(dossier((2, "Fall", "fall", "word"), events=events(4, 4, 4, 4)))["fall"]
    assert (found.state, found.records, found.lines_read) == ("thin", 4, 1)


@pytest.mark.parametrize(("listed", "state"), [(0, "thin"), (2, "thin"), (3, "filled")])
def test_sources_are_measured_by_how_many_are_listed(listed: int, state: str) -> None:
    sources = tuple(Source(Span(4, 4), str(at), "x", listed=at < listed) for at in range(4))
    assert cells(dossier((2, "Sources", "sources", "word " * 99), sources=sources))["sources"].state == state
    few = replace(ASKED, least_sources=1)
    assert cells(dossier((2, "Sources", "sources", "word"), sources=sources[:1]), few)["sources"].state == (
        "filled" if listed else "thin"
    )


def test_two_sections_in_one_are_counted_under_the_id_of_the_heading() -> None:
    one = dossier((2, "Fall and Legacy", "fall", "word " * 60))
    found = cells(one)
    assert (found["fall"].state, found["fall"].words) == ("filled", 60)
    assert found["aftermath"] == Cell("aftermath", "joined", line=3, titles=("Fall and Legacy",))
    assert [section.id for section in missing(one, SECTIONS, section_id)] == ["overview", "sources"]


@pytest.mark.parametrize(("edtf", "state"), [("1931/..", "absent"), ("1931/1944", "missing")])
def test_what_lasts_has_neither_fallen_nor_an_aftermath(edtf: str, state: str) -> None:
    found = cells(dossier((2, "Overview", "overview", "word"), overview=(since(edtf),)))
    assert (found["fall"].state, found["aftermath"].state, found["sources"].state) == (state, state, "missing")


def test_sections_of_one_id_are_counted_together_with_what_stands_below_them() -> None:
    one = dossier(
        (2, "Crimes", "overview", "one two"),
        (3, "The Harbour", "overview", "three\nfour"),
        (2, "Fall", "fall", "five"),
        (2, "More crimes", "overview", "six"),
    )
    found = cells(one)["overview"]
    assert (found.words, found.lines, found.line, found.titles) == (5, 5, 3, ("Crimes", "More crimes"))


def test_ids_that_the_schema_does_not_have_get_a_column_behind_it() -> None:
    found = coverage([dossier((2, "Weather", "weather", "rain")), dossier((2, "Birds", "birds", ""))], ASKED)
    assert [cell.id for cell in found[0].cells] == [*(section.id for section in SECTIONS), "birds", "weather"]
    assert [cell.state for cell in found[0].cells[-2:]] == ["absent", "thin"]
    assert [cell.state for cell in found[1].cells[-2:]] == ["empty", "absent"]


def test_what_stands_in_no_section_is_counted_apart() -> None:
    one = dossier((3, "Too deep", "other", "one two three"), (2, "Fall", "fall", "four"))
    (found,) = coverage([one], ASKED)
    assert (found.outside, found.words) == (3, 4)


COUNTED = [
    ("plain words here", 3),
    ("**bold** and _it_ and `code`", 5),
    ("12,000-18,000 people", 2),
    ("the regime's self-made law", 4),
    ("1931–1944", 1),
    ("[a title](https://example.org/a/b?c=d) read", 3),
    ("<https://example.org/a/b>", 1),
    ("https://example.org/a/b", 1),
    ("[[aldova-varda]] and [[x|shown]]", 4),
    ("said so[^12]", 2),
    ("[^12]: Safety Office", 2),
    ("1. first\n2. second", 2),
    ("1931 was a year", 4),
    ("| a | b |\n|---|:-:|\n| 1 | 2 |", 4),
    ("seen <!-- not\nseen --> seen", 2),
    ("seen <!-- never closed", 1),
    ("x <b>bold</b> <br/> y", 3),
    ("5 < 6 and 7 > 3", 5),
    ("- * > # | … —", 0),
    ("Ñandú Émile 中文", 3),
    ('[t](https://example.org "a title") u', 2),
]


@pytest.mark.parametrize(("text", "words"), COUNTED, ids=[text for text, _ in COUNTED])
def test_words_are_those_that_a_reader_sees(text: str, words: int) -> None:
    assert cells(dossier((2, "Fall", "fall", "x\n" + text)))["fall"].words == words + 1
