"""What rules may ask besides the records: the schema, the settings, and indexes built once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from regimekit.analysis.names import fold
from regimekit.analysis.namesakes import Namesakes, surely_same_person
from regimekit.analysis.outline import main_sections, title_line
from regimekit.analysis.targets import Targets
from regimekit.analysis.totals import Total, totals
from regimekit.linting.lists import Group
from regimekit.linting.settings import Settings
from regimekit.model import Corpus, Dossier, Estimate, Person, Section, Source, Span
from regimekit.schema import Schema

_ACCESS_TRACES = ("ccess date", "ccessed", "etrieved", "onsulted")
_COMMON_ACCESS = re.compile(
    r"\baccess dates? for\b[^|]*\d{4}|\b(?:all|web|online) (?:\w+ )?(?:accessed|retrieved|consulted)\b[^|]*\d{4}"
    r"|^\W*(?:accessed|access date|retrieved|consulted)\W[^|]*\d{4}\W*$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:historians?|scholars?|authors?|experts?|researchers?|writers?)\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_FOOTNOTE_MARK = re.compile(r"(?<!`)\[\^([^\]\s]+)\]")


class Folder:
    """What a rule may ask of the whole folder."""

    def __init__(self, corpus: Corpus, schema: Schema, settings: Settings) -> None:
        self.corpus = corpus
        self.schema = schema
        self.settings = settings
        self.targets = Targets(corpus)
        self._totals: dict[str, tuple[Total, ...]] = {}

    def totals(self, dossier: Dossier) -> tuple[Total, ...]:
        """The figures of a dossier that are totals of something, read once for all rules."""
        if dossier.path not in self._totals:
            self._totals[dossier.path] = totals(dossier)
        return self._totals[dossier.path]

    @cached_property
    def fragments(self) -> dict[str, set[str]]:
        """The parts of each dossier that links of the folder name ("[[slug#Part]]"), by its slug; "" for one's own."""
        named: dict[str, set[str]] = {}
        for dossier in self.corpus.dossiers:
            for relation in dossier.relations:
                if relation.fragment:
                    named.setdefault(relation.target, set()).add(relation.fragment)
        return named

    @cached_property
    def namesakes(self) -> list[list[tuple[Dossier, Person]]]:
        """The entries of each person who is listed in more than one dossier, in the order of the folder."""
        known: Namesakes[list[tuple[Dossier, Person]]] = Namesakes()
        people: list[list[tuple[Dossier, Person]]] = []
        for dossier in self.corpus.dossiers:
            for person in dossier.people:
                alike = (entries for entries in known.sharing(person) if surely_same_person(entries[0][1], person))
                entries = next(alike, None)
                if entries is None:
                    entries = []
                    people.append(entries)
                    known.add(person, entries)
                entries.append((dossier, person))
        return [entries for entries in people if any(entry[0] is not entries[0][0] for entry in entries)]


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
    def starts(self) -> list[int]:
        """The offset of each line in the text; that of line *n* is ``starts[n - 1]``."""
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def lines_with(self, traces: Iterable[str]) -> list[int]:
        """The lines on which some of the traces stand, code left out.

        A look for plain pieces of text is many times cheaper than a search for a pattern.
        """
        text = self.dossier.text
        found: set[int] = set()
        for trace in traces:
            line, counted = 1, 0
            at = text.find(trace)
            while at >= 0:
                line += text.count("\n", counted, at)
                counted = at
                found.add(line)
                at = text.find(trace, at + len(trace))
        return sorted(found - self.code_lines)

    @cached_property
    def title(self) -> Span:
        """The line of the title, or the first line where there is none."""
        return title_line(self.dossier)

    @cached_property
    def main_sections(self) -> list[Section]:
        """The sections proper: the headings of level 2, and those of level 1 behind the title."""
        return list(main_sections(self.dossier))

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
        """The sources that the dossier lists: not links in its running text, nor people who are named beside them."""
        return [
            source
            for source in self.dossier.sources
            if source.listed and (source.url or source.footnote or not _PEOPLE.search(source.group or ""))
        ]

    @cached_property
    def sources_heading(self) -> Span:
        """The heading of the section of sources, else that above the first source."""
        section = self.dossier.section("sources")
        first = section.span if section else self.listed_sources[0].span if self.listed_sources else Span(1, 1)
        return self.heading_above(first)

    def sources_mention(self, word: str) -> bool:
        """Whether a word (without case and accents) stands in the title, publisher or address of some source."""
        return bool(word) and word in self._source_words

    @cached_property
    def _source_words(self) -> frozenset[str]:
        said = (f"{source.title} {source.publisher or ''} {source.url or ''}" for source in self.dossier.sources)
        return frozenset(fold(" ".join(said)).split())

    @cached_property
    def common_access_date(self) -> bool:
        """Whether one line gives an access date for all sources ("Access date for web sources: May 2, 2024")."""
        text = self.dossier.text
        return any(trace in text for trace in _ACCESS_TRACES) and any(map(_COMMON_ACCESS.search, self.lines))

    @cached_property
    def footnotes(self) -> tuple[dict[str, int], dict[str, list[int]]]:
        """The first line of each footnote mark by its label, and the lines of each footnote."""
        marks: dict[str, int] = {}
        notes: dict[str, list[int]] = {}
        if "[^" not in self.dossier.text:
            return marks, notes
        for number, line in enumerate(self.lines, 1):
            if "[^" not in line or number in self.code_lines:
                continue
            note = _FOOTNOTE.match(line)
            if note is not None:
                notes.setdefault(note[1], []).append(number)
            for label in _FOOTNOTE_MARK.findall(line, note.end() if note else 0):
                marks.setdefault(label, number)
        return marks, notes

    @cached_property
    def estimate_groups(self) -> list[Group]:
        """The dossier's estimates by the table or list they stand in; lists count by their outermost items."""
        blocks = [
            (block, section)
            for section in self.dossier.sections
            for block in section.blocks
            if block.kind in ("table", "list")
        ]
        starts = [block.first for block, _ in blocks]
        held: dict[int, dict[int, list[Estimate]]] = {}
        for estimate in self.dossier.estimates:
            line = estimate.span.first
            place = bisect_right(starts, line) - 1
            if place >= 0 and line <= blocks[place][0].last and not self.lines[line - 1][:1].isspace():
                held.setdefault(place, {}).setdefault(line, []).append(estimate)
        groups: list[Group] = []
        for place, rows in held.items():
            block, section = blocks[place]
            head = split_row(self.lines[block.first - 1]) if block.kind == "table" else ()
            before = range(block.first - 1, section.span.first, -1)
            above = next((self.lines[number - 1] for number in before if self.lines[number - 1].strip()), "")
            lead = f"{section.title} {above}"
            groups.append(Group(block.first, head, lead, tuple((line, tuple(row)) for line, row in rows.items())))
        return groups


def split_row(line: str) -> tuple[str, ...]:
    """The cells of a table row as it stands in the file, without emphasis."""
    return tuple(cell.strip(" *_") for cell in line.strip().strip("|").split("|"))
