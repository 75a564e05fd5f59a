"""Fixes within one line: dates, sources, rows, characters, and lines that stand there twice."""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata

from regimekit.linting.context import Context
from regimekit.linting.edits import Edit
from regimekit.linting.fix import Fix, in_prose, line_of, marked, mended, replace_mark, stands_alone, without_lines
from regimekit.linting.iso import iso_day
from regimekit.linting.rules.citations import without_tracking
from regimekit.model import Finding, HistoricalDate

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def access_date(context: Context, finding: Finding) -> Fix | None:
    """RK706: the day in ISO 8601, where the date names one and only one."""
    written = marked(context, finding)
    dates = [
        source.accessed
        for source in context.listed_sources
        if source.span.first <= finding.span.first <= source.span.last and source.accessed_as_written == written
    ]
    return _day_for_mark(context, finding, dates[0]) if len(dates) == 1 else None


def footer_date(context: Context, finding: Finding) -> Fix | None:
    """RK808: the same for the dates of creation and last update, in the footer and in the header."""
    for stamp in (context.dossier.created, context.dossier.updated):
        if stamp is not None and stamp.span.first == finding.span.first:
            return _day_for_mark(context, finding, stamp.date)
    return None


def _day_for_mark(context: Context, finding: Finding, date: HistoricalDate | None) -> Fix | None:
    written = marked(context, finding).strip()
    day = _full_day(date, written.rstrip("."))
    edit = replace_mark(context, finding, day) if day else None
    return mended(edit) if edit else None


def _full_day(date: HistoricalDate | None, written: str) -> str | None:
    """The day in ISO 8601 that a date names, where it leaves nothing open and is all that is written."""
    if date is None:
        match = _YEAR_FIRST.fullmatch(written)
        try:
            return datetime.date(*map(int, match.groups())).isoformat() if match else None
        except ValueError:
            return None
    if date.verbatim != written or date.relation != "in" or date.approximate or date.uncertain:
        return None
    return date.edtf if iso_day(date.edtf) else None


def tracking(context: Context, finding: Finding) -> Fix | None:
    """RK719: the address without the parameters that follow clicks."""
    edit = replace_mark(context, finding, without_tracking(marked(context, finding)))
    return mended(edit) if edit else None


def source_type(context: Context, finding: Finding) -> Fix | None:
    """RK704, unsafe: the one word of the schema that the type is a slip of."""
    return _nearest(context, finding, "source_type")


def relationship_type(context: Context, finding: Finding) -> Fix | None:
    """RK604, unsafe: the same for a relationship."""
    return _nearest(context, finding, "relationship_type")


def _nearest(context: Context, finding: Finding, vocabulary: str) -> Fix | None:
    words = [term.id for term in context.schema.vocabularies.get(vocabulary, ())]
    close = difflib.get_close_matches(marked(context, finding).casefold(), words, 2, 0.8)
    edit = replace_mark(context, finding, close[0]) if len(close) == 1 else None
    return mended(edit, "unsafe") if edit else None


def type_of_encyclopedia(context: Context, finding: Finding) -> Fix | None:
    """RK717, unsafe: the type that the address speaks for."""
    edit = replace_mark(context, finding, "encyclopedia")
    return mended(edit, "unsafe") if edit else None


def source_type_in_other_words(context: Context, finding: Finding) -> Fix | None:
    """RK720: the schema's word; unsafe where more than capitals changes, since the other word may say more."""
    written = marked(context, finding)
    terms = context.schema.terms("source_type", written)
    edit = replace_mark(context, finding, terms[0]) if len(terms) == 1 else None
    return mended(edit, "safe" if written.casefold() == terms[0] else "unsafe") if edit else None


_REPEATED = re.compile(r"the tag '([^']+)' stands there")


def tag_twice(context: Context, finding: Finding) -> Fix | None:
    """RK817: the tag once, where it stands first."""
    named = _REPEATED.match(finding.message)
    line = line_of(context, finding.span.first)
    pattern = rf"[\s,;]*#{re.escape(named[1])}(?![^\s#,;*])" if named else r"(?!)"
    again = list(re.finditer(pattern, line, re.IGNORECASE))[1:]
    start = context.starts[finding.span.first - 1]
    return mended(Edit(start + one.start(), start + one.end(), "") for one in again) if again else None


_CELLS = re.compile(r"the row has (\d+) cells? where the head has (\d+)")


def missing_cells(context: Context, finding: Finding) -> Fix | None:
    """RK904: empty cells at the end of a row that has too few, which is how it is read; a surplus cell is nobody's."""
    counts = _CELLS.match(finding.message)
    line = line_of(context, finding.span.first).rstrip()
    if counts is None or int(counts[1]) >= int(counts[2]) or finding.span.first != finding.span.last:
        return None
    missing = int(counts[2]) - int(counts[1])
    closed = line.endswith("|") and not line.endswith("\\|")
    at = context.starts[finding.span.first - 1] + len(line)
    return mended(Edit(at, at, ("" if closed else " |") + "  |" * missing))


_CHARACTER = re.compile(r"control character U\+([0-9A-F]{4,6})")
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x1f"


def control_character(context: Context, finding: Finding) -> Fix | None:
    """RK906: the line without the character.

    Left alone are letters of another encoding (U+0080 to U+009F stand for
    quotes and dashes), marks of direction in lines that run from the right,
    and breaks between two words that would grow together.
    """
    found = _CHARACTER.search(finding.message)
    if found is None or not in_prose(context, finding.span.first):
        return None
    character, line = chr(int(found[1], 16)), line_of(context, finding.span.first)
    from_the_right = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line if letter != character)
    if "\x80" <= character <= "\x9f" or (from_the_right and unicodedata.category(character) == "Cf"):
        return None
    if character in _BREAKS and re.search(rf"\S{re.escape(character)}\S", line):
        return None
    start = context.starts[finding.span.first - 1]
    return mended(Edit(start + at, start + at + 1, "") for at, letter in enumerate(line) if letter == character)


_TWIN = re.compile(r"\bline (\d+)\b")


def identical_line(context: Context, finding: Finding) -> Fix | None:
    """An entry that stands there twice, word for word and under one heading: the second goes."""
    named = _TWIN.search(finding.message)
    first = int(named[1]) if named else 0
    here = finding.span.first
    line, twin = line_of(context, here), line_of(context, first)
    if not named or first >= here or not line.strip() or line.strip() != twin.strip():
        return None
    if not in_prose(context, here) or context.heading_above(finding.span).first > first:
        return None
    if not line.lstrip().startswith(("- ", "* ", "+ ", "|", "[^")) or not stands_alone(context, finding.span):
        return None
    return mended(without_lines(context, here, here))


_KEY = re.compile(r"the header has the key '([^']+)' twice")


def identical_key(context: Context, finding: Finding) -> Fix | None:
    """RK903: the second of two equal lines of the header."""
    key = _KEY.search(finding.message)
    here = finding.span.first
    line = line_of(context, here)
    if key is None or line[:1].isspace() or not re.match(rf"{re.escape(key[1])}\s*:\s*[^\s|>#&*!].*", line):
        return None
    earlier = [number for number in range(1, here) if line_of(context, number).rstrip() == line.rstrip()]
    goes_on = re.compile(r"\s+\S|-\s")  # wrapped text, or the items of a list
    if not earlier or any(goes_on.match(line_of(context, number + 1)) for number in (here, earlier[-1])):
        return None
    return mended(without_lines(context, here, here))


_RANGE = re.compile(r"(\d[\d,]*)(\s*[-–—]\s*|\s+to\s+)(\d[\d,]*)")
_QUOTED = re.compile(r"^(?:the range )?'([^']+)' (?:runs from high to low|ends before it begins)")


def reversed_range(context: Context, finding: Finding) -> Fix | None:
    """RK303 and RK402, unsafe: the two ends of a plain range exchanged; as likely one of them has a digit wrong."""
    quoted = _QUOTED.search(finding.message)
    ends = _RANGE.fullmatch(quoted[1]) if quoted else None
    line = line_of(context, finding.span.first)
    if ends is None or line.count(ends[0]) != 1:
        return None
    start = context.starts[finding.span.first - 1] + line.index(ends[0])
    return mended(Edit(start, start + len(ends[0]), f"{ends[3]}{ends[2]}{ends[1]}"), "unsafe")
