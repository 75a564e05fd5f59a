"""When a page was read, as far as a bibliography can hold it."""

from __future__ import annotations

import msgspec

from regimekit.analysis.edtf import Parts, date_parts
from regimekit.analysis.references import Reference
from regimekit.exporting.words import one_line


class Access(msgspec.Struct, frozen=True):
    """``parts`` are year, month and day of a date, or of both ends of an interval, as far as they are known.

    ``edtf`` is the same as text. Both are empty where the date cannot be held
    ("before 2024"), and ``said`` is what is written then; with a date, what
    its parts do not say ("around May 2023").
    """

    parts: tuple[Parts, ...] = ()
    edtf: str | None = None
    circa: bool = False
    said: str | None = None


def access(reference: Reference) -> Access | None:
    """None for what was never said to be read."""
    written, date = reference.accessed_as_written, reference.accessed
    if written is None:
        return None
    said = one_line(written)
    if date is None or date.relation != "in":
        return Access(said=said)
    found = [date_parts(end) for end in date.edtf.split("/")]
    if not all(found) or len(found) > 2:
        return Access(said=said)
    vague = date.approximate or date.uncertain
    return Access(tuple(found), date.edtf, vague, said if vague else None)
