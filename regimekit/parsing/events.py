"""Passages → events: what each dated line says happened, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from regimekit.model.date import HistoricalDate
from regimekit.model.event import Event, EventKind
from regimekit.model.finding import Finding
from regimekit.model.span import Span
from regimekit.parsing.cited_works import Works, cited_works
from regimekit.parsing.date_findings import in_two_orders, unreadable, wrong
from regimekit.parsing.date_order import DateOrder, order_of, settled
from regimekit.parsing.dated_statements import Statement
from regimekit.parsing.dates import DateContext, FoundDate, read_dates
from regimekit.parsing.event_dates import is_other_field, stated_dates
from regimekit.parsing.passages import Passage

_NOT_READ: Final = frozenset(("code", "html", "footnote"))
_NOT_STATED: Final = frozenset(("sources", "footer"))
_SOURCES: Final = re.compile(
    r"\W*(?:sources?|references?|bibliography|further reading|citations?|works cited)\W*", re.I
)
_DATE_COLUMN: Final = re.compile(r"(?:dates?|years?|when|time|period|day|month)\b.*", re.I)
_CLOCK: Final = re.compile(r"\W*(?:at |about |around )?(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?![0-9])", re.I)
_SENTENCE_END: Final = re.compile(r"(?<=[a-z0-9)\]”\"’'][.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
# what separates the date that opens a statement from the rest
_LABEL_END: Final = re.compile(r"\)?(?:[:;,.|–—]|\s+[–—-]+(?=\s))[\s:;,.|–—-]*")
# what may stand before the date that opens a statement
_OPENING: Final = re.compile(r"\W*(?:(?:in|on|at|by|from|the|during|night|of)\s+)*", re.I)


def read_events(passages: Sequence[Passage], works: Works | None = None) -> tuple[list[Event], list[Finding]]:
    """The dated statements of a dossier in the order of its lines, and the dates that cannot be.

    One event for each line that says when something happened (in running prose:
    for each sentence). Lists of sources give none, the Overview only the
    regime's own dates. ``works`` are those that the dossier cites.
    """
    if not passages:
        return [], []
    reader = _Reader(passages[0], cited_works(passages) if works is None else works, order_of(passages))
    for passage in passages:
        if passage.kind not in _NOT_READ and passage.section not in _NOT_STATED:
            reader.read(passage)
    return reader.events, reader.findings


class _Reader:
    """Goes through the passages; the dates met so far are the context of those to come."""

    def __init__(self, passage: Passage, works: Works, order: DateOrder | None) -> None:
        self.passage = passage
        self.works = works
        self.order = order
        self.events: list[Event] = []
        self.findings: list[Finding] = []
        self.began: int | None = None
        # the date of each passage that has one, by identity
        self.dates: dict[int, HistoricalDate] = {}
        # the last date under the current heading
        self.previous: HistoricalDate | None = None

    def read(self, passage: Passage) -> None:
        self.passage, text = passage, passage.text
        if passage.kind == "heading":
            self.previous = None
        found, faults = read_dates(text, self)
        if self.order is not None:
            found = [settled(date, self.order) for date in found]
        if faults:
            self.findings += (wrong(passage, fault) for fault in faults)
        if passage.cells:
            self.findings += unreadable(passage, found, date_column(passage.header))
        if not found:
            if text[:1].isdigit() and _CLOCK.match(text) is not None:
                self.add_hour(passage)
            return
        for date in found:
            if date.ambiguous:
                self.findings.append(in_two_orders(passage, date))
        if passage.section == "overview" and is_other_field(passage):
            return
        if passage.lead is not None and _heads_sources(passage.lead.text):
            return
        stated = stated_dates(Statement(passage, found, self.began, self.works))
        if not stated:
            return
        self.dates[id(passage)] = self.previous = _principal(passage, stated).date
        if self.began is None and (passage.section == "overview" or (passage.kind == "heading" and passage.level == 1)):
            first = stated[0].date.earliest
            self.began = first.year if first is not None else None
        for line, statement, dates in _statements(passage, stated):
            self.add(passage, line, statement, dates)

    def add(self, passage: Passage, line: int, statement: tuple[int, int], dates: list[FoundDate]) -> None:
        principal = _principal(passage, dates)
        self.events.append(
            Event(
                span=Span(line, line),
                date=principal.date,
                title=_title(passage, statement, principal),
                kind=_kind(passage),
                section=passage.section,
                headings=passage.headings,
                dates=tuple(found.date for found in dates if found is not principal),
            )
        )

    def add_hour(self, passage: Passage) -> None:
        """ "6:00 AM: …" below a heading that names the day."""
        for above in self.above(passage):
            if above.precision == "day" and above.earliest == above.latest:
                self.events.append(
                    Event(
                        Span(passage.first, passage.first),
                        above,
                        passage.text.strip(),
                        _kind(passage),
                        passage.section,
                        passage.headings,
                    )
                )
                return

    def above(self, passage: Passage) -> Iterator[HistoricalDate]:
        """The dates of what a passage stands under, the nearest first."""
        for one in (passage.parent, passage.lead):
            if one is not None and id(one) in self.dates:
                yield self.dates[id(one)]
        heading = passage.heading
        while heading is not None:
            if id(heading) in self.dates:
                yield self.dates[id(heading)]
            heading = heading.heading

    def year_of(self, month: int) -> int | None:
        """The year of a month in the passage at hand: of what it stands under, then of the last date before it."""
        previous = () if self.previous is None else (self.previous,)
        for date in (*self.above(self.passage), *previous):
            context = DateContext.of(date)
            year = context.year_of(month) if context is not None else None
            if year is not None:
                return year
        return None


@lru_cache(maxsize=4096)
def date_column(header: tuple[str, ...]) -> int | None:
    """Which column of a table holds its dates."""
    return next((at for at, head in enumerate(header) if _DATE_COLUMN.fullmatch(head.strip(" *:"))), None)


@lru_cache(maxsize=4096)
def _heads_sources(lead: str) -> bool:
    return _SOURCES.fullmatch(lead[:40]) is not None


def _kind(passage: Passage) -> EventKind:
    if passage.kind == "heading":
        return "heading"
    if passage.kind == "row":
        return "table"
    return "event" if passage.kind == "item" or passage.strong is not None else "prose"


def _principal(passage: Passage, dates: Sequence[FoundDate]) -> FoundDate:
    """The date of the statement: that of a table's date column, else the first.

    "The 1952 Revolution (July 23)" and "1952, July 23" name the year and then the day: the day is meant.
    """
    first = dates[0]
    if passage.cells:
        column = date_column(passage.header)
        if column and column < len(passage.cells):
            low = sum(len(cell) + 3 for cell in passage.cells[:column])
            high = low + len(passage.cells[column])
            return next((date for date in dates if low <= date.start < high), first)
    second = dates[1] if len(dates) > 1 else first
    if second.completed and first.date.precision == "year":
        between = passage.text[first.end : second.start]
        if not between.strip(" (,") or (passage.kind == "heading" and between.endswith("(")):
            return second
    return first


def _statements(passage: Passage, dates: Sequence[FoundDate]) -> Iterable[tuple[int, tuple[int, int], list[FoundDate]]]:
    """The lines, in prose the sentences, that hold dates: line, (start, end) in the text, the dates."""
    text = passage.text
    prose = _kind(passage) == "prose"
    if not prose and "\n" not in text:
        return [(passage.first, (0, len(text)), list(dates))]
    ends = [found.end() for found in _SENTENCE_END.finditer(text)] if prose else _line_ends(text)
    statements: list[tuple[int, tuple[int, int], list[FoundDate]]] = []
    start = at = 0
    for end in [*ends, len(text)]:
        first = at
        while at < len(dates) and dates[at].start < end:
            at += 1
        if at > first:
            statements.append((passage.line(dates[first].start), (start, end), list(dates[first:at])))
        start = end
    return statements


def _line_ends(text: str) -> list[int]:
    return [at + 1 for at, character in enumerate(text) if character == "\n"]


def _title(passage: Passage, statement: tuple[int, int], principal: FoundDate) -> str:
    """The statement without the date that opens it like a label; of a heading, without the bracket that gives it."""
    text, (start, end) = passage.text, statement
    title = ""
    if passage.cells:
        title = " — ".join([cell for cell in passage.cells if cell and cell != principal.date.verbatim])
    elif principal.start - start < 40 and (opening := _OPENING.match(text, start)) and opening.end() >= principal.start:
        rest = _LABEL_END.match(text, principal.end)
        if rest is not None:
            title = text[rest.end() : end].strip()
            title = title[:1].upper() + title[1:]
    elif passage.kind == "heading" and text[principal.end : end].strip() == ")":
        before = text[start : principal.start].rstrip()
        if before.endswith("("):
            title = before[:-1]
    return " ".join((title or text[start:end]).split()).rstrip(":")
