"""When figures were made, and whose they are."""

import pytest

from regimekit.analysis.eras import Era, era_of_caption, era_of_year
from regimekit.analysis.voices import same_author, sums_up
from regimekit.model import Attribution


@pytest.mark.parametrize(
    ("caption", "first", "last"),
    [
        ("Pre-Archival Estimates (Before 1991)", None, 1990),
        ("Post-Archival Estimates (After 1991)", 1991, None),
        ("Estimates published since 1985", 1985, None),
        ("Research up to 1960", None, 1959),
        ("Recent scholarship", None, None),
        ("Estimates made with archives after 1991", 1991, None),
    ],
)
def test_captions_that_give_an_era(caption: str, first: int | None, last: int | None) -> None:
    assert era_of_caption(caption) == Era(caption, first, last)


@pytest.mark.parametrize(
    "caption",
    [
        "Deaths after 1945",  # when people died
        "Death Toll",
        "Victims before the war",
        "Scholarly Estimates",
        "Estimates for the famine (1932-1933)",
        "Estimates of deaths from 1932-1933",
    ],
)
def test_captions_that_give_none(caption: str) -> None:
    assert era_of_caption(caption) is None


@pytest.mark.parametrize(
    ("year", "boundaries", "label"),
    [
        (1984, (), "1980s"),
        (1990, (1991,), "before 1991"),
        (1991, (1991,), "since 1991"),
        (1970, (1956, 1991), "1956-1990"),
    ],
)
def test_the_era_of_a_work(year: int, boundaries: tuple[int, ...], label: str) -> None:
    assert era_of_year(year, boundaries).label == label


def test_sides_of_a_year() -> None:
    assert Era("", None, 1990).side(1991) == "before"
    assert Era("", 1991, None).side(1991) == "since"
    assert Era("", 1980, 1989).side(1985) is None
    assert Era("", None, None).side(1991) is None


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("Most scholars", True),
        ("Recent scholarship", True),
        ("Scholarly consensus range", True),
        ("Wikipedia entry", True),
        ("Wikipedia/Scholarly consensus", True),
        ("Range of estimates in the literature", True),
        ("Upper range in the encyclopedias used", True),
        ("Yale Genocide Studies", False),
        ("Dikötter's range", False),
        ("Soviet official records", False),
        ("Survivors", False),
        ("Conquest", False),
        ("Black Book of Communism", False),
        ("Most academic", True),
        ("Some western", True),
        ("Current scholarly consensus", True),
        ("Most Reverend Lind", False),
        ("Official", False),
    ],
)
def test_who_sums_up_others(name: str, summary: bool) -> None:
    assert sums_up(name) is summary


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Conquest", "Robert Conquest", True),
        ("R. Conquest", "Robert Conquest", True),
        ("Davies & Wheatcroft", "R. W. Davies & Stephen Wheatcroft", True),
        ("Wheatcroft & Davies", "Davies and Wheatcroft", True),
        ("Frank Dikötter", "Dikotter", True),
        ("CONADEP", "Conadep", True),
        ("A. Moll", "Ferenc Moll", False),
        ("Davies", "Davies & Wheatcroft", False),
        ("Commission for Truth (CVT)", "CVT", True),
        ("Varga Commissariat", "Varga Commissariat for Refugees", True),
        ("Commission for Truth (CVT)", "CVR", False),
        ("Lind (Institute)", "Institute", False),
        ("Ministry", "Ministry of Health", False),
        ("Varga Commissariat", "Varga Commissariat Workers", False),
        ("Amnesty International", "Transparency International", False),
        ("Conquest", "Solzhenitsyn", False),
    ],
)
def test_the_same_author(one: str, other: str, same: bool) -> None:
    assert same_author(Attribution(one), Attribution(other)) is same
    assert same_author(Attribution(other), Attribution(one)) is same
