"""What `regimekit timeline` takes and refuses, and what it says beside its answer."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import icalendar
import pytest

from regimekit.analysis.filing import Granularity as Filed
from regimekit.cli.options import ListingFormat
from regimekit.cli.telling import Granularity, Kind, TimelineFormat
from regimekit.exporting.timelines import TIMELINE_FORMATS
from regimekit.model import Event

Run = Callable[..., Any]


def test_what_may_be_said_is_what_there_is() -> None:
    assert {kind.value for kind in Kind} == set(get_args(Event.__annotations__["kind"]))
    assert {unit.value for unit in Granularity} == set(get_args(Filed))
    assert {format.value for format in TimelineFormat} == {*ListingFormat, *TIMELINE_FORMATS}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--grep", "("], '"(" is no regular expression: missing )'),
        (["--grep", "(?P<a"], "is no regular expression"),
        (["--person", "?!"], '--person: "?!" is no name'),
        (["--kind", "headings"], "'headings' is not one of"),
        (["--granularity", "week"], "'week' is not one of"),
        (["--format", "ical"], "'ical' is not one of"),
        (["--parallel", "--format", "ics"], "--parallel is a screen"),
    ],
)
def test_bad_use(arguments: list[str], sentence: str, regimekit: Run) -> None:
    run = regimekit("timeline", *arguments)
    assert (run.status, run.out) == (2, "")
    assert sentence in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("format", TimelineFormat)
def test_nothing_is_said_of_nothing(format: TimelineFormat, regimekit: Run) -> None:
    run = regimekit("timeline", "--to", "1900", "--format", format)
    assert run.status == 0
    assert "No dated statement fits what was asked." in run.err
    head = {"json": "[]", "csv": "dossier,path,line", "md": "| Date | EDTF | Dossier |"}.get(format.value, "")
    assert run.out.startswith(head)
    assert bool(run.out) is bool(head)


@pytest.mark.parametrize("format", ["json", "csv", "md", "edtf", "ics"])
def test_the_order_of_the_dossiers_changes_nothing(format: str, regimekit: Run) -> None:
    one = regimekit("timeline", "lind", "okoro", "--format", format, "--granularity", "month")
    assert one.out == regimekit("timeline", "okoro", "lind", "--format", format, "--granularity", "month").out


@pytest.mark.parametrize("granularity", Granularity)
def test_each_statement_is_written_once(granularity: Granularity, regimekit: Run) -> None:
    rows = csv.DictReader(io.StringIO(regimekit("timeline", "-f", "csv", "--granularity", granularity).out))
    places = [(row["path"], row["line"], row["edtf"]) for row in rows]
    assert len(places) == len(set(places)) == 20


@pytest.mark.parametrize("kinds", [("heading",), ("table", "heading")])
def test_kinds(kinds: tuple[str, ...], regimekit: Run) -> None:
    asked = [word for kind in kinds for word in ("--kind", kind)]
    found = json.loads(regimekit("timeline", "-f", "json", *asked).out)
    assert {event["kind"] for event in found} == set(kinds)


def test_words_are_looked_for_in_the_date_and_in_the_statement(regimekit: Run) -> None:
    found = json.loads(regimekit("timeline", "-f", "json", "--grep", "^AUTUMN|bread$").out)
    assert [event["verbatim"] for event in found] == ["Autumn 1929"]
    assert json.loads(regimekit("timeline", "-f", "json", "--grep", "^autumn").out) == found


def test_the_calendar_keeps_its_line_ends(regimekit: Run) -> None:
    run = regimekit("timeline", "lind", "--format", "ics")
    assert run.out.count("\r\n") == run.out.count("\n") > 20
    assert len(icalendar.Calendar.from_ical(run.out).walk("VEVENT")) == 2
    assert "14 of 16 statements are left out of the calendar" in run.err


@pytest.mark.parametrize("parallel", [[], ["--parallel"]])
def test_ascii_draws_with_nothing_else(parallel: list[str], regimekit: Run) -> None:
    run = regimekit("timeline", "lind", "--ascii", *parallel)
    assert run.out.isascii()
    assert "-- 1931 ---" in run.out


PEOPLE = """# Vale

## Key Figures
- **Ana Lind** — general
- **Per Lind** — minister

## Key Events
- 1931: Ana Lind marched
- 1932: Per Lind fled
- 1933: Lind was tried
"""


def test_a_name_of_several_is_told(regimekit: Run, tmp_path: Path) -> None:
    (tmp_path / "vale.md").write_text(PEOPLE, encoding="utf-8")
    one = regimekit("--data", str(tmp_path), "timeline", "--person", "Ana Lind", "-f", "json")
    assert [event["verbatim"] for event in json.loads(one.out)] == ["1931", "1933"]
    assert "Ana Lind shares a name with Per Lind" in one.err
    both = regimekit("--data", str(tmp_path), "timeline", "--person", "lind", "-f", "json")
    assert len(json.loads(both.out)) == 3
    assert '"lind" may mean Ana Lind or Per Lind' in both.err


def test_what_speaks_of_the_evidence_is_left_out_and_counted(regimekit: Run) -> None:
    told = regimekit("timeline", "north-vale", "-f", "csv")
    assert "Olin reads the census orders" not in told.out
    assert "1 more in Scholarly Debate (--section)" in told.err
    assert "more in" not in regimekit("timeline", "north-vale", "-f", "csv", "--quiet").err
    asked = regimekit("timeline", "north-vale", "-f", "csv", "--section", "Scholarly Debate")
    assert "Olin reads the census orders" in asked.out
    assert "more in" not in asked.err
