"""Files that are written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from regimekit.cli.failure import RequestError


def save(name: str, data: bytes) -> None:
    """Write a file through a temporary one beside it, so that nobody ever reads half of it.

    A link stays a link, a file keeps its permissions; what is no regular file
    (a pipe, a device) is written to directly.
    """
    target = Path(os.path.realpath(name))
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        _replace(target, data)
    except OSError as problem:
        raise RequestError(f"{name} cannot be written: {problem.strerror}") from None


def _replace(target: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o7777 if target.exists() else _ordinary_mode())
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _ordinary_mode() -> int:
    """What a new file would be given: mkstemp makes files that only the owner can read."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
