"""`regimekit estimates`: how many were harmed, and who says so."""

from typing import Annotated

import typer

from regimekit.cli.charting import Chart, Spec
from regimekit.cli.options import (
    Data,
    Format,
    ListingFormat,
    Names,
    NoColor,
    Quiet,
    Sections,
    complete_measures,
    each,
    given,
)


def estimates(
    context: typer.Context,
    names: Names = None,
    comparing: Annotated[
        bool, typer.Option("--compare", help="Side by side what counts the same: dossier, event and measure.")
    ] = False,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            metavar="MEASURE",
            help="Only this measure: deaths, disappeared, detained, …; may be repeated.",
            autocompletion=complete_measures,
            show_default=False,
        ),
    ] = None,
    section: Sections = None,
    chart: Chart = None,
    spec: Spec = False,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """How many were harmed, and who says so.

    Each figure has its range, its author and its line. Nothing is added up,
    averaged or ranked. A bound that is not stated stays open; vague amounts
    ("tens of thousands") are listed, without a number.
    """
    from regimekit.analysis.estimates import compare, list_estimates
    from regimekit.cli.answer import show_rows
    from regimekit.cli.asked import measures_asked, sections_asked
    from regimekit.cli.session import Session
    from regimekit.exporting import listings
    from regimekit.rendering.estimates import comparison_screen, estimates_screen

    session = Session(given(context, data, quiet, no_color))
    dossiers = session.dossiers(names)
    if chart or spec:
        from regimekit.analysis.comparison import headlines, strata
        from regimekit.cli.charting import draw_strata

        found_strata = strata(dossiers, measures_asked(each(measure)), sections_asked(each(section), session.schema))
        draw_strata(
            found_strata if len(dossiers) == 1 else headlines(found_strata), dossiers, chart, spec, session.given
        )
        return
    found = list_estimates(dossiers, measures_asked(each(measure)), sections_asked(each(section), session.schema))
    titles = {dossier.path: dossier.title for dossier in dossiers}
    none = "No figure for people harmed fits what was asked."
    if comparing:
        groups = compare(found)
        write, draw = listings.list_comparisons, comparison_screen
        show_rows(groups, none, format, session.given, write, lambda groups: draw(groups, titles))
    else:
        write_all, draw_all = listings.list_estimates, estimates_screen
        show_rows(found, none, format, session.given, write_all, lambda found: draw_all(found, titles))
