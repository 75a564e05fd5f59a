"""The comparison of regimes that a user asks for, and how it is shown."""

from collections.abc import Sequence
from typing import get_args

from regimekit.analysis.names import short_names
from regimekit.analysis.side_by_side import Asked, Expected, Row, RowGroup, SideBySide, chosen, rows_named, side_by_side
from regimekit.cli.answer import show_screen, write_listed
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat
from regimekit.cli.output import note
from regimekit.cli.session import Session
from regimekit.schema import Schema


def side_asked(session: Session, names: Sequence[str] | None, fields: Sequence[str], differences: bool) -> SideBySide:
    """The dossiers of these names side by side; raises RequestError where there is no such row, or one dossier."""
    schema = session.schema
    side = side_by_side(session.dossiers(names), asked(schema))
    if differences and len(side.columns) == 1:
        raise RequestError("--differences sets dossiers against each other; name at least two")
    wanted = [row for name in fields for row in rows_asked(side, name, schema)]
    return chosen(side, wanted if fields else None, differences)


def asked(schema: Schema) -> Asked:
    """What the comparison needs of the schema."""
    return Asked(
        tuple(Expected(field.id, field.label, field.required) for field in schema.fields),
        tuple(Expected(section.id, section.title, section.required) for section in schema.sections),
        schema.field_id,
        lambda text: schema.terms("regime_type", text) if "regime_type" in schema.vocabularies else (),
    )


def rows_asked(side: SideBySide, name: str, schema: Schema) -> tuple[Row, ...]:
    """The rows of a name."""
    found = rows_named(side, name, schema.field_id(name))
    if not found and name not in (groups := get_args(RowGroup)):
        known = ", ".join(dict.fromkeys((*groups, *(row.id for row in side.rows if row.given))))
        raise RequestError(f'--field: there is no row "{name}"; there are {known}')
    return found


def show_side_by_side(side: SideBySide, format: ListingFormat, given: Globals) -> None:
    """Print a comparison."""
    names = short_names(column.path for column in side.columns)
    if not side.columns:
        note("There is no dossier to compare.", given.quiet)
    elif not side.rows:
        note("Nothing to show: the dossiers say nothing of it, or do not differ in it.", given.quiet)
    if format is ListingFormat.table:
        if side.columns and side.rows:
            from regimekit.rendering.side_by_side import SideBySideScreen

            show_screen(SideBySideScreen(side, names), given)
        return
    from regimekit.exporting.side_by_side import write_side_by_side

    write_listed(write_side_by_side(side, names, format.value), format)
