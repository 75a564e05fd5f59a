"""What all screens share: plain tables, headings, and how they become lines of text."""

import io
import re
from collections.abc import Iterable

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from regimekit.rendering.text import one_line

UNLIMITED = 1_000_000  # columns: a pipe has no edge at which a row would have to be broken
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


class Terminal(msgspec.Struct, frozen=True):
    """Where a screen is shown: its width in columns, and whether it takes bold and dim."""

    width: int = 80
    styled: bool = False


class Column(msgspec.Struct, frozen=True):
    """A column of a table; ``right`` for numbers, ``whole`` where a cell must not be broken."""

    title: str
    right: bool = False
    whole: bool = False


def to_text(screen: RenderableType, terminal: Terminal) -> str:
    """A screen as lines of text, without blanks at their ends."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=terminal.width,
        force_terminal=terminal.styled,
        color_system="standard" if terminal.styled else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(screen)
    return _TRAILING.sub("", out.getvalue())


def plain(text: str | None, style: str = "") -> Text:
    """Text of a dossier on one line: never markup, nothing that a terminal obeys."""
    return Text(one_line(text), style=style, overflow="fold")


def table(columns: Iterable[Column], rows: Iterable[Iterable[str | Text]]) -> Table:
    """A table with a line under its head; cells are wrapped, never cut."""
    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column in columns:
        drawn.add_column(
            Text(column.title),
            justify="right" if column.right else "left",
            no_wrap=column.whole,
            overflow="fold",
        )
    for row in rows:
        drawn.add_row(*(cell if isinstance(cell, Text) else plain(cell) for cell in row))
    return drawn


def pairs(rows: Iterable[tuple[str | Text, str | Text]]) -> Table:
    """Labels on the left, what they say on the right."""
    drawn = Table.grid(padding=(0, 2, 0, 0))
    drawn.add_column(overflow="fold", max_width=24)
    drawn.add_column(overflow="fold")
    for label, value in rows:
        drawn.add_row(
            label if isinstance(label, Text) else plain(label), value if isinstance(value, Text) else plain(value)
        )
    return drawn


def heading(title: str, note: str = "") -> Text:
    """A heading in bold, and behind it what it counts."""
    text = plain(title, "bold")
    return Text.assemble(text, (f"  {note}", "dim")) if note else text


def indented(screen: RenderableType, by: int = 2) -> Padding:
    """The same, set in."""
    return Padding(screen, (0, 0, 0, by), expand=False)


def stacked(*screens: RenderableType | None) -> Group:
    """Screens one below the other, a blank line between them."""
    shown = [screen for screen in screens if screen is not None]
    lines: list[RenderableType] = []
    for screen in shown:
        lines += [Text(""), screen] if lines else [screen]
    return Group(*lines)


def counted(count: int, one: str, several: str = "") -> str:
    """ "1 figure", "2 figures"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
