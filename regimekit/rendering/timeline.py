"""What happened when, as a table by years."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.timeline import Entry, year_of
from regimekit.rendering.screen import Column, counted, heading, plain, table


def timeline_screen(entries: Sequence[Entry], title: str, names: Mapping[str, str]) -> RenderableType:
    """Events in their order; ``names`` are what the dossiers are called, by path, where there are several."""
    several = len(names) > 1
    columns = [Column("Year", whole=True), Column("Date as written"), Column("What happened")]
    columns[1:1] = [Column("Dossier")] if several else []
    columns.append(Column("Line", right=True, whole=True))
    rows: list[list[str]] = []
    shown: str | None = None
    for entry in entries:
        year = str(year_of(entry) or "?")
        row = ["" if year == shown else year, entry.event.date.verbatim, entry.event.title, str(entry.event.span.first)]
        row[1:1] = [names[entry.path]] if several else []
        rows.append(row)
        shown = year
    return Group(
        heading(title),
        Text(""),
        table(columns, rows),
        Text(""),
        plain(f"{counted(len(rows), 'dated statement')}, in the order of the earliest day that each can mean.", "dim"),
    )
