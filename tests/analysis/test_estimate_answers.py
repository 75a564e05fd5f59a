from regimekit.analysis.estimates import list_estimates
from regimekit.model import Dossier


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
