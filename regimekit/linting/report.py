"""What one run has to say: the findings, and all that the forms of output need beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from regimekit.linting.rule import Rule
from regimekit.linting.wording import counted
from regimekit.model import Finding, Severity

_GRAVITY: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


class Report(msgspec.Struct, frozen=True):
    """The findings of a run, and those that a baseline already knows.

    ``lines`` are the lines of every file that was checked, by the path that
    the findings name. ``fail_on`` is the gravity from which a finding makes
    the run fail.
    """

    findings: tuple[Finding, ...]
    lines: Mapping[str, Sequence[str]]
    rules: tuple[Rule, ...]
    version: str
    known: tuple[Finding, ...] = ()
    fail_on: Severity = "info"

    @property
    def failed(self) -> bool:
        """Whether some finding is as grave as ``fail_on``: the verdict and the exit status both follow it."""
        return any(_GRAVITY[finding.severity] >= _GRAVITY[self.fail_on] for finding in self.findings)

    def rule(self, code: str) -> Rule | None:
        """The rule of that code."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def source(self, finding: Finding) -> str:
        """The line of the file that a finding is about, empty where the file could not be read."""
        lines = self.lines.get(finding.path, ())
        return lines[finding.span.first - 1] if 0 < finding.span.first <= len(lines) else ""


def verdict(report: Report) -> str:
    """How the run went, in one sentence that opens with the outcome."""
    outcome = "Failed" if report.failed else "Passed"
    files = counted(len(report.lines), "dossier")
    known = f"; {counted(len(report.known), 'finding')} known from the baseline" if report.known else ""
    if not report.findings:
        return f"{outcome}: nothing found in {files}{known}."
    counts = Counter(finding.severity for finding in report.findings)
    split = ", ".join(
        counted(counts[severity], severity, None if severity != "info" else "info")
        for severity in ("error", "warning", "info")
        if counts[severity]
    )
    hit = len({finding.path for finding in report.findings})
    let_pass = "" if report.failed else f"; none is as grave as {report.fail_on}"
    found = counted(len(report.findings), "finding")
    return f"{outcome}: {found} ({split}) in {hit:,} of {files}{let_pass}{known}."


def mendable(report: Report) -> str:
    """How many of the findings the toolkit can mend itself, in one sentence; "" where none."""
    counts = Counter(finding.fixable for finding in report.findings)
    safe, unsafe = counts["safe"], counts["unsafe"]
    if safe and unsafe:
        return f"{safe:,} can be mended with --fix, {unsafe:,} more with --unsafe-fixes."
    return f"{safe or unsafe:,} can be mended with {'--fix' if safe else '--unsafe-fixes'}." if safe or unsafe else ""
