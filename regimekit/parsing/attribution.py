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
    r"(?<!\bin)(?<!\bof)(?<!\bto)(?<!\bby)(?<!\buntil)(?<!\bsince)(?<!\bfrom)(?<!\bafter)(?<!\bbefore)[\s,]+((?:1[89]|20)\d\d)$"
)
_YEAR_BEHIND_COMMA = re.compile(r",\s+((?:1[89]|20)\d\d)$")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_READ = re.compile(r"\s*(?:read|accessed|consulted|retrieved|seen)\b")  # when somebody looked, not when it was written
# behind a number, what it counts and when: "9,000 killed in Selm, 1956-57 (Moll 2011)"
_BRACKET_BEHIND = re.compile(
    r"(?:[^().;:,|\d]|,?\s(?:1[89]|20)\d\d(?:[-–](?:\d{4}|\d\d))?(?!\d)){0,60}\((?P<inner>[^()]*)\)"
)
_RANGE = re.compile(r"\d[^\d,.]*\s?(?:[-–—]|\bto\b|\band\b)\s?[^\d]*\d")
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
    r"|conclude[sd]?|add(?:s|ed)|list(?:s|ed)|verified|confirm(?:s|ed)|accepts?)\b"
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
    r"\s(?:estimate|document|report|record|put|count|calculate|argue|claim|suggest|g[ia]ve|cite|admit|acknowledge|conclude|add|list"
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


_IN_OFFICE = re.compile(
    r",\s(?:the\s|a\s|then\s|former\s)?(?:(?!quoted|cited|by|to|in|of)[\w-]+\s){0,2}(?:minister|president|premier|secretary|commander|officer|spokes\w+|mayor|governor"
    r"|ambassador|diplomat|journalist|prosecutor|judge|historian)\b"
)
_MAX = re.compile(r"Max [A-Z](?!stimate|igure|ange|otal)")
_RANK = re.compile(r"General [A-Z](?!stimate|igure|ange|otal)")


def _tells_nobody(name: str) -> bool:
    """Whether a name describes the figure: "Lower estimate", "General range", but not "General Roe", "Max Roe"."""
    return _NO_NAME.match(name.lower()) is not None and not (_RANK.match(name) or _MAX.match(name))


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
        told = in_column and not _READ.match(bracket[1])
        if year is None and stated is not None and (told or _YEARS_ONLY.fullmatch(bracket[1].strip())):
            year = int(stated[1])  # the first: "Doe (2001), quoted by Roe (2003)"
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
    if of_person and in_column and (office := _IN_OFFICE.match(bare, len(name))):
        kind = kind_of(office[0], in_column=True)  # "Max Roe, health minister (2011)"
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
    text: str,
    start: int,
    end: int,
    last_year: int | None = None,
    *,
    of_estimates: bool = False,
    in_toll: bool = False,
) -> Attribution | None:
    """The author whom a sentence names for the amount from ``start`` to ``end``, in front or in a bracket behind.

    ``last_year`` is the last year of what is counted, where the headings say
    it: a work is later, "Selm (1941): 300 dead" is a place and its year.
    ``in_toll`` says that the text is the toll of an overview, where a bracket names authors rather than places.
    """
    bracket = _BRACKET_BEHIND.match(text, end)
    if bracket is not None:
        # "9,000 (Lind 1951) to 14,000 (Moss 2004)" is of two authors
        cited = None if "(" in text[start:end] else _in_bracket(bracket["inner"], last_year, loose=in_toll)
        if cited is not None:
            # of one figure the first work is enough; the ends of a range may be those of two
            both = _works_in(bracket["inner"]) if _RANGE.search(text[start:end]) else None
            return both or cited
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


def _in_bracket(bracket: str, last_year: int | None, *, loose: bool) -> Attribution | None:
    """The first author whom a bracket behind a number names."""
    cited = _cited(bracket, last_year)
    if cited is not None:
        return cited
    first = re.match(r"\w*", bracket)
    if kind_of(bracket, in_column=False) is not None and not (first and first[0].lower() in HARM_WORDS):
        return parse_attribution(bracket, in_column=False)
    body = _cited_body(bracket, last_year)
    if body is None and loose and bracket[:1].isupper() and bracket.count(" ") < _LONGEST_NAME:
        body = parse_attribution(bracket) if kind_of(bracket, in_column=True) not in (None, "official") else None
    return body


def _works_in(bracket: str) -> Attribution | None:
    """Several works in a bracket, whole, since no single one gives the range: "(Lind 1951; Moss 2004)"."""
    parts = [part for part in re.split(r";|(?<=\d{4}),", bracket) if _YEAR.search(part)]
    return Attribution(" ".join(bracket.split()), None, None) if len(parts) > 1 else None


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
        return Attribution(names, year, "scholar" if _is_person(names.removesuffix(" et al.")) else None)  # "ICMP 2021"
    return None


def _cited_body(bracket: str, last_year: int | None) -> Attribution | None:
    """A body with the year of its work in brackets: "(Africa Watch, 1991)"; "(Army Barracks, 1956)" may be a place."""
    behind = _YEAR_BEHIND_COMMA.search(bracket.rstrip())
    kind = kind_of(bracket, in_column=True) if behind is not None and bracket[:1].isupper() else None
    if behind is None or kind is None:
        return None
    later = last_year is not None and int(behind[1]) > last_year
    return parse_attribution(bracket) if later or kind != "official" else None


def is_year_of_work(text: str, start: int, end: int, last_year: int | None) -> bool:
    """Whether a date at an extent is when a cited work was written: "(Moll 2011)", "Moll (2011) counts"."""
    opens = text.rfind("(", 0, start)
    if opens < 0 or ")" in text[opens:start]:
        return False
    closes = text.find(")", end)
    inner = text[opens + 1 : closes if closes >= 0 else len(text)]
    if any(_cited(part.strip(), last_year) or _cited_body(part.strip(), last_year) for part in inner.split(";")):
        return True
    year = _YEAR.fullmatch(inner.strip())
    name = text[:opens].rstrip().rpartition(" ")[2]
    return year is not None and last_year is not None and name[:1].isupper() and int(year[0]) > last_year


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
