import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import msgspec
import pytest

from regimekit.linting.report import Report, verdict
from regimekit.linting.reports import FORMS, statistics
from regimekit.linting.rules import RULES
from regimekit.model import Finding, Span

SARIF = json.loads((Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.4.json").read_text(encoding="utf-8"))
LINES = {
    "data/a b.md": ["# Aldova", "- 3-5,000 people <were> deported", "- more: 50%, \x1b[31mred"],
    "data/c.md": ["# C"],
}
MARKED = Finding(
    "RK405", "warning", Span(2, 3), "'3-5,000' is \x1b[31mambiguous: 50%,\nno", "Write it.", "data/a b.md", 3, 10
)
PLAIN = Finding("RK101", "error", Span(1, 1), "the section 'Sources' is missing", "Write <it> & go.", "data/a b.md")
INFO = Finding("RK108", "info", Span(3, 3), "the heading carries the number '1.'", "", "data/a b.md")


def report(*findings, known=(), fail_on="info"):
    return Report(findings, LINES, RULES, "0.1.0", tuple(known), fail_on)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_takes_a_run_without_findings(form):
    assert FORMS[form](Report((), {}, RULES, "0.1.0")) is not None


def test_json_says_where_what_and_what_to_do():
    records = json.loads(FORMS["json"](report(MARKED, PLAIN)))
    assert records[0] == {
        "path": "data/a b.md",
        "line": 2,
        "last_line": 3,
        "column": 3,
        "end_column": 10,
        "code": "RK405",
        "rule": "ambiguous-scale",
        "severity": "warning",
        "message": MARKED.message,
        "remedy": "Write it.",
        "fixable": None,
    }
    assert (records[1]["column"], records[1]["end_column"]) == (None, None)


def test_jsonl_is_one_record_a_line():
    lines = FORMS["jsonl"](report(MARKED, PLAIN)).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(FORMS["json"](report(MARKED, PLAIN)))


def test_github_commands_hold_what_would_end_them_in_per_cent():
    first, second, third = FORMS["github"](report(MARKED, PLAIN, INFO)).splitlines()
    assert first == (
        "::warning file=data/a b.md,line=2,endLine=2,col=3,endColumn=10,title=RK405 ambiguous-scale"
        "::'3-5,000' is \x1b[31mambiguous: 50%25,%0Ano"
    )
    assert second.startswith("::error file=data/a b.md,line=1,endLine=1,title=RK101 missing-required-section::")
    assert third.startswith("::notice ")


def test_gitlab_fingerprints_differ_even_where_findings_are_alike():
    entries = json.loads(FORMS["gitlab"](report(MARKED, MARKED, PLAIN)))
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert [entry["severity"] for entry in entries] == ["minor", "minor", "major"]
    assert entries[0]["location"] == {"path": "data/a b.md", "lines": {"begin": 2, "end": 3}}


def test_junit_is_xml_with_a_suite_for_each_file():
    root = ElementTree.fromstring(FORMS["junit"](report(MARKED, PLAIN)))
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    suites = {suite.get("name"): suite for suite in root}
    assert [len(suites[name].findall("testcase/failure")) for name in LINES] == [2, 0]
    assert len(suites["data/c.md"].findall("testcase")) == 1
    assert "Write <it> & go." in suites["data/a b.md"][1][0].text


@pytest.mark.parametrize("known", [(), (INFO,)])
def test_sarif_is_valid_against_the_official_schema(known):
    document = json.loads(FORMS["sarif"](report(MARKED, PLAIN, known=known)))
    jsonschema.validate(document, SARIF)
    results = document["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["RK405", "RK101", *(["RK108"] if known else [])]
    assert [("suppressions" in result) for result in results] == [False, False, *([True] if known else [])]
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/a%20b.md"},
        "region": {"startLine": 2, "endLine": 2, "startColumn": 3, "endColumn": 10},
    }
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [result["ruleId"] for result in results]


def test_every_rule_can_stand_in_sarif():
    findings = [msgspec.structs.replace(PLAIN, code=rule.code, severity=rule.severity) for rule in RULES]
    jsonschema.validate(json.loads(FORMS["sarif"](report(*findings))), SARIF)


@pytest.mark.parametrize(
    ("findings", "fail_on", "failed"),
    [
        ((), "info", False),
        ((INFO,), "info", True),
        ((INFO,), "warning", False),
        ((INFO, MARKED), "warning", True),
        ((INFO, MARKED), "error", False),
        ((PLAIN,), "error", True),
    ],
)
def test_the_verdict_opens_with_the_outcome(findings, fail_on, failed):
    run = report(*findings, fail_on=fail_on)
    assert run.failed is failed
    assert verdict(run).startswith("Failed: " if failed else "Passed: ")


def test_the_verdict_counts():
    run = report(MARKED, PLAIN, INFO, INFO, known=[INFO])
    assert verdict(run) == (
        "Failed: 4 findings (1 error, 1 warning, 2 info) in 1 of 2 dossiers; 1 finding known from the baseline."
    )
    assert verdict(report()) == "Passed: nothing found in 2 dossiers."
    assert "none is as grave as error" in verdict(report(INFO, fail_on="error"))


def test_statistics_put_the_most_first():
    assert statistics([INFO, PLAIN, INFO]) == [(2, "RK108"), (1, "RK101")]
