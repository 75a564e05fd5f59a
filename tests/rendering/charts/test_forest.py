"""A forest plot as a specification: what stands in it, and what never does."""

import json
import math

import pytest

from hostile import TEXTS
from regimekit.analysis.agreement import agreement
from regimekit.analysis.eras import Era
from regimekit.model import Attribution, Quantity
from regimekit.rendering.charts.eras import looks, split_at
from regimekit.rendering.charts.forest import charted, forest

BEFORE, SINCE = Era("Counts made before the archives opened", None, 1990), Era("since 1991", 1991, None)
RANGE = Quantity("6,000-20,000", 6_000, 20_000, "range")
EXACT = Quantity("66,000", 66_000, 66_000, "exact")
ABOUT = Quantity("~3,300", 3_300, 3_300, "approximate")
AT_LEAST = Quantity("at least 20,000", 20_000, None, "at least")
AT_MOST = Quantity("at most 4,800", None, 4_800, "at most")
OPEN = Quantity("15,000-20,000+", 15_000, 20_000, "open range")
VAGUE = Quantity("tens of thousands", None, None, "vague", magnitude=10_000)
ALL = (RANGE, EXACT, ABOUT, AT_LEAST, AT_MOST, OPEN, VAGUE)


def named(name, year=None, kind="scholar"):
    return Attribution(name, year, kind)


@pytest.fixture
def drawn(build):
    """The specification of some strata."""

    def drawn(*strata, title="North Vale"):
        return forest(strata, {build.path: build.dossier(title)}, "1.2.3")

    return drawn


@pytest.fixture
def of_all(build):
    return build.stratum(*(build.row(one, named(f"Author {at}", 1980 + at)) for at, one in enumerate(ALL)))


def marks(panel, field):
    """The marks of the layers that show a field along the axis."""
    return [layer["mark"] for layer in panel["layer"] if layer["encoding"].get("x", {}).get("field") == field]


def test_every_figure_has_one_row_in_the_order_of_the_stratum(build, drawn, of_all):
    (panel,) = build.panels(drawn(of_all))
    rows = panel["data"]["values"]
    assert [row["row"] for row in rows] == list(range(len(ALL)))
    assert [row["told"]["As written"] for row in rows] == [one.verbatim for one in ALL]
    assert panel["encoding"]["y"]["scale"]["domain"] == list(range(len(ALL)))
    assert panel["encoding"]["y"]["sort"] is None


def test_no_mark_stands_at_a_number_that_no_figure_gives(build, drawn, of_all):
    (panel,) = build.panels(drawn(of_all))
    given = {number for one in ALL for number in (one.low, one.high)} - {None}
    places = {"low", "high", "point", "approximate", "above", "below"}
    for row, quantity in zip(panel["data"]["values"], ALL, strict=True):
        shown = {row[place] for place in places & set(row)}
        assert shown <= {quantity.low, quantity.high}
        assert ("point" in row or "approximate" in row) is (quantity.low is not None and quantity.low == quantity.high)
    envelope = next(layer for layer in panel["layer"] if layer["mark"]["type"] == "rect")
    assert set(envelope["data"]["values"][0].values()) <= given


def test_ranges_are_bars_points_are_filled_and_approximate_ones_hollow(build, drawn, of_all):
    (panel,) = build.panels(drawn(of_all))
    assert [mark["type"] for mark in marks(panel, "low")] == ["rect", "rule"]
    assert [mark.get("filled") for mark in marks(panel, "point")] == [True]
    (hollow,) = marks(panel, "approximate")
    assert hollow["fill"] == "white"


@pytest.mark.parametrize(("end", "head", "way"), [("above", "triangle-right", 1), ("below", "triangle-left", -1)])
def test_open_ends_have_arrows_of_one_length(build, drawn, of_all, end, head, way):
    (panel,) = build.panels(drawn(of_all))
    shaft, bound, point = marks(panel, end)
    assert (shaft["type"], bound["type"], point["shape"]) == ("rule", "tick", head)
    assert shaft["x2Offset"] == point["xOffset"]
    assert math.copysign(1, shaft["x2Offset"]) == way
    open_rows = [row["told"]["As written"] for row in panel["data"]["values"] if end in row]
    assert open_rows == ([AT_LEAST.verbatim, OPEN.verbatim] if end == "above" else [AT_MOST.verbatim])


def test_arrows_end_within_the_panel(build, drawn):
    (panel,) = build.panels(drawn(build.stratum(build.row(AT_LEAST), build.row(AT_MOST))))
    low, high = axis_of(panel)["scale"]["domain"]
    pixels = panel["width"] / math.log(high / low)
    assert math.log(high / 20_000) * pixels >= 30
    assert math.log(4_800 / low) * pixels >= 30


def axis_of(panel):
    return next(x for layer in panel["layer"] if "axis" in (x := layer["encoding"].get("x", {})))


def test_each_panel_has_a_log_axis_of_its_own(build, drawn):
    small = build.stratum(build.row(Quantity("46", 46, 46, "exact")), build.row(Quantity("90", 90, 90, "exact")))
    large = build.stratum(build.row(EXACT), build.row(RANGE), what=None)
    spec = drawn(small, large)
    axes = [axis_of(panel) for panel in build.panels(spec)]
    assert [axis["scale"]["type"] for axis in axes] == ["log", "log"]
    assert axes[0]["scale"]["domain"][1] < axes[1]["scale"]["domain"][0]
    assert [axis["axis"]["title"] for axis in axes] == ["deaths (log scale)"] * 2
    # every layer along an axis says the same, and no scale is shared between views: that is a concatenation's default
    for panel in build.panels(spec):
        scales = [x["scale"] for layer in panel["layer"] if "scale" in (x := layer["encoding"].get("x", {}))]
        assert all(scale == scales[0] for scale in scales)
    assert "x" not in spec.get("resolve", {}).get("scale", {})


def test_each_panel_is_named(build, drawn):
    spec = drawn(build.stratum(build.row(EXACT), build.row(RANGE), where="the harbour", years=(1934, 1935)))
    assert build.panels(spec)[0]["title"]["text"] == ["Deaths: Strike; in the harbour; period 1934-1935"]


def test_the_envelope_and_the_median_are_those_of_the_stratum(build, drawn, of_all):
    agreed = agreement(of_all)
    (panel,) = build.panels(drawn(of_all))
    assert agreed.median is not None
    bands = [layer for layer in panel["layer"] if layer["mark"]["type"] == "rect"]
    assert [band["data"]["values"] for band in bands] == [[{"low": 3_300, "high": 66_000}]]
    lines = [layer for layer in panel["layer"] if "median" in str(layer.get("data"))]
    assert {line["mark"]["type"] for line in lines} == {"rule", "text"}
    assert lines[0]["mark"]["strokeDash"]
    for line in lines:
        (value,) = line["data"]["values"]
        assert value["median"] == pytest.approx(agreed.median.value, rel=1e-5)
        assert f"({agreed.median.count} authors)" in value["text"]
    assert "open below and above" in panel["title"]["subtitle"][0]


def test_too_few_authors_have_no_median(build, drawn):
    (panel,) = build.panels(drawn(build.stratum(build.row(EXACT, named("A")), build.row(RANGE, named("B")))))
    assert "median" not in json.dumps(panel)


def test_one_figure_has_no_envelope(build, drawn):
    (panel,) = build.panels(drawn(build.stratum(build.row(RANGE))))
    assert all(layer["mark"]["type"] != "rect" for layer in panel["layer"])
    assert "subtitle" not in panel["title"]


def test_an_envelope_from_0_is_told_and_not_drawn(build, drawn):
    (panel,) = build.panels(
        drawn(build.stratum(build.row(Quantity("0", 0, 0, "exact")), build.row(EXACT), build.row(RANGE)))
    )
    assert all(layer["mark"]["type"] != "rect" for layer in panel["layer"])
    assert "0 – 66,000" in panel["title"]["subtitle"][0]


def test_vague_amounts_are_words_without_a_mark(build, drawn, of_all):
    (panel,) = build.panels(drawn(of_all))
    row = panel["data"]["values"][-1]
    assert not {"low", "high", "point", "approximate", "above", "below"} & set(row)
    (words,) = [layer for layer in panel["layer"] if layer["encoding"].get("text", {}).get("field") == "words"]
    assert [value["words"] for value in words["data"]["values"]] == ["“tens of thousands”"]


def test_eras_have_a_colour_and_a_shape_each_from_the_earliest_on(build):
    eras = [SINCE, None, Era("1960s", 1960, 1969), BEFORE, Era("Recent research", None, None), SINCE]
    shown = looks(build.row(EXACT, None, era) for era in eras)
    names = ["before 1991", "1960s", "since 1991", "Recent research", "year not given"]
    assert [look.name for look in shown] == names
    assert len({look.shape for look in shown}) == len({look.colour for look in shown}) == len(names)


def test_many_eras_differ_in_colour_or_shape(build):
    shown = looks(build.row(EXACT, None, Era(f"{year}s", year, year + 9)) for year in range(1840, 2030, 10))
    assert len({(look.colour, look.shape) for look in shown}) == len(shown) == 19


def test_figures_are_divided_at_the_year_asked_for(build):
    authors = [named("A", 1986), named("B", 1999), None, named("C", 2003)]
    eras = [BEFORE, Era("1990s", 1990, 1999), None, Era("Recent research", None, None)]
    divided = split_at(
        build.stratum(*(build.row(EXACT, one, era) for one, era in zip(authors, eras, strict=True))), 1995
    )
    assert [row.era and row.era.label for row in divided.rows] == ["before 1995", "since 1995", None, "since 1995"]
    assert [look.name for look in looks(divided.rows)] == ["before 1995", "since 1995", "year not given"]


def test_what_is_in_no_median_is_in_italics(build, drawn):
    rows = build.row(EXACT, summary=True), build.row(RANGE, documented=True), build.row(ABOUT, named("A"))
    (panel,) = build.panels(drawn(build.stratum(*rows)))
    assert [value["outside"] for value in panel["data"]["values"]] == [True, True, False]
    labels = [layer for layer in panel["layer"] if layer["encoding"].get("text", {}).get("field") == "label"]
    assert {(layer["transform"][0]["filter"]["and"][0]["equal"], layer["mark"]["fontStyle"]) for layer in labels} == {
        (True, "italic"),
        (False, "normal"),
    }


def test_a_figure_told_twice_is_no_comparison(build):
    assert charted(
        [
            build.stratum(build.row(EXACT), build.row(EXACT, repeats=10)),
            two := build.stratum(build.row(EXACT), build.row(RANGE)),
        ]
    ) == (two,)


def test_strata_with_two_numbers_are_drawn_and_others_only_where_there_are_none(build):
    two, one = build.stratum(build.row(EXACT), build.row(RANGE)), build.stratum(build.row(EXACT), build.row(VAGUE))
    none = build.stratum(build.row(VAGUE), build.row(Quantity("0", 0, 0, "exact")))
    assert charted([none, one, two]) == (two,)
    assert charted([none, one]) == (one,)
    assert charted([none]) == ()
    elsewhere = type(one)("port-sarn", "port-sarn.md", "deaths", None, one.rows)
    assert charted([none, elsewhere, one, two]) == (elsewhere, two)  # no dossier is left out for another's sake


def test_the_caption_says_what_is_not_drawn(build, of_all):
    spec = forest([of_all], {build.path: build.dossier()}, "1.2.3", left_out=19)
    assert "Not drawn: 19 more, in which fewer than two figures have a number." in json.dumps(spec["vconcat"][-1])


def test_several_regimes_are_named_above_their_panels(build):
    other = build.stratum(build.row(EXACT), build.row(RANGE))
    other = type(other)("port-sarn", "port-sarn.md", "deaths", None, other.rows)
    dossiers = {build.path: build.dossier(), "port-sarn.md": build.dossier("Port Sarn", path="port-sarn.md")}
    spec = forest([build.stratum(build.row(EXACT), build.row(RANGE)), other], dossiers, "1.2.3")
    assert [panel["title"]["text"][0] for panel in build.panels(spec)] == ["North Vale", "Port Sarn"]
    assert spec["usermeta"]["title"] == "Estimates of 2 regimes, each for itself"


def test_the_caption_says_what_this_is_and_what_it_is_not(build, drawn, of_all):
    text = drawn(of_all)["vconcat"][-1]["data"]["values"][0]["text"]
    assert "overlap and differ in what they count; they are not added up or ranked" in text
    assert f"Read by regimekit 1.2.3 from {build.path}." in text


def test_the_same_strata_give_the_same_specification(drawn, of_all):
    assert json.dumps(drawn(of_all)) == json.dumps(drawn(of_all))


HOSTILE = TEXTS


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_text(build, drawn, text):
    rows = [build.row(one, named(text or "x"), Era(text), text=text, caption=text) for one in (*ALL, *ALL)]
    spec = drawn(build.stratum(*rows, what=text, where=text), title=text)
    written = json.dumps(spec, ensure_ascii=False).encode().decode()
    assert not set(written) & set("\x1b\x07\x00\x9b\ufffe\uffff\u202e")
    assert len({row["label"] for row in build.panels(spec)[0]["data"]["values"]}) == len(rows)
