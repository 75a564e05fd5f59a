"""`regimekit compare`: regimes side by side."""

from typing import Annotated

import typer

from regimekit.cli.options import (
    Data,
    Format,
    ListingFormat,
    Names,
    NoCache,
    NoColor,
    Quiet,
    complete_rows,
    each,
    given,
)


def compare(
    context: typer.Context,
    names: Names = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            metavar="NAME",
            help="Only this row, by its id or label, or a group of rows: overview, methods, …; may be repeated.",
            autocompletion=complete_rows,
            show_default=False,
        ),
    ] = None,
    differences: Annotated[
        bool, typer.Option("--differences", help="Only the rows in which the dossiers say different things.")
    ] = False,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Regimes side by side: what each dossier says of the same thing.

    The rows are those of the Overview as written, the time that the dates
    give, methods of control, figures and sections; numbers in brackets are
    lines. What a dossier does not say is "not given". Tolls stand as written,
    with what was read; they are not put on one scale.
    """
    from regimekit.cli.session import Session
    from regimekit.cli.side_by_side import show_side_by_side, side_asked

    session = Session(given(context, data, quiet, no_color, no_cache))
    show_side_by_side(side_asked(session, names, each(field), differences), format, session.given)
