"""Laws of quantities: a written quantity reads as itself, and no text breaks the reader."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from regimekit.model.quantity import Quantity
from regimekit.parsing.quantities import find_quantities, parse_quantity

WHOLE = st.integers(0, 10**15)
DECIMAL = st.integers(1, 10**6).filter(lambda n: n % 100).map(lambda n: n / 100)
UNIT = st.sampled_from(["people", "percent", "other"])
MAGNITUDE = st.sampled_from([None, *(10**power for power in range(13)), 10**15])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A quantity of any qualifier, as it is when it was written in its canonical form."""
    unit = draw(UNIT)
    number = st.one_of(WHOLE, DECIMAL)
    qualifier = draw(
        st.sampled_from(
            [
                "exact",
                "approximate",
                "at least",
                "more than",
                "at most",
                "less than",
                "range",
                "open range",
                "half vague",
                "vague",
            ]
        )
    )
    if qualifier == "vague":
        quantity = Quantity("", None, None, "vague", unit, draw(MAGNITUDE))
    elif qualifier == "half vague":
        ends = draw(st.sampled_from([(None, draw(WHOLE)), (draw(WHOLE), None)]))
        quantity = Quantity("", *ends, "open range", unit, draw(MAGNITUDE))
    elif qualifier.endswith("range"):
        low, high = sorted(draw(st.tuples(number, number)))
        quantity = Quantity("", low, high, qualifier, unit)
    else:
        value = draw(number)
        low = None if qualifier in ("at most", "less than") else value
        high = None if qualifier in ("at least", "more than") else value
        quantity = Quantity("", low, high, qualifier, unit)
    # what is counted is no part of the amount as written
    return msgspec.structs.replace(quantity, verbatim=quantity.canonical.removesuffix(" units"))


@given(quantities())
@example(Quantity("3-5000", 3, 5000, "range"))
@example(Quantity("1,937", 1937, 1937, "exact"))
@example(Quantity("several to 1,000", None, 1000, "open range", "people", 1))
def test_a_quantity_survives_being_written_and_read(quantity):
    assert parse_quantity(quantity.canonical) == quantity


PIECES = st.sampled_from(
    [
        *"0123456789",
        *",.-–—~+%$()/:;' \n",
        *(
            " million",
            " thousand",
            "k",
            " to ",
            " and ",
            "between ",
            "about ",
            "at least ",
            "up to ",
            " of ",
            " people",
        ),
        *("six", " hundred", "twenty-", "half a million", "several ", "tens of thousands", "a dozen", "from "),
        *("1937", "12,000", "1.5", " years", " killed", "Article ", "İ", "½", "#", "S-", "th", "3 million"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))


@given(TEXTS)
@example("3-5")
@example("from 5 to 3")
@example("İİ 5-6 million+ (est.)")
def test_what_is_found_lies_in_its_text_in_order_and_apart(text):
    end = 0
    for one in find_quantities(text):
        assert end <= one.start <= one.number < one.end <= len(text)
        assert text[one.start : one.end] == one.quantity.verbatim
        end = one.end


@given(TEXTS)
def test_bounds_are_in_order(text):
    for one in find_quantities(text):
        low, high = one.quantity.low, one.quantity.high
        assert low is None or high is None or low <= high
        assert (one.quantity.qualifier == "vague") == (low is None and high is None)


@given(TEXTS)
def test_what_is_found_can_be_written_and_read_again(text):
    for one in find_quantities(text):
        again = parse_quantity(one.quantity.canonical)
        assert again is not None
        assert msgspec.structs.replace(again, verbatim=one.quantity.verbatim) == one.quantity


@given(TEXTS, st.data())
def test_no_number_is_read_in_masked_spans(text, data):
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    masked = [(ends[0], ends[1]), (ends[2], ends[3])]
    for one in find_quantities(text, masked):
        assert not any(start <= one.number < end for start, end in masked)


@pytest.mark.parametrize(
    "piece", ["9", "1,", "six ", "six hundred ", "5;", "1 000 ", "5-", "(5 to ", "at least ", "a few "]
)
def test_reading_time_is_linear(piece, grows_linearly):
    assert grows_linearly(find_quantities, lambda size: piece * (10_000 * size))
