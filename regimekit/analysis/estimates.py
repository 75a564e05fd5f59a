"""Figures for people harmed, listed as they stand."""

from collections.abc import Collection, Iterable

import msgspec

from regimekit.analysis.outline import Headings
from regimekit.model import Dossier, Estimate


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
