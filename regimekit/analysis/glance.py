"""A dossier at a glance: what it says in short, and how much of what it holds."""

from collections.abc import Collection

import msgspec

from regimekit.analysis.figures import Figure, figures
from regimekit.analysis.outline import Part, parts
from regimekit.analysis.timeline import timeline
from regimekit.model import Dossier, Estimate, Field, Relation


class Target(msgspec.Struct, frozen=True):
    """A relation, and whether a dossier of that name is written (None where it names none)."""

    relation: Relation
    written: bool | None


class Glance(msgspec.Struct, frozen=True):
    """The dossier, and the counts that its first screen gives.

    ``toll`` are the estimates read from each Overview field, by the field's
    line; ``years`` are the first and last year of its events, None for a
    dossier without any.
    """

    dossier: Dossier
    fields: tuple[tuple[Field, tuple[Estimate, ...]], ...]
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]
    years: tuple[int, int] | None
    attributed: int
    listed_sources: int
    relations: tuple[Target, ...]


def glance(dossier: Dossier, slugs: Collection[str] = ()) -> Glance:
    """What the first screen of a dossier shows; ``slugs`` are those of all dossiers of its folder."""
    fields = tuple(
        (field, tuple(estimate for estimate in dossier.estimates if estimate.span.first == field.span.first))
        for field in dossier.overview
    )
    dated = [entry for entry in timeline([dossier]) if entry.event.date.earliest or entry.event.date.latest]
    ends = [entry.event.date.latest or entry.first for entry in dated]
    known = {slug.casefold() for slug in slugs}
    return Glance(
        dossier,
        fields,
        figures(dossier),
        parts(dossier),
        (dated[0].first.year, max(ends).year) if dated else None,
        sum(1 for estimate in dossier.estimates if estimate.attribution is not None),
        sum(1 for source in dossier.sources if source.listed),
        tuple(
            Target(relation, relation.target.casefold() in known if relation.target else None)
            for relation in dossier.relations
        ),
    )
