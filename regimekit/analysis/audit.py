"""All figures of some dossiers that cannot be true together."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from regimekit.analysis.across import across
from regimekit.analysis.contradictions import (
    Contradiction,
    contradicting_totals,
    inconsistent_citations,
    parts_exceeding,
    sorted_by_place,
    unsupported_tolls,
)
from regimekit.analysis.estimates import Listed
from regimekit.analysis.totals import Total, dispute, groups, totals
from regimekit.model import Dossier


class Audit(msgspec.Struct, frozen=True):
    """What contradicts within each dossier, in the order of files and lines, and then across them.

    ``disputes`` counts the things for which named authors give numbers that
    exclude each other: no faults.
    """

    within: tuple[Contradiction, ...]
    across: tuple[Contradiction, ...]
    disputes: int
    dossiers: int

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Those within dossiers, then those across them."""
        return self.within + self.across


def audit(dossiers: Iterable[Dossier], measures: Collection[str] = (), sections: Collection[str] = ()) -> Audit:
    """Everything that contradicts in these dossiers; with measures or sections, what has a figure of theirs."""
    several = sorted(dossiers, key=lambda dossier: dossier.path)
    within: list[Contradiction] = []
    everything: list[Total] = []
    disputes: list[tuple[Listed, Listed]] = []
    for dossier in several:
        counted = totals(dossier)
        everything += counted
        within += sorted_by_place(
            (
                *contradicting_totals(counted),
                *inconsistent_citations(counted),
                *parts_exceeding(dossier),
                *unsupported_tolls(dossier),
            )
        )
        pairs = map(dispute, groups(counted).values())
        disputes += [(pair[0].listed, pair[1].listed) for pair in pairs if pair is not None]
    between = across(several, everything)

    def asked(figures: Iterable[Listed]) -> bool:
        estimates = [listed.estimate for listed in figures]
        return (not measures or any(one.measure in measures for one in estimates)) and (
            not sections or any(one.section in sections for one in estimates)
        )

    here, there = (tuple(one for one in found if asked(one.figures)) for found in (within, between.contradictions))
    return Audit(here, there, sum(map(asked, (*disputes, *between.disputes))), len(several))
