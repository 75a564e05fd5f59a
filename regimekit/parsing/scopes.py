"""What a figure counts: the event and the group of people that the words around it name, and the time of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from regimekit.model.date import HistoricalDate
from regimekit.model.estimate import Attribution
from regimekit.parsing.attribution import attribution_in_label, is_source_column, is_year_of_work
from regimekit.parsing.counted import noun_kind
from regimekit.parsing.dates import FoundDate, find_dates
from regimekit.parsing.harm_words import HARM_WORDS
from regimekit.parsing.passages import Passage
from regimekit.parsing.quantities import FoundQuantity

# Words of a label that say that something is counted, and not what.
_GENERIC = frozenset(
    """
    toll tolls human cost costs key question impact scale total totals overall estimate estimates estimated figure
    figures number numbers range ranges count counts statistics summary breakdown scholarly academic official
    unofficial consensus low high lower upper mid middle median central
    conservative maximum minimum result results outcome consequences
    controversy controversies debate documented confirmed record records recorded known reported victims victim excess
    civilian loss losses lives life best recent major magnitude extent data details detail
    the a an of in from by for on at under during and or to with who were was all
    """.split()
)
_ANY_DEATH = frozenset("death deaths dead died killed fatality fatalities casualty casualties dying".split())
_COUNTING_PARTS = frozenset(("count", "past", "fate", "gerund"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_PAST_VERBS = frozenset(("was", "were", "had"))  # a label with one of these is a clause: "sentence was passed"
_LONGEST_HEAD = 8  # words
_LONGEST_LEAD = 80  # characters; what is longer above a list is a sentence, with dates of its own
_LONGEST_CLAUSE = 1_000  # characters to either side of an amount
_NEAR = 8  # dates to either side of an amount
_CLAUSE_END = re.compile(r";|(?<=[a-z0-9)][.!?])\s+(?=[\"“(]?[A-Z0-9])")
_WITHOUT = re.compile(r"\b(?:not counted|not included|without|except|excluding|apart from|before|after|since)\b", re.I)
_BORN = re.compile(r"\b(?:born|b\.)\s*(?:on |in |c\. )?$", re.I)


def subject_of(passage: Passage, start: int, one: FoundQuantity, column: int | None, *, labelled: bool) -> str | None:
    """The event or thing that the amount is about: named in front of it, in its row or label, else in a heading."""
    if passage.kind == "heading":
        return passage.text
    if column is None:
        before, colon, _ = passage.text[start : one.start].rpartition(":")
        named = _thing(re.split(r"[.;]\s", before)[-1]) if colon else None
        if named is None and labelled and passage.label:
            named = _thing(passage.label)
    else:
        category = passage.cells[0] if column and not is_source_column("".join(passage.header[:1])) else ""
        category = "" if _is_date(category) else category
        named = _thing(category) or _kind_of_harm(category)
    return named or _event(passage)


@lru_cache(maxsize=4096)
def _is_date(cell: str) -> bool:
    """Whether a cell says when and nothing else: "late 1920s"."""
    dates = find_dates(cell) if any(character.isdigit() for character in cell) else ()
    rest = cell
    for date in reversed(dates):
        rest = rest[: date.start] + rest[date.end :]
    return bool(dates) and not any(character.isalpha() for character in rest)


def _event(passage: Passage) -> str | None:
    """The nearest heading below the sections that names something, else the nearest; the overview names nothing."""
    heading = passage.heading
    while heading is not None and heading.level > 2:
        if _thing(heading.text) is not None:
            return heading.text
        heading = heading.heading
    return passage.heading.text if passage.heading is not None and passage.section != "overview" else None


@lru_cache(maxsize=4096)
def _thing(label: str) -> str | None:
    """A label without the words that only say that people are counted: "Dekulakization deaths" → "Dekulakization".

    None where nothing is left, and for the labels that are authors or sentences.
    """
    text = label.strip(" \t*:–—-")
    if text.count(" ") > _LONGEST_HEAD or attribution_in_label(text, of_estimates=True) is not None:
        return None
    words = [match for match in _WORD.finditer(text) if match.start() < _end(text)]
    telling = [word for word in words if not _only_counts(word.group().lower())]
    if not any(len(word.group()) > 2 for word in telling) or any(word.group() in _PAST_VERBS for word in words):
        return None
    first, last = telling[0].start(), telling[-1].end()
    if last == words[-1].end():
        last = len(text)  # with the bracket or year behind it
    return text[first:last].strip() or None


def _kind_of_harm(category: str) -> str | None:
    """A row's own kind of harm, whole: "Deportations of the 1940s"; None for rows of deaths or of a total."""
    words = [word.lower() for word in _WORD.findall(category)]
    narrow = [word for word in words if word not in _GENERIC and _only_counts(word) and word not in _ANY_DEATH]
    return category.strip(" \t*:") if narrow and len(words) <= _LONGEST_HEAD else None


def _end(text: str) -> int:
    bracket = _BRACKET.search(text)
    return bracket.start() if bracket is not None else len(text)


def _only_counts(word: str) -> bool:
    harm = HARM_WORDS.get(word)
    return word in _GENERIC or (harm is not None and harm.part in _COUNTING_PARTS)


def group_of(passage: Passage, one: FoundQuantity) -> str | None:
    """The people who are counted: "political prisoners", "Red Army officers"; not what became of them."""
    if one.counted.kind not in ("people", "group", "harm"):
        return None
    text = passage.text[one.counted.start : one.counted.end].removeprefix("of ").strip(" \"“”'")
    words = text.split()
    while words and (_only_counts(words[-1].lower()) or words[-1].lower() in ("unaccounted", "unaccounted-for")):
        words.pop()
    while words and words[0].lower() in _GENERIC and len(words) > 1:
        words.pop(0)
    if len(words) == len(text.split()):
        return text or None
    head = words[-1] if words else ""
    names_people = head[:1].isupper() or noun_kind(head.lower()) == "people" or _is_group(head.lower())
    return " ".join(words) if names_people else None


def _is_group(word: str) -> bool:
    harm = HARM_WORDS.get(word)
    return harm is not None and harm.part == "group"


def time_of(
    passage: Passage,
    statement: tuple[int, int],
    amount: tuple[int, int],
    dated: Sequence[FoundDate],
    author: Attribution | None,
    last_year: int | None = None,
) -> HistoricalDate | None:
    """The date of what is counted: in the clause, the statement, its row or label, else in the nearest dated heading.

    ``amount`` is where the number stands; of several dates of one sentence the nearest is meant. The year in which
    an author wrote is none; ``last_year`` is the last of what is counted, or of the regime.
    """
    toll = passage.section == "overview"
    told = [
        date
        for date in _around(dated, amount[0])
        if not _is_of_author(passage, date, author)
        and not is_year_of_work(passage.text, date.start, date.end, last_year)
        and not _BORN.search(passage.text, max(0, date.start - 12), date.start)
        and not (toll and last_year is not None and _is_later(date, last_year))
    ]
    if told:
        clause = _clause(passage.text, amount[0], statement)
        here = [date for date in told if clause[0] <= date.start < clause[1]]
        if here:
            return min(here, key=lambda date: _distance(date, amount)).date
        if toll:
            return None  # the figures of an overview stand side by side, and none dates another
        inside = [date for date in told if statement[0] <= date.start < statement[1]]
        return (inside or told)[0].date
    for above in (passage.lead, passage.parent):
        title = (above.label or above.text) if above is not None and above is not passage.heading else ""
        found = _date_of_title(title) if 0 < len(title) <= _LONGEST_LEAD and not _WITHOUT.search(title) else None
        if found is not None:
            return found
    heading = passage.heading
    while heading is not None:
        found = _date_of_title(heading.text)
        if found is not None:
            return found
        heading = heading.heading
    return None


def _around(dated: Sequence[FoundDate], at: int) -> Sequence[FoundDate]:
    """The dates near a place: a line of thousands is no sentence, and is not gone through for each of its amounts."""
    if len(dated) <= 2 * _NEAR:
        return dated
    place = bisect_left(dated, at, key=lambda date: date.start)
    return dated[max(0, place - _NEAR) : place + _NEAR]


def _distance(date: FoundDate, amount: tuple[int, int]) -> int:
    return amount[0] - date.end if date.end <= amount[0] else max(0, date.start - amount[1])


def _clause(text: str, at: int, statement: tuple[int, int]) -> tuple[int, int]:
    """The extent of the sentence, or of what stands between semicolons, around a place."""
    first, last = max(statement[0], at - _LONGEST_CLAUSE), min(statement[1], at + _LONGEST_CLAUSE)
    for end in _CLAUSE_END.finditer(text, first, last):
        if text.count("(", first, end.start()) > text.count(")", first, end.start()):
            continue  # a semicolon in a bracket parts nothing
        if end.end() <= at:
            first = end.end()
        elif end.start() >= at:
            last = end.start()
            break
    return first, last


def _is_later(date: FoundDate, year: int) -> bool:
    """Whether a date lies behind a year: what a report of then says is counted in an overview, not what happened."""
    day = date.date.earliest or date.date.latest
    return day is not None and day.year > year


def _is_of_author(passage: Passage, date: FoundDate, author: Attribution | None) -> bool:
    if author is None:
        return False
    if author.year is not None and date.date.edtf.rstrip("~?%") == str(author.year):
        return True
    if passage.cells:
        begin = 0
        for header, cell in zip(passage.header, passage.cells, strict=False):
            if begin <= date.start < begin + len(cell):
                # "Doe (2010), 1936-1950": the span is of what is counted
                return is_source_column(header) and (author.year is None or "/" not in date.date.edtf)
            begin += len(cell) + 3  # the cells are joined by " | "
        return False
    at = passage.text.rfind("(", 0, date.start)
    return at >= 0 and ")" not in passage.text[at : date.start] and author.name in passage.text[at : date.end + 40]


@lru_cache(maxsize=4096)
def _date_of_title(title: str) -> HistoricalDate | None:
    dates = find_dates(title)
    return dates[0].date if dates else None
