"""Key figures: people in lists, in tables, under headings of their own, and the leaders of the Overview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regimekit.model.date import HistoricalDate
from regimekit.model.person import Person, Role
from regimekit.model.span import Span
from regimekit.parsing.dates import find_dates, parse_date
from regimekit.parsing.labels import label_and_value
from regimekit.parsing.names import Life, list_names, looks_like_a_name, read_name, split_names
from regimekit.parsing.officials import OFFICE
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading, split_outside_brackets

_NAME_COLUMN = re.compile(
    r"name|figure|person|leader|individual|member|official|who\b|politician|commander|minister", re.I
)
_FATE_COLUMN = re.compile(r"fate|outcome|status|later|end\b|death|sentence|what became", re.I)
_TERM_COLUMN = re.compile(r"term|tenure|years|dates|period|in office", re.I)
_LIFE_COLUMN = re.compile(r"life|lived|born", re.I)
_YEARS = re.compile(r"[\d\s–—-]*\d{4}[\d\s–—-]*(?:present|ongoing)?")
_UNFINISHED = (" and", " or", " as", " of")
_WITHIN = ("of ", "by ", "until ", "and ", "or ", "with ", "then of ")
# where the name of an unmarked entry ends: dash, colon, comma
_NAME_END = re.compile(r"\s+[-–—]{1,2}\s+|\s*[—:]\s*|,\s+")
_FATE = re.compile(
    r"\b(?:killed|executed|assassinated|murdered|died|dead|shot|hanged|beheaded|guillotined|suicide|poisoned|exiled|imprisoned|jailed|arrested"
    r"|convicted|sentenced?|fled|defected|purged|removed|ousted|deposed|resigned|dismissed|disappeared|extradited|surrendered"
    r"|captured|pardoned|released|freed|interned|rehabilitated|expelled|escaped|acquitted|retired)\b",
    re.I,
)
_DEATH = re.compile(
    r"\b(?:kill|execut|assassinat|murder|die[sd]\b|shot\b|hanged|behead|guillotin|suicide|poison)\w*", re.I
)
# a list of people there is one of successors, victims or historians
_NOT_OF_THE_REGIME = frozenset({"aftermath", "opposition", "scholarly_debate", "comparisons", "sources", "confidence"})
# "executed on November 23" and "1974", which a comma sets apart in American dates
_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?$",
    re.I,
)
_YEAR_OF_DAY = re.compile(r"\d{4}\b")
_THOUSANDS = re.compile(r"\d{3}\b")  # "took 15" and "000 dollars"
_LONGEST_TERM = 34  # years: a bracket longer than that is a life
_POST = re.compile(
    r"\b(?:head|chief|officer|deputy|member|ambassador|envoy|judge|prosecutor|bishop|archbishop|editor|mayor|rector|senator)\b",
    re.I,
)  # what is held for a time, besides the offices of a state
_KIN = re.compile(
    r"(?:elder |younger |eldest |youngest |second |first |third )?(?:daughter|son|wife|widow|husband|brother|sister"
    r"|mother|father|cousin|nephew|niece|aunt|uncle)(?:-in-law)?\b",
    re.I,
)  # "daughter of the president" is in no office
_OF_KIN = re.compile(r"(?:and )?(?:his|her|their|whose)\b", re.I)  # "her daughter was killed in 1978"
_BEFORE = 15  # years before the regime: who has the first year so far back was born in it
_LONG_LIFE = 25  # years
_SHORTEST_LIFE = 12  # years: of somebody of whom nothing but a death and no office is told


def read_people(reading: Reading) -> tuple[Person, ...]:
    """Everybody a section of people lists, and the Overview's leaders, in the order of the file."""
    people: list[Person] = []
    began: int | None = None
    owner: Passage | None = None
    for passage in reading.passages:
        if passage.section == "overview":
            pair = label_and_value(passage)
            ident = reading.schema.field_id(pair[0]) if pair is not None else None
            if pair is not None and ident == "dates":
                began = _first_year(pair[1])
            elif pair is not None and ident == "leaders":
                people += _leaders(reading, passage, pair[1].partition(" | ")[0], began)
            continue
        if passage.kind == "heading":
            owner = None
            if passage.section == "key_figures" and passage.level > 2 and _is_person_heading(reading, passage):
                owner = passage
                people += _named(reading, passage, passage.text, "", began)
            continue
        if owner is not None or not _among_people(reading, passage):
            continue
        if passage.kind == "row":
            people += _row(reading, passage, began)
        elif _is_entry(passage):
            people += _item(reading, passage, began)
    return tuple(people)


def _among_people(reading: Reading, passage: Passage) -> bool:
    if passage.section == "key_figures":
        return True
    if passage.section in _NOT_OF_THE_REGIME or len(passage.headings) < 2:
        return False
    # outside a section of people only entries that are set off as names count
    if passage.strong is None or passage.kind not in ("item", "row"):
        return False
    return reading.schema.is_people_heading(passage.headings[-1])


def _is_entry(passage: Passage) -> bool:
    if passage.kind == "item":
        return passage.level == 1
    return passage.kind == "paragraph" and passage.label is not None and passage.body > 0


def _is_person_heading(reading: Reading, passage: Passage) -> bool:
    name = read_name(passage.text.split(" - ")[0].split("—")[0].split(":")[0], reading.schema.split_honorific)
    if name.life is not None:
        return True
    return (
        len(name.name.split()) > 1
        and looks_like_a_name(name.name)
        and not reading.schema.is_people_heading(passage.text)
    )


def _leaders(reading: Reading, passage: Passage, written: str, began: int | None) -> Iterator[Person]:
    for part in list_names(written):
        entry = re.split(r"\s+[-–—]{1,2}\s+|\s*—\s*", part.rpartition(": ")[2])[0]
        name = read_name(entry, reading.schema.split_honorific)
        if looks_like_a_name(name.name):
            yield _person(passage, entry, reading, "; ".join(name.notes), began, leader=True, terms=True)


def _row(reading: Reading, passage: Passage, began: int | None) -> Iterator[Person]:
    column = next((at for at, head in enumerate(passage.header) if _NAME_COLUMN.search(head)), 0)
    if column >= len(passage.cells):
        return
    roles: list[str] = []
    fate = term = life = None
    for at, (head, cell) in enumerate(zip(passage.header, passage.cells, strict=False)):
        if at == column or not cell:
            continue
        if _FATE_COLUMN.search(head):
            fate = cell if fate is None else f"{fate}; {cell}"
        elif _LIFE_COLUMN.search(head):
            life = cell
        elif _TERM_COLUMN.search(head):
            term = cell
        else:
            roles.append(cell)
    described = "; ".join(roles) + (f" ({term})" if term else "")
    written = passage.cells[column] + (f" ({life})" if life else "")
    yield from _named(reading, passage, written, described, began, fate)


def _item(reading: Reading, passage: Passage, began: int | None) -> Iterator[Person]:
    if passage.label is not None:
        # what stands between the bold name and the dash belongs to the name: "**Name** (1899-1953) — role"
        head = passage.text[: passage.body].strip() if passage.body else passage.text
        described = passage.text[passage.body :] if passage.body else ""
        written = re.sub(r"[\s:;,.–—-]+$", "", head)
    elif passage.strong is not None:
        written, described = passage.strong, passage.text[len(passage.strong) :].strip()
        bracket = re.match(r"\(([^()]*)\)\s*", described)
        if bracket:
            written, described = f"{written} {bracket[0]}", described[bracket.end() :]
    else:
        end = _NAME_END.search(passage.text)
        written = passage.text[: end.start()] if end else passage.text
        described = passage.text[end.end() :] if end else ""
    yield from _named(reading, passage, written, described, began)


def _named(
    reading: Reading, passage: Passage, written: str, described: str, began: int | None, fate: str | None = None
) -> Iterator[Person]:
    for one in split_names(written):
        name = read_name(one, reading.schema.split_honorific)
        if looks_like_a_name(name.name):
            yield _person(passage, one, reading, described, began, fate=fate)


def _person(
    passage: Passage,
    written: str,
    reading: Reading,
    described: str,
    began: int | None,
    *,
    fate: str | None = None,
    leader: bool = False,
    terms: bool = False,
) -> Person:
    name = read_name(written, reading.schema.split_honorific)
    roles, clauses = _roles(described, name.notes if not terms else ())
    fate = fate or ("; ".join(clauses) or None)
    born = died = None
    single = next((note for note in name.notes if _YEARS.fullmatch(note)), None)
    if single is not None:
        roles = _in_office(roles, parse_date(single))
    if name.life is not None:
        if _is_life(name.life, began, described):
            born, died = _year(name.life.born), _year(name.life.died)
        else:
            roles = _in_office(roles, parse_date(f"{name.life.born}-{name.life.died or 'present'}"))
    if died is None and fate is not None:
        died = _death(fate)
    return Person(
        Span(passage.first, passage.last),
        name.name,
        name.aliases,
        name.honorific,
        roles,
        born,
        died,
        fate,
        passage.headings[-1] if len(passage.headings) > 1 else None,
        leader,
        passage.text,
        passage.footnotes,
    )


def _in_office(roles: tuple[Role, ...], term: HistoricalDate | None) -> tuple[Role, ...]:
    """The roles with a term that the text gives to the person: it is that of the first one, or of the office itself."""
    return (Role(roles[0].title, term), *roles[1:]) if roles else (Role("in office", term),)


def _is_life(life: Life, began: int | None, described: str) -> bool:
    """Whether the years behind a name are a life, not a term: by what the bracket says, else by their length.

    Those of a poet who was shot are a life, however short; those of a minister may be a term.
    """
    if life.certain or life.born is None:
        return True
    start = _number(life.born)
    in_office = bool(OFFICE.search(described) or _POST.search(described)) and _KIN.match(described) is None
    if life.died is None:
        return began is None or start < began - _BEFORE or not (in_office or not described)
    if began is not None and abs(start - began) <= 1:
        return False
    length = _number(life.died) - start
    if length > _LONGEST_TERM:
        return True
    if in_office:
        # nobody has been deputy mayor since a generation before the regime
        return length >= _LONG_LIFE and began is not None and start < began - _BEFORE
    return length >= _SHORTEST_LIFE and bool(_DEATH.search(described))


def _number(year: str) -> int:
    return int("".join(character for character in year if character.isdigit()) or 0)


def _year(written: str | None) -> HistoricalDate | None:
    return parse_date(written) if written else None


def _first_year(text: str) -> int | None:
    match = re.search(r"\b\d{4}\b", text)
    return int(match[0]) if match else None


def _death(fate: str) -> HistoricalDate | None:
    own = [clause for clause in _clauses(fate) if not _OF_KIN.match(clause)]
    for clause in own:
        if _DEATH.search(clause):
            found = find_dates(clause)
            if found:
                return found[0].date
    rest = "; ".join(own)
    found = find_dates(rest) if _DEATH.search(rest) else []
    return found[0].date if len(found) == 1 else None


def _clauses(described: str) -> list[str]:
    """The parts of a description at its commas and semicolons, but for commas within a part.

    "head of the guard and, by 1936, of all police" is one office, and "shot on May 3, 1941" one fate.
    """
    parts: list[str] = []
    for clause in split_outside_brackets(described, ";"):
        for at, part in enumerate(split_outside_brackets(clause, ",")):
            if at and (
                parts[-1].endswith(_UNFINISHED)
                or part.startswith(_WITHIN)
                or (_DAY.search(parts[-1]) and _YEAR_OF_DAY.match(part))
            ):
                parts[-1] = f"{parts[-1]}, {part}"
            elif at and parts[-1][-1:].isdigit() and _THOUSANDS.match(part):
                parts[-1] = f"{parts[-1]},{part}"
            else:
                parts.append(part)
    return parts


def _roles(described: str, notes: tuple[str, ...]) -> tuple[tuple[Role, ...], list[str]]:
    """The offices and parts in a description, and the clauses of it that say what became of the person."""
    roles: list[Role] = [Role(note) for note in notes if not note[:1].isdigit()]
    fate: list[str] = []
    for part in _clauses(described):
        if _FATE.search(part.split("(")[0]):
            fate.append(part)
            continue
        title, term = part, None
        if roles and _YEARS.fullmatch(part):
            roles[-1] = Role(roles[-1].title, parse_date(part))
            continue
        bracket = re.search(r"\s*\(([^()]*\d{4}[^()]*)\)\s*\Z", part)
        if bracket:
            read = parse_date(bracket[1])
            if read is not None:
                title, term = part[: bracket.start()], read
            elif _FATE.search(bracket[1]):
                fate.append(bracket[1])
                title = part[: bracket.start()]
        if title:
            roles.append(Role(title, term))
    return tuple(roles), fate
