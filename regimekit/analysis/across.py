"""Figures of different dossiers for the same thing that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from regimekit.analysis.apart import names_somebody
from regimekit.analysis.bounds import bounds, slack
from regimekit.analysis.columns import column_head, counts_deaths
from regimekit.analysis.contradictions import GRAVE, Contradiction, contradiction, sorted_by_place
from regimekit.analysis.estimates import Listed, list_estimates
from regimekit.analysis.subjects import is_distinctive
from regimekit.analysis.totals import COMPARED, Total, author, contradict, dispute, one_work
from regimekit.model import Dossier, Number, Relation

_Figure = tuple[Number | None, Number | None, str, str]  # bounds, qualifier, author
_Links = Mapping[str, frozenset[str]]  # the slugs to which the dossier at each path leads


class Across(msgspec.Struct, frozen=True):
    """What contradicts across dossiers, and two totals of each event for which named authors differ there."""

    contradictions: tuple[Contradiction, ...]
    disputes: tuple[tuple[Listed, Listed], ...]


def across(dossiers: Sequence[Dossier], counted: Iterable[Total]) -> Across:
    """Everything that contradicts between dossiers, whose totals are ``counted``, in the order of files and lines."""
    events = events_in_several(counted, dossiers)
    return Across(sorted_by_place((*events.contradictions, *tolls_elsewhere(dossiers))), events.disputes)


def events_in_several(several: Iterable[Total], dossiers: Iterable[Dossier]) -> Across:
    """Events of which several dossiers give the toll, and tolls that cannot all be true.

    An event is the same if its name is (a name that no other event bears:
    {santa, cruz, massacre}, never {great, purge}), both dossiers date it alike,
    and one of them links the other. A figure that several dossiers give is one figure; what contradicts
    within a dossier is that dossier's own affair.
    """
    events: dict[tuple[str, frozenset[str]], list[Total]] = {}
    for total in sorted(several, key=lambda total: total.place):
        if is_distinctive(total.about) and total.told.period is not None:
            events.setdefault((total.estimate.measure, total.about), []).append(total)
    links = {dossier.path: frozenset(relation.target for relation in dossier.relations) for dossier in dossiers}
    found: list[Contradiction] = []
    disputes: list[tuple[Listed, Listed]] = []
    for counted in events.values():
        pairs = list(_pairs(counted, links))
        found += [contradiction("event in two dossiers", later, earlier) for earlier, later in pairs]
        differing = dispute(counted, partial(_linked, links=links)) if not pairs else None
        disputes += [(differing[0].listed, differing[1].listed)] if differing else []
    return Across(tuple(found), tuple(disputes))


def _pairs(several: Sequence[Total], links: _Links) -> Iterator[tuple[Total, Total]]:
    """For each figure the first earlier one that it contradicts; figures that one dossier gives both are no pair."""
    given: dict[_Figure, dict[str, Total]] = {}  # by the slug of the dossier
    for total in several:
        figure = _figure(total)
        if len(given) < COMPARED or figure in given:
            given.setdefault(figure, {}).setdefault(total.listed.slug, total)
    figures = list(given.values())
    for place, later in enumerate(figures):
        for earlier in figures[:place]:
            pair = _linked_pair(earlier, later, links) if earlier.keys().isdisjoint(later) else None
            if pair is not None and _one_hand(*pair) and contradict(*pair):
                yield pair
                break


def _linked_pair(one: Mapping[str, Total], other: Mapping[str, Total], links: _Links) -> tuple[Total, Total] | None:
    """The first two dossiers with the one and the other figure of which one links the other."""
    for slug, total in one.items():
        for target in sorted(links[total.listed.path] & other.keys()):
            return one[slug], other[target]
    for slug, total in other.items():
        for target in sorted(links[total.listed.path] & one.keys()):
            return one[target], other[slug]
    return None


def _figure(total: Total) -> _Figure:
    quantity = total.estimate.quantity
    return quantity.low, quantity.high, quantity.qualifier, author(total.estimate)


def _one_hand(one: Total, other: Total) -> bool:
    """Whether nothing says that two dossiers follow different authors; footnotes are names too."""
    a, b = one.estimate, other.estimate
    if one_work(a, b):
        return True
    return a.attribution is None and b.attribution is None and not (a.sources and b.sources)


def _linked(one: Total, other: Total, *, links: _Links) -> bool:
    """Whether one of two dossiers leads to the other."""
    a, b = one.listed, other.listed
    return a.path != b.path and (b.slug in links[a.path] or a.slug in links[b.path])


_TOLL = re.compile(r"\b(?:death toll|tolls?|total deaths|deaths in (?:total|all)|in all|altogether)\b", re.I)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_IN_PART = re.compile(
    r"\b(?:alone|only|in one|at least one|including|excluding|of (?:them|whom|these)|executed|executions|famine|camps?"
    r"|prisons?|war|battle|massacre|civilians?|soldiers|per|a (?:day|year)|in (?:the )?first)\b",
    re.I,
)


def tolls_elsewhere(dossiers: Iterable[Dossier]) -> Iterator[Contradiction]:
    """Tolls that a comparison gives of a linked dossier, and that lie outside all that its own Overview says.

    Not below the lowest and not above everything together: the Overview's
    figures may count different people.
    """
    several = sorted(dossiers, key=lambda dossier: dossier.path)
    named: dict[str, list[Dossier]] = {}
    for dossier in several:
        named.setdefault(dossier.slug, []).append(dossier)
    for dossier in several:
        for listed, target in _compared(dossier):
            meant = named.get(target, [])
            if len(meant) == 1 and meant[0] is not dossier:
                yield from _outside(listed, meant[0])


def _outside(listed: Listed, meant: Dossier) -> Iterator[Contradiction]:
    tolls = [
        one
        for one in list_estimates([meant], sections=["overview"])
        if one.estimate.measure in GRAVE and one.estimate.part_of is None and one.estimate.quantity.unit == "people"
    ]
    said, ends = bounds(listed.estimate.quantity), [bounds(one.estimate.quantity) for one in tolls]
    known = [end for end in ends if end is not None]
    if said is None or not known or len(known) < len(ends):
        return
    by = author(listed.estimate)
    if by and by not in {author(one.estimate) for one in tolls}:
        return
    lowest, highest = min(end[0] for end in known), sum(end[1] for end in known)
    if lowest <= said[1] and said[0] <= highest:
        return
    where = "below" if said[1] < lowest else "above"
    own = ", ".join(one.estimate.quantity.verbatim for one in tolls)
    loose = slack(listed.estimate.quantity, *(one.estimate.quantity for one in tolls))
    why = f"{listed.estimate.quantity.verbatim} lies wholly {where} what its own Overview gives ({own}){loose}."
    about = meant.title or meant.slug
    yield Contradiction("toll in another dossier", about, (), listed.estimate.measure, listed, tuple(tolls), why)


def _compared(dossier: Dossier) -> Iterator[tuple[Listed, str]]:
    """Figures that a comparison gives as the toll of a regime, with the slug of that regime's dossier."""
    if not any(estimate.section == "comparisons" for estimate in dossier.estimates):
        return
    figures = list_estimates([dossier], ["deaths"], ["comparisons"])
    relations: dict[int, list[Relation]] = {}
    for relation in dossier.relations:
        relations.setdefault(relation.span.first, []).append(relation)
    on_line: dict[int, list[Listed]] = {}
    for one in figures:
        on_line.setdefault(one.estimate.span.first, []).append(one)
    for line, several in on_line.items():
        linked = relations.get(line, [])
        if len(several) != 1 or len(linked) != 1 or not linked[0].target or linked[0].fragment:
            continue
        if _is_toll(several[0], dossier):
            yield several[0], linked[0].target


def _is_toll(listed: Listed, dossier: Dossier) -> bool:
    """Whether the words around a figure, or the head of its column, say that it is the whole toll."""
    estimate = listed.estimate
    if estimate.scope.where or estimate.part_of is not None:
        return False
    if estimate.attribution is None and names_somebody(estimate):
        return False
    if " | " not in estimate.text:
        said = _TOLL.search(estimate.text) is not None
        return said and not _IN_PART.search(estimate.text) and not _YEAR.search(estimate.text)
    return counts_deaths(column_head(estimate, dossier))
