"""3xx: when things happened."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from regimekit.analysis.names import fold
from regimekit.linting.context import Context
from regimekit.linting.order import in_order
from regimekit.linting.rule import Fault, met_while_reading, rule
from regimekit.model import Dossier, Event, HistoricalDate, Span


@rule("RK301", severity="error", remedy="Write a date that can be read, as 'May 1961', '1961-1974' or 'c. 1960'.")
def unreadable_date(dossier: Dossier) -> Iterable[Fault]:
    """A cell in the date column of a table holds no date that can be read.

    The row is missing from every timeline.

    Bad::

        | Date | Event |
        |------|-------|
        | Mya 1961 | Coup of the colonels |

    Good::

        | Date | Event |
        |------|-------|
        | May 1961 | Coup of the colonels |
    """
    return met_while_reading(dossier, "RK301")


@rule("RK302", severity="error", remedy="Look the day up: the month does not have it.")
def impossible_day(dossier: Dossier) -> Iterable[Fault]:
    """A date names a day that its month does not have.

    Bad::

        - February 30, 1961: the constitution is suspended

    Good::

        - February 28, 1961: the constitution is suspended
    """
    return met_while_reading(dossier, "RK302")


@rule("RK303", severity="error", remedy="Put the earlier date first, or correct the one that is wrong.")
def reversed_dates(dossier: Dossier) -> Iterable[Fault]:
    """A span of time ends before it begins.

    Bad::

        ### The emergency (1974-1961)

    Good::

        ### The emergency (1961-1974)
    """
    return met_while_reading(dossier, "RK303")


@rule("RK304", remedy="Write the name of the month, or year-month-day.")
def day_and_month_in_doubt(dossier: Dossier) -> Iterable[Fault]:
    """A date in numbers can be read with the day or with the month first.

    "5/4/1961" is in April to one reader and in May to another.

    Bad::

        - 5/4/1961: the mayor flees

    Good::

        - April 5, 1961: the mayor flees
    """
    return met_while_reading(dossier, "RK304")


@rule("RK305", remedy="Move the entry to its place, or correct its date.")
def timeline_out_of_order(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """An entry of a timeline stands before one that is earlier, or after one that is later.

    A timeline is read from top to bottom: an entry out of its place is
    overlooked, or has a wrong year. As few entries as possible are reported.

    Bad::

        | Date | Event |
        |------|-------|
        | 1961 | Coup of the colonels |
        | 1974 | Fall |
        | 1966 | First elections |

    Good::

        | Date | Event |
        |------|-------|
        | 1961 | Coup of the colonels |
        | 1966 | First elections |
        | 1974 | Fall |
    """
    # entries are what opens with its date: what is said below them has dates of its own
    entries = [
        event
        for event in dossier.events
        if event.section == "timeline"
        and event.kind != "heading"
        and context.lines[event.span.first - 1].lstrip(" \t-*+|_>").startswith(event.date.verbatim)
    ]
    for _, listed in groupby(entries, key=lambda event: event.headings):
        dated = [(event, event.date.earliest) for event in listed if event.date.earliest is not None]
        staying = in_order([day.toordinal() for _, day in dated])
        kept = [(place, dated[place][0]) for place in sorted(staying)]
        for place, (event, _) in enumerate(dated):
            if place in staying:
                continue
            above = next((other for at, other in reversed(kept) if at < place and _is_before(event, other)), None)
            below = next((other for at, other in kept if at > place and _is_before(other, event)), None)
            other = above or below
            if other is not None:
                where = "behind" if above else "before"
                message = f"{event.date.verbatim} stands {where} {other.date.verbatim} of line {other.span.first}"
                yield event.span, message, event.date.verbatim


def _is_before(one: Event, other: Event) -> bool:
    """Whether the one is over before the other can begin: "1936" is not before "August 1936"."""
    return one.date.latest is not None and other.date.earliest is not None and one.date.latest < other.date.earliest


# what lies ahead is told in these words, and is no mistake
_AHEAD = re.compile(
    r"\b(?:will|would|shall|until|till|through|by|plan\w*|schedul\w*|expect\w*|due|target\w*|goal\w*|project\w*|forecast\w*"
    r"|expir\w*|seal\w*|promis\w*|intend\w*|propos\w*|announc\w*|candida\w*|potential\w*|possibl\w*|upcoming|next"
    r"|deadline|term|run|can|could|(?-i:may)|eligible|vision)\b",
    re.IGNORECASE,
)


@rule("RK306", remedy="Correct the date, or the date of the last update.")
def event_after_last_update(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """Something is said to have happened after the dossier was last changed.

    The date is mistyped, or the dossier was changed without saying so. Without
    a last update today stands in its place. What is announced ("elections
    scheduled for 2031") is let pass.

    Bad::

        - May 2074: the ministers are put on trial

        *Last updated: 2024-05-02*

    Good::

        - May 1974: the ministers are put on trial

        *Last updated: 2024-05-02*
    """
    updated = dossier.updated.date if dossier.updated else None
    last = (updated.latest if updated else None) or context.settings.today
    for event in dossier.events:
        day = event.date.earliest
        if day is None or day <= last or event.date.relation in ("by", "until", "before"):
            continue
        if not _AHEAD.search(" ".join(context.lines[event.span.first - 1 : event.span.last])):
            what = "the last update" if updated else "today"
            yield event.span, f"{event.date.verbatim} is after {what} ({last.isoformat()})", event.date.verbatim


_LATER_SECTIONS = frozenset({"rise_to_power", "methods_of_control", "key_events", "opposition", "fall", "aftermath"})
_GENERATIONS = 50  # years; what lies nearer may be somebody's youth or the origin of an institution
_ORIGIN = re.compile(
    r"\b(?:born|birth|since|founded|established|dating|dates|ancient|tradition|origin\w*|history)\b", re.I
)


@rule("RK307", remedy="Correct the year, or tell the event among the pre-conditions.")
def event_before_pre_conditions(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """Something of the regime's own time is dated generations before its pre-conditions.

    An event among the regime's deeds that lies more than fifty years before
    the earliest of its pre-conditions has, nearly always, a mistyped year.
    Births and foundings are let pass.

    Bad::

        ## Pre-Conditions
        - 1948: the drought
        ## Key Events
        - 1862: the port strike is put down

    Good::

        ## Pre-Conditions
        - 1948: the drought
        ## Key Events
        - 1962: the port strike is put down
    """
    days = (event.date.earliest for event in dossier.events if event.section == "pre_conditions")
    first = min((day.year for day in days if day is not None), default=None)
    for event in dossier.events:
        day = event.date.latest
        if first is None or day is None or day.year >= first - _GENERATIONS or event.section not in _LATER_SECTIONS:
            continue
        if not _ORIGIN.search(context.lines[event.span.first - 1]):
            message = f"{event.date.verbatim} lies {first - day.year} years before the earliest pre-condition ({first})"
            yield event.span, message, event.date.verbatim


# what happens to the dead and to their memory
_POSTHUMOUS = re.compile(
    r"\b(?:was|were|is|been|being|posthumous\w*|buri\w*|rebur\w*|exhum\w*|remains|body|corpse|statue|monument\w*|memor\w*"
    r"|museum|rehabilitat\w*|exonerat\w*|acquit\w*|pardon\w*|cleared|honou?r\w*|legacy|era|regime|loyalists|supporters"
    r"|remember\w*|commemorat\w*|film|documentary|book|published|trial|convict\w*|sentenced|family)\b",
    re.IGNORECASE,
)


@rule("RK308", remedy="Correct the date of the event, or the person's dates.")
def event_outside_a_life(dossier: Dossier) -> Iterator[Fault]:
    """Somebody does something before being born or after having died.

    Of people with a life span, statements that open with their name ("Varda
    signed the decree"). What happens to the dead and to their memory is let
    pass, and so are family names that several people of the dossier share.

    Bad::

        - **Ion Varda** (1915-1989) — President
        - May 1994: Varda signs the decree

    Good::

        - **Ion Varda** (1915-1989) — President
        - May 1964: Varda signs the decree
    """
    families = Counter(name for name in {fold(person.name) for person in dossier.people} for name in [name.split()[-1]])
    for person in dossier.people:
        born = person.born.earliest if person.born else None
        died = person.died.latest if person.died else None
        if (born is None and died is None) or families[fold(person.name).split()[-1]] > 1:
            continue
        family = person.name.split()[-1]
        for event in dossier.events:
            words = event.title.removeprefix(person.name[: -len(family)])
            if not words.startswith(f"{family} ") or not words[len(family) + 1 : len(family) + 2].islower():
                continue
            early = born is not None and event.date.latest is not None and event.date.latest < born
            late = died is not None and event.date.earliest is not None and event.date.earliest > died
            if (early or late) and not _POSTHUMOUS.search(event.title):
                said = f"was born {_written(person.born)}" if early else f"died {_written(person.died)}"
                yield event.span, f"{event.date.verbatim}, but {person.name} {said}", event.date.verbatim


def _written(date: HistoricalDate | None) -> str:
    return date.verbatim if date else ""


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December".split()
_ON_A_WEEKDAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{'|'.join(_MONTHS)})|(?P<month2>{'|'.join(_MONTHS)})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?),?\s+"
    r"(?P<year>(?:19|20)\d\d)\b"
)


@rule("RK309", severity="error", remedy="Look the date up: the day, the month or the year is wrong, or the weekday.")
def weekday_contradicts_date(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A date names a weekday that it did not fall on.

    One digit of the date is wrong, or the weekday is. Dates from 1900 on are
    checked, by the Gregorian calendar.

    Bad::

        - On Monday, May 3, 1961, the colonels took the radio station

    Good::

        - On Wednesday, May 3, 1961, the colonels took the radio station
    """
    for number in context.lines_with(_WEEKDAYS):
        line = context.lines[number - 1]
        for found in _ON_A_WEEKDAY.finditer(line):
            month = _MONTHS.index(found["month"] or found["month2"]) + 1
            try:
                day = datetime.date(int(found["year"]), month, int(found["day"] or found["day2"]))
            except ValueError:
                continue  # no day of the calendar: RK302
            if _WEEKDAYS[day.weekday()] != found["weekday"]:
                yield Span(number, number), f"{day.isoformat()} was a {_WEEKDAYS[day.weekday()]}", found[0]
