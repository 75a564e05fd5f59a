"""`regimekit build`: the folder as an SQLite database."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, NoCache, NoColor, Quiet, given


def build(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH|URL]",
            help="A folder or a file, with --on a URL too; none means the dossiers in use.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|URL",
            help="The database to make or to bring up to date; Parquet tables where it ends in / or .parquet.",
        ),
    ] = "regimes.sqlite",
    on: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--on",
            metavar="dask ADDRESS",
            help="Read the files on the Dask cluster of this scheduler, such as tcp://host:8786 (extra: dask).",
            show_default=False,
        ),
    ] = None,
    metadata: Annotated[
        str | None,
        typer.Option(
            "--metadata",
            metavar="FILE",
            help="Write a file for Datasette as well: what tables and columns mean, and labels for rows.",
            show_default=False,
        ),
    ] = None,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """The folder as an SQLite database, for SQL, Datasette and other programs.

    Only files that have changed are read. The database is whole at every
    moment: a new one gets its name when it is complete, an old one changes in
    one transaction. docs/database.md says what stands in which table.

    A URL is any that fsspec knows, such as s3://bucket/folder (extra: dask,
    and what fsspec asks for, such as s3fs). docs/scale.md says when a cluster
    is worth while: regimekit build --on dask tcp://host:8786 -o regimes.sqlite
    """
    from regimekit.cli.building import build_asked, source_asked
    from regimekit.cli.output import note

    told = given(context, data, quiet, no_color, no_cache)
    note(build_asked(source_asked(path, told, on is not None), output, on, told.quiet, metadata), told.quiet)
