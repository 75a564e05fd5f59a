"""Full-text search: what a query means, what it finds, and on which line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.model import Block, Dossier, Section, Span
from regimekit.model.hit import END, START
from regimekit.storage.database import Database
from regimekit.storage.querying import QueryError
from regimekit.storage.searching import _set_by_us, as_fts5, search

VALE = """# North Vale

## Fall
The troika met in Łódź and
then in São Paulo: 20,000-30,000 people.
## Police
- NKVD and the anti-fascist league
- Müller's order No. 00447
- troikas of the NKVD
"""
SARN = """# Port Sarn
## Fall
The troika was not of the NKVD here.
"""


def dossier(path, text, ids):
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("#")]
    sections = []
    for place, start in enumerate(starts):
        last = starts[place + 1] - 1 if place + 1 < len(starts) else len(lines)
        marks, _, title = lines[start - 1].partition(" ")
        sections.append(
            Section(Span(start, last), len(marks), title, ids[place], None, (Block("heading", start, start),))
        )
    return Dossier(path, path[:-3], lines[0][2:], text, tuple(sections))


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    file = tmp_path_factory.mktemp("search") / "r.sqlite"
    database = Database(file, new=True)
    database.put("vale.md", "k", dossier("vale.md", VALE, ["other", "fall", "methods_of_control"]))
    database.put("sarn.md", "l", dossier("sarn.md", SARN, ["other", "fall"]))
    database.commit()
    database.close()
    return file


def found(file, query, **options):
    """Path, line and what is marked of each line that is found, the best first."""
    return [
        (hit.path, line.number, [line.text[first:last] for first, last in line.spans])
        for hit in search(file, query, **options).hits
        for line in hit.lines
    ]


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("troika", {("vale.md", 4), ("sarn.md", 3)}),
        ("TROIKA", {("vale.md", 4), ("sarn.md", 3)}),
        ("troika*", {("vale.md", 4), ("sarn.md", 3), ("vale.md", 9)}),
        ("troika NKVD", {("sarn.md", 3)}),
        ("troika OR nkvd", {("vale.md", 4), ("vale.md", 7), ("vale.md", 9), ("sarn.md", 3)}),
        ("nkvd NOT troika", {("vale.md", 7), ("vale.md", 9)}),
        ("(troika OR order) NOT here", {("vale.md", 4), ("vale.md", 8)}),
        ('"anti-fascist league"', {("vale.md", 7)}),
        ("anti-fascist", {("vale.md", 7)}),
        ("muller's", {("vale.md", 8)}),
        ("Sao Paulo", {("vale.md", 5)}),
        ("20,000", {("vale.md", 5)}),
        ("20,000-30,000", {("vale.md", 5)}),
        ('"and then"', {("vale.md", 4), ("vale.md", 5)}),
        ("NEAR(nkvd league, 5)", {("vale.md", 7)}),
        ("NEAR(nkvd here, 1)", {("sarn.md", 3)}),
        ("NEAR(nkvd order, 1)", set()),
        ("title:police", {("vale.md", 6)}),
        ("text:fall", {("vale.md", 3), ("sarn.md", 2)}),
        ("00447", {("vale.md", 8)}),
        ("nobody", set()),
        ("troika & NKVD", {("sarn.md", 3)}),
        ("fall – troika", {("vale.md", 3), ("vale.md", 4), ("sarn.md", 2), ("sarn.md", 3)}),
    ],
)
def test_what_a_query_finds(file, query, lines):
    assert {(path, line) for path, line, _ in found(file, query)} == lines


def test_what_was_sought_is_marked_in_the_line_as_it_stands(file):
    assert found(file, "nkvd league") == [("vale.md", 7, ["NKVD", "league"]), ("vale.md", 9, ["NKVD"])]
    assert found(file, '"and then"') == [("vale.md", 4, ["and"]), ("vale.md", 5, ["then"])]
    (hit,) = search(file, "muller").hits
    assert hit.lines[0].text == "- Müller's order No. 00447"


def test_a_heading_that_says_it_comes_first(file):
    assert found(file, "police OR nkvd")[0][1] == 6


def test_sections_and_files_narrow_the_search(file):
    assert {path for path, _, _ in found(file, "troika*", sections=["fall"])} == {"vale.md", "sarn.md"}
    assert {line for _, line, _ in found(file, "troika*", sections=["methods_of_control"])} == {9}
    assert {path for path, _, _ in found(file, "troika*", paths=["sarn.md"])} == {"sarn.md"}
    assert found(file, "troika*", paths=[]) == []
    assert found(file, "troika*", paths=["caf\udce9.md"]) == []


def test_of_many_the_best_are_given_and_all_are_counted(file):
    one = search(file, "troika*", most=1)
    assert (len(one.hits), one.total) == (1, 3)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ",
        "()",
        '"',
        '"great terror',
        "a AND",
        "NOT a",
        "AND",
        "(a",
        "a)",
        "NEAR(a b",
        "-",
        "*",
        "title:",
        "a\udcff",
    ],
)
def test_a_query_that_cannot_be_read_is_said_to_be(file, query):
    with pytest.raises(QueryError) as problem:
        search(file, query)
    assert "\n" not in str(problem.value)
    assert "fts5" not in str(problem.value)


@given(st.text(max_size=40))
def test_any_query_is_searched_or_refused(file, query):
    with suppress(QueryError):
        assert search(file, query).total >= 0


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=4))
def test_plain_words_are_left_as_they_are(words):
    query = " ".join(words)
    if not {"AND", "OR", "NOT", "NEAR"} & set(words):
        assert as_fts5(query) == query


@given(st.text(st.characters(exclude_characters='"()', exclude_categories=["Z", "C"]), min_size=1, max_size=12))
def test_a_word_with_signs_is_found_as_it_is(tmp_path_factory, word):
    if not any(sign.isalnum() for sign in word) or word in ("AND", "OR", "NOT", "NEAR"):
        return
    if word[0] in "^*" or word.endswith("*") or ":" in word:
        return
    asked = as_fts5(word)
    assert asked in (word, f'"{word}"')


@pytest.mark.parametrize(
    ("marked", "text", "apart"),
    [
        ("[a] b", "a b", "[a] b"),
        ("[[a] b", "[a b", "?[a] b"),
        ("[a]] b", "a] b", "[a?] b"),
        ("[x] [[a]] ] [b]", "[x] [a] ] b", "?x? ?[a?] ? [b]"),
    ],
)
def test_marks_that_stand_in_a_text_are_no_hits(marked, text, apart):
    def signs(said):
        return said.replace("[", START).replace("]", END).replace("?", "\ufffd")

    assert _set_by_us(signs(marked), signs(text)) == signs(apart)
