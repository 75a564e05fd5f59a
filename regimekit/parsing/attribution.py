"""Whose figure it is: "Conquest (1986)", "according to the Inquiry Commission", "(UN estimate)"."""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.model.estimate import Attribution
from regimekit.parsing.author_kinds import kind_of
from regimekit.parsing.harm_words import HARM_WORDS

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_YEARS_ONLY = re.compile(r"(?:c\.\s?)?(?:1[89]|20)\d\ds?(?:[,;/&–-]\s?(?:(?:1[89]|20)?\d\d))*")
# "UN 2008", but not "Western Europe in 1980", which is what was counted
_YEAR_BEHIND = re.compile(
    r"(?<!\bin)(?<!\bof)(?<!\bto)(?<!\bby)(?<!\buntil)(?<!\bsince)(?<!\bfrom)[\s,]+((?:1[89]|20)\d\d)$"
)
_YEAR_BEHIND_COMMA = re.compile(r",\s+((?:1[89]|20)\d\d)$")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_BRACKET_BEHIND = re.compile(r"[^().;:,|\d]{0,40}\(([^()]*)\)")  # behind a number and what it counts
_TRIM = " \t\n:–—-,;.*\"“”'"
_NO_NAME = re.compile(
    r"(?:low(?:er|est)?|high(?:er|est)?|mid(?:dle)?|moderate|conservative|upper|minimum|maximum|min|max|median|mean|central|total|overall"
    r"|general|various|other|some|most|many|early|recent|current|initial|revised|common|commonly|standard|estimated?|pre|post|best|accepted|widely|generally|usual|usually)\b"
)
# What stands behind a name and tells what was counted or how: "archival study, camps only, 1934-1953".
_REMARK = re.compile(
    r"\s*;.*|,\s(?=[a-z\d]).*|,?\s(?:1[89]|20)\d\d\s?[-–]\s?(?:\d\d|\d{4})\b.*|,\s(?:"
    r"Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October|November"
    r"|December)\.?\s\d.*",
    re.DOTALL,
)
_YEAR_FIRST = re.compile(r"((?:1[89]|20)\d\d)\s(?=\w)")
_YEAR_RANGE = re.compile(r"(?:1[89]|20)\d\d\s?[-–]\s?\d\d")
_DATE_WORDS = frozenset(
    """
    january february march april may june july august september october november december spring summer autumn
    winter early late mid jan feb mar apr jun jul aug sep sept oct nov dec the of and in by until since
    """.split()
)
_DESCRIPTION = re.compile(
    r"\s(?:(?:possible|upper|lower|own|revised)\s)*(?:estimates?|figures?|admission|statement)$", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"\b(?:stud(?:y|ies)|report|statement|survey|census|estimates?|analysis|inquiry|commission|paper|book)\b"
)
_SOURCE_HEADER = re.compile(
    r"\b(?:source|historian|scholar|author|researcher|organi[sz]ation|institution|attribution|estimated by"
    r"|reported by|expert"
    r"|estimator|agency|commission|who says so|who says|whose figure|according to|by whom|counted by|claimed by"
    r"|given by|authority|claimant|reference)s?\b"
)
_NAME = r"[A-Z][\w.’'&-]*(?:\s(?:(?:of|for|the|on|and|de|von|van|du|la|&|al|bin|in|to)\s)*[A-Z][\w.’'&-]*)*"
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Pp]er|(?:[Ee]stimated|[Rr]eported|[Dd]ocumented|[Cc]ited|[Cc]alculated) by"
    r"|(?:[Ff]igures?|[Ee]stimates?) (?:from|by))"
    rf"\s(?:the\s)?(?P<name>{_NAME}(?:\s\(\d{{4}}\))?|(?:government|official|human rights)\s\w+|historians|scholars)"
)
_REPORTING = re.compile(
    rf"(?P<name>{_NAME}(?:\s\([^()]*\))?|[Mm]ost (?:scholars|historians)|[Ss]cholars|[Hh]istorians"
    rf"|[Hh]uman rights (?:groups|organizations))"
    r"\s(?:(?:officially|also|has|have|later|himself|conservatively)\s)*"
    r"(?:estimate[sd]?(?!\s(?:range|var|differ|of|for|are|put|remain|suggest|by|at))|document(?:s|ed)|report(?:s|ed)|record(?:s|ed)|puts?"
    r"|count(?:s|ed)|calculate[sd]?|argue[sd]?|claim(?:s|ed)|suggest(?:s|ed)|give[sn]?|gave|cite[sd]?|admit(?:s|ted)|acknowledge[sd]?"
    r"|conclude[sd]?|list(?:s|ed)|verified|confirm(?:s|ed)|accepts?)\b"
)
# Capitalised words of which no person's name is made: labels of events and places look like names otherwise.
_NO_PERSON = re.compile(
    r"\b(?:wars?|massacres?|repression|weapons?|operation|battle|camps?|famine|purges?|terror|campaigns?|revolts?|uprising|conflict"
    r"|crisis|genocide|revolution|coup|rebellion|riots?|prisons?|schools?|stadium|province|region|city|trials?|deaths?|toll|victims?"
    r"|killed|executions?|deportations?|north|south|east|west|era|period|phase)\b"
)
# What every match of the two patterns holds: most sentences do not, and are spared the search for a name.
_BY = re.compile(r"\b(?:[Aa]ccording to|[Pp]er|by|from)\s")
_VERB = re.compile(
    r"\s(?:estimate|document|report|record|put|count|calculate|argue|claim|suggest|g[ia]ve|cite|admit|acknowledge|conclude|list"
    r"|verified|confirm|accept)"
)
_BODY = re.compile(
    r"\b(?:unions?|associations?|leagues?|part(?:y|ies)|fronts?|movements?|committees?|councils?|congress|church|army|navy|guards?"
    r"|federations?|societ(?:y|ies)|clubs?|boards?|bureaus?|offices?|agenc(?:y|ies)|compan(?:y|ies)|groups?|networks?)\b"
)
_PARTICLES = frozenset("and de von van der al bin et al. da du di la".split())
_ADJECTIVES = frozenset(("official", "scholarly", "academic", "government", "unofficial", ""))
_WRITINGS = frozenset("report reports study book records trial survey paper estimates".split())
_LONGEST_NAME = 9  # words
_FARTHEST = 240  # characters: who is named farther from a number than that is not its author


_RANK = re.compile(r"General [A-Z](?!stimate|igure|ange|otal)")


def _tells_nobody(name: str) -> bool:
    """Whether a name is a description of the figure: "Lower estimate", "General range", but not "General Roe"."""
    return _NO_NAME.match(name.lower()) is not None and _RANK.match(name) is None


def is_source_column(header: str) -> bool:
    """Whether a column names whose figures the rows give ("Source", "Historian")."""
    return _SOURCE_HEADER.search(header.lower()) is not None


@lru_cache(maxsize=4096)
def parse_attribution(text: str, *, in_column: bool = True) -> Attribution | None:
    """An author as a cell of a source column gives it: "Conquest (1986)" is Conquest, 1986.

    Descriptions of a figure ("Low estimate", "Total") are nobody's. With
    ``in_column`` False only what names an author by itself is read as one.
    """
    bare = text.strip(_TRIM)
    year: int | None = None
    for bracket in _BRACKET.finditer(bare):
        stated = None if _YEAR_RANGE.search(bracket[1]) else _YEAR.search(bracket[1])
        if stated is not None and (in_column or _YEARS_ONLY.fullmatch(bracket[1].strip())):
            year = int(stated[1])
    name = _BRACKET.sub("", bare).strip(_TRIM)
    if year is None:
        # only a year that stands behind the name dates the figure: "UN, 2008" but not "1932 census"
        behind = (_YEAR_BEHIND if in_column else _YEAR_BEHIND_COMMA).search(name)
        if behind is not None:
            year = int(behind[1])
            name = name[: behind.start()].strip(_TRIM)
    first = _YEAR_FIRST.match(name)
    if first is not None and year is None and _WRITTEN.search(name):
        year = int(first[1])
        name = name[first.end() :]
    name = _REMARK.sub("", name).strip(_TRIM)
    # what stands behind the name is somebody else: "Secretary of Justice (2009), to the Red Cross"
    kind = kind_of(name, in_column=in_column)
    of_person = kind is None and year is not None and _is_person(name)
    kind = kind or (None if of_person else kind_of(bare, in_column=in_column))
    if kind is None and in_column and _RANK.match(name):
        kind = "official"
    if _tells_nobody(name) and (inside := _BRACKET.search(bare)) is not None and kind_of(inside[1], in_column=True):
        name = inside[1].strip(_TRIM)  # "Conservative (Norden Institute)"
    author = _DESCRIPTION.sub("", name)
    if author.lower() not in _ADJECTIVES:
        name = author
    words = re.findall(r"[^\W\d_]+", name.lower())
    if all(word in _DATE_WORDS for word in words):
        return None  # the date of an event: "August (1936)"
    if kind == "official" and words[-1] in HARM_WORDS:
        name = name[: name.lower().rindex(words[-1])].strip(_TRIM) or name  # "Official executions"
    if kind is None and _tells_nobody(name):
        return None
    # a bare surname may be anybody's; a full name in a column of sources is an author's
    cited = year is not None or "&" in name or "et al" in name or (in_column and " " in name)
    return Attribution(name, year, kind or ("scholar" if cited and _is_person(name) else None))


def attribution_in_label(label: str, *, of_estimates: bool) -> Attribution | None:
    """The author that a label names, None where it names what is counted.

    A name that tells no kind ("Alex Harlow") is taken for an author in lists ``of_estimates`` only.
    """
    if not label[:1].isupper() or label.count(" ") > _LONGEST_NAME or label.startswith(("A ", "An ")):
        return None
    found = parse_attribution(label, in_column=False)
    if found is None or kind_of(label, in_column=False) is not None:
        return found
    named = _is_person(found.name) and (" " in found.name or found.year is not None)
    return found if of_estimates and named and _NO_PERSON.search(label.lower()) is None else None


def attribution_in_text(
    text: str, start: int, end: int, last_year: int | None = None, *, of_estimates: bool = False
) -> Attribution | None:
    """The author whom a sentence names for the amount from ``start`` to ``end``, in front or in a bracket behind.

    ``last_year`` is the last year of what is counted, where the headings say
    it: a work is later, "Selm (1941): 300 dead" is a place and its year.
    """
    bracket = _BRACKET_BEHIND.match(text, end)
    if bracket is not None:
        # "9,000 (Lind 1951) to 14,000 (Moss 2004)" is of two authors
        cited = _cited(bracket[1], last_year) if "(" not in text[start:end] else None
        if cited is not None:
            return cited
        if kind_of(bracket[1], in_column=False) is not None:
            return parse_attribution(bracket[1], in_column=False)
    floor = max(0, start - _FARTHEST)
    sentence = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in (". ", "; ", " | ", ": ")))
    for hint, pattern, last in ((_BY, _ACCORDING, end + 60), (_VERB, _REPORTING, start)):
        reach = last + _FARTHEST // 2
        match = pattern.search(text, sentence, reach) if hint.search(text, sentence, reach) is not None else None
        if match is not None and match.start() <= last and match["name"] not in _NO_SUBJECTS:
            return parse_attribution(match["name"])
    clause = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in (". ", "; ", " | ")))
    head, colon, _ = text[clause:start].rpartition(":")
    if not colon:
        return None
    label = head.strip()
    year = _YEAR_OF_LABEL.search(label)
    if year is not None and last_year is not None:
        of_estimates = int(year[1]) > last_year
    return attribution_in_label(label, of_estimates=of_estimates)


_YEAR_OF_LABEL = re.compile(r"\b((?:1[89]|20)\d\d)\)?$")


def _cited(bracket: str, last_year: int | None) -> Attribution | None:
    """An author-date citation in brackets: "(Moll 2011)", "(Lind & Brandt, 2004, p. 12)"; of several works the first.

    A single name before a year may as well be a place ("Budapest 1956"): it is
    an author where a comma stands between, or the year lies behind what is counted.
    """
    match = _CITED.match(bracket)
    if match is None:
        return None
    names = match["names"].strip()
    words = names.lower()
    told = kind_of(words, in_column=True) not in (None, "scholar") or _BODY.search(words) or _NO_PERSON.search(words)
    if told or not _DATE_WORDS.isdisjoint(word for word in _CITED_NAME.findall(words) if word not in _PARTICLES):
        return None
    year = int(match["year"])
    several = re.search(r"&|\band\b|\bet al\b", names) is not None
    if several or match["comma"] or (last_year is not None and year > last_year):
        return Attribution(names, year, "scholar")
    return None


_CITED_NAME = re.compile(r"[^\W\d_][\w.’'-]*")
_CITED = re.compile(
    r"(?:see |cf\. )?(?P<names>(?:[^\W\d_]\. ?)*[A-Z][\w’'-]+"
    r"(?:(?:, | & | and |, and )(?:[A-Z]\. ?)*[A-Z][\w’'-]+| [A-Z][\w’'-]+){0,4}(?: et al\.?)?)"
    r"(?P<comma>,)? (?P<year>(?:18|19|20)\d\d)[a-z]?(?:[,:] ?(?:pp?\. ?)?\d+(?:[-–]\d+)?)?\s*(?:;.*)?$"
)
_NO_SUBJECTS = frozenset(
    (
        "A",
        "An",
        "The",
        "One",
        "Another",
        "Estimates",
        "Figures",
        "Reports",
        "It",
        "They",
        "He",
        "She",
        "This",
        "That",
        "Some",
        "Many",
        "Records",
    )
)


def _is_person(name: str) -> bool:
    """Whether a name is one of a person, or of several joined by "&" or "and"."""
    if _BODY.search(name.lower()):
        return False
    return all(_is_one_person(one) for one in re.split(r"\s*(?:&|,|\band\b)\s*", name) if one)


_SHORT_FOR = re.compile(
    r"(?!(?:II|III|IV|VI|VII|VIII|IX|XI+)\b)(?:\w*[A-Z]{2}|(?!Ma?c|De|Di|Du|La|Le|Fitz|Van|Von)\w*[a-z][A-Z])"
)


def _is_one_person(name: str) -> bool:
    words = [word for word in name.split() if word not in _PARTICLES]
    if any(_SHORT_FOR.match(word) for word in words):
        return False  # "DC-Cam", "Komnas HAM"
    return 0 < len(words) <= 4 and all(word[:1].isupper() and word.lower() not in _WRITINGS for word in words)
