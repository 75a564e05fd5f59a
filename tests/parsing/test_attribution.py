"""Author-date citations behind a figure, and what looks like one."""

import pytest

from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

DATED = "### The Camps (1949-1956)"
UNDATED = "### The Rising"

CITED = [
    (DATED, "51,000-60,000 prisoners (Moll 2011)", "Moll", 2011),
    (DATED, "9,000 people were killed (Ferenc Moll 2011)", "Ferenc Moll", 2011),
    (DATED, "12,000 prisoners died (Lind and Brandt 2004)", "Lind and Brandt", 2004),
    (DATED, "12,000 died (Lind & Brandt, 2004, p. 12; Moss 2001)", "Lind & Brandt", 2004),
    (DATED, "12,000 died (Lind et al. 2004)", "Lind et al.", 2004),
    (UNDATED, "300 were killed (O'Brien, 1956)", "O'Brien", 1956),
    (UNDATED, "300 were killed (Moll & Lind 1996b)", "Moll & Lind", 1996),
]
NOT_CITED = [
    (DATED, "300 were killed (May 2011)"),
    (DATED, "300 were killed (Autumn 1950)"),
    (DATED, "300 were killed (Selmstadt 1956)"),  # within the time of what is counted: a place
    (UNDATED, "300 were killed (Selmstadt 1956)"),
    (DATED, "300 were killed (Operation Storm 1995)"),
    (DATED, "300 were killed (between March and June, 1950)"),
    (DATED, "9,000 (Lind 1959) to 14,000 dead (Moss 2004)"),  # two authors, one for each end
]


def only_estimate(heading: str, line: str):
    text = f"# Aldova\n\n## Key Events\n{heading}\n- {line}\n"
    (estimate,) = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    return estimate


@pytest.mark.parametrize(("heading", "line", "name", "year"), CITED)
def test_author_and_date_in_brackets_are_whose_figure_it_is(heading, line, name, year):
    estimate = only_estimate(heading, line)
    assert (estimate.attribution.name, estimate.attribution.year) == (name, year)
    assert estimate.attribution.kind == "scholar"
    when = estimate.scope.when
    assert (when and when.edtf) == ("1949/1956" if heading == DATED else None)


@pytest.mark.parametrize(("heading", "line"), NOT_CITED)
def test_places_and_dates_in_brackets_are_no_authors(heading, line):
    assert only_estimate(heading, line).attribution is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("300 died (Truth Commission, 2004)", "tribunal"),
        ("300 died (Amnesty International, 2004)", "ngo"),
        ("300 died (Ministry of Health, 2004)", "official"),
        ("300 died (United Nations, 2004)", "international"),  # nobody's own state
        ("300 died (Encyclopedia Britannica, 2004)", "reference"),
    ],
)
def test_bodies_in_brackets_keep_their_kind(line, kind):
    author = only_estimate(DATED, line).attribution
    assert (author.kind, author.year) == (kind, 2004)


LIST = "**Estimates of the dead**:\n"
LABELLED = [
    (DATED, LIST, "Conquest (1986): 7,000", "Conquest", 1986),
    (DATED, LIST, "Conquest, 1986: 7,000", "Conquest", 1986),
    (DATED, LIST, "Robert Conquest: 7,000 deaths", "Robert Conquest", None),
    (UNDATED, LIST, "Park Myung-lim: up to 7,000", "Park Myung-lim", None),
    (DATED, "", "Moll (2001): 12,000 dead", "Moll", 2001),  # later than what is counted
]
NO_LABELS = [
    (DATED, LIST, "Selm (1955): 300 dead"),  # a place and its year, within the time of what is counted
    (UNDATED, "", "Selm (1941): 300 dead"),
    (UNDATED, "", "Ferenc Moll: 300 dead"),  # nothing says that estimates are listed
    (DATED, LIST, "Lower estimate: 300 dead"),
    (DATED, LIST, "Siege of Selm: 300 dead"),
]


@pytest.mark.parametrize(("heading", "lead", "line", "name", "year"), LABELLED)
def test_labels_of_a_list_of_estimates_are_authors(heading, lead, line, name, year):
    estimate = only_estimate(f"{heading}\n{lead}", line)
    assert (estimate.attribution.name, estimate.attribution.year) == (name, year)


@pytest.mark.parametrize(("heading", "lead", "line"), NO_LABELS)
def test_labels_that_name_something_else_are_not(heading, lead, line):
    assert only_estimate(f"{heading}\n{lead}", line).attribution is None
