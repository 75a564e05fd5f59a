"""What all tests may use: two dossiers built by hand, and `--accept` for the screens in golden/."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable

import pytest
from hypothesis import settings

from regimekit.model import (
    Attribution,
    Block,
    Confidence,
    Debate,
    Dossier,
    Estimate,
    Event,
    Field,
    Finding,
    HistoricalDate,
    Note,
    Person,
    Position,
    Quantity,
    Relation,
    Role,
    Scope,
    Section,
    Source,
    Span,
    Stamp,
    Statistic,
    Tag,
    Topic,
)

# a busy machine is no fault of an example, and a check before a merge gives the same answer each time
# forty examples of each law keep the suite under three minutes; other ones are tried each time, but for CI
settings.register_profile("local", deadline=None, max_examples=30)
settings.register_profile("ci", deadline=None, max_examples=30, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing of a test run is kept in the user's cache folder, nor read from it."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="keep the screens as they are now in tests/golden")


def year(first: int, last: int | None = None, verbatim: str = "") -> HistoricalDate:
    """A year, or the years from one to another."""
    end = last or first
    written = verbatim or (f"{first}-{last}" if last else str(first))
    edtf = f"{first}/{last}" if last else str(first)
    return HistoricalDate(written, edtf, datetime.date(first, 1, 1), datetime.date(end, 12, 31), "year")


def day(when: datetime.date, verbatim: str = "") -> HistoricalDate:
    return HistoricalDate(verbatim or when.isoformat(), when.isoformat(), when, when, "day")


TEXT = """# North Vale

## Overview
| Field | Value |
|---|---|
| **Dates** | 1931-1944 |
| **Estimated Death Toll** | 12,000-18,000 |

## Key Figures
- **Ana Lind**: general
- **Per Osk**: head of the Safety Office

## Key Events
### The Harbour Strike
- May 11, 1935: troops fired
- 300-400 killed (Olin 1988); the government said 46
- hundreds were arrested

## Comparisons
- [[port-sarn]]
"""


@pytest.fixture
def vale() -> Dossier:
    """A dossier with one record of every kind and more of some."""
    return Dossier(
        path="northern/north-vale.md",
        slug="north-vale",
        title="North Vale",
        text=TEXT,
        sections=(
            Section(Span(1, 2), 1, "North Vale", "other", None, (Block("heading", 1, 1),)),
            Section(Span(3, 8), 2, "Overview", "overview", None, (Block("heading", 3, 3), Block("table", 4, 7))),
            Section(
                Span(9, 12), 2, "Key Figures", "key_figures", None, (Block("heading", 9, 9), Block("list", 10, 11))
            ),
            Section(Span(13, 13), 2, "Key Events", "key_events", None, (Block("heading", 13, 13),)),
            Section(
                Span(14, 18),
                3,
                "The Harbour Strike",
                "key_events",
                None,
                (Block("heading", 14, 14), Block("list", 15, 17)),
            ),
            Section(
                Span(19, 21), 2, "Comparisons", "comparisons", None, (Block("heading", 19, 19), Block("list", 20, 20))
            ),
        ),
        overview=(
            Field(Span(6, 6), "Dates", "1931-1944", "dates", (year(1931, 1944),)),
            Field(Span(7, 7), "Estimated Death Toll", "12,000-18,000", "death_toll"),
        ),
        people=(
            Person(Span(6, 6), "Ana Maria Lind", leader=True, born=year(1880), died=year(1944)),
            Person(Span(10, 10), "Ana Lind", honorific="General", roles=(Role("general", year(1931, 1944)),)),
            Person(Span(11, 11), "Per Osk", ("the Clerk",), roles=(Role("head of the Safety Office"),), group="Police"),
        ),
        events=(
            Event(Span(6, 6), year(1931, 1944), "Dates", "table", "overview"),
            Event(
                Span(15, 15),
                day(datetime.date(1935, 5, 11), "May 11, 1935"),
                "troops fired",
                "event",
                "key_events",
                ("Key Events", "The Harbour Strike"),
                (year(1936),),
                ("olin",),
            ),
        ),
        estimates=(
            Estimate(
                Span(7, 7), Quantity("12,000-18,000", 12000, 18000, "range"), "deaths", "12,000-18,000", "overview"
            ),
            Estimate(
                Span(16, 16),
                Quantity("300-400", 300, 400, "range"),
                "deaths",
                "300-400 killed (Olin 1988)",
                "key_events",
                Scope(what="The Harbour Strike", where="harbour", when=year(1935)),
                Attribution("Olin", 1988, "scholar"),
                "Death toll",
                None,
                ("olin",),
            ),
            Estimate(
                Span(16, 16),
                Quantity("46", 46, 46, "exact"),
                "deaths",
                "the government said 46",
                "key_events",
                Scope(what="the harbour strike"),
                Attribution("the government", None, "official"),
                part_of=1,
            ),
            Estimate(
                Span(17, 17),
                Quantity("hundreds", None, None, "vague", magnitude=100),
                "detained",
                "hundreds were arrested",
                "key_events",
            ),
        ),
        statistics=(
            Statistic(
                Span(18, 18),
                "Horses",
                Quantity("410,000", 410000, 410000, "exact", "other"),
                "Horses: 410,000 → 250,000",
                "key_events",
                Quantity("250,000", 250000, 250000, "exact", "other"),
            ),
        ),
        debates=(Debate(Span(18, 18), "Planned?", (Position(Span(18, 18), "yes", "Planned", ("Olin",), ("olin",)),)),),
        relations=(
            Relation(Span(20, 20), "port-sarn", ("structural",), "army rule"),
            Relation(Span(20, 20), "east-marsh"),
        ),
        sources=(Source(Span(20, 20), "olin", "The Harbour", url="https://example.org/o", accessed=year(2026)),),
        confidence=Confidence(
            Span(20, 20),
            "Medium",
            ("medium",),
            (Topic(Span(20, 20), "Deaths", "Low", ("low",)),),
            (Note(Span(20, 20), "x"),),
        ),
        tags=(Tag(Span(21, 21), "regime"),),
        created=Stamp(Span(21, 21), "2026-02-01", day(datetime.date(2026, 2, 1))),
        findings=(Finding("RK906", "warning", Span(17, 17), "control character U+001B", "Remove it."),),
    )


@pytest.fixture
def sarn() -> Dossier:
    """A second dossier, with dates that have open ends."""
    open_start = HistoricalDate("by 1931", "1931", None, datetime.date(1931, 12, 31), "year", "by")
    open_end = HistoricalDate("1962-present", "1962/..", datetime.date(1962, 1, 1), None, "year", "since")
    after = HistoricalDate("after 1950", "1950", datetime.date(1951, 1, 1), None, "year", "after")
    return Dossier(
        path="southern/port-sarn.md",
        slug="port-sarn",
        title="Port Sarn",
        text="# Port Sarn\n",
        people=(Person(Span(1, 1), "Émile Okoro", leader=True),),
        events=(
            Event(Span(3, 3), open_end, "Okoro rules", "event", "rise_to_power"),
            Event(Span(2, 2), open_start, "the port was silted up", "event", "pre_conditions"),
            Event(Span(4, 4), after, "the league split", "event", "pre_conditions"),
        ),
    )


@pytest.fixture(scope="session")
def told() -> Callable[..., Dossier]:
    """A dossier of statements, each "date as written: what happened", and the people that it lists."""
    from regimekit.parsing.dates import parse_date

    def build(*statements: str, path: str = "vale.md", people: tuple[Person, ...] = (), title: str = "Vale") -> Dossier:
        events = []
        for line, statement in enumerate(statements, 1):
            written, _, said = statement.partition(": ")
            date = parse_date(written)
            assert date is not None, written
            events.append(Event(Span(line, line), date, said or written, "event", "key_events"))
        return Dossier(path, path.removesuffix(".md"), title, "", events=tuple(events), people=people)

    return build
