"""How long a regime is said to have lasted, against its dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

import msgspec

from regimekit.analysis.lasting import began, ended
from regimekit.model import HistoricalDate

_YEAR = 365.2425  # days
_DAYS = {"year": _YEAR, "yr": _YEAR, "month": _YEAR / 12, "week": 7.0, "day": 1.0}
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_WORDS: dict[str, float] = {word: number for number, word in enumerate(_NUMBERS, 1)}
_WORDS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "half a": 0.5, "a": 1, "an": 1}

_AMOUNT = r"(?P<amount>\d+(?:\.\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
_PART = re.compile(
    rf"(?<![\w.]){_AMOUNT}(?P<half>\s+and\s+a\s+half|\s*½)?(?:\s*[-–—]\s*(?P<upper>\d+(?:\.\d+)?))?(?P<plus>\+)?"
    r"[\s-]*(?P<unit>year|yr|month|week|day)s?\b\.?(?P<more>\+)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,\s*and|,|and|&|plus)?\s*", re.IGNORECASE)
_AT_LEAST = r"over|more than|at least|minimum(?: of)?|>"
_AT_MOST = r"under|less than|nearly|almost|just short of|up to|at most|<"
_ABOUT = r"~|≈|c\.|ca\.|circa|about|approx(?:imately|\.)?|around|roughly|some"
# what may stand before a length of time that the field itself is about: a label, words of degree
_LEAD = re.compile(
    rf"(?:[^:()]*:)?\s*(?P<degree>(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<about>{_ABOUT}))?)\s*",
    re.IGNORECASE,
)


class Duration(msgspec.Struct, frozen=True):
    """A length of time as written, and the lengths in days that it may stand for.

    One unit either way of the smallest that is written: whoever writes "29
    years" may have counted the years between or the years touched. An open end
    ("25+ years", "over 30 years") is None.
    """

    verbatim: str
    shortest: float
    longest: float | None


def read_durations(text: str) -> tuple[Duration, ...]:
    """The lengths of time that a field such as ``17 years (junta); 14 years, 2 months (personal rule)`` is about.

    Those at its start and behind a semicolon: what is said in passing
    ("29 years, after 3 years of civil war") is about something else.
    """
    return tuple(duration for piece in text.split(";") if (duration := _read(piece)) is not None)


def _read(piece: str) -> Duration | None:
    part = _PART.search(piece)
    lead = _LEAD.fullmatch(piece, 0, part.start()) if part else None
    if part is None or lead is None:
        return None
    parts = [part]
    while (following := _following(piece, parts[-1])) is not None:
        parts.append(following)
    return _duration(piece[lead.start("degree") : parts[-1].end()], lead, parts)


def _following(piece: str, part: re.Match[str]) -> re.Match[str] | None:
    """The rest of the same length of time: a smaller unit behind a comma or "and"."""
    joint = _JOINT.match(piece, part.end())
    rest = _PART.match(piece, joint.end()) if joint else None
    return rest if rest is not None and _unit(rest) < _unit(part) else None


def _duration(verbatim: str, lead: re.Match[str], parts: list[re.Match[str]]) -> Duration:
    last = parts[-1]
    unit = _unit(last)
    days = sum(_amount(part) * _unit(part) for part in parts)
    slack = 3.0 if unit == 1 else unit * 0.97  # months and years differ by days among themselves
    if "." in last["amount"] or last["half"]:
        slack /= 2
    if lead["about"]:
        slack += days / 10
    beyond = float(last["upper"]) * unit - _amount(last) * unit if last["upper"] else 0.0
    shortest, longest = days - slack, days + beyond + slack
    if last["plus"] or last["more"] or lead["least"]:
        return Duration(verbatim, shortest, None)
    return Duration(verbatim, shortest - slack if lead["most"] else shortest, longest)


def _unit(part: re.Match[str]) -> float:
    return _DAYS[part["unit"].lower()]


def _amount(part: re.Match[str]) -> float:
    word = part["amount"].lower()
    return (_WORDS[word] if word in _WORDS else float(word)) + (0.5 if part["half"] else 0)


def contradictions(text: str, dates: Sequence[HistoricalDate], today: datetime.date) -> tuple[Duration, ...]:
    """The durations in ``text`` that no time between the dates can have.

    Empty where the dates span no time that could be compared. A time that is
    still running ends ``today``.
    """
    lengths = tuple(_lengths(dates, today))
    if not lengths:
        return ()
    return tuple(
        duration
        for duration in read_durations(text)
        if not any(
            duration.shortest < longest and (duration.longest is None or shortest < duration.longest)
            for shortest, longest in lengths
        )
    )


def _lengths(dates: Sequence[HistoricalDate], today: datetime.date) -> Iterator[tuple[float, float]]:
    """The shortest and longest length in days of each time that the dates may mean.

    From each start to each end that lies after it: "1974-1991 (junta); supreme
    leader from February 1977" has two. A date that is no interval is a start
    where it says since, an end where it says until, and else may be either.
    """
    starts = [edges for date in dates if (edges := began(date)) is not None]
    ends = [ended(date) or (today, today) for date in dates]
    for start in starts:
        for end in ends:
            if start[1] < end[0]:
                yield float((end[0] - start[1]).days), float((end[1] - start[0]).days)
