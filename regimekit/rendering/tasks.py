"""What to write next, as a list: the thing, the reason, and below it where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.wanted import KINDS, Place, Task, TaskKind
from regimekit.rendering.screen import heading, indented
from regimekit.rendering.tables import plain

TITLES: dict[TaskKind, str] = {
    "missing section": "Sections that are required and missing",
    "empty section": "Sections without a word below the heading",
    "wanted dossier": "Dossiers that several others link to",
    "debate held by nobody": "Debates that nobody is named in",
    "figures without author": "Figures that name neither author nor source",
    "thin section": "Sections that are thin",
}
MOST_SHOWN, MOST_LINES = 12, 8


def tasks_screen(tasks: Sequence[Task]) -> RenderableType:
    """The list, kind by kind; of many only the first, and how many more there are."""
    parts: list[RenderableType] = [heading("What to write next", f"{len(tasks):,}")]
    for kind in KINDS:
        several = [task for task in tasks if task.kind == kind]
        if several:
            parts += [Text(""), indented(heading(TITLES[kind], f"{len(several):,}"))]
            parts += [indented(part, 4) for part in _kind(kind, several)]
    if not tasks:
        parts.append(plain("Nothing that the toolkit can see."))
    return Group(*parts)


def _kind(kind: TaskKind, several: Sequence[Task]) -> Iterator[RenderableType]:
    rows = _merged(several) if kind == "missing section" else [[task] for task in several]
    for tasks in rows[:MOST_SHOWN]:
        what = ", ".join(task.what for task in tasks)
        yield plain(what if kind == "missing section" else f"{what}: {tasks[0].why}")
        yield indented(plain(", ".join(places(tasks[0].places)), "dim"))
    if left := sum(len(tasks) for tasks in rows[MOST_SHOWN:]):
        yield plain(f"and {left:,} more; --format md or json has them all", "dim")


def _merged(several: Sequence[Task]) -> list[list[Task]]:
    """What one dossier lacks stands in one line."""
    return [list(tasks) for _, tasks in groupby(several, key=lambda task: task.places)]


def places(several: Sequence[Place]) -> Iterator[str]:
    """ "a.md:3", then the other lines of the same file alone; of many the first."""
    path = None
    for place in several[:MOST_LINES]:
        yield str(place.line) if place.path == path else f"{place.path}:{place.line}"
        path = place.path
    if len(several) > MOST_LINES:
        yield f"and {len(several) - MOST_LINES} more"
