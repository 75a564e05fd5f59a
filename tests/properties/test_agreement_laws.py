"""Laws of comparing: order changes nothing, what is added outside never narrows, the median scales with its input."""

import math

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from regimekit.analysis.agreement import PAIR_RELATIONS, agreement, envelope, median, pairs, reach, relation, voices
from regimekit.analysis.comparison import Row, Stratum, strata
from regimekit.analysis.estimates import Listed
from regimekit.model import Attribution, Dossier, Estimate, Quantity, Scope, Section, Span

_NUMBERS = st.integers(1, 10**8)
_OPEN = ("at least", "more than", "at most", "less than")


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(_NUMBERS), draw(_NUMBERS)))
    qualifier = draw(st.sampled_from(("exact", "approximate", "range", "open range", "vague", *_OPEN)))
    if qualifier in ("exact", "approximate"):
        return Quantity("x", low, low, qualifier)
    if qualifier == "vague":
        return Quantity("x", None, None, "vague", magnitude=1000)
    if qualifier in _OPEN:
        above = qualifier in _OPEN[:2]
        return Quantity("x", low if above else None, None if above else low, qualifier)
    return Quantity("x", low, high, qualifier)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    author = draw(st.sampled_from((None, "Lind", "Ana Lind", "Ostrow", "Moss", "Truth Commission")))
    year = draw(st.sampled_from((None, 1971, 1996)))
    attribution = Attribution(author, year, draw(st.sampled_from((None, "official", "scholar")))) if author else None
    estimate = Estimate(Span(1, 1), draw(quantities()), "deaths", "x", "key_events", attribution=attribution)
    return Row(Listed("a", "a.md", None, estimate), summary=author is None)


def stratum(several: list[Row]) -> Stratum:
    return Stratum("a", "a.md", "deaths", None, tuple(several))


def scaled(row: Row, by: int) -> Row:
    quantity = row.estimate.quantity
    low, high = (None if end is None else end * by for end in (quantity.low, quantity.high))
    estimate = replace(row.estimate, quantity=replace(quantity, low=low, high=high))
    return replace(row, listed=replace(row.listed, estimate=estimate))


@given(st.lists(rows(), min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_the_figures_changes_nothing(several, random) -> None:
    other = several.copy()
    random.shuffle(other)
    one, two = agreement(stratum(several), 1985), agreement(stratum(other), 1985)
    ends = [None if of is None else (of.low, of.high, of.open_low, of.open_high) for of in (one.envelope, two.envelope)]
    assert ends[0] == ends[1]
    assert (one.median is None) == (two.median is None)
    if one.median and two.median:
        assert math.isclose(one.median.value, two.median.value)
        assert one.median.count == two.median.count
    assert (one.between, one.across) == (two.between, two.across)
    counts = [sorted(pair.relation for pair in pairs(stratum(order))) for order in (several, other)]
    assert counts[0] == counts[1]


@given(st.lists(rows(), min_size=1, max_size=9), rows())
def test_a_figure_more_never_narrows_the_envelope(several, more) -> None:
    before, after = (envelope(all_rows, range(len(all_rows))) for all_rows in (several, [*several, more]))
    if before is not None:
        assert after is not None
        assert after.low <= before.low
        assert after.high >= before.high
        assert after.open_low >= before.open_low
        assert after.open_high >= before.open_high


@given(st.lists(rows(), min_size=3, max_size=9), st.integers(2, 1000))
def test_the_log_median_scales_with_its_input(several, by) -> None:
    places = range(len(several))
    one, many = median(voices(several, places)), median(voices([scaled(row, by) for row in several], places))
    assert (one is None) == (many is None)
    if one is not None and many is not None:
        assert math.isclose(many.value, one.value * by, rel_tol=1e-9)


@given(st.lists(rows(), min_size=1, max_size=9))
def test_the_median_lies_within_the_envelope_and_rests_on_named_closed_figures(several) -> None:
    said = agreement(stratum(several))
    if said.median is not None:
        assert said.envelope is not None
        assert said.envelope.low <= said.median.value * (1 + 1e-9)
        assert said.median.value <= said.envelope.high * (1 + 1e-9)
    for voice in said.voices:
        assert all(several[place].estimate.attribution for place in voice.rows)
        assert all(several[place].estimate.quantity.high is not None for place in voice.rows)


@given(quantities(), quantities())
def test_the_relation_of_two_ranges_is_one_of_four_and_the_same_both_ways(one, other) -> None:
    a, b = reach(one), reach(other)
    if a is not None and b is not None:
        assert relation(a, b) in PAIR_RELATIONS
        assert relation(a, b) == relation(b, a)
        assert relation(a, a) == "equal"
        disjoint = max(a[0], b[0]) > min(a[1], b[1])
        assert (relation(a, b) == "disjoint") == disjoint


_WHAT = st.sampled_from(("The Hunger Winter", "The Camps", "Total Death Toll Estimates", None))
_CAPTIONS = st.sampled_from((None, "Estimates before 1991", "Death toll", "Deaths by typhus"))


@given(
    st.lists(st.tuples(_WHAT, st.sampled_from(("deaths", "injured")), _CAPTIONS, quantities()), max_size=9),
    st.randoms(use_true_random=False),
)
def test_every_figure_is_in_one_stratum_and_the_order_of_the_records_does_not_tell_which(several, random) -> None:
    estimates = [
        Estimate(Span(line, line), quantity, measure, "x", "key_events", Scope(what), caption=caption)
        for line, (what, measure, caption, quantity) in enumerate(several, 1)
    ]
    sections = (Section(Span(1, 20), 2, "Key Events", "key_events"),)

    def grouped(order: list[Estimate]) -> set[frozenset[int]]:
        found = strata([Dossier("a.md", "a", "", "", sections, estimates=tuple(order))])
        lines = [row.estimate.span.first for one in found for row in one.rows]
        assert sorted(lines) == sorted(one.span.first for one in order)
        return {frozenset(row.estimate.span.first for row in one.rows) for one in found}

    other = estimates.copy()
    random.shuffle(other)
    assert grouped(estimates) == grouped(other)
