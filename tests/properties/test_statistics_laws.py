"""Laws of counting: parts make up the whole, and the order of the dossiers changes no number."""

from __future__ import annotations

import datetime
import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from regimekit.analysis.coverage import HELD, Asked
from regimekit.analysis.graph import graph, wanted
from regimekit.analysis.side_by_side import Expected
from regimekit.analysis.statistics import statistics
from regimekit.analysis.targets import Targets
from regimekit.analysis.wanted import tasks
from regimekit.model import (
    Attribution,
    Block,
    Confidence,
    Corpus,
    Debate,
    Dossier,
    Estimate,
    HistoricalDate,
    Person,
    Position,
    Quantity,
    Relation,
    Section,
    Source,
    Span,
    Tag,
)

IDS = ("overview", "fall", "aftermath", "sources", "other", "weather")
NAMED = {"Fall": "fall", "Aftermath": "aftermath"}
ASKED = Asked(
    (*(Expected(id, id.title(), id != "other") for id in IDS[:-1]),),
    lambda title: NAMED.get(title, "other"),
    ("high", "medium", "low"),
)
LINES = st.integers(1, 12).map(lambda line: Span(line, line))
NUMBERS = st.none() | st.integers(0, 9)
QUANTITIES = st.builds(Quantity, st.just("x"), NUMBERS, NUMBERS, st.sampled_from(["exact", "range", "open range"]))
AUTHORS = st.none() | st.just(Attribution("Roe"))
KEYS = st.lists(st.just("roe"), max_size=1).map(tuple)
ESTIMATES = st.builds(
    Estimate,
    LINES,
    QUANTITIES,
    st.just("deaths"),
    st.just("x"),
    st.just("fall"),
    attribution=AUTHORS,
    sources=KEYS,
)
HOLDERS = st.lists(st.just("Roe"), max_size=1).map(tuple)
POSITIONS = st.builds(Position, LINES, st.just("x"), holders=HOLDERS)
DEBATES = st.builds(Debate, LINES, st.just("Why?"), st.lists(POSITIONS, max_size=2).map(tuple))
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2026, 1, 1)).map(
    lambda when: HistoricalDate(when.isoformat(), when.isoformat(), when, when, "day")
)
SOURCES = st.builds(
    Source, LINES, st.just("roe"), st.just("x"), accessed=st.none() | DAYS, listed=st.booleans(), types=KEYS
)
RELATIONS = st.builds(Relation, LINES, st.sampled_from(["mirland-voss", "a-0", "Suez", ""]), display=st.just("x"))
TITLES = st.sampled_from(["Fall", "Fall and Aftermath", "Weather", ""])
TEXTS = st.sampled_from(["", "word", "two words", "…", "<!-- none -->", "word " * 60])
LEVELS = st.lists(st.sampled_from(["high", "medium", "low"]), max_size=2, unique=True).map(tuple)
CONFIDENCE = st.builds(Confidence, st.none() | LINES, st.just("x"), LEVELS)
HEADINGS = st.tuples(st.integers(1, 4), TITLES, st.sampled_from(IDS), TEXTS)


@st.composite
def folders(draw):
    """Dossiers of headings with text below them, and records on any of their lines."""
    return [dossier(f"{'abc'[at % 3]}/a-{at}.md", draw) for at in range(draw(st.integers(0, 4)))]


def dossier(path, draw):
    lines, sections = ["before the first heading"], [Section(Span(1, 1), 0, "", "other", None, (paragraph(1),))]
    for level, title, id, text in draw(st.lists(HEADINGS, max_size=6)):
        first = len(lines) + 1
        lines += [f"{'#' * level} {title}", text]
        blocks = (Block("heading", first, first), paragraph(first + 1))
        sections.append(Section(Span(first, first + 1), level, title, id, None, blocks))
    return Dossier(
        path,
        path[2:-3],
        "Title",
        "\n".join(lines),
        tuple(sections),
        people=tuple(draw(st.lists(st.builds(Person, LINES, st.sampled_from(["Ana Lind", "Per Osk"])), max_size=3))),
        estimates=tuple(draw(st.lists(ESTIMATES, max_size=4))),
        debates=tuple(draw(st.lists(DEBATES, max_size=3))),
        relations=tuple(draw(st.lists(RELATIONS, max_size=3))),
        sources=tuple(draw(st.lists(SOURCES, max_size=3))),
        confidence=draw(CONFIDENCE),
        tags=tuple(Tag(Span(1, 1), name) for name in draw(st.lists(st.sampled_from(["x", "X", "y"]), max_size=2))),
    )


def paragraph(line):
    return Block("paragraph", line, line)


def counted(folder):
    corpus = Corpus(".", tuple(folder))
    relations = graph(corpus, Targets(corpus))
    found = statistics(folder, relations, ASKED)
    listed = tasks(folder, [one.coverage for one in found.dossiers], wanted(relations, Targets(corpus)), ASKED)
    return found, listed


@given(folders())
def test_the_rows_make_up_the_total(folder):
    found, _ = counted(folder)
    for name, total in asdict(found.total).items():
        assert total == sum(getattr(one.counts, name) for one in found.dossiers)
    assert sum(count for _, count in found.confidence) == len(folder)
    assert len(found.stale) + len(found.undated_dossiers) == len(folder)
    assert len(found.oldest) + found.undated_sources == found.total.sources_listed


@given(folders())
def test_each_split_makes_up_what_it_splits(folder):
    for total in (one.counts for one in counted(folder)[0].dossiers):
        authors = (total.estimates_with_author, total.estimates_with_source_only, total.estimates_without_author)
        amounts = (total.estimates_of_one_value, total.estimates_with_range, total.estimates_open_ended)
        assert sum(authors) == sum(amounts) + total.estimates_vague == total.estimates
        ends = (total.relations_written, total.relations_wanted, total.relations_elsewhere)
        assert sum(ends) == total.relations
        assert total.sources_listed + total.sources_cited_only == total.sources
        assert total.debates_held_by_nobody <= total.debates


@given(folders())
def test_every_word_is_counted_once(folder):
    found, _ = counted(folder)
    for one, dossier in zip(found.dossiers, folder, strict=True):
        body = "\n".join(line for line in dossier.text.split("\n") if not line.startswith("#"))
        assert one.counts.words == len(re.findall(r"\w+", re.sub("<!--.*?-->", "", body)))
        assert one.counts.words == one.coverage.outside + sum(cell.words for cell in one.coverage.cells)
        assert one.coverage.outside >= 0


@given(folders())
def test_a_cell_says_where_it_is_just_where_it_is_there(folder):
    for one in counted(folder)[0].dossiers:
        for cell in one.coverage.cells:
            assert (cell.line is not None) is (cell.state in HELD or cell.state == "joined")
            assert cell.state in HELD or not (cell.words or cell.lines or cell.records)
            assert (cell.state == "empty") is (cell.state in HELD and not cell.words)


@given(folders(), st.randoms())
def test_the_order_of_the_dossiers_changes_no_count(folder, random):
    found, listed = counted(folder)
    other, relisted = counted(random.sample(folder, len(folder)))
    assert sorted(other.dossiers, key=lambda one: one.coverage.path) == sorted(
        found.dossiers, key=lambda one: one.coverage.path
    )
    parts = ("total", "source_types", "tags", "confidence", "oldest", "stale", "undated_sources", "columns")
    assert [getattr(other, part) for part in parts] == [getattr(found, part) for part in parts]
    assert relisted == listed


@given(folders())
def test_what_to_write_is_what_the_counts_say_is_lacking(folder):
    found, listed = counted(folder)
    kinds = [task.kind for task in listed]
    states = [cell.state for one in found.dossiers for cell in one.coverage.cells]
    for state in ("missing", "empty", "thin"):
        assert kinds.count(f"{state} section") == states.count(state)
    assert kinds.count("debate held by nobody") == found.total.debates_held_by_nobody
    without = sum(bool(one.counts.estimates_without_author) for one in found.dossiers)
    assert kinds.count("figures without author") == without
