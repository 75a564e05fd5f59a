"""Counts, levels of confidence, and ages."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from regimekit.analysis.coverage import Asked
from regimekit.analysis.graph import graph
from regimekit.analysis.statistics import Statistics, added, level, statistics
from regimekit.analysis.targets import Targets
from regimekit.model import Confidence, Corpus, Dossier, HistoricalDate, Page, Source, Span, Stamp, Tag, Topic

ASKED = Asked(levels=("high", "medium", "low"))


def counted(*dossiers: Dossier, pages: tuple[Page, ...] = ()) -> Statistics:
    corpus = Corpus(".", dossiers, pages)
    return statistics(dossiers, graph(corpus, Targets(corpus)), ASKED, len(pages))


def day(text: str) -> HistoricalDate:
    when = datetime.date.fromisoformat(text)
    return HistoricalDate(text, text, when, when, "day")


def test_counts_of_one_dossier(vale: Dossier, sarn: Dossier) -> None:
    found = counted(vale, sarn, pages=(Page("README.md", "x"),))
    one = found.dossiers[0].counts
    assert (one.sections, one.people, one.dated_statements, one.statistics, one.tags) == (4, 2, 2, 1, 1)
    assert (one.estimates, one.estimates_with_author) == (4, 2)
    assert (one.estimates_with_source_only, one.estimates_without_author) == (0, 2)
    assert (one.estimates_of_one_value, one.estimates_with_range) == (1, 2)
    assert (one.estimates_open_ended, one.estimates_vague) == (0, 1)
    assert (one.debates, one.positions, one.debates_held_by_nobody) == (1, 1, 0)
    assert (one.relations, one.relations_written, one.relations_wanted, one.relations_elsewhere) == (2, 1, 1, 0)
    assert (one.sources, one.sources_listed, one.sources_cited_only) == (1, 1, 0)
    assert found.total == added(each.counts for each in found.dossiers)
    assert (found.total.people, found.pages) == (3, 1)


def test_a_figure_with_a_source_alone_is_told_from_one_with_neither(vale: Dossier) -> None:
    first, *rest = vale.estimates
    found = counted(replace(vale, estimates=(replace(first, sources=("olin",)), *rest))).total
    assert (found.estimates_with_author, found.estimates_with_source_only, found.estimates_without_author) == (2, 1, 1)


AMOUNTS = [
    (5, 5, "exact", "estimates_of_one_value"),
    (5, 9, "range", "estimates_with_range"),
    (5, None, "at least", "estimates_open_ended"),
    (None, 9, "at most", "estimates_open_ended"),
    (5, 9, "open range", "estimates_open_ended"),
    (None, None, "vague", "estimates_vague"),
]


@pytest.mark.parametrize(("low", "high", "qualifier", "count"), AMOUNTS, ids=[row[2] for row in AMOUNTS])
def test_each_figure_is_of_one_kind(
    vale: Dossier, low: int | None, high: int | None, qualifier: str, count: str
) -> None:
    amount = replace(vale.estimates[0].quantity, low=low, high=high, qualifier=qualifier)
    found = counted(replace(vale, estimates=(replace(vale.estimates[0], quantity=amount),))).total
    kinds = {name: getattr(found, name) for _, _, _, name in AMOUNTS}
    assert kinds == {name: int(name == count) for name in kinds}


def rated(vale: Dossier, path: str, *levels: str, said: bool = True) -> Dossier:
    span = Span(20, 20) if said else None
    return replace(vale, path=path, confidence=Confidence(span, " ".join(levels) if said else None, levels))


def test_levels_from_the_highest_down_those_between_two_between_them(vale: Dossier) -> None:
    found = counted(
        rated(vale, "a.md", "high"),
        rated(vale, "b.md", "medium", "high"),
        rated(vale, "c.md", "high", "medium"),
        rated(vale, "d.md"),
        rated(vale, "e.md", said=False),
    )
    assert found.confidence == (
        ("high", 1),
        ("medium-high", 2),
        ("medium", 0),
        ("low", 0),
        ("in other words", 1),
        ("not said", 1),
    )
    assert sum(count for _, count in found.confidence) == len(found.dossiers)
    assert level(found.dossiers[2].confidence, ASKED.levels) == "medium-high"


@pytest.mark.parametrize(
    ("verbatim", "levels", "low"),
    [
        ("Low", ("low",), True),
        ("Low-Medium", ("low", "medium"), True),
        ("Medium", ("medium",), False),
        ("so-so", (), False),
        ("disputed by the exiles in later years", ("low",), False),  # a remark that holds the word of a level
        (None, (), False),
    ],
)
def test_topics_rated_low(vale: Dossier, verbatim: str | None, levels: tuple[str, ...], low: bool) -> None:
    topic = Topic(Span(21, 21), "Deaths", verbatim, levels, "x")
    found = counted(replace(vale, confidence=Confidence(Span(20, 20), "High", ("high",), (topic,)))).low_topics
    assert [(one.path, one.line, one.topic, one.verbatim) for one in found] == (
        [(vale.path, 21, "Deaths", verbatim)] if low else []
    )


def test_the_overall_statement_is_no_topic(vale: Dossier) -> None:
    topic = Topic(Span(20, 20), "Overall", "Low", ("low",))
    assert counted(replace(vale, confidence=Confidence(Span(20, 20), "Low", ("low",), (topic,)))).low_topics == ()


def test_sources_from_the_oldest_access_on(vale: Dossier) -> None:
    sources = (
        Source(Span(5, 5), "a", "A", accessed=day("2024-05-02"), accessed_as_written="May 2, 2024"),
        Source(Span(4, 4), "b", "B", accessed=day("2019-03-05")),
        Source(Span(3, 3), "c", "C"),
        Source(Span(2, 2), "d", "D", accessed=day("2001-01-01"), listed=False),
    )
    found = counted(replace(vale, sources=sources), replace(vale, path="a.md", sources=sources[:1]))
    assert [(one.what, one.path, one.line) for one in found.oldest] == [
        ("B", vale.path, 4),
        ("A", "a.md", 5),
        ("A", vale.path, 5),
    ]
    assert (found.oldest[1].verbatim, found.undated_sources) == ("May 2, 2024", 1)


def test_dossiers_from_the_one_longest_not_updated_on(vale: Dossier) -> None:
    def stamped(path: str, created: str | None, updated: str | None) -> Dossier:
        stamps = [Stamp(Span(9, 9), text, day(text)) if text else None for text in (created, updated)]
        return replace(vale, path=path, created=stamps[0], updated=stamps[1])

    unread = replace(stamped("d.md", None, None), updated=Stamp(Span(9, 9), "lately"))
    found = counted(
        stamped("a.md", "2019-01-01", "2024-01-01"),
        stamped("b.md", "2021-01-01", None),
        stamped("c.md", None, None),
        unread,
    )
    assert [(one.path, one.what, one.verbatim) for one in found.stale] == [
        ("b.md", "created", "2021-01-01"),
        ("a.md", "last updated", "2024-01-01"),
    ]
    assert found.undated_dossiers == ("c.md", "d.md")


def test_types_and_tags_from_the_most_frequent_on(vale: Dossier) -> None:
    sources = tuple(
        Source(Span(4, 4), str(at), "x", types=types, listed=at < 4)
        for at, types in enumerate([("book",), ("book", "academic"), (), (), ("news",)])
    )
    tags = tuple(Tag(Span(9, 9), name) for name in ("Europe", "europe", "cold-war"))
    found = counted(replace(vale, sources=sources, tags=tags), replace(vale, path="b.md", sources=(), tags=tags[:1]))
    assert found.source_types == (("book", 2), ("academic", 1), (None, 2))
    assert found.tags == (("europe", 2), ("cold-war", 1))  # dossiers that have it, whatever its capitals
    assert found.total.tags == 4


def test_a_folder_without_dossiers() -> None:
    found = counted()
    assert (found.dossiers, found.total.words, found.oldest) == ((), 0, ())
