"""Which dates of a line say when something happened, and which only belong to a name, a work or a comparison."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from regimekit.parsing.cited_works import citations
from regimekit.parsing.dated_statements import ESTIMATES, SCHOLARLY, Bracket, Statement, bracket_of, is_personal, tail
from regimekit.parsing.dates import FoundDate
from regimekit.parsing.event_citations import REPORT, is_citation, is_publication
from regimekit.parsing.labels import label_and_value
from regimekit.parsing.passages import Passage

# a bracket longer than that behind a name is a life, not a term of office
_LONGEST_TERM: Final = 44
_SHORTEST_LIFE: Final = 25
_PEOPLE: Final = re.compile(
    r"\b(?:presidents?|leaders?(?:hip)?|successors?|ministers?|rulers?|secretaries|chairm[ae]n|chiefs?|commanders?|heads"
    r"|directors?|figures?|people|personalities|officials?|members?|generals?|monarchs?|kings?|governors?|victims?)\b",
    re.I,
)
_SOURCE_COLUMN: Final = re.compile(
    r"(?:source|historian|scholar|author|researcher|study|reference|citation|proponent|publication|publisher|published"
    r"|access|estimate source|estimat(?:or|ed by)|cited)",
    re.I,
)
# beside a column of sources it says when they appeared
_YEAR_COLUMN: Final = re.compile(
    r"years?|dates?|(?:year|date) published|(?:year|date) of (?:publication|issue)|publication (?:year|date)",
    re.I,
)
_TERM_COLUMN: Final = re.compile(r"term|tenure|years|dates|period|in office|life|lived|born|died|birth|death", re.I)
_OVERVIEW_DATES: Final = re.compile(
    r"(?:regime |dates? of |period of |years (?:of|in) |time in )?(?:dates?|period|years|power|rule|reign|tenure"
    r"|term(?: of office)?|time ?(?:frame|span|period))|in power(?: since)?|in office|ruled|dates in power",
    re.I,
)
_TELLING: Final = re.compile(
    r"\b(?!(?:united|armed|allied|combined|limited|advanced|unified|retired|hundred|sacred|appointed|elected|named)\b)"
    r"(?:\w{3,}ed|led|shot|fled|won|lost|died|became|took|left|made|fell|began|sent|hanged|overthrown|slain|sworn|exile"
    r"|arrest|trial|execution|death|resignation|assassination|conviction|extradition|suicide|defection)\b",
    re.I,
)
_IN_OFFICE: Final = re.compile(
    r"(?:r\.|ruled|reigned|in office|in power|served|serving|term|tenure|since|from)\W", re.I
)
_BIRTH: Final = re.compile(r"\(\s*(?:born|b\.|d\.|né|née|birth)\s", re.I)
_DEATH: Final = re.compile(r"\(\s*(?:died|†)\s", re.I)
_LAW: Final = re.compile(
    r"\s+(?:[A-Z][\w’'/-]*\s+){0,3}(?:[Cc]onstitution|(?:[Cc]riminal|[Pp]enal|[Cc]ivil|[Ll]abou?r|[Ff]amily)\s[Cc]ode|Code"
    r"|Charter|Act|Law|Statute|Ordinance|Convention)\b(?P<made>\s+(?:(?:was|is|were)\s+)?(?:adopted|enacted|passed"
    r"|promulgated|proclaimed|introduced|ratified|approved|established|created|abolished|repealed|enter|came|took|takes"
    r"|drafted|signed|suspended))?"
)
_DOING: Final = re.compile(r"\s+(?:\w{2,}ed|gave|made|set|put|cut|left|took|forbade|sought|became)\b")
_BASE_YEAR: Final = re.compile(
    r"\s+(?:pre-?war\s|pre-?crisis\s|constant\s|US\s|U\.S\.\s)*(?:levels?|prices|standards?|dollars|USD|borders?|boundaries"
    r"|frontiers?|lines?)\b",
    re.I,
)
_COMPARED: Final = re.compile(
    r"(?:compared (?:to|with)|comparison (?:to|with)|relative to|than in|than during)\s+(?:the\s)?\Z", re.I
)
_SUPERLATIVE: Final = re.compile(
    r"\b(?:highest|lowest|first|worst|largest|biggest|deadliest|bloodiest|longest|greatest|best|fewest|smallest|most|least"
    r"|strongest|weakest|heaviest|closest|fastest|sharpest|steepest|broadest|poorest|richest|only|one of)\b"
    r"[^.;:|]{0,60}\Z",
    re.I,
)
_IN: Final = re.compile(r"\b(?:in|by|since|during|until|after|before|from|of)\s+(?:the\s+)?\Z", re.I)
_UNDER_LAW: Final = re.compile(
    r"\bunder\s[^.;:|]{0,40}\b(?:law|act|decree|code|constitution|ordinance|statute|charter)\b[^.;:|]{0,12}\Z", re.I
)
_RECURRING: Final = re.compile(
    r"\b(?:annual(?:ly)?|every year|each year|yearly|public holiday|national holiday|commemorated on|celebrated on"
    r"|observed on)\b",
    re.I,
)
# a quoted title: the year of publication or the book it stands in follows
_QUOTED_TITLE: Final = re.compile(r"[\"“]([^\"”\n]{12,200})[\"”](?=\s(?:\(|in\s))")


def stated_dates(statement: Statement) -> list[FoundDate]:
    """The dates that say when something happened, in their order."""
    passage = statement.passage
    masked: list[tuple[int, int]] = []
    if passage.titles or passage.links or passage.wiki or passage.cells or passage.section in SCHOLARLY:
        masked = _masked(passage)
    if statement.works and passage.kind != "heading":
        masked += citations(passage.text, statement.works)
    masked.sort()
    stated: list[FoundDate] = []
    at = 0
    for place, date in enumerate(statement.found):
        while at < len(masked) and masked[at][1] <= date.start:
            at += 1
        if (at == len(masked) or date.start < masked[at][0]) and not _is_aside(statement, place, date):
            stated.append(date)
    return stated


def is_other_field(passage: Passage) -> bool:
    """Whether a row or labelled line of the Overview gives something else than the regime's dates."""
    if passage.kind == "heading":
        return False
    pair = label_and_value(passage)
    label = pair[0] if pair is not None else passage.label
    return label is not None and _OVERVIEW_DATES.fullmatch(label.strip(" :*")) is None


def _masked(passage: Passage) -> list[tuple[int, int]]:
    """The parts of the text that are titles: links to pages outside, works in italics, cells of sources."""
    masked = [(low, high) for low, high in passage.titles if high - low > 24 or not passage.text[low].isdigit()]
    texts = [text for text, _ in passage.links]
    if passage.section in SCHOLARLY:
        texts += _QUOTED_TITLE.findall(passage.text)
    if passage.section == "comparisons":
        texts += [wiki.partition("|")[2] or wiki for wiki in passage.wiki]
    for text in texts:
        low = passage.text.find(text)
        if low >= 0:
            masked.append((low, low + len(text)))
    if passage.cells:
        low = 0
        columns = _undated_columns(passage.header, passage.section == "key_figures")
        for at, cell in enumerate(passage.cells):
            if at in columns:
                masked.append((low, low + len(cell)))
            low += len(cell) + 3
    return masked


@lru_cache(maxsize=4096)
def _undated_columns(header: tuple[str, ...], of_people: bool) -> frozenset[int]:
    """The columns whose dates are of sources and their publication, or of lives and terms of office."""
    sourced = bool(header) and _SOURCE_COLUMN.match(header[0]) is not None
    return frozenset(
        at
        for at, head in enumerate(header)
        if _SOURCE_COLUMN.match(head) is not None
        or (of_people and _TERM_COLUMN.search(head) is not None)
        or (sourced and _YEAR_COLUMN.fullmatch(head) is not None)
    )


def _is_aside(statement: Statement, place: int, date: FoundDate) -> bool:
    text = statement.passage.text
    bracket = bracket_of(text, place, statement.found)
    if bracket is not None and (
        _is_life(statement, date, bracket)
        or _is_term(statement, date, bracket)
        or is_publication(statement, date, bracket)
        or is_citation(statement, date, bracket)
    ):
        return True
    if date.completed and _RECURRING.search(text[max(0, date.start - 80) : date.end + 80]) is not None:
        return True
    return _belongs_to_a_name(statement, text, date) or _is_comparison(text, date)


def _is_life(statement: Statement, date: FoundDate, bracket: Bracket) -> bool:
    """ "Maria Kovan (1898-1961)", "(born 1898)"."""
    inside = f"({bracket.inside}"
    if _BIRTH.match(inside) is not None:
        return True
    words = tail(bracket.before)
    if not is_personal(words):
        return False
    if _DEATH.match(inside) is not None:
        return True
    if not bracket.inside.startswith(date.date.verbatim):
        return False
    if date.date.edtf.startswith("/") or date.date.edtf.endswith("/"):
        return True
    if date.date.edtf.endswith("/.."):
        return not bracket.inside[-1].isalpha()
    if date.date.earliest is None or date.date.latest is None or "/" not in date.date.edtf:
        return False
    first, last = date.date.earliest.year, date.date.latest.year
    if last - first > _LONGEST_TERM:
        return True
    return statement.began is not None and first < statement.began - 15 and last - first > _SHORTEST_LIFE


def _is_term(statement: Statement, date: FoundDate, bracket: Bracket) -> bool:
    """ "Minister of the Interior (1951-1956)" in a list of people."""
    passage = statement.passage
    if passage.section != "key_figures":
        over = passage.lead.text if passage.lead is not None else passage.headings[-1] if passage.headings else ""
        return (
            passage.kind == "item"
            and passage.label is None
            and bracket.bare
            and "/" in date.date.edtf
            and _PEOPLE.search(over) is not None
            and " ".join(words := tail(bracket.before)) == bracket.before
            and is_personal(words)
        )
    if _IN_OFFICE.match(bracket.inside) is not None:
        return True
    clause = re.split(r"[;,:|(]|\s[–—-]{1,2}\s", bracket.before)[-1]
    if passage.kind == "heading":
        return bracket.bare and is_personal(tail(bracket.before))
    return (bracket.bare or bracket.inside[:1].isupper()) and _TELLING.search(f"{clause} {bracket.inside}") is None


def _belongs_to_a_name(statement: Statement, text: str, date: FoundDate) -> bool:
    """ "under the 1983 Constitution", "a 1975 Senate report", "pre-1991 archives", "Estimates (before 1991)"."""
    if statement.is_named(date):
        return date.date.relation != "in" and ESTIMATES.search(text[: date.start]) is not None
    if date.date.relation in ("before", "after") and text[date.end - 5 : date.end - 4] == "-":
        return text[date.end : date.end + 1] == " " and text[date.end + 1 : date.end + 2].isalpha()
    if date.date.precision != "year" or date.date.relation not in ("in", "since") or date.completed:
        return False
    law = _LAW.match(text, date.end)
    if law is not None:
        opens = date.start in (0, statement.passage.body) and _DOING.match(text, law.end()) is not None
        return law["made"] is None and not opens
    before = text[max(0, date.start - 60) : date.start]
    if "nder " in before and _UNDER_LAW.search(before) is not None:
        return True
    return REPORT.match(text, date.end) is not None and _IN.search(before) is None


def _is_comparison(text: str, date: FoundDate) -> bool:
    """ "below 1970 levels", "compared with 1970", "the highest since 1970", "one of the worst of the 20th century"."""
    if _BASE_YEAR.match(text, date.end) is not None:
        return True
    before = text[max(0, date.start - 80) : date.start]
    if date.date.precision == "century":
        return _SUPERLATIVE.search(before) is not None or before.count('"') % 2 == 1
    if date.date.relation == "since" and date.date.verbatim[:5].lower() == "since":
        return _SUPERLATIVE.search(before) is not None
    return before.endswith(("to ", "in ", "with ", "the ", "during ")) and _COMPARED.search(before) is not None
