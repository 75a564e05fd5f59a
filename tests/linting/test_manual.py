import json
from pathlib import Path

import pytest

from regimekit.linting.manual import FAMILIES, listing, manual, named, page, to_json
from regimekit.linting.rules import RULES
from regimekit.linting.settings import THRESHOLDS

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_page_of_the_rules_is_not_stale():
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == manual(), "run python docs/generate.py"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_in_the_manual(rule):
    assert f"### {rule.code} {rule.name}" in manual()
    assert rule.code[2] in FAMILIES
    bad, good = rule.examples
    assert bad
    assert good
    assert bad != good
    assert all(line == line.rstrip() for line in page(rule).split("\n"))


def test_every_threshold_is_in_the_manual_and_names_the_rule_that_reads_it():
    codes = {rule.code for rule in RULES}
    for name, (_, what) in THRESHOLDS.items():
        assert f"| `{name}` |" in manual()
        assert what.rpartition("(")[2].rstrip(")") in codes


def test_rules_are_found_by_code_and_by_name():
    assert named(RULES, "rk404") is named(RULES, "estimate-without-attribution")
    assert named(RULES, "RK4") is None


def test_all_rules_are_listed_and_exported():
    assert len(listing(RULES).splitlines()) == len(json.loads(to_json(RULES))) == len(RULES)


def test_there_are_as_many_rules_as_were_asked_for():
    assert len(RULES) >= 60
