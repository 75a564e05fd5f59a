"""Each format of a timeline, read by a reader that is not ours."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hostile import TEXTS
from regimekit.analysis.chronicle import chronicle
from regimekit.analysis.timeline import timeline
from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.timelines import TIMELINE_FORMATS
from regimekit.exporting.to_edtf import edtf_of
from regimekit.exporting.to_ics import folded
from regimekit.exporting.words import one_line
from regimekit.model import Dossier, Event, Field, HistoricalDate, Source, Span, Stamp

Told = Callable[..., Dossier]
SCHEMA = json.loads((Path(__file__).parent / "timelinejs.schema.json").read_text(encoding="utf-8"))
HOSTILE = (
    *TEXTS,
    "a: b : c :d::e",
    "semi; colon;",
    "# 5 and #58; and #quot;",
    "100 % %% comment %%{init: {}}%%",
    "comma, comma,",
    "title section timeline end",
    "section: x",
    "style a: #fff; classDef b:#ccc;",
    "accTitle: x",
    "accDescr { x",
    "}%%{",
    "---\ntitle: x\n---",
    "[x] (y) {z} |w| ~v~ $u$ $$t$$",
    "ﬂ°°58¶ß",
    "  : x",
    "::icon(fa fa-book)",
    "END:VEVENT",
    "BEGIN:VALARM\r\nEND:VALARM",
    "äöü 中文 🙂 " * 20,
)


def written(format: str, *dossiers: Dossier) -> Written:
    chapters = chronicle(timeline(dossiers))
    return TIMELINE_FORMATS[format](Telling(chapters, {dossier.path: dossier for dossier in dossiers}))


def titled(told: Told, title: str, path: str = "vale.md") -> Dossier:
    dossier = told("June 22, 1941: x", "1943: y", path=path, title=title)
    return replace(dossier, events=tuple(replace(event, title=title) for event in dossier.events))


# EDTF


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("June 22, 1941", "1941-06-22"),
        ("c. 1941", "1941~"),
        ("late 1920s", "192X"),
        ("summer 1926", "1926-22"),
        ("1941-1944", "1941/1944"),
        ("since 1979", "1979/.."),
        ("1979-present", "1979/.."),
        ("until June 1946", "../1946-06"),
        ("by 1929", "[..1929]"),
        ("by June 5, 1929", "[..1929-06-05]"),
        ("by c. 1929", "[..1929]"),
        ("by the late 1920s", "[..1929]"),
        ("by summer 1926", "[..1926-08]"),
        ("before 1900", "[..1899]"),
        ("before March 1900", "[..1900-02]"),
        ("after 1945", "[1946..]"),
        ("after the 1920s", "[1930..]"),
        ("since the 1920s", "1920/.."),
        ("until the 1920s", "../1929"),
        ("500 BC", "-0499"),
        ("05.04.1992", "[1992-04-05,1992-05-04]"),
    ],
)
def test_edtf_says_how_a_date_bounds_the_event(phrase: str, edtf: str, told: Told) -> None:
    assert edtf_of(told(phrase).events[0].date) == edtf
    assert is_valid(edtf)


modifiers = st.sampled_from(
    ["", "by ", "since ", "until ", "before ", "after ", "c. ", "late ", "by early ", "probably "]
)
points = st.sampled_from(
    "{y}|June {y}|June 5, {y}|{d}s|summer {y}|winter {y}|{y}-{z}|May {y} - June {z}|{y}-present".split("|")
)


@given(modifiers, points, st.integers(1800, 2050), st.integers(0, 40))
def test_every_line_of_edtf_is_valid(told: Told, modifier: str, point: str, year: int, more: int) -> None:
    from regimekit.parsing.dates import parse_date

    date = parse_date(modifier + point.format(y=year, z=year + more + 1, d=year // 10 * 10))
    if date is not None:
        assert is_valid(edtf_of(date))


@pytest.mark.parametrize("title", HOSTILE)
def test_edtf_is_one_line_a_statement(title: str, told: Told) -> None:
    lines = written("edtf", titled(told, title)).data.decode().split("\n")
    assert [line.split("\t") for line in lines[:-1]] == [
        ["1941-06-22", "vale.md:1", one_line(title), "June 22, 1941"],
        ["1943", "vale.md:2", one_line(title), "1943"],
    ]
    assert lines[-1] == ""


# iCalendar


def calendar(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_ics_holds_what_names_days_and_counts_the_rest(told: Told) -> None:
    answer = written(
        "ics",
        told(
            "June 22, 1941: a",
            "June 30 - July 2, 1934: b",
            "probably March 3, 1931: c",
            "1943: d",
            "June 1943: e",
            "since June 5, 1943: f",
            "by June 5, 1943: g",
            "05.04.1992: h",
            "500 BC: i",
            "1930s: j",
        ),
    )
    found = {str(event["SUMMARY"]): event for event in calendar(answer.data)}
    assert {name: (event["DTSTART"].dt, event["DTEND"].dt) for name, event in found.items()} == {
        "a": (datetime.date(1941, 6, 22), datetime.date(1941, 6, 23)),
        "b": (datetime.date(1934, 6, 30), datetime.date(1934, 7, 3)),
        "c": (datetime.date(1931, 3, 3), datetime.date(1931, 3, 4)),
    }
    assert found["a"]["DTSTART"].params["VALUE"] == "DATE"
    assert [name for name, event in found.items() if event.get("STATUS") == "TENTATIVE"] == ["c"]
    assert answer.notes == (
        "7 of 10 statements are left out of the calendar, which has days only: "
        "3 less exact than a day; 2 open at one end; 1 not within the years 1 to 9999; 1 to be read in two ways.",
    )


def test_two_calendars_of_one_dossier_are_equal_and_of_two_days_tell_the_day(told: Told) -> None:
    stamp = Stamp(Span(9, 9), "x", told("2026-03-04").events[0].date)
    dossier = replace(told("June 22, 1941: a", "June 22, 1941: a", "June 23, 1941: a"), updated=stamp)
    events = calendar(written("ics", dossier).data)
    assert written("ics", dossier).data == written("ics", dossier).data
    assert {event["DTSTAMP"].dt for event in events} == {datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)}
    assert len({str(event["UID"]) for event in events}) == 3
    above = replace(
        dossier, events=tuple(replace(e, span=Span(e.span.first + 5, e.span.last + 5)) for e in dossier.events)
    )
    assert [event["UID"] for event in calendar(written("ics", above).data)] == [event["UID"] for event in events]


def test_the_last_day_of_the_calendar_has_no_day_after_it(told: Told) -> None:
    last = HistoricalDate("9999-12-31", "9999-12-31", datetime.date.max, datetime.date.max, "day")
    dossier = Dossier("a.md", "a", "A", "", events=(Event(Span(1, 1), last, "x", "event", "other"),))
    (event,) = calendar(written("ics", dossier).data)
    assert event["DTSTART"].dt == datetime.date.max
    assert "DTEND" not in event


@pytest.mark.parametrize("title", HOSTILE)
def test_ics_keeps_hostile_text(title: str, told: Told) -> None:
    data = written("ics", titled(told, title)).data
    (event,) = calendar(data)
    assert str(event["SUMMARY"]) == one_line(title)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_folding_loses_nothing(text: str) -> None:
    parts = list(folded(text))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text
    assert all(part.startswith(" ") for part in parts[1:])


# TimelineJS


def slides(*dossiers: Dossier) -> Any:
    document = json.loads(written("timelinejs", *dossiers).data)
    jsonschema.validate(document, SCHEMA)
    return document


def test_the_schema_of_timelinejs_is_one_and_refuses(told: Told) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    good = slides(told("1941: a"))
    for bad in (
        {**good, "events": []},
        {**good, "more": 1},
        {**good, "events": [{"text": {"headline": "x"}}]},
        {**good, "events": [{"start_date": {"month": 5}}]},
        {**good, "eras": [{"start_date": {"year": 1}}]},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, SCHEMA)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("June 22, 1941", (1941, 6, 22), None),
        ("June 1941", (1941, 6), None),
        ("mid-June 1941", (1941, 6), None),
        ("c. 1941", (1941,), None),
        ("late 1941", (1941,), None),
        ("summer 1926", (1926,), None),
        ("winter 1941-42", (1941,), (1942,)),
        ("1930s", (1930,), (1939,)),
        ("1941 - May 8, 1945", (1941,), (1945, 5, 8)),
        ("June 30 - July 2, 1934", (1934, 6, 30), (1934, 7, 2)),
        ("since June 1979", (1979, 6), None),
        ("by June 1929", (1929,), None),
        ("after 1945", (1946,), None),
        ("05.04.1992", (1992,), None),
        ("500 BC", (-499,), None),
    ],
)
def test_timelinejs_has_the_parts_that_are_known(
    phrase: str, start: tuple[int, ...], end: tuple[int, ...] | None, told: Told
) -> None:
    (slide,) = slides(told(phrase))["events"]
    assert tuple(slide["start_date"].values()) == start
    assert ("end_date" in slide) == (end is not None)
    assert tuple(slide.get("end_date", {}).values()) == (end or ())
    assert slide["display_date"] == phrase


def test_timelinejs_says_what_has_no_year(told: Told) -> None:
    never = HistoricalDate("once", "XXXX", None, None, "year")
    dossier = told("1941: a")
    dossier = replace(dossier, events=(*dossier.events, replace(dossier.events[0], date=never)))
    answer = written("timelinejs", dossier)
    assert answer.notes == ("1 of 2 statements are left out of TimelineJS: their dates name no year.",)
    assert len(json.loads(answer.data)["events"]) == 1


def test_timelinejs_sets_regimes_apart_and_links_sources(told: Told) -> None:
    terms = Field(
        Span(5, 5), "Dates", "x", "dates", (told("1931-1944").events[0].date, told("1950-present").events[0].date)
    )
    vale = replace(told("1941: a", title="Vale <1>"), overview=(terms,))
    sources = (
        Source(Span(8, 8), "one", 'A "book" & more', url="https://example.org/a?b=1&c=2"),
        Source(Span(9, 9), "two", "No book", url="javascript:alert(1)"),
        Source(Span(10, 10), "three", "Not cited", url="https://example.org/x"),
    )
    vale = replace(vale, events=(replace(vale.events[0], sources=("two", "one")),), sources=sources)
    document = slides(vale, told("1942: b", path="sarn.md"))
    assert [slide["group"] for slide in document["events"]] == ["vale", "sarn"]
    (era,) = document["eras"]  # what goes on has no end, and TimelineJS no era without one
    assert (era["start_date"], era["end_date"]) == ({"year": 1931}, {"year": 1944})
    assert era["text"]["headline"] == "Vale &lt;1&gt;"
    text = document["events"][0]["text"]["text"]
    assert '<a href="https://example.org/a?b=1&amp;c=2">A &quot;book&quot; &amp; more</a>; No book' in text
    assert "javascript" not in text
    assert "Not cited" not in text


class Reader(HTMLParser):
    """The words and the tags of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.tags = "", []  # type: ignore[var-annotated]
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


@pytest.mark.parametrize("title", HOSTILE)
def test_timelinejs_shows_hostile_text_as_text(title: str, told: Told) -> None:
    document = slides(titled(told, title))
    for text in (document["title"]["text"], *(slide["text"] for slide in document["events"])):
        read = Reader(text["headline"])
        assert read.words == one_line(title)
        assert read.tags == []
        assert set(Reader(text.get("text", "")).tags) <= {"p"}


# Mermaid


def test_mermaid_reads_back_every_hostile_text(
    told: Told, read_by_mermaid: Callable[..., list[dict[str, Any]]]
) -> None:
    alone = [written("mermaid", titled(told, title)).data.decode() for title in HOSTILE]
    beside = [
        written("mermaid", titled(told, title, f"{one_line(title)}.md"), titled(told, title, "x.md")).data.decode()
        for title in HOSTILE
    ]
    for title, answer in zip(HOSTILE * 2, read_by_mermaid(*alone, *beside), strict=True):
        assert answer["error"] is None, title
        said = one_line(title)
        first, second = (f"{date} - {said}" if said else date for date in ("June 22, 1941", "1943"))
        read = [(task["period"].strip(), [event.strip() for event in task["events"]]) for task in answer["read"]]
        assert read[:2] == [("1941", [first]), ("1943", [second])]
        assert read[2:] in ([], read[:2])


@settings(max_examples=3)
@given(st.lists(st.text(st.characters() | st.sampled_from(":;#%<>&{}\\\n \tx1")), min_size=60, max_size=60))
def test_mermaid_reads_back_any_text(
    told: Told, read_by_mermaid: Callable[..., list[dict[str, Any]]], titles: list[str]
) -> None:
    answers = read_by_mermaid(*(written("mermaid", titled(told, title)).data.decode() for title in titles))
    for title, answer in zip(titles, answers, strict=True):
        assert answer["error"] is None
        said = one_line(title)
        event = answer["read"][1]["events"][0].strip()
        # a blank of another script at the end is the reader's to trim
        assert event == (f"1943 - {said}" if said else "1943").strip()


def test_mermaid_sections_and_what_is_too_long_for_it(told: Told) -> None:
    text = written("mermaid", told("1941: a"), told("1940: b", path="sarn.md")).data.decode()
    assert text.split("\n")[:5] == [
        "timeline",
        "    section vale",
        "    1941",
        "        : 1941 - a",
        "    section sarn",
    ]
    assert written("mermaid", told("1941: a")).notes == ()
    (note,) = written("mermaid", told("1941: " + "a" * 50_000)).notes
    assert "50,000" in note


# all of them


any_date = st.builds(
    lambda a, b, relation, precision, edtf: HistoricalDate(
        "as written",
        edtf,
        a if b is None or a is None else min(a, b),
        b if a is None or b is None else max(a, b),
        precision,
        relation,
    ),
    st.none() | st.dates(datetime.date.min),
    st.none() | st.dates(datetime.date.min),
    st.sampled_from(["in", "by", "since", "until", "before", "after"]),
    st.sampled_from(["day", "month", "season", "year", "decade", "century"]),
    st.sampled_from(["1941-06-22", "0001", "9999-12", "-0300", "18XX", "XXXX", "../1946", "/", "1941-24", "[1,2]", ""]),
)


@pytest.mark.parametrize("format", TIMELINE_FORMATS)
@given(date=any_date)
def test_no_date_is_too_much(format: str, date: HistoricalDate) -> None:
    dossier = Dossier("a.md", "a", "A", "", events=(Event(Span(1, 1), date, "x", "event", "other"),))
    answer = written(format, dossier)
    if format == "ics":
        calendar(answer.data)
    elif format == "timelinejs" and not answer.notes:
        jsonschema.validate(json.loads(answer.data), SCHEMA)
    assert answer == written(format, dossier)
