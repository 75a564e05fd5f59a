"""`regimekit debates`: what historians disagree on."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, Format, ListingFormat, Names, NoCache, NoColor, Quiet, given


def debates(
    context: typer.Context,
    names: Names = None,
    holder: Annotated[
        str | None,
        typer.Option("--holder", metavar="NAME", help='Only positions that this scholar holds: "Kershaw".'),
    ] = None,
    grep: Annotated[
        str | None,
        typer.Option(
            "--grep", metavar="PATTERN", help="Only questions or positions that this regular expression fits."
        ),
    ] = None,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """What historians disagree on: the questions, the schools, who holds what.

    Positions stand in the order of the file; none is shown as the right one.
    Where a dossier names nobody for a position, it is held by nobody named. A
    family name or an initial in a text is enough for --holder: whether it is
    the same scholar has to be looked up in the line.
    """
    from regimekit.analysis.debates import debates
    from regimekit.cli.answer import show_rows
    from regimekit.cli.asked import name_asked, pattern_asked
    from regimekit.cli.session import Session
    from regimekit.exporting.debates import list_debates
    from regimekit.rendering.debates import debates_screen

    pattern, sought = pattern_asked(grep), name_asked("--holder", holder)
    session = Session(given(context, data, quiet, no_color, no_cache))
    dossiers = session.dossiers(names)
    titles = {dossier.path: dossier.title for dossier in dossiers}
    found = debates(dossiers, pattern, sought)
    none = "No debate is told." if grep is holder is None else "No debate fits what was asked."
    show_rows(found, none, format, session.given, list_debates, lambda found: debates_screen(found, titles))
