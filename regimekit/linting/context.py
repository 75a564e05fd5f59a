"""What rules may ask besides the records: the schema, the settings, and indexes built once."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from functools import cached_property

from regimekit.linting.settings import Settings
from regimekit.model import Corpus, Dossier, Section, Source, Span
from regimekit.schema import Schema

_ACCESS_TRACES = ("ccess date", "ccessed", "etrieved", "onsulted")
_COMMON_ACCESS = re.compile(
    r"\baccess dates? for\b[^|]*\d{4}|\b(?:all|web|online) (?:\w+ )?(?:accessed|retrieved|consulted)\b[^|]*\d{4}"
    r"|^\W*(?:accessed|access date|retrieved|consulted)\W[^|]*\d{4}\W*$",
    re.IGNORECASE,
)


class Folder:
    """What a rule may ask of the whole folder."""

    def __init__(self, corpus: Corpus, schema: Schema, settings: Settings) -> None:
        self.corpus = corpus
        self.schema = schema
        self.settings = settings
        self._meant: dict[str, str | None] = {}

    @cached_property
    def by_slug(self) -> dict[str, list[Dossier]]:
        """The dossiers that each slug names."""
        named: dict[str, list[Dossier]] = {}
        for dossier in self.corpus.dossiers:
            named.setdefault(dossier.slug, []).append(dossier)
        return named

    def is_dossier_name(self, target: str) -> bool:
        """Whether a link's target is written as the folder's dossiers are named ("aldova-varda"), there or not.

        Other targets ("Suez Crisis") are notes that somebody may write one day.
        """
        return target == target.casefold() and "-" in target and " " not in target

    def meant(self, target: str) -> str | None:
        """The dossier whose name is closest to a target that leads nowhere, None where none is close."""
        if target not in self._meant:
            words = set(target.split("-"))
            same = [slug for slug in self.by_slug if set(slug.split("-")) == words]
            last = [slug for slug in self.by_slug if slug.rpartition("-")[2] == target.rpartition("-")[2]]
            close = same or last or difflib.get_close_matches(target, self.by_slug, 1, 0.85)
            self._meant[target] = close[0] if close else None
        return self._meant[target]

    def reaches(self, target: str) -> bool:
        """Whether a link to that name leads to a file of the folder; capitals do not count."""
        return target.casefold() in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        pages = (page.path.rpartition("/")[2].rpartition(".")[0] for page in self.corpus.pages)
        return frozenset(name.casefold() for name in (*self.by_slug, *pages))


class Context:
    """What a rule may ask while it looks at one dossier."""

    def __init__(self, folder: Folder, dossier: Dossier) -> None:
        self.folder = folder
        self.schema = folder.schema
        self.settings = folder.settings
        self.dossier = dossier

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; line *n* is ``lines[n - 1]``."""
        return self.dossier.text.split("\n")

    @cached_property
    def title(self) -> Span:
        """The line of the title, or the first line where there is none."""
        line = next((section.span.first for section in self.dossier.sections if section.level == 1), 1)
        return Span(line, line)

    @cached_property
    def main_sections(self) -> list[Section]:
        """The sections proper: the headings of level 2, and those of level 1 behind the title."""
        main: list[Section] = []
        titled = False
        for section in self.dossier.sections:
            if section.level == 2 or (section.level == 1 and titled):
                main.append(section)
            titled = titled or section.level == 1
        return main

    def parts(self, section: Section) -> list[Section]:
        """The section and all that stand below it."""
        sections = self.dossier.sections
        first = self._places[section.span.first]
        last = first + 1
        while last < len(sections) and sections[last].level > section.level:
            last += 1
        return list(sections[first:last])

    @cached_property
    def _places(self) -> dict[int, int]:
        return {section.span.first: place for place, section in enumerate(self.dossier.sections)}

    @cached_property
    def code_lines(self) -> frozenset[int]:
        """The lines within code blocks, whose text is not the dossier's own."""
        blocks = (block for section in self.dossier.sections for block in section.blocks if block.kind == "code")
        return frozenset(line for block in blocks for line in range(block.first, block.last + 1))

    def heading_above(self, span: Span) -> Span:
        """The line of the nearest heading at or above a place; the first line where there is none."""
        at = bisect_right(self._headings, span.first)
        line = self._headings[at - 1] if at else 1
        return Span(line, line)

    def section_at(self, line: int) -> str:
        """The id of the section in which a line stands, "" before the first."""
        at = bisect_right(self._headings, line)
        return self._ids[at - 1] if at else ""

    @cached_property
    def _ids(self) -> list[str]:
        return [section.id for section in self.dossier.sections if section.level]

    @cached_property
    def _headings(self) -> list[int]:
        return [section.span.first for section in self.dossier.sections if section.level]

    @cached_property
    def front_matter_end(self) -> int:
        """The last line of the front matter, 0 where there is none."""
        blocks = (block for section in self.dossier.sections for block in section.blocks)
        return next((block.last for block in blocks if block.kind == "front_matter"), 0)

    @cached_property
    def listed_sources(self) -> list[Source]:
        """The sources that the dossier lists: not the links in its running text."""
        return [source for source in self.dossier.sources if source.listed]

    @cached_property
    def common_access_date(self) -> bool:
        """Whether one line gives an access date for all sources ("Access date for web sources: May 2, 2024")."""
        text = self.dossier.text
        return any(trace in text for trace in _ACCESS_TRACES) and any(map(_COMMON_ACCESS.search, self.lines))
