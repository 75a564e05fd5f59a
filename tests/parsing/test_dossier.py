import re

import pytest

from regimekit import bundled
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

SCHEMA = load_schema()
WHOLE = """\
# Exampleland Under Ana Doe

---
leader: Ana Doe
dates:
  coup: 1961-03-03
death_toll:
  river_valley: 212-400
tags: [cold-war]
---

## Overview
| Field | Value |
|-------|-------|
| **Leader(s)** | Ana Doe (1910-1980) |

## IX. Key Events & Atrocities

### River Valley (June 1966)
- June 9: at least 212 people were killed[^report]
- Wheat: 30 million tons → 16 million tons

## Sources
[^report]: [Report](https://example.org/report)

---
*Last updated: 2026-01-06*
"""


def read(text):
    return read_dossier(text, "folder/example-doe.md", SCHEMA)


def test_a_text_becomes_one_record_with_everything_in_it():
    dossier = read(WHOLE)
    assert (dossier.slug, dossier.path, dossier.title) == (
        "example-doe",
        "folder/example-doe.md",
        "Exampleland Under Ana Doe",
    )
    assert [(s.level, s.id, s.title, s.number, s.span.first) for s in dossier.sections] == [
        (1, "other", "Exampleland Under Ana Doe", None, 1),
        (2, "overview", "Overview", None, 12),
        (2, "key_events", "Key Events & Atrocities", "IX.", 17),
        (3, "key_events", "River Valley (June 1966)", None, 19),
        (2, "sources", "Sources", None, 23),
    ]
    assert dossier.updated is not None
    assert [tag.name for tag in dossier.tags] == ["cold-war"]


def test_dates_and_estimates_of_the_header_are_records_too():
    dossier = read(WHOLE)
    assert ("1961-03-03", "header", 6) in [(event.date.edtf, event.kind, event.span.first) for event in dossier.events]
    assert (8, 212, 400) in [(e.span.first, e.quantity.low, e.quantity.high) for e in dossier.estimates]


def test_a_footnote_mark_leads_to_the_source():
    dossier = read(WHOLE)
    (estimate,) = [e for e in dossier.estimates if e.span.first == 20]
    (event,) = [e for e in dossier.events if e.span.first == 20]
    assert estimate.sources == event.sources == ("report",)
    assert event.date.edtf == "1966-06-09"


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(ending):
    assert read("\ufeff" + WHOLE.replace("\n", ending)) == read(WHOLE)


def blocks_of(dossier):
    return [(section, block) for section in dossier.sections for block in section.blocks]


FILES = sorted(bundled().rglob("*.md"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_of_a_bundled_file_is_lost(file):
    dossier = read(file.read_text(encoding="utf-8"))
    lines = dossier.text.split("\n")
    covered = [line for section, block in blocks_of(dossier) for line in range(block.first, block.last + 1)]
    assert len(covered) == len(set(covered))
    assert {number for number, line in enumerate(lines, 1) if line.strip()} <= set(covered)
    for section, block in blocks_of(dossier):
        assert section.span.first <= block.first <= block.last <= section.span.last


def test_an_empty_text_is_an_empty_dossier():
    dossier = read("")
    assert (dossier.title, dossier.sections, dossier.events) == ("example-doe", (), ())


def test_control_characters_are_found_and_kept():
    dossier = read("# T\n\nbad \x1b]0;title\x07 line\n")
    assert [(finding.code, finding.span.first) for finding in dossier.findings] == [("RK906", 3)]
    assert "\x1b]0;" in dossier.text


def test_html_comments_and_code_hold_no_records():
    dossier = read("# T\n\n## Fall\n<!-- 500 people killed in 1961 -->\n\n```\n- 500 people killed in 1961\n```\n")
    assert (dossier.estimates, dossier.events) == ((), ())
    assert re.search("500 people", dossier.text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 | <!-- note -->\n", [("RK904", 3), ("RK904", 4)]),
        ("<!-- open\n\ntext\n", [("RK905", 1)]),
        ("<details>\n\ntext\n", [("RK905", 1)]),
        ("<details>\n<summary>x</summary>\n\ntext\n\n</details>\n\n<!-- shut -->\n", []),
        ("```\n<details>\n```\n", []),
    ],
)
def test_marks_that_are_left_open_or_out_of_count_are_found(text, found):
    assert [(finding.code, finding.span.first) for finding in read(text).findings] == found
