"""`regimekit stats`: what the folder holds, and what it lacks."""

import typer

from regimekit.cli.charting import Chart, Spec
from regimekit.cli.options import Ascii, Data, Format, ListingFormat, Names, NoCache, NoColor, Quiet, given


def stats(
    context: typer.Context,
    names: Names = None,
    format: Format = ListingFormat.table,
    chart: Chart = None,
    spec: Spec = False,
    ascii: Ascii = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """What the dossiers hold, and what to write next.

    Which dossier has which section of the schema, filled how far; how many
    records of each kind; how sure the dossiers are; the oldest sources; and a
    list of what is missing, with the reason and the line. --chart draws the
    sections as a heat map. Regimes are not ranked, by tolls or otherwise.
    """
    from regimekit.cli.counting import counted, draw_counted, show_counted
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color, no_cache))
    found = counted(session, names)
    if chart or spec:
        draw_counted(found, chart, spec, format, session.given)
    else:
        show_counted(found, format, session.given, ascii)
