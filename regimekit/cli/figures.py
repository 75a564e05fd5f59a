"""`regimekit figures`: who was who."""

import typer

from regimekit.cli.options import Data, Format, ListingFormat, Names, NoColor, Quiet, given


def figures(
    context: typer.Context,
    names: Names = None,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Who was who: offices, life spans, fates.

    Entries on one person in a dossier are joined; the lines say where they stand.
    """
    from regimekit.analysis.figures import figures_of
    from regimekit.cli.answer import show_rows
    from regimekit.cli.session import Session
    from regimekit.exporting.listings import list_figures
    from regimekit.rendering.figures import figures_screen

    session = Session(given(context, data, quiet, no_color))
    dossiers = session.dossiers(names)
    titles = {dossier.path: dossier.title for dossier in dossiers}
    show_rows(
        figures_of(dossiers),
        "No figures are listed.",
        format,
        session.given,
        list_figures,
        lambda figures: figures_screen(figures, titles),
    )
