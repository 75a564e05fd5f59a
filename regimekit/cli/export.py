"""`regimekit export`: everything that was read, for other programs."""

from typing import Annotated

import typer

from regimekit.cli.exporting import ExportFormat
from regimekit.cli.options import Data, NoCache, NoColor, Quiet, complete_dossiers, each, given


def export(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH|NAME]...",
            help="A folder or a file, or parts of the names of dossiers in use; none means all of these.",
            autocompletion=complete_dossiers,
            show_default=False,
        ),
    ] = None,
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="How to write it.")] = ExportFormat.json,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write there instead of to stdout; a folder where the format makes several files.",
            show_default=False,
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="What the identifiers in jsonld start with; urn:regimekit: unless given.",
            show_default=False,
        ),
    ] = None,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Everything that was read, for other programs.

    json, jsonl and jsonld (linked data: schema.org with EDTF dates) are one
    stream. sqlite is one file, as build makes it. csv and parquet (extra:
    parquet) are one file a table, md is one file a dossier, in canonical form:
    they need a folder, -o DIR. Markdown of one dossier also goes to stdout.

    A folder is filled once everything is written, and nothing in it is
    replaced or removed but what an earlier export put there and nobody has
    changed since.

    Every record stands with its line. docs/exporting.md shows each format;
    regimekit schema prints the JSON Schema of json.
    """
    from regimekit.cli.exporting import asked, base_asked, export_to

    start = base_asked(base, format)
    export_to(asked(each(names), given(context, data, quiet, no_color, no_cache)), format, output, start)
