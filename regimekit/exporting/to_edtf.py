"""A timeline as EDTF (ISO 8601-2:2019): one line a statement."""

import re

from regimekit.analysis.timeline import Entry
from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.words import one_line
from regimekit.model import HistoricalDate

_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")


def to_edtf(telling: Telling) -> Written:
    """Four fields with tabs between them: EDTF, dossier and line, the statement, the date as written."""
    return Written("".join(_line(entry) + "\n" for entry in telling.entries).encode())


def edtf_of(date: HistoricalDate) -> str:
    """The date with how it bounds the event, which the record holds beside its EDTF.

    "since 1979" is the interval ``1979/..``, "until 1946" is ``../1946``; "by
    1929" is some day of that year or before, ``[..1929]``, "before 1900" and
    "after 1945" likewise ``[..1899]`` and ``[1946..]``. Within those brackets
    stands a plain date, so that there a circa or a decade becomes its bound.
    """
    if date.relation == "in" or "/" in date.edtf or date.edtf.startswith(("[", "{", "-")):
        return date.edtf
    if date.relation in ("since", "until"):
        return f"{date.edtf}/.." if date.relation == "since" else f"../{date.edtf}"
    if date.relation == "by" and _PLAIN.fullmatch(date.edtf) and not _is_season(date.edtf):
        return f"[..{date.edtf}]"
    bound = date.earliest if date.relation == "after" else date.latest
    if bound is None:
        return date.edtf
    plain = bound.isoformat()
    length = {"day": 10, "month": 7}.get(date.precision, 4 if date.precision != "season" else 7)
    return f"[{plain[:length]}..]" if date.relation == "after" else f"[..{plain[:length]}]"


def _is_season(edtf: str) -> bool:
    return edtf[5:7] > "12" and len(edtf) == 7


def _line(entry: Entry) -> str:
    event = entry.event
    place = f"{one_line(entry.path)}:{event.span.first}"
    return "\t".join((edtf_of(event.date), place, one_line(event.title), one_line(event.date.verbatim)))
