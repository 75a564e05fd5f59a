"""Laws of telling people apart: no order matters, nobody is lost or doubled, what cannot be one person is not joined."""

import datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.figures import appearances
from regimekit.analysis.people import people
from regimekit.model import Dossier, HistoricalDate, Person, Role, Span


def year(number):
    return HistoricalDate(str(number), str(number), datetime.date(number, 1, 1), datetime.date(number, 12, 31), "year")


# few words, so that names meet: fuller, shorter, turned round, with initials and marks of father and son
WORDS = st.sampled_from(["Ana", "Lind", "Osk", "Moss", "A.", "Jr.", "al-Lind"])
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join) | st.text(max_size=5)
YEARS = st.none() | st.sampled_from([1700, 1880, 1881, 1930, 1944]).map(year)
PEOPLE = st.builds(
    Person,
    st.integers(1, 9).map(lambda line: Span(line, line)),
    NAMES,
    st.lists(NAMES, max_size=1).map(tuple),
    roles=st.lists(st.builds(Role, st.sampled_from(["judge", "guard"]), YEARS), max_size=1).map(tuple),
    born=YEARS,
    died=YEARS,
    leader=st.booleans(),
)
FOLDERS = st.lists(st.lists(PEOPLE, max_size=4), max_size=5).map(
    lambda folder: [Dossier(f"{at}.md", str(at), str(at), "", people=tuple(group)) for at, group in enumerate(folder)]
)


def entries(individuals):
    return sorted(
        (appearance.figure.path, repr(entry))
        for one in individuals
        for appearance in one.appearances
        for entry in appearance.entries
    )


@given(FOLDERS, st.randoms())
def test_the_order_of_the_dossiers_changes_nothing(folder, random):
    shuffled = random.sample(folder, len(folder))
    assert people(shuffled) == people(folder)


@given(FOLDERS)
def test_every_entry_stands_in_just_one_row(folder):
    found = people(folder)
    assert entries(found) == sorted((dossier.path, repr(entry)) for dossier in folder for entry in dossier.people)
    assert len({one.id for one in found}) == len(found)


@given(FOLDERS)
def test_one_dossier_alone_has_as_many_people_as_figures(folder):
    for dossier in folder:
        assert len(people([dossier])) == len(appearances(dossier))


@given(FOLDERS.filter(len))
def test_a_further_dossier_takes_no_appearance_away(folder):
    before, after = entries(people(folder[:-1])), entries(people(folder))
    assert [entry for entry in after if entry[0] != folder[-1].path] == before


@given(FOLDERS)
def test_nobody_is_two_people_of_one_dossier_nor_born_twice(folder):
    for one in people(folder):
        paths = [appearance.figure.path for appearance in one.appearances]
        assert len(paths) == len(set(paths))
        births = [appearance.figure.born for appearance in one.appearances if appearance.figure.born]
        assert all(a.edtf == b.edtf for a, b in combinations(births, 2))


@given(FOLDERS)
def test_who_may_be_somebody_may_be_so_the_other_way_round(folder):
    found = people(folder)
    doubts = {(one.id, other.id) for one in found for other in one.possible}
    assert doubts == {(other, one) for one, other in doubts}
    assert all(one != other for one, other in doubts)
