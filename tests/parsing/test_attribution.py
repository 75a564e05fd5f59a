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


OVERVIEW = """# Aldova

## Overview
| Field | Value |
|-------|-------|
| **Dates** | {dates} |
| **Estimated Death Toll** | {toll} |
"""


@pytest.mark.parametrize(
    ("dates", "toll", "expected"),
    [
        ("1930-1954", "1.2-2.8 million deaths (Lind 2015)", [("Lind", 2015, None)]),
        ("1930-1954", "9,000 deaths (Lind 2015); 14,000 (Moss 1997)", [("Lind", 2015, None), ("Moss", 1997, None)]),
        ("1930-1954", "9,000 deaths (Africa Watch, 1991)", [("Africa Watch", 1991, None)]),
        ("1930-1954", "9,000 deaths (Selmstadt 1950)", [(None, None, "1950")]),  # within the regime: a place
        (
            "1930-1954",
            "40-90 killed in 1931-32 (Lind 2016; Moss 2018); 10-20 dead in Selm, 1934-1939 (Lind & Moll 2006)",
            [("Lind 2016; Moss 2018", None, "1931/1932"), ("Lind & Moll", 2006, "1934/1939")],
        ),
        (
            "1930-1954",
            "300 killed (recognized up to 2011, says the press); 212 killed in 1940",
            [(None, None, None), (None, None, "1940")],
        ),
        ("1930-1954", "more than 1 million (TRIAL International)", [("TRIAL International", None, None)]),
        ("1930-1954", "300 deaths (Red Army)", [(None, None, None)]),  # who died, or whose count
        ("1930-present", "9,000 deaths (Selmstadt 1950)", [(None, None, "1950")]),
        ("1930-1954", "9,000 deaths (Army Barracks, 1950)", [(None, None, "1950")]),
    ],
)
def test_years_behind_the_regime_are_those_of_works(dates, toll, expected):
    found = read_dossier(OVERVIEW.format(dates=dates, toll=toll), "aldova-varda.md", load_schema()).estimates
    assert [
        (
            one.attribution and one.attribution.name,
            one.attribution and one.attribution.year,
            one.scope.when and one.scope.when.edtf,
        )
        for one in found
    ] == expected


def test_each_sentence_has_its_own_author_and_no_year_of_a_work_is_the_time():
    text = OVERVIEW.format(dates="1930-1954", toll="-") + (
        "\n## Key Events\n- Lind (2016) counts 16,788 men and 7,367 women sentenced. Reuters (2008) adds 308 dead.\n"
    )
    found = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert [(one.attribution.name, one.attribution.year, one.scope.when) for one in found] == [
        ("Lind", 2016, None),
        ("Lind", 2016, None),
        ("Reuters", 2008, None),
    ]


def test_years_of_a_span_behind_a_name_are_no_work():
    text = OVERVIEW.format(dates="1930-1954", toll="-") + "\n## Key Events\n- In Selm (1955-56) 300 were killed\n"
    (found,) = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert (found.attribution, found.scope.when.edtf) == (None, "1955/1956")


def test_a_column_of_sources_holds_titles_and_spans_of_time():
    text = """# Aldova

## Key Events

### The Camps (1949-1956)

**Deaths in the camps**:

| Source | Estimate |
|---|---|
| Lind (2010), 1936-1950 | 300 deaths |
| Moss (2011) | 200 deaths |
| Wikipedia, entry "Massacre of the Sixty" (2020) | 60 deaths |
"""
    found = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert [(one.quantity.verbatim, one.attribution.year, one.scope.when.edtf) for one in found] == [
        ("300", 2010, "1936/1950"),
        ("200", 2011, "1949/1956"),
        ("60", 2020, "1949/1956"),
    ]


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("From 1959 to 1961 some 20,000 people were killed. By 1964 150,000 people had fled", ["1959/1961", "1964"]),
        ("He ruled since 2000, after the war of 1994, in which 300 people were killed", ["1994"]),
        ("In March 1950 300 people were killed. In May 1951 200 people were killed", ["1950-03", "1951-05"]),
        ("Lind (born 1944) saw 300 people killed", [None]),
        ("In 1951 the camp was closed; 300 people had died in 1950", ["1950"]),
    ],
)
def test_the_nearest_date_of_the_sentence_is_the_time_of_a_figure(line, times):
    text = f"# Aldova\n\n## Key Events\n- {line}\n"
    found = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert [one.scope.when and one.scope.when.edtf for one in found] == times


def test_the_label_above_a_list_dates_it_before_the_heading_does():
    text = (
        "# Aldova\n\n## Key Events (1940-1950)\n\n**The Killings at Selm (April 1943)**:\n\n- 300 people were killed\n"
    )
    (found,) = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert found.scope.when.edtf == "1943-04"


def test_a_bracket_behind_the_figure_is_nearer_than_the_label_of_the_list():
    text = (
        "# Aldova\n\n## Key Events\n\n**Current scholarly consensus**:\n\n- 77,000-99,000 deaths (National Memorial Museum)\n"
        "- 83,145 deaths\n"
    )
    museum, list_ = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert museum.attribution.name == "National Memorial Museum"
    assert list_.attribution.name == "Current scholarly consensus"


def test_a_key_of_the_header_says_by_itself_what_it_counts():
    text = """---
death_toll:
  low_estimate: 900
  political_prisoners: 15000-30000
  population: 300000
---
# Aldova
"""
    found = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert [(one.quantity.low, one.measure) for one in found] == [(900, "deaths"), (15_000, "detained")]
