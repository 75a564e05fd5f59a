import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.lasting import began, ended, lasted
from regimekit.model import HistoricalDate
from regimekit.parsing.dates import parse_date


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("January 30, 1933 - May 8, 1945", "12 years, 3 months, 8 days"),
        ("February 29, 1960 - February 28, 1961", "11 months, 30 days"),
        ("March 1, 1960 - March 2, 1960", "1 day"),
        ("1924-1953", "between 28 and 30 years"),
        ("1931-1932", "between 0 and 2 years"),
        ("March 3, 1931 - June 1944", "between 13 years, 2 months and 13 years, 4 months"),
        ("November 1944 - April 11, 1985", "between 40 years, 4 months and 40 years, 6 months"),
        ("May 3, 1961 - 1974", "between 12 and 14 years"),
        ("1930s-1940s", "between 0 and 20 years"),
        ("spring 1926 - autumn 1930", "between 4 and 5 years"),  # 1926-21/1930-23 are no days of January
        ("1999-present", None),  # the end is open: no clock is asked
        ("since 1999", None),
        ("by 1931", None),
        ("2003", None),  # a year that is named is no time that lasted
        ("May 1961", None),
    ],
)
def test_the_time_between_dates_is_as_exact_as_they_are(written: str, length: str | None) -> None:
    date = parse_date(written)
    assert date is not None
    assert lasted(date) == length


@pytest.mark.parametrize(
    ("written", "began_within", "ended_within"),
    [
        ("1924-1953", ("1924-01-01", "1924-12-31"), ("1953-01-01", "1953-12-31")),
        ("November 1944 - April 11, 1985", ("1944-11-01", "1944-11-30"), ("1985-04-11", "1985-04-11")),
        ("February 1960 - 1961", ("1960-02-01", "1960-02-29"), ("1961-01-01", "1961-12-31")),
        ("1930s-1940s", ("1930-01-01", "1939-12-31"), ("1940-01-01", "1949-12-31")),
        ("spring 1926 - autumn 1930", ("1926-03-01", "1926-05-31"), ("1930-08-31", "1930-11-30")),
    ],
)
def test_the_ends_of_a_time(written: str, began_within: tuple[str, str], ended_within: tuple[str, str]) -> None:
    date = parse_date(written)
    assert date is not None
    for found, wanted in ((began(date), began_within), (ended(date), ended_within)):
        assert found is not None
        assert tuple(day.isoformat() for day in found) == wanted


DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@given(DAYS, DAYS)
def test_days_give_back_the_day_that_lies_so_much_later(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    length = lasted(HistoricalDate("", f"{first}/{last}", first, last, "day"))
    assert length is not None
    counts = dict.fromkeys(("year", "month", "day"), 0)
    for piece in length.split(", "):
        if piece != "less than a year":
            count, unit = piece.split()
            counts[unit.removesuffix("s")] = int(count)
    months = first.year * 12 + first.month - 1 + counts["year"] * 12 + counts["month"]
    start = min(first.day, 28)
    reached = datetime.date(months // 12, months % 12 + 1, start) + datetime.timedelta(days=counts["day"])
    assert abs((reached - last).days) <= 3  # the 29th to 31st are the last of a shorter month
    assert counts["month"] < 12
