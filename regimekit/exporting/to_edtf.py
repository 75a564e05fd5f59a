"""A timeline as EDTF (ISO 8601-2:2019): one line a statement."""

from regimekit.analysis.timeline import Entry
from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.words import one_line
from regimekit.model import HistoricalDate

_LENGTHS = {"day": 10, "month": 7, "season": 7}  # characters of an ISO date; all others are four, a year


def to_edtf(telling: Telling) -> Written:
    """Four fields with tabs between them: EDTF, dossier and line, the statement, the date as written."""
    return Written("".join(_line(entry) + "\n" for entry in telling.entries).encode())


def edtf_of(date: HistoricalDate) -> str:
    """The date with how it bounds the event, which the record holds beside its EDTF.

    "since 1979" is the interval ``1979/..``, "until 1946" is ``../1946``; "by
    1929" is some day of that year or before, ``[..1929]``, "before 1900" and
    "after 1945" likewise ``[..1899]`` and ``[1946..]``. Brackets take nothing
    but plain dates, and an open interval no decade: there a circa is left out,
    and a decade, century or season is its first or last year or month.
    """
    if date.relation == "in" or date.edtf.startswith(("[", "{", "-")) or "/" in date.edtf:
        return date.edtf
    begins = date.relation in ("since", "after")
    bound = date.earliest if begins else date.latest
    if bound is None:
        return date.edtf
    if date.relation in ("since", "until"):
        named = date.edtf if "X" not in date.edtf else f"{bound.year:04}"
        return f"{named}/.." if begins else f"../{named}"
    plain = bound.isoformat()[: _LENGTHS.get(date.precision, 4)]
    return f"[{plain}..]" if begins else f"[..{plain}]"


def _line(entry: Entry) -> str:
    event = entry.event
    place = f"{one_line(entry.path)}:{event.span.first}"
    return "\t".join((edtf_of(event.date), place, one_line(event.title), one_line(event.date.verbatim)))
