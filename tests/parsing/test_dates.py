"""How historians write dates, what EDTF says of it, and what looks like a date and is none."""

import datetime
import time

import pytest

from regimekit.parsing.dates import DateContext, find_dates, parse_date, read_dates

YEAR_1943 = DateContext(datetime.date(1943, 1, 1), datetime.date(1943, 12, 31))
WINTER_OF_1940 = DateContext(datetime.date(1940, 11, 1), datetime.date(1941, 1, 31))


def dates(text, context=None):
    """What is read in a text: each phrase with its EDTF."""
    return [(text[found.start : found.end], found.date.edtf) for found in find_dates(text, context)]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("December 27, 1929", "1929-12-27"),
        ("27 Dec 1929", "1929-12-27"),
        ("27 Dec. 1929", "1929-12-27"),
        ("1st December 1934", "1934-12-01"),
        ("17th of May 1954", "1954-05-17"),
        ("May 17th, 1954", "1954-05-17"),
        ("May 17 1954", "1954-05-17"),
        ("MAY 17, 1954", "1954-05-17"),
        ("17\u00a0May\u00a01954", "1954-05-17"),
        ("Monday 3 May 1982", "1982-05-03"),
        ("Monday, 3 May 1982", "1982-05-03"),
        ("the night of 9 November 1938", "1938-11-09"),
        ("1992-04-05", "1992-04-05"),
        ("25.04.1992", "1992-04-25"),
        ("4/25/1992", "1992-04-25"),
        ("October 1924", "1924-10"),
        ("October, 1924", "1924-10"),
        ("May of 1924", "1924-05"),
        ("early October 1924", "1924-10"),
        ("mid-May 1940", "1940-05"),
        ("Sept 1943", "1943-09"),
        ("Sept. 1943", "1943-09"),
        ("1992-04", "1992-04"),
        ("1929", "1929"),
        ("by 1929", "1929"),
        ("early 1929", "1929"),
        ("late in 1929", "1929"),
        ("the end of 1942", "1942"),
        ("first half of 1943", "1943"),
        ("Q1 1943", "1943"),
        ("third quarter of 1943", "1943"),
        ("c. 1929", "1929~"),
        ("c.1929", "1929~"),
        ("ca. 1929", "1929~"),
        ("circa 1929", "1929~"),
        ("around 1929", "1929~"),
        ("about 1929", "1929~"),
        ("~1929", "1929~"),
        ("1917?", "1917?"),
        ("(1917?)", "1917?"),
        ("probably 1917", "1917?"),
        ("probably c. 1917", "1917%"),
        ("[1917]", "1917"),
        ("Spring 1926", "1926-21"),
        ("Summer 1926", "1926-22"),
        ("Autumn 1926", "1926-23"),
        ("the fall of 1926", "1926-23"),
        ("Winter 1926", "1926-24"),
        ("1926 autumn", "1926-23"),
        ("mid-summer 1944", "1944-22"),
        ("winter of 1943-44", "1943-24"),
        ("spring to autumn 1941", "1941-21/1941-23"),
        ("1920s", "192X"),
        ("late 1920s", "192X"),
        ("mid-1960s", "196X"),
        ("early-to-mid 1930s", "193X"),
        ("19th century", "18XX"),
        ("late 19th century", "18XX"),
        ("the 1700s", "17XX"),
        ("turn of the 20th century", "1900~"),
        ("300 BC", "-0299"),
        ("300 B.C.E.", "-0299"),
        ("5th century BC", "-04XX"),
        ("AD 79", "0079"),
        ("79 CE", "0079"),
        ("1932-1933", "1932/1933"),
        ("1932–33", "1932/1933"),
        ("1976/77", "1976/1977"),
        ("1914-8", "1914/1918"),
        ("1936 — 1938", "1936/1938"),
        ("1999-00", "1999/2000"),
        ("between 1932 and 1933", "1932/1933"),
        ("between 1963-1973", "1963/1973"),
        ("from 1932 to 1933", "1932/1933"),
        ("from 1989 until 2001", "1989/2001"),
        ("1932 through 1933", "1932/1933"),
        ("1975-mid 1978", "1975/1978"),
        ("c. 1942-2011", "1942~/2011"),
        ("1950s-1960s", "195X/196X"),
        ("1960s-70s", "196X/197X"),
        ("18th-19th centuries", "17XX/18XX"),
        ("5th-4th century BC", "-04XX/-03XX"),
        ("June 22, 1941 - May 1945", "1941-06-22/1945-05"),
        ("April 20-23, 1941", "1941-04-20/1941-04-23"),
        ("9-10 November 1938", "1938-11-09/1938-11-10"),
        ("November 9 and 10, 1938", "1938-11-09/1938-11-10"),
        ("9 and 10 November 1938", "1938-11-09/1938-11-10"),
        ("June 30 - July 2, 1934", "1934-06-30/1934-07-02"),
        ("30 December - 2 January 1945", "1944-12-30/1945-01-02"),
        ("Dec 30, 1965 – Feb 25, 1986", "1965-12-30/1986-02-25"),
        ("1 May to 3 June 1945", "1945-05-01/1945-06-03"),
        ("May-June 1940", "1940-05/1940-06"),
        ("May/June 1940", "1940-05/1940-06"),
        ("May and June 1940", "1940-05/1940-06"),
        ("Apr-Jul 1994", "1994-04/1994-07"),
        ("August 1942 - February 1943", "1942-08/1943-02"),
        ("November 1944 - April 11, 1985 (death)", "1944-11/1985-04-11"),
        ("2000-present", "2000/.."),
        ("August 3, 1979 - present", "1979-08-03/.."),
        ("1991 to date", "1991/.."),
        ("from 2003 until today", "2003/.."),
        ("(1937-)", "1937/.."),
        ("(?-1977)", "/1977"),
        ("(1937-?)", "1937/"),
        ("27/28 February 1933", "1933-02-27/1933-02-28"),
        ("Dec. 1949/Jan. 1950", "1949-12/1950-01"),
        ("2003-2010+", "2003/2010"),
        ("1960s onward", "196X"),
    ],
)
def test_a_phrase_is_read_as_edtf(written, edtf):
    date = parse_date(written)
    assert date is not None
    assert date.edtf == edtf


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("early 1924", "1924-01-01", "1924-04-30"),
        ("mid-1924", "1924-05-01", "1924-08-31"),
        ("late 1924", "1924-09-01", "1924-12-31"),
        ("second half of 1924", "1924-07-01", "1924-12-31"),
        ("early May 1924", "1924-05-01", "1924-05-10"),
        ("mid-February 1924", "1924-02-11", "1924-02-20"),
        ("late February 1924", "1924-02-21", "1924-02-29"),
        ("early 1920s", "1920-01-01", "1923-12-31"),
        ("mid-1920s", "1924-01-01", "1926-12-31"),
        ("late 1920s", "1927-01-01", "1929-12-31"),
        ("early 19th century", "1800-01-01", "1832-12-31"),
        ("late 19th century", "1866-01-01", "1899-12-31"),
        ("summer 1926", "1926-06-01", "1926-08-31"),
        ("winter 1926", "1926-01-01", "1927-02-28"),
        ("winter 1926-27", "1926-12-01", "1927-02-28"),
        ("by 1929", None, "1929-12-31"),
        ("by mid-1955", None, "1955-08-31"),
        ("since 1929", "1929-01-01", None),
        ("until the early 1950s", None, "1953-12-31"),
        ("before 1929", None, "1928-12-31"),
        ("prior to May 1929", None, "1929-04-30"),
        ("pre-1970", None, "1969-12-31"),
        ("after 1929", "1930-01-01", None),
        ("post-1975", "1976-01-01", None),
        ("2000-present", "2000-01-01", None),
        ("2003-2010+", "2003-01-01", None),
        ("1954 onwards", "1954-01-01", None),
        ("300 BC", None, None),
    ],
)
def test_a_phrase_has_a_first_and_a_last_day(written, earliest, latest):
    date = parse_date(written)
    assert date is not None
    assert [day and day.isoformat() for day in (date.earliest, date.latest)] == [earliest, latest]


@pytest.mark.parametrize(
    ("written", "relation"),
    [
        ("1929", "in"),
        ("no later than 1929", "by"),
        ("from 1929", "since"),
        ("1929 onward", "since"),
        ("up to 1929", "until"),
        ("prior to 1929", "before"),
        ("post-1929", "after"),
        ("from 1929 to 1931", "in"),
    ],
)
def test_a_phrase_says_how_it_bounds_the_event(written, relation):
    date = parse_date(written)
    assert date is not None
    assert date.relation == relation


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("May 5, 1943", "day"),
        ("May 1943", "month"),
        ("summer 1943", "season"),
        ("1943", "year"),
        ("1940s", "decade"),
        ("20th century", "century"),
        ("May 5, 1943 - 1945", "year"),
    ],
)
def test_precision_is_that_of_the_coarser_end(written, precision):
    date = parse_date(written)
    assert date is not None
    assert date.precision == precision


@pytest.mark.parametrize(
    ("written", "edtf", "earliest", "latest"),
    [
        ("05.04.1992", "[1992-04-05,1992-05-04]", "1992-04-05", "1992-05-04"),
        ("5/4/1992", "[1992-04-05,1992-05-04]", "1992-04-05", "1992-05-04"),
        ("5/4/1992 - 6/4/1992", "1992-04-05/1992-06-04", "1992-04-05", "1992-06-04"),
    ],
)
def test_an_order_of_day_and_month_that_is_open_is_not_guessed(written, edtf, earliest, latest):
    (found,) = find_dates(written)
    assert found.ambiguous
    assert found.date.uncertain
    assert (found.date.edtf, str(found.date.earliest), str(found.date.latest)) == (edtf, earliest, latest)


@pytest.mark.parametrize("written", ["05.05.1992", "25.04.1992"])
def test_an_order_that_cannot_matter_is_not_flagged(written):
    assert not find_dates(written)[0].ambiguous


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("February 30, 1944", "impossible day"),
        ("February 29, 1943", "impossible day"),
        ("31 April 1943", "impossible day"),
        ("2024-13-01", "impossible day"),
        ("13.13.1992", "impossible day"),
        ("June 25-31, 1943", "impossible day"),
        ("1985-1979", "reversed range"),
        ("May 1945 - April 1945", "reversed range"),
    ],
)
def test_a_date_that_cannot_be_is_reported_and_not_guessed(written, fault):
    found, faults = read_dates(f"The camp was closed ({written}).")
    assert not found
    assert [(one.fault, f"The camp was closed ({written}).".find(written)) for one in faults] == [
        (fault, faults[0].start)
    ]
    assert parse_date(written) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no date here",
        "1,500",
        "in 1,000",
        "2000 people",
        "1900 prisoners",
        "1500 Soviet troops",
        "1200-1400 political prisoners",
        "between 1500 and 2000 people",
        "about 1500 villagers",
        "about 1500",
        "more than 1900",
        "at least 1800",
        "over 2000",
        "a total of 1943",
        "1 in 1000",
        "$1984",
        "€1500-1600",
        "1984%",
        "1500 km",
        "2000 hours",
        "UN Resolution 1593",
        "Decree 1951",
        "Decree No. 1951",
        "Article 1948",
        "Office 1940",
        "Room 1984",
        "Law No. 162/1958",
        "Emergency Decree 45/1936",
        "pp. 1045-1100",
        "Law 1400/1973",
        "Operation 1027",
        "Kovan 1999:303",
        "the file military-1964-1985",
        "x1984",
        "1984.txt",
        "/2016/03/05/report",
        "0998 and 2101",
        "123456789",
        "12:30",
        "Sun Mon Tue",
        "they may have 12 of them",
        "May 5,000 people come",
        "the Long March",
        "Mar-a-Lago, Jan Masaryk and Dec",
    ],
)
def test_what_is_no_date(text):
    assert dates(text) == []
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1991 Soviet troops withdrew", ["1991"]),
        ("in 2000 people voted", ["2000"]),
        ("in 1956 thousands of refugees fled", ["1956"]),
        ("the 1956 refugees", ["1956"]),
        ("1943 the prisoners were moved", ["1943"]),
        ("contract runs through at least 2026", ["2026"]),
        ("debate over 2023 events", ["2023"]),
        ("who did it in 1917?", ["1917"]),
        ("Prague Spring 1968", ["1968"]),
        ("Massacre (Summer 1950)", ["Summer 1950"]),
        ("1948, 1961 and 1978", ["1948", "1961", "1978"]),
        ("fell in 1944. By 1945, it was over", ["1944", "By 1945"]),
        ("1975 - March on the capital", ["1975"]),
        ("1985 - 1979 law repealed", ["1985", "1979"]),
        ("May 1943 - 1943", ["May 1943", "1943"]),
        ("the party (1950s-era) cadres", ["1950s"]),
        ("arrested 12 March 1951, tried in May\n1952", ["12 March 1951", "May\n1952"]),
    ],
)
def test_dates_are_found_in_running_text(text, found):
    assert [phrase for phrase, _ in dates(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("February 11: the garrison mutinies", [("February 11", "1943-02-11")]),
        ("23 May", [("23 May", "1943-05-23")]),
        ("June 5-10", [("June 5-10", "1943-06-05/1943-06-10")]),
        ("by November 13, all was lost", [("by November 13", "1943-11-13")]),
        ("In March, the tribunal met", [("March", "1943-03")]),
        ("late September", [("late September", "1943-09")]),
        ("October - strikes; December - arrests", [("October", "1943-10"), ("December", "1943-12")]),
        ("October Uprising: the navy joins", [("October", "1943-10")]),
        ("Spring-Summer: stalemate", [("Spring-Summer", "1943-21/1943-22")]),
        ("the '30s", [("30s", "193X")]),
        # no dates, whatever the context
        ("They may have left", []),
        ("the Long March", []),
        ("the Black September crisis", []),
        ("the 26 July Movement", []),
        ('the "Gerakan 30 September" officers', []),
        ("Fall: the regime collapses", []),
        ("Jan Masaryk", []),
        ("May Day", []),
        ("the September 11 attacks", []),
    ],
)
def test_a_context_completes_what_lacks_a_year(text, found):
    assert dates(text, YEAR_1943) == found
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("August 2019; August 21", ["2019-08", "2019-08-21"]),
        ("February 12 and February 25, 1974", ["1974-02-12", "1974-02-25"]),
        ("March, June and October 1943", ["1943-03", "1943-06", "1943-10"]),
        ("revived after the April Revolution of 1960", ["1960-04", "1960"]),
        ("closed in 1959; reopened after the May Revolution of 1961", ["1959", "1961-05", "1961"]),
    ],
)
def test_an_incomplete_date_is_completed_from_its_own_line(text, found):
    assert [edtf for _, edtf in dates(text)] == found


def test_a_context_of_two_years_completes_only_the_months_that_lie_in_it():
    assert dates("November 22: the pass is taken", WINTER_OF_1940) == [("November 22", "1940-11-22")]
    assert dates("January 5: the pass is lost", WINTER_OF_1940) == [("January 5", "1941-01-05")]
    assert dates("April 5: the pass is forgotten", WINTER_OF_1940) == []


def test_an_impossible_day_is_reported_once_it_has_a_year():
    assert read_dates("February 29: closed") == ([], [])
    found, faults = read_dates("February 29: closed", YEAR_1943)
    assert not found
    assert [fault.fault for fault in faults] == ["impossible day"]


def test_nothing_is_read_in_what_is_masked():
    text = "In Nineteen Years to 1984, published in 1949"
    assert dates(text) == [("1984", "1984"), ("1949", "1949")]
    title = (3, text.index(","))
    assert [found.date.edtf for found in find_dates(text, masked=[title])] == ["1949"]


@pytest.mark.parametrize(
    "hostile",
    [
        "1",
        " ",
        "May ",
        "May, ",
        "May 5, ",
        "1943-",
        "1943 - ",
        "1943, ",
        "9-",
        "9 ",
        "the ",
        "(1943 ",
        "January – ",
        "?-",
    ],
)
def test_reading_takes_time_in_proportion_to_length(hostile):
    text = hostile * (100_000 // len(hostile))
    start = time.perf_counter()
    find_dates(text, YEAR_1943)
    # some ten times what it takes; a reader that backtracks would need minutes
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("written", "edtf", "verbatim"),
    [
        ("late nineteenth century", "18XX", "late nineteenth century"),
        ("the Twentieth-century wars", "19XX", "Twentieth-century"),
        ("a twenty-first century state", "20XX", "twenty-first century"),
        ("in the second century BC", "-01XX", "second century BC"),
        ("1917 (?)", "1917?", "1917 (?)"),
    ],
)
def test_centuries_in_words_and_doubt_in_brackets(written, edtf, verbatim):
    (found,) = find_dates(written)
    assert (found.date.edtf, found.date.verbatim) == (edtf, verbatim)
    assert written[found.start : found.end] == verbatim


@pytest.mark.parametrize("written", ["half a century", "for centuries", "the second of them"])
def test_other_centuries_are_no_dates(written):
    assert find_dates(written) == []


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("17.XII.1986", "1986-12-17"),
        ("6/V/1973", "1973-05-06"),
        ("1992/03/12", "1992-03-12"),
        ("1992.03.12", "1992-03-12"),
        ("since 04.2000", "2000-04"),
        ("03/1999 - 05/2001: a siege", "1999-03/2001-05"),
        ("21-22/10/2003", "2003-10-21/2003-10-22"),
        ("9–10.06.1977", "1977-06-09/1977-06-10"),
        ("Decree 88 of October 1957", "1957-10"),
        ("Law No. 17 of October 1957", "1957-10"),
        ("on 17 of October 1957", "1957-10-17"),
    ],
)
def test_other_ways_to_write_a_date_in_figures(written, edtf):
    (found,) = find_dates(written)
    assert found.date.edtf == edtf
    assert not found.ambiguous


@pytest.mark.parametrize(
    "written",
    [
        "Law 12/1998",
        "Decree No. 02/1990",
        "0.1998 tons",
        "12.1500",
        "30-31/13/2003",
        "12.2003.4",
        "6.IIII.1973",
        "7.XIII.1973",
    ],
)
def test_figures_that_only_look_like_one_of_those(written):
    assert find_dates(written) == []
