"""Which lines say when something happened, and which dates in them do not."""

import time

import pytest

from regimekit.parsing.events import read_events
from regimekit.parsing.passages import Passage


@pytest.fixture
def events(read):
    """The events of a text."""
    return lambda text: read_events(read(text).passages)[0]


@pytest.fixture
def stated(events):
    """What one line, in a section, says: its principal date, or None."""

    def date(line, section="Rise to Power"):
        found = events(f"# Velia\n\n## {section}\n\n{line}\n")
        return found[0].date.edtf if found else None

    return date


@pytest.fixture
def findings(read):
    return lambda text: [(one.code, one.span.first) for one in read_events(read(text).passages)[1]]


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("### The March on Velia (October 3, 1931)", "1931-10-03"),
        ("### The 1931 Revolution (October 3)", "1931-10-03"),
        ("- **1931 (October 3)**: the cabinet resigns", "1931-10-03"),
        ("- 1931, October 3: the cabinet resigns", "1931-10-03"),
        ("- **October 3, 1931**: the cabinet resigns", "1931-10-03"),
        ("- 1931 Revolution: the cabinet resigns", "1931"),
        ("- Aliens Law (1938) restricts residence", "1938"),
        ("- **1936 Constitution**: adopted by plebiscite", "1936"),
        ("- The party grew until 1946", "1946"),
        ("- Banned prior to 1938", "1938"),
        ("- By 1937: 40,000 members", "1937"),
        ("- Elections planned for May 1932", "1932-05"),
        ("- Broke with Arvia (1948), Norland (1961) and Sudria (1978)", "1948"),
        ("- **Director Paul Harn** (1957-1967): reorganised the service", "1957/1967"),
        ("- **Grauburg Prison** (1948-1991): for political prisoners", "1948/1991"),
        ("- **National Union** (1956-1962): replaced the Front", "1956/1962"),
        ("- **Death and Funeral** (1951)", "1951"),
        ("- Velian rule over the coast (1863-1953)", "1863/1953"),
        ('- "Bread Day Massacre" (1977): the army fires', "1977"),
        ("- A fair in Norland and Sudria (1956)", "1956"),
        ("- Soviet bloc (post-1977)", "1977"),
        ("- 2023 poll: most disapprove", "2023"),
        ("- Archives opened after 1991", "1991"),
        ("| Date | Event |\n|---|---|\n| April 2, 1931 | Curfew |", "1931-04-02"),
        ("| Event | Date |\n|---|---|\n| Repeal of the 1919 tariff | April 2, 1931 |", "1931-04-02"),
        ("**Collapse** began in spring 1944:", "1944-21"),
    ],
)
def test_a_line_says_when_something_happened(stated, line, edtf):
    assert stated(line) == edtf


@pytest.mark.parametrize(
    "line",
    [
        "- no date at all",
        "- **Anna Kovan** (1898-1961) led the strike",
        "- Anna Kovan (born 1898) led the strike",
        "- Anna Kovan (d. 1961) led the strike",
        "- Anna Kovan (October 1898 - July 1961), teacher",
        "- Output restored to 1913 levels",
        "- Wages fell below 1913 pre-war levels",
        "- Exports doubled compared with 1928",
        "- Inflation the highest since 1979",
        "- One of the worst famines of the 20th century",
        "- Rule by decree under the 1936 Constitution",
        "- Removed articles from the 1936 Criminal Code",
        "- Dissent is illegal under Law 75 of 1936",
        "- $8 million spent, according to a 1975 Senate report",
        "- 30,000 killed (1999 Norland University survey)",
        "- 40 % of homes lost (Reuters, November 2022)",
        "- Pre-1991 archives add little",
        "- Observed annually on 5 May",
        "- See [The March on Velia, 1931 - Encyclopaedia](https://example.org/1931)",
        "- read *The Velian Tragedy of 1931* first",
        "- Decree 1951 and Resolution 1973",
        "- 1900 prisoners were moved",
    ],
)
def test_a_date_that_belongs_to_something_else_makes_no_event(stated, line):
    assert stated(line) is None


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("- **Paul Harn** — Minister of War (1951-1956), President (1960)", None),
        ("- **Paul Harn** (1898-1961): removed 1956, executed 1961", "1956"),
        ("- **Paul Harn** — Minister of War (1951-1956); executed March 1961", "1961-03"),
        ("- Convicted in absentia (2006)", "2006"),
        ("- First Secretary of the Front (May 1974 - June 1977)", None),
        ("- **Paul Harn** (1898-1961, executed) — Minister of War", None),
        ("- **Paul Harn** (1898-?) — Minister of War", None),
        ("- **King Aldo II** (r. 1951-1956)", None),
        ("### Paul Harn (1898-1961)", None),
        ("### Paul Harn (?-1961)", None),
        (
            "| Name | Role | Fate |\n|---|---|---|\n| Paul Harn | President (1951-1956) | Died in office, April 1956 |",
            "1956-04",
        ),
        ("| Name | Term | Fate |\n|---|---|---|\n| Paul Harn | 1951-1956 | unknown |", None),
    ],
)
def test_lives_and_terms_of_office_in_a_list_of_people_are_no_events(stated, line, edtf):
    assert stated(line, "Key Figures") == edtf


def test_terms_in_any_list_of_office_holders_are_no_events(events):
    assert not events("## Aftermath\n\n**Later presidents**:\n- Paul Harn (1999-2001)\n- Eva Lorn (2001-present)\n")
    assert len(events("## Aftermath\n\n**Later camps**:\n- Tor Selm (1999-2001)\n")) == 1


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("- Kovan & Harn (2009), on the famine of 1932", "1932"),
        ("- Kovan (1986) blames the ministry", None),
        ("- The Kovan Report (2006) covers 1945-1989", "1945/1989"),
        ("- the drought theory (Kovan 1986)", None),
        ("- **Kovan's thesis** (1986):", None),
        ('- Eva Lorn, "The Last Harvest of Velia (1931-1933)" (2022)', None),
        ('- Senate Committee (1975): "systematic" aid 1963-1973', "1963/1973"),
        ("- Constitutional Court (2012): acquitted the ministers", "2012"),
        ("- Totalitarian model (1950s-1960s)", "195X/196X"),
    ],
)
def test_years_of_publication_are_no_events(stated, line, edtf):
    assert stated(line, "Scholarly Debate") == edtf


def test_the_source_of_an_estimate_does_not_date_it(stated):
    table = "| Source | Deaths |\n|---|---|\n| Kovan (1986) | {} |"
    assert stated(table.format("20,000"), "Death Toll Estimates") is None
    assert stated(table.format("20,000 (1932-33)"), "Death Toll Estimates") == "1932/1933"
    assert stated("| Source | Year | Deaths |\n|---|---|---|\n| Kovan | 1986 | 20,000 |", "Key Events") is None
    assert stated("**Early Estimates (before 1991)**:", "Key Events") is None
    assert stated("**Official Estimates**:\n- Norland Commission (1991)", "Key Events") is None
    assert stated("**Official Estimates**:\n- deaths in the camps (1931)", "Key Events") == "1931"


def test_of_the_overview_only_the_dates_are_events(events):
    found = events(
        "## Overview\n\n| Field | Value |\n|---|---|\n"
        "| **Dates** | 3 October 1931 - May 1945 |\n| **Leader** | Paul Harn (1898-1961) |\n| **Type** | Junta from 1933 |\n"
    )
    assert [(event.span.first, event.date.edtf) for event in found] == [(5, "1931-10-03/1945-05")]


def test_sources_footers_and_code_give_no_events(events):
    assert not events("## Rise\n\nText.\n\n**Sources**:\n- Norland Watch, report of 2004\n")
    assert not events("## Sources\n\n- Kovan, in the year 1986\n\n```\nIn 1931\n```\n\n---\n*Created: 2026-01-06*\n")


def test_days_take_their_year_from_what_they_stand_under(events):
    found = events(
        "## War (1967)\n\n- **May 16**: troops mass\n\n## Rising (January 25 - February 11, 2011)\n\n- February 2: camels\n\n"
        "## Retreat\n\n**Counter-attack** (November 1940 - January 1941):\n- November 22: the pass falls\n- January 3: and again\n\n"
        "## Defeat\n\n- 250,000 men by October 1940\n- By November 13: none\n"
    )
    completed = [event.date.edtf for event in found if event.kind == "event" and event.date.precision == "day"]
    assert completed == ["1967-05-16", "2011-02-02", "1940-11-22", "1941-01-03", "1940-11-13"]


def test_a_month_below_a_span_of_years_has_no_year(events):
    assert [event.kind for event in events("## War (1967-1973)\n\n- May 16: troops mass\n")] == ["heading"]


def test_an_hour_takes_the_day_of_the_heading(events):
    day, undated = "## The Coup (September 11, 1973)\n", "## The Coup\n"
    hour = "\n- **6:00 AM**: the fleet puts out\n"
    assert [event.date.edtf for event in events(day + hour)] == ["1973-09-11", "1973-09-11"]
    assert not events(undated + hour)


def test_an_event_knows_its_line_kind_title_and_headings(events):
    heading, item, row, prose = events(
        "# Velia\n\n## Rise\n\n### The March (October 3, 1931)\n\n- stopped\n  in May 1932 and June 1933\n\n"
        "| Date | Event |\n|---|---|\n| 1934 | Curfew |\n\nNothing yet. In 1935 a new party was formed.\n"
    )
    assert (heading.kind, heading.span.first, heading.title) == ("heading", 5, "The March")
    assert (item.kind, item.span.first, item.date.edtf) == ("event", 8, "1932-05")
    assert [date.edtf for date in item.dates] == ["1933-06"]
    assert item.headings == ("Rise", "The March (October 3, 1931)")
    assert (row.kind, row.span.first, row.title) == ("table", 12, "Curfew")
    assert (prose.kind, prose.span.first, prose.title) == ("prose", 14, "In 1935 a new party was formed.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- **October 3, 1931**: the cabinet resigns", "The cabinet resigns"),
        ("- By 1931 — strikes", "Strikes"),
        ("- On 3 October 1931, the cabinet resigned", "The cabinet resigned"),
        ("- 1931 trial of the generals", "1931 trial of the generals"),
        ("- In 1931 the cabinet resigned", "In 1931 the cabinet resigned"),
        ("- The cabinet resigned (1931)", "The cabinet resigned (1931)"),
        ("- **1931**:", "1931"),
    ],
)
def test_a_title_leaves_the_opening_date_out(events, line, title):
    assert [event.title for event in events(f"## Rise\n\n{line}\n")] == [title]


def test_wrong_dates_are_findings(findings):
    assert findings("## Rise\n\n- February 30, 1944: closed\n- Terror (1985-1979)\n") == [("RK302", 3), ("RK303", 4)]
    table = "## Rise\n\n| Date | Event |\n|---|---|\n| {} | Coup |\n"
    assert findings(table.format("Mya 1961")) == [("RK301", 5)]
    assert findings(table.format("Febuary 1961")) == [("RK301", 5)]
    assert findings(table.format("19?1")) == [("RK301", 5)]
    for written in ("May 1961", "unknown", "Election of 1961", "1961 (March and later)", "—", "Summer 1961"):
        assert findings(table.format(written)) == []
    assert findings("## Rise\n\n- on 5/4/1961 the mayor fled\n") == [("RK304", 3)]


@pytest.mark.parametrize(
    "hostile",
    [
        "In 1943 it fell. ",
        "(1943, ",
        "(1943) ",
        "Paul Harn (1898-1961), ",
        "[a](b) 1943 ",
        "*a* 1943 ",
        "May 5, ",
        "A ",
    ],
)
def test_reading_events_takes_time_in_proportion_to_length(hostile):
    # some twenty times what it takes; a reader that backtracks would need minutes
    text = hostile * (100_000 // len(hostile))
    passage = Passage("paragraph", 1, 1, text, "scholarly_debate", links=(("a", "b"),) * 5000)
    start = time.perf_counter()
    read_events([Passage("heading", 1, 1, "Rise (1943)", level=2), passage])
    assert time.perf_counter() - start < 5


WORKS = "\n\n## Sources\n- Moreau, P. 1979. *Land and Law*. Velia.\n- Alan Hale, *The Colonels*, Velia 2001\n- Benn, T., and J. Roe. 2011. *Dead*.\n"


@pytest.mark.parametrize(
    "line",
    [
        "- Hale (2001) sees a plan in it",
        "- The registers were burned (Moreau 1979)",
        "- The registers were burned (Hale 2001: 17; but see Moreau 1979: 40-4)",
        "- Benn and Roe (2011: 77) doubt it",
    ],
)
def test_a_year_of_a_work_that_the_dossier_lists_is_no_date(events, line):
    assert events(f"# Velia\n\n## Fall\n\n{line}{WORKS}") == []


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("- Hale (1999) was the last mine to close", "1999"),
        ("- The mutiny at Moreau (1931)", "1931"),
        ("- Camps closed (Moreau 1979: 88) in June 1963", "1963-06"),
        ("- Late 1979: 88 camps", "1979"),
        ("- Prisoners released (March 1979: 88; April 1979: 40)", "1979-03"),
    ],
)
def test_a_year_that_is_of_no_listed_work_is_a_date(events, line, edtf):
    assert [event.date.edtf for event in events(f"# Velia\n\n## Fall\n\n{line}{WORKS}")] == [edtf]
