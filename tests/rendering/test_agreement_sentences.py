"""The sentence about the envelope says no more than the figures do."""

import pytest

from regimekit.analysis.agreement import agreement, pairs
from regimekit.analysis.compared import Compared
from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.estimates import Listed
from regimekit.model import Attribution, Estimate, Quantity, Span
from regimekit.rendering.agreement import summary


def first_sentence(*quantities: Quantity) -> str:
    rows = tuple(
        Row(
            Listed(
                "a",
                "a.md",
                None,
                Estimate(Span(n, n), quantity, "deaths", "", "overview", attribution=Attribution(f"Lind {n}")),
            )
        )
        for n, quantity in enumerate(quantities, 1)
    )
    stratum = Stratum("a", "a.md", "deaths", None, rows)
    return next(summary(Compared(stratum, agreement(stratum), pairs(stratum))))


CLOSED = Quantity("3,000-4,000", 3000, 4000, "range")
AT_MOST = Quantity("at most 2,000", None, 2000, "at most")
OF_TWO = Quantity("3,000 (the ministry) to 9,000", 3000, 9000, "range")


@pytest.mark.parametrize(
    ("quantities", "said", "not_said"),
    [
        ((CLOSED, CLOSED), "from the lowest low to the highest high: 3,000 (Lind 1, line 1) to 4,000", "named:"),
        ((AT_MOST, CLOSED), "from the lowest to the highest number named: 2,000 (Lind 1, line 1)", "lowest low"),
        ((Quantity("91", 91, 91, "exact"), Quantity("91+", 91, None, "at least")), "the only number named", " to 91"),
        ((Quantity("1,000-1,010", 1000, 1010, "range"),), "1,000 (Lind 1, line 1) to 1,010", "times"),
        ((OF_TWO,), "9,000 (two authors, one for each end, line 1)", "Lind"),
    ],
)
def test_the_envelope_in_words(quantities: tuple[Quantity, ...], said: str, not_said: str) -> None:
    sentence = first_sentence(*quantities)
    assert said in sentence
    assert not_said not in sentence
