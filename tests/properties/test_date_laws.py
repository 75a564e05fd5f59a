"""Laws of the date grammar."""

import datetime

from edtf_validate.valid_edtf import is_valid
from hypothesis import given
from hypothesis import strategies as st

from regimekit.parsing.dates import DateContext, parse_date, read_dates
from regimekit.parsing.dates.vocabulary import MONTHS

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31))
YEARS = st.integers(1000, 2100)
DASHES = st.sampled_from(["-", "–", "—", " - ", " – ", " to ", " through ", "\u00a0–\u00a0"])
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def month(day, *, short=False):
    name = MONTHS[day.month - 1].capitalize()
    return name[:3] if short else name


DAY_FORMS = st.sampled_from(
    [
        lambda day: f"{month(day)} {day.day}, {day.year}",
        lambda day: f"{month(day, short=True)} {day.day}, {day.year}",
        lambda day: f"{day.day} {month(day)} {day.year}",
        lambda day: f"{day.day}\u00a0{month(day, short=True)}.\u00a0{day.year}",
        lambda day: f"{day.day}{ORDINALS.get(day.day, 'th')} of {month(day)} {day.year}",
        lambda day: f"{day:%A}, {day.day} {month(day)}, {day.year}",
        lambda day: f"{day.year}-{day.month:02}-{day.day:02}",
    ]
)
WORDS = st.sampled_from(
    [
        *[name.capitalize() for name in MONTHS],
        *"Jan Mar. Sept early mid- late c. ca. circa about by since until before after pre- post- from to between and".split(),
        *"of the in end first half turn century BC AD onwards present s ? + ~ ( ) - – — / , . ; : | '".split(),
        *"1943 1944 1500 2100 999 43 44 9 30 31 0 00 12/5/1943 1943-44 1999-00 1943-04-05 13.13.1943 1950s '60s 19th".split(),
        *"people prisoners km Resolution No. may March Summer winter spring Fall Q1".split(),
        "\n",
        "\u00a0",
    ]
)
PHRASES = st.lists(WORDS, max_size=14).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), ", ".join(words)])
)
CONTEXTS = st.one_of(st.none(), st.tuples(DAYS, DAYS).map(lambda days: DateContext(min(days), max(days))))


@given(DAYS, DAY_FORMS)
def test_a_day_survives_being_written_and_read(day, form):
    date = parse_date(form(day))
    assert date is not None
    assert (date.edtf, date.earliest, date.latest) == (day.isoformat(), day, day)


@given(DAYS, st.booleans())
def test_a_month_survives_being_written_and_read(day, short):
    date = parse_date(f"{month(day, short=short)} {day.year}")
    assert date is not None
    assert date.edtf == f"{day.year}-{day.month:02}"
    assert date.earliest == day.replace(day=1)
    assert date.latest is not None
    assert (date.latest + datetime.timedelta(days=1)).day == 1


@given(st.tuples(DAYS, DAYS).map(sorted), DAY_FORMS, DASHES)
def test_a_span_of_days_survives_being_written_and_read(days, form, dash):
    date = parse_date(f"{form(days[0])}{dash}{form(days[1])}")
    assert date is not None
    assert (date.earliest, date.latest) == tuple(days)
    assert date.edtf == f"{days[0].isoformat()}/{days[1].isoformat()}"


@given(st.tuples(YEARS, YEARS).filter(lambda years: years[0] < years[1]), DASHES)
def test_a_span_of_years_survives_being_written_and_read(years, dash):
    date = parse_date(f"{years[0]}{dash}{years[1]}")
    assert date is not None
    assert date.edtf == f"{years[0]}/{years[1]}"


@given(PHRASES, CONTEXTS)
def test_what_is_read_is_valid_edtf_in_its_place(text, context):
    found, faults = read_dates(text, context)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert is_valid(one.date.edtf), one.date
        if one.date.earliest is not None and one.date.latest is not None:
            assert one.date.earliest <= one.date.latest
        assert one.date.verbatim == text[one.start : one.end]
    for fault in faults:
        assert 0 <= fault.start < fault.end <= len(text)
        assert all(fault.end <= one.start or one.end <= fault.start for one in found)


@given(st.text(max_size=200), CONTEXTS)
def test_no_text_is_refused(text, context):
    read_dates(text, context)
    parse_date(text)


@given(PHRASES)
def test_a_phrase_is_read_alike_alone_and_within_a_line(text):
    alone, _ = read_dates(text)
    within, _ = read_dates(f"| {text} |")
    if not text.endswith(("?", "-", "–", "—")):
        assert [one.date for one in within] == [one.date for one in alone]


@given(PHRASES, DAYS)
def test_a_context_adds_dates_and_changes_none(text, day):
    without, _ = read_dates(text)
    within, _ = read_dates(text, DateContext(day, day))
    assert {(one.start, one.end, one.date.edtf) for one in without} <= {
        (one.start, one.end, one.date.edtf) for one in within
    }
