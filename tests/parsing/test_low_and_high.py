"""Two columns that give the ends of one figure, and those that do not."""

import pytest

from regimekit.parsing.estimates import read_estimates
from regimekit.parsing.events import read_events


@pytest.fixture
def rows(read):
    """(low, high, qualifier, measure) of every estimate in a table of one row."""

    def of(head, row):
        text = (
            f"# T\n\n## Key Events\n\n### Estimates of the dead\n\n{head}\n{'|---' * (head.count('|') - 1)}|\n{row}\n"
        )
        found = read_estimates(read(text).passages)[0]
        return [(one.quantity.low, one.quantity.high, one.quantity.qualifier, one.measure) for one in found]

    return of


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("| Author | Low | High |", "| Roe | 15,000 | 40,000 |", [(15000, 40000, "range", "deaths")]),
        ("| Author | Minimum | Maximum |", "| Roe | 900 | 900 |", [(900, 900, "exact", "deaths")]),
        ("| Author | Lower bound | Upper bound |", "| Roe | 900 | — |", [(900, None, "at least", "deaths")]),
        ("| Author | Low | High |", "| Roe | — | 900 |", [(None, 900, "at most", "deaths")]),
        (
            "| Author | Low | Best | High |",
            "| Roe | 700 | 800 | 900 |",
            [(700, 900, "range", "deaths"), (800, 800, "exact", "deaths")],
        ),
        (
            "| Year | Killed (min) | Killed (max) | Injured |",
            "| 1950 | 10 | 30 | 50 |",
            [(10, 30, "range", "deaths"), (50, 50, "exact", "injured")],
        ),
    ],
)
def test_the_ends_of_a_range_in_two_columns_are_one_estimate(rows, head, row, expected):
    assert rows(head, row) == expected


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("| Place | Killed | Injured |", "| Port | 10 | 30 |", [(10, 10), (30, 30)]),
        ("| Place | Killed, low season | Injured, high season |", "| Port | 10 | 30 |", [(10, 10), (30, 30)]),
        ("| Author | Low | High |", "| Roe | 40,000 | 15,000 |", [(40000, 40000), (15000, 15000)]),
        ("| Author | Low | High |", "| Roe | 10-20 | 30-40 |", [(10, 40)]),
    ],
)
def test_columns_that_are_no_ends_of_one_range_stay_two(rows, head, row, expected):
    assert [(low, high) for low, high, *_ in rows(head, row)] == expected


def test_the_year_in_which_an_estimate_appeared_is_no_date_of_the_harm(read):
    head = "| Author | Year of publication | Low | High |\n|---|---|---|---|\n"
    text = f"# T\n\n## Key Events\n\n### Estimates of the dead\n\n{head}| Roe | 1993 | 10 | 30 |\n"
    assert read_events(read(text).passages)[0] == []
    assert read_events(read(text.replace("Year of publication", "Year of the raid")).passages)[0] != []
