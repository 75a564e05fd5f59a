"""What happened when, as a table with a line for each year."""

import datetime
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import RenderableType

from regimekit.analysis.chronicle import Chapter, densities
from regimekit.analysis.names import short_names
from regimekit.analysis.timeline import Entry
from regimekit.rendering.density import Strip
from regimekit.rendering.rules import chapter_rule
from regimekit.rendering.screen import counted, heading, stacked
from regimekit.rendering.tables import Column, Table, plain
from regimekit.rendering.tables import Group as Rows

_LONGEST_NAME = 24  # columns; a longer one may be wrapped
_MORE_THAN_ANY = 10_000  # years


def timeline_screen(
    chapters: Sequence[Chapter], titles: Mapping[str, str], start: datetime.date | None = None
) -> RenderableType:
    """Statements in their order; ``titles`` are those of all dossiers that were asked, by path."""
    names = short_names(titles)
    several = len(names) > 1
    columns = [Column("Line", right=True, whole=True), Column("Date as written", most=18), Column("What happened")]
    columns[1:1] = [Column("Dossier", whole=max(map(cell_len, names.values())) <= _LONGEST_NAME)] if several else []
    rows: list[list[str]] = []
    rules: list[RenderableType] = []
    for chapter in chapters:
        rule = chapter_rule(chapter)
        for entry in chapter.entries:
            row = [str(entry.event.span.first), entry.event.date.verbatim, entry.event.title]
            row[1:1] = [names[entry.path]] if several else []
            rows.append(row)
            rules.append(rule)
    return stacked(
        top(chapters, titles, start),
        Table(columns, [Rows(rows, None, rules)]),
        plain(f"{counted(len(rows), 'dated statement')}, in the order of the earliest day that each can mean.", "dim"),
    )


def top(chapters: Sequence[Chapter], titles: Mapping[str, str], start: datetime.date | None) -> RenderableType:
    """What a timeline is of, and how many of its statements are of which years, where these are several."""
    names = short_names(titles)
    head = heading(f"{len(names)} dossiers") if len(names) > 1 else heading(*titles.values(), *titles)
    by_name: dict[str, list[Entry]] = {name: [] for name in names.values()}
    for chapter in chapters:
        for entry in chapter.entries:
            by_name[names[entry.path]].append(entry)
    drawn = densities(list(by_name.values()), _MORE_THAN_ANY, start)
    return stacked(head, Strip(by_name, start) if drawn and len(drawn[0].counts) > 1 else None)
