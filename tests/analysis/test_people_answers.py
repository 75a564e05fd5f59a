import datetime
import re

import pytest

from regimekit.analysis.people import Individual, people
from regimekit.analysis.people_asked import Asked, words_of
from regimekit.model import Dossier, Field, HistoricalDate, Person, Role, Span


def year(first: int, last: int | None = None, verbatim: str = "") -> HistoricalDate:
    start, end = datetime.date(first, 1, 1), datetime.date(last or first, 12, 31)
    written = f"{first}/{last}" if last else str(first)
    return HistoricalDate(verbatim or written, written, start, end, "year")


def dossier(slug: str, *entries: Person, years: tuple[int, int] | None = None) -> Dossier:
    rows = (Field(Span(1, 1), "Dates", "", "dates", (year(*years),)),) if years else ()
    return Dossier(f"{slug}.md", slug, slug, "", people=entries, overview=rows)


def person(name: str, line: int = 1, **known: object) -> Person:
    return Person(Span(line, line), name, **known)  # type: ignore[arg-type]


def about(written: int) -> HistoricalDate:
    date = year(written, verbatim=f"c. {written}")
    return HistoricalDate(date.verbatim, f"{date.edtf}~", date.earliest, date.latest, "year", approximate=True)


def places(found: tuple[Individual, ...]) -> list[list[str]]:
    return [[f"{one.figure.slug}:{one.figure.lines[0]}" for one in each.appearances] for each in found]


def pair(one: Person, other: Person) -> tuple[Individual, ...]:
    return people([dossier("a", one), dossier("b", other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ana Lind"), person("Ana Lind")),
        (person("Émile Okoro"), person("Emile Okoro")),
        (person("Kim Il-sung"), person("Kim Il Sung")),
        (person("Sala Tor", aliases=("Ana Lind",)), person("Ana Lind")),
        (person("Ana Lind", born=year(1880)), person("Ana Lind")),
        (person("Ana Lind", born=year(1880)), person("Ana Lind", born=about(1882))),
        (person("Ana Lind", born=year(1880)), person("Ana Maria Lind", born=year(1880))),
        (person("Lind", died=year(1944)), person("Lind", died=year(1944))),
        (person("Ana Lind", died=year(1943)), person("Ana Lind", died=year(1944))),
        # an office that a slip puts behind the death
        (person("Ana Lind", died=year(1944)), person("Ana Lind", roles=(Role("judge", year(1946, 1950)),))),
    ],
)
def test_who_is_joined(one: Person, other: Person) -> None:
    (found,) = pair(one, other)
    assert [appearance.figure.slug for appearance in found.appearances] == ["a", "b"]
    assert not found.possible


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (person("Lind"), person("Ana Lind"), "one name is part of the other"),
        (person("Ana Lind"), person("Ana Lind Osk"), "one name is part of the other"),
        (person("A. Lind"), person("Ana Lind"), "one name is part of the other"),
        (person("Ana Lind"), person("Ana Lind Jr."), "one name is part of the other"),
        (person("Kim"), person("Kim"), "it is no full name"),
        (person("King George II"), person("George II"), "one name is part of the other"),
        (person("Ana Lind", born=year(1880)), person("Ana Lind", born=year(1881)), "another birth is given"),
        (person("Ana Lind", born=year(1880)), person("Ana Lind", born=about(1930)), "another birth is given"),
        (person("Ana Lind", died=year(1880)), person("Ana Lind", died=year(1961)), "a death many years apart is given"),
        (
            person("Ana Lind", died=year(1880)),
            person("Ana Lind", roles=(Role("judge", year(1930)),)),
            "the one was dead before the other's time",
        ),
        (
            person("Ana Tor", aliases=("Air Force",)),
            person("Per Osk", aliases=("Air Force",)),
            "they share another name",
        ),
    ],
)
def test_who_is_kept_apart_and_said_to_be_perhaps_the_same(one: Person, other: Person, reason: str) -> None:
    found = pair(one, other)
    assert [[possible.reason for possible in each.possible] for each in found] == [[reason], [reason]]
    assert {possible.id for each in found for possible in each.possible} == {each.id for each in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ana Lind"), person("Per Lind")),
        (person("Karl Moss Jr."), person("Karl Moss Sr.")),
        (person("Lind", born=year(1880)), person("Ana Lind", born=year(1920))),
        (person("Ana Lind", aliases=("Ana",)), person("Ana Osk")),
        (person("Saif al-Islam Lind"), person("Saif al-Arab Lind")),
    ],
)
def test_who_has_nothing_to_do_with_each_other(one: Person, other: Person) -> None:
    assert [each.possible for each in pair(one, other)] == [(), ()]


def test_a_name_that_fits_two_joins_neither() -> None:
    found = people(
        [
            dossier("a", person("Ana Lind", 1, born=year(1880))),
            dossier("b", person("Ana Lind", 2, born=year(1920))),
            dossier("c", person("Ana Lind", 3)),
            dossier("d", person("Ana Lind", 4)),
        ]
    )
    assert places(found) == [["a:1"], ["b:2"], ["c:3", "d:4"]]
    assert [one.id for one in found] == ["ana-lind", "ana-lind-2", "ana-lind-3"]
    assert {possible.reason for possible in found[2].possible} == {"the name fits several"}


def test_two_of_one_dossier_are_never_joined_by_a_third() -> None:
    found = people(
        [
            dossier("a", person("Ana Lind Osk", 1, died=year(1944)), person("Ana Lind Moss", 2, died=year(1944))),
            dossier("b", person("Ana Lind", 3, died=year(1944))),
        ]
    )
    assert sorted(places(found)) == [["a:1"], ["a:2"], ["b:3"]]


def test_a_chain_whose_ends_are_two_people_is_not_joined() -> None:
    chain = [
        dossier("a", person("Ana Lind", born=year(1880))),
        dossier("b", person("Ana Lind", aliases=("Ana Osk",))),
        dossier("c", person("Ana Osk", aliases=("Ana Moss",))),
        dossier("d", person("Ana Moss", born=year(1930))),
    ]
    assert sorted(places(people(chain))) == [["a:1"], ["b:1"], ["c:1"], ["d:1"]]
    assert all(one.possible for one in people(chain))


def test_times_more_than_a_life_apart_are_two_people() -> None:
    early = dossier("a", person("Ana Lind"), years=(1805, 1848))
    late = dossier("b", person("Ana Lind"), years=(1960, 1970))
    undated = dossier("c", person("Ana Lind"))
    assert places(people([early, late])) == [["a:1"], ["b:1"]]
    assert places(people([late, undated])) == [["b:1", "c:1"]]
    assert places(people([early, late, undated])) == [["a:1"], ["b:1"], ["c:1"]]


def test_a_contradiction_is_shown_with_its_places() -> None:
    (found,) = pair(person("Ana Lind", 3, died=year(1943)), person("Ana Lind", 7, died=year(1944)))
    said = [(said.date.verbatim, [(place.path, place.line) for place in said.places]) for said in found.died]
    assert said == [("1943", [("a.md", 3)]), ("1944", [("b.md", 7)])]


def test_many_of_one_family_name_are_counted_not_named() -> None:
    found = people([dossier(f"d{at:03}", person("Kim")) for at in range(150)])
    assert {(one.crowd, one.possible) for one in found} == {(149, ())}


def test_the_name_of_most_dossiers_is_shown() -> None:
    (found,) = people(
        [
            dossier("a", person("Sala Tor", aliases=("Ana Lind",))),
            dossier("b", person("Ana Lind")),
            dossier("c", person("Ana Lind")),
        ]
    )
    assert (found.name, found.aliases) == ("Ana Lind", ("Sala Tor",))


ENTRIES = (
    person("Ana Lind", honorific="General", roles=(Role("Prime Minister"),), fate="Executed in 1944", text="x harbour"),
    person("Per Osk", roles=(Role("chief of police"), Role("État-major")), fate="fled"),
    person("Ilse Brandt", aliases=("the Quiet One",)),
)


@pytest.mark.parametrize(
    ("role", "fate", "grep", "names"),
    [
        ("minister", "", None, ["Ana Lind"]),
        ("GENERAL", "", None, ["Ana Lind"]),
        ("police chief", "", None, ["Per Osk"]),
        ("etat", "", None, ["Per Osk"]),
        ("chief major", "", None, []),  # two offices
        ("inister", "", None, []),
        ("", "exec", None, ["Ana Lind"]),
        ("chief", "exec", None, []),
        ("", "", "quiet|harbour", ["Ana Lind", "Ilse Brandt"]),
        ("minister", "executed 1944", "^ana", ["Ana Lind"]),
        ("", "", None, ["Ana Lind", "Ilse Brandt", "Per Osk"]),
    ],
)
def test_who_is_asked_for(role: str, fate: str, grep: str | None, names: list[str]) -> None:
    asked = Asked(words_of(role), words_of(fate), re.compile(grep, re.IGNORECASE) if grep else None)
    assert [one.name for one in people([dossier("a", *ENTRIES)], asked)] == names


def test_whoever_fits_in_one_dossier_is_shown_with_all() -> None:
    two = [dossier("a", person("Ana Lind", roles=(Role("judge"),))), dossier("b", person("Ana Lind"))]
    assert places(people(two, Asked(role=("judge",)))) == [["a:1", "b:1"]]
