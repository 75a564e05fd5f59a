"""Contradictions → listings: as JSON one record each with its figures, as CSV and Markdown one row a figure."""

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.contradictions import Contradiction
from regimekit.analysis.estimates import Listed
from regimekit.exporting.listings import Listing, estimate_cells, estimate_record
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
            "figures": [estimate_record(listed) for listed in one.figures],
        }
        for one in several
    ]
    rows = [_row(number, one, listed) for number, one in enumerate(several, 1) for listed in one.figures]
    return Listing(records, CONTRADICTION_CELLS, rows, _COLUMNS)


def _row(number: int, one: Contradiction, listed: Listed) -> Row:
    return {
        **estimate_cells(listed),
        "contradiction": number,
        "kind": one.kind,
        "about": one.about,
        "measure": one.measure,
        "explanation": one.explanation,
        "check": one.check,
    }
