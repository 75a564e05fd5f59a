"""Entries of the cache: where they lie, how they are written, and what of the toolkit they depend on.

Each entry is one small file that is written whole or not at all and never
changed, so that any number of processes may use the cache at once, be killed
at any moment, or find that nothing can be written: what is not there is made
anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FORMAT = "2"

#: What is kept, a folder each: dossiers read, states of folders, runs of the linter, databases, answers of web servers.
KINDS = ("dossiers", "folders", "runs", "databases", "answers")

_DAY = 24 * 3600


def cache_folder() -> Path:
    """The toolkit's folder in the user's cache folder (XDG_CACHE_HOME, ~/Library/Caches, %LOCALAPPDATA%)."""
    from platformdirs import user_cache_path

    return user_cache_path("regimekit", appauthor=False)


def user_folder(kind: str) -> Path:
    """Where entries of one kind are kept."""
    return cache_folder() / kind


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


def kept(entry: Path) -> bytes:
    """The bytes of an entry; its time of change is that of its last use, to the day. Raises OSError where it is not."""
    with entry.open("rb") as file:
        used = os.fstat(file.fileno()).st_mtime
        data = file.read()
    if time.time() - used > _DAY:
        with suppress(OSError):
            os.utime(entry)
    return data


def fingerprint(*parts: str) -> bytes:
    """What the toolkit is, as far as these folders of the package and the form of the entries go."""
    digest = hashlib.blake2b()
    for state in source_states(*parts):
        digest.update(state.encode("utf-8", "surrogateescape"))
    return digest.digest()


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
