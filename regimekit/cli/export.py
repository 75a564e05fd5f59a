"""`regimekit export`: everything that was read, for other programs."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, NoCache, NoColor, Quiet, given


def export(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]", help="A folder or a file; none means the dossiers in use.", show_default=False
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="json.")] = "json",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to stdout.", show_default=False),
    ] = None,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Everything that was read, as JSON.

    Every record stands with its line; regimekit schema says what stands where.
    """
    from regimekit import __version__
    from regimekit.cli.files import save
    from regimekit.cli.output import write_bytes
    from regimekit.cli.session import sessions
    from regimekit.exporting import FORMATS
    from regimekit.exporting.flatten import flat_corpus

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    session = sessions(given(context, data, quiet, no_color, no_cache), (path,) if path else ())[0]
    written = FORMATS[format](flat_corpus(session.corpus, __version__))
    if output is None or output == "-":
        write_bytes(written)
    else:
        save(output, written)
