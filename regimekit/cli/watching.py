"""Checking again whenever something changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from regimekit.cli.failure import INTERRUPTED, RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import is_terminal, note
from regimekit.cli.place import SETTINGS, find_place

_WATCHED = (".md", ".markdown")
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def watched(once: Callable[[], int], given: Globals, paths: Sequence[str]) -> int:
    """Run a check, and again after each change of a dossier or of the settings, until Ctrl-C; returns 130 then.

    What cannot be done in one round (a file that is half written, settings
    with a slip) is told, and the next change is waited for.
    """
    changes = _changes(_folders(given, paths))
    from regimekit.schema import SchemaError

    while True:
        if is_terminal():
            sys.stdout.write(_CLEAR)
            sys.stdout.flush()
        try:
            once()
        except (RequestError, SchemaError) as problem:
            note(f"regimekit: {problem}")
        note("Waiting for changes; Ctrl-C ends it.", given.quiet)
        if next(changes, None) is None:  # the watcher was stopped, as by Ctrl-C
            return INTERRUPTED


def _folders(given: Globals, paths: Sequence[str]) -> list[Path]:
    """The folders in which a change matters: those that are named, and that of the settings in use."""
    place = find_place(given.data)
    named = [Path(path) for path in paths] or [place.path]
    missing = next((path for path in named if not path.exists()), None)
    if missing is not None:
        raise RequestError(f"{missing}: no such file or folder")
    folders = [path if path.is_dir() else path.parent for path in named]
    return [*folders, *([place.settings.parent] if place.settings else [])]


def _changes(folders: Iterable[Path]) -> Iterator[object]:
    try:
        import watchfiles
    except ImportError:
        raise RequestError(
            "--watch needs the package watchfiles; install it with: pip install 'regimekit[watch]'"
        ) from None

    def counts(change: object, path: str) -> bool:
        file = Path(path)
        return file.name == SETTINGS or (file.suffix.casefold() in _WATCHED and not file.name.startswith("."))

    return iter(watchfiles.watch(*dict.fromkeys(folders), watch_filter=counts, raise_interrupt=False))
