"""5xx: who was who."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from regimekit.analysis.names import fold
from regimekit.analysis.namesakes import Namesakes, dates_differ, is_over, same_person
from regimekit.linting.context import Context, Folder
from regimekit.linting.rule import CorpusFault, Fault, corpus_rule, rule
from regimekit.model import Corpus, Dossier, HistoricalDate, Person

# kinship behind a name is no office: the years beside it are a life
_KINSHIP = re.compile(
    r"\b(?:son|daughter|wife|husband|brother|sister|father|mother|nephew|niece|uncle|aunt|cousin|widow|child|heir)\b",
    re.I,
)


@rule("RK501", remedy="Say in a few words who the person was.")
def person_without_role(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A key figure is a name and nothing else.

    Who is listed without an office or a part played cannot be told from others
    of the same name, and nobody learns why the person is there.

    Bad::

        - **Petru Lazar**

    Good::

        - **Petru Lazar** — Minister of the Interior (1961-1970)
    """
    for person in dossier.people:
        if person.leader or person.roles or person.fate or person.born or person.died:
            continue
        following = context.lines[person.span.last] if person.span.last < len(context.lines) else ""
        told_below = context.lines[person.span.first - 1].startswith("#") or following[:1].isspace()
        if not told_below and len(fold(person.text)) <= len(fold(person.name)) + len(person.honorific or "") + 2:
            yield person.span, f"{person.name} has no role", person.name


@rule("RK502", severity="error", remedy="Correct the year of birth or of death.")
def death_before_birth(dossier: Dossier) -> Iterator[Fault]:
    """Somebody died before being born.

    Bad::

        - **Ion Varda** (born 1915) — President; died 1889

    Good::

        - **Ion Varda** (1915-1989) — President
    """
    for person in dossier.people:
        if is_over(person.died, person.born):
            yield person.span, f"{person.name} dies {_said(person.died)}, born {_said(person.born)}", person.name


def _said(date: HistoricalDate | None) -> str:
    return date.verbatim if date else ""


@rule("RK503", remedy="Correct the term of office, or the years of the life.")
def term_outside_life(dossier: Dossier) -> Iterator[Fault]:
    """Somebody holds an office before being born or after having died.

    Bad::

        - **Petru Lazar** (1920-1968) — Minister of the Interior (1961-1970)

    Good::

        - **Petru Lazar** (1920-1978) — Minister of the Interior (1961-1970)
    """
    for person in dossier.people:
        for role in person.roles:
            if role.term is None or _KINSHIP.search(role.title):
                continue
            begins_late = is_over(person.died, role.term)
            ends_late = _year(person.died) is not None and (_end_year(role.term) or 0) > (_year(person.died) or 0)
            if is_over(role.term, person.born) or begins_late or (ends_late and not role.term.approximate):
                life = f"born {_said(person.born)}" if is_over(role.term, person.born) else f"died {_said(person.died)}"
                message = f"{person.name}, {life}, is {role.title!r} {role.term.verbatim}"
                yield person.span, message, role.term.verbatim


def _year(date: HistoricalDate | None) -> int | None:
    return date.latest.year if date and date.latest else None


def _end_year(term: HistoricalDate) -> int | None:
    """The year in which a term ends; of an open one none can be compared."""
    return term.latest.year if term.latest and "/" in term.edtf else None


@rule("RK504", remedy="Merge the two entries.")
def person_listed_twice(dossier: Dossier) -> Iterator[Fault]:
    """The same person is listed twice below the same heading.

    What is known of somebody is torn apart, and a count of the people is wrong.

    Bad::

        - **Ion Varda** — President
        - **Petru Lazar** — Minister of the Interior
        - **Ion Varda** — Commander of the Guard

    Good::

        - **Ion Varda** — President; Commander of the Guard
        - **Petru Lazar** — Minister of the Interior
    """
    seen: dict[tuple[str | None, str], Person] = {}
    for person in dossier.people:
        if not person.leader:
            first = seen.setdefault((person.group, fold(person.name)), person)
            if first.span.first != person.span.first:
                yield person.span, f"{person.name} is listed in line {first.span.first} too", person.name


@corpus_rule("RK505", remedy="Look the years up, and correct the dossier that is wrong.")
def life_span_differs_between_dossiers(corpus: Corpus, folder: Folder) -> Iterator[CorpusFault]:
    """Two dossiers give different years of birth or death for the same person.

    At least one of them is wrong. Names must agree in two words at least: a
    family name alone is shared by many.

    Bad::

        <!-- in aldova-varda.md -->
        - **Petru Lazar** (1920-1978) — Minister of the Interior
        <!-- in aldova-lazar.md -->
        - **Petru Lazar** (1921-1978) — President

    Good::

        <!-- in both -->
        - **Petru Lazar** (1920-1978)
    """
    for entries in folder.namesakes:
        known: dict[str, tuple[Dossier, Person, HistoricalDate]] = {}
        for dossier, person in entries:
            for what, date in (("born", person.born), ("died", person.died)):
                if date is None:
                    continue
                other, namesake, theirs = known.setdefault(what, (dossier, person, date))
                if other is not dossier and dates_differ(date, theirs):
                    where = f"{other.path}, line {namesake.span.first}"
                    message = f"{person.name}, {what} {date.verbatim}, is {what} {theirs.verbatim} in {where}"
                    yield dossier, person.span, message, date.verbatim


@corpus_rule("RK506", remedy="Look the term up, and correct the dossier that is wrong.")
def term_differs_between_dossiers(corpus: Corpus, folder: Folder) -> Iterator[CorpusFault]:
    """Two dossiers give different terms for the same office of the same person.

    The office must have the same title in both, the person two words of the
    name. Terms that differ by a year are let pass: a term may begin in one year
    by appointment and in the next by oath.

    Bad::

        <!-- in aldova-varda.md -->
        - **Petru Lazar** — Minister of the Interior (1961-1970)
        <!-- in aldova-lazar.md -->
        - **Petru Lazar** — Minister of the Interior (1965-1970)

    Good::

        <!-- in both -->
        - **Petru Lazar** — Minister of the Interior (1961-1970)
    """
    for entries in folder.namesakes:
        known: dict[str, tuple[Dossier, Person, HistoricalDate]] = {}
        for dossier, person in entries:
            for role in person.roles:
                if role.term is None:
                    continue
                other, namesake, theirs = known.setdefault(fold(role.title), (dossier, person, role.term))
                if other is not dossier and _years_apart(role.term, theirs) > 1:
                    where = f"{other.path}, line {namesake.span.first}"
                    message = f"{person.name}, {role.title!r} {role.term.verbatim}, is so {theirs.verbatim} in {where}"
                    yield dossier, person.span, message, role.term.verbatim


def _years_apart(one: HistoricalDate, other: HistoricalDate) -> int:
    """By how many years the beginnings or the ends of two terms differ."""
    pairs = ((one.earliest, other.earliest), (one.latest, other.latest))
    return max((abs(a.year - b.year) for a, b in pairs if a and b), default=0)


@rule("RK507", remedy="Correct the years.")
def implausible_life(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A life is longer than people live, or too short for an office.

    Longer than the threshold ``life`` (110 years where regimekit.yaml does not
    set it), or a holder of an office who died before the age of twelve.

    Bad::

        - **Ion Varda** (1815-1989) — President

    Good::

        - **Ion Varda** (1915-1989) — President
    """
    longest = context.settings.threshold("life")
    for person in dossier.people:
        born, died = person.born, person.died
        if not (born and died and born.earliest and died.latest and born.latest and died.earliest):
            continue
        if died.earliest.year - born.latest.year > longest:
            yield person.span, f"{person.name} lived {died.earliest.year - born.latest.year} years", person.name
        elif person.roles and 0 <= died.latest.year - born.earliest.year < 12 and not _is_child(person):
            yield person.span, f"{person.name} died at the age of {died.latest.year - born.earliest.year}", person.name


def _is_child(person: Person) -> bool:
    return any(_KINSHIP.search(role.title) for role in person.roles)


@rule("RK508", severity="error", remedy="Correct the entry that is wrong.")
def two_life_spans(dossier: Dossier) -> Iterator[Fault]:
    """The same person has different years of birth or death in one dossier.

    Bad::

        | **Leader(s)** | Ion Varda (1915-1989) |
        - **Ion Varda** (1915-1987) — President

    Good::

        | **Leader(s)** | Ion Varda (1915-1989) |
        - **Ion Varda** (1915-1989) — President
    """
    known: Namesakes[Person] = Namesakes()
    for person in dossier.people:
        if person.born is None and person.died is None:
            continue
        for first in dict.fromkeys(known.sharing(person)):
            if first.span == person.span or not same_person(first, person):
                continue
            for what, mine, yours in (("born", person.born, first.born), ("died", person.died, first.died)):
                if mine and yours and dates_differ(mine, yours):
                    where = f"line {first.span.first}"
                    message = f"{person.name}, {what} {mine.verbatim}, is {what} {yours.verbatim} in {where}"
                    yield person.span, message, mine.verbatim
        known.add(person, person)


@rule("RK509", severity="error", remedy="Look the date up, and correct the one that is wrong.")
def death_contradicts_life_span(dossier: Dossier) -> Iterator[Fault]:
    """The leader's death is told in another year than that of the life span.

    The years in the Overview ("Ion Varda (1915-1989)") against what the dossier
    tells of the death: a heading or label that opens with the name and death
    ("Varda's death: March 5, 1990").

    Bad::

        | **Leader(s)** | Ion Varda (1915-1989) |
        **Varda's Death**: March 5, 1990

    Good::

        | **Leader(s)** | Ion Varda (1915-1989) |
        **Varda's Death**: March 5, 1989
    """
    for leader in dossier.people:
        family = leader.name.split()[-1]
        if not leader.leader or leader.died is None or len(family) < 3:
            continue
        name = re.escape(family)
        told = re.compile(rf"(?:death of (?:[\w.]+ ){{0,3}}{name}\b|{name}(?:['’]s)? (?:death|dies|died)\b)", re.I)
        for event in dossier.events:
            if (
                event.date.precision in ("day", "month", "year")
                and "/" not in event.date.edtf
                and told.match(event.title)
            ) and dates_differ(event.date, leader.died):
                message = f"{event.title!r} is dated {event.date.verbatim}, the life span ends {leader.died.verbatim}"
                yield event.span, message, event.date.verbatim


@rule("RK510", severity="error", remedy="Correct the leader's term, or the regime's dates.")
def leader_outside_the_regime(dossier: Dossier) -> Iterator[Fault]:
    """A leader's term or life lies wholly outside the regime's dates.

    Bad::

        | **Dates** | 1961-1974 |
        | **Leader(s)** | Ion Varda (1916-1959) |

    Good::

        | **Dates** | 1961-1974 |
        | **Leader(s)** | Ion Varda (1916-1989) |
    """
    field = dossier.field("dates")
    spans = [(date.earliest, date.latest) for date in field.dates] if field else []
    starts = [start for start, _ in spans if start]
    if not field or not starts:
        return
    first, last = min(starts), max((end or datetime.date.max for _, end in spans), default=datetime.date.max)
    for leader in dossier.people:
        if not leader.leader:
            continue
        times = [(role.term.earliest, role.term.latest, role.term.verbatim) for role in leader.roles if role.term]
        if leader.born or leader.died:
            life = f"{_said(leader.born)}-{_said(leader.died)}"
            times.append(
                (leader.born.earliest if leader.born else None, leader.died.latest if leader.died else None, life)
            )
        for begun, ended, written in times:
            if (ended and ended < first) or (begun and begun > last):
                yield leader.span, f"{leader.name} ({written}) is no leader of the years {field.value}", leader.name
                break
