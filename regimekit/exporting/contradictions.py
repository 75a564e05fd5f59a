"""Contradictions → listings: as JSON one record each with its figures, as CSV and Markdown one row a figure."""

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.contradictions import Contradiction
from regimekit.analysis.estimates import Listed
from regimekit.exporting.flatten import flat_estimate
from regimekit.exporting.listings import Listing
from regimekit.exporting.tables import Row

CONTRADICTION_CELLS = tuple(
    "contradiction kind about measure dossier path line section as_written low high qualifier attribution year sources"
    " explanation check".split()
)
_COLUMNS = {
    "No.": "contradiction",
    "Kind": "kind",
    "Measure": "measure",
    "About": "about",
    "As written": "as_written",
    "Whose figure": "attribution",
    "Year": "year",
    "Section": "section",
    "Where": "place",
    "Why": "explanation",
    "To check": "check",
}


def list_contradictions(contradictions: Iterable[Contradiction]) -> Listing:
    """Contradictions numbered from 1; the figures of one share its number."""
    several = tuple(contradictions)
    records: list[Any] = [
        {
            "kind": one.kind,
            "about": one.about,
            "subject": one.subject,
            "measure": one.measure,
            "explanation": one.explanation,
            "check": one.check,
            "figures": [_figure(listed) for listed in one.figures],
        }
        for one in several
    ]
    rows = [_row(number, one, listed) for number, one in enumerate(several, 1) for listed in one.figures]
    return Listing(records, CONTRADICTION_CELLS, rows, _COLUMNS)


def _figure(listed: Listed) -> dict[str, Any]:
    flat = flat_estimate(listed.estimate)
    values = {name: getattr(flat, name) for name in flat.__struct_fields__}
    return {"dossier": listed.slug, "path": listed.path, "what": listed.what, **values}


def _row(number: int, one: Contradiction, listed: Listed) -> Row:
    estimate = listed.estimate
    quantity, attribution = estimate.quantity, estimate.attribution
    return {
        "contradiction": number,
        "kind": one.kind,
        "about": one.about,
        "measure": one.measure,
        "dossier": listed.slug,
        "path": listed.path,
        "line": estimate.span.first,
        "place": f"{listed.path}:{estimate.span.first}",
        "section": estimate.section,
        "as_written": quantity.verbatim,
        "low": quantity.low,
        "high": quantity.high,
        "qualifier": quantity.qualifier,
        "attribution": attribution.name if attribution else None,
        "year": str(attribution.year) if attribution and attribution.year else None,
        "sources": "; ".join(estimate.sources),
        "explanation": one.explanation,
        "check": one.check,
    }
