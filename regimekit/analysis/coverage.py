"""Which dossier has which section of the schema, and how far it is filled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, get_args

import msgspec

from regimekit.analysis.lasting import lasts
from regimekit.analysis.outline import Part, main_sections, parts
from regimekit.analysis.side_by_side import Expected
from regimekit.model import Dossier, Section, Span

#: Missing: required and not there. Joined: told in a section of two, under whose id it is counted. Absent: not there,
#: and not required of this dossier. Empty: a heading without a word below it.
State = Literal["filled", "thin", "empty", "joined", "absent", "missing"]
STATES: tuple[State, ...] = get_args(State)
#: The states of a section that is there under a heading of its own.
HELD: frozenset[State] = frozenset({"filled", "thin", "empty"})

#: A section is thin where it has fewer words than this, and fewer lines from which records were read.
THIN_WORDS, THIN_LINES = 50, 3
SOURCES = "sources"
# what a regime that lasts to this day cannot have
_OF_THE_PAST = frozenset({"fall", "aftermath"})
_JOINED = re.compile(r"\s+(?:and|&)\s+|,\s+")
_WORDLESS = frozenset({"heading", "rule", "html", "front_matter"})
# comments, tags, addresses of links, footnote marks, numbers of list items
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?!https?:)/?[A-Za-z][^<>]*>|(?<=\])\([^)\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
    r"|\[\^[^\]\s]{1,100}\]|^[ \t>]*\d{1,3}[.)](?=\s)",
    re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(r"https?://\S+|[^\W_]+(?:[-'’.,–/][^\W_]+)*")


class Asked(msgspec.Struct, frozen=True):
    """What the schema and the settings lend.

    The sections in their order, how a heading's words are read, the levels of
    confidence from high to low, and how many sources a dossier lists at least.
    """

    sections: tuple[Expected, ...] = ()
    section_id: Callable[[str], str] = lambda title: "other"
    levels: tuple[str, ...] = ()
    least_sources: float = 3


class Cell(msgspec.Struct, frozen=True):
    """One section of one dossier.

    ``words`` and ``lines`` (those that are not blank) are counted below the
    heading; ``records`` is how many of whatever kind were read from there, and
    ``lines_read`` from how many lines: one may give several.
    Sections of one id are counted together, ``line`` is that of the first,
    ``titles`` are as written; a joined cell names the section that tells it.
    """

    id: str
    state: State
    words: int = 0
    lines: int = 0
    records: int = 0
    lines_read: int = 0
    line: int | None = None
    titles: tuple[str, ...] = ()


class Coverage(msgspec.Struct, frozen=True):
    """One dossier: a cell for each column, and the words that stand in no section (below the title, say)."""

    slug: str
    path: str
    title: str
    cells: tuple[Cell, ...]
    outside: int = 0

    @property
    def words(self) -> int:
        """The words of the dossier; headings and front matter are none."""
        return self.outside + sum(cell.words for cell in self.cells)


def columns(dossiers: Iterable[Dossier], expected: Sequence[Expected]) -> tuple[Expected, ...]:
    """The sections of the schema, then ids that only dossiers have."""
    known = {section.id for section in expected}
    others = {section.id for dossier in dossiers for section in main_sections(dossier)} - known
    return (*expected, *(Expected(id, id) for id in sorted(others)))


def coverage(dossiers: Sequence[Dossier], asked: Asked) -> tuple[Coverage, ...]:
    """Every dossier in the order given."""
    heads = columns(dossiers, asked.sections)
    return tuple(_covered(dossier, heads, asked) for dossier in dossiers)


def missing(dossier: Dossier, expected: Sequence[Expected], section_id: Callable[[str], str]) -> Iterator[Expected]:
    """The required sections that are not there: "Death and Legacy" is two, and what lasts has neither fallen nor ended.

    RK101 asks this too, so that both say the same.
    """
    sections = main_sections(dossier)
    present = {section.id for section in sections} | set(_joined(sections, section_id))
    if lasts(dossier):
        present |= _OF_THE_PAST
    return (section for section in expected if section.required and section.id not in present)


def _joined(sections: Iterable[Section], section_id: Callable[[str], str]) -> dict[str, Section]:
    """The ids that the joined parts of headings name, with the first section whose heading names them."""
    named: dict[str, Section] = {}
    for section in sections:
        pieces = _JOINED.split(section.title)
        for id in map(section_id, pieces) if len(pieces) > 1 else ():
            named.setdefault(id, section)
    return named


def _covered(dossier: Dossier, heads: Sequence[Expected], asked: Asked) -> Coverage:
    words = _words(dossier)
    records = sorted(span.first for span in _records(dossier))
    lacking = {section.id for section in missing(dossier, heads, asked.section_id)}
    joined = _joined(main_sections(dossier), asked.section_id)
    held: dict[str, list[Part]] = {}
    for part in parts(dossier):
        held.setdefault(part.section.id, []).append(part)
    cells: list[Cell] = []
    for head in heads:
        several = held.get(head.id)
        if several:
            cells.append(_cell(head.id, several, words, records, dossier, asked))
        elif head.id in joined and head.id != "other":
            whole = joined[head.id]
            cells.append(Cell(head.id, "joined", line=whole.span.first, titles=(whole.title,)))
        else:
            cells.append(Cell(head.id, "missing" if head.id in lacking else "absent"))
    total = sum(words.values())
    return Coverage(dossier.slug, dossier.path, dossier.title, tuple(cells), total - sum(cell.words for cell in cells))


def _cell(
    id: str, several: Sequence[Part], words: dict[int, int], records: Sequence[int], dossier: Dossier, asked: Asked
) -> Cell:
    spans = [part.span for part in several]
    counted = sum(words.get(line, 0) for span in spans for line in range(span.first, span.last + 1))
    read = [records[bisect_left(records, span.first) : bisect_left(records, span.last + 1)] for span in spans]
    lines_read = sum(len(set(lines)) for lines in read)
    if not counted:
        state: State = "empty"
    elif id == SOURCES:
        state = "thin" if sum(source.listed for source in dossier.sources) < asked.least_sources else "filled"
    else:
        state = "thin" if counted < THIN_WORDS and lines_read < THIN_LINES else "filled"
    titles = tuple(part.section.title for part in several)
    lines = sum(part.lines for part in several)
    return Cell(id, state, counted, lines, sum(map(len, read)), lines_read, several[0].section.span.first, titles)


def _words(dossier: Dossier) -> dict[int, int]:
    """How many words each block holds, by its first line.

    Text as it is shown counts: no headings, marks, addresses of links, or comments.
    """
    lines = dossier.text.split("\n")
    found: dict[int, int] = {}
    for section in dossier.sections:
        for block in section.blocks:
            if block.kind not in _WORDLESS:
                text = "\n".join(lines[block.first - 1 : block.last])
                found[block.first] = len(_WORD.findall(_UNSEEN.sub("", text)))
    return found


def _records(dossier: Dossier) -> Iterator[Span]:
    """The places of all records that a section can hold."""
    kinds: tuple[Iterable[msgspec.Struct], ...] = (
        (field for field in dossier.overview if not field.header),
        dossier.people,
        dossier.events,
        dossier.estimates,
        dossier.statistics,
        dossier.debates,
        (position for debate in dossier.debates for position in debate.positions),
        dossier.relations,
        dossier.sources,
        dossier.confidence.topics,
        dossier.confidence.notes,
    )
    return (record.span for records in kinds for record in records)  # type: ignore[attr-defined]
