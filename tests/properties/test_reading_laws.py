"""Laws of reading a whole dossier: no text breaks it, nothing of a text is lost, time grows with length."""

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from regimekit import bundled
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

SCHEMA = load_schema()
SEEDS = [file.read_text(encoding="utf-8") for file in sorted(bundled().rglob("*.md"))]


def check(text):
    dossier = read_dossier(text, "x.md", SCHEMA)
    length = len(dossier.text.split("\n"))
    covered = [
        line for section in dossier.sections for block in section.blocks for line in range(block.first, block.last + 1)
    ]
    assert len(covered) == len(set(covered))
    assert {number for number, line in enumerate(dossier.text.split("\n"), 1) if line.strip()} <= set(covered)
    records = [*dossier.people, *dossier.events, *dossier.estimates, *dossier.statistics, *dossier.sources]
    records += [*dossier.relations, *dossier.overview, *dossier.tags, *dossier.findings]
    for record in records:
        assert 1 <= record.span.first <= record.span.last <= length
    for estimate in dossier.estimates:
        low, high = estimate.quantity.low, estimate.quantity.high
        assert low is None or high is None or low <= high
    for event in dossier.events:
        first, last = event.date.earliest, event.date.latest
        assert first is None or last is None or first <= last


@given(st.text(max_size=400))
@settings(max_examples=60)
@example("\x00")
@example("---\n---\n")
@example("\u2028# x\u2029\n|\n")
def test_any_text_can_be_read(text):
    check(text)


def mutated(seed: int) -> str:
    """A bundled dossier with lines dropped, doubled, cut, swapped and strewn with marks."""
    chance = random.Random(seed)
    lines = chance.choice(SEEDS).split("\n")
    start = chance.randrange(len(lines))
    lines = lines[start : start + 120]
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(lines))
        line = lines[at]
        cut = chance.randrange(len(line) + 1)
        lines[at] = chance.choice(
            [
                "",
                line + line,
                line[:cut],
                line[cut:],
                line[:cut]
                + chance.choice(
                    ["|", "**", "[[", "](", "\t", "\x00", "\x1b[2J", "<!--", "```", "– ", "–3,", "99/99/99"]
                )
                + line[cut:],
                line.replace("-", "–"),
                line.replace("1", "９"),
                "> " + line,
                "  " + line,
                "- " + line,
                "#" + line,
            ]
        )
    return "\n".join(lines)


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_dossier_can_be_read(seed):
    check(mutated(seed))


HOSTILE = {
    "one line": lambda n: "- " + "in 1934 some 500 people were shot and " * 1_500 * n,
    "digits": lambda n: "- " + "1" * 25_000 * n,
    "commas": lambda n: "- " + "1," * 12_500 * n,
    "years": lambda n: "- " + "1934-" * 5_000 * n,
    "months": lambda n: "- " + "May " * 7_500 * n,
    "numbers in words": lambda n: "- " + "six hundred and " * 1_500 * n,
    "brackets": lambda n: "- " + "(" * 12_500 * n,
    "cells": lambda n: "| a | b |\n|---|---|\n" + "| 500 killed " * 2_500 * n,
    "quotes": lambda n: "> " * 5_000 * n + "text",
    "names": lambda n: "## Key Figures\n- " + "Ana & " * 5_000 * n,
    "debate": lambda n: "## Scholarly Debate\n### Q\n- " + "Ana Doe and " * 2_500 * n,
    "sources": lambda n: "## Sources\n- " + "| type: x " * 2_500 * n,
    "headings": lambda n: "# a\n## b\n" * 1_500 * n,
    "bomb": lambda n: "---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n# T\n" * n,
    "stars": lambda n: "- " + "**a** " * 5_000 * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_for_hostile_texts_grows_with_their_length(name, grows_linearly):
    assert grows_linearly(lambda text: read_dossier(text, "x.md", SCHEMA), HOSTILE[name])


def test_ten_megabytes_on_one_line_are_read():
    check("word " * 2_000_000)
