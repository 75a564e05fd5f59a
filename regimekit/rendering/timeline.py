"""What happened when, as a table by years."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.names import short_names
from regimekit.analysis.timeline import Entry, year_of
from regimekit.rendering.screen import counted, heading
from regimekit.rendering.tables import Column, plain, table

_LONGEST_NAME = 24  # columns; a longer one may be wrapped


def timeline_screen(entries: Sequence[Entry], titles: Mapping[str, str]) -> RenderableType:
    """Events in their order; ``titles`` are those of all dossiers that were asked, by path."""
    names = short_names(titles)
    several = len(names) > 1
    head = heading(f"{len(names)} dossiers") if several else heading(*titles.values(), *titles)
    columns = [
        Column("Line", right=True, whole=True),
        Column("Year", whole=True),
        Column("Date as written", most=18),
        Column("What happened"),
    ]
    columns[2:2] = [Column("Dossier", whole=max(map(len, names.values())) <= _LONGEST_NAME)] if several else []
    rows: list[list[str]] = []
    shown: str | None = None
    for entry in entries:
        year = str(year_of(entry) or "?")
        event = entry.event
        row = [str(event.span.first), "" if year == shown else year, event.date.verbatim, event.title]
        row[2:2] = [names[entry.path]] if several else []
        rows.append(row)
        shown = year
    return Group(
        head,
        Text(""),
        table(columns, rows),
        Text(""),
        plain(f"{counted(len(rows), 'dated statement')}, in the order of the earliest day that each can mean.", "dim"),
    )
