"""Regimes side by side: rows in the schema's order, cells as written, nothing invented."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from regimekit.analysis.side_by_side import Asked, Expected, Row, SideBySide, chosen, rows_named, side_by_side
from regimekit.analysis.traits import methods
from regimekit.model import Block, Dossier, Event, Field, HistoricalDate, Section, Span, Tag

ASKED = Asked(
    (
        Expected("country", "Country", True),
        Expected("dates", "Dates", True),
        Expected("duration", "Duration", True),
        Expected("death_toll", "Death Toll", True),
        Expected("capital", "Capital"),
    ),
    (Expected("overview", "Overview", True), Expected("fall", "Fall", True), Expected("timeline", "Timeline")),
    {"dates": "dates", "years in power": "dates"}.get,
    lambda text: ("military",) if "army" in text else (),
)


def row(side: SideBySide, id: str, group: str = "") -> Row:
    (found,) = [row for row in side.rows if row.id == id and group in ("", row.group)]
    return found


def texts(side: SideBySide, id: str, group: str = "") -> list[list[str]]:
    return [[entry.text for entry in cell] for cell in row(side, id, group).cells]


def test_fields_stand_as_written_with_their_lines(vale: Dossier, sarn: Dossier) -> None:
    side = side_by_side([vale, sarn], ASKED)
    assert [column.slug for column in side.columns] == ["north-vale", "port-sarn"]
    (entry,) = row(side, "dates").cells[0]
    assert (entry.text, entry.line) == ("1931-1944", 6)
    assert texts(side, "country") == [[], []]
    assert texts(side, "dates") == [["1931-1944"], []]


def test_a_toll_keeps_what_was_read_from_it(vale: Dossier, sarn: Dossier) -> None:
    side = side_by_side([vale, sarn], ASKED)
    (entry,) = row(side, "death_toll").cells[0]
    (estimate,) = entry.estimates
    assert (entry.text, estimate.quantity.low, estimate.quantity.high) == ("12,000-18,000", 12000, 18000)
    assert row(side, "death_toll").cells[1] == ()
    assert side.has_toll
    assert not chosen(side, rows_named(side, "dates")).has_toll


def test_the_duration_as_written_and_by_the_dates(vale: Dossier, sarn: Dossier) -> None:
    said = replace(vale, overview=(*vale.overview, Field(Span(8, 8), "Duration", "13 years", "duration")))
    side = side_by_side([said, sarn], ASKED)
    told = [(entry.text, entry.origin, entry.line) for entry in row(side, "duration").cells[0]]
    assert told == [
        ("13 years", "as written", 8),
        ("between 12 and 14 years", "by its dates (1931-1944)", None),
    ]
    assert row(side, "duration").cells[1] == ()


def test_labels_that_the_schema_does_not_know_are_kept(vale: Dossier, sarn: Dossier) -> None:
    fields = (
        Field(Span(1, 1), "Main Export", "Peat"),
        Field(Span(2, 2), "dates.regime start", "1931", header=True),
        Field(Span(3, 3), "rainfall", "much", header=True),
        Field(Span(4, 4), "Empty", " "),
        Field(Span(5, 5), "Last Updated", "2026", "updated", header=True),
    )
    other = (Field(Span(9, 9), "main export:", "Tin"),)
    side = side_by_side([replace(vale, overview=fields), replace(sarn, overview=other)], ASKED)
    assert texts(side, "main export") == [["Peat"], ["Tin"]]
    assert row(side, "main export").label == "Main Export"
    assert texts(side, "dates") == [["regime start: 1931"], []]
    assert row(side, "dates").cells[0][0].origin == "front matter"
    assert texts(side, "rainfall", "front_matter") == [["much"], []]
    assert not {"empty", "updated"} & {row.id for row in side.rows}


def test_sections_that_are_there_and_those_that_are_not(vale: Dossier) -> None:
    side = chosen(side_by_side([vale], ASKED))
    assert texts(side, "overview", "sections") == [["Overview"]]
    assert (texts(side, "fall"), row(side, "fall").required) == ([[]], True)
    assert "timeline" not in {row.id for row in side.rows}  # neither there nor required
    assert texts(side, "key_events") == [["Key Events"]]  # the schema of this test does not know it


def test_figures(vale: Dossier) -> None:
    side = side_by_side([vale], ASKED)
    assert texts(side, "leading") == [["Ana Lind"]]
    assert texts(side, "count") == [["2"]]
    assert [(entry.text, entry.line, entry.note) for entry in row(side, "first").cells[0]] == [
        ("Ana Lind", 10, "general (1931-1944)"),
        ("Per Osk", 11, "head of the Safety Office"),
    ]


def test_terms_come_from_the_type_the_classification_and_the_tags() -> None:
    dossier = Dossier(
        "a.md",
        "a",
        "A",
        "# A\n## Classification\nThe army rules.\n",
        sections=(Section(Span(2, 3), 2, "Classification", "classification"),),
        overview=(Field(Span(7, 7), "Regime", "Junta", "type", terms=("junta",)),),
        tags=(Tag(Span(9, 9), "x"), Tag(Span(9, 9), "y/z")),
    )
    side = side_by_side([dossier], ASKED)
    assert [(entry.text, entry.line, entry.origin) for entry in row(side, "classified").cells[0]] == [
        ("junta", 7, "Regime"),
        ("military", 2, "Classification section"),
    ]
    assert texts(side, "tags", "methods") == [["#x #y/z"]]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("- **Censorship**: every paper had a censor", "Censorship"),
        ("- **Censorship:** every paper", "Censorship"),
        ("**Censorship**", "Censorship"),
        ("1. **Fake party**: founded by the police", "Fake party"),
        ("  * __Card index__ — of all who travelled", "Card index"),
        ("- **Cheka** (1917-1922): founded by decree", "Cheka"),
        ("- **Cheka** - founded by decree", "Cheka"),
        # what is no label
        ("- **Nine hundred households** were registered", None),
        ("- The **Cheka**: founded by decree", None),
        ("- Censorship: every paper", None),
        ("- **May 4, 1961**: the first arrests", None),
        ("**Sources**: the files", None),
        ("- **Cheka**-like offices", None),
        ("- *Censorship*: every paper", None),
        ("    code **x**: y", None),
        ("", None),
    ],
)
def test_labels_under_methods_of_control(line: str, label: str | None) -> None:
    kind = "code" if line.startswith("    code") else "list"
    date = HistoricalDate("May 4, 1961", "1961-05-04", None, None, "day")
    dossier = Dossier(
        "a.md",
        "a",
        "A",
        f"## Methods of Control\n### Police\n{line}\n",
        sections=(
            Section(Span(1, 1), 2, "Methods of Control", "methods_of_control", None, (Block("heading", 1, 1),)),
            Section(
                Span(2, 3),
                3,
                "Police",
                "methods_of_control",
                None,
                (Block("heading", 2, 2), Block(kind, 3, 3)),  # type: ignore[arg-type]
            ),
        ),
        events=(Event(Span(3, 3), date, "x", "event", "methods_of_control"),) if "1961" in line else (),
    )
    (entry,) = methods(dossier)
    assert (entry.text, entry.line) == ("Police", 2)
    assert entry.parts == (((label, 3),) if label else ())


def test_several_sections_on_methods_are_told_apart() -> None:
    dossier = Dossier(
        "a.md",
        "a",
        "A",
        "## Police\n## Press\n",
        sections=(
            Section(Span(1, 1), 2, "Police", "methods_of_control"),
            Section(Span(2, 2), 2, "Press", "methods_of_control"),
        ),
    )
    assert [(entry.text, entry.line) for entry in methods(dossier)] == [("Police", 1), ("Press", 2)]


def test_rows_by_name(vale: Dossier) -> None:
    side = side_by_side([vale], ASKED)
    assert [row.id for row in rows_named(side, "death toll")] == ["death_toll"]
    assert [row.id for row in rows_named(side, "Capital")] == ["capital"]  # asked for by name, given or not
    assert [row.id for row in rows_named(side, "figures")] == ["leading", "count", "first"]
    assert [row.id for row in rows_named(side, "years in power", "dates")] == ["dates"]
    assert rows_named(side, "nothing") == ()
    assert chosen(side, rows_named(side, "capital")).rows[0].cells == ((),)


def test_only_what_differs(vale: Dossier) -> None:
    moved = replace(
        vale,
        path="z.md",
        overview=(
            replace(vale.overview[0], span=Span(99, 99), value=" 1931-1944"),
            replace(vale.overview[1], value="9"),
        ),
    )
    side = chosen(side_by_side([vale, moved], ASKED), differences=True)
    assert [row.id for row in side.rows] == ["death_toll"]  # another line is no difference, nor are blanks
    assert chosen(side_by_side([vale], ASKED), differences=True).rows == ()


def test_the_order_of_the_dossiers_changes_the_columns_and_nothing_else(vale: Dossier, sarn: Dossier) -> None:
    third = replace(sarn, path="a/third.md", slug="third", overview=(Field(Span(2, 2), "Flag", "Grey"),))
    other = replace(sarn, overview=(Field(Span(2, 2), "Anthem", "none"), Field(Span(3, 3), "FLAG", "Red")))
    dossiers = [vale, other, third]
    first = side_by_side(dossiers, ASKED)
    for order in itertools.permutations(range(3)):
        side = side_by_side([dossiers[place] for place in order], ASKED)
        assert [row.label for row in side.rows] == [row.label for row in first.rows]
        for mine, theirs in zip(side.rows, first.rows, strict=True):
            assert mine.cells == tuple(theirs.cells[place] for place in order)
            assert mine.differs == theirs.differs
