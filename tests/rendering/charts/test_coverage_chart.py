"""A heat map as a specification: every cell stands in it, and what is missing never looks like what is there."""

import pytest

from regimekit.rendering.charts.coverage import HIGH, heat_map


@pytest.fixture
def drawn(build):
    def drawn(*names, title="Fall"):
        found = build.covered(*names, title=title)
        return heat_map(found, {one.coverage.path: one.coverage.slug for one in found.dossiers}, "1.2.3")

    return drawn


def picture(spec):
    (view,) = (view for view in spec["vconcat"] if isinstance(view["height"], dict))
    return view


def shown(spec, state):
    """The marks that show a state, and no other."""
    return [
        layer["mark"]
        for layer in picture(spec)["layer"]
        if layer.get("transform") == [{"filter": {"field": "state", "equal": state}}]
    ]


def test_every_cell_has_its_place_and_its_words(drawn):
    spec = drawn("vale", "sarn")
    cells = picture(spec)["data"]["values"]
    assert [(cell["row"], cell["column"]) for cell in cells] == [(row, at) for row in range(2) for at in range(16)]
    assert [cell["state"] for cell in cells[:6]] == ["thin", "filled", "joined", "empty", "missing", "absent"]
    assert [cell.get("shade") for cell in cells[:6]] == ["1-49 words", "300-599 words", None, None, None, None]
    assert cells[1]["told"]["Words"] == "400"
    assert cells[1]["told"]["Place"] == "vale.md:1"
    assert picture(spec)["encoding"]["y"]["scale"]["domain"] == [0, 1]


def test_rows_stand_in_the_order_given_and_columns_in_that_of_the_schema(drawn):
    spec = drawn("vale", "sarn", "mire")
    texts = [layer["data"]["values"] for layer in picture(spec)["layer"] if "data" in layer]
    assert [value["name"] for value in texts[0]] == ["vale", "sarn", "mire"]
    assert [value["name"] for value in texts[1]][:3] == ["Overview", "Fall", "Aftermath"]


def test_only_what_has_words_has_a_colour(drawn):
    (coloured,) = (layer for layer in picture(drawn("vale"))["layer"] if "color" in layer.get("encoding", {}))
    assert coloured["transform"] == [{"filter": "isValid(datum.shade)"}]
    assert coloured["encoding"]["color"]["field"] == "shade"


def test_missing_empty_thin_and_joined_have_marks_of_their_own(drawn):
    spec = drawn("vale")
    marks = [shown(spec, state) for state in ("missing", "empty", "thin", "joined")]
    assert all(len(mark) == 1 for mark in marks)
    assert len({mark[0]["shape"] for mark in marks}) == 4
    assert shown(spec, "absent") == shown(spec, "filled") == []


def test_the_key_says_what_occurs_and_nothing_else(drawn):
    key = drawn("vale")["vconcat"][2]["data"]["values"]
    assert [entry["text"] for entry in key] == [
        "1-49 words",
        "300-599 words",
        "required and missing",
        "a heading without a word below it",
        "thin: fewer than 50 words and 3 lines with records (sources: too few listed)",
        "in one section with another",
    ]


def test_of_many_the_sections_are_named_below_as_well(drawn):
    few, many = (drawn(*(f"d{at}" for at in range(count))) for count in (3, 41))
    ends = [
        [layer["encoding"]["y"]["value"] for layer in picture(spec)["layer"] if "angle" in layer["mark"]]
        for spec in (few, many)
    ]
    assert ends == [[-8], [-8, 41 * HIGH + 8]]


def test_the_title_says_of_what(drawn):
    assert drawn("vale", "sarn")["usermeta"]["title"] == "Coverage of 2 dossiers"
    assert drawn("vale", title="North Vale")["usermeta"]["title"] == "Coverage: North Vale"
    assert "22 required and missing" in drawn("vale", "sarn")["description"]
