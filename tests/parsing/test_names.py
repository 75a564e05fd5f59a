import pytest

from regimekit.parsing.names import Life, list_names, looks_like_a_name, read_life, read_name, split_names
from regimekit.schema import load_schema

split_honorific = load_schema().split_honorific

NAMES = [
    ("Ana Doe", "Ana Doe", (), None),
    ("General Ana Doe", "Ana Doe", (), "General"),
    ("Lt. General Ana Doe", "Ana Doe", (), "Lt. General"),
    ('Jean "Le Petit" Doe (1971-1986)', "Jean Doe", ("Le Petit",), None),
    ("Ana Doe (Maria Roe) (1925-1998)", "Ana Doe", ("Maria Roe",), None),
    ("King Otto II", "Otto II", (), "King"),
    ("Ana de la Roe", "Ana de la Roe", (), None),
    ("J.R. Doe", "J.R. Doe", (), None),
]


@pytest.mark.parametrize(("written", "name", "aliases", "honorific"), NAMES)
def test_a_name_is_freed_of_rank_nickname_and_brackets(written, name, aliases, honorific):
    read = read_name(written, split_honorific)
    assert (read.name, read.aliases, read.honorific) == (name, aliases, honorific)


LIVES = {
    "1878-1953": Life("1878", "1953", False),
    "c. 1925–2003": Life("c. 1925", "2003", False),
    "b. 1972": Life("1972", None, True),
    "?-1977": Life(None, "1977", True),
    "1937-": Life("1937", None, False),
    "d. 1938": Life(None, "1938", True),
    "born 1915, died 1989": Life("1915", "1989", True),
    "b. 1930; d. 1991": Life("1930", "1991", True),
    "1937-present": Life("1937", None, False),
}


@pytest.mark.parametrize(("written", "life"), LIVES.items())
def test_years_in_a_bracket(written, life):
    assert read_life(written) == life


@pytest.mark.parametrize("written", ["First Secretary", "1981", "Army", "13 shot", ""])
def test_other_brackets_are_no_life(written):
    assert read_life(written) is None


@pytest.mark.parametrize("written", ["Ana Doe", "Saif al-Islam Roe", "Doe", "Kim Il-sung", "Ömer Łoś", "Otto von Roe"])
def test_names_look_like_names(written):
    assert looks_like_a_name(written)


@pytest.mark.parametrize(
    "written",
    [
        "collective leadership",
        "Ministry of Defence",
        "12 officers",
        "The Inner Circle",
        "born in 1901",
        "Ana Doe was shot",
    ],
)
def test_phrases_do_not_look_like_names(written):
    assert not looks_like_a_name(written)


def test_two_people_in_one_entry_are_two_names():
    assert split_names("Ana Doe & Max Roe") == ["Ana Doe", "Max Roe"]
    assert split_names("Ana Doe and Max Roe (both shot)") == ["Ana Doe", "Max Roe (both shot)"]
    assert split_names("Law and order faction") == ["Law and order faction"]


def test_a_leader_row_lists_its_names_with_their_brackets():
    assert list_names("Ana Doe (1976-1981), Max Roe (1981); Li Poe and Jo Noe (chairmen, acting)") == [
        "Ana Doe (1976-1981)",
        "Max Roe (1981)",
        "Li Poe",
        "Jo Noe (chairmen, acting)",
    ]
