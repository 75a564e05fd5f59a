"""`regimekit timeline`: what happened when."""

from typing import Annotated

import typer

from regimekit.cli.charting import Chart, Spec, draw_entries
from regimekit.cli.options import Ascii, Data, Names, NoCache, NoColor, Quiet, Sections, each, given
from regimekit.cli.telling import Granularity, Kind, TimelineFormat


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
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help="Only what was read from these; may be repeated.", show_default=False),
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--person",
            metavar="NAME",
            help="Only statements that name this person, by family name or another name too.",
        ),
    ] = None,
    grep: Annotated[
        str | None,
        typer.Option("--grep", metavar="PATTERN", help="Only where the date or the statement fits; case is ignored."),
    ] = None,
    granularity: Annotated[
        Granularity, typer.Option("--granularity", help="A heading for each year, month or day.")
    ] = Granularity.year,
    parallel: Annotated[bool, typer.Option("--parallel", help="Side by side, a column for each dossier.")] = False,
    format: Annotated[
        TimelineFormat, typer.Option("--format", "-f", help="How to write the answer.")
    ] = TimelineFormat.table,
    chart: Chart = None,
    spec: Spec = False,
    ascii: Ascii = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """What happened when, in one regime or several.

    Dates stand as they are written, in the order of the earliest day that they
    can mean; an uncertain one is shown wherever it may lie between --from and
    --to, a span of years wherever it reaches into them. One that says less than
    the granularity is filed under what it does say.

    What debates, comparisons and the confidence assessment date is left out, unless
    --section names them: they tell of works and of other regimes.

    The strip at the top counts statements, each once, on its earliest day.
    """
    from regimekit.analysis.chronicle import chronicle
    from regimekit.analysis.timeline import BESIDE, Wanted, timeline, window
    from regimekit.cli.asked import date_asked, drawn_alone, in_order, one_view, pattern_asked, sections_asked
    from regimekit.cli.session import Session
    from regimekit.cli.telling import person_asked, room_for, show_timeline, tell_left_out

    first, last = date_asked("--from", start), date_asked("--to", end)
    in_order(first, last)
    asked = window(first, last)
    if chart or spec:
        drawn_alone(format.value)
    words = pattern_asked(grep)
    session = Session(given(context, data, quiet, no_color, no_cache))
    dossiers = session.dossiers(names)
    if parallel:
        one_view("--parallel", "--chart", bool(chart or spec))
        room_for(dossiers, format)
    about = person_asked(person, dossiers, session.given)
    sections = sections_asked(each(section), session.schema)
    wanted = Wanted(asked, sections, each(kind), about, words, () if sections else BESIDE)
    entries = timeline(dossiers, wanted)
    if chart or spec:
        draw_entries(entries, asked, dossiers, chart, spec, session.given)
    else:
        chapters = chronicle(entries, granularity.value, asked.first)
        show_timeline(chapters, dossiers, asked, format, parallel, ascii, session.given)
    tell_left_out(entries, dossiers, wanted, session)
