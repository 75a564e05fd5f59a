"""Which records of a dossier stand in which table: one for each row, in the order of the rows."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from regimekit.model.dossier import Dossier
from regimekit.model.table import Table
from regimekit.model.tables_cited import TABLES


class Kind(msgspec.Struct, frozen=True):
    """A table and the records of its rows."""

    table: Table
    of: Callable[[Dossier], Sequence[Any]]


def _keys(records: Sequence[Any]) -> list[str]:
    """The keys of the sources that records cite, one for each citation."""
    return [key for record in records for key in record.sources]


def _positions(dossier: Dossier) -> list[Any]:
    return [position for debate in dossier.debates for position in debate.positions]


_OF: dict[str, Callable[[Dossier], Sequence[Any]]] = {
    "dossiers": lambda dossier: (dossier,),
    "sections": lambda dossier: dossier.sections,
    "blocks": lambda dossier: [block for section in dossier.sections for block in section.blocks],
    "fields": lambda dossier: dossier.overview,
    "field_dates": lambda dossier: [date for field in dossier.overview for date in field.dates],
    "field_quantities": lambda dossier: [amount for field in dossier.overview for amount in field.quantities],
    "sources": lambda dossier: dossier.sources,
    "people": lambda dossier: dossier.people,
    "roles": lambda dossier: [role for person in dossier.people for role in person.roles],
    "person_sources": lambda dossier: _keys(dossier.people),
    "events": lambda dossier: dossier.events,
    "event_dates": lambda dossier: [date for event in dossier.events for date in event.dates],
    "event_sources": lambda dossier: _keys(dossier.events),
    "estimates": lambda dossier: dossier.estimates,
    "estimate_sources": lambda dossier: _keys(dossier.estimates),
    "statistics": lambda dossier: dossier.statistics,
    "statistic_sources": lambda dossier: _keys(dossier.statistics),
    "debates": lambda dossier: dossier.debates,
    "positions": _positions,
    "holders": lambda dossier: [name for position in _positions(dossier) for name in position.holders],
    "position_sources": lambda dossier: _keys(_positions(dossier)),
    "relations": lambda dossier: dossier.relations,
    "confidence_topics": lambda dossier: dossier.confidence.topics,
    "confidence_notes": lambda dossier: dossier.confidence.notes,
    "tags": lambda dossier: dossier.tags,
    "findings": lambda dossier: dossier.findings,
}

#: By the names of the tables, in their order.
KINDS = {table.name: Kind(table, _OF[table.name]) for table in TABLES}
