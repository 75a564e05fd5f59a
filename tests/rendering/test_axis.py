"""A log axis in characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.agreement import Envelope
from regimekit.model import Quantity
from regimekit.rendering.axis import ASCII, NARROWEST, axis_of


def drawn(low: int | None, high: int | None, qualifier: str, width: int = 31) -> str:
    axis = axis_of([1000, 1_000_000], width)
    assert axis is not None
    return axis.draw(Quantity("x", low, high, qualifier)).rstrip()  # type: ignore[arg-type]


def test_ranges_are_bars_points_points_and_open_ends_arrows() -> None:
    bar, point = drawn(2000, 200_000, "range").strip(), drawn(20_000, 20_000, "exact").strip()
    assert (bar[0], bar[-1], set(bar[1:-1])) == ("├", "┤", {"─"})
    assert point == "●"
    assert drawn(20_000, 20_000, "approximate").strip() == "○"
    up, down, more = (
        drawn(20_000, None, "at least").strip(),
        drawn(None, 20_000, "at most"),
        drawn(2000, 20_000, "open range").strip(),
    )
    assert (up[0], up[-1]) == ("├", "►")
    assert (down[0], down[-1]) == ("◄", "┤")
    assert (more[0], more[-1], more.count("┤")) == ("├", "►", 1)
    assert drawn(None, None, "vague") == ""


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        ([9_000, 1_200_000], "10k 100k 1M"),
        ([3_300_000, 66_000_000], "5M 10M 20M 50M"),
        ([85, 1000], "100 200 500 1k"),
        ([12, 12], "10 15"),
    ],
)
def test_labels_are_round_and_in_order(numbers: list[int], labels: str) -> None:
    axis = axis_of(numbers, 40)
    assert axis is not None
    found = axis.labels().split()
    assert [label for label in labels.split() if label in found] == labels.split()


def test_what_has_no_place_on_a_log_axis() -> None:
    assert axis_of([0], 40) is None
    assert axis_of([], 40) is None
    assert axis_of([5], NARROWEST - 1) is None


_ENDS = st.integers(1, 10**9)


@given(
    _ENDS, _ENDS, st.integers(NARROWEST, 80), st.sampled_from(("range", "open range", "at least", "at most", "exact"))
)
def test_all_that_is_drawn_is_as_wide_as_the_axis(one: int, other: int, width: int, qualifier: str) -> None:
    low, high = sorted((one, other))
    axis = axis_of([low, high], width)
    assert axis is not None
    ends = {"at least": (low, None), "at most": (None, high), "exact": (low, low)}.get(qualifier, (low, high))
    quantity = Quantity("x", *ends, qualifier)  # type: ignore[arg-type]
    marks = [axis.labels(), axis.rule(), axis.draw(quantity), axis.draw_median(low)]
    marks += [axis.draw_envelope(Envelope(low, high, open_low, True)) for open_low in (True, False)]
    assert {len(mark) for mark in marks} == {width}
    assert axis.ticks()
    assert axis.labels().strip()
    assert 0 <= axis.place(low) <= axis.place(high) < width


@given(_ENDS, _ENDS, st.integers(NARROWEST, 80))
def test_plain_letters_are_enough(one: int, other: int, width: int) -> None:
    low, high = sorted((one, other))
    axis = axis_of([low, high], width, ASCII)
    assert axis is not None
    for quantity in (
        Quantity("x", low, high, "range"),
        Quantity("x", low, None, "at least"),
        Quantity("x", None, high, "at most"),
    ):
        assert axis.draw(quantity).isascii()
    assert (axis.labels() + axis.rule() + axis.draw_envelope(Envelope(low, high))).isascii()
