from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.estimates import compare, list_estimates
from regimekit.model import Dossier, Estimate, Quantity, Scope, Section, Span


def test_estimates_stand_as_in_the_file_under_event_or_heading(vale: Dossier) -> None:
    found = list_estimates([vale])
    assert [(one.what, one.estimate.quantity.verbatim) for one in found] == [
        ("Overview", "12,000-18,000"),
        ("The Harbour Strike", "300-400"),
        ("the harbour strike", "46"),
        ("The Harbour Strike", "hundreds"),
    ]


def test_measure_and_section(vale: Dossier) -> None:
    assert [one.estimate.quantity.verbatim for one in list_estimates([vale], measures=["detained"])] == ["hundreds"]
    assert len(list_estimates([vale], sections=["key_events"])) == 3
    assert list_estimates([vale], measures=["tortured"]) == ()


def test_what_counts_the_same_is_brought_together(vale: Dossier) -> None:
    groups = compare(list_estimates([vale]))
    assert [(group.what, group.measure, len(group.rows)) for group in groups] == [
        ("Overview", "deaths", 1),
        ("The Harbour Strike", "deaths", 2),
        ("The Harbour Strike", "detained", 1),
    ]


def test_two_dossiers_are_never_one_group(vale: Dossier) -> None:
    from msgspec.structs import replace

    other = replace(vale, path="other.md", slug="other")
    assert len(compare(list_estimates([vale, other]))) == 6


@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(["deaths", "injured"]), st.integers(0, 9)), max_size=9)
)
def test_comparing_loses_nothing_and_keeps_the_order_of_the_file(rows: list[tuple[str, str, int]]) -> None:
    estimates = tuple(
        Estimate(Span(n, n), Quantity(str(value), value, value, "exact"), measure, "", "other", Scope(what))  # type: ignore[arg-type]
        for n, (what, measure, value) in enumerate(rows, 1)
    )
    dossier = Dossier("a.md", "a", "", "", (Section(Span(1, 20), 2, "S", "other"),), estimates=estimates)
    groups = compare(list_estimates([dossier]))
    lines = [[row.estimate.span.first for row in group.rows] for group in groups]
    assert sorted(line for several in lines for line in several) == [one.span.first for one in estimates]
    assert all(several == sorted(several) for several in lines)
    assert [several[0] for several in lines] == sorted(several[0] for several in lines)
