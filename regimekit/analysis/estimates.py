"""Figures for people harmed: listed as they stand, and set side by side where they count the same thing."""

from collections.abc import Collection, Iterable

import msgspec

from regimekit.analysis.names import fold
from regimekit.analysis.outline import Headings
from regimekit.model import Dossier, Estimate, Measure


class Listed(msgspec.Struct, frozen=True):
    """An estimate with its dossier.

    ``what`` is the event it counts or, where it names none, the heading above
    it; ``caption`` is the estimate's where that says anything else.
    """

    slug: str
    path: str
    what: str | None
    estimate: Estimate
    caption: str | None = None


class Comparison(msgspec.Struct, frozen=True):
    """Estimates of one measure for one event of one dossier, in the order in which it gives them."""

    slug: str
    path: str
    what: str | None
    measure: Measure
    rows: tuple[Listed, ...]


def list_estimates(
    dossiers: Iterable[Dossier], measures: Collection[str] = (), sections: Collection[str] = ()
) -> tuple[Listed, ...]:
    """The estimates of these dossiers as they stand in the files; no measures or sections means all."""
    found: list[Listed] = []
    for dossier in dossiers:
        headings = Headings(dossier)
        for estimate in dossier.estimates:
            if (measures and estimate.measure not in measures) or (sections and estimate.section not in sections):
                continue
            heading = headings.above(estimate.span.first)
            what = estimate.scope.what or heading
            caption = estimate.caption if estimate.caption not in (what, heading) else None
            found.append(Listed(dossier.slug, dossier.path, what, estimate, caption))
    return tuple(found)


def compare(listed: Iterable[Listed]) -> tuple[Comparison, ...]:
    """Brings together what counts the same: dossier, event and measure agree.

    Nothing is added up, averaged or ranked: groups stand in the order of their
    first estimate, estimates in the order of the file.
    """
    groups: dict[tuple[str, str, str], list[Listed]] = {}
    for one in listed:
        groups.setdefault((one.path, fold(one.what or ""), one.estimate.measure), []).append(one)
    return tuple(
        Comparison(rows[0].slug, rows[0].path, rows[0].what, rows[0].estimate.measure, tuple(rows))
        for rows in groups.values()
    )
