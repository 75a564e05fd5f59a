"""Estimates in their surroundings: tables, labels, lists, headings; whose they are, what they are part of."""

import pytest

from regimekit.model import Attribution
from regimekit.parsing.attribution import attribution_in_label, attribution_in_text, parse_attribution
from regimekit.parsing.dossier import read_dossier
from regimekit.parsing.estimates import read_estimates
from regimekit.schema import load_schema


@pytest.fixture
def reading(read):
    def estimates_of(text):
        return read_estimates(read(text).passages)

    return estimates_of


def shown(estimates):
    return [(one.span.first, one.quantity.low, one.quantity.high, one.measure) for one in estimates]


ESTIMATES = """# Valdoria

## Key Events & Atrocities

### Death Toll Estimates

| Source | Estimate | Notes |
|---|---|---|
| Hale (1994) | 2 million | famine included; 40 archives |
| Official figures | 300,000 | said to be low |
| Norden Institute | 1.1-1.4 million | based on 12 surveys |
| Exile groups | tens of thousands | |
| Red Crescent | see annex | |

**Breakdown** (Hale):
- Executions: 40,000
- Camps: 210,000
- Cold and overwork: 55,000-60,000
- Villages burned: 300
"""


def test_a_table_of_estimates(reading):
    estimates, _, findings = reading(ESTIMATES)
    assert shown(estimates) == [
        (9, 2_000_000, 2_000_000, "deaths"),
        (10, 300_000, 300_000, "deaths"),
        (11, 1_100_000, 1_400_000, "deaths"),
        (12, None, None, "deaths"),
        (16, 40_000, 40_000, "deaths"),
        (17, 210_000, 210_000, "deaths"),
        (18, 55_000, 60_000, "deaths"),
    ]
    assert [one.attribution for one in estimates] == [
        Attribution("Hale", 1994, "scholar"),
        Attribution("Official figures", None, "official"),
        Attribution("Norden Institute", None, "scholar"),
        Attribution("Exile groups", None, "ngo"),
        *[Attribution("Hale", None, None)] * 3,
    ]
    assert [(one.code, one.span.first) for one in findings] == [("RK401", 13)]
    assert estimates[3].quantity.qualifier == "vague"


def test_a_column_header_gives_the_measure_of_its_cells(reading):
    estimates, _, _ = reading(
        """## Human Cost

| Group | Killed | Deported | Population |
|---|---|---|---|
| Marsh people | 5,000 | 18,000 | 20,000 |
| Hill people | 300+ | ~1,200 | 15,000 |
"""
    )
    assert shown(estimates) == [
        (5, 5000, 5000, "deaths"),
        (5, 18_000, 18_000, "displaced"),
        (6, 300, None, "deaths"),
        (6, 1200, 1200, "displaced"),
    ]
    assert estimates[0].scope.what == "Marsh people"


def test_a_row_label_gives_the_measure_under_a_header_that_says_nothing(reading):
    estimates, statistics, _ = reading(
        """## Repression

| Metric | Number |
|---|---|
| Political prisoners | 4,000 |
| Arrested/exiled | 300-320 |
| Informants | 12,000 |
| Army strength | 90,000 |
| Known survivors | 12 (7 adults, 5 children) |
| Newspapers closed | 45 |
"""
    )
    assert shown(estimates) == [(5, 4000, 4000, "detained"), (6, 300, 320, "detained")]
    assert ("Informants: Number", 12_000) in [(one.label, one.quantity.low) for one in statistics]


@pytest.mark.parametrize(
    ("head", "row", "measure"),
    [
        ("Victims", "Enforced disappearance", "disappeared"),
        ("Persons affected", "Expulsion to the desert", "displaced"),
        ("Victims", "Ban on worship", "other"),
        # a header that says what was done is the graver witness
        ("Raped", "Prisoners of war", "other"),
        ("Injured", "Deportation train", "injured"),
    ],
)
def test_a_row_says_what_was_done_to_the_victims_of_a_header(reading, head, row, measure):
    (estimate,) = reading(f"## Repression\n\n| Measure | {head} |\n|---|---|\n| {row} | 4,000 |\n")[0]
    assert estimate.measure == measure


def test_an_overview_row_holds_several_measures(reading):
    estimates, _, _ = reading(
        """## Overview

| Field | Value |
|---|---|
| **Death toll** | 1,200 (official) to 3,000+ (exiles); ~20,000 exiled; ~25% of population |
| **Duration** | 12 years |
"""
    )
    assert shown(estimates) == [(5, 1200, 3000, "deaths"), (5, 20_000, 20_000, "displaced")]


def test_a_label_gives_the_measure_and_victims_of_a_massacre_are_dead(reading):
    estimates, _, _ = reading(
        """## Events

### The Lakeside Massacre (March 1972)

- **Victims**: 9 students and 1 teacher
- **Perpetrators**: 200 soldiers of the 4th Battalion
- **Survivors**: 3
- Troops came with 14 trucks

### Surveillance abroad

- **Victims**: at least 805 confirmed
"""
    )
    assert shown(estimates) == [(5, 9, 9, "deaths"), (5, 1, 1, "deaths"), (12, 805, None, "other")]
    assert estimates[0].scope.when.edtf == "1972-03"
    assert estimates[0].scope.who == "students"


def test_lists_take_their_measure_from_the_line_above(reading):
    estimates, _, _ = reading(
        """## War

**Casualties**:
- **Northern League**: Over 11,000
- Rebels: 9,000-10,000
- Budget: 40 million
- Prisoners of war: 700

The assembly met 12 times.
- 40 delegates from the north
"""
    )
    assert shown(estimates) == [
        (4, 11_000, None, "deaths"),
        (5, 9000, 10_000, "deaths"),
        (7, 700, 700, "detained"),
    ]


def test_parts_point_to_their_whole(reading):
    estimates, _, _ = reading(
        """## Events

- The inquiry documented 450 killings from 1973 to 1975:
  - 1973: 19 killed
  - 1974: 50
- 22 executed (21 men, 1 woman)
- 500 dead (commonly cited: 300)
"""
    )
    assert [one.part_of for one in estimates] == [None, 0, 0, None, 3, 3, None, None]


def test_lines_of_a_wrapped_item_are_exact(reading):
    estimates, _, _ = reading(
        "## Events\n\n- In the first wave 40 were killed,\n  and in the second 300 were arrested\n"
    )
    assert shown(estimates) == [(3, 40, 40, "deaths"), (4, 300, 300, "detained")]


def test_sources_and_titles_of_works_hold_no_estimates(reading):
    text = """## Events

- [The 4,000 killed in the north](https://example.org/a)
- *The 300 Executed* was published abroad

## Sources

- Report on 500 deaths
"""
    assert reading(text)[0] == []


def test_numbered_headings_count_nobody(reading):
    assert reading("# A\n\n## 9. Death Toll\n\n### 5.2 Arrests\n")[0] == []


def test_other_figures_become_statistics(reading):
    _, statistics, _ = reading(
        """## Economy

- Horses: 34 million → 16 million
- Membership fell from 6,000 to 900
- **Turnout**: 97%
"""
    )
    assert [(one.label, one.quantity.low, one.after and one.after.low, one.quantity.unit) for one in statistics] == [
        ("Horses", 34_000_000, 16_000_000, "other"),
        ("Membership fell from 6,000 to 900", 6000, 900, "people"),
        ("Turnout", 97, None, "percent"),
    ]


def test_doubtful_ranges_are_reported(reading):
    _, _, findings = reading("## Events\n\n- 9,000-4,000 people were killed\n- 3-5,000 people fled\n")
    assert [(one.code, one.span.first) for one in findings] == [("RK402", 3), ("RK405", 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Conquest (1986)", Attribution("Conquest", 1986, "scholar")),
        ("Hale & Roe (2009)", Attribution("Hale & Roe", 2009, "scholar")),
        ("Dyer (demographic analysis)", Attribution("Dyer", None, "scholar")),
        ("UN, 2008", Attribution("UN", 2008, "international")),
        ("Official records", Attribution("Official records", None, "official")),
        ("Inquiry Commission (1991)", Attribution("Inquiry Commission", 1991, "tribunal")),
        ("Embassy cable", Attribution("Embassy cable", None, "international")),
        ("WHO (2011)", Attribution("WHO", 2011, "international")),
        ("Doe and Max Roe, of 7,251 who entered", Attribution("Doe and Max Roe", None, "scholar")),
        ("National Statistics Institute (2011)", Attribution("National Statistics Institute", 2011, "official")),
        ("Ministry of Justice official, to Doe (1948)", Attribution("Ministry of Justice official", 1948, "official")),
        ("Secretary of Justice (2009), to Human Rights Watch", Attribution("Secretary of Justice", 2009, "official")),
        (
            "Government of Aldova, Research Committee (1983)",
            Attribution("Government of Aldova, Research Committee", 1983, "official"),
        ),
        (
            "Relief and Rehabilitation Commission (1985)",
            Attribution("Relief and Rehabilitation Commission", 1985, "official"),
        ),
        ("International Commission of Jurists (1977)", Attribution("International Commission of Jurists", 1977, "ngo")),
        (
            "Relatives' associations (2008), lists handed to the court",
            Attribution("Relatives' associations", 2008, "ngo"),
        ),
        (
            "UN Working Group on Enforced Disappearances (2016)",
            Attribution("UN Working Group on Enforced Disappearances", 2016, "international"),
        ),
        ("Libération (1995)", Attribution("Libération", 1995, "press")),
        ("DC-Cam (2010)", Attribution("DC-Cam", 2010, None)),  # short for what, the name does not tell
        ("McCormack (1990)", Attribution("McCormack", 1990, "scholar")),
        ("General Roe, quoted by YPKP (2001)", Attribution("General Roe", 2001, "official")),
        ("General estimate", None),
        ("Max Roe, health minister (2011)", Attribution("Max Roe", 2011, "official")),
        ("Max Roe, quoted by the minister (1999)", Attribution("Max Roe", 1999, "scholar")),
        ("Doe (2001), quoted by Roe (2003)", Attribution("Doe", 2001, "scholar")),
        ("Researchers (read in 2026)", Attribution("Researchers", None, "scholar")),
        ("Chinese government, published after 1976", Attribution("Chinese government", None, "official")),
        (
            "UN High Commissioner for Refugees (1973)",
            Attribution("UN High Commissioner for Refugees", 1973, "international"),
        ),
        (
            "Dictionary of Terror, Western Europe in 1980",
            Attribution("Dictionary of Terror, Western Europe in 1980", None, "reference"),
        ),
        ("Encyclopedia entry (2004)", Attribution("Encyclopedia entry", 2004, "reference")),
        ("Reuters", Attribution("Reuters", None, "press")),
        ("Foreign Ministry estimate", Attribution("Foreign Ministry", None, "official")),
        ("Scholarly consensus range", Attribution("Scholarly consensus range", None, "scholar")),
        ("Conservative (Norden University)", Attribution("Norden University", None, "scholar")),
        ("EU monitors", Attribution("EU monitors", None, "international")),
        ("2004 archival study, camps only, 1934-1953", Attribution("archival study", 2004, "scholar")),
        (
            "range in the literature; higher ones are listed below",
            Attribution("range in the literature", None, "scholar"),
        ),
        ("Official executions (1921-1953)", Attribution("Official", None, "official")),
        ("Orlo", Attribution("Orlo", None, None)),
        ("August (1936)", None),
        ("Alex Harlow, November 10", Attribution("Alex Harlow", None, "scholar")),
        ("May, Harlow (1990)", Attribution("May, Harlow", 1990, "scholar")),
        ("Low estimate", None),
        ("Accepted figure, two thirds of the town", None),
        ("Total", None),
        ("12", None),
    ],
)
def test_authors_in_a_column_of_sources(text, expected):
    assert parse_attribution(text) == expected


@pytest.mark.parametrize(
    ("label", "of_estimates", "name"),
    [
        ("Amnesty International", False, "Amnesty International"),
        ("Inquiry Commission (1991)", False, "Inquiry Commission"),
        ("Alex Harlow", True, "Alex Harlow"),
        ("Alex Harlow", False, None),
        ("Second Trial (1937)", True, None),
        ("Operation Falcon", True, None),
        ("In one week of 1978", True, None),
        ("Death toll", True, None),
        ("Conservative", True, None),
    ],
)
def test_authors_in_labels(label, of_estimates, name):
    found = attribution_in_label(label, of_estimates=of_estimates)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to the Inquiry Commission, 500 were killed", "Inquiry Commission"),
        ("Hale estimates 500 dead", "Hale"),
        ("Most scholars accept 500 deaths", "Most scholars"),
        ("About 500 (Human Rights Watch) were killed", "Human Rights Watch"),
        ("Freedom House: 500 political prisoners", "Freedom House"),
        ("Red Terror estimates range up to 500", None),
        ("An estimated 500 died", None),
        ("In Marsh 500 were killed (1972)", None),
    ],
)
def test_authors_in_the_sentence(text, name):
    start = text.index("500")
    found = attribution_in_text(text, start, start + 3)
    assert (found and found.name) == name


def test_the_scope_is_what_was_counted_not_who_wrote(reading):
    estimates, _, _ = reading(
        """## Events

### The Marsh Famine (1921-1922)

| Source | Deaths |
|---|---|
| Conwell (1986) | 5 million |

- **Death toll**: 4 million
- Dispossession deaths: 390,000
- **Officers**: 800 Red Guard officers shot in 1922
- Northern deaths: 60,000 Northern deaths (UN, 1994)
- 300 of political prisoners died

| Category | Deaths |
|---|---|
| Executions on record (1921) | 700 |
| Expulsions of the 1940s | 90 |
| All deaths | 790 |

- **as**: 40 killed
- **Sentence was passed in the north**: 12 executed

## Death Toll Estimates

- Camp deaths: 1.5 million
- 20,000 total deaths
"""
    )
    assert [(one.scope.what, one.scope.when and one.scope.when.edtf, one.scope.who) for one in estimates] == [
        ("The Marsh Famine (1921-1922)", "1921/1922", None),
        ("The Marsh Famine (1921-1922)", "1921/1922", None),
        ("Dispossession", "1921/1922", None),
        ("Officers", "1922", "Red Guard officers"),
        ("Northern", "1921/1922", "Northern"),
        ("The Marsh Famine (1921-1922)", "1921/1922", "political prisoners"),
        ("Executions on record (1921)", "1921", None),
        ("Expulsions of the 1940s", "194X", None),
        ("The Marsh Famine (1921-1922)", "1921/1922", None),
        ("The Marsh Famine (1921-1922)", "1921/1922", None),
        ("The Marsh Famine (1921-1922)", "1921/1922", None),
        ("Camp", None, None),
        ("Death Toll Estimates", None, None),
    ]


def test_a_range_that_runs_backwards_in_a_cell_of_estimates_is_reported_as_one(reading):
    _, _, findings = reading("## A\n\n| Source | Estimate |\n|---|---|\n| Hale | 400-250 |\n| Roe | see annex |\n")
    assert [(one.code, one.span.first) for one in findings] == [("RK402", 5), ("RK401", 6)]


def test_another_version_of_a_figure_is_of_the_same_measure(reading):
    estimates, _, _ = reading(
        """## Events

### The Wharf (1974)

- Army version: 9 rebels killed
- Witnesses' version: 40 to 60
- Hale (1990): 52
- Radius: 300
"""
    )
    assert shown(estimates) == [(5, 9, 9, "deaths"), (6, 40, 60, "deaths"), (7, 52, 52, "deaths")]


def test_a_column_of_dates_says_when_and_not_what():
    text = (
        "# Aldova\n\n## Key Events\n### The Camps\n**Held in the camps**:\n\n"
        "| Date | Source | Prisoners |\n|---|---|---|\n| late 1920s | Encyclopedia | 100,000 |\n"
        "| 1934 | Camp statistics | 510,307 |\n| Winter Camp (1934) | Camp statistics | 90 |\n"
    )
    estimates = read_dossier(text, "aldova-varda.md", load_schema()).estimates
    assert [(one.scope.what, one.scope.when.edtf) for one in estimates] == [
        ("The Camps", "192X"),
        ("The Camps", "1934"),
        ("Winter Camp (1934)", "1934"),
    ]
