import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.timeline import Wanted, days, timeline, window
from regimekit.model import Dossier, Event, HistoricalDate, Span


def date(earliest: int | None, latest: int | None, relation: str = "in") -> HistoricalDate:
    first = datetime.date(earliest, 1, 1) if earliest else None
    last = datetime.date(latest, 12, 31) if latest else None
    return HistoricalDate("as written", "XXXX", first, last, "year", relation)  # type: ignore[arg-type]


def test_several_dossiers_are_merged_by_earliest_day(vale: Dossier, sarn: Dossier) -> None:
    found = timeline([vale, sarn])
    assert [entry.event.title for entry in found] == [
        "the port was silted up",  # by 1931: filed under 1931, shorter than 1931-1944
        "Dates",
        "troops fired",
        "the league split",
        "Okoro rules",
    ]
    assert [entry.first.year for entry in found] == [1931, 1931, 1935, 1951, 1962]


@pytest.mark.parametrize(
    ("start", "end", "titles"),
    [
        (1935, 1935, ["Dates", "troops fired"]),
        (1936, None, ["Dates", "the league split", "Okoro rules"]),
        (None, 1930, []),
        (None, 1931, ["the port was silted up", "Dates"]),
        (1960, 1970, ["Okoro rules"]),  # "after 1950" is not looked for in every later year
        (1990, None, ["Okoro rules"]),  # what goes on goes on
        (1951, 1951, ["the league split"]),
    ],
)
def test_from_and_to(vale: Dossier, sarn: Dossier, start: int | None, end: int | None, titles: list[str]) -> None:
    asked = window(date(start, start) if start else None, date(end, end) if end else None)
    assert [entry.event.title for entry in timeline([vale, sarn], Wanted(asked))] == titles


def test_only_some_sections(vale: Dossier, sarn: Dossier) -> None:
    found = timeline([vale, sarn], Wanted(sections=["key_events", "rise_to_power"]))
    assert [entry.event.title for entry in found] == ["troops fired", "Okoro rules"]


def test_a_date_without_any_bound_is_listed_whenever() -> None:
    dossier = Dossier("a.md", "a", "A", "", events=(Event(Span(1, 1), date(None, None), "once", "event", "other"),))
    (entry,) = timeline([dossier])
    assert timeline([dossier], Wanted(window(date(1900, 1900), None))) == (entry,)


years = st.integers(1, 9999)
dates = st.builds(
    lambda a, b, open_start, open_end, relation: date(
        None if open_start else min(a, b), None if open_end else max(a, b), relation
    ),
    years,
    years,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["in", "by", "since", "until", "before", "after"]),
)


@given(dates)
def test_days_are_in_order_and_within_what_the_date_says(one: HistoricalDate) -> None:
    first, last = days(one)
    assert first <= last
    assert one.earliest in (None, first)
    assert one.latest in (None, last)


@given(st.lists(dates, max_size=8), st.randoms())
def test_the_order_of_the_files_does_not_matter(several: list[HistoricalDate], random: object) -> None:
    dossiers = [
        Dossier(f"{n}.md", str(n), "", "", events=(Event(Span(1, 1), one, str(n), "event", "other"),))
        for n, one in enumerate(several)
    ]
    shuffled = list(dossiers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert timeline(shuffled) == timeline(dossiers)
    firsts = [entry.first for entry in timeline(dossiers)]
    assert firsts == sorted(firsts)
