from msgspec.structs import replace

from regimekit.analysis.figures import figures, role_text
from regimekit.model import Dossier, Person, Role, Span


def test_the_leader_row_and_the_entry_are_one_person(vale: Dossier) -> None:
    lind, osk = figures(vale)
    assert lind.name == "Ana Lind"
    assert lind.lines == (6, 10)
    assert lind.leader
    assert lind.aliases == ("Ana Maria Lind",)
    assert (lind.born and lind.born.verbatim, lind.died and lind.died.verbatim) == ("1880", "1944")
    assert [role_text(role) for role in lind.roles] == ["general (1931-1944)"]
    assert (osk.name, osk.lines, osk.groups, osk.leader) == ("Per Osk", (11,), ("Police",), False)


def people(*several: Person) -> Dossier:
    return Dossier("a.md", "a", "A", "", people=several)


def test_accents_and_case_do_not_make_two_people() -> None:
    found = figures(people(Person(Span(1, 1), "Émile Okoro"), Person(Span(5, 5), "EMILE OKORO", fate="exiled")))
    assert [(one.name, one.lines, one.fate) for one in found] == [("Émile Okoro", (1, 5), "exiled")]


def test_a_shared_surname_is_not_the_same_person() -> None:
    found = figures(people(Person(Span(1, 1), "Ana Lind", leader=True), Person(Span(2, 2), "Per Lind")))
    assert [one.name for one in found] == ["Ana Lind", "Per Lind"]
    found = figures(people(Person(Span(1, 1), "Lind", leader=True), Person(Span(2, 2), "Ana Lind")))
    assert len(found) == 2


def test_a_longer_name_is_another_person_where_no_leader_row_says_otherwise() -> None:
    assert len(figures(people(Person(Span(1, 1), "Ana Lind"), Person(Span(2, 2), "Ana Lind Osk")))) == 2


def test_a_name_that_fits_two_people_joins_neither() -> None:
    three = people(
        Person(Span(1, 1), "Ana Lind Osk"),
        Person(Span(2, 2), "Ana Lind Brandt"),
        Person(Span(3, 3), "Ana Lind", leader=True),
    )
    assert [one.lines for one in figures(three)] == [(1,), (2,), (3,)]


def test_a_dossier_without_people(vale: Dossier) -> None:
    assert figures(replace(vale, people=())) == ()


def test_a_role_without_term() -> None:
    assert role_text(Role("minister")) == "minister"
