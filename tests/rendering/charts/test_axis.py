"""A log axis: its ends, and the numbers on it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.rendering.charts.axis import MOST_TICKS, domain, ticks

numbers = st.lists(st.integers(1, 10**10), min_size=1, max_size=20)


@given(numbers, st.sampled_from([0.04, 0.13]), st.sampled_from([0.04, 0.13]))
def test_every_number_lies_on_the_axis_and_leaves_the_room_asked_for(found, before, behind):
    low, high = domain(found, before, behind)
    length = math.log10(high / low)
    assert math.log10(min(found) / low) >= before * length * 0.98
    assert math.log10(high / max(found)) >= behind * length * 0.98


@given(numbers)
def test_an_axis_has_a_few_round_numbers(found):
    written = ticks(domain(found, 0.04, 0.04))
    assert written == sorted(set(written))
    assert 1 <= len(written) <= MOST_TICKS
    assert all(str(number).rstrip("0") in {"1", "2", "3", "5", "7"} for number in written)


TICKS = [
    ((10_000, 1_000_000), [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]),
    ((9_000, 2_000_000_000), [10**4, 10**5, 10**6, 10**7, 10**8, 10**9]),
    ((6_000, 40_000), [7_000, 10_000, 20_000, 30_000]),
    ((0.5, 12), [1, 2, 5, 10]),
]


@pytest.mark.parametrize(("ends", "written"), TICKS)
def test_ticks(ends, written):
    assert ticks(ends) == written
