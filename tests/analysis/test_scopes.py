"""What captions, headings and rows say is counted, and what in them only says how many or by whom."""

import pytest

from regimekit.analysis.scopes import (
    as_written,
    claims,
    clause_words,
    counts_documented,
    ends_of_two,
    event_words,
    group_words,
    named_beside,
    narrowing,
    says_whose,
    stands_instead,
    tells_a_toll,
    thing_words,
)
from regimekit.model import Attribution, Estimate, Quantity, Span


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@pytest.mark.parametrize(
    ("caption", "left"),
    [
        ("Death Toll", ""),
        ("Death Toll Estimates", ""),
        ("Pre-Archival Estimates (Before 1991)", ""),
        ("Deaths, estimates made before the archives opened in 1991", ""),
        ("Deaths, published totals", ""),
        ("Lower Estimates (8,000-9,000)", ""),
        ("Official figures", ""),
        ("Human Cost", ""),
        ("Deaths by execution", "execution"),
        ("Deaths in the camps", "camp"),
        ("Breakdown by category", "breakdown category"),
        ("Key Question", "question key"),
        ("Deaths of Jews", "jew"),
        ("Casualties among civilians", "civilian"),
        ("Deaths in the famine as a whole", "famine whole"),
    ],
)
def test_words_of_a_caption_that_name_what_is_counted(caption: str, left: str) -> None:
    assert thing_words(caption) == words(left)


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("The Great Purge (1936-1938)", "great purge"),
        ("1965-66 Anti-Communist Purge", "anti communist purge"),
        ("The Anti-Communist Purge (October 1965 - March 1966)", "anti communist purge october march"),
        ("Local Uprisings", "local uprising"),
        ("Early Purge", "early purge"),
        ("Total Death Toll Estimates (1941-1958)", ""),
        ("Death Toll Controversy", ""),
        ("Deaths in Aceh", "aceh"),
    ],
)
def test_words_by_which_an_event_is_known(heading: str, known: str) -> None:
    assert event_words(heading) == words(known)


def test_a_heading_tells_a_toll_only_by_a_word_for_it() -> None:
    assert tells_a_toll("Total Death Toll Estimates")
    assert tells_a_toll("Casualties")
    assert not tells_a_toll("Estimates of the harvest")
    assert tells_a_toll("Numbers Killed")
    assert tells_a_toll("How Many Died?")
    assert not tells_a_toll("The Deadline")
    assert not tells_a_toll("Killing Fields")


@pytest.mark.parametrize(
    ("who", "measure", "left"),
    [
        (None, "deaths", ""),
        ("people", "deaths", ""),
        ("prisoners", "detained", ""),
        ("prisoners", "deaths", "prisoner"),
        ("refugees", "displaced", ""),
        ("Soviet officers", "detained", "soviet officer"),
    ],
)
def test_groups_of_people(who: str | None, measure: str, left: str) -> None:
    assert group_words(who, measure) == words(left)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("7 million total famine deaths", "total famine deaths"),
        ("6,000 deaths in the south alone", "in the south alone"),
        ("Parish registers, south only", "south only"),
        ("9,000 killed, excluding soldiers", "excluding soldiers"),
        ("3,000 killed in total", None),
        ("all of them died", None),
        ("a loan for the lonely", None),
        ("1,000 sentenced specifically to exile", "specifically to exile"),
        ("~70,000 wartime + 28,000 later", "wartime"),
        ("Total approximately 5,000 victims including survivors of torture", "including survivors of torture"),
        ("5,000 in peacetime and war", "peacetime"),
        ("5,000 killed by war bonds, not specifically counted", None),
    ],
)
def test_phrases_that_narrow(text: str, phrase: str | None) -> None:
    assert narrowing(text) == phrase


@pytest.mark.parametrize(
    ("text", "verbatim", "said"),
    [
        ("Red Terror estimates range from 10,000 to 980,000", "10,000 to 980,000", "red terror"),
        ("The sum is 38 million for the famine", "38 million", "famine"),
        ("Most put it at 38 million", "38 million", ""),
        ("Estimates reach 38 million", "38 million", ""),
        ("Ferenc Moll's 1979 report concluded 300,000", "300,000", ""),
        ("A review by Ferenc Moll estimates 300,000", "300,000", ""),
        ("The Great Hunger claims of 300,000", "300,000", "great hunger"),
        ("Nobody doubts that 300,000 died during the Red Winter", "300,000", "red winter"),
    ],
)
def test_names_beside_a_figure_in_a_sentence(text: str, verbatim: str, said: str) -> None:
    assert named_beside(text, verbatim) == words(said)


def row(text: str, verbatim: str = "5,000", author: str | None = None, caption: str | None = None) -> Estimate:
    quantity = Quantity(verbatim, 5000, 5000, "exact")
    whose = Attribution(author) if author else None
    return Estimate(Span(1, 1), quantity, "deaths", text, "overview", attribution=whose, caption=caption)


def test_a_cell_with_several_figures_says_behind_each_what_it_counts() -> None:
    text = "Death Toll | ~6,000 Jews; ~5,000 in the war overall"
    assert clause_words(row(text, "~6,000")) == {"jew"}
    assert clause_words(row(text, "~5,000")) == {"war"}
    assert clause_words(row("Death Toll | 5,000 (Lind, scholarly range)", author="Lind")) == frozenset()


@pytest.mark.parametrize(
    ("text", "caption", "is_minimum"),
    [
        ("5,000 documented deaths", None, True),
        ("5,000 deaths", "Confirmed deaths, by province", True),
        ("Commission | 5,000 (documented)", None, True),
        ("5,000 victims identified by name", None, True),
        ("The commission documented 5,000 cases", None, True),
        ("Commission | 5,000 documented | it must be more", None, True),
        ("The study documented 5,000 excess deaths", None, False),
        ("Archivists identified 5,000 pages", None, False),
        ("The minister confirmed 5,000 deaths", None, False),
        ("Archive, sum of recorded categories | 5,000", None, False),
        ("5,000, which the commission confirmed", None, False),
        ("5,000 undocumented deaths", None, False),
        ("5,000 deaths, not confirmed", None, False),
        ("the records of the ministry: 5,000", None, False),
    ],
)
def test_counts_of_documented_cases(text: str, caption: str | None, is_minimum: bool) -> None:
    assert counts_documented(row(text, caption=caption)) is is_minimum


@pytest.mark.parametrize(
    ("text", "first", "second", "instead"),
    [
        ("At least 85, possibly 700-1,000", "85", "700-1,000", True),
        ("500,000 killed (some estimates reach 2-3 million)", "500,000", "2-3 million", True),
        ("1.17-3.42 million; central estimate: 2.52 million", "1.17-3.42 million", "2.52 million", True),
        ("100,000-500,000; 300,000 most commonly cited", "100,000-500,000", "300,000", True),
        ("100,000 in the war, 40,000 after it", "100,000", "40,000", False),
        ("Selm lost 800 soldiers; Aldova lost 18", "800", "18", False),
        ("12,000 in the first months; up to 40,000 in all", "12,000", "up to 40,000", False),
    ],
)
def test_whether_a_second_figure_stands_instead_of_the_first(text, first, second, instead) -> None:
    assert stands_instead(text, first, second) is instead


@pytest.mark.parametrize(
    ("text", "is_claim"),
    [
        ("Estimated 40,000 died", True),
        ("Death toll: 40,000", True),
        ("40,000, officially", True),
        ("Historians disagree: 40,000", True),
        ("150 were shot", False),
        ("6,000 went into exile", False),
        ("The tollgate was burned with 40 people in it", False),
    ],
)
def test_whether_somebody_puts_a_number_on_something(text, is_claim) -> None:
    assert claims(text) is is_claim


@pytest.mark.parametrize(
    ("caption", "author", "whose"),
    [
        ("Lind (1991)", "Karin Lind", True),
        ("Varga Commission (2004, 2011)", "Varga Commission", True),
        ("Karin Lind's Research", None, True),
        ("Lind, famine only", "Karin Lind", False),
        ("Varga Commission", None, False),
        ("Varga's Famine", None, False),
        ("Deaths by typhus", "Karin Lind", False),
        ("Death Toll", "Karin Lind", False),
    ],
)
def test_captions_that_say_whose_a_figure_is(caption: str, author: str | None, whose: bool) -> None:
    assert says_whose(caption, Attribution(author) if author else None) is whose


@pytest.mark.parametrize(
    ("verbatim", "of_two"),
    [
        ("9,000 (the ministry) to 30,000", True),
        ("9,000 (official) - 30,000", True),
        ("9,000 to 30,000", False),
        ("9,000 (1979) to 30,000", False),
        ("9,000 (official)", False),
    ],
)
def test_a_range_whose_ends_are_of_two(verbatim: str, of_two: bool) -> None:
    assert ends_of_two(verbatim) is of_two


def test_words_are_told_as_they_were_written() -> None:
    assert as_written(words("terror red"), "Red Terror estimates reach 5,000") == "Red Terror"
