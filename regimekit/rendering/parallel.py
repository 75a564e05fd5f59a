"""What happened when in several regimes, side by side."""

import datetime
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.measure import Measurement
from rich.table import Table as Grid
from rich.text import Text

from regimekit.analysis.chronicle import Chapter
from regimekit.analysis.names import short_names
from regimekit.analysis.timeline import Entry
from regimekit.rendering.rules import chapter_rule
from regimekit.rendering.screen import counted, stacked
from regimekit.rendering.tables import plain
from regimekit.rendering.timeline import top

NARROWEST = 22  # columns of the terminal for a dossier: its line numbers and a few words
_GAP = 2


def most_dossiers(width: int) -> int:
    """How many dossiers stand side by side in so many columns of the terminal."""
    return max(1, (width + _GAP) // (NARROWEST + _GAP))


def parallel_screen(
    chapters: Sequence[Chapter], titles: Mapping[str, str], start: datetime.date | None = None
) -> RenderableType:
    """A column for each dossier in the order of ``titles`` (by path), a row for each chapter."""
    names = short_names(titles)
    total = sum(len(chapter.entries) for chapter in chapters)
    return stacked(
        top(chapters, titles, start),
        Columns(names, chapters),
        plain(f"{counted(total, 'dated statement')}; before each the line of its dossier.", "dim"),
    )


class Columns:
    """A rich renderable: the names once, then a rule and a row for each chapter."""

    def __init__(self, names: Mapping[str, str], chapters: Sequence[Chapter]) -> None:
        self.names = names
        self.chapters = chapters
        cells = {path: [_parts(entry) for c in chapters for entry in c.entries if entry.path == path] for path in names}
        self.lines = {path: max((cell_len(line) for line, _ in parts), default=0) for path, parts in cells.items()}
        self.widest = [
            max(cell_len(name), *(self.lines[path] + 1 + said.cell_len for _, said in cells[path]), NARROWEST)
            for path, name in names.items()
        ]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(NARROWEST, min(options.max_width, sum(self.widest) + _GAP * (len(self.widest) - 1)))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        widths = _shared(self.widest, options.max_width - _GAP * (len(self.widest) - 1))
        wide = sum(widths) + _GAP * (len(widths) - 1)
        yield _row([plain(name, "bold") for name in self.names.values()], widths)
        for chapter in self.chapters:
            yield Constrain(chapter_rule(chapter), wide)
            told = {path: [entry for entry in chapter.entries if entry.path == path] for path in self.names}
            yield _row([self._cell(path, entries) for path, entries in told.items()], widths)

    def _cell(self, path: str, entries: Sequence[Entry]) -> RenderableType:
        cell = Grid.grid(padding=(0, 1, 0, 0))
        cell.add_column(width=self.lines[path], justify="right", no_wrap=True)
        cell.add_column(overflow="fold")
        for entry in entries:
            cell.add_row(*_parts(entry))
        return cell if entries else Text("")


def _parts(entry: Entry) -> tuple[str, Text]:
    """The line, and the statement with its date before it as written."""
    event = entry.event
    return str(event.span.first), Text.assemble(plain(event.date.verbatim, "bold"), ": ", plain(event.title))


def _shared(widest: Sequence[int], available: int) -> list[int]:
    """As wide as each column is, and where they do not fit, what is left shared evenly among the wider ones."""
    widths = list(widest)
    free = list(range(len(widths)))
    while free:
        share = (available - sum(widths[at] for at in range(len(widths)) if at not in free)) // len(free)
        narrow = [at for at in free if widest[at] <= share]
        if not narrow:
            for at in free:
                widths[at] = max(1, share)
            break
        free = [at for at in free if at not in narrow]
    return widths


def _row(cells: Sequence[RenderableType], widths: Sequence[int]) -> RenderableType:
    row = Grid.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        row.add_column(width=width, overflow="fold")
    row.add_row(*cells)
    return row
