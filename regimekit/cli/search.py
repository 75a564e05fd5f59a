"""`regimekit search`: which sections say something, and where."""

from typing import Annotated

import typer

from regimekit.cli.options import (
    Data,
    Format,
    ListingFormat,
    NoCache,
    NoColor,
    Quiet,
    Sections,
    complete_dossiers,
    given,
)


def search(
    context: typer.Context,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...",
            help='Words that all have to be there; OR, NOT, NEAR(a b, 5), "a phrase", a beginning*, title:word.',
        ),
    ],
    section: Sections = None,
    regime: Annotated[
        list[str] | None,
        typer.Option(
            "--regime",
            metavar="NAME",
            help="Only in this dossier; may be repeated.",
            autocompletion=complete_dossiers,
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=1_000_000, metavar="N", help="At most so many sections.")
    ] = 20,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Search the text of the dossiers, the best sections first.

    Case and accents do not count. Several words have to stand in one section;
    words with signs in them, such as anti-fascist or 20,000, are looked for as
    they are.
    """
    from regimekit.cli.searching import asked, show_found
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color, no_cache))
    show_found(asked(session, " ".join(query), section, regime, limit), format, session.given)
