"""Estimates built by hand."""

from collections.abc import Callable

import pytest

from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.estimates import Listed
from regimekit.model import Attribution, Estimate, Quantity, Span

Figure = Callable[..., Estimate]


def _figure(
    low: int | None,
    high: int | None = None,
    author: str | None = None,
    year: int | None = None,
    kind: str | None = "scholar",
    qualifier: str | None = None,
    line: int = 1,
) -> Estimate:
    if qualifier is None:
        qualifier = "range" if high is not None and high != low else "exact"
    if qualifier in ("exact", "approximate"):
        high = low
    attribution = Attribution(author, year, kind if author else None) if author else None  # type: ignore[arg-type]
    quantity = Quantity(f"{low}-{high}", low, high, qualifier)  # type: ignore[arg-type]
    return Estimate(Span(line, line), quantity, "deaths", f"{low}-{high}", "key_events", attribution=attribution)


@pytest.fixture
def figure() -> Figure:
    """Makes an estimate from its bounds, author, year and kind."""
    return _figure


@pytest.fixture
def stratum() -> Callable[..., Stratum]:
    """Makes a stratum of estimates, whose rows stand on the lines 1, 2, …; what nobody is named for is a summary."""

    def stratum(*estimates: Estimate) -> Stratum:
        rows = tuple(Row(Listed("a", "a.md", None, one), summary=one.attribution is None) for one in estimates)
        return Stratum("a", "a.md", "deaths", None, rows)

    return stratum
