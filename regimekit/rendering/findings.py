"""What is wrong, and where, as lines for a reader.

Written line by line and not through rich: a first run over an old folder has
thousands of them, and a run on every save should not wait for rich to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from regimekit.model import Finding
from regimekit.rendering.text import harmless, one_line

FOLD_AFTER = 10  # findings of one rule in one file that are shown
_LONGEST_LINE = 160  # columns of a source line; more of a paragraph than that hides the place
_BEFORE_PLACE = 40  # columns kept before the place, where a line is cut

_BOLD, _DIM, _RED, _YELLOW, _BLUE = 1, 2, 31, 33, 34
_COLOURS = {"error": _RED, "warning": _YELLOW, "info": _BLUE}


def concise(findings: Sequence[Finding], *, every: bool = False, styled: bool = False) -> str:
    """One line a finding: ``file:line:column: severity code message``."""

    def block(finding: Finding) -> Iterator[str]:
        yield f"{_head(finding, styled)} {one_line(finding.message)}"

    return "".join(f"{line}\n" for line in _folded(findings, every, styled, block))


def full(
    findings: Sequence[Finding],
    source: Callable[[Finding], str],
    names: Mapping[str, str],
    *,
    every: bool = False,
    styled: bool = False,
) -> str:
    """Each finding with its rule's name, its line (from ``source``), the place underlined, and what to do."""

    def block(finding: Finding) -> Iterator[str]:
        yield f"{_head(finding, styled)} {_style(names.get(finding.code, ''), styled, _BOLD)}".rstrip()
        yield f"  {one_line(finding.message)}"
        yield from _quoted(finding, source(finding), styled)
        if finding.remedy:
            yield f"  {_style('help:', styled, _DIM)} {one_line(finding.remedy)}"
        yield ""

    return "".join(f"{line}\n" for line in _folded(findings, every, styled, block, apart=[""]))


def table_of_counts(rows: Iterable[tuple[int, str]], names: Mapping[str, str]) -> str:
    """How many findings each rule has."""
    counted = list(rows)
    width = len(f"{max((count for count, _ in counted), default=0):,}")
    return "".join(f"{count:>{width},}  {code}  {names.get(code, '')}\n" for count, code in counted)


def _folded(
    findings: Sequence[Finding],
    every: bool,
    styled: bool,
    block: Callable[[Finding], Iterable[str]],
    apart: Sequence[str] = (),
) -> Iterator[str]:
    """The blocks of the findings, file by file; of one rule in one file no more than fit on a screen."""
    for path, of_file in groupby(findings, key=lambda finding: finding.path):
        shown: dict[str, int] = {}
        for finding in of_file:
            shown[finding.code] = shown.get(finding.code, 0) + 1
            if every or shown[finding.code] <= FOLD_AFTER:
                yield from block(finding)
        for code, count in shown.items():
            if not every and count > FOLD_AFTER:
                more = f"{one_line(path)}: and {count - FOLD_AFTER:,} more of {code}; --all shows them"
                yield _style(more, styled, _DIM)
                yield from apart


def _head(finding: Finding, styled: bool) -> str:
    """Place, severity and code, and a star where the fault can be mended without a second look."""
    place = f"{one_line(finding.path)}:{finding.span.first}" + (f":{finding.column}" if finding.column else "")
    grade = _style(f"{finding.severity} {finding.code}", styled, _COLOURS[finding.severity])
    star = " [*]" if finding.fixable == "safe" else ""
    return f"{_style(place, styled, _BOLD)}: {grade}{star}"


def _quoted(finding: Finding, raw: str, styled: bool) -> Iterator[str]:
    """The line behind its number, and the place in it underlined; of a long line what stands around the place."""
    line = harmless(raw).replace("\t", " ").rstrip()
    if not line.strip():
        return
    start, end = len(line) - len(line.lstrip()), len(line)
    if finding.column and finding.end_column - 1 <= end and len(harmless(raw)) == len(raw):
        start, end = finding.column - 1, finding.end_column - 1
    number = str(finding.span.first)
    first = 0 if len(line) <= _LONGEST_LINE else max(0, min(start - _BEFORE_PLACE, len(line) - _LONGEST_LINE))
    piece = line[first : first + _LONGEST_LINE]
    left = "…" if first else ""
    right = "…" if first + _LONGEST_LINE < len(line) else ""
    marks = " " * (len(left) + start - first) + "^" * max(1, min(end - first, len(piece)) - (start - first))
    bar = _style("|", styled, _DIM)
    yield f"  {_style(number, styled, _DIM)} {bar} {left}{piece}{right}"
    yield f"  {' ' * len(number)} {bar} {_style(marks, styled, _COLOURS[finding.severity])}"


def _style(text: str, styled: bool, code: int) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if styled and text else text
