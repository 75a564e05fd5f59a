"""What historians disagree on."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.text import Text

from regimekit.analysis.debates import Discussed, statement
from regimekit.model import Position
from regimekit.rendering.screen import counted, heading, stacked
from regimekit.rendering.tables import Column, Group, Table, plain

_COLUMNS = [
    Column("Line", right=True, whole=True),
    Column("Held by", most=22),
    Column("What it says"),
    Column("Sources", spare=True),
]


def debates_screen(several: Sequence[Discussed], titles: Mapping[str, str]) -> RenderableType:
    """The questions of each dossier; ``titles`` are those of the dossiers by their paths."""
    by_path = groupby(several, key=lambda one: one.path)
    return stacked(*(_dossier(path, titles[path], list(questions)) for path, questions in by_path))


def _dossier(path: str, title: str, several: list[Discussed]) -> RenderableType:
    cited = any(position.sources for one in several for position in one.positions)
    columns = _COLUMNS if cited else _COLUMNS[:-1]
    groups = [_question(one, len(columns)) for one in several]
    return Lines(heading(title, f"{path}, {counted(len(several), 'question')}"), Text(""), Table(columns, groups))


def _question(one: Discussed, columns: int) -> Group:
    shown, told = len(one.positions), len(one.debate.positions)
    some = f", {shown} of {counted(told, 'position')}" if shown < told else ""
    title = heading(one.debate.question, f"line {one.debate.span.first}{some}")
    if not one.debate.positions:
        title.append("\n  No position on it is told.")
    rows = [_cells(position)[:columns] for position in one.positions]
    return Group(rows, title, [position.label for position in one.positions])


def _cells(position: Position) -> tuple[str | Text, ...]:
    holders = plain("; ".join(position.holders)) if position.holders else plain("nobody named", "dim")
    return str(position.span.first), holders, statement(position), ", ".join(position.sources)
