"""The manual of the rules, made from their docstrings."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from itertools import groupby

from regimekit.linting.fixes import FIXES
from regimekit.linting.rule import Rule
from regimekit.linting.rules import RULES
from regimekit.linting.settings import THRESHOLDS

FAMILIES = {
    "1": "Structure",
    "2": "Overview",
    "3": "Dates",
    "4": "Estimates",
    "5": "People",
    "6": "Links",
    "7": "Sources",
    "8": "Confidence and footer",
    "9": "Reading",
}
_WIDTH = 88  # columns of a page for a terminal
_PREFACE = """\
# Lint rules

This page is generated from the rules themselves: `regimekit rule --all --format md`. `regimekit rule RK404` shows one
of them.

Rules are chosen by their codes or the beginning of their codes (`--select RK4`, `--ignore RK404`), for a folder in
`regimekit.yaml`, and for a line, section or file by a comment: `<!-- regimekit: ignore[RK404] reason -->`.

Where a rule is fixable, `regimekit lint` can mend what is certain itself: with `--fix` what changes nothing else that
is read, with `--unsafe-fixes` what somebody has to look at afterwards. Each finding says which of the two it is.
"""


def page(rule: Rule) -> str:
    """The manual page of one rule, as text for a terminal."""
    bad, good = rule.examples
    explained = "\n\n".join(textwrap.fill(paragraph, _WIDTH) for paragraph in rule.explanation.split("\n\n"))
    parts = [f"{rule.code} {rule.name} ({_marks(rule)})", rule.summary, explained]
    parts += [f"To be reported:\n\n{_indented(bad)}", f"As it should be:\n\n{_indented(good)}", f"Help: {rule.remedy}"]
    return "\n\n".join(part for part in parts if part) + "\n"


def listing(rules: Sequence[Rule]) -> str:
    """One line a rule."""
    width = max(len(rule.name) for rule in rules)
    return "".join(f"{rule.code}  {rule.name:<{width}}  {rule.severity:<7}  {rule.summary}\n" for rule in rules)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _marks(rule: Rule) -> str:
    default = "" if rule.default else ", off by default"
    return rule.severity + default + (", fixable" if rule.code in FIXES else "")


def to_markdown(rules: Sequence[Rule]) -> str:
    """The manual of all rules: a list of them by family, the thresholds, and a section for each."""
    lists: list[str] = []
    sections: list[str] = []
    for family, several in groupby(rules, key=lambda rule: rule.code[2]):
        own = list(several)
        lists.append(f"## {FAMILIES[family]} (RK{family}xx)\n\n{_list(own)}")
        sections += [_section(rule) for rule in own]
    return (
        "\n\n".join([_PREFACE.rstrip(), *lists, f"## Thresholds\n\n{_thresholds()}", "## The rules", *sections]) + "\n"
    )


def manual() -> str:
    """The text of docs/rules.md."""
    return to_markdown(RULES)


def _list(rules: Sequence[Rule]) -> str:
    rows = [f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {_marks(rule)} | {rule.summary} |" for rule in rules]
    return "\n".join(
        ["| Code | Name | Severity | What it finds |", "|------|------|----------|---------------|", *rows]
    )


def _anchor(rule: Rule) -> str:
    return f"{rule.code} {rule.name}".casefold().replace(" ", "-")


def _thresholds() -> str:
    rows = [f"| `{name}` | {value:g} | {what} |" for name, (value, what) in THRESHOLDS.items()]
    return "\n".join(["| Name | Default | What it measures |", "|------|---------|------------------|", *rows])


def _section(rule: Rule) -> str:
    bad, good = rule.examples
    parts = [f"### {rule.code} {rule.name}", f"*{_marks(rule)}*", rule.summary, rule.explanation]
    parts += ["To be reported:", _fenced(bad), "As it should be:", _fenced(good), f"**Help:** {rule.remedy}"]
    return "\n\n".join(part for part in parts if part)


def _fenced(text: str) -> str:
    return f"````markdown\n{text}\n````"


def to_json(rules: Sequence[Rule]) -> str:
    """The rules as records, for other programs."""
    records = [
        {
            "code": rule.code,
            "name": rule.name,
            "family": FAMILIES[rule.code[2]],
            "severity": rule.severity,
            "default": rule.default,
            "fixable": rule.code in FIXES,
            "over": rule.over,
            "summary": rule.summary,
            "explanation": rule.explanation,
            "bad": rule.examples[0],
            "good": rule.examples[1],
            "remedy": rule.remedy,
        }
        for rule in rules
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def named(rules: Sequence[Rule], name: str) -> Rule | None:
    """The rule of that code or name, capitals aside."""
    wanted = name.strip().casefold()
    return next((rule for rule in rules if wanted in (rule.code.casefold(), rule.name)), None)
