"""The days that one EDTF date names."""

import datetime

import pytest

from regimekit.analysis.edtf import named_days

DAYS = [
    ("1932-02-07", "1932-02-07", "1932-02-07"),
    ("1932-02", "1932-02-01", "1932-02-29"),
    ("1932-06~", "1932-06-01", "1932-06-30"),
    ("1932", "1932-01-01", "1932-12-31"),
    ("1932?~", "1932-01-01", "1932-12-31"),
    ("193X", "1930-01-01", "1939-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("1931-02-31", "1931-02-28", "1931-02-28"),
]


@pytest.mark.parametrize(("edtf", "first", "last"), DAYS)
def test_first_and_last_day(edtf: str, first: str, last: str) -> None:
    assert named_days(edtf) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("edtf", ["", "..", "1932-21", "1932-13", "[..1932]", "-0044", "0000", "000X", "XXXX", "19X5"])
def test_no_days(edtf: str) -> None:
    assert named_days(edtf) is None
