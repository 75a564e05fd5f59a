"""What happened when."""

from typing import Literal

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.model.span import Span

EventKind = Literal["heading", "event", "table", "prose", "header"]


class Event(msgspec.Struct, frozen=True):
    """A dated statement: its principal date, and the others that it names.

    ``kind`` says where it was read: a heading, a list item or labelled line
    (event), a table row, running prose, or the front matter (header).
    ``title`` is the statement without its leading date; ``headings`` are the
    headings above it, outermost first.
    """

    span: Span
    date: HistoricalDate
    title: str
    kind: EventKind
    section: str
    headings: tuple[str, ...] = ()
    dates: tuple[HistoricalDate, ...] = ()
    sources: tuple[str, ...] = ()
