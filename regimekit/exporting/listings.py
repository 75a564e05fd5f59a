"""Answers of the analysis → listings, each of which can be written as JSON, CSV and Markdown."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import asdict

from regimekit.analysis.estimates import Listed
from regimekit.analysis.figures import Figure, role_text
from regimekit.analysis.timeline import Entry
from regimekit.exporting.flatten import flat_estimate, flat_event
from regimekit.exporting.tables import Cell, Row, to_csv, to_markdown
from regimekit.exporting.to_json import encode
from regimekit.model import HistoricalDate


class Listing(msgspec.Struct, frozen=True):
    """An answer ready to be written.

    ``records`` are whole, for JSON; ``rows`` hold the cells, ``header`` names
    those of the CSV, ``columns`` those of the Markdown with their titles.
    """

    records: list[Any]
    header: tuple[str, ...]
    rows: list[Row]
    columns: Mapping[str, str]


LISTING_FORMATS = ("json", "csv", "md")


def write_listing(listing: Listing, format: str) -> str:
    """The listing as "json", "csv" or "md"."""
    if format == "json":
        return encode(listing.records).decode()
    if format == "csv":
        return to_csv(listing.header, listing.rows)
    return to_markdown(listing.columns, listing.rows)


FIGURE_CELLS = tuple(
    "dossier path line name aliases honorific roles born born_edtf died died_edtf fate groups leader sources".split()
)


def list_figures(figures: Iterable[Figure]) -> Listing:
    """One record a person of a dossier."""
    several = tuple(figures)
    rows: list[Row] = [
        {
            "dossier": figure.slug,
            "path": figure.path,
            "line": figure.lines[0],
            "place": f"{figure.path}:{figure.lines[0]}",
            "name": figure.name,
            "aliases": _joined(figure.aliases),
            "honorific": figure.honorific,
            "roles": _joined(map(role_text, figure.roles)),
            "born": _verbatim(figure.born),
            "born_edtf": _edtf(figure.born),
            "died": _verbatim(figure.died),
            "died_edtf": _edtf(figure.died),
            "fate": figure.fate,
            "groups": _joined(figure.groups),
            "leader": figure.leader,
            "sources": _joined(figure.sources),
        }
        for figure in several
    ]
    columns = {
        "Dossier": "dossier",
        "Name": "name",
        "Also": "aliases",
        "Roles": "roles",
        "Born": "born",
        "Died": "died",
        "Fate": "fate",
        "Where": "place",
    }
    return Listing([_renamed(figure) for figure in several], FIGURE_CELLS, rows, columns)


EVENT_CELLS = tuple(
    "dossier path line last_line date edtf earliest latest relation precision approximate uncertain event kind section"
    " headings sources".split()
)


def list_events(entries: Iterable[Entry]) -> Listing:
    """One record a dated statement."""
    records: list[Any] = []
    rows: list[Row] = []
    for entry in entries:
        flat = asdict(flat_event(entry.event))
        records.append({"dossier": entry.slug, "path": entry.path, **flat})
        rows.append(
            {
                "dossier": entry.slug,
                "path": entry.path,
                "line": flat["line"],
                "place": f"{entry.path}:{flat['line']}",
                "last_line": flat["last_line"],
                "date": flat["verbatim"],
                "edtf": flat["edtf"],
                "earliest": _day(flat["earliest"]),
                "latest": _day(flat["latest"]),
                "relation": flat["relation"],
                "precision": flat["precision"],
                "approximate": flat["approximate"],
                "uncertain": flat["uncertain"],
                "event": flat["title"],
                "kind": flat["kind"],
                "section": flat["section"],
                "headings": _joined(flat["headings"], " > "),
                "sources": _joined(flat["sources"]),
            }
        )
    columns = {"Date": "date", "EDTF": "edtf", "Dossier": "dossier", "Event": "event", "Where": "place"}
    return Listing(records, EVENT_CELLS, rows, columns)


ESTIMATE_CELLS = tuple(
    "dossier path line last_line measure what where when who as_written low high point qualifier magnitude unit"
    " attribution year attribution_kind caption part_of section sources text".split()
)


def list_estimates(listed: Iterable[Listed]) -> Listing:
    """One record an estimate, as they stand in the files."""
    several = tuple(listed)
    return Listing(
        [estimate_record(one) for one in several], ESTIMATE_CELLS, [estimate_cells(one) for one in several], _COLUMNS
    )


_COLUMNS = {
    "Dossier": "dossier",
    "Measure": "measure",
    "What": "what",
    "As written": "as_written",
    "Low": "low",
    "High": "high",
    "Qualifier": "qualifier",
    "Whose figure": "attribution",
    "Year": "year",
    "Kind": "attribution_kind",
    "Caption": "caption",
    "Where": "place",
}


def estimate_record(one: Listed) -> dict[str, Any]:
    """An estimate whole, with its dossier."""
    return {"dossier": one.slug, "path": one.path, "what": one.what, **asdict(flat_estimate(one.estimate))}


def estimate_cells(one: Listed) -> Row:
    """An estimate as cells: those of ESTIMATE_CELLS and its place."""
    flat = asdict(flat_estimate(one.estimate))
    scope, attribution = one.estimate.scope, one.estimate.attribution
    cells: dict[str, Cell] = {
        "dossier": one.slug,
        "path": one.path,
        "what": one.what,
        "where": scope.where,
        "when": _verbatim(scope.when),
        "who": scope.who,
        "as_written": flat["verbatim"],
        "attribution": attribution.name if attribution else None,
        "year": str(attribution.year) if attribution and attribution.year else None,
        "attribution_kind": attribution.kind if attribution else None,
        "sources": _joined(flat["sources"]),
    }
    place = f"{one.path}:{flat['line']}"
    return {cell: cells[cell] if cell in cells else flat[cell] for cell in ESTIMATE_CELLS} | {"place": place}


def _renamed(figure: Figure) -> dict[str, Any]:
    """A figure under the names that all listings use: "dossier" for the slug, "line" for the first of its lines."""
    values = asdict(figure)
    return {"dossier": values.pop("slug"), "path": values.pop("path"), "line": figure.lines[0], **values}


def _joined(several: Iterable[str], by: str = "; ") -> str:
    return by.join(several)


def _verbatim(date: HistoricalDate | None) -> str | None:
    return date.verbatim if date else None


def _edtf(date: HistoricalDate | None) -> str | None:
    return date.edtf if date else None


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
