"""How many statements there are of each year, drawn as a strip of blocks."""

import datetime
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from regimekit.analysis.chronicle import Density, densities
from regimekit.analysis.timeline import Entry
from regimekit.rendering.screen import counted
from regimekit.rendering.tables import plain
from regimekit.rendering.text import one_line

BLOCKS = " ▁▂▃▄▅▆▇█"
_WIDEST = 100  # columns of blocks
_LONGEST_NAME = 24
_MOST_STRIPS = 6  # more dossiers share one


class Strip:
    """A rich renderable: a strip for each dossier over the same years, the years, and what a full block counts.

    ``several`` are the statements of each dossier under its name; what began
    before ``start`` is not drawn.
    """

    def __init__(self, several: Mapping[str, Sequence[Entry]], start: datetime.date | None = None) -> None:
        self.several = several
        if len(several) == 1 or len(several) > _MOST_STRIPS:
            self.several = {"": [entry for entries in several.values() for entry in entries]}
        self.start = start

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(1, min(options.max_width, _WIDEST + _LONGEST_NAME + 2))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        names = [one_line(name) for name in self.several]
        beside = max(map(cell_len, names))
        if beside > min(_LONGEST_NAME, options.max_width // 3):
            beside = 0  # a long name stands above its strip
        margin = beside + 2 if beside else 0
        drawn = densities(list(self.several.values()), min(_WIDEST, options.max_width - margin), self.start)
        if drawn is None:
            return
        peak = max(max(density.counts) for density in drawn)
        for name, density in zip(names, drawn, strict=True):
            blocks = Text("".join(_block(count, peak) for count in density.counts), no_wrap=True, overflow="crop")
            if name and not beside:
                yield plain(name)
            yield Text.assemble(plain(name if beside else ""), _padded(name, margin), blocks)
        yield Text(" " * margin + _years(drawn[0]), "dim", no_wrap=True, overflow="crop")
        step = "a year" if drawn[0].step == 1 else f"{drawn[0].step} years"
        yield plain(
            f"A column is {step}, █ is {counted(peak, 'statement')} by earliest day:"
            " how much is dated, not how much happened.",
            "dim",
        )


def _padded(name: str, margin: int) -> str:
    return " " * (margin - cell_len(name)) if margin else ""


def _block(count: int, peak: int) -> str:
    """The least block for the least count above none, the full one for the most."""
    return BLOCKS[-(-count * (len(BLOCKS) - 1) // peak)]


def _years(density: Density) -> str:
    """The first year under the first block, the last one under the last; side by side where both do not fit."""
    first, last = str(density.first), str(density.last)
    if first == last:
        return first
    blanks = len(density.counts) - len(first) - len(last)
    return first + " " * blanks + last if blanks > 0 else f"{first}-{last}"
