import pytest

from regimekit.analysis.glance import glance
from regimekit.analysis.outline import Headings, extent, parts, sections_named
from regimekit.model import Dossier, Span


def test_a_section_reaches_over_those_below_it(vale: Dossier) -> None:
    events = vale.section("key_events")
    assert events is not None
    assert extent(vale, events) == Span(13, 18)
    last = vale.section("comparisons")
    assert last is not None
    assert extent(vale, last) == Span(19, 21)


def test_sizes_do_not_count_blank_lines_nor_the_heading(vale: Dossier) -> None:
    found = {part.section.title: (part.lines, part.events, part.estimates) for part in parts(vale)}
    assert found == {
        "Overview": (4, 1, 1),
        "Key Figures": (2, 0, 0),
        "Key Events": (4, 1, 3),
        "Comparisons": (1, 0, 0),
    }


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ("key_events", ["Key Events"]),
        ("Key events", ["Key Events"]),
        ("strike", ["The Harbour Strike"]),
        ("STRIK", ["The Harbour Strike"]),
        ("key", ["Key Figures", "Key Events"]),
        ("north vale", []),  # the title is the dossier, not a part of it
        ("", []),
        ("nothing", []),
    ],
)
def test_sections_named(vale: Dossier, wanted: str, titles: list[str]) -> None:
    assert [section.title for section in sections_named(vale, wanted)] == titles


def test_the_heading_above_a_line(vale: Dossier) -> None:
    headings = Headings(vale)
    assert headings.above(17) == "The Harbour Strike"
    assert headings.above(13) == "Key Events"
    assert headings.above(1) is None


def test_at_a_glance(vale: Dossier) -> None:
    seen = glance(vale, {"north-vale", "port-sarn"})
    assert [(target.relation.target, target.written) for target in seen.relations] == [
        ("port-sarn", True),
        ("east-marsh", False),
    ]
    assert seen.years == (1931, 1944)
    assert (seen.attributed, seen.listed_sources, len(seen.figures)) == (2, 1, 2)
    toll = {field.id: estimates for field, estimates in seen.fields}["death_toll"]
    assert [estimate.quantity.verbatim for estimate in toll] == ["12,000-18,000"]


def test_a_dossier_with_nothing_in_it() -> None:
    seen = glance(Dossier("a.md", "a", "A", ""))
    assert (seen.years, seen.parts, seen.figures, seen.fields) == (None, (), (), ())
