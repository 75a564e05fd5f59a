"""What was found in the text."""

import re
from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from regimekit.model.hit import END, START, Hit, Line
from regimekit.rendering.rows import GAP, Rows
from regimekit.rendering.screen import counted, heading, indented, stacked
from regimekit.rendering.tables import plain
from regimekit.rendering.text import harmless

_MOST_LINES = 5  # of one section
_INDENT = 2
_AROUND = 90  # characters of a long line that are shown before and behind a hit
_MARKED = re.compile(f"{START}([^{END}]*){END}")


def found_screen(hits: Sequence[Hit], styled: bool) -> RenderableType:
    """Each section with the lines that hold what was sought; hits are bold, or »set apart« where nothing can be."""
    return stacked(*(_one(hit, styled) for hit in hits))


def _one(hit: Hit, styled: bool) -> RenderableType:
    shown = hit.lines[:_MOST_LINES]
    title = heading(f"{hit.path}:{shown[0].number}", hit.heading or hit.dossier)
    if len(hit.lines) == len(shown):
        return Group(title, _Lines(shown, styled))
    left = plain(f"{counted(len(hit.lines) - len(shown), 'more line')} of this section", "dim")
    return Group(title, _Lines(shown, styled), indented(left))


class _Lines:
    """The lines with their numbers; each is wrapped behind its number."""

    def __init__(self, lines: Sequence[Line], styled: bool) -> None:
        self._rows = [(plain(str(line.number)), _text(line.marked, styled)) for line in lines]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(
            _INDENT + 2, max(_INDENT + number.cell_len + GAP + text.cell_len for number, text in self._rows)
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        number = max(number.cell_len for number, _ in self._rows)
        left = max(1, options.max_width - _INDENT - number - GAP)
        yield Rows(self._rows, (number, left), (True, False), _INDENT)


def _text(marked: str, styled: bool) -> Text:
    """A line, or of a long one the pieces around its hits, with the hits set apart."""
    text = Text(overflow="fold")
    whole = " ".join(harmless(marked).split())
    for number, piece in enumerate(_pieces(whole)):
        at = 0
        if number:
            text.append(" … ")
        for match in _MARKED.finditer(piece):
            text.append(piece[at : match.start()])
            text.append(match[1] if styled else f"»{match[1]}«", "bold reverse" if styled else "")
            at = match.end()
        text.append(piece[at:])
    return text


def _pieces(whole: str) -> list[str]:
    """A short line whole; of a long one what stands around each hit, cut at blanks."""
    if len(whole) <= 2 * _AROUND:
        return [whole]
    spans: list[tuple[int, int]] = []
    for match in _MARKED.finditer(whole):
        first, last = _blank_before(whole, match.start() - _AROUND), _blank_behind(whole, match.end() + _AROUND)
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    pieces = [whole[first:last].strip() for first, last in spans]
    if spans and spans[0][0] > 0:
        pieces[0] = f"… {pieces[0]}"
    if spans and spans[-1][1] < len(whole):
        pieces[-1] = f"{pieces[-1]} …"
    return pieces


def _blank_before(text: str, at: int) -> int:
    return 0 if at <= 0 else text.rfind(" ", 0, at) + 1


def _blank_behind(text: str, at: int) -> int:
    found = text.find(" ", at) if at < len(text) else -1
    return found if found >= 0 else len(text)
