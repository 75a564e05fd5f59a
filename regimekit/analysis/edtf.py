"""What one date of EDTF says by itself, without the record around it."""

from __future__ import annotations

import calendar
import datetime
import re

Days = tuple[datetime.date, datetime.date]
Parts = tuple[int, ...]

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]*")
_MASKED = re.compile(r"(\d{2})(\d|X)X[~?%]*")


def named_days(edtf: str) -> Days | None:
    """The first and last day of a day, month, year, decade ("193X") or century ("19XX").

    None for a season ("1932-21" is spring, not the 21st), a set, an open end, and
    years that the calendar does not have. A day that its month does not have is
    the month's last.
    """
    if masked := _MASKED.fullmatch(edtf):
        tens = masked[2] == "X"
        year = int(masked[1]) * 100 + (0 if tens else int(masked[2]) * 10)
        return (datetime.date(year, 1, 1), datetime.date(year + (99 if tens else 9), 12, 31)) if year else None
    plain = _PLAIN.fullmatch(edtf)
    if plain is None or not int(plain[1]):
        return None
    year, month = int(plain[1]), plain[2]
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    last = calendar.monthrange(year, int(month))[1]
    if plain[3] is not None:
        day = datetime.date(year, int(month), min(max(int(plain[3]), 1), last))
        return day, day
    return datetime.date(year, int(month), 1), datetime.date(year, int(month), last)


def date_parts(edtf: str) -> Parts:
    """Year, month and day as far as they are said; () for a season, a decade, an interval."""
    plain = _PLAIN.fullmatch(edtf)
    return tuple(int(part) for part in plain.groups() if part) if plain else ()
