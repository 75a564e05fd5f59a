"""`regimekit sources`: where the dossiers have it from."""

from typing import Annotated

import typer

from regimekit.cli.checking_links import SILENCE, AllowPrivate, Check, Refresh, Timeout
from regimekit.cli.listing_sources import SourceFormat, complete_types
from regimekit.cli.options import Data, Names, NoCache, NoColor, Quiet, each, given


def sources(
    context: typer.Context,
    names: Names = None,
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Only of this type, in the schema's words; may be repeated.",
            autocompletion=complete_types,
            show_default=False,
        ),
    ] = None,
    older_than: Annotated[
        str | None,
        typer.Option("--older-than", metavar="AGE", help='Only last read before: "2y", "18m", "90d", "2023-05-01".'),
    ] = None,
    domain: Annotated[
        list[str] | None,
        typer.Option(
            "--domain",
            metavar="SITE",
            help='Only from this site and those below it: "wikipedia.org"; may be repeated.',
            show_default=False,
        ),
    ] = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="TEXT", help="Only under a heading of the list that says this.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--listed", help="Leave out links that only stand in the running text.")
    ] = False,
    unused: Annotated[
        bool, typer.Option("--unused", help="Only what is listed and cited nowhere in its dossier.")
    ] = False,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Only what several dossiers have, or one lists twice.")
    ] = False,
    encyclopedias: Annotated[
        bool, typer.Option("--encyclopedias", help="How many sources of each dossier are encyclopedias.")
    ] = False,
    check: Check = False,
    refresh: Refresh = False,
    timeout: Timeout = SILENCE,
    allow_private: AllowPrivate = False,
    format: Annotated[
        SourceFormat, typer.Option("--format", "-f", help="How to write the answer.")
    ] = SourceFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> int:
    """Where the dossiers have it from: lists, shares, bibliographies.

    The same address, DOI or ISBN, else the same title and publisher, is one
    source with one citation key, in however many dossiers it stands. The keys
    rest on the source alone: nothing that is added elsewhere changes them.

    --check asks the addresses of what is chosen, politely and obeying
    robots.txt, and keeps the answers for some days. Exit status 1 says that one
    is dead or has moved for good.
    """
    from regimekit.cli.asked import one_view
    from regimekit.cli.checking_links import check_links, only_with_check, terms
    from regimekit.cli.listing_sources import selected, show_encyclopedias, show_sources, wanted
    from regimekit.cli.session import Session

    only_with_check(check, refresh, timeout, allow_private)
    session = Session(given(context, data, quiet, no_color, no_cache))
    asked = wanted(each(type), older_than, each(domain), group, listed, session)
    dossiers = session.dossiers(names)
    if check:
        one_view("--check", "--encyclopedias", encyclopedias)
        entries = selected(dossiers, asked, unused, duplicates, session.given)
        return check_links(entries, format.value, terms(timeout, allow_private), refresh, session.given)
    if encyclopedias:
        one_view("--encyclopedias", "--unused", unused)
        one_view("--encyclopedias", "--duplicates", duplicates)
        show_encyclopedias(dossiers, asked, format, session.given)
    else:
        show_sources(dossiers, asked, unused, duplicates, format, session.given)
    return 0
