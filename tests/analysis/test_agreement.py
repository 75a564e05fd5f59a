"""What is said of figures together, and what is not."""

import math

import pytest
from msgspec.structs import replace

from regimekit.analysis.agreement import agreement, central, pairs, reach, relation
from regimekit.analysis.eras import Era
from regimekit.model import Quantity


def test_the_envelope_runs_from_the_lowest_to_the_highest_number(figure, stratum) -> None:
    said = agreement(stratum(figure(20, 40, "A"), figure(100, None, "B", qualifier="at least"), figure(30, 60, "C")))
    assert (said.envelope.low, said.envelope.high) == (20, 100)
    assert (said.envelope.open_low, said.envelope.open_high) == (False, True)
    assert (said.envelope.lowest, said.envelope.highest) == (0, 1)
    assert said.envelope.fold == 5


def test_a_missing_bound_is_not_0(figure, stratum) -> None:
    said = agreement(stratum(figure(None, 50, "A", qualifier="at most"), figure(80, 90, "B")))
    assert (said.envelope.low, said.envelope.open_low) == (50, True)


def test_vague_amounts_are_not_computed_with(figure, stratum) -> None:
    said = agreement(stratum(figure(None, None, "A", qualifier="vague"), figure(None, None, "B", qualifier="vague")))
    assert said.envelope is None
    assert said.median is None
    assert pairs(stratum(figure(None, None, "A", qualifier="vague"), figure(5, 9, "B"))) == ()


def test_the_median_is_one_in_log_space(figure, stratum) -> None:
    assert agreement(stratum(figure(10, author="A"), figure(100, author="B"))).median is None  # two are too few
    said = agreement(stratum(figure(10, author="A"), figure(20, 80, "B"), figure(1000, author="C")))
    assert math.isclose(said.median.value, 40)  # the geometric mean of 20 and 80
    four = agreement(
        stratum(figure(10, author="A"), figure(20, 80, "B"), figure(90, author="C"), figure(1000, author="D"))
    )
    assert math.isclose(four.median.value, 60)  # of 40 and 90, geometrically
    assert four.median.count == 4


def test_open_and_documented_figures_and_summaries_are_no_voices(figure, stratum) -> None:
    closed = [figure(10, author="A"), figure(20, author="B")]
    for other in (
        figure(30, None, "C", qualifier="at least"),
        figure(30, 60, "C", qualifier="open range"),
        figure(None, 60, "C", qualifier="at most"),
        figure(0, author="C"),
        figure(30),  # nobody is named
    ):
        assert agreement(stratum(*closed, other)).median is None
    three = stratum(*closed, figure(30, author="C"))
    assert agreement(three).median is not None
    documented = replace(three, rows=(*three.rows[:2], replace(three.rows[2], documented=True)))
    assert agreement(documented).median is None


def test_an_author_counts_once_with_his_latest_work(figure, stratum) -> None:
    said = agreement(
        stratum(
            figure(10, author="Ostrow", year=1971),
            figure(40, author="Ivo Ostrow", year=1996),
            figure(90, author="Ostrow"),
            figure(1000, author="Lind"),
        )
    )
    assert said.median is None
    assert [(voice.name, voice.rows, round(voice.central)) for voice in said.voices] == [
        ("Ostrow", (0, 1, 2), 40),
        ("Lind", (3,), 1000),
    ]


def test_several_figures_of_one_year_are_a_range(figure, stratum) -> None:
    said = agreement(stratum(figure(10, author="Ostrow", year=1971), figure(1000, author="Ostrow", year=1971)))
    assert [round(voice.central) for voice in said.voices] == [100]


def test_official_against_scholarly(figure, stratum) -> None:
    said = agreement(stratum(figure(5, author="Ministry", kind="official"), figure(20, 40, "A"), figure(30, 60, "B")))
    assert [(side.name, side.rows) for side in said.kinds] == [("official", (0,)), ("scholarly", (1, 2))]
    assert said.between == "disjoint"
    assert agreement(stratum(figure(20, 40, "A"))).kinds == ()


def test_before_against_since_a_year(figure, stratum) -> None:
    rows = stratum(
        figure(5, author="A", year=1980), figure(6, author="B", year=1991), figure(7, author="C"), figure(8, author="D")
    )
    captioned = replace(rows.rows[3], era=Era("Estimates before 1991", None, 1990), era_in_caption=True)
    sides = agreement(replace(rows, rows=(*rows.rows[:3], captioned)), 1991).split
    assert [(side.name, side.rows) for side in sides] == [
        ("before 1991", (0, 3)),
        ("since 1991", (1,)),
        ("year not given", (2,)),
    ]


def test_a_work_within_a_decade_has_the_side_of_its_year(figure, stratum) -> None:
    one = stratum(figure(5, author="A", year=1995))
    decade = replace(one.rows[0], era=Era("1990s", 1990, 1999))
    assert agreement(replace(one, rows=(decade,)), 1991).split[1].rows == (0,)
    # a caption that leaves it open is not overruled by a later edition
    said = replace(one.rows[0], era=Era("Cold War estimates"), era_in_caption=True)
    assert agreement(replace(one, rows=(said,)), 1991).split[2].rows == (0,)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((1, 2), (3, 4), "disjoint"),
        ((1, 3), (3, 4), "overlap"),
        ((1, 3), (2, 4), "overlap"),
        ((1, 4), (2, 3), "nested"),
        ((1, 4), (1, 3), "nested"),
        ((2, 2), (1, 3), "nested"),
        ((1, 3), (1, 3), "equal"),
        ((5, math.inf), (0, 4), "disjoint"),
        ((5, math.inf), (6, 9), "nested"),
    ],
)
def test_how_two_ranges_lie(one, other, expected) -> None:
    assert relation(one, other) == expected
    assert relation(other, one) == expected


def quantity(low: int | None, high: int | None, qualifier: str) -> Quantity:
    return Quantity("", low, high, qualifier)  # type: ignore[arg-type]


def test_more_than_a_number_does_not_hold_it() -> None:
    above, below = reach(quantity(500, None, "more than")), reach(quantity(None, 500, "at most"))
    assert relation(above, below) == "disjoint"
    assert relation(reach(quantity(500, None, "at least")), below) == "overlap"
    assert reach(quantity(5, 9, "open range")) == (5, math.inf)


def test_what_has_no_central_value() -> None:
    assert central(quantity(4, 9, "range")) == 6
    assert central(quantity(5, 5, "approximate")) == 5
    for open_one in (quantity(4, 9, "open range"), quantity(4, None, "at least"), quantity(0, 9, "range")):
        assert central(open_one) is None


def test_repetitions_are_not_paired(figure, stratum) -> None:
    rows = stratum(figure(5, author="A", line=1), figure(5, author="A", line=2), figure(9, author="B", line=3))
    repeated = replace(rows, rows=(rows.rows[0], replace(rows.rows[1], repeats=1), rows.rows[2]))
    assert [(pair.one, pair.other, pair.relation) for pair in pairs(repeated)] == [(0, 2, "disjoint")]
