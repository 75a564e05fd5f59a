"""Entries of the cache: where they lie, how they are written, and what of the toolkit they depend on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FORMAT = "1"


def user_folder(name: str) -> Path:
    """The folder of that name in the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("regimekit", appauthor=False) / name


def keep(entry: Path, data: bytes) -> None:
    """Write an entry whole or not at all: other processes may read or write the same one."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=entry.parent, prefix=".")
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, entry)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def source_states(*parts: str) -> Iterator[str]:
    """The size and age of each source file in these folders of the package.

    They stand for its version: a checkout changes without changing its number.
    """
    package = Path(__file__).parent.parent
    yield FORMAT
    for name in parts:
        yield from sorted(_states(package / name))


def _states(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _states(Path(entry.path))
            elif entry.is_file():
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
