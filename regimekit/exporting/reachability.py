"""What became of the addresses of sources, as JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.reachability import Link, Place
from regimekit.exporting.listings import Listing
from regimekit.exporting.tables import Row

LINK_CELLS = tuple("address state status says moved_to front_page redirects asked dossier path line title".split())


def list_links(links: Iterable[Link]) -> Listing:
    """One record an address; as CSV one row for each place that cites it."""
    several = tuple(links)
    rows = [_row(link, place) for link in several for place in link.places]
    return Listing([_record(link) for link in several], LINK_CELLS, rows, _COLUMNS)


_COLUMNS = {"State": "state", "Address": "address", "Says": "says", "Now at": "moved_to", "Cited at": "place"}


def _record(link: Link) -> dict[str, Any]:
    return {
        "address": link.address,
        "state": link.state,
        "status": link.status,
        "says": link.says,
        "moved_to": link.moved_to,
        "front_page": link.front_page,
        "redirects": link.redirects,
        "asked": link.asked.isoformat(timespec="seconds"),
        "cited": [
            {"dossier": place.slug, "path": place.path, "line": place.line, "title": place.title}
            for place in link.places
        ],
    }


def _row(link: Link, place: Place) -> Row:
    return {
        "address": link.address,
        "state": link.state,
        "status": None if link.status is None else str(link.status),  # a name, not an amount
        "says": link.says,
        "moved_to": link.moved_to,
        "front_page": link.front_page,
        "redirects": " ".join(f"{one.status} {one.address}" for one in link.redirects),
        "asked": link.asked.isoformat(timespec="seconds"),
        "dossier": place.slug,
        "path": place.path,
        "line": place.line,
        "title": place.title,
        "place": f"{place.path}:{place.line}",
    }
