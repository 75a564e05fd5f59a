"""What `regimekit timeline` is asked for, and how its answer goes to stdout."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from regimekit.cli.answer import show_rows, show_screen
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat
from regimekit.cli.output import note, width, write_bytes, write_harmless

if TYPE_CHECKING:
    from regimekit.analysis.chronicle import Chapter
    from regimekit.analysis.naming import Naming
    from regimekit.analysis.timeline import Entry, Wanted, Window
    from regimekit.cli.session import Session
    from regimekit.model import Dossier

NONE = "No dated statement fits what was asked."
_MOST_NAMED = 8  # people in a sentence


class TimelineFormat(StrEnum):
    """How a timeline is written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    timelinejs = "timelinejs"
    mermaid = "mermaid"
    ics = "ics"
    edtf = "edtf"


class Kind(StrEnum):
    """Where a statement was read; the model's EventKind."""

    heading = "heading"
    event = "event"
    table = "table"
    prose = "prose"
    header = "header"


class Granularity(StrEnum):
    """For what there is a heading."""

    year = "year"
    month = "month"
    day = "day"


def person_asked(wanted: str | None, dossiers: Sequence["Dossier"], given: Globals) -> "Naming | None":
    """Whom a name means; where it may mean several, or no list has it, that is said on stderr."""
    from regimekit.analysis.names import fold
    from regimekit.analysis.naming import naming

    if wanted is None:
        return None
    if not fold(wanted):
        raise RequestError(f'--person: "{wanted}" is no name')
    found = naming(wanted, dossiers)
    if not found.meant:
        note(f'No list of figures has "{wanted}"; it is looked for as text.', given.quiet)
    elif len(found.meant) > 1:
        said = f'"{wanted}" may mean {_either(found.meant)}: statements that name any of them are shown'
        note(f"{said}; give more of the name for one of them.", given.quiet)
    elif found.shared:
        said = f"{found.meant[0]} shares a name with {_either(found.shared)}"
        note(f"{said}: statements with that name alone are shown and may mean another.", given.quiet)
    return found


def tell_left_out(
    entries: Sequence["Entry"], dossiers: Sequence["Dossier"], wanted: "Wanted", session: "Session"
) -> None:
    """Say on stderr how many statements fit but for their section."""
    import msgspec

    from regimekit.analysis.timeline import timeline

    every = timeline(dossiers, msgspec.structs.replace(wanted, without=())) if wanted.without else entries
    if len(every) > len(entries):
        there = {entry.event.section for entry in every}
        titles = [one.title for one in session.schema.sections if one.id in wanted.without and one.id in there]
        note(f"{len(every) - len(entries)} more in {', '.join(titles)} (--section)", session.given.quiet)


def _either(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return " or ".join(names[:_MOST_NAMED]) + (f" or {more} more" if more > 0 else "")


def show_timeline(
    chapters: Sequence["Chapter"],
    dossiers: Sequence["Dossier"],
    window: "Window",
    format: TimelineFormat,
    parallel: bool,
    ascii: bool,
    given: Globals,
) -> None:
    """Print a timeline as a screen, a listing or a file for other programs."""
    titles = {dossier.path: dossier.title for dossier in dossiers}
    if format is TimelineFormat.table:
        from regimekit.rendering.parallel import parallel_screen
        from regimekit.rendering.timeline import timeline_screen

        if chapters:
            draw = parallel_screen if parallel else timeline_screen
            show_screen(draw(chapters, titles, window.first), given, ascii)
        else:
            note(NONE, given.quiet)
    elif format.value in set(ListingFormat):
        from regimekit.exporting.listings import list_events

        entries = [entry for chapter in chapters for entry in chapter.entries]
        show_rows(entries, NONE, ListingFormat(format.value), given, list_events, lambda _: None)
    else:
        _write_file(chapters, dossiers, format, given)


def _write_file(
    chapters: Sequence["Chapter"], dossiers: Sequence["Dossier"], format: TimelineFormat, given: Globals
) -> None:
    from regimekit.exporting.telling import Telling
    from regimekit.exporting.timelines import TIMELINE_FORMATS

    if not chapters:
        note(NONE, given.quiet)
        return
    telling = Telling(tuple(chapters), {dossier.path: dossier for dossier in dossiers})
    written = TIMELINE_FORMATS[format.value](telling)
    if format in (TimelineFormat.timelinejs, TimelineFormat.ics):
        write_bytes(written.data)  # JSON is UTF-8, and the lines of a calendar end as they do on no other
    else:
        write_harmless(written.data.decode())
    for said in written.notes:
        note(said, given.quiet)


def room_for(dossiers: Sequence["Dossier"], format: TimelineFormat) -> None:
    """Raises RequestError where --parallel cannot show so many dossiers, or is asked of a file."""
    from regimekit.rendering.parallel import most_dossiers

    if format is not TimelineFormat.table:
        raise RequestError(f"--parallel is a screen; --format {format.value} lists the statements one by one")
    columns = width()
    most = most_dossiers(columns) if columns else len(dossiers)
    if len(dossiers) > most:
        raise RequestError(
            f"{len(dossiers)} dossiers do not fit side by side in {columns} columns (room for {most}):"
            " name fewer, widen the terminal (or set COLUMNS), or leave out --parallel"
        )
