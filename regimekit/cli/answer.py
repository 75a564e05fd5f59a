"""Answers on their way to stdout: as a screen, or in a format for other programs."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from regimekit.cli.options import Globals, ListingFormat
from regimekit.cli.output import is_styled, note, width, write, write_bytes, write_harmless

if TYPE_CHECKING:
    from regimekit.exporting.listings import Listing

_Row = TypeVar("_Row")


def show_screen(screen: Any, given: Globals, ascii: bool = False) -> None:
    """Print a screen as wide as the terminal, with plain signs only where that is asked for."""
    from regimekit.rendering.screen import Terminal, to_text

    write(to_text(screen, Terminal(width(), is_styled(given.no_color))), ascii)


def show_rows(
    rows: Sequence[_Row],
    none: str,
    format: ListingFormat,
    given: Globals,
    listing: Callable[[Sequence[_Row]], "Listing"],
    screen: Callable[[Sequence[_Row]], Any],
    ascii: bool = False,
) -> None:
    """Print an answer of rows; ``none`` is what is said, on stderr, where there are no rows."""
    if format is ListingFormat.table:
        if rows:
            show_screen(screen(rows), given, ascii)
    else:
        from regimekit.exporting.listings import write_listing

        write_listed(write_listing(listing(rows), format.value), format)
    if not rows:
        note(none, given.quiet)


def write_listed(text: str, format: ListingFormat) -> None:
    """Print what was written for other programs: JSON as UTF-8, whatever the terminal's own encoding."""
    if format is ListingFormat.json:
        write_bytes(text.encode())
    else:
        write_harmless(text)
