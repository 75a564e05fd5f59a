import pytest

from regimekit.analysis.namesakes import is_called, is_full, is_fuller, is_part, name_key, surely_same_person
from regimekit.model import Person, Span


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Muammar al-Gaddafi", "muammar gaddafi"),
        ("Al-Bashir", "bashir"),
        ("Émile Okoro", "emile okoro"),
        ("Lind, Ana", "ana lind"),
        ("Karl Moss, Jr.", "karl moss jr"),
        ("Karl Moss Jr.", "karl moss jr"),
        ("Leopold III", "leopold iii"),
        ("Kim Il-sung", "kim il sung"),
        ("Ben Adeyo", "ben adeyo"),
        ("E. Okoro", "e okoro"),
        ("毛泽东", "毛泽东"),
        ("von der", "von der"),
        ("…", ""),
    ],
)
def test_the_normal_form_of_a_name(name: str, key: str) -> None:
    assert " ".join(name_key(name)) == key


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ana Lind", True),
        ("Lind", False),
        ("George II", False),
        ("Karl Jr.", False),
        ("J. Lind", False),
        ("B.J. Lind", True),
        ("al-Lind", False),
    ],
)
def test_a_full_name_has_two_words(name: str, full: bool) -> None:
    assert is_full(name_key(name)) is full


@pytest.mark.parametrize(
    ("short", "long", "fuller", "part"),
    [
        ("Ana Lind", "Ana Maria Lind", True, True),
        ("Ana Lind", "Ana Lind Osk", True, True),
        ("Ana Lind", "Lind Ana", False, True),  # in many countries two people
        ("Lind", "Ana Lind", False, True),
        ("Ana", "Ana Lind", False, True),
        ("Maria", "Ana Maria Lind", False, False),
        ("A. Lind", "Ana Lind", False, True),
        ("K. Lind", "Ana Lind", False, False),
        ("Karl Moss", "Karl Moss Jr.", False, True),
        ("Karl Moss Jr.", "Karl Moss Sr.", False, False),
        ("George II", "George III", False, False),
        ("Karl Moss Jr.", "Karl Anders Moss Jr.", True, True),
        ("Saif al-Islam Lind", "Saif al-Arab Lind", False, False),
        ("Ana Lind", "Ana Osk", False, False),
    ],
)
def test_shorter_and_fuller_names(short: str, long: str, fuller: bool, part: bool) -> None:
    a, b = name_key(short), name_key(long)
    assert (is_fuller(a, b), is_part(a, b)) == (fuller, part)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Person(Span(1, 1), "Ana Lind"), Person(Span(1, 1), "Ana Maria Lind"), True),
        (Person(Span(1, 1), "Sala Tor", ("Ana Lind",)), Person(Span(1, 1), "Ana Lind"), True),
        (Person(Span(1, 1), "Lind"), Person(Span(1, 1), "Lind"), False),
        (Person(Span(1, 1), "Ali Hassan"), Person(Span(1, 1), "Hassan Ali"), False),
    ],
)
def test_two_words_make_sure(one: Person, other: Person, same: bool) -> None:
    assert surely_same_person(one, other) is same


@pytest.mark.parametrize(
    ("written", "wanted", "called"),
    [
        ("Rut Olin", "olin", True),
        ("Olin", "Rut Olin", True),
        ("R. Olin", "Rut Olin", True),
        ("Ana Olin", "Rut Olin", False),
        ("Olinsky", "olin", False),
        ("José Núñez", "nunez", True),
        ("Alex de Waal", "de Waal", True),
        ("Yan Jis", "Yan", True),
        ("", "olin", False),
    ],
)
def test_a_scholar_is_found_by_family_name(written: str, wanted: str, called: bool) -> None:
    assert is_called(written, wanted) is called
