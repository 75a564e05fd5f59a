"""`regimekit build`: the folder as an SQLite database."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, NoCache, NoColor, Quiet, given


def build(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]", help="A folder or a file; none means the dossiers in use.", show_default=False
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The database to make or to bring up to date.")
    ] = "regimes.sqlite",
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """The folder as an SQLite database, for SQL, Datasette and other programs.

    Only files that have changed are read. The database is whole at every
    moment: a new one gets its name when it is complete, an old one changes in
    one transaction. docs/database.md says what stands in which table.
    """
    from pathlib import Path

    from regimekit.cli.building import told
    from regimekit.cli.databases import build_at
    from regimekit.cli.output import note
    from regimekit.cli.session import sessions

    session = sessions(given(context, data, quiet, no_color, no_cache), (path,) if path else ())[0]
    note(told(output, build_at(session, Path(output))), session.given.quiet)
