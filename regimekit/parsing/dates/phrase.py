"""The grammar of one date phrase: words in front, a point, and perhaps a second point."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Final, Literal

import msgspec

from regimekit.model.date import HistoricalDate, Relation
from regimekit.parsing.dates.modifiers import NO_MODIFIERS, Modifiers, read_modifiers
from regimekit.parsing.dates.patterns import JOINT, MODIFIED, OPEN, POINT, SHORT, SUFFIX
from regimekit.parsing.dates.point import Bounds, Point, bounds, coarser, contains, reversed_range, to_edtf
from regimekit.parsing.dates.vocabulary import MONTH_NUMBERS, MONTHS, SEASONS

Fault = Literal["impossible day", "reversed range"]

_ONE_DAY: Final = datetime.timedelta(days=1)
_WINTER: Final = 24
_ROMAN_MONTHS: Final = {roman: month for month, roman in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a phrase says.

    ``length`` is how much of the core is date. ``date`` is None where there is
    a ``fault``, or where the year is missing: then ``month`` is the first month
    named (0 for a decade without a century). ``bare`` marks a plain number, or
    two, that may turn out to be a count.
    """

    length: int
    date: HistoricalDate | None = None
    fault: Fault | None = None
    month: int = 0
    month_only: bool = False
    bare: bool = False
    ambiguous: bool = False


class _Phrase(msgspec.Struct):
    """A phrase while it is read: ``at`` is how far, ``opened`` how EDTF writes an open ("/..") or unknown end."""

    core: str
    modifiers: Modifiers
    start: Point | None = None
    end: Point | None = None
    at: int = 0
    opened: Literal["", "/..", "/"] = ""
    onwards: bool = False


@lru_cache(maxsize=65536)
def read_phrase(prefix: str, core: str, year: int | None = None) -> Reading | None:
    """Reads a phrase split into the words in front and the rest; ``year`` completes one that names none.

    None where the core does not begin with a date.
    """
    modifiers = read_modifiers(prefix) if prefix else NO_MODIFIERS
    if modifiers is None:
        return None
    phrase = _Phrase(core, modifiers)
    if core[0] == "?":
        phrase.at = 1
    elif not _read_start(phrase):
        return None
    if phrase.at < len(core) and phrase.end is None:
        _read_end(phrase)
    start, end = phrase.start, phrase.end
    first = start or end
    if first is None:
        return None
    if first.year is None and (end is None or end.year is None):
        if year is None:
            month = first.month or (end.month if end is not None else None)
            if month is None and first.short_decade is None:
                return None
            return Reading(phrase.at, month=month or 0, month_only=first.day is None)
        first.year = year if first.short_decade is None else year - year % 100 + first.short_decade
    if start is not None and end is not None:
        _share(start, end)
    if first.day is not None and first.month is None:
        return None
    if not first.possible or (end is not None and not end.possible):
        return Reading(phrase.at, fault="impossible day")
    if start is not None and end is not None and reversed_range(start, end):
        return Reading(phrase.at, fault="reversed range")
    return _reading(prefix, phrase, first)


def _read_start(phrase: _Phrase) -> bool:
    found = _point(phrase.core, 0, phrase.modifiers)
    if found is None:
        return False
    phrase.start, phrase.at = found
    seasons = phrase.modifiers.seasons
    if len(seasons) == 2 and phrase.start.season is not None:
        phrase.end = msgspec.structs.replace(phrase.start)
        phrase.start.season = seasons[0]
    if phrase.at < len(phrase.core):
        _read_suffix(phrase, phrase.start)
    return True


def _read_suffix(phrase: _Phrase, point: Point) -> None:
    found = SUFFIX.match(phrase.core, phrase.at)
    if found is not None:
        phrase.at = found.end()
        if found["doubt"]:
            point.uncertain = True
        else:
            phrase.onwards = True


def _read_end(phrase: _Phrase) -> None:
    """Reads what stands behind a joint, where that makes the phrase a range."""
    core, start = phrase.core, phrase.start
    joint = JOINT.match(core, phrase.at)
    if joint is None:
        return
    kind, at = joint.lastgroup, joint.end()
    if kind in ("dash", "to"):
        word = OPEN.match(core, at)
        if word is not None or core[at:] in ("", "?"):
            phrase.opened = "/" if core[at:] == "?" else "/.."
            phrase.at = word.end() if word is not None else len(core)
            return
    middle = MODIFIED.match(core, at)
    behind = middle.end() if middle else at
    modifiers = read_modifiers(core[at:behind].removeprefix("the ")) or NO_MODIFIERS
    found = _point(core, behind, modifiers)
    if found is not None and _joins(start, found[0], kind, joint[0], phrase.modifiers.joins_and):
        phrase.end, phrase.at = found
        _read_suffix(phrase, found[0])
    elif (found is None or found[0].year is None) and behind == at and start is not None:
        _read_short_end(phrase, start, joint[0])
    elif kind == "slash" and core[at - 1] == "/" == core[phrase.at]:
        # "1400/1973" is the number of something
        phrase.start = None


def _joins(start: Point | None, end: Point, kind: str | None, joint: str, between: bool) -> bool:
    """Whether the two points are a range, not two dates side by side."""
    if start is None:
        return end.year is not None
    if kind == "and" and not between:
        return start.year is None and _adjoin(start, end)
    if start.year is None:
        same_kind = end.month is not None if start.short_decade is None else end.span == "decade"
        return same_kind and (kind != "slash" or start.day is None or start.month is None)
    if end.year is None:
        if end.short_decade is not None:
            return start.span == "decade"
        # "1975 - March on the capital" is no range, "November 1940-January" is
        return start.month is not None and joint != " - " and kind != "slash" and kind != "and"
    if contains(end, start):
        return False
    backwards = reversed_range(start, end)
    if kind == "slash":
        return start.day is None and end.day is None and not backwards and end.last_year - start.last_year <= 10
    plain = start.month is None and end.month is None
    return not (backwards and (kind != "dash" or (plain and joint != joint.strip())))


def _adjoin(start: Point, end: Point) -> bool:
    """ "May and June 1940", "9 and 10 November": neighbours, so that nothing lies between."""
    if start.day is None and end.day is None:
        return start.month is not None and end.month == start.month % 12 + 1
    return start.month is None and start.day is not None and end.day == start.day + 1


def _read_short_end(phrase: _Phrase, start: Point, joint: str) -> None:
    """ "July 9-10, 1940"; "1976-79", "1976/77", "1914-8", "winter 1943-44"; ISO's "1976-04"."""
    tight, sign = joint == joint.strip(), joint.strip()
    found = SHORT.match(phrase.core, phrase.at + len(joint))
    if found is None:
        return
    number, year = int(found["short"]), found["short_year"]
    if start.day is not None and start.month is not None and start.year is None:
        if year is None and (sign in ("and", "&") or not tight):
            return
        if sign in ("and", "&") and number != start.day + 1:
            return
        phrase.end = Point(year=int(year) if year else None, day=number)
    elif start.year is None or start.span != "year" or start.day is not None or not tight or year is not None:
        return
    else:
        size = 10 ** len(found["short"])
        end = start.year - start.year % size + number
        if end > start.year:
            if start.season == _WINTER and end == start.year + 1:
                start.two_years_named = True
            else:
                phrase.end = Point(year=end)
        elif sign == "-" and size == 100 and 1 <= number <= 12 and start.month is None and start.season is None:
            start.month = number
        elif sign == "/" or size == 10:
            return
        else:
            turns = start.year % 100 > 80 and number < 20
            phrase.end = Point(year=end + 100 if turns else end)
    phrase.at = found.end()


def _share(start: Point, end: Point) -> None:
    """Each end of a range takes from the other what it leaves unsaid."""
    if start.day is not None and start.month is None:
        start.month = end.month
        # "9-10.06.1977": what follows a day is a day
        end.other_order = None
    if end.day is not None and end.month is None:
        end.month = start.month
    if start.span == end.span == "century" and end.year is not None and end.year < 0 < (start.year or 0):
        start.year = -(start.year or 0) - 99
    if start.year is None and end.year is not None:
        if start.short_decade is not None:
            start.year = end.year - end.year % 100 + start.short_decade
        else:
            start.year = end.year - ((start.month or 0) > (end.month or 12))
    elif end.year is None and start.year is not None:
        if end.short_decade is not None:
            end.year = start.year - start.year % 100 + end.short_decade
        else:
            end.year = start.year + ((end.month or 12) < (start.month or 0))


def _point(core: str, at: int, modifiers: Modifiers) -> tuple[Point, int] | None:
    """The point that stands at an offset, and where it ends."""
    found = POINT.match(core, at)
    if found is None:
        return None
    month = found["month"] or found["month_behind"]
    point = _plain(found) if month is None else _named_month(found, month)
    if point is None:
        return None
    point.part = modifiers.part
    point.turn = modifiers.turn and point.month is None
    point.approximate = modifiers.approximate or point.turn
    point.uncertain = modifiers.uncertain
    if modifiers.seasons and point.month is None and point.span == "year":
        point.season = modifiers.seasons[-1]
    return point, found.end()


def _named_month(found: re.Match[str], month: str) -> Point | None:
    day, year = found["day_before"] or found["day_behind"], found["month_year"]
    name = month.rstrip(".").lower()
    if day is None and year is None and name not in MONTHS and JOINT.match(found.string, found.end()) is None:
        # "Jan", "Mar", "Dec" are names and words too; in "Apr-Jul 1994" they are months
        return None
    return Point(
        year=int(year) if year else None,
        month=MONTH_NUMBERS[name[:3]],
        day=int(day) if day else None,
    )


def _plain(found: re.Match[str]) -> Point | None:
    kind = found.lastgroup
    if kind == "year":
        return Point(year=int(found["year"]))
    if kind == "season_behind":
        return Point(year=int(found["year"]), season=SEASONS[found["season_behind"].lower()])
    if kind == "decade":
        year = int(found["decade"])
        return Point(year=year, span="century" if year < 1900 and year % 100 == 0 else "decade")
    if kind == "short_decade":
        return Point(short_decade=int(found["short_decade"]), span="decade")
    if kind == "iso":
        year, month, day = map(int, re.split(r"[-/.]", found["iso"]))
        return Point(year=year, month=month, day=day)
    if kind == "roman":
        first, roman, year_written = re.split(r"[-/.]\s?", found["roman"])
        return Point(year=int(year_written), month=_ROMAN_MONTHS[roman], day=int(first))
    if kind == "numeric_month":
        return Point(year=int(found["numeric_month"][3:]), month=int(found["numeric_month"][:2]))
    if kind == "numeric_day":
        return Point(day=int(found["numeric_day"]))
    if kind == "numeric":
        return _numeric(found["numeric"])
    if kind == "only_day":
        return Point(day=int(found["only_day"]))
    if kind == "year_of_era":
        return Point(year=int(found["year_of_era"]))
    if kind == "era":
        year = int(found["year_before"])
        return Point(year=1 - year if found["era"].startswith("B") else year) if year else None
    number = int(found["century"] or found["only_century"])
    if not 1 <= number <= 21:
        return None
    before = (found["century_era"] or "").startswith("B")
    return Point(year=1 - 100 * number if before else 100 * (number - 1), span="century")


def _numeric(written: str) -> Point | None:
    """ "05.04.1992": day and month, in an order that only a number above 12 gives away."""
    first, second, year = map(int, re.split(r"[./-]", written))
    if first > 12 and second > 12 and "/" in written:
        return None
    if second > 12 >= first:
        return Point(year=year, month=first, day=second)
    point = Point(year=year, month=second, day=first)
    if first != second and 1 <= first <= 12:
        point.other_order = (first, second)
    return point


def _reading(prefix: str, phrase: _Phrase, first: Point) -> Reading:
    start, end, modifiers = phrase.start, phrase.end, phrase.modifiers
    relation: Relation = modifiers.relation
    edtf = to_edtf(first)
    earliest, latest = bounds(first)
    precision = first.precision
    last = end or first
    if start is None:
        edtf, earliest = "/" + edtf, None
    elif end is not None:
        latest = bounds(end)[1]
        edtf = f"{_end_edtf(first, earliest)}/{_end_edtf(end, latest)}"
        precision = coarser(precision, end.precision)
    elif phrase.opened:
        edtf = to_edtf(first, as_open_start=True) + phrase.opened
    elif phrase.onwards and relation == "in":
        relation = "since"
    if modifiers.opens_range and (end is not None or phrase.opened):
        relation = "in"
    if phrase.opened or phrase.onwards:
        latest = None
    if relation != "in":
        earliest, latest = _bounded(relation, (earliest, latest))
    ambiguous = first.other_order is not None or last.other_order is not None
    date = HistoricalDate(
        prefix + phrase.core[: phrase.at],
        edtf,
        earliest,
        latest,
        precision,
        relation,
        first.approximate or last.approximate,
        first.uncertain or last.uncertain or ambiguous,
    )
    bare = first.plain and last.plain and not phrase.opened and relation in ("in", "since")
    return Reading(phrase.at, date, bare=bare, ambiguous=ambiguous)


def _end_edtf(point: Point, outer: datetime.date | None) -> str:
    """One end of a range; EDTF allows no choice of days there, so it is the outer one."""
    return to_edtf(point) if point.other_order is None or outer is None else outer.isoformat()


def _bounded(relation: Relation, given: Bounds) -> Bounds:
    earliest, latest = given
    if relation in ("by", "until"):
        return None, latest
    if relation == "since":
        return earliest, None
    if relation == "before":
        return None, earliest - _ONE_DAY if earliest else None
    if relation == "after":
        return latest + _ONE_DAY if latest else None, None
    return earliest, latest
