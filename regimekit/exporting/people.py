"""The people of several dossiers as JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import asdict

from regimekit.analysis.figures import Appearance
from regimekit.analysis.people import Individual, Place, Said
from regimekit.exporting.listings import FIGURE_CELLS, Listing, list_figures
from regimekit.exporting.tables import Row
from regimekit.model import Person

PERSON_CELLS = ("person", "person_name", *FIGURE_CELLS, "may_be", "may_be_others")


def list_people(people: Iterable[Individual]) -> Listing:
    """One record a person; as CSV and Markdown one row an appearance, with the person's id."""
    several = tuple(people)
    columns = {
        "Person": "person_name",
        "Dossier": "dossier",
        "Named": "name",
        "Also": "aliases",
        "Roles": "roles",
        "Born": "born",
        "Died": "died",
        "Fate": "fate",
        "Where": "place",
        "May be the same as": "may_be",
    }
    return Listing(
        [_record(one) for one in several], PERSON_CELLS, [row for one in several for row in _rows(one)], columns
    )


def _rows(one: Individual) -> list[Row]:
    own = {
        "person": one.id,
        "person_name": one.name,
        "may_be": "; ".join(f"{other.id} ({other.reason})" for other in one.possible) or None,
        "may_be_others": one.crowd,
    }
    return [{**row, **own} for row in list_figures(appearance.figure for appearance in one.appearances).rows]


def _record(one: Individual) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "aliases": one.aliases,
        "born": [_said(said) for said in one.born],
        "died": [_said(said) for said in one.died],
        "appearances": [_appearance(appearance) for appearance in one.appearances],
        "may_be": [
            {"id": other.id, "name": other.name, **_place(other.place), "reason": other.reason}
            for other in one.possible
        ],
        "may_be_others": one.crowd,
    }


def _said(said: Said) -> dict[str, Any]:
    return {"date": said.date, "places": [_place(place) for place in said.places]}


def _place(place: Place) -> dict[str, Any]:
    return {"dossier": place.slug, "path": place.path, "line": place.line}


def _appearance(appearance: Appearance) -> dict[str, Any]:
    (record,) = list_figures([appearance.figure]).records
    return {**record, "entries": [_entry(entry) for entry in appearance.entries]}


def _entry(entry: Person) -> dict[str, Any]:
    fields = asdict(entry)
    span = fields.pop("span")
    return {"line": span.first, "last_line": span.last, **fields}
