"""What is wrong with a file: data, returned beside the records, never raised."""

from typing import Literal

import msgspec

from regimekit.model.span import Span

Severity = Literal["error", "warning", "info"]
Fixability = Literal["safe", "unsafe"]


class Finding(msgspec.Struct, frozen=True):
    """One fault at one place.

    ``code`` is the rule's (``RK101``); ``path`` is the file as the user named
    it, empty while a text is read that has no file; ``remedy`` says what to do
    about it, in one sentence. ``column`` and ``end_column``, counted from 1,
    mark the piece of the span's first line that is meant (the end is the
    column behind it); 0 where the whole line is. ``fixable`` says whether the
    toolkit can mend it, and how safe that is; None where only a human can.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    remedy: str = ""
    path: str = ""
    column: int = 0
    end_column: int = 0
    fixable: Fixability | None = None
