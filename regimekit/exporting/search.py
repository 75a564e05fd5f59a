"""What was found in the text → a listing."""

from collections.abc import Sequence

from regimekit.exporting.listings import Listing
from regimekit.exporting.tables import Cell, Row
from regimekit.model.hit import Hit, Line

HIT_CELLS = ("dossier", "path", "line", "section", "heading", "text", "hits", "rank")


def list_hits(hits: Sequence[Hit]) -> Listing:
    """One record a line with a hit; ``hits`` are where in its text each begins and ends, counted from 0."""
    found = [(hit, line) for hit in hits for line in hit.lines]
    records = [{**_cells(hit, line), "hits": line.spans} for hit, line in found]
    rows: list[Row] = [
        {
            **_cells(hit, line),
            "hits": "; ".join(f"{first}-{last}" for first, last in line.spans),
            "place": f"{hit.path}:{line.number}",
        }
        for hit, line in found
    ]
    columns = {"Where": "place", "Section": "heading", "Text": "text"}
    return Listing(list(records), HIT_CELLS, rows, columns)


def _cells(hit: Hit, line: Line) -> dict[str, Cell]:
    return {
        "dossier": hit.slug,
        "path": hit.path,
        "line": line.number,
        "section": hit.section,
        "heading": hit.heading,
        "text": line.text,
        "rank": round(hit.rank, 6),
    }
