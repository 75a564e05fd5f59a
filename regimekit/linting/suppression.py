"""``<!-- regimekit: ignore[RK404] reason -->``: findings that the author of a dossier has looked at and let stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from regimekit.linting.settings import EVERYTHING
from regimekit.model import Dossier, Finding, Span

_MARK = "regimekit:"
_COMMENT = re.compile(
    r"<!--\s*regimekit:\s*(?P<verb>ignore-file|ignore)(?:\s*\[(?P<codes>[^\]\n]*)\])?(?P<reason>[^\n]*?)-->"
)
_CODE = re.compile(r"[A-Z]+\d*")


class Suppression(msgspec.Struct, frozen=True):
    """One comment: the line it stands on, the lines it covers, and the codes (or beginnings of codes) it names."""

    line: int
    covers: Span
    codes: tuple[str, ...]

    def silences(self, finding: Finding) -> bool:
        """Whether the comment lets this finding stand."""
        return (
            finding.span.first <= self.covers.last
            and self.covers.first <= finding.span.last
            and any(_fits(finding.code, code) for code in self.codes)
        )


def read_suppressions(dossier: Dossier) -> tuple[Suppression, ...]:
    """The comments of a dossier.

    On a line with something else a comment covers the line; on a heading's
    line, or alone directly below a heading, the heading's section with all
    below it; alone elsewhere the next line that is not blank.
    """
    return tuple(_read(dossier)) if _MARK in dossier.text else ()


def _read(dossier: Dossier) -> Iterator[Suppression]:
    lines = dossier.text.split("\n")
    code = _code_lines(dossier)
    headings = {section.span.first: place for place, section in enumerate(dossier.sections) if section.level}
    for number, line in enumerate(lines, 1):
        if _MARK not in line or number in code:
            continue
        for comment in _COMMENT.finditer(line):
            codes = tuple(part.strip() for part in (comment["codes"] or EVERYTHING).split(",") if part.strip())
            if comment["verb"] == "ignore-file":
                covers = Span(1, len(lines))
            else:
                alone = not _COMMENT.sub("", line).strip()
                covers = _covered(dossier, headings, lines, number, alone)
            yield Suppression(number, covers, codes)


def comments_on(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where the comments of a line begin and end, and the codes that each names; none where it names all rules."""
    for comment in _COMMENT.finditer(line):
        yield comment.start(), comment.end(), tuple(part.strip() for part in (comment["codes"] or "").split(","))


def _code_lines(dossier: Dossier) -> set[int]:
    blocks = (block for section in dossier.sections for block in section.blocks if block.kind == "code")
    return {line for block in blocks for line in range(block.first, block.last + 1)}


def _covered(dossier: Dossier, headings: Mapping[int, int], lines: Sequence[str], number: int, alone: bool) -> Span:
    above = number
    while alone and above > 1 and (above == number or not lines[above - 1].strip()):
        above -= 1
    place = headings.get(number, headings.get(above))
    if place is not None:
        section = dossier.sections[place]
        below = next((other for other in dossier.sections[place + 1 :] if other.level <= section.level), None)
        return Span(section.span.first, below.span.first - 1 if below else len(lines))
    if not alone:
        return Span(number, number)
    following = next((at for at in range(number + 1, len(lines) + 1) if lines[at - 1].strip()), number)
    return Span(following, following)


def _fits(code: str, beginning: str) -> bool:
    return beginning == EVERYTHING or code.startswith(beginning)


def split_suppressed(
    findings: Iterable[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], dict[tuple[Suppression, str], int]]:
    """The findings that no comment silences, and how many each code of each comment has silenced."""
    used = {(suppression, code): 0 for suppression in suppressions for code in suppression.codes}
    left: list[Finding] = []
    for finding in findings:
        silent = False
        for suppression in suppressions:
            if suppression.silences(finding):
                silent = True
                for code in suppression.codes:
                    used[suppression, code] += _fits(finding.code, code)
        if not silent:
            left.append(finding)
    return left, used


def unused(
    used: dict[tuple[Suppression, str], int], known: Collection[str], running: Collection[str]
) -> Iterator[tuple[Suppression, str]]:
    """The codes of comments that silenced nothing although every rule that they name has run."""
    for (suppression, code), silenced in used.items():
        named = [other for other in known if _fits(other, code)]
        if not silenced and named and all(other in running for other in named):
            yield suppression, code


def unknown(used: dict[tuple[Suppression, str], int], known: Collection[str]) -> Iterator[tuple[Suppression, str]]:
    """The codes of comments that begin no rule's code."""
    for suppression, code in used:
        if not _CODE.fullmatch(code) or not any(_fits(other, code) for other in known):
            yield suppression, code
