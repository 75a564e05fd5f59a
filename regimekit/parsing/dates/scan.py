"""Every date of a line of running text, and what keeps a number from being one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.parsing.dates.completing import Context, FaultyDate, FoundDate, Incomplete, complete
from regimekit.parsing.dates.modifiers import may_lead, read_modifiers
from regimekit.parsing.dates.patterns import EXTENT
from regimekit.parsing.dates.phrase import read_phrase
from regimekit.parsing.dates.vocabulary import (
    COMPARING,
    COUNTED,
    COUNTING,
    DISPUTED,
    NO_ADJECTIVES,
    NUMBERED,
    ORDINALS,
    SEASONS,
    SUMMING,
    TEMPORAL,
)

# a line without any of these holds no date that needs no context
_COMPLETE: Final = re.compile(
    r"[0-9](?:[0-9]{3}|0s|(?:st|nd|rd|th)[\s-]c|[0-9]{0,2}\s?(?:BC|B\.C|CE|C\.E|AD|A\.D))|A\.?D\.? ?[0-9]"
)
_MONTH_NAME: Final = re.compile(
    r"[JFMASONDW][aepucoiAEPUCO][A-Za-z](?<=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spr|Sum|Aut|Win"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
# "Spring-Summer: …", a season in the place of a label; "Fall: …" more often tells of a fall
_SEASON_LABEL: Final = re.compile(
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
    r"(?:\s?[-–/]\s?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter))?(?=\s?[:–—]|\s-\s)"
)
_ORDINAL: Final = "|".join(word.replace("-", "[- ]") for word in sorted(ORDINALS, key=len, reverse=True))
_CENTURY_IN_WORDS: Final = re.compile(
    rf"\b(?P<ordinal>(?i:{_ORDINAL}))[\s-](?i:centur)(?:y|ies)\b(?P<era>\s(?:BCE?|CE|AD)\b)?"
)
_NEXT_WORDS: Final = re.compile(r"[\s+]{1,3}([A-Za-z]+)(?:[\s-]([a-z]+))?(?:[\s-]([a-z]+))?")
_LAST_WORDS: Final = re.compile(r"\S+")
_NUMBER_OF: Final = re.compile(r"[0-9]{1,2} of ")
_MONTH_OF_YEAR: Final = re.compile(r"[01][0-9][./][0-9]{4}")
_STATEMENT_BEGINS: Final = ("", ":", ";", ",", "|", "-", "–", "—", "\n", "•")
_LONGEST_PREFIX: Final = 48


def parse_date(text: str) -> HistoricalDate | None:
    """The first date in a phrase; None where there is none, or where the calendar has no such day."""
    found, faults = read_dates(text)
    return found[0].date if found and not (faults and faults[0].start < found[0].start) else None


def find_dates(text: str, context: Context | None = None, masked: Sequence[tuple[int, int]] = ()) -> list[FoundDate]:
    """The dates of a text in their order; they do not overlap.

    A day or month without a year takes it from the same text or from
    ``context``, and is no date where neither gives one. ``masked`` are parts of
    the text, as (start, end), in which nothing is a date: titles of works.
    """
    return read_dates(text, context, masked)[0]


def read_dates(
    text: str, context: Context | None = None, masked: Sequence[tuple[int, int]] = ()
) -> tuple[list[FoundDate], list[FaultyDate]]:
    """The dates of a text as in `find_dates`, and what is written as a date and cannot be one."""
    if "entur" in text and _CENTURY_IN_WORDS.search(text) is not None:
        return _in_words(text, context, masked)
    if _COMPLETE.search(text) is None and (context is None or _MONTH_NAME.search(text) is None):
        return [], []
    dates: list[FoundDate] = []
    faults: list[FaultyDate] = []
    pending: list[Incomplete] = []
    at = 0
    while True:
        extent = EXTENT.search(text, at)
        if extent is None:
            break
        start, core = extent.start(), extent[0]
        first = _prefix_start(text, start, at)
        at = start + 1
        if _NUMBER_OF.match(core) is not None and _is_numbered(text, start):
            # "Decree 88 of October 1957": the month follows
            continue
        if first < 0 or (masked and any(low <= start < high for low, high in masked)):
            continue
        prefix = text[first:start]
        if first == 0 and extent.end() == len(text) - 1 and text[-1] == "?":
            core += "?"
        reading = read_phrase(prefix, core)
        if reading is None:
            continue
        at = end = start + reading.length
        if reading.date is not None:
            date = FoundDate(first, end, reading.date, False, reading.ambiguous)
            if not ((reading.bare and _is_count(text, date, start)) or _is_file_number(text, date, start)):
                dates.append(date)
        elif reading.fault is not None:
            faults.append(FaultyDate(first, end, reading.fault))
        else:
            pending.append(Incomplete(first, end, prefix, core, reading))
    label = _SEASON_LABEL.match(text) if context is not None else None
    if label is not None and context is not None:
        dates = [*_season(label[0], context), *dates]
    if pending:
        dates, impossible = complete(text, sorted([*dates, *pending], key=lambda found: found.start), context)
        faults += impossible
    return dates, faults


def _in_words(
    text: str, context: Context | None, masked: Sequence[tuple[int, int]]
) -> tuple[list[FoundDate], list[FaultyDate]]:
    """The dates of a text that names a century in words: "late nineteenth century" is read as "late 19th century".

    The ordinal is written in figures and the gap filled with blanks behind it, so that every place stays what it was.
    """
    ends: dict[int, int] = {}

    def figures(match: re.Match[str]) -> str:
        number = ORDINALS[match["ordinal"].lower().replace(" ", "-")]
        ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        short = f"{number}{ending} century{match['era'] or ''}"
        ends[match.start() + len(short)] = match.end()
        return short.ljust(len(match[0]))

    dates, faults = read_dates(_CENTURY_IN_WORDS.sub(figures, text), context, masked)
    whole = []
    for found in dates:
        end = ends.get(found.end, found.end)
        date = msgspec.structs.replace(found.date, verbatim=text[found.start : end])
        whole.append(msgspec.structs.replace(found, end=end, date=date))
    return whole, faults


def _season(written: str, context: Context) -> Iterator[FoundDate]:
    """A season at the beginning of a text, in the year of the context."""
    year = context.year_of(6)
    reading = read_phrase(written + " ", str(year)) if year is not None else None
    if reading is not None and reading.date is not None:
        yield FoundDate(0, len(written), msgspec.structs.replace(reading.date, verbatim=written), True)


def _prefix_start(text: str, start: int, floor: int) -> int:
    """Where the words in front of a date begin; -1 where what is glued to it shows that it is none."""
    if start == floor:
        return start
    before = text[start - 1]
    if before in "(|[*":
        return start
    window = text[max(floor, start - _LONGEST_PREFIX) : start]
    words = window.split()
    glued = not before.isspace()
    if not words:
        return start
    first, end = start, len(window)
    for word in reversed(words):
        bare = word.lstrip("([\"'“‘*|")
        if not may_lead(bare):
            break
        end = window.rindex(word, 0, end)
        first = start - len(window) + end + len(word) - len(bare)
        if bare != word:
            break
    if (
        first < start
        and text[first].isupper()
        and text[first - 1 : first].isspace()
        and _is_name(words, text[first:start])
    ):
        return start
    if glued and first == start and before in "-.~":
        return start if len(words[-1]) == 1 and before != "." else -1
    return first + _surplus(text[first:start]) if first < start else start


def _is_name(words: list[str], prefix: str) -> bool:
    """Whether a season belongs to a name: "Prague Spring 1968"."""
    own = prefix.split()
    before = words[-len(own) - 1] if len(words) > len(own) else ""
    return before.isalpha() and before.istitle() and own[0].lower() in SEASONS


def _surplus(prefix: str) -> int:
    """How much of the words in front belongs to the sentence: "in the" of "in the early"."""
    cut = 0
    while read_modifiers(prefix[cut:]) is None:
        rest = prefix[cut:].lstrip()
        word = _LAST_WORDS.match(rest)
        if word is None:
            return len(prefix)
        cut = len(prefix) - len(rest) + word.end()
        cut += len(prefix[cut:]) - len(prefix[cut:].lstrip())
    return cut


def _is_numbered(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].lower().split()
    return bool(before) and (before[-1].rstrip(".#°º") in NUMBERED or before[-1] in ("law", "act", "statute"))


def _is_file_number(text: str, found: FoundDate, start: int) -> bool:
    """Whether "12/1998" numbers something, as in "Law 12/1998".

    A month is written so only where a statement begins or behind a preposition.
    """
    if found.start < start or _MONTH_OF_YEAR.match(text, start) is None:
        return False
    before = text[:start].rstrip(" *(")
    return before[-1:] not in _STATEMENT_BEGINS and before.rsplit(None, 1)[-1].lower() not in TEMPORAL


def _is_count(text: str, found: FoundDate, start: int) -> bool:
    """Whether a bare number counts or names something: "1900 prisoners", "Decree 1951"."""
    before = text[max(0, found.start - 24) : found.start].split()
    word = before[-1].lower().lstrip("([\"'“‘*") if before else ""
    last_but_one = before[-2].lower() if len(before) > 1 else ""
    if word and not word.isalpha():
        word = word.rstrip(".#°º")
    if found.start == start:
        if word in NUMBERED:
            return True
        if (
            word in COUNTING
            and last_but_one not in DISPUTED
            and (len(before) < 3 or before[-3].lower() not in TEMPORAL)
        ):
            return True
        if (word == "than" and last_but_one in COMPARING) or (word == "of" and last_but_one in SUMMING):
            return True
        if word == "in" and (last_but_one == "one" or last_but_one.isdigit()):
            return True
    year, dated = text[found.end - 4 : found.end], word in ("in", "during", "throughout", "the")
    if found.date is not None and found.date.approximate and year[2:] == "00" and year < "1800":
        return word not in TEMPORAL
    words = None if dated and year[2:] != "00" else _NEXT_WORDS.match(text, found.end)
    if words is None or word == "in":
        return False
    for following in words.groups():
        if following is None or following in NO_ADJECTIVES:
            return False
        if following in COUNTED:
            return True
    return False
