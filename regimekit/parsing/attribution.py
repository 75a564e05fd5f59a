"""Whose figure it is: "Conquest (1986)", "according to the Rettig Commission", "(UN estimate)"."""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.model.estimate import Attribution, AttributionKind

# The first kind whose words occur is the kind; more telling words stand first.
_KINDS: tuple[tuple[AttributionKind, str], ...] = (
    (
        "tribunal",
        r"commission(?!er)|tribunal|court|truth and|icty|ictr|eccc|icc|conadep|cvr|rettig|valech|judgment|judgement|prosecutor"
        r"|inquiry|verdict|chambers|indictment",
    ),
    (
        "ngo",
        r"amnesty|human rights|watch|hrw|red cross|icrc|ngos?|m[eé]decins|msf|freedom house|memorial society|foundation"
        r"|united nations|un|unhcr|unicef|ocha|who|ohchr|undp|wfp|ushmm|organi[sz]ations?|association|society|crisis group|survivors? groups?"
        r"|oxfam|save the children|genocide watch|observatory|monitor|activists?|church|vicariate|diocese|opposition|exiles?|rebels?|international",
    ),
    (
        "press",
        r"reuters|bbc|cnn|times|guardian|washington post|newspapers?|press|afp|journalists?|spiegel|le monde|al jazeera|economist"
        r"|associated press|media|news|magazine|radio|tribune|telegraph|prensa",
    ),
    (
        "scholar",
        r"histor(?:y|ians?|iograph\w*)|scholar\w*|academics?|researche?r?s?|stud(?:y|ies)|universit\w+|institute|demograph\w+|professor"
        r"|analyses|analysis|consensus|literature|political scientists?|economists|anthropologists?|experts?|yale|harvard|oxford"
        r"|cambridge|genocide studies|conservative estimates?|most estimates|black book|encyclop\w+|britannica|wikipedia|project",
    ),
    (
        "official",
        r"official\w*|government\w*|ministr\w+|regime|state|police|army|military|intelligence|records|kgb|nkvd|mvd|census|admission"
        r"|party|parliament\w*|congress|embassy|cia|pentagon|department|authorities|secretary|president|soviet|archiv\w+|declassified"
        r"|prime minister|minister|junta|report to the|agency",
    ),
)
_KIND = [(kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for kind, words in _KINDS]
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)s?\b")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_TRIM = " \t\n:–—-,;.*\"“”'"
_NO_NAME = re.compile(
    r"^(?:low(?:er|est)?|high(?:er|est)?|middle|moderate|conservative|upper|minimum|maximum|min|max|median|mean|central|total|overall"
    r"|general|various|other|some|most|many|early|recent|current|initial|revised|common|commonly|standard|estimated?|pre|post)\b"
)
_SOURCE_HEADER = re.compile(
    r"\b(?:source|historian|scholar|author|researcher|organi[sz]ation|institution|attribution|estimated by|reported by|study|expert"
    r"|estimator|who|body|agency|commission|report)s?\b"
)
_NAME = r"[A-Z][\w.’'&-]*(?:\s(?:(?:of|for|the|on|and|de|von|van|du|la|&|al|bin|in|to)\s)*[A-Z][\w.’'&-]*)*"
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Pp]er|[Ee]stimated by|[Rr]eported by|[Dd]ocumented by|[Cc]ited by|[Ff]igures? (?:from|of|by)|estimates? (?:from|of|by))"
    rf"\s(?:the\s)?(?P<name>{_NAME}(?:\s\(\d{{4}}\))?|(?:government|official|historians|scholars|human rights)\s?\w*)"
)
_REPORTING = re.compile(
    rf"(?P<name>{_NAME}(?:\s\([^()]*\))?|[Mm]ost (?:scholars|historians)|[Ss]cholars|[Hh]istorians|[Hh]uman rights (?:groups|organizations))"
    r"\s(?:(?:officially|also|has|have|later|himself|conservatively|commission|report)\s)*"
    r"(?:estimate[sd]?|document(?:s|ed)|report(?:s|ed)|record(?:s|ed)|puts?|placed?s?|counts?|counted|calculate[sd]?|argue[sd]?|claim(?:s|ed)"
    r"|suggest(?:s|ed)|give[sn]?|gave|cite[sd]?|admit(?:s|ted)|acknowledge[sd]?|conclude[sd]?|found|finds|list(?:s|ed)|verified|confirm(?:s|ed)|accepts?)\b"
)


def is_source_column(header: str) -> bool:
    """Whether a column names whose figures the rows give ("Source", "Historian")."""
    return _SOURCE_HEADER.search(header.lower()) is not None


def kind_of(name: str) -> AttributionKind | None:
    """The kind of author that a name or description tells, None where it does not."""
    low = name.lower()
    for kind, words in _KIND:
        if words.search(low):
            return kind
    return None


@lru_cache(maxsize=4096)
def parse_attribution(text: str) -> Attribution | None:
    """An author as a table cell or label gives it: "Conquest (1986)" is Conquest, 1986.

    Descriptions of a figure ("Low estimate", "Total") are nobody's.
    """
    bare = text.strip(_TRIM)
    year: int | None = None
    for bracket in _BRACKET.finditer(bare):
        stated = _YEAR.search(bracket[1])
        if stated is not None:
            year = int(stated[1])
    name = _BRACKET.sub("", bare).strip(_TRIM)
    if year is None:
        # only a year that stands behind the name dates the figure: "UN, 2008" but not "1932 census"
        stated = re.search(r"[\s,]+((?:1[89]|20)\d\d)$", name)
        if stated is not None:
            year = int(stated[1])
            name = name[: stated.start()].strip(_TRIM)
    if not name or not any(character.isalpha() for character in name):
        return None
    kind = kind_of(bare)
    if _NO_NAME.match(name.lower()) and kind is None:
        return None
    return Attribution(name, year, kind or ("scholar" if _is_person(name) else None))


def attribution_in_label(label: str, *, of_estimates: bool) -> Attribution | None:
    """The author that a label names, None where it names what is counted.

    A name that tells no kind ("Alex Harlow") is taken for an author in lists ``of_estimates`` only.
    """
    found = parse_attribution(label)
    if found is None:
        return None
    if found.year is not None or kind_of(label) is not None:
        return found if label[:1].isupper() and len(found.name.split()) < 9 else None
    return found if of_estimates and _is_person(found.name) and " " in found.name else None


def attribution_in_text(text: str, start: int, end: int) -> Attribution | None:
    """The author whom a sentence names for the amount from ``start`` to ``end``, in front of it or in a bracket behind."""
    bracket = _BRACKET.match(text, end)
    if bracket is not None and kind_of(bracket[1]) is not None and not _YEAR.fullmatch(bracket[1].strip()):
        return parse_attribution(bracket[1])
    sentence = max(text.rfind(". ", 0, start), text.rfind("; ", 0, start), text.rfind(" | ", 0, start)) + 1
    for pattern in (_ACCORDING, _REPORTING):
        match = pattern.search(text, sentence, min(len(text), end + 80) if pattern is _ACCORDING else start + 1)
        if match is not None:
            return parse_attribution(match["name"])
    head, colon, _ = text[sentence:start].rpartition(":")
    if colon and head.count(" ") < 8:
        return attribution_in_label(head.strip(), of_estimates=False)
    return None


def _is_person(name: str) -> bool:
    words = [
        word
        for word in re.split(r"[\s&]+", name)
        if word not in ("and", "de", "von", "van", "der", "al", "bin", "et", "al.")
    ]
    return 0 < len(words) <= 4 and all(word[:1].isupper() for word in words)
