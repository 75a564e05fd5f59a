"""Figures of one dossier that cannot all be true, or that nothing in it bears out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from regimekit.analysis.apart import alike
from regimekit.analysis.bounds import bounds, exclude, side_of
from regimekit.analysis.estimates import Listed, list_estimates
from regimekit.analysis.subjects import label_of
from regimekit.analysis.totals import COMPARED, TALLIES, Total, author, contradict, groups, one_hand, one_work
from regimekit.model import Dossier, Estimate, Measure

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
    "same thing": "whether both count the same people, place and time; if they do, which of them the sources bear out.",
    "same author": "which of the two numbers the work gives, and for what.",
    "year of the work": "whether the figure stands in both works; if it does not, which year is right.",
    "parts exceed total": "whether the parts overlap, or one of the numbers is miswritten.",
    "toll without support": "where the Overview has its figure from; the body should give it too, with its author.",
    "event in two dossiers": "whether both mean the same event and people, and what their sources say.",
    "toll in another dossier": "whether the comparison counts what the Overview of the dossier counts.",
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
    parts: dict[int, list[int]] = {}
    for place, estimate in enumerate(dossier.estimates):
        if estimate.part_of is not None:
            parts.setdefault(estimate.part_of, []).append(place)
    for place, several in parts.items():
        total = dossier.estimates[place]
        most = bounds(total.quantity)
        alike = [part for part in several if _adds_to(dossier.estimates[part], total)]
        added = sum_of_parts(dossier.estimates[part] for part in alike)
        if most is None or not alike or added <= most[1] * (1 + _ROUNDING):
            continue
        why = f"The parts of {total.quantity.verbatim} add up to {added:,} at least, which is more."
        listed = list_estimates([dossier])
        one, others = listed[place], tuple(listed[part] for part in alike)
        yield Contradiction("parts exceed total", one.what or "", (), total.measure, one, others, why)


def _adds_to(part: Estimate, total: Estimate) -> bool:
    return part.measure == total.measure and part.quantity.low is not None


def sum_of_parts(parts: Iterable[Estimate]) -> int | float:
    """The lowest number to which the parts of one total add up."""
    return sum(part.quantity.low or 0 for part in parts)


def unsupported_tolls(dossier: Dossier) -> Iterator[Contradiction]:
    """Death tolls of the Overview that no figure of the body overlaps."""
    grave = [
        (place, estimate)
        for place, estimate in enumerate(dossier.estimates)
        if estimate.measure in GRAVE and bounds(estimate.quantity) is not None
    ]
    body = [estimate.quantity for _, estimate in grave if estimate.section not in TALLIES]
    for place, toll in grave:
        if toll.section != "overview" or not all(exclude(quantity, toll.quantity) for quantity in body):
            continue
        why = f"No figure of the body for dead or disappeared overlaps {toll.quantity.verbatim}."
        one = list_estimates([dossier])[place]
        yield Contradiction("toll without support", label_of(toll) or one.what or "", (), toll.measure, one, (), why)


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
    """Whether one number of one author is given out as of two works, for the same thing."""
    a, b = one.estimate, other.estimate
    if a.attribution is None or b.attribution is None or "" in (author(a), author(b)) or author(a) != author(b):
        return False
    years = a.attribution.year, b.attribution.year
    x, y = a.quantity, b.quantity
    same = (x.low, x.high, x.qualifier) == (y.low, y.high, y.qualifier)
    return same and None not in years and years[0] != years[1] and alike(one.told, other.told)


def contradiction(kind: ContradictionKind, one: Total, other: Total) -> Contradiction:
    """Two totals of one thing, and why they cannot both be true."""
    a, b = one.estimate, other.estimate
    if a.attribution and b.attribution and kind == "year of the work":
        years = sorted({a.attribution.year or 0, b.attribution.year or 0})
        why = f"The same figure is given as one of {years[0]} and as one of {years[1]} by {a.attribution.name}."
    else:
        why = f"{side_of(a.quantity, b.quantity)}."
    about = other.listed.what or one.listed.what or ""
    return Contradiction(kind, about, tuple(sorted(one.about)), a.measure, one.listed, (other.listed,), why)


def sorted_by_place(several: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """In the order of the files and lines of their figures."""

    def place(one: Contradiction) -> tuple[list[tuple[str, int]], str]:
        return [(listed.path, listed.estimate.span.first) for listed in one.figures], one.kind

    return tuple(sorted(several, key=place))
