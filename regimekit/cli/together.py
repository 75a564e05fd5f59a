"""Several files that are changed together or not at all, and new files that never replace one."""

import errno
import os
import secrets
import shutil
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from regimekit.cli.failure import RequestError

Undo = Callable[[], object]


def write_together(contents: Mapping[Path, bytes], moves: Sequence[tuple[Path, Path]] = ()) -> None:
    """Give files new contents, then move some of them; where anything fails, all are as they were before.

    Every new content lies complete on the disk, beside its target, before the
    first file changes. A link stays a link; files keep their permissions; one
    that nobody may write is refused, and nothing is ever moved onto a file.
    Raises RequestError, and whatever else came between, once all is undone.
    """
    staged: dict[Path, Path] = {}
    undo: list[Undo] = []
    kept: list[Path] = []
    at: Path | None = None
    with undisturbed() as come:
        try:
            for at, data in contents.items():
                _stage(Path(os.path.realpath(at)), data, staged)
                _stop_where_asked(come)
            for at, temporary in staged.items():
                _replace(at, temporary, undo, kept)
            for at, target in moves:
                _move(at, target, undo)
        except BaseException as problem:
            _put_back(undo, kept)
            if not isinstance(problem, OSError):
                raise
            where = problem.filename2 if isinstance(problem, FileExistsError) and problem.filename2 else at
            said = problem.strerror or problem
            raise RequestError(f"{where} cannot be written: {said}; no file was changed") from None
        finally:
            _remove([*kept, *staged.values()])


def create(target: Path, data: bytes) -> None:
    """Write a new file, whole or not at all; raises RequestError where there is one of that name already."""
    temporary = _beside(target, "new")
    try:
        try:
            _write(temporary, data, 0o666)
            _move(temporary, target, [])
        finally:
            _remove([temporary])
    except FileExistsError:
        raise RequestError(f"{target} exists already; nothing was written") from None
    except OSError as problem:
        raise RequestError(f"{target} cannot be written: {problem.strerror}") from None


def _stage(target: Path, data: bytes, staged: dict[Path, Path]) -> None:
    mode = target.stat().st_mode & 0o7777
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only")
    staged[target] = _beside(target, "new")
    _write(staged[target], data, mode)
    os.chmod(staged[target], mode)


def _write(file: Path, data: bytes, mode: int) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode), "wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _replace(target: Path, temporary: Path, undo: list[Undo], kept: list[Path]) -> None:
    """Put the new file in place of the old one, which is kept under another name until all is done."""
    old = _beside(target, "old")
    kept.append(old)
    try:
        os.link(target, old)
    except OSError:  # a disk without hard links
        shutil.copy2(target, old)
    undo.append(lambda: os.replace(old, target))
    os.replace(temporary, target)


def _move(source: Path, target: Path, undo: list[Undo]) -> None:
    """Rename a file, never onto another."""

    def put_back() -> None:
        if not os.path.lexists(source):
            os.rename(target, source)
        elif _is_same(source, target):
            os.unlink(target)

    if _is_same(source, target):  # the disk tells no capitals apart, and only they change
        undo.append(lambda: os.rename(target, source))
        os.rename(source, target)
        return
    undo.append(put_back)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "there is such a file already", source, None, target) from None
        os.rename(source, target)  # a disk without hard links
    else:
        os.unlink(source)


def _is_same(one: Path, other: Path) -> bool:
    """Whether two names are those of one file, links not followed."""
    return os.path.lexists(other) and os.path.samestat(os.lstat(one), os.lstat(other))


def _put_back(undo: list[Undo], kept: list[Path]) -> None:
    """Undo every step from the last one; what cannot be put back is not thrown away either."""
    failed: OSError | None = None
    for step in reversed(undo):
        try:
            step()
        except OSError as problem:
            failed = problem
    if failed is not None:
        left = [str(file) for file in kept if file.exists()]
        kept.clear()
        raise RequestError(
            f"not every file could be put back ({failed.strerror}); what they held lies in {', '.join(left)}"
        ) from None


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.{what}")


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            os.unlink(file)


_ENDING = {one for name in ("SIGINT", "SIGTERM", "SIGHUP") if (one := getattr(signal, name, None)) is not None}


@contextmanager
def undisturbed() -> Iterator[list[int]]:
    """Signals that would end the process wait until the files are all new or all old again.

    Gives the list of those that have come. They are caught rather than blocked,
    since a signal blocked in this thread goes to another one (a progress bar's).
    """
    if threading.current_thread() is not threading.main_thread():
        yield []  # only the main thread is ever interrupted
        return
    come: list[int] = []
    before = {one: signal.signal(one, lambda number, _: come.append(number)) for one in _ENDING}
    try:
        yield come
    finally:
        for one, handler in before.items():
            signal.signal(one, handler if handler is not None else signal.SIG_DFL)
        for number in dict.fromkeys(come):
            signal.raise_signal(number)


def _stop_where_asked(come: Sequence[int]) -> None:
    """End here, while no file has changed, where one of the signals that are kept waiting has come."""
    if come:
        raise KeyboardInterrupt
