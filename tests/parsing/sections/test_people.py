import pytest

from regimekit.parsing.sections.people import read_people

FIGURES = "# T\n\n## Key Figures\n"


def people(read, text):
    return read_people(read(text))


def test_a_list_of_people(read):
    ana, max_, li = people(
        read,
        FIGURES
        + "- **Ana Doe** (1901-1953) — General Secretary, later Premier (1941-1953)\n"
        + "- **General Max Roe (Red Max)** — Head of police, executed 1938\n"
        + "- Li Poe - minister; fled in 1950\n",
    )
    assert (ana.name, ana.born.edtf, ana.died.edtf, ana.span.first) == ("Ana Doe", "1901", "1953", 4)
    assert [(role.title, role.term and role.term.edtf) for role in ana.roles] == [
        ("General Secretary", None),
        ("later Premier", "1941/1953"),
    ]
    assert (max_.name, max_.honorific, max_.aliases) == ("Max Roe", "General", ("Red Max",))
    assert (max_.fate, max_.died.edtf) == ("executed 1938", "1938")
    assert (li.name, li.fate) == ("Li Poe", "fled in 1950")


def test_two_people_in_one_entry_are_two_records_of_one_line(read):
    found = people(read, FIGURES + "- **Ana Doe & Max Roe** — rivals, shot 1936\n")
    assert [(person.name, person.span.first) for person in found] == [("Ana Doe", 4), ("Max Roe", 4)]


def test_names_joined_by_a_plus_and_a_name_with_a_particle(read):
    found = people(
        read, "# T\n\n## Key Figures\n- Ana Doe + Max Roe: judges\n- Li ould Poe: envoy\n- Ana Doe + staff\n"
    )
    assert [person.name for person in found] == ["Ana Doe", "Max Roe", "Li ould Poe"]


def test_a_table_of_people_with_its_columns_in_any_order(read):
    (person,) = people(
        read,
        FIGURES + "| Role | Name | Fate |\n|---|---|---|\n| Prime Minister (1954-1960) | **Ana Doe** | Died 1979 |\n",
    )
    assert (person.name, person.fate, person.died.edtf) == ("Ana Doe", "Died 1979", "1979")
    assert person.roles[0].term.edtf == "1954/1960"


def test_people_under_headings_of_their_own_and_what_is_said_of_them_is_no_further_person(read):
    found = people(
        read,
        FIGURES
        + "### Ana Doe (1901-1953)\n- Born in the north\n- First Secretary\n\n### Inner Circle\n- **Max Roe** - minister\n",
    )
    assert [(person.name, person.group) for person in found] == [("Ana Doe", None), ("Max Roe", "Inner Circle")]


def test_the_leader_row(read):
    found = people(
        read,
        "# T\n\n## Overview\n| Field | Value |\n|---|---|\n| Dates | 1976-1983 |\n"
        "| Leader(s) | General Ana Doe (1976-1981), Max Roe (1981); Li Poe, Jo Noe (earlier chairmen) |\n",
    )
    assert [person.name for person in found] == ["Ana Doe", "Max Roe", "Li Poe", "Jo Noe"]
    assert all(person.leader and person.span.first == 7 for person in found)
    assert (found[0].born, found[0].roles[0].term.edtf) == (None, "1976/1981")
    assert found[1].roles[0].term.edtf == "1981"


@pytest.mark.parametrize("line", ["- Ruler: Ana Doe", "- **Head of regime:** Marshal Ana Doe", "**Leader**: Ana Doe"])
def test_the_leader_in_a_labelled_line(read, line):
    (person,) = people(read, f"# T\n\n## Overview\n{line}\n")
    assert (person.name, person.leader) == ("Ana Doe", True)


@pytest.mark.parametrize(
    "line", ["- Ruler of the coast: Ana Doe", "- Rivals: Ana Doe", "Ruler: Ana Doe", "- Ruler: none"]
)
def test_a_line_of_the_overview_that_gives_no_leader(read, line):
    assert people(read, f"# T\n\n## Overview\n{line}\n") == ()


def test_a_long_span_behind_a_leader_is_a_life(read):
    (person,) = people(read, "# T\n\n## Overview\n| Field | Value |\n|---|---|\n| Leader | Ana Doe (1878-1953) |\n")
    assert (person.born.edtf, person.died.edtf, person.roles) == ("1878", "1953", ())


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n## Key Events\n- **Ana Doe**: arrested 1938\n",
        "# T\n\n## Key Figures\n- Collective leadership after 1953\n- 12 officers\n",
        "# T\n\n## Aftermath\n### Leadership\n- **Ana Doe** - successor\n",
        "# T\n\n## Overview\n| Field | Value |\n|---|---|\n| Leader(s) | collective leadership of the party |\n",
    ],
)
def test_who_is_not_listed_as_a_person_of_the_regime_is_not_read_as_one(read, text):
    assert people(read, text) == ()


def test_a_list_of_people_below_another_section(read):
    found = people(read, "# T\n\n## Rise to Power\n### Inner Circle\n1. **Admiral Ana Doe** (Navy)\n2. **Max Roe**\n")
    assert [(person.name, person.honorific) for person in found] == [("Ana Doe", "Admiral"), ("Max Roe", None)]


def test_a_comma_within_an_office_divides_nothing(read):
    (person,) = people(read, FIGURES + "- **Ana Doe** — head of the guard and, by 1936, of all police; minister\n")
    assert [role.title for role in person.roles] == ["head of the guard and, by 1936, of all police", "minister"]


@pytest.mark.parametrize(
    ("line", "born", "died", "term"),
    [
        ("- **Li Poe** (1910-1942) — poet; died in prison", "1910", "1942", None),
        ("- **Li Poe** (1940-1973) — prisoner at Selm, executed", "1940", "1973", None),
        ("- **Li Poe** (1922-1952) — minister; executed", None, None, "1922/1952"),
        ("- **Li Poe** (1930-1952) — head of the guard; shot", None, None, "1930/1952"),
        ("- **Li Poe** (1908-1942) — deputy mayor; shot", "1908", "1942", None),
        ("- **Li Poe** (1908-1930) — minister; shot", None, None, "1908/1930"),
        ("- **Li Poe** (1925-) — daughter of the president", "1925", None, None),
        ("- **Li Poe** (1925-) — minister", None, None, "1925/.."),
        ("- **Li Poe** (1936-1942) — poet; shot", None, None, "1936/1942"),  # too short for a life
        ("- **Li Poe** (1931-1953) — poet; fled", None, None, "1931/1953"),  # no death is told
    ],
)
def test_short_years_are_a_life_where_a_death_is_told_and_no_office(read, line, born, died, term):
    overview = "# T\n\n## Overview\n| Field | Value |\n|---|---|\n| Dates | 1936-1975 |\n\n## Key Figures\n"
    (person,) = people(read, overview + line + "\n")
    found = [date and date.edtf for date in (person.born, person.died, person.roles[0].term)]
    assert found == [born, died, term]


@pytest.mark.parametrize(
    ("described", "roles", "fate", "died"),
    [
        (
            "prime minister (1961-1974); executed on November 23, 1974",
            [("prime minister", "1961/1974")],
            "executed on November 23, 1974",
            "1974-11-23",
        ),
        (
            "arrested April 10, 1977, executed at Selm on July 6-7, 1977",
            [],
            "arrested April 10, 1977; executed at Selm on July 6-7, 1977",
            "1977-07-06/1977-07-07",
        ),
        (
            "head of state from October 1, 1936, and premier",
            [("head of state from October 1, 1936, and premier", None)],
            None,
            None,
        ),
        (
            "spy, took 15,000 dollars; released 1950",
            [("spy", None), ("took 15,000 dollars", None)],
            "released 1950",
            None,
        ),
        ("member in May, 1951", [("member in May", "1951")], None, None),
    ],
)
def test_the_comma_of_an_american_date_parts_nothing(read, described, roles, fate, died):
    (person,) = people(read, FIGURES + f"- **Li Poe** — {described}\n")
    assert [(role.title, role.term and role.term.edtf) for role in person.roles] == roles
    assert (person.fate, person.died and person.died.edtf) == (fate, died)


def test_a_death_of_kin_is_not_the_persons(read):
    (person,) = people(
        read, FIGURES + "- **Li Poe** (b. 1930) — president of the mothers; her daughter was killed in 1978\n"
    )
    assert (person.born.edtf, person.died) == ("1930", None)
