import datetime

import pytest

from regimekit.linting.duration import contradictions, read_durations
from regimekit.parsing.dates import find_dates

TODAY = datetime.date(2026, 1, 15)


def contradicted(duration: str, dates: str) -> list[str]:
    found = tuple(one.date for one in find_dates(dates))
    assert found, dates
    return [length.verbatim for length in contradictions(duration, found, TODAY)]


@pytest.mark.parametrize(
    ("duration", "dates"),
    [
        ("29 years", "1924-1953"),
        ("30 years", "1924-1953"),  # the years touched
        ("28 years", "late 1924 - 1953"),
        ("12 years", "January 30, 1933 - May 8, 1945"),
        ("12.3 years", "January 30, 1933 - May 8, 1945"),
        ("17 months", "May 3, 1961 - October 9, 1962"),
        ("25+ years (ongoing)", "August 1999 - present"),
        ("over 25 years", "1999-present"),
        ("22 years and counting", "2003-present"),
        ("3 years, 8 months, 20 days", "April 17, 1975 - January 7, 1979"),
        ("3 years and 8 months", "April 17, 1975 - January 7, 1979"),
        ("17 years (junta); 14 years (personal rule)", "1974-1991 (junta); supreme leader: February 1977 - May 1991"),
        ("Eight years and a half", "January 25, 1971 - July 11, 1979"),
        ("8½ years", "January 25, 1971 - July 11, 1979"),
        ("8 years, 2.5 months", "January 25, 1971 - April 11, 1979"),
        ("about 30 years", "1924-1951"),
        ("nearly 30 years", "1924-1953"),
        ("29 years, after 3 years of civil war", "1924-1953"),
        ("Personal rule: 14 years", "February 1977 - May 1991"),
        ("2-3 years", "1936-1939"),
        ("fourteen years", "1977-1991"),
        ("100 days", "February 27, 1815 - June 8, 1815"),
    ],
)
def test_a_duration_fits_its_dates(duration: str, dates: str) -> None:
    assert contradicted(duration, dates) == []


@pytest.mark.parametrize(
    ("duration", "dates", "wrong"),
    [
        ("31 years", "1924-1953", ["31 years"]),
        ("27 years", "1924-1953", ["27 years"]),
        ("17 months", "May 3, 1961 - October 9, 1963", ["17 months"]),
        ("3 years, 8 months, 20 days", "April 17, 1975 - February 7, 1979", ["3 years, 8 months, 20 days"]),
        ("17 years (junta); 11 years (personal rule)", "1974-1991; leader: February 1977 - May 1991", ["11 years"]),
        ("over 30 years", "1999-present", ["over 30 years"]),
        ("30+ years", "1999-2020", ["30+ years"]),
        ("about 30 years", "1924-1940", ["about 30 years"]),
        ("13 years", "January 30, 1933 - May 8, 1937", ["13 years"]),
    ],
)
def test_a_duration_contradicts_its_dates(duration: str, dates: str, wrong: list[str]) -> None:
    assert contradicted(duration, dates) == wrong


@pytest.mark.parametrize("text", ["", "ongoing", "until his death", "1961-1974", "he was 12 years old", "a generation"])
def test_what_is_no_duration_contradicts_nothing(text: str) -> None:
    assert contradicted(text, "1924-1953") == []


def test_a_single_date_spans_no_time() -> None:
    assert contradicted("29 years", "1924") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [("29 years", 29), ("42 years, 6 months", 42.5), ("half a year", 0.5), ("18 months", 1.5), ("ten weeks", 70 / 365)],
)
def test_the_middle_of_what_a_duration_may_mean_is_what_it_says(text: str, years: float) -> None:
    (length,) = read_durations(text)
    assert length.longest is not None
    assert (length.shortest + length.longest) / 2 / 365.2425 == pytest.approx(years, abs=0.01)
