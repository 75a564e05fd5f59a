"""The regular expressions of date phrases; every repetition is bounded, so that reading stays linear."""

from __future__ import annotations

import re
from typing import Final

from regimekit.parsing.dates.vocabulary import OPEN_ENDS

_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = rf"[0-9]{{1,2}}{_ORDINAL}"
_MONTH = (
    r"(?:(?:J(?i:anuary|an|une|uly|un|ul)|F(?i:ebruary|eb)|M(?i:arch|ay|ar)|A(?i:pril|pr|ugust|ug)"
    r"|S(?i:eptember|ept|ep)|O(?i:ctober|ct)|N(?i:ovember|ov)|D(?i:ecember|ec))(?![A-Za-z])\.?)"
)
_ERA = r"(?:BCE?|CE|AD|B\.C\.(?:E\.)?|C\.E\.|A\.D\.)(?![A-Za-z])"
# "05.04.1992"; "5.IV.1992", the month in Roman figures
_NUMERIC = rf"[0-9]{{1,2}}(?:\.[0-9]{{1,2}}\.|/[0-9]{{1,2}}/|-[0-9]{{1,2}}-){_YEAR}"
_ROMAN = r"(?:XI{0,2}|IX|IV|VI{0,3}|I{1,3})"
_DASH = r"\s{0,3}(?:-{1,3}|[–—‒−])\s{0,3}"
_TO = r"\s{1,3}(?:to|through|thru|until|till|up\sto)\s{1,3}"
_AND = r"\s{1,3}(?:and|&)\s{1,3}"
_SLASH = r"\s?/\s?"
_JOINT = rf"(?:{_DASH}|{_TO}|{_AND}|{_SLASH})"

# a day, month or century that borrows the rest from what follows the joint; the forms of "17 May 1954";
# the century, decade, year
_POINT = (
    rf"(?P<iso>{_YEAR}(?:-[0-9]{{2}}-|/[0-9]{{2}}/|\.[0-9]{{2}}\.)[0-9]{{2}})(?![0-9])"
    rf"|(?P<numeric>{_NUMERIC})(?![0-9])"
    rf"|(?P<roman>[0-9]{{1,2}}(?:\.\s?{_ROMAN}\.\s?|/{_ROMAN}/|-{_ROMAN}-){_YEAR})(?![0-9])"
    rf"|(?P<numeric_day>[0-9]{{1,2}})\.?(?=\s?[-–]\s?(?:{_NUMERIC})(?![0-9]))"
    rf"|(?P<numeric_month>(?:0[1-9]|1[0-2])[./](?:1[89]|20)[0-9]{{2}})(?![0-9]|[./-][0-9])"
    rf"|(?P<only_day>[0-9]{{1,2}}){_ORDINAL}(?={_JOINT}{_DAY}\s{{1,3}}(?:of\s)?{_MONTH})"
    rf"|(?:(?P<day_before>[0-9]{{1,2}}){_ORDINAL}\s{{1,3}}(?:of\s)?(?P<month_behind>{_MONTH})"
    rf"|(?P<month>{_MONTH})(?:\s{{1,3}}(?P<day_behind>[0-9]{{1,2}}){_ORDINAL}(?![\w%]|[.:][0-9]|,[0-9]{{3}}(?![0-9])))?)"
    rf"(?:(?:,\s?|\s{{1,3}})(?:of\s)?(?P<month_year>{_YEAR})(?![0-9]))?"
    rf"|(?P<only_century>[0-9]{{1,2}})(?:st|nd|rd|th)(?={_JOINT}[0-9]{{1,2}}(?:st|nd|rd|th)[\s-]centur)"
    rf"|(?P<century>[0-9]{{1,2}})(?:st|nd|rd|th)[\s-]centur(?:y|ies)(?:\s(?P<century_era>{_ERA}))?"
    r"|(?P<decade>(?:1[0-9]|20)[0-9]0)['’]?s"
    r"|['’]?(?P<short_decade>[1-9]0)s"
    r"|(?:AD|A\.D\.)\s?(?P<year_of_era>[0-9]{1,4})(?![0-9])"
    rf"|(?P<year_before>[0-9]{{1,4}})\s?(?P<era>{_ERA})"
    rf"|(?P<year>{_YEAR})(?![0-9])(?:\s(?P<season_behind>(?i:spring|summer|autumn|winter))(?![\w-]))?"
)
_MODIFIED = (
    r"(?:(?:(?i:early|mid|late|circa|ca|c|around|about|the|spring|summer|autumn|fall|winter"
    r"|(?:beginning|start|middle|end)\sof|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)\.?[\s-]{1,3}|c\.|~){0,3})"
)
_SHORT = rf"(?P<short>[0-9]{{1,2}}){_ORDINAL}(?:(?:,\s?|\s)(?P<short_year>{_YEAR})(?![0-9]))?"
_OPEN = rf"(?:the\s)?(?i:{'|'.join(OPEN_ENDS)})\b(?!\s(?:the|an?|his|her|its|their)\b)"
_SUFFIX = (
    r"(?:(?P<doubt>\?(?=[)\],;:|/–—-]|\s?[–—|-])|\s?\(\?\))|(?P<plus>\+)"
    r"|(?P<onwards>\s{1,3}(?:onwards?|and\safter|or\slater|and\slater|and\sthereafter|and\sbeyond)\b))"
)
# not behind a letter or digit, a currency sign, a part of a number, a path; not in front of the like
_GUARD = r"(?<![\w$€£¥#@&=/\\%])(?<![0-9][.,:])"
_END = r"(?![\w%]|[.,/:-][0-9]|-[A-Z]|\.[a-z])"


def _without_groups(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


# how far a phrase may reach, from the first digit or month on
EXTENT: Final = re.compile(
    _without_groups(
        rf"(?=[0-9JFMASOND?]){_GUARD}(?:(?:{_POINT}){_SUFFIX}?|\?(?={_DASH}{_YEAR}))"
        rf"(?:{_JOINT}{_MODIFIED}(?:(?:{_POINT}|{_SHORT}){_SUFFIX}?{_END}|{_OPEN})|[-–—](?:(?=\))|\?(?=\)))|{_END})"
    )
)
# its pieces, with the groups that say what they are
POINT: Final = re.compile(_POINT)
SUFFIX: Final = re.compile(_SUFFIX.replace(r"(?=[)\],;:|/–—-]|\s?[–—|-])", ""))
JOINT: Final = re.compile(rf"(?P<dash>{_DASH})|(?P<to>{_TO})|(?P<and>{_AND})|(?P<slash>{_SLASH})")
MODIFIED: Final = re.compile(_MODIFIED)
SHORT: Final = re.compile(_SHORT)
OPEN: Final = re.compile(_OPEN)
