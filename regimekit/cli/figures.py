"""`regimekit figures`: who was who."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, Format, ListingFormat, Names, NoCache, NoColor, Quiet, given


def figures(
    context: typer.Context,
    names: Names = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role", metavar="TEXT", help='Only with such a rank, office or part: "minister", "chief police".'
        ),
    ] = None,
    fate: Annotated[
        str | None, typer.Option("--fate", metavar="TEXT", help='Only with such a fate: "exec" finds "executed 1949".')
    ] = None,
    grep: Annotated[
        str | None,
        typer.Option("--grep", metavar="PATTERN", help="Only where this regular expression fits what is said of them."),
    ] = None,
    by_dossier: Annotated[
        bool, typer.Option("--by-dossier", help="Dossier by dossier, and nobody joined across them.")
    ] = False,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Who was who: offices, life spans, fates.

    Over several dossiers each person once, with every dossier and role; over
    one, its people as it lists them. Two are joined by full name or alias. Who
    only may be the same (a family name alone, another year of birth) is kept
    apart, and it says so. Words of --role and --fate are beginnings of words,
    whatever their case and accents; --grep looks at names, aliases, roles, fate
    and text.
    """
    from regimekit.cli.asked import people_asked
    from regimekit.cli.listing_people import show_figures, show_people
    from regimekit.cli.session import Session

    asked = people_asked(role, fate, grep)
    session = Session(given(context, data, quiet, no_color, no_cache))
    dossiers = session.dossiers(names)
    show = show_figures if by_dossier or len(dossiers) == 1 else show_people
    show(dossiers, asked, format, session.given)
