"""`regimekit estimates`: how many were harmed, and who says so."""

from typing import Annotated

import typer

from regimekit.cli.charting import Chart, Spec
from regimekit.cli.options import (
    Ascii,
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
        bool,
        typer.Option(
            "--compare",
            help="Side by side on a log axis what counts the same: dossier, event or scope, measure and period. "
            "Of several dossiers only the headline tolls, each on its own axis.",
        ),
    ] = False,
    all_strata: Annotated[
        bool, typer.Option("--all-strata", help="Of several dossiers, everything that --compare finds.")
    ] = False,
    split: Annotated[
        int | None,
        typer.Option(
            "--split",
            metavar="YEAR",
            help="Set figures made before this year against those made since (else the year that captions such as "
            '"Before 1991" give); implies --compare.',
            min=1500,
            max=2100,
        ),
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Say of each two ranges how they lie to each other; implies --compare.")
    ] = False,
    per_year: Annotated[
        bool,
        typer.Option(
            "--per-year",
            help="Also divide the headline toll by the length of the regime, where its dates are exact enough; "
            "implies --compare.",
        ),
    ] = False,
    per_capita: Annotated[
        bool,
        typer.Option(
            "--per-capita",
            help="Also divide the headline toll by the population, where the dossier gives one with a source; "
            "implies --compare.",
        ),
    ] = False,
    auditing: Annotated[
        bool, typer.Option("--audit", help="Figures that cannot be true together, within dossiers and across them.")
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
    ascii: Ascii = False,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """How many were harmed, and who says so.

    Each figure has its range, its author and its line. Nothing is added up,
    averaged or ranked: --mean, --sum and --rank are answered with the reason. A
    bound that is not stated stays open; vague amounts ("tens of thousands") are
    listed, without a number.

    --audit shows what a careful editor would look up: figures for one thing
    that exclude each other, and that no author's name, time or place tells
    apart; parts that exceed their total; an Overview that the body does not
    support; a work cited for two numbers; an event or a toll of which two
    dossiers (of those named) differ. Exit status 1 where there is any, as of
    lint. What named authors dispute is counted, and left out.
    """
    from regimekit.cli.asked import measures_asked, one_view, sections_asked
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color))
    measures, sections = measures_asked(each(measure)), sections_asked(each(section), session.schema)
    drawing = bool(chart or spec)
    comparing = bool(comparing or all_strata or split or pairs or per_year or per_capita or drawing)
    if auditing:
        from regimekit.cli.auditing import audit

        one_view("--audit", "--chart" if drawing else "--compare", comparing)
        raise typer.Exit(audit(session, names, measures, sections, format))
    dossiers = session.dossiers(names)
    if comparing:
        from regimekit.analysis.compared import Asked
        from regimekit.cli.comparing import View, answer, show_comparison

        headlines = len(dossiers) > 1 and not all_strata and not sections
        asked = Asked(measures, sections, headlines, split, per_year, per_capita)
        if drawing:
            from regimekit.cli.charting import draw_strata

            strata = [one.stratum for one in answer(session, dossiers, asked)]
            draw_strata(strata, split, dossiers, chart, spec, session.given)
            return
        show_comparison(session, dossiers, asked, View(pairs, ascii), format)
        return
    from regimekit.analysis.estimates import list_estimates
    from regimekit.cli.answer import show_rows
    from regimekit.exporting import listings
    from regimekit.rendering.estimates import estimates_screen

    titles = {dossier.path: dossier.title for dossier in dossiers}
    show_rows(
        list_estimates(dossiers, measures, sections),
        "No figure for people harmed fits what was asked.",
        format,
        session.given,
        listings.list_estimates,
        lambda found: estimates_screen(found, titles),
    )
