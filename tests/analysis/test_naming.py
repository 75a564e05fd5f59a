"""Which statements name a person."""

from collections.abc import Callable

import pytest

from regimekit.analysis.naming import naming
from regimekit.analysis.timeline import Wanted, timeline
from regimekit.model import Dossier, Event, Person, Span

Told = Callable[..., Dossier]
LISTED = (
    Person(Span(1, 1), "Ana Maria Lind", ("the Clerk",)),
    Person(Span(2, 2), "Per Lind"),
    Person(Span(3, 3), "Max Price", ("Red",)),
    Person(Span(4, 4), "Wen Daolin"),
    Person(Span(5, 5), "Émile Okoro", ("Duma",)),
)


def meant(wanted: str, *titles: str, told: Told) -> list[str]:
    dossier = told(*(f"1931: {title}" for title in titles), people=LISTED)
    return [e.event.title for e in timeline([dossier], Wanted(person=naming(wanted, [dossier])))]


@pytest.mark.parametrize(
    ("wanted", "named", "not_named"),
    [
        (
            "Ana Maria Lind",
            ["Ana Maria Lind spoke", "Lind spoke", "ANA MARIA LIND'S SPEECH"],
            ["Per Lind spoke", "linden"],
        ),
        ("Per Lind", ["Per Lind spoke", "Lind's decree"], ["Ana Maria Lind spoke"]),
        ("Ana Maria Lind", ["The Clerk spoke"], ["A clerk spoke"]),
        ("okoro", ["Émile Okoro fled", "Emile Okoro fled", "Okoro-Bank"], ["Okoros"]),
        ("Emile Okoro", ["Duma spoke", "arrest of Duma"], ["The Duma Council met", "duma"]),
        ("Price", ["Price fled", "Max Price fled"], ["the price of bread doubled"]),
        ("Max Price", ["Red fled"], ["the Red Army came", "a red flag"]),
        # whose family name stands first is called by that
        ("Wen Daolin", ["Wen Daolin fled", "Wen fled", "the house of Wen"], ["when he fled", "Wen Hao fled"]),
        ("Wen", ["Wen Daolin fled", "Wen fled"], ["Daoline", "Wen Hao fled"]),
        ("Max", ["Max Price fled", "Max fled"], ["Max Roe fled"]),
        # nobody's name in the lists: the words, as text
        ("harbour", ["the Harbour burned", "at the harbour"], ["harbours"]),
        ("Harbour Union", ["The harbour union met"], ["The Harbour's Union"]),
    ],
)
def test_names(wanted: str, named: list[str], not_named: list[str], told: Told) -> None:
    assert meant(wanted, *named, *not_named, told=told) == named


def test_a_name_that_several_bear_means_all_of_them(told: Told) -> None:
    found = naming("Lind", [told("1931", people=LISTED)])
    assert found.meant == ("Ana Maria Lind", "Per Lind")
    assert meant("Lind", "Per Lind fled", "Ana Maria Lind fled", "Lind fled", told=told) == [
        "Per Lind fled",
        "Ana Maria Lind fled",
        "Lind fled",
    ]


def test_a_family_name_that_others_share_is_told(told: Told) -> None:
    assert naming("Per Lind", [told("1931", people=LISTED)]).shared == ("Ana Maria Lind",)
    assert naming("Okoro", [told("1931", people=LISTED)]).shared == ()


def test_the_same_person_in_two_dossiers_is_one(told: Told) -> None:
    one = told("1931", people=(Person(Span(1, 1), "Ana Maria Lind"),))
    other = told("1931", path="sarn.md", people=(Person(Span(1, 1), "Ana Lind", ("the Grey",)),))
    found = naming("Lind", [one, other])
    assert found.meant == ("Ana Maria Lind",)
    assert found.named_in("the Grey spoke")
    assert found.named_in("Ana Lind spoke")


def test_what_stands_under_a_persons_heading_in_the_list_of_people(told: Told) -> None:
    date = told("1931").events[0].date
    events = (
        Event(Span(2, 2), date, "resigned", "event", "key_figures", ("Key Figures", "Ana Maria Lind")),
        Event(Span(3, 3), date, "burned", "event", "key_events", ("Key Events", "Ana Maria Lind")),
    )
    dossier = Dossier("a.md", "a", "A", "", events=events, people=LISTED)
    found = timeline([dossier], Wanted(person=naming("Ana Maria Lind", [dossier])))
    assert [entry.event.title for entry in found] == ["resigned"]


@pytest.mark.parametrize("wanted", ["", " ", "?!", "\u202e"])
def test_what_is_no_name_names_nothing(wanted: str, told: Told) -> None:
    found = naming(wanted, [told("1931", people=LISTED)])
    assert not found.meant
    assert not found.named_in("Lind spoke")
