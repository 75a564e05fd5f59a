"""What a toll may be divided by, and why it may not."""

import datetime

import pytest

from regimekit.analysis.comparison import Stratum
from regimekit.analysis.rates import Divisor, NotExact, population_of, rate, years_of
from regimekit.model import Dossier, Field, HistoricalDate, Quantity, Span, Statistic

WHOLE = Stratum("selm", "selm.md", "deaths", None, ())
PART = Stratum("selm", "selm.md", "deaths", None, (), aspect="shot")


def dated(edtf: str, approximate: bool = False) -> Dossier:
    start, _, end = edtf.replace("X", "0").partition("/")
    first = datetime.date(int(start[:4]), 1, 1) if len(start) == 4 else datetime.date.fromisoformat(start)
    if end == "..":
        last = None
    else:
        last = datetime.date.fromisoformat({4: f"{end}-12-31", 7: f"{end}-28"}.get(len(end), end)) if end else first
    date = HistoricalDate(edtf, edtf, first, last, "year", approximate=approximate)
    return Dossier("selm.md", "selm", "Selm", "", overview=(Field(Span(4, 4), "Dates", edtf, "dates", (date,)),))


@pytest.mark.parametrize(
    ("edtf", "shortest", "longest"),
    [
        ("1941-03-03/1958-06-09", 17.26, 17.28),
        ("1924/1953", 28.0, 30.0),
        ("1933-01-30/1945-05", 12.25, 12.34),
    ],
)
def test_the_length_of_a_regime(edtf: str, shortest: float, longest: float) -> None:
    found = years_of(dated(edtf), WHOLE)
    assert isinstance(found, Divisor)
    assert (round(found.low, 2), round(found.high, 2)) == (
        pytest.approx(shortest, abs=0.02),
        pytest.approx(longest, abs=0.02),
    )
    assert found.line == 4


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("1979/..", "both when it began and when it ended"),
        ("1979", "both when it began and when it ended"),
        ("194X/1953", "not exact enough"),
        ("1979/1980", "not exact enough"),
    ],
)
def test_dates_that_are_not_exact_enough(edtf: str, why: str) -> None:
    found = years_of(dated(edtf), WHOLE)
    assert isinstance(found, NotExact)
    assert why in found.why


def test_uncertain_dates_parts_and_silence_are_refused() -> None:
    assert isinstance(years_of(dated("1924/1953", approximate=True), WHOLE), NotExact)
    assert "shot" in years_of(dated("1924/1953"), PART).why  # type: ignore[union-attr]
    assert isinstance(years_of(Dossier("selm.md", "selm", "Selm", ""), WHOLE), NotExact)


def peopled(label: str, low: int | None, high: int | None, sources: tuple[str, ...] = ("census",)) -> Dossier:
    quantity = Quantity("x", low, high, "range")
    statistic = Statistic(Span(7, 7), label, quantity, f"{label} | 2.1 million (1930)", "overview", sources=sources)
    return Dossier("selm.md", "selm", "Selm", "", statistics=(statistic,))


def test_a_population_with_a_source() -> None:
    found = population_of(peopled("Population: Value", 2_100_000, 2_300_000), WHOLE)
    assert found == Divisor("1,000 inhabitants", 2100, 2300, "2.1 million (1930)", 7, ("census",))


@pytest.mark.parametrize(
    ("dossier", "why"),
    [
        (peopled("Population", 2_100_000, 2_100_000, ()), "has no source"),
        (peopled("Population of the north", 2_100_000, 2_100_000), "gives no population"),
        (peopled("Prison population", 9_000, 9_000), "gives no population"),
        (peopled("Population", 2_100_000, None), "open end"),
        (peopled("Horses", 2_100_000, 2_100_000), "gives no population"),
    ],
)
def test_populations_that_are_not_used(dossier: Dossier, why: str) -> None:
    found = population_of(dossier, WHOLE)
    assert isinstance(found, NotExact)
    assert why in found.why


def test_each_bound_is_divided_so_that_the_result_is_wider() -> None:
    divisor = Divisor("year", 10, 20, "", 1)
    assert rate(Quantity("", 100, 400, "range"), divisor) is not None
    result = rate(Quantity("", 100, 400, "range"), divisor)
    assert (result.low, result.high) == (5, 40)
    open_one = rate(Quantity("", 100, 400, "open range"), divisor)
    assert (open_one.low, open_one.high) == (5, None)
    assert rate(Quantity("", None, None, "vague"), divisor) is None
