"""The only place that writes: answers to stdout, notes to stderr."""

import os
import sys
from contextlib import suppress

from regimekit.cli.failure import RequestError

NARROWEST = 40


def is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int | None:
    """COLUMNS, else the terminal's; None where stdout is a pipe or a file, so that no row is broken there."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(int(columns), NARROWEST)
    if not is_terminal():
        return None
    with suppress(OSError, ValueError):
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
    return 80


def is_styled(no_color: bool) -> bool:
    """Whether bold and dim are used: --no-color and NO_COLOR forbid, FORCE_COLOR demands, else a terminal decides."""
    if no_color or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"


def is_ascii() -> bool:
    """Whether stdout takes no more than plain letters, so that nothing can be drawn with others."""
    return not (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")


def write(text: str, ascii: bool = False) -> None:
    """Write to stdout. Where the reader of a pipe has gone, the rest is for nobody and that is no error.

    ``ascii`` replaces what is drawn with other signs, which a stdout that takes no others needs anyway.
    """
    _write(text.translate(_ASCII) if ascii or is_ascii() else text)


def write_harmless(text: str) -> None:
    """The same for lines that come from a dossier: nothing in them is obeyed by a terminal."""
    from regimekit.rendering.text import harmless

    write(harmless(text))


def write_as_it_is(text: str) -> None:
    """A file's text untouched; only a terminal is spared what it would obey."""
    (write_harmless if is_terminal() else write)(text)


def write_bytes(data: bytes) -> bool:
    """UTF-8, whatever the terminal's own encoding; returns whether somebody still reads."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        _write(data.decode())
        return True
    try:
        sys.stdout.flush()
        binary.write(data)
        binary.flush()
    except OSError as problem:
        _failed(problem)
        return False
    return True


def note(sentence: str, quiet: bool = False) -> None:
    """One line on stderr."""
    if not quiet:
        from regimekit.rendering.text import one_line

        with suppress(OSError):
            print(one_line(sentence), file=sys.stderr, flush=True)


_ASCII = str.maketrans(
    {"─": "-", "═": "=", "–": "-", "—": "-", "…": ".", "“": '"', "”": '"', "’": "'", "│": "|", "├": "+", "└": "`"}
    | dict(zip("▁▂▃▄▅▆▇█", ".:-=+*#@", strict=True))
)


def _write(text: str) -> None:
    if sys.stdout is None:  # Python's name for a stream that was closed before it started
        raise RequestError("the answer cannot be written: stdout is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as problem:
        _failed(problem)


def _failed(problem: OSError) -> None:
    with suppress(OSError, ValueError):
        # what is still in the buffer must go somewhere when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(problem, BrokenPipeError):
        raise RequestError(f"the answer cannot be written to stdout: {problem.strerror}") from None
