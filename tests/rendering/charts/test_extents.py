"""Which days a date may mean, and on which it is certain."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit import parse_date
from regimekit.rendering.charts.extents import extent, lasting

DATES = [
    # as written, possible from, to, certain from, to, before, behind
    ("May 11, 1935", "1935-05-11", "1935-05-11", "1935-05-11", "1935-05-11", None, None),
    ("May 1935", "1935-05-01", "1935-05-31", None, None, None, None),
    ("1935", "1935-01-01", "1935-12-31", None, None, None, None),
    ("the 1930s", "1930-01-01", "1939-12-31", None, None, None, None),
    ("1931-1944", "1931-01-01", "1944-12-31", "1931-12-31", "1944-01-01", None, None),
    ("1931-1932", "1931-01-01", "1932-12-31", "1931-12-31", "1932-01-01", None, None),
    ("March 3, 1931 - June 1944", "1931-03-03", "1944-06-30", "1931-03-03", "1944-06-01", None, None),
    ("1930s-1950s", "1930-01-01", "1959-12-31", "1939-12-31", "1950-01-01", None, None),
    ("c. 1931-1944", "1931-01-01", "1944-12-31", None, None, None, None),
    ("by 1929", "1929-01-01", "1929-12-31", None, None, "not said", None),
    ("before March 1929", "1929-02-28", "1929-02-28", None, None, "not said", None),
    ("until 1946", "1946-01-01", "1946-12-31", "1946-01-01", "1946-01-01", "goes on", None),
    ("since 1922", "1922-01-01", "1922-12-31", "1922-12-31", "1922-12-31", None, "goes on"),
    ("1979-present", "1979-01-01", "1979-12-31", "1979-12-31", "1979-12-31", None, "goes on"),
    ("after 1945", "1946-01-01", "1946-01-01", None, None, None, "not said"),
]


@pytest.mark.parametrize(("written", "first", "last", "sure", "surely", "before", "behind"), DATES)
def test_extents(written, first, last, sure, surely, before, behind):
    found = extent(parse_date(written))
    assert [day.isoformat() for day in found.possible] == [first, last]
    assert [day.isoformat() for day in found.certain or ()] == ([sure, surely] if sure else [])
    assert (found.before, found.behind) == (before, behind)


def test_a_date_without_any_bound_has_no_extent(build):
    assert extent(build.date("../..", None, None)) is None


ODD = ["1935-21", "19XX", "[1992-04-05,1992-05-04]", "1935-05-XX", "-0044", "1935?", "", "x/y/z", "0000", "1935-02-31"]


@pytest.mark.parametrize("edtf", ODD)
@pytest.mark.parametrize("ends", [("1935-03-01", "1935-05-31"), ("1935-03-01", None), (None, "1935-05-31")])
@pytest.mark.parametrize("relation", ["in", "since", "until", "by", "after", "before"])
def test_what_edtf_cannot_tell_is_never_certain_beyond_the_bounds(build, edtf, ends, relation):
    found = extent(build.date(edtf, *ends, relation=relation))
    assert found.possible[0] <= found.possible[1]
    if found.certain:
        assert found.possible[0] <= found.certain[0] <= found.certain[1] <= found.possible[1]


@given(st.dates(datetime.date(1000, 1, 1)), st.dates(datetime.date(1000, 1, 1)))
def test_a_span_of_days_is_certain_throughout(one, other):
    first, last = sorted((one, other))
    written = f"{first.isoformat()}/{last.isoformat()}"
    from regimekit.model import HistoricalDate

    found = extent(HistoricalDate(written, written, first, last, "day"))
    assert found.possible == found.certain == (first, last)


def test_what_still_lasts_is_drawn_until_it_was_written():
    present, since = extent(parse_date("1979-present")), extent(parse_date("since 1979"))
    until = datetime.date(2020, 5, 1)
    assert lasting(present, until).possible[1] == lasting(present, until).certain[1] == until
    assert lasting(present, until).behind == "goes on"
    assert lasting(present, None) == lasting(present, datetime.date(1950, 1, 1)) == present
    assert lasting(since, until) == since
