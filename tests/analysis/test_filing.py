"""A statement is filed under what its date says, never under a month or a year that it does not name."""

import datetime
from collections.abc import Callable

import pytest

from regimekit.analysis.filing import named_day, slot_of
from regimekit.analysis.timeline import timeline
from regimekit.model import Dossier, Event, HistoricalDate, Span

Told = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("written", "year", "month", "day"),
    [
        ("June 22, 1941", "1941", "June 1941", "June 22, 1941"),
        ("June 1941", "1941", "June 1941", "June 1941 (day not given)"),
        ("mid-June 1941", "1941", "June 1941", "June 1941 (day not given)"),
        ("1941", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("late 1941", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("c. 1941", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("summer 1941", "1941", "summer 1941 (month not given)", "summer 1941 (month not given)"),
        ("winter 1941-42", "1941", "winter 1941-42 (month not given)", "winter 1941-42 (month not given)"),
        ("1940s", "1940s (year not given)", "1940s (year not given)", "1940s (year not given)"),
        ("late 1940s", "1940s (year not given)", "1940s (year not given)", "1940s (year not given)"),
        ("19th century", "1800-1899 (year not given)", "1800-1899 (year not given)", "1800-1899 (year not given)"),
        # an interval is filed under its beginning, as exactly as that is given
        ("June 22, 1941 - 1945", "1941", "June 1941", "June 22, 1941"),
        ("1941 - May 8, 1945", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("since June 1941", "1941", "June 1941", "June 1941 (day not given)"),
        # a bound is no month: it may have been in any before or after it
        ("by June 1941", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("until June 22, 1941", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("after June 1941", "1941", "1941 (month not given)", "1941 (month not given)"),
        ("after 1941", "1942", "1942 (month not given)", "1942 (month not given)"),
        ("before 1941", "1940", "1940 (month not given)", "1940 (month not given)"),
        # to be read in two ways
        ("05.04.1992", "1992", "1992 (month not given)", "1992 (month not given)"),
        ("500 BC", "before the year 1", "before the year 1", "before the year 1"),
    ],
)
def test_slots(written: str, year: str, month: str, day: str, told: Told) -> None:
    (entry,) = timeline([told(written)])
    assert slot_of(entry, "year").label == year
    assert slot_of(entry, "month").label == month
    assert slot_of(entry, "day").label == day


def test_a_date_of_which_nothing_is_known() -> None:
    date = HistoricalDate("once", "XXXX", None, None, "year")
    (entry,) = timeline([Dossier("a.md", "a", "A", "", events=(Event(Span(1, 1), date, "x", "event", "other"),))])
    assert slot_of(entry, "day").label == "no year"


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("1931-1944", "began, or may lie, before 1934"),
        ("from 1918", "began, or may lie, before 1934"),
        ("1930s", "began, or may lie, before 1934"),
        ("1934", "1934"),
        ("by 1934", "1934"),
        ("1934-1936", "1934"),
    ],
)
def test_what_began_before_the_days_asked_for_says_so(written: str, label: str, told: Told) -> None:
    (entry,) = timeline([told(written)])
    assert slot_of(entry, "year", datetime.date(1934, 1, 1)).label == label


@pytest.mark.parametrize(
    ("day", "label"),
    [((1934, 1, 1), "1934"), ((1934, 6, 1), "June 1934"), ((1934, 6, 2), "June 2, 1934")],
)
def test_a_first_day_is_said_briefly(day: tuple[int, int, int], label: str) -> None:
    assert named_day(datetime.date(*day)) == label
