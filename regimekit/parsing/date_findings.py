"""Dates that are wrong, as findings: impossible days, reversed ranges, cells that cannot be read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from regimekit.model.finding import Finding
from regimekit.model.span import Span
from regimekit.parsing.dates import FaultyDate, FoundDate
from regimekit.parsing.dates.vocabulary import MONTHS, SEASONS
from regimekit.parsing.passages import Passage

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_DIGITS: Final = re.compile(r"[0-9]")


def wrong(passage: Passage, fault: FaultyDate) -> Finding:
    """The finding for what is written as a date and cannot be one."""
    line = passage.line(fault.start)
    written = passage.text[fault.start : fault.end]
    if fault.fault == "impossible day":
        return Finding(
            "RK302", "error", Span(line, line), f"{written!r} is no day of the calendar", "Write the day that is meant."
        )
    return Finding(
        "RK303",
        "error",
        Span(line, line),
        f"{written!r} ends before it begins",
        "Write the earlier date first, or correct the one that is wrong.",
    )


def in_two_orders(passage: Passage, date: FoundDate) -> Finding:
    """The finding for "5/4/1992", which is in April to some readers and in May to others."""
    line = passage.line(date.start)
    return Finding(
        "RK304",
        "warning",
        Span(line, line),
        f"{date.date.verbatim!r} can be read with the day or with the month first",
        "Write the name of the month, or year-month-day.",
    )


def unreadable(passage: Passage, found: Sequence[FoundDate], column: int | None) -> Iterator[Finding]:
    """A finding where the date column of a row holds digits and no date, or a misspelt month."""
    if column is None or column >= len(passage.cells):
        return
    cell = passage.cells[column]
    if not cell or _DIGITS.search(cell) is None:
        return
    low = sum(len(before) + 3 for before in passage.cells[:column])
    own = [date for date in found if low <= date.start < low + len(cell)]
    rest = cell
    for date in reversed(own):
        rest = rest[: date.start - low] + " " + rest[date.end - low :]
    if not own or any(_is_misspelt_month(word) for word in _WORD.findall(rest)):
        yield Finding(
            "RK301",
            "error",
            Span(passage.first, passage.last),
            f"the date {cell!r} cannot be read",
            "Write it as in '27 December 1929', 'Summer 1926' or '1932-1933'.",
        )


def _is_misspelt_month(word: str) -> bool:
    """ "Janury", "Mya": close to the name of a month, and no word of dates itself."""
    word = word.lower()
    if word in MONTHS or word in SEASONS:
        return False
    names = [name for month in MONTHS for name in (month, month[:3])]
    if len(word) == 3:
        return any(sorted(word) == sorted(name) and word != name for name in names)
    return bool(difflib.get_close_matches(word, MONTHS, 1, 0.82))
