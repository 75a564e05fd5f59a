"""Amounts in words."""

import pytest

from regimekit.model import Measure
from regimekit.parsing.quantities import find_quantities
from regimekit.rendering.numbers import counted_as, short


@pytest.mark.parametrize(
    ("written", "measure", "shown"),
    [
        ("1", "deaths", "1 death"),
        ("at least 1", "deaths", "at least 1 death"),
        ("1-2", "deaths", "1 – 2 deaths"),
        ("20,000", "deaths", "20,000 deaths"),
        ("1", "detained", "1 detained"),
        ("1", "other", "1 otherwise harmed"),
    ],
)
def test_an_amount_is_shown_with_its_measure_in_the_right_number(written: str, measure: Measure, shown: str) -> None:
    [found] = find_quantities(written)
    assert counted_as(found.quantity, measure) == shown


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (7, "7"),
        (46, "46"),
        (999, "999"),
        (1500, "1.5k"),
        (10_000, "10k"),
        (750_000, "750k"),
        (999_600, "1M"),
        (999_960, "1M"),
        (12_772_211.9, "12.8M"),
        (2e9, "2bn"),
        (26.58, "26.6"),
    ],
)
def test_short_numbers(value: float, written: str) -> None:
    assert short(value) == written
