"""What is wrong, and where."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.model import Finding
from regimekit.rendering.screen import indented, plain, stacked


def concise_screen(findings: Sequence[Finding]) -> RenderableType:
    """One line a finding: file:line: code message."""
    return Group(*map(_line, findings))


def full_screen(findings: Sequence[Finding], lines: Mapping[tuple[str, int], str]) -> RenderableType:
    """Each finding with the line it is about, by (path, line), and what to do about it."""
    return stacked(*(_full(finding, lines.get((finding.path, finding.span.first), "")) for finding in findings))


def _line(finding: Finding) -> Text:
    place = f"{finding.path}:{finding.span.first}"
    return Text.assemble(plain(place, "bold"), f": {finding.severity} {finding.code} ", plain(finding.message))


def _full(finding: Finding, line: str) -> RenderableType:
    shown = [indented(plain(f"| {line}", "dim"))] if line.strip() else []
    remedy = [indented(plain(f"= {finding.remedy}"))] if finding.remedy else []
    return Group(_line(finding), *shown, *remedy)
