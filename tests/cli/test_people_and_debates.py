"""`regimekit figures` over several dossiers and `regimekit debates`: what is asked, what is refused, what is hostile."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PEOPLE = str(Path(__file__).parent.parent / "data" / "people")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HOSTILE = """# Mire [x] {slug}

## Overview
| Field | Value |
|---|---|
| **Leader(s)** | Paola [bold]Osk[/bold] (1880-1944) |

## Key Figures
- **Paola Osk** — [red]judge[/red] :skull: \x1b[31m\u202e; =1+1
- **=cmd()** — @SUM(A1)
- **Paola** — +46 dead

## Scholarly Debate
### [/x] Why \x1b]0;title\x07 \u202e:warning:?
- **=1+1 (Ana Doe)**: [link=x]planned[/link] \x9b31m
- Max Roe: @SUM(A1)
"""


@pytest.fixture
def mire(tmp_path: Path) -> str:
    for slug in ("mire-one", "mire-two"):
        (tmp_path / f"{slug}.md").write_text(HOSTILE.format(slug=slug), encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
@pytest.mark.parametrize(
    "command", [["figures"], ["figures", "--by-dossier"], ["debates"], ["debates", "--holder", "Roe"]]
)
def test_nothing_is_sent_that_a_terminal_obeys(
    command: list[str], format: str, mire: str, regimekit: Callable[..., Any]
) -> None:
    run = regimekit(*command, "--format", format, "--data", mire, "--quiet")
    assert (run.status, run.err) == (0, "")
    assert run.out
    assert not OBEYED.search(run.out)
    if format == "csv":
        cells = [cell for row in csv.reader(io.StringIO(run.out)) for cell in row]
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_markup_is_shown_as_it_stands(mire: str, regimekit: Callable[..., Any]) -> None:
    assert "[red]judge[/red] :skull:" in regimekit("figures", "--data", mire, COLUMNS="200").out
    assert "[/x] Why" in regimekit("debates", "--data", mire).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["figures", "--grep", "("], '--grep: "(" is no regular expression'),
        (["debates", "--grep", "a{9999999999999}"], "is no regular expression"),
        (["figures", "--role", " - "], "--role needs a word to look for"),
        (["figures", "--fate", ""], "--fate needs a word to look for"),
        (["debates", "--holder", "…"], "--holder needs a word to look for"),
        (["debates", "nowhere"], 'no dossier is named "nowhere"'),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_sentence(
    arguments: list[str], sentence: str, regimekit: Callable[..., Any]
) -> None:
    run = regimekit(*arguments, "--data", PEOPLE, "--quiet")
    assert (run.status, run.out) == (2, "")
    assert sentence in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("listing", ["figures", "debates"])
def test_nothing_found_is_a_note(listing: str, regimekit: Callable[..., Any]) -> None:
    run = regimekit(listing, "--grep", "xyzzy", "--data", PEOPLE)
    assert (run.status, run.out) == (0, "")
    assert "fits what was asked" in run.err
    assert json.loads(regimekit(listing, "--grep", "xyzzy", "--format", "json", "--data", PEOPLE).out) == []


def test_a_dossier_without_debates_says_so(regimekit: Callable[..., Any]) -> None:
    run = regimekit("debates", "sarn", "--data", PEOPLE)
    assert (run.status, run.out) == (0, "")
    assert "No debate is told." in run.err


def test_one_dossier_is_listed_as_it_lists_its_people(regimekit: Callable[..., Any]) -> None:
    one = regimekit("figures", "sarn", "--format", "json", "--data", PEOPLE).out
    assert [figure["name"] for figure in json.loads(one)] == ["Émile Okoro", "Tomas Reyl", "Ilse Brandt"]
    fled = regimekit("figures", "sarn", "--fate", "fled", "--format", "json", "--data", PEOPLE).out
    assert [figure["name"] for figure in json.loads(fled)] == ["Émile Okoro"]
    both = json.loads(regimekit("figures", "sarn", "fen", "--format", "json", "--data", PEOPLE).out)
    assert [len(person["appearances"]) for person in both if person["name"] == "Tomas Reyl"] == [2]
    listed = regimekit("figures", "sarn", "fen", "--by-dossier", "--format", "json", "--data", PEOPLE).out
    assert len(json.loads(listed)) == 5
