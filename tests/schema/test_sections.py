"""Headings → sections: invented headings, and what each names to a careful reader."""

import pytest

from regimekit.schema import load_schema, split_number

SCHEMA = load_schema()

NAMED = [
    # numbering, brackets and subtitles do not count
    ("3. Methods of Control", "methods_of_control"),
    ("IX. The Fall (2000)", "fall"),
    ("A. Background", "pre_conditions"),
    ("§ 4 Aftermath", "aftermath"),
    ("IV – Instruments of Power", "methods_of_control"),
    ("Part II: The Terror", "key_events"),
    ("Chapter 3. Life under Surveillance", "methods_of_control"),
    ("Rise to Power: Fall of a Dynasty", "rise_to_power"),
    ("The Economy: Rise and Fall", "other"),
    ("1948-1953: The Purges", "key_events"),
    ("Phase One: Seizure of Power", "rise_to_power"),
    ("OVERVIEW", "overview"),
    ("PRÉ-CONDITIONS", "pre_conditions"),
    ("Fall/End", "fall"),
    # titles that no template has
    ("Executive Summary", "overview"),
    ("Summary of Atrocities", "key_events"),
    ("Leadership and Inner Circle", "key_figures"),
    ("Regime Type and Ideology", "classification"),
    ("Early Life and Background", "pre_conditions"),
    ("Events Leading to the War", "pre_conditions"),
    ("Colonial Legacy", "pre_conditions"),
    ("The Road to Power", "rise_to_power"),
    ("Consolidation of Power (1966-1970)", "rise_to_power"),
    ("Security Apparatus", "methods_of_control"),
    ("Propaganda and Censorship", "methods_of_control"),
    ("Mechanisms of Social Control", "methods_of_control"),
    ("The Massacre at Lake Vero", "key_events"),
    ("Treatment of Minorities", "key_events"),
    ("Treatment of the Opposition", "key_events"),
    ("Cultural Policies", "key_events"),
    ("Human Rights Record", "key_events"),
    ("Man-Made Disaster and Persecution", "key_events"),
    ("Deaths in Custody", "key_events"),
    ("War Crimes", "key_events"),
    ("Show Trials", "key_events"),
    ("Popular Resistance", "opposition"),
    ("Human Rights Organizations", "opposition"),
    ("Death and Succession", "fall"),
    ("Decline and Fall: 1985-1989", "fall"),
    ("End of the Old Regime", "fall"),
    ("Current Status: Consolidated Rule", "fall"),
    ("Economic Collapse and Fall from Power", "fall"),
    ("Legacy", "aftermath"),
    ("Trial and Conviction", "aftermath"),
    ("Truth and Reconciliation", "aftermath"),
    ("Pardon, Release, and Death", "aftermath"),
    ("Aftermath and Current Status", "aftermath"),
    ("War Crimes Trials", "aftermath"),
    ("Trials of the Opposition", "aftermath"),
    ("XI. Scholarly Debates", "scholarly_debate"),
    ("Historiography", "scholarly_debate"),
    ("Historians and the Death Toll", "scholarly_debate"),
    ("See Also", "comparisons"),
    ("Regional Comparisons", "comparisons"),
    ("Related Topics", "comparisons"),
    ("Timeline of Key Events", "timeline"),
    ("Chronology", "timeline"),
    ("References and Further Reading", "sources"),
    ("Source Notes", "sources"),
    ("Appendix A: Sources", "sources"),
    ("Data Quality and Limitations", "confidence"),
    ("Source Reliability", "confidence"),
    ("The Land Question before 1954", "pre_conditions"),
    ("Prior History", "pre_conditions"),
    ("How the Colonels Took Control", "rise_to_power"),
    ("Modes of Domination", "methods_of_control"),
    ("A Record of Violence", "key_events"),
    ("Who Resisted", "opposition"),
    ("The Unravelling, 1988-1990", "fall"),
    ("After the Generals", "aftermath"),
    ("Personalities of the Regime", "key_figures"),
    ("The State of the Question", "scholarly_debate"),
    ("How Solid Is the Evidence?", "confidence"),
    # the head of the title decides, not each word in it
    ("Repression of the Lay Brotherhood", "key_events"),
    ("Opposition Repression", "key_events"),
    ("Crackdown on the Opposition", "key_events"),
    ("Opposition Leaders", "opposition"),
    ("Rise of the Opposition", "opposition"),
    ("Years of Terror", "key_events"),
    ("Pre-Conditions for the Rise", "pre_conditions"),
    ("Power Struggle After the Leader's Death", "rise_to_power"),
    ("Legacy of the Regime", "aftermath"),
    ("Comparison of Death Tolls", "comparisons"),
]

NAMING_NONE = [
    "The Canal Crisis (1956)",
    "The Upland Famine (1983-1985)",
    "Political System",
    "Foreign Policy and the World War",
    "Economic Policies",
    "Economic Legacy",
    "Collapse of the Economy",
    "Death Toll",
    "Death Penalty",
    "Key Statistics Summary",
    "Civil War",
    "End of the War",
    "Coup Attempt of 1981",
    "Rise of Prices",
    "Sources of Power",
    "Vote of No Confidence",
    "Parliamentary Debate",
    "Justice System",
    "Amnesty International",
    "Media Coverage Abroad",
    "Population Control",
    "Leadership Style",
    "War-Related Deaths",
    "Post-War Period",
    "Counterfeit Currency",
    "Sunrise Highway",
    "After the Floods",
    "The Night before the Election",
    "State of the Harvest",
    "Restoration of the Old Town",
    "1975",
    "",
]


@pytest.mark.parametrize(("title", "id"), NAMED)
def test_heading_is_named_as_a_reader_would(title, id):
    assert SCHEMA.section_id(title) == id


@pytest.mark.parametrize("title", NAMING_NONE)
def test_heading_that_names_no_section_is_other(title):
    assert SCHEMA.section_id(title) == "other"


@pytest.mark.parametrize("section", SCHEMA.sections, ids=lambda section: section.id)
def test_every_title_and_alias_names_its_section(section):
    for title in (section.id, section.title, *section.aliases):
        assert SCHEMA.section_id(title) == section.id, title


@pytest.mark.parametrize("section", SCHEMA.sections, ids=lambda section: section.id)
def test_every_term_is_found_where_it_stands_alone(section):
    for term in section.terms:
        title = term.replace("*", "").replace("...", "the old")
        assert SCHEMA.section_id(title) == section.id, term


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("3. Rise", "3.", "Rise"),
        ("3.Rise", "3.", "Rise"),
        ("3) Rise", "3)", "Rise"),
        ("(3) Rise", "(3)", "Rise"),
        ("3.1 Rise", "3.1", "Rise"),
        ("5.2.1. Rise", "5.2.1.", "Rise"),
        ("3. 1989 Coup", "3.", "1989 Coup"),
        ("XIV. Truth", "XIV.", "Truth"),
        ("IV – Methods", "IV", "Methods"),
        ("II. A. Doe", "II.", "A. Doe"),
        ("Part II: Terror", "Part II:", "Terror"),
        ("Part Two - Terror", "Part Two", "Terror"),
        ("§ 4 Aftermath", "§ 4", "Aftermath"),
    ],
)
def test_numbering_is_split_off(title, number, rest):
    assert split_number(title) == (number, rest)


@pytest.mark.parametrize(
    "title",
    [
        "1989 Coup",
        "1989. A Coup",
        "10 Days of Terror",
        "1.5 million refugees",
        "1 - 2 million dead",
        "12:30 Attack",
        "I Accuse",
        "J. V. Doe",
        "Mix. Forms",
        "CIVIL. Rights",
        "Section 28 Protests",
        "IX.",
        "",
    ],
)
def test_what_is_no_numbering_stays(title):
    assert split_number(title) == (None, title)


def test_a_letter_before_a_name_is_an_initial():
    assert SCHEMA.split_number("V. Molnar") == (None, "V. Molnar")
    assert SCHEMA.split_number("V. Repression") == ("V.", "Repression")
    assert SCHEMA.split_number("XV. Molnar") == ("XV.", "Molnar")


@pytest.mark.parametrize(
    "title",
    [
        "Leadership",
        "Party Leadership",
        "Inner Circle (1976)",
        "Members of the Junta",
        "Military and Security Officials",
        "Key Generals: The Northern Command",
        "2. Opposition Figures",
    ],
)
def test_heading_of_a_list_of_people(title):
    assert SCHEMA.is_people_heading(title)


@pytest.mark.parametrize(
    "title", ["Leadership Purges", "Fate of the Leaders", "Presidential Palace", "General Situation", "Family Life", ""]
)
def test_heading_that_only_mentions_people(title):
    assert not SCHEMA.is_people_heading(title)
