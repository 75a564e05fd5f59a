"""How much the cache holds, emptying it, and letting go of what has not been used."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from regimekit.storage.entries import KINDS, cache_folder, keep

UNUSED = 30 * 24 * 3600  # seconds after which an entry goes
MOST = 4 * 2**30  # bytes; beyond, the entries that were used longest ago go first
_EVERY = 24 * 3600  # seconds between two looks
_ABANDONED = 3600  # seconds after which a half-written file is nobody's any more
_JOURNAL = "-journal"
_LOOKED = "looked"  # the file whose age is that of the last look


class Holding(msgspec.Struct, frozen=True):
    """What is kept of one kind: how many entries, their bytes, and when the first and last of them were used."""

    kind: str
    entries: int
    size: int
    oldest: float | None
    newest: float | None


def holdings(root: Path | None = None) -> tuple[Holding, ...]:
    """What is kept, kind by kind."""
    held = []
    for kind in KINDS:
        states = [state for _, state in _entries(_root(root) / kind)]
        used = [state.st_mtime for state in states]
        size = sum(state.st_size for state in states)
        held.append(Holding(kind, len(states), size, min(used, default=None), max(used, default=None)))
    return tuple(held)


def clear(root: Path | None = None) -> tuple[int, int]:
    """Remove every entry; returns how many there were and their bytes. Raises OSError where one cannot be removed."""
    count = size = 0
    for kind in KINDS:
        for path, state in _entries(_root(root) / kind):
            with suppress(FileNotFoundError):
                os.unlink(path)
                count, size = count + 1, size + state.st_size
    return count, size


def look_after(root: Path | None = None) -> None:
    """Once a day let go of what was not used for 30 days, and of the oldest where there is too much; never raises."""
    folder = _root(root)
    try:
        if time.time() - os.stat(folder / _LOOKED).st_mtime < _EVERY:
            return
    except OSError:
        if not folder.is_dir():
            return
    with suppress(OSError):
        keep(folder / _LOOKED, b"")
        let_go(folder)


def let_go(folder: Path, unused: float = UNUSED, most: int = MOST) -> None:
    """Remove what was not used for so many seconds, then the oldest until there are no more than so many bytes."""
    now = time.time()
    left = []
    for kind in KINDS:
        for path, state in _entries(folder / kind):
            if path.endswith(_JOURNAL) and os.path.exists(path.removesuffix(_JOURNAL)):
                continue  # it goes with its database, which is worth nothing without it
            age = now - state.st_mtime
            temporary = os.path.basename(path).startswith(".")
            if age > (_ABANDONED if temporary else unused):
                _remove(path)
            else:
                left.append((state.st_mtime, state.st_size, path))
    size = sum(one[1] for one in left)
    for _, bytes_, path in sorted(left):
        if size <= most:
            break
        _remove(path)
        size -= bytes_


def _remove(path: str) -> None:
    for name in (path, path + _JOURNAL):
        with suppress(OSError):
            os.unlink(name)


def _entries(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):
                if entry.is_file(follow_symlinks=False):
                    yield entry.path, entry.stat(follow_symlinks=False)


def _root(root: Path | None) -> Path:
    return root if root is not None else cache_folder()
