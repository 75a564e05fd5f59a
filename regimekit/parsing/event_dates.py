"""Which dates of a line say when something happened, and which only belong to a name, a work or a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from regimekit.parsing.dates import FoundDate
from regimekit.parsing.labels import label_and_value
from regimekit.parsing.passages import Passage

# a bracket longer than that behind a name is a life, not a term of office
_LONGEST_TERM: Final = 44
_SHORTEST_LIFE: Final = 25
_LONGEST_BRACKET: Final = 300
_SCHOLARLY: Final = frozenset(("scholarly_debate", "confidence", "classification"))
_CAPITALISED: Final = re.compile(
    r"(?:(?<![\w-])(?:[A-Z][\w'’.-]*|(?:al|el)-\w+|del?|la|von|van|der|bin|ibn|abu|da|dos|di|du|of|and|&|et al\.)"
    r"[\s,]*)+\Z"
)
_AUTHORS: Final = re.compile(r"[A-Z][\w'’-]+,?\s(?:(?:&|and)\s[A-Z][\w'’.-]+(?:\s[A-Z][\w'’-]+)?|et al\.?)\s*\Z")
# names that end in one of these are not a person's
_THINGS: Final = frozenset(
    """
    war wars revolution coup massacre massacres crisis conflict conflicts uprising rebellion revolt insurgency mutiny
    republic union party front movement government regime junta commission committee council court tribunal chamber
    act law laws code constitution treaty agreement accord accords pact protocol resolution convention charter
    declaration plan program programme project operation campaign era period rule occupation invasion offensive
    battle siege famine purge purges terror trial trials camp camps prison university institute organization
    organisation association league army force forces police service agency bureau ministry office guard guards
    empire kingdom dynasty protectorate colony mandate federation confederation state states assembly parliament
    congress conference summit election elections referendum plebiscite reform reforms policy decree rally report
    protests protest strike strikes demonstration demonstrations genocide holocaust pogrom pogroms emergency
    triumvirate presidency premiership dictatorship leadership reign years decade phase stage crackdown deportation
    deportations collectivization collectivisation leap affair incident attack attacks bombing bombings assassination
    embargo sanctions blockade ceasefire intervention withdrawal independence transition restoration unification
    partition annexation secession schism split pardon amnesty games cup summit festival group company corporation
    career life education service work background childhood exile opposition role politics history legacy
    bank fund school church mosque wall line corridor dam canal bridge islands island city province region
    """.split()
)
_INSTITUTION: Final = re.compile(
    r"\b(?:[A-Z]{2,}|Reuters|Amnesty|Human Rights Watch|Watch|Commission|Committee|Institute|University|Bank|Press"
    r"|Times|Post|Guardian|Journal|News|Ministry|Observatory|Foundation|Center|Centre|Office|Bureau|Agency|[Rr]eport"
    r"|[Ss]urvey|[Cc]ensus|[Gg]overnment|[Ee]stimates?|Project|Yearbook|Museum|Archive)\b"
)
_PEOPLE: Final = re.compile(
    r"\b(?:presidents?|leaders?(?:hip)?|successors?|ministers?|rulers?|secretaries|chairm[ae]n|chiefs?|commanders?|heads"
    r"|directors?|figures?|people|personalities|officials?|members?|generals?|monarchs?|kings?|governors?|victims?)\b",
    re.I,
)
_ESTIMATES: Final = re.compile(r"\bestimates?\b|\bscholar", re.I)
_SOURCE_COLUMN: Final = re.compile(
    r"(?:source|historian|scholar|author|researcher|study|reference|citation|proponent|publication|publisher|published"
    r"|access|estimate source|estimat(?:or|ed by)|cited)",
    re.I,
)
# beside a column of sources it says when they appeared
_YEAR_COLUMN: Final = re.compile(r"years?|dates?|year published|publication (?:year|date)", re.I)
_TERM_COLUMN: Final = re.compile(r"term|tenure|years|dates|period|in office|life|lived|born|died|birth|death", re.I)
_OVERVIEW_DATES: Final = re.compile(
    r"(?:regime |dates? of |period of |years (?:of|in) |time in )?(?:dates?|period|years|power|rule|reign|tenure"
    r"|term(?: of office)?|time ?(?:frame|span|period))|in power(?: since)?|in office|ruled|dates in power",
    re.I,
)
# between the dates of a bracket that holds nothing else
_ONLY_JOINTS: Final = re.compile(r"[\s,;/&–—-]*(?:(?:and|or|to)[\s,;/&–—-]*)*")
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
_REPORT: Final = re.compile(
    r"\s+(?:[\w.’'&/-]+\s+){0,4}?(?:reports?|study|studies|estimates?|assessment|documents|article|book|thesis|paper|essay"
    r"|memoirs?|monograph|biography)\b",
    re.I,
)
_SURVEY: Final = re.compile(
    r"\s+(?:[\w.’'&/-]+\s+){0,4}?(?:report|study|estimate|assessment|survey|census|count|figures?|data)\W*\Z", re.I
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
# behind a year of publication: what the cited work says
_QUOTING: Final = re.compile(r"\)[:,]*\s*[\"“]")
_WORK: Final = re.compile(
    r"\b(?:thesis|study|report|book|work|article|essay|memoirs?|biography|monograph|paper|analysis|argument|assessment|view"
    r"|interpretation|definition|typology|framework|concept|theory|formulation)\s*\Z",
    re.I,
)


class Statement(msgspec.Struct):
    """A passage with its dates; ``began`` is the year in which the regime began, where that is known."""

    passage: Passage
    found: Sequence[FoundDate]
    began: int | None = None

    @property
    def in_estimates(self) -> bool:
        """Whether the passage gives estimates, by what stands over it."""
        passage = self.passage
        over = (passage.lead.text if passage.lead is not None else "", passage.headings[-1] if passage.headings else "")
        return any(_ESTIMATES.search(text) is not None for text in over)

    def is_named(self, date: FoundDate) -> bool:
        """Whether the date stands in what names the statement: its heading, its bold label."""
        return self.passage.kind == "heading" or date.start < max(self.passage.body, len(self.passage.strong or ""))


class _Bracket(msgspec.Struct):
    """The bracket in which a date stands: its inside, and the text before it in the same line and cell."""

    inside: str
    before: str
    bare: bool


def stated_dates(statement: Statement) -> list[FoundDate]:
    """The dates that say when something happened, in their order."""
    passage = statement.passage
    masked: list[tuple[int, int]] = []
    if passage.titles or passage.links or passage.wiki or passage.cells or passage.section in _SCHOLARLY:
        masked = sorted(_masked(passage))
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
    if passage.section in _SCHOLARLY:
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
    bracket = _bracket(text, place, statement.found)
    if bracket is not None and (
        _is_life(statement, date, bracket)
        or _is_term(statement, date, bracket)
        or _is_publication(statement, date, bracket)
        or _is_citation(statement, date, bracket)
    ):
        return True
    if date.completed and _RECURRING.search(text[max(0, date.start - 80) : date.end + 80]) is not None:
        return True
    return _belongs_to_a_name(statement, text, date) or _is_comparison(text, date)


def _bracket(text: str, place: int, found: Sequence[FoundDate]) -> _Bracket | None:
    date = found[place]
    low = text.rfind("(", max(0, date.start - _LONGEST_BRACKET), date.start)
    if low < 0 or text.find(")", low, date.start) >= 0:
        return None
    high = text.find(")", date.end, date.end + _LONGEST_BRACKET)
    if high < 0:
        return None
    start = max(0, low - _LONGEST_BRACKET)
    cell = text.rfind(" | ", start, low)
    start = max(start, text.rfind("\n", start, low) + 1, cell + 3 if cell >= 0 else 0)
    first = place
    while first and found[first - 1].start > low:
        first -= 1
    rest, at = "", low + 1
    while first < len(found) and found[first].start < high:
        rest += text[at : found[first].start]
        at = found[first].end
        first += 1
    bare = _ONLY_JOINTS.fullmatch(rest + text[at:high]) is not None
    return _Bracket(text[low + 1 : high], text[start:low].rstrip(), bare)


def _tail(text: str) -> list[str]:
    """The capitalised words at the end of a text, as a name has them."""
    found = _CAPITALISED.search(text[-80:].replace("**", ""))
    return found[0].strip(" ,").split() if found is not None else []


def _is_personal(words: Sequence[str]) -> bool:
    """Whether capitalised words can be a person's name."""
    return (
        2 <= len(words) <= 7
        and not {"of", "and", "&"}.intersection(words)
        and not any(word.strip(",.").lower() in _THINGS for word in words)
        and not any(len(word) > 1 and word.isupper() and word.isalpha() for word in words)
    )


def _is_life(statement: Statement, date: FoundDate, bracket: _Bracket) -> bool:
    """ "Maria Kovan (1898-1961)", "(born 1898)"."""
    inside = f"({bracket.inside}"
    if _BIRTH.match(inside) is not None:
        return True
    words = _tail(bracket.before)
    if not _is_personal(words):
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


def _is_term(statement: Statement, date: FoundDate, bracket: _Bracket) -> bool:
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
            and " ".join(words := _tail(bracket.before)) == bracket.before
            and _is_personal(words)
        )
    if _IN_OFFICE.match(bracket.inside) is not None:
        return True
    clause = re.split(r"[;,:|(]|\s[–—-]{1,2}\s", bracket.before)[-1]
    if passage.kind == "heading":
        return bracket.bare and _is_personal(_tail(bracket.before))
    return (bracket.bare or bracket.inside[:1].isupper()) and _TELLING.search(f"{clause} {bracket.inside}") is None


def _is_publication(statement: Statement, date: FoundDate, bracket: _Bracket) -> bool:
    """ "Conquest (1986)", "her study (1999)", a year behind a title."""
    if not bracket.bare or date.date.precision != "year" or date.date.relation != "in" or "/" in date.date.edtf:
        return False
    passage, before = statement.passage, bracket.before
    at = date.start - len(bracket.inside)
    if any(0 <= at - high <= 4 for _, high in passage.titles) or before.endswith(("et al.", "et al")):
        return True
    if passage.kind == "heading":
        return False
    if passage.section in _SCHOLARLY:
        if _WORK.search(before) is not None or before.endswith(('"', "”")):
            return True
        words = _tail(before)
        if _QUOTING.match(passage.text, date.end) is not None and _INSTITUTION.search(before) is not None:
            return True
        return bool(words) and not any(word.lower() in _THINGS for word in words) and not words[-1].isupper()
    return statement.in_estimates and bool(_tail(before))


def _is_citation(statement: Statement, date: FoundDate, bracket: _Bracket) -> bool:
    """ "(Reuters, November 2022)", "(Guliyev 2005)", "(government estimate, 1990s)"."""
    if bracket.bare or statement.passage.kind == "heading":
        return False
    who, _, behind = bracket.inside.partition(date.date.verbatim)
    if not who:
        # "30,000 (1999 university survey)"
        counted = bracket.before[-1:].isdigit() or bracket.before.endswith(("+", "million"))
        return (counted and _INSTITUTION.search(behind) is not None) or _SURVEY.match(behind) is not None
    if _REPORT.fullmatch(f" {behind.strip()}") is not None:
        return True
    named = who[:1].isupper() and not behind.strip(" ,;") and len(who) < 60 and len(_tail(who)) == len(who.split())
    if not named:
        return False
    return (
        statement.in_estimates
        or statement.passage.section in _SCHOLARLY
        or _INSTITUTION.search(who) is not None
        or _AUTHORS.fullmatch(who.strip(" ,")) is not None
        or bracket.before.endswith(('"', "”"))
    )


def _belongs_to_a_name(statement: Statement, text: str, date: FoundDate) -> bool:
    """ "under the 1983 Constitution", "a 1975 Senate report", "pre-1991 archives", "Estimates (before 1991)"."""
    if statement.is_named(date):
        return date.date.relation != "in" and _ESTIMATES.search(text[: date.start]) is not None
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
    return _REPORT.match(text, date.end) is not None and _IN.search(before) is None


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
