"""A timeline as a calendar (RFC 5545): the statements whose days are known.

Written by hand: whole days need nine properties, one escape and one fold and no
time zone at all, for which a library would bring the zones of the world with
it. The tests read the result with ``icalendar``.
"""

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator

from regimekit.analysis.timeline import Entry
from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.words import one_line
from regimekit.model import HistoricalDate

_OURS = uuid.UUID("5f0f9a0e-6e0b-5d0b-9a5b-7d1c1b7f4c11")  # the name space of the UIDs: any, but always this one
_LONGEST = 75  # octets of a line, without its end
_NEVER = datetime.date(1970, 1, 1)  # DTSTAMP must be; two exports of one dossier must be equal


def to_ics(telling: Telling) -> Written:
    """An event for each statement that names a day, or a first and a last; the others are counted by reason."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//regimekit//timeline//EN", "CALSCALE:GREGORIAN"]
    reasons: Counter[str] = Counter()
    met: Counter[tuple[str, ...]] = Counter()
    for entry in telling.entries:
        reason = left_out(entry.event.date)
        if reason:
            reasons[reason] += 1
            continue
        key = (entry.path, entry.event.date.edtf, entry.event.date.verbatim, entry.event.title)
        lines += _event(entry, telling, (*key, str(met[key])))
        met[key] += 1
    lines.append("END:VCALENDAR")
    text = "".join(f"{part}\r\n" for line in lines for part in folded(line))
    return Written(text.encode(), tuple(_left_out(reasons, len(telling.entries))))


def left_out(date: HistoricalDate) -> str | None:
    """Why a date has no place among the days of a calendar, None where it has."""
    if date.earliest is None and date.latest is None:
        return "not within the years 1 to 9999"
    if date.relation != "in" or date.earliest is None or date.latest is None:
        return "open at one end"
    if date.precision != "day":
        return "less exact than a day"
    if date.edtf.startswith(("[", "{")):
        return "to be read in two ways"
    return None


def _left_out(reasons: Counter[str], total: int) -> Iterator[str]:
    if reasons:
        why = "; ".join(
            f"{count} {reason}" for reason, count in sorted(reasons.items(), key=lambda one: (-one[1], one))
        )
        yield f"{sum(reasons.values())} of {total} statements are left out of the calendar, which has days only: {why}."


def _event(entry: Entry, telling: Telling, key: tuple[str, ...]) -> Iterator[str]:
    event, dossier, date = entry.event, telling.dossiers[entry.path], entry.event.date
    about = [date.verbatim, " > ".join(event.headings), f"{entry.path}:{event.span.first}"]
    assert date.earliest is not None
    assert date.latest is not None
    stamp = next((said.date.earliest for said in (dossier.updated, dossier.created) if said and said.date), None)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_OURS, chr(0).join(one_line(part) for part in key))}"
    yield f"DTSTAMP:{_day(stamp or _NEVER)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(date.earliest)}"
    if date.latest < datetime.date.max:  # without an end an event is of its one day
        yield f"DTEND;VALUE=DATE:{_day(date.latest + datetime.timedelta(1))}"
    yield f"SUMMARY:{escaped(telling.headline(entry))}"
    yield "DESCRIPTION:" + "\\n".join(escaped(part) for part in about if part)
    yield f"CATEGORIES:{escaped(dossier.slug)}"
    if date.approximate or date.uncertain:
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"  # history keeps nobody from an appointment
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A value of type TEXT."""
    plain = one_line(text).replace("\\", "\\\\").replace(";", "\\;")
    return plain.replace(",", "\\,")


def folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, each after the first beginning with a blank; no letter is torn apart."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            yield part
            part, size = " ", 1
        part += letter
        size += octets
    yield part


def _day(day: datetime.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
