"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from regimekit.cli.failure import RequestError


def save(name: str, data: bytes) -> None:
    """Write a file at once; see `opened`."""
    with opened(name) as file:
        file.write(data)


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """A file to write piece by piece, through a temporary one beside it, so that nobody ever reads half of it.

    A link stays a link, a file keeps its permissions; what is no regular file
    (a pipe, a device) is written to directly. Where anything comes between,
    the file is as it was before.
    """
    target = Path(os.path.realpath(name))
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
            return
        with _replacing(target) as file:
            yield file
    except OSError as problem:
        if problem.filename is not None and not _is_of(problem.filename, target):
            raise  # a dossier that is read meanwhile
        raise RequestError(f"{name} cannot be written: {problem.strerror}") from None


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o7777 if target.exists() else ordinary_mode())
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _is_of(name: str | bytes, target: Path) -> bool:
    """Whether a name is that of the file or of a temporary one beside it."""
    return Path(os.fsdecode(name)).parent == target.parent or Path(os.fsdecode(name)) == target


def ordinary_mode() -> int:
    """What a new file would be given: mkstemp makes files that only the owner can read."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
