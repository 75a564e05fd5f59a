"""All figures of some dossiers that cannot be true together."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from regimekit.analysis.across import events_in_several, tolls_elsewhere
from regimekit.analysis.contradictions import (
    Contradiction,
    contradicting_totals,
    inconsistent_citations,
    parts_exceeding,
    unsupported_tolls,
)
from regimekit.analysis.totals import Total, disputed, groups, totals
from regimekit.model import Dossier, Measure


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


def audit(dossiers: Iterable[Dossier], measures: Collection[Measure] = (), sections: Collection[str] = ()) -> Audit:
    """Everything that contradicts in these dossiers; with measures or sections, what has a figure of theirs."""
    several = sorted(dossiers, key=lambda dossier: dossier.path)
    within: list[Contradiction] = []
    everything: list[Total] = []
    disputes = 0
    for dossier in several:
        counted = totals(dossier)
        everything += counted
        found = [
            *contradicting_totals(counted),
            *inconsistent_citations(counted),
            *parts_exceeding(dossier),
            *unsupported_tolls(dossier),
        ]
        within += sorted(found, key=_place)
        disputes += sum(map(_is_disputed, groups(counted).values()))
    events = events_in_several(everything)
    across = sorted((*events.contradictions, *tolls_elsewhere(several)), key=_place)

    def asked(one: Contradiction) -> bool:
        figures = [listed.estimate for listed in one.figures]
        return (not measures or any(figure.measure in measures for figure in figures)) and (
            not sections or any(figure.section in sections for figure in figures)
        )

    return Audit(tuple(filter(asked, within)), tuple(filter(asked, across)), disputes + events.disputes, len(several))


def _place(one: Contradiction) -> tuple[object, ...]:
    return [(listed.path, listed.estimate.span.first) for listed in one.figures], one.kind


def _is_disputed(several: list[Total]) -> bool:
    return any(disputed(one, other) for place, other in enumerate(several) for one in several[:place])
