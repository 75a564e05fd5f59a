"""Which sources are asked for: types, ages, sites, uses, shares."""

import datetime

import pytest
from msgspec.structs import replace

from regimekit.analysis.bibliography import bibliography
from regimekit.analysis.encyclopedias import Share, is_encyclopedia, shares
from regimekit.analysis.sources import Wanted, chosen, duplicates, unused
from regimekit.model import Dossier, Event, Source, Span
from regimekit.parsing.dates import parse_date


def source(title: str, line: int, **parts: object) -> Source:
    return Source(Span(line, line), title.lower(), title, text=title, **parts)  # type: ignore[arg-type]


def dossier(name: str, *sources: Source, text: str = "", **parts: object) -> Dossier:
    return Dossier(f"{name}.md", name, name, text, sources=sources, **parts)  # type: ignore[arg-type]


def titles(entries: object) -> list[str]:
    return [one.source.title for entry in entries for one in entry.occurrences]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["A", "B", "C"]),
        (Wanted(types=("news",)), ["B"]),
        (Wanted(types=("news", "book")), ["A", "B"]),
        (Wanted(domains=("a.example",)), ["B", "C"]),
        (Wanted(domains=("b.a.example",)), ["C"]),
        (Wanted(domains=("example",)), ["B", "C"]),
        (Wanted(domains=("ample",)), []),
        (Wanted(group="résearch"), ["A"]),
        (Wanted(listed=True), ["A", "B"]),
        (Wanted(types=("news",), domains=("b.a.example",)), []),
    ],
)
def test_sources_are_chosen_by_what_they_say(wanted: Wanted, found: list[str]) -> None:
    several = dossier(
        "x",
        source("A", 1, types=("book",), group="Research and Books"),
        source("B", 2, types=("news", "archive"), url="https://www.a.example/x"),
        source("C", 3, url="https://b.a.example/x", listed=False),
    )
    assert titles(chosen(bibliography([several]), wanted)) == found


@pytest.mark.parametrize(
    ("accessed", "before", "held"),
    [
        ("2023-04-30", "2023-05-01", True),
        ("2023-05-01", "2023-05-01", False),
        ("2022", "2023-05-01", True),
        ("2023", "2023-05-01", False),  # perhaps in autumn
        ("April 2023", "2023-05-01", True),
        ("before 2020", "2023-05-01", True),
        ("after 2020", "2023-05-01", False),
        (None, "2023-05-01", False),
    ],
)
def test_only_what_was_surely_read_before_is_old(accessed: str | None, before: str, held: bool) -> None:
    read = source("A", 1, accessed=parse_date(accessed) if accessed else None, accessed_as_written=accessed)
    assert Wanted(before=datetime.date.fromisoformat(before)).holds(read) is held


def test_a_source_is_there_twice_where_it_is_listed_twice_or_in_two_dossiers() -> None:
    once = source("Once", 1, url="https://a.example/1")
    linked = source("Linked", 2, url="https://a.example/1", listed=False)
    twice = [source("Twice", line, url="https://a.example/2") for line in (3, 4)]
    shared = source("Shared", 5, url="https://a.example/3")
    cells = [source("Cell", 6, url="https://a.example/4"), source("Cell", 6, url="https://a.example/4/")]
    entries = bibliography([dossier("x", once, linked, *twice, shared, *cells), dossier("y", shared)])
    assert [entry.first.source.title for entry in duplicates(entries)] == ["Twice", "Shared"]


def test_a_source_is_unused_where_nothing_in_its_dossier_points_to_it() -> None:
    event = Event(Span(9, 9), parse_date("1951"), "shots", "event", "key_events", sources=("recorded",))
    several = dossier(
        "x",
        source("Recorded", 1, url="https://a.example/1"),
        source("Linked", 2, url="https://a.example/2"),
        source("In the text", 8, url="http://www.a.example/2/", listed=False),
        source("Marked", 3, footnote="m"),
        source("Unmarked", 4, footnote="u"),
        source("Listed only", 5, url="https://a.example/5"),
        text="It was so.[^m]\n\n[^m]: Marked\n[^u]: Unmarked\n",
        events=(event,),
    )
    other = dossier("y", source("Listed only", 1, url="https://a.example/5", listed=False))
    assert titles(unused(bibliography([several, other]), [several, other])) == ["Unmarked", "Listed only"]


@pytest.mark.parametrize(
    ("parts", "is_one"),
    [
        ({"types": ("encyclopedia",)}, True),
        ({"types": ("encyclopedia", "news")}, True),
        ({"types": ("reference",), "url": "https://www.britannica.com/x"}, True),
        ({"url": "http://web.archive.org/web/2017/https://www.britannica.com/x"}, True),
        ({"url": "https://encyclopedia.museum.example/x"}, True),
        ({"url": "https://www.worldhistory.org/x"}, True),
        ({"publisher": "Encyclopædia Britannica"}, True),
        ({"publisher": "Wikipedia"}, True),
        ({"url": "https://newfenencyclopedia.example/x"}, True),
        ({"url": "https://myworldhistory.org/x"}, False),
        ({"url": "https://notwikipedia.example/x"}, False),
        ({"url": "https://wikipedia.example/x"}, True),
        ({"url": "https://news.example/wikipedia-blocked"}, False),
        ({"publisher": "Harbour Press"}, False),
        ({"types": ("reference",)}, False),
        ({}, False),
    ],
)
def test_an_encyclopedia_is_one_by_type_site_or_publisher(parts: dict[str, object], is_one: bool) -> None:
    assert is_encyclopedia(source("A", 1, **parts)) is is_one


def test_shares_count_each_source_once_in_a_dossier_and_once_in_all() -> None:
    wiki = source("W", 1, url="https://en.wikipedia.org/wiki/W")
    book = source("B", 2, types=("book",))
    x = dossier("x", wiki, replace(wiki, span=Span(3, 3), listed=False), book)
    y, z = dossier("y", wiki), dossier("z")
    found = shares(bibliography([x, y, z]), {"x.md": "x", "y.md": "y", "z.md": "z"})
    assert found == (
        Share("x.md", "x", 1, 2),
        Share("y.md", "y", 1, 1),
        Share("z.md", "z", 0, 0),
        Share(None, None, 1, 2),
    )
    assert [one.percent for one in found] == [50, 100, None, 50]
