"""Two numerals that are one range: "1.5-2 million", "9,000 (official) to 30,000", "between 3 and 5"."""

from __future__ import annotations

import re

from regimekit.model.quantity import Number
from regimekit.parsing.numeral_scan import Numeral
from regimekit.parsing.numerals import scaled
from regimekit.parsing.qualifiers import SYMBOLS

_LONGEST_LINK = 60
_JOIN = re.compile(
    r"\s?[%]?(?:\s?per\s?cent)?\s*(?P<note>\([^()\n]{0,40}\)\s*)?"
    r"(?P<link>[-–—−‑‐]{1,2}|\.\.(?!\.)|to|or|and|-to-)(?:(?<=[-–—−‑‐.])|\s)\s*"
    r"(?P<open>(?:more than|over|at least|upwards of)\s)?"
    r"(?:(?:about|around|approximately|perhaps|possibly|maybe|as many as|as high as|up to|even|nearly|almost"
    r"|roughly|an?"
    r"|estimated)\s)*"
    rf"[{SYMBOLS}]?\s?(?:us)?[$£€]?"
)
_CHANGE = re.compile(
    r"\b(?:rose|ris(?:e|en|ing)|gr[eo]w\w*|swell\w*|swoll\w*|increas\w*|declin\w*|fell|fall\w*|dropp?\w*|reduc\w*"
    r"|expan\w*|climb\w*|jump\w*|shrank|shrink\w*|shrunk|decreas\w*|cut|went|goes|surg\w*|plung\w*|plummet\w*"
    r"|collaps\w*|slash\w*|chang\w*|down|up)\b[^.;:]{0,40}\bfrom\s[~a-z ]{0,20}\Z"
)


def joined(low: str, first: Numeral, second: Numeral) -> re.Match[str] | None:
    """The link between two numerals that make one range: "-", "to", "(official) to", "and" behind "between"."""
    if second.start - first.end > _LONGEST_LINK:
        return None
    link = _JOIN.fullmatch(low, first.end, second.start)
    if link is None:
        return None
    word = link["link"]
    if word == "-" and _is_chain(low, first, second):
        return None
    if word == "and" and "between" not in low[max(0, first.start - 30) : first.start]:
        return None
    if first.value is None or second.value is None:
        return link if word != "and" else None
    if word == "or" and (first.value >= second.value or first.plus):
        return None
    spaced = low[first.end] == " " and word not in ("to", "or", "and") and not link["note"]
    if spaced and ("—" in word or low_bound(first, second)[0] >= second.value):
        return None
    return link


def low_bound(first: Numeral, second: Numeral) -> tuple[Number, bool]:
    """The first number of a range with the scale it shares with the second, and whether that is a guess.

    "1.5-2 million" shares the million, "750,000-1.5 million" does not; "3-5,000" is
    read as 3,000-5,000, and "500-1 million" as it stands, both as guesses.
    """
    assert first.value is not None
    assert second.value is not None
    if first.scale == 1 and first.value < 1000 and "," not in first.digits:
        if second.scale > 1:
            shared = scaled(first.value, second.scale)
            return (shared, False) if shared <= second.value else (first.value, True)
        if "," in second.digits and 0 < first.value * 1000 < second.value and isinstance(first.value, int):
            return first.value * 1000, True
    return first.value, False


def is_change(low: str, first: Numeral, second: Numeral) -> bool:
    """Whether "from 500 to 90" tells of a change rather than a range."""
    begin = max(0, first.start - 24)
    if low.find("from ", begin, first.start) < 0 or first.value is None or second.value is None:
        return False
    if low_bound(first, second)[0] > second.value:
        return True
    return _CHANGE.search(low, max(0, first.start - 90), first.start) is not None


def _is_chain(low: str, first: Numeral, second: Numeral) -> bool:
    """Whether the numbers stand in a longer chain of hyphens: "978-3-16-148410"."""
    return low[first.start - 1 : first.start] == "-" or (
        low[second.end : second.end + 1] == "-" and low[second.end + 1 : second.end + 2].isdigit()
    )
