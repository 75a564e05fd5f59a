"""Figures of one dossier that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from regimekit.analysis.bounds import bounds, exclude, relation
from regimekit.analysis.estimates import Listed, list_estimates
from regimekit.analysis.totals import COMPARED, TALLIES, Total, contradict, groups, one_hand, one_work
from regimekit.model import Dossier, Measure

GRAVE = frozenset({"deaths", "disappeared"})
_ROUNDING = 0.05  # of a sum: parts are rounded one by one

ContradictionKind = Literal[
    "same thing",
    "same author",
    "year of the work",
    "parts exceed total",
    "toll without support",
    "event in two dossiers",
    "toll in another dossier",
]

CHECKS: dict[ContradictionKind, str] = {
    "same thing": "Whether both count the same people, place and time; say so where they do not, or keep the one that"
    " the sources bear out.",
    "same author": "The work itself: which of the two numbers it gives, and for what.",
    "year of the work": "Whether the figure stands in both works; else which year is right.",
    "parts exceed total": "Whether the parts overlap, or one of the numbers is miswritten.",
    "toll without support": "Where the Overview has its figure from; the body should give it too, with its author.",
    "event in two dossiers": "Whether both dossiers mean the same event and people, and what their sources say.",
    "toll in another dossier": "The figure in the comparison against the Overview of the dossier that it links.",
}


class Contradiction(msgspec.Struct, frozen=True):
    """Figures that cannot all be true.

    ``about`` names what is counted, as written; ``subject`` are the words by
    which the figures were found to count the same. ``one`` is the figure that
    is at fault with the ``others``; those may be none, where nothing supports
    it. ``explanation`` says why they cannot all be true.
    """

    kind: ContradictionKind
    about: str
    subject: tuple[str, ...]
    measure: Measure
    one: Listed
    others: tuple[Listed, ...]
    explanation: str

    @property
    def figures(self) -> tuple[Listed, ...]:
        """All of its figures, in the order of files and lines."""
        several = (self.one, *self.others)
        if self.kind in ("parts exceed total", "toll without support"):
            return several
        return tuple(sorted(several, key=lambda listed: (listed.path, listed.estimate.span.first)))

    @property
    def check(self) -> str:
        """What to look up, in a sentence."""
        return CHECKS[self.kind]


def parts_exceeding(dossier: Dossier) -> Iterator[Contradiction]:
    """Totals whose parts add up to more; a total that is open upwards is exceeded by none."""
    listed = list_estimates([dossier])
    parts: dict[int, list[Listed]] = {}
    for one in listed:
        if one.estimate.part_of is not None:
            parts.setdefault(one.estimate.part_of, []).append(one)
    for place, several in parts.items():
        total = listed[place]
        most = bounds(total.estimate.quantity)
        measure = total.estimate.measure
        alike = [one for one in several if one.estimate.measure == measure and one.estimate.quantity.low is not None]
        added = sum_of_parts(alike)
        if most is None or not alike or added <= most[1] * (1 + _ROUNDING):
            continue
        why = f"The parts of {total.estimate.quantity.verbatim} add up to {added:,} at least, which is more."
        yield Contradiction("parts exceed total", total.what or "", (), measure, total, tuple(alike), why)


def sum_of_parts(parts: Iterable[Listed]) -> int | float:
    """The lowest number to which the parts of one total add up."""
    return sum(one.estimate.quantity.low or 0 for one in parts)


def unsupported_tolls(dossier: Dossier) -> Iterator[Contradiction]:
    """Death tolls of the Overview with which no figure of the body can be true together."""
    listed = list_estimates([dossier])
    body = [one.estimate for one in listed if one.estimate.section not in TALLIES and one.estimate.measure in GRAVE]
    body = [one for one in body if bounds(one.quantity) is not None]
    for toll in listed:
        estimate = toll.estimate
        if estimate.section != "overview" or estimate.measure not in GRAVE or bounds(estimate.quantity) is None:
            continue
        if all(exclude(one.quantity, estimate.quantity) for one in body):
            why = (
                f"No figure of the body for dead or disappeared can be true together with {estimate.quantity.verbatim}."
            )
            yield Contradiction("toll without support", toll.what or "", (), estimate.measure, toll, (), why)


def contradicting_totals(totals: Iterable[Total]) -> Iterator[Contradiction]:
    """Totals of one dossier for the same thing that cannot both be true, and that nobody's name tells apart.

    Each is held against the first earlier one that it contradicts.
    """
    known: dict[tuple[str, frozenset[str]], list[Total]] = {}
    for total in totals:
        if total.by_author:
            continue
        same = known.setdefault((total.estimate.measure, total.about), [])
        for other in same:
            if one_hand(total.estimate, other.estimate) and contradict(total, other):
                yield contradiction("same thing", total, other)
                break
        if len(same) < COMPARED:
            same.append(total)


def inconsistent_citations(totals: Iterable[Total]) -> Iterator[Contradiction]:
    """Figures of one author for one thing that differ between two sections, or of works of different years.

    Rows of one table stand side by side for all to see, and are let be.
    """
    for several in groups(totals).values():
        for place, total in enumerate(several):
            for other in several[:place]:
                if total.headings == other.headings or not (total.by_author or other.by_author):
                    continue
                if one_work(total.estimate, other.estimate) and contradict(total, other):
                    yield contradiction("same author", total, other)
                    break
                if _another_year(total, other):
                    yield contradiction("year of the work", total, other)
                    break


def _another_year(one: Total, other: Total) -> bool:
    """Whether one number of one author is given out as of two works, for the same thing in the same words."""
    a, b = one.estimate, other.estimate
    if a.attribution is None or b.attribution is None or a.attribution.name != b.attribution.name:
        return False
    same = (a.quantity.low, a.quantity.high, a.quantity.qualifier) == (
        b.quantity.low,
        b.quantity.high,
        b.quantity.qualifier,
    )
    years = a.attribution.year, b.attribution.year
    return same and None not in years and years[0] != years[1] and one.told == other.told


def contradiction(kind: ContradictionKind, one: Total, other: Total) -> Contradiction:
    """Two totals of one thing, and why they cannot both be true."""
    a, b = one.estimate, other.estimate
    if a.attribution and b.attribution and kind == "year of the work":
        years = sorted({a.attribution.year or 0, b.attribution.year or 0})
        why = f"The same figure is given as one of {years[0]} and as one of {years[1]} by {a.attribution.name}."
    else:
        why = f"{relation(a.quantity, b.quantity)}."
    about = other.listed.what or one.listed.what or ""
    return Contradiction(kind, about, tuple(sorted(one.about)), a.measure, one.listed, (other.listed,), why)
