"""Which figures of several dossiers are one person, and which only may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from regimekit.analysis.figures import Appearance, Figure
from regimekit.analysis.names import fold
from regimekit.analysis.namesakes import (
    GENERATIONS,
    Words,
    dates_differ,
    is_full,
    is_fuller,
    is_over,
    is_part,
    name_key,
)
from regimekit.model import HistoricalDate

_LIFETIME = 100  # years; who is met in times further apart is two people
_TOLERANCE = 10  # years; a date so far off is no slip, and about a year does not reach so far
_COMMON = 100  # people under one family name: which of them is meant cannot be said one by one

Years = tuple[int, int]


class Doubt(NamedTuple):
    """Two groups, by their places, that may be one person, and why they are not joined."""

    one: int
    other: int
    reason: str


class Joined(NamedTuple):
    """The appearances of each person; the doubts; how many more share only a family name with a group, by its place."""

    groups: tuple[tuple[Appearance, ...], ...]
    doubts: tuple[Doubt, ...]
    crowds: dict[int, int]


class _Node:
    """Appearances in several dossiers that nothing tells apart: the same names, the same life, the same time."""

    def __init__(self, appearances: Sequence[Appearance], years: Years | None) -> None:
        figures = [one.figure for one in appearances]
        self.appearances = appearances
        self.years = years
        self.paths = {figure.path for figure in figures}
        self.keys = _keys(figures[0])
        self.born, self.died = figures[0].born, figures[0].died
        begun = [role.term.earliest.year for one in figures for role in one.roles if role.term and role.term.earliest]
        self.begun = min(begun, default=None)


def join(appearances: Iterable[Appearance], regimes: Mapping[str, Years | None]) -> Joined:
    """The appearances of each person, whatever the order of the dossiers; each stands in one group.

    Two are one person where they share a name of two words or more; a name that
    only adds to another ("Ana Lind", "Ana Lind Osk"), or is but one word, is
    enough where the birth or the death agrees. Nobody is joined to two people
    whom one dossier lists apart, or whose lives contradict each other.
    ``regimes`` are the years of the dossiers, by their paths.
    """
    nodes = _nodes(appearances, regimes)
    near: list[set[int]] = [set() for _ in nodes]
    reasons: dict[tuple[int, int], str] = {}
    pairs, crowds = _pairs(nodes)
    for pair in sorted(pairs):
        one, other = nodes[pair[0]], nodes[pair[1]]
        doubt = _doubt(one, other)
        lives = "" if doubt is None else _lives(one, other)
        if doubt is None or (doubt and lives):
            continue
        if doubt or lives:
            reasons[pair] = doubt or lives
        elif one.paths & other.paths:
            reasons[pair] = "one dossier lists both"
        else:
            near[pair[0]].add(pair[1])
            near[pair[1]].add(pair[0])
    for pair in _ambiguous(nodes, near):
        reasons[pair] = "the name fits several"
        near[pair[0]].discard(pair[1])
        near[pair[1]].discard(pair[0])
    groups = _groups(nodes, near, reasons)
    place = {at: number for number, group in enumerate(groups) for at in group}
    doubts: dict[tuple[int, int], str] = {}
    for (a, b), reason in sorted(reasons.items()):
        if place[a] != place[b]:
            doubts.setdefault((min(place[a], place[b]), max(place[a], place[b])), reason)
    return Joined(
        tuple(tuple(sorted((one for at in group for one in nodes[at].appearances), key=_order)) for group in groups),
        tuple(Doubt(*pair, reason) for pair, reason in sorted(doubts.items())),
        {place[at]: count for at, count in crowds.items()},
    )


def _order(appearance: Appearance) -> tuple[str, tuple[int, ...], str]:
    return appearance.figure.path, appearance.figure.lines, appearance.figure.name


def _keys(figure: Figure) -> tuple[Words, ...]:
    """The normal forms of a figure's names, that of its name first."""
    return tuple(dict.fromkeys(filter(None, map(name_key, (figure.name, *figure.aliases))))) or (("",),)


def _nodes(appearances: Iterable[Appearance], regimes: Mapping[str, Years | None]) -> list[_Node]:
    alike: dict[object, list[Appearance]] = {}
    seen: Counter[object] = Counter()
    for one in sorted(appearances, key=_order):
        figure = one.figure
        keys = _keys(figure)
        # two people of one dossier are never one node
        seen[keys[0], figure.path] += 1
        number = seen[keys[0], figure.path]
        known = (keys[0], frozenset(keys), _said(figure.born), _said(figure.died), number)
        offices = frozenset((fold(role.title), role.term.edtf) for role in figure.roles if role.term)
        alone = () if is_full(keys[0]) else offices or figure.path
        alike.setdefault((known, alone), []).append(one)
    return [node for several in alike.values() for node in _times(several, regimes)]


def _said(date: HistoricalDate | None) -> object:
    return date and (date.edtf, date.relation, date.approximate, date.uncertain)


def _times(several: list[Appearance], regimes: Mapping[str, Years | None]) -> Iterator[_Node]:
    """The appearances by the times in which people are met, where these are more than a life apart."""
    met = [(_years(one.figure, regimes), one) for one in several]
    parts: list[tuple[list[Appearance], Years]] = []
    for years, one in sorted(((years, one) for years, one in met if years), key=lambda each: each[0]):
        if parts and years[0] - parts[-1][1][1] <= _LIFETIME:
            parts[-1][0].append(one)
            parts[-1] = (parts[-1][0], (parts[-1][1][0], max(years[1], parts[-1][1][1])))
        else:
            parts.append(([one], years))
    if len(parts) == 1:
        yield _Node(several, parts[0][1])
        return
    for together, years in parts:
        yield _Node(together, years)
    undated = [one for years, one in met if years is None]
    if undated:
        yield _Node(undated, None)


def _years(figure: Figure, regimes: Mapping[str, Years | None]) -> Years | None:
    """The years of a life and its offices, else those of the regime."""
    dates = [date for date in (figure.born, figure.died, *(role.term for role in figure.roles)) if date]
    return years_of(dates) or regimes.get(figure.path)


def years_of(dates: Iterable[HistoricalDate]) -> Years | None:
    """The first and the last year of some dates, None where none has a bound."""
    days = [day for date in dates for day in (date.earliest, date.latest) if day]
    return (min(days).year, max(days).year) if days else None


def _pairs(nodes: Sequence[_Node]) -> tuple[set[tuple[int, int]], dict[int, int]]:
    """The nodes that share the rarest word of a name of one of them, and how many where these are too many."""
    index: dict[str, list[int]] = {}
    for at, node in enumerate(nodes):
        for word in frozenset(word for key in node.keys for word in key):
            index.setdefault(word, []).append(at)
    pairs: set[tuple[int, int]] = set()
    crowds: dict[int, int] = {}
    for at, node in enumerate(nodes):
        for number, key in enumerate(node.keys):
            whole = [word for word in key if not _is_small(word)] or key
            others = min((index[word] for word in whole), key=len)
            if is_full(key) or len(others) <= _COMMON:
                pairs.update((min(at, other), max(at, other)) for other in others if other != at)
            elif number == 0:
                crowds[at] = len(others) - 1
    return pairs, crowds


def _doubt(one: _Node, other: _Node) -> str | None:
    """Why two names may mean two people, "" where they surely mean one, None where they have nothing in common."""
    agree = any(a and b and a.edtf == b.edtf for a, b in ((one.born, other.born), (one.died, other.died)))
    # most names that share a word share no more: of these nothing further is asked
    shared = [(a, b) for a in one.keys for b in other.keys if _overlap(a, b)]
    own = [(a, b) for a, b in shared if a == one.keys[0] or b == other.keys[0]]
    if any(a == b and (is_full(a) or agree) for a, b in own):
        return ""
    if any(is_fuller(a, b) or is_fuller(b, a) for a, b in own):
        return "" if agree else "one name is part of the other"
    if any(a == b for a, b in own):
        return "it is no full name"
    if any(a == b for a, b in shared):
        return "they share another name"
    parts = any((_may_stand(a, one) and is_part(a, b)) or (_may_stand(b, other) and is_part(b, a)) for a, b in shared)
    return "one name is part of the other" if parts else None


def _overlap(one: Words, other: Words) -> bool:
    """Whether every word of the one name that is no initial stands in the other, or the other way round."""
    return any(all(word in b or _is_small(word) for word in a) for a, b in ((one, other), (other, one)))


def _is_small(word: str) -> bool:
    return len(word) == 1 or word in GENERATIONS


def _may_stand(key: Words, node: _Node) -> bool:
    """Whether a name may be a short form of a longer one: a nickname of one word is not."""
    return is_full(key) or key == node.keys[0]


def _lives(one: _Node, other: _Node) -> str:
    """Why two lives cannot be one, "" where they can."""
    born = one.born, other.born
    if dates_differ(*born) or _far(*born):
        return "another birth is given"
    if _far(one.died, other.died):
        return "a death many years apart is given"
    for a, b in ((one, other), (other, one)):
        gone = a.died.latest.year if a.died and a.died.latest else None
        if is_over(a.died, b.born) or (gone and b.begun and b.begun - gone > _TOLERANCE):
            return "the one was dead before the other's time"
    if one.years and other.years:
        gap = max(one.years[0], other.years[0]) - min(one.years[1], other.years[1])
        if gap > _LIFETIME:
            return "their times are more than a life apart"
    return ""


def _far(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    """Whether two dates, approximate ones too, are further apart than a slip."""
    if not (one and other and one.earliest and other.earliest and one.latest and other.latest):
        return False
    return max(one.earliest, other.earliest).year - min(one.latest, other.latest).year > _TOLERANCE


def _apart(one: _Node, other: _Node) -> bool:
    return bool(one.paths & other.paths or _lives(one, other))


def _ambiguous(nodes: Sequence[_Node], near: Sequence[set[int]]) -> list[tuple[int, int]]:
    """The ties of those who are tied to two that are not one person."""
    found = {
        (min(at, a), max(at, a))
        for at, others in enumerate(near)
        for a in others
        for b in others
        if a != b and _apart(nodes[a], nodes[b])
    }
    return sorted(found)


def _groups(nodes: Sequence[_Node], near: Sequence[set[int]], reasons: dict[tuple[int, int], str]) -> list[list[int]]:
    """The nodes that are tied to each other, in the order of their first figures."""
    groups: list[list[int]] = []
    seen: set[int] = set()
    for start in range(len(nodes)):
        if start in seen:
            continue
        group = [start]
        seen.add(start)
        for at in group:
            group += sorted(near[at] - seen)
            seen |= near[at]
        if any(_apart(nodes[a], nodes[b]) for a in group for b in group if a < b):
            # a chain of names whose ends are two people: no link of it is sure
            reasons.update({(a, b): "the name fits several" for a in group for b in near[a] if a < b})
            groups += [[at] for at in group]
        else:
            groups.append(group)
    return sorted(groups, key=lambda group: min(_order(one) for at in group for one in nodes[at].appearances))
