"""What all screens share: headings, labelled lines, and how they become lines of text."""

import io
from collections.abc import Iterable

import msgspec
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from regimekit.rendering.tables import plain

_MORE_THAN_ANY = 10_000_000  # columns


class Terminal(msgspec.Struct, frozen=True):
    """Where a screen is shown: its width in columns, None where nothing need be wrapped, and whether it takes bold."""

    width: int | None = 80
    styled: bool = False


def to_text(screen: RenderableType, terminal: Terminal) -> str:
    """A screen as lines of text, without blanks at their ends."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=terminal.width or _MORE_THAN_ANY,
        force_terminal=terminal.styled,
        color_system="standard" if terminal.styled else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    if terminal.width is None:
        # as wide as the longest line: rich pads lines to the width that it is given
        console.width = max(1, console.measure(screen).maximum)
    console.print(screen)
    return "\n".join(line.rstrip(" \t") for line in out.getvalue().split("\n"))


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
    return Text.assemble(text, "  ", plain(note, "dim")) if note else text


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
