"""The table at the top of a dossier."""

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.model.quantity import Quantity
from regimekit.model.span import Span


class Field(msgspec.Struct, frozen=True):
    """One row of the Overview, or one key of the front matter.

    ``id`` is the schema's name of the field, None where the schema knows none.
    ``dates``, ``quantities`` and ``terms`` (of the schema's vocabulary for the
    field) are what the value says when read as those. ``header`` marks fields
    from the front matter.
    """

    span: Span
    label: str
    value: str
    id: str | None = None
    dates: tuple[HistoricalDate, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    terms: tuple[str, ...] = ()
    header: bool = False
