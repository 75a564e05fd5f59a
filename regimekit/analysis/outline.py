"""The parts of a dossier: how far each reaches, and which one a user means."""

from bisect import bisect_right

import msgspec

from regimekit.analysis.names import fold
from regimekit.model import Dossier, Section, Span


class Part(msgspec.Struct, frozen=True):
    """A level-2 section with everything below it; ``lines`` counts those that are not blank."""

    section: Section
    span: Span
    lines: int
    events: int
    estimates: int


def extent(dossier: Dossier, section: Section) -> Span:
    """The lines of a section and of the sections below it."""
    at = dossier.sections.index(section)
    last = section.span.last
    for below in dossier.sections[at + 1 :]:
        if below.level <= section.level:
            break
        last = below.span.last
    return Span(section.span.first, last)


def title_line(dossier: Dossier) -> Span:
    """The line of the title, or the first line where there is none."""
    line = next((section.span.first for section in dossier.sections if section.level == 1), 1)
    return Span(line, line)


def main_sections(dossier: Dossier) -> tuple[Section, ...]:
    """The sections of level 2, and those of level 1 behind the dossier's title."""
    titled = False
    found: list[Section] = []
    for section in dossier.sections:
        if section.level == 2 or (section.level == 1 and titled):
            found.append(section)
        titled = titled or section.level == 1
    return tuple(found)


def parts(dossier: Dossier) -> tuple[Part, ...]:
    """The main sections, in the order of the file; those of level 2 below one of level 1 are parts of their own."""
    found: list[Part] = []
    lines = dossier.text.split("\n")
    for section in main_sections(dossier):
        span = section.span if section.level == 1 else extent(dossier, section)
        filled = sum(1 for line in lines[span.first : span.last] if line.strip())
        found.append(
            Part(
                section,
                span,
                filled,
                sum(1 for event in dossier.events if _within(event.span, span)),
                sum(1 for estimate in dossier.estimates if _within(estimate.span, span)),
            )
        )
    return tuple(found)


def _within(inner: Span, outer: Span) -> bool:
    return outer.first <= inner.first <= outer.last


def sections_named(dossier: Dossier, wanted: str) -> tuple[Section, ...]:
    """The sections that a user can mean by an id, a title or part of a title.

    All sections of one id are meant together; a title that is given whole rules
    out those that only hold it, and a section those that lie below others.
    """
    sought = fold(wanted)
    by_id = tuple(s for s in dossier.sections if s.level == 2 and fold(s.id) == sought)
    if by_id or not sought:
        return by_id
    titles = [(fold(section.title), section) for section in dossier.sections if section.level > 1]
    exact = tuple(section for title, section in titles if title == sought)
    whole = tuple(section for title, section in titles if f" {sought} " in f" {title} ")
    found = exact or whole or tuple(section for title, section in titles if sought in title)
    top = min((section.level for section in found), default=0)
    return tuple(section for section in found if section.level == top)


class Headings:
    """Finds the heading above a line of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._sections = dossier.sections
        self._starts = [section.span.first for section in dossier.sections]

    def above(self, line: int) -> str | None:
        """The title of the innermost section in which the line stands, None before the first heading."""
        at = bisect_right(self._starts, line) - 1
        section = self._sections[at] if at >= 0 else None
        return section.title if section and section.level > 1 else None

    def chain(self, line: int) -> tuple[str, ...]:
        """The titles above a line from the innermost heading to the section; the dossier's title is none of them."""
        at = bisect_right(self._starts, line) - 1
        titles: list[str] = []
        level = 99
        while at >= 0 and level > 2:
            section = self._sections[at]
            if 1 < section.level < level:
                titles.append(section.title)
                level = section.level
            elif section.level == 1:
                break
            at -= 1
        return tuple(titles)

    def nearest(self, line: int) -> str:
        """The title of the nearest heading at or above a line, be it the dossier's; empty before the first."""
        at = bisect_right(self._starts, line) - 1
        section = self._sections[at] if at >= 0 else None
        return section.title if section and section.level else ""
