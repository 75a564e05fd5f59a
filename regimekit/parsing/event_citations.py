"""Which bracketed years are those of a cited work: "Conquest (1986)", "(Guliyev 2005)"."""

from __future__ import annotations

import re
from typing import Final

from regimekit.parsing.dated_statements import SCHOLARLY, THINGS, Bracket, Statement, tail
from regimekit.parsing.dates import FoundDate

_AUTHORS: Final = re.compile(r"[A-Z][\w'’-]+,?\s(?:(?:&|and)\s[A-Z][\w'’.-]+(?:\s[A-Z][\w'’-]+)?|et al\.?)\s*\Z")
_INSTITUTION: Final = re.compile(
    r"\b(?:[A-Z]{2,}|Reuters|Amnesty|Human Rights Watch|Watch|Commission|Committee|Institute|University|Bank|Press"
    r"|Times|Post|Guardian|Journal|News|Ministry|Observatory|Foundation|Center|Centre|Office|Bureau|Agency|[Rr]eport"
    r"|[Ss]urvey|[Cc]ensus|[Gg]overnment|[Ee]stimates?|Project|Yearbook|Museum|Archive)\b"
)
REPORT: Final = re.compile(
    r"\s+(?:[\w.’'&/-]+\s+){0,4}?(?:reports?|study|studies|estimates?|assessment|documents|article|book|thesis|paper|essay"
    r"|memoirs?|monograph|biography)\b",
    re.I,
)
_SURVEY: Final = re.compile(
    r"\s+(?:[\w.’'&/-]+\s+){0,4}?(?:report|study|estimate|assessment|survey|census|count|figures?|data)\W*\Z", re.I
)
# behind a year of publication: what the cited work says
_QUOTING: Final = re.compile(r"\)[:,]*\s*[\"“]")
# "Ellman (2002) estimates", which nobody says of a place or an event
_GIVING: Final = re.compile(
    r"\)\s+(?:estimate[sd]?|count(?:s|ed)|put(?:s)?|give[sn]?|gave|calculate[sd]?|argue[sd]?|find|finds|found|suggest(?:s|ed)|claim(?:s|ed)"
    r"|conclude[sd]?|write[s]?|wrote|reckon(?:s|ed)|maintain(?:s|ed)|note[sd]|hold[s]?|speak[s]? of)\b"
)
_WORK: Final = re.compile(
    r"\b(?:thesis|study|report|book|work|article|essay|memoirs?|biography|monograph|paper|analysis|argument|assessment|view"
    r"|interpretation|definition|typology|framework|concept|theory|formulation)\s*\Z",
    re.I,
)


def is_publication(statement: Statement, date: FoundDate, bracket: Bracket) -> bool:
    """ "Conquest (1986)", "her study (1999)", a year behind a title."""
    if not bracket.bare or date.date.precision != "year" or date.date.relation != "in" or "/" in date.date.edtf:
        return False
    passage, before = statement.passage, bracket.before
    at = date.start - len(bracket.inside)
    if any(0 <= at - high <= 4 for _, high in passage.titles) or before.endswith(("et al.", "et al")):
        return True
    if passage.kind == "heading":
        return False
    if passage.section in SCHOLARLY:
        if _WORK.search(before) is not None or before.endswith(('"', "”")):
            return True
        words = tail(before)
        if _QUOTING.match(passage.text, date.end) is not None and _INSTITUTION.search(before) is not None:
            return True
        return bool(words) and not any(word.lower() in THINGS for word in words) and not words[-1].isupper()
    names = bool(tail(before))
    return names and (statement.in_estimates or _GIVING.match(passage.text, date.end) is not None)


def is_citation(statement: Statement, date: FoundDate, bracket: Bracket) -> bool:
    """ "(Reuters, November 2022)", "(Guliyev 2005)", "(government estimate, 1990s)"."""
    if bracket.bare or statement.passage.kind == "heading":
        return False
    who, _, behind = bracket.inside.partition(date.date.verbatim)
    if not who:
        # "30,000 (1999 university survey)"
        counted = bracket.before[-1:].isdigit() or bracket.before.endswith(("+", "million"))
        return (counted and _INSTITUTION.search(behind) is not None) or _SURVEY.match(behind) is not None
    if REPORT.fullmatch(f" {behind.strip()}") is not None:
        return True
    named = who[:1].isupper() and not behind.strip(" ,;") and len(who) < 60 and len(tail(who)) == len(who.split())
    if not named:
        return False
    return (
        statement.in_estimates
        or statement.passage.section in SCHOLARLY
        or _INSTITUTION.search(who) is not None
        or _AUTHORS.fullmatch(who.strip(" ,")) is not None
        or bracket.before.endswith(('"', "”"))
    )
