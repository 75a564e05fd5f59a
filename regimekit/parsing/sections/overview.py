"""The Overview: a table of fields, a list of labelled lines, or the header's keys."""

from __future__ import annotations

import re

from regimekit.model.date import HistoricalDate
from regimekit.model.overview import Field
from regimekit.model.quantity import Quantity
from regimekit.model.span import Span
from regimekit.parsing.dates import find_dates
from regimekit.parsing.labels import label_and_value
from regimekit.parsing.quantities import find_quantities
from regimekit.parsing.reading import Reading

_NOT_FIELDS = frozenset({"tags", "aliases", "related", "related_regimes", "cssclass", "cssclasses"})
_DIGIT = re.compile(r"\d")


def read_overview(reading: Reading) -> tuple[Field, ...]:
    """The fields in the order of the file, those of the header among them (``header`` is True there)."""
    fields = [
        _field(reading, entry.path.replace("_", " "), entry.value, entry.span, header=True)
        for entry in reading.header.fields
        if entry.path.split(".")[0] not in _NOT_FIELDS
    ]
    for passage in reading.within("overview"):
        pair = label_and_value(passage)
        if pair is not None:
            fields.append(_field(reading, *pair, Span(passage.first, passage.last), header=False))
    return tuple(fields)


def _field(reading: Reading, label: str, value: str, span: Span, *, header: bool) -> Field:
    ident = reading.schema.field_id(label)
    dates: tuple[HistoricalDate, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    if _DIGIT.search(value):
        found = find_dates(value)
        dates = tuple(one.date for one in found)
        quantities = tuple(one.quantity for one in find_quantities(value, [(one.start, one.end) for one in found]))
    terms = reading.schema.field_terms(ident, value)
    return Field(span, label, value, ident, dates, quantities, terms, header)
