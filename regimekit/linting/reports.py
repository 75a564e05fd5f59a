"""The findings of a run as other programs read them, one function a form."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from regimekit.linting.baseline import fingerprint
from regimekit.linting.report import Report
from regimekit.linting.rule import Rule
from regimekit.model import Finding

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_json(report: Report) -> str:
    """One array of all findings."""
    return _dumped([_record(report, finding) for finding in report.findings], indent=2)


def to_jsonl(report: Report) -> str:
    """One finding a line."""
    return "".join(_dumped(_record(report, finding)) for finding in report.findings)


def _dumped(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def _record(report: Report, finding: Finding) -> dict[str, Any]:
    rule = report.rule(finding.code)
    return {
        "path": finding.path,
        "line": finding.span.first,
        "last_line": finding.span.last,
        "column": finding.column or None,
        "end_column": finding.end_column or None,
        "code": finding.code,
        "rule": rule.name if rule else None,
        "severity": finding.severity,
        "message": finding.message,
        "remedy": finding.remedy,
        "fixable": finding.fixable,
    }


def to_github(report: Report) -> str:
    """Workflow commands, which GitHub shows at the lines of a change."""
    level = {"error": "error", "warning": "warning", "info": "notice"}
    lines = []
    for finding in report.findings:
        rule = report.rule(finding.code)
        properties: dict[str, object] = {
            "file": finding.path,
            "line": finding.span.first,
            "endLine": finding.span.last,
            "col": finding.column or None,
            "endColumn": finding.end_column or None,
            "title": f"{finding.code} {rule.name}" if rule else finding.code,
        }
        if finding.column:
            properties["endLine"] = finding.span.first
        given = ",".join(f"{key}={_command(str(value), ':,')}" for key, value in properties.items() if value)
        lines.append(f"::{level[finding.severity]} {given}::{_command(finding.message)}\n")
    return "".join(lines)


def _command(text: str, more: str = "") -> str:
    """Text as a workflow command holds it: what would end it is written in per cent."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)


def to_gitlab(report: Report) -> str:
    """A GitLab code quality report."""
    level = {"error": "major", "warning": "minor", "info": "info"}
    seen: Counter[str] = Counter()
    entries = []
    for finding in report.findings:
        mark = f"{finding.path}:{fingerprint(finding, report.lines.get(finding.path, ()))}"
        seen[mark] += 1
        entries.append(
            {
                "description": finding.message,
                "check_name": finding.code,
                "fingerprint": f"{mark}:{seen[mark]}",
                "severity": level[finding.severity],
                "location": {
                    "path": finding.path,
                    "lines": {"begin": finding.span.first, "end": finding.span.last},
                },
            }
        )
    return _dumped(entries, indent=2)


def to_junit(report: Report) -> str:
    """JUnit XML: a suite for each file, a failed case for each finding, a passed one for a file without."""
    found: dict[str, list[Finding]] = {path: [] for path in report.lines}
    for finding in report.findings:
        found.setdefault(finding.path, []).append(finding)
    cases = sum(max(1, len(findings)) for findings in found.values())
    suites = "".join(_suite(report, path, findings) for path, findings in found.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="regimekit" tests="{cases}" failures="{len(report.findings)}" errors="0">\n'
        f"{suites}</testsuites>\n"
    )


def _suite(report: Report, path: str, findings: list[Finding]) -> str:
    name = _attribute(path)
    cases = [f"    <testcase name={name} classname={name}/>\n"] if not findings else []
    for finding in findings:
        rule = report.rule(finding.code)
        title = f"{finding.code} {rule.name if rule else ''} (line {finding.span.first})"
        place = f"{finding.path}:{finding.span.first}"
        cases.append(
            f"    <testcase name={_attribute(title)} classname={name} file={name}"
            f' line="{finding.span.first}">\n'
            f"      <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
            f"{escape(_xml(f'{place}: {finding.message} {finding.remedy}'))}</failure>\n"
            "    </testcase>\n"
        )
    return (
        f'  <testsuite name={name} tests="{len(cases)}" failures="{len(findings)}" errors="0">\n'
        f"{''.join(cases)}  </testsuite>\n"
    )


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _attribute(text: str) -> str:
    return quoteattr(_xml(text))


def to_sarif(report: Report) -> str:
    """SARIF 2.1.0; findings that a baseline knows are there too, as suppressed."""
    used = sorted({finding.code for finding in (*report.findings, *report.known)})
    rules = [rule for rule in report.rules if rule.code in used]
    places = {rule.code: place for place, rule in enumerate(rules)}
    results = [_result(report, places, finding, known=False) for finding in report.findings]
    results += [_result(report, places, finding, known=True) for finding in report.known]
    driver = {
        "name": "regimekit",
        "semanticVersion": report.version,
        "rules": [_descriptor(rule) for rule in rules],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return _dumped(document, indent=2)


_LEVEL = {"error": "error", "warning": "warning", "info": "note"}


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation or rule.summary},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVEL[rule.severity], "enabled": rule.default},
    }


def _result(report: Report, places: Mapping[str, int], finding: Finding, known: bool) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": finding.span.first, "endLine": finding.span.last}
    if finding.column:
        region["endLine"] = finding.span.first
        region |= {"startColumn": finding.column, "endColumn": finding.end_column}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}, "region": region}},
        ],
        "partialFingerprints": {"regimekit/v1": fingerprint(finding, report.lines.get(finding.path, ()))},
    }
    if finding.code in places:
        result["ruleIndex"] = places[finding.code]
    if known:
        result["suppressions"] = [{"kind": "external", "justification": "known from the baseline"}]
    return result


def _uri(path: str) -> str:
    encoded = quote(path.replace("\\", "/").encode("utf-8", "replace"))
    return f"file://{encoded}" if path.startswith("/") else encoded


def statistics(findings: Iterable[Finding]) -> list[tuple[int, str]]:
    """How many findings each rule has, the most first."""
    counts = Counter(finding.code for finding in findings)
    return sorted(((count, code) for code, count in counts.items()), key=lambda row: (-row[0], row[1]))


FORMS: dict[str, Callable[[Report], str]] = {
    "json": to_json,
    "jsonl": to_jsonl,
    "github": to_github,
    "gitlab": to_gitlab,
    "junit": to_junit,
    "sarif": to_sarif,
}
