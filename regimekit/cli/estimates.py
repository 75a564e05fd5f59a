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
    NoCache,
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
    no_cache: NoCache = False,
) -> None:
    """How many were harmed, and who says so.

    Each figure has its range, its author and its line. Nothing is added up,
    averaged or ranked: --mean, --sum and --rank are answered with the reason. A
    bound that is not stated stays open; vague amounts ("tens of thousands") are
    listed, without a number.

    What comparisons and the confidence assessment count is left out, unless
    --section names them: it repeats or corrects the figures of the body.

    --audit shows what a careful editor would look up: figures for one thing
    that exclude each other, and that no author's name, time or place tells
    apart; parts that exceed their total; an Overview that the body does not
    support; a work cited for two numbers; an event or a toll of which two
    dossiers (of those named) differ. Exit status 1 where there is any, as of
    lint. What named authors dispute is counted, and left out.
    """
    from regimekit.cli.estimating import Wanted, show_estimates
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color, no_cache))
    wanted = Wanted(
        comparing=comparing,
        all_strata=all_strata,
        split=split,
        pairs=pairs,
        per_year=per_year,
        per_capita=per_capita,
        auditing=auditing,
        measures=each(measure),
        sections=each(section),
        chart=chart,
        spec=spec,
        ascii=ascii,
        format=format,
    )
    raise typer.Exit(show_estimates(session, names, wanted))
