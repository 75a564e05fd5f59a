"""Scholarly debate: the questions, the schools, who holds what."""

from __future__ import annotations

import re

from regimekit.model.debate import Debate, Position
from regimekit.model.span import Span
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_NAME = rf"(?:{_WORD}(?:\s+(?:(?:de|del|der|den|di|da|du|la|le|van|von|bin|ibn|al|el|y|ten|ter)\s+)?{_WORD}){{0,4}})"
_NAMES = re.compile(rf"{_NAME}(?:(?:\s*,\s*|\s*;\s*|\s*/\s*|\s*&\s*|\s+and\s+|,\s+and\s+){_NAME})*")
_VERBS = (
    r"(?:has\s+|have\s+)?(?:argu|contend|maintain|claim|suggest|insist|describ|emphasi[sz]|see|saw|view|call|stress|hold|held"
    r"|propos|interpret|reject|estimat|conclud|note|consider|believ|develop|compar|criticis|criticiz|defend|question|challeng"
    r"|dispute|locat|point|focus|characteri[sz]|classif|treat|found|writ|wrote)\w*\b"
)
_VERB = re.compile(_VERBS)
_SAYS = re.compile(
    rf"(?P<names>{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*){_NAME})*)"
    r"(?:'s\s+(?:thesis|view|argument|position|interpretation|model|theory|analysis|concept|typology)\b"
    rf"|\s+(?:\([^()]*\)\s+)?{_VERBS})"
)
# a name with the work or year in brackets behind it, and nothing else
_CITED = re.compile(rf"(?P<names>{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*){_NAME})*)\s*\([^()]*(?:\d{{4}})[^()]*\)\s*\Z")
_COLON = re.compile(rf"(?P<names>{_NAMES.pattern})\s*(?:\((?P<work>[^()]*)\)\s*)?:")
_SPLIT = re.compile(r"\s*(?:,\s+and\s+|,|;|/|&|\s+and\s+)\s*")
# capitalised words that open a label or a sentence and name no person
_NOT_NAMES = re.compile(
    r"(?:the|a|an|this|that|these|those|some|other|others|most|many|several|early|later|recent|critics?|supporters?|scholars?|historians?|"
    r"defenders?|proponents?|opponents?|advocates?|key|central|main|current|academic|scholarly|official|debate|questions?|consensus|"
    r"evidence|arguments?|positions?|views?|for|against|pro|con|positive|negative|traditional|revisionist|western|soviet|chinese|"
    r"school|model|thesis|response|responses|synthesis|interpretation|human|united|role|impact|legacy|nature|cause|causes|problem|"
    r"counter|alternative|similarities|differences|challenges?|methodology|note|notes|pre|post|before|after)\b",
    re.I,
)
_NEVER_IN_NAMES = re.compile(
    r"\b(?:sources?|model|press|terror|estimates?|theor(?:y|ies)|facts?|numbers?|both|regime|consensus|factors?|debates?|interpretations?|views?|approach(?:es)?|perspectives?|readings?|explanations?"
    r"|critici[sz]ms?|critiques?|affairs|journal|review|quarterly)\b",
    re.I,
)
# a label that ends so names a school, not somebody who says something: "Communist interpretation", "Middle view"
_NOUN_AT_END = re.compile(
    r"\s(?:interpretation|view|claim|estimate|emphasis|focus|call|point|question|challenge|dispute|conclusion|comparison"
    r"|classification|characteri[sz]ation|description|suggestion|proposal|consideration|note|finding|writing)s?\s*\Z",
    re.I,
)
_DATE_IN = re.compile(r"\d")


def read_debates(reading: Reading) -> tuple[Debate, ...]:
    """One debate for each lowest heading of the section, or for each question it lists."""
    debates: list[tuple[Passage, str, list[Position]]] = []
    for passage in reading.within("scholarly_debate"):
        if passage.kind == "heading":
            debates.append((passage, passage.text, []))
            continue
        if not debates or passage.kind in ("footnote", "html"):
            continue
        if passage.number and passage.parent is None and "?" in passage.text:
            question, mark, said = passage.text.rpartition("?")
            debates.append((passage, question + mark, []))
            if said.strip():
                span = Span(passage.first, passage.last)
                debates[-1][2].append(Position(span, said.strip(), passage.label, _holders(said.strip())))
            continue
        position = _position(passage)
        if position is not None:
            debates[-1][2].append(position)
    return tuple(
        Debate(Span(head.first, max([head.last, *(p.span.last for p in positions)])), question, tuple(positions))
        for head, question, positions in debates
        if positions or head.kind != "heading"
    )


def _position(passage: Passage) -> Position | None:
    text = passage.text[passage.body :].strip() if passage.label else passage.text.strip()
    if passage.kind == "paragraph" and (not text or text.endswith(":")):
        return None
    label = passage.label
    inherited: tuple[str, ...] = ()
    lead = passage.lead
    if lead is not None and lead.kind in ("paragraph", "item"):
        title = (lead.label or lead.text).rstrip(": ")
        inherited = _holders_of_label(lead.text)
        label = label or title
    named = _strong_name(passage)
    holders = named or (_holders_of_label(passage.text) if passage.label else ()) or _holders(text) or inherited
    return Position(Span(passage.first, passage.last), passage.text, label, holders)


def _strong_name(passage: Passage) -> tuple[str, ...]:
    """The bold name that opens an entry on one author: "**Ana Doe**, *Title* (2016)", "**Ana Doe** (*Title*): …"."""
    strong = passage.strong
    if strong is None or len(strong.split()) < 2 or not _NAMES.fullmatch(strong) or _NOT_NAMES.match(strong):
        return ()
    behind = passage.text[len(strong) :].lstrip()
    return _names(strong) if behind[:1] in (",", "(") or _VERB.match(behind) else ()


def _holders(text: str) -> tuple[str, ...]:
    # who holds a position is said in its first lines; a page of names is no reason to try every one of them
    text = text[:400]
    match = _COLON.match(text)
    if match is not None:
        return _names(match["names"])
    match = _SAYS.search(text)
    if match is not None:
        names = _names(match["names"])
        # one capitalised word at the start of a sentence is as likely no name
        return names if match.start() or any(" " in name for name in names) else ()
    whole = _NAMES.fullmatch(text.rstrip(". "))
    if whole is not None and len(_names(text)) > 1:
        return _names(text.rstrip(". "))
    return ()


def _holders_of_label(text: str) -> tuple[str, ...]:
    """The names in a position's label: "Functionalist position (Broszat, Mommsen):", "Kershaw's thesis (1996):"."""
    head = text.split(":")[0][:400]
    for inner in re.findall(r"\(([^()]*)\)", head):
        if not _DATE_IN.search(inner) and _NAMES.fullmatch(inner.strip()) and _names(inner):
            return _names(inner)
    match = _CITED.match(head) if _NOUN_AT_END.search(head) else _SAYS.match(head) or _CITED.match(head)
    return _names(match["names"]) if match is not None else ()


def _names(text: str) -> tuple[str, ...]:
    names = [name.strip(" .'’") for name in _SPLIT.split(text)]
    return tuple(
        re.sub(r"['’]s$", "", name)
        for name in names
        if name and not _NOT_NAMES.match(name) and not _NEVER_IN_NAMES.search(name)
    )
