"""`regimekit sql`: questions in SQL."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, Format, ListingFormat, NoCache, NoColor, Quiet, given


def sql(
    context: typer.Context,
    statement: Annotated[
        str | None,
        typer.Argument(
            metavar="[STATEMENT]",
            help="What to ask; - reads it from stdin, and none lists the tables.",
            show_default=False,
        ),
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            "--database",
            metavar="FILE",
            help="Ask this database, as regimekit build made it, instead of the dossiers in use.",
            show_default=False,
        ),
    ] = None,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Ask the dossiers in SQL; nothing can be written.

    The database is that of the dossiers in use, brought up to date first and
    kept in the cache. docs/database.md says what stands in which table.
    """
    from regimekit.cli.asking import asked_of, statement_asked
    from regimekit.cli.databases import database_named

    options = given(context, data, quiet, no_color, no_cache)
    with database_named(options, database) as file:
        asked_of(file, statement_asked(statement), format, options)
