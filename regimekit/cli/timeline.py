"""`regimekit timeline`: what happened when."""

from typing import Annotated

import typer

from regimekit.cli.charting import Chart, Spec
from regimekit.cli.options import Data, Format, ListingFormat, Names, NoColor, Quiet, Sections, each, given


def timeline(
    context: typer.Context,
    names: Names = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help='From this date on: "1928", "March 1933".')
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to this date, all of it included.")
    ] = None,
    section: Sections = None,
    chart: Chart = None,
    spec: Spec = False,
    format: Format = ListingFormat.table,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """What happened when, in one regime or several.

    Dates stand as they are written, in the order of the earliest day that they
    can mean; an uncertain one is shown wherever it may lie between --from and
    --to, a span of years wherever it reaches into them.
    """
    from regimekit.analysis.timeline import timeline, window
    from regimekit.cli.answer import show_rows
    from regimekit.cli.asked import date_asked, sections_asked
    from regimekit.cli.session import Session
    from regimekit.exporting.listings import list_events
    from regimekit.rendering.timeline import timeline_screen

    asked = window(date_asked("--from", start), date_asked("--to", end))
    session = Session(given(context, data, quiet, no_color))
    dossiers = session.dossiers(names)
    titles = {dossier.path: dossier.title for dossier in dossiers}
    found = timeline(dossiers, asked, sections_asked(each(section), session.schema))
    if chart or spec:
        from regimekit.cli.charting import draw_entries

        draw_entries(found, asked, dossiers, chart, spec, session.given)
        return
    show_rows(
        found,
        "No dated statement fits what was asked.",
        format,
        session.given,
        list_events,
        lambda entries: timeline_screen(entries, titles),
    )
