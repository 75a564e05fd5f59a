"""A folder that an export fills: its files appear together, and what is not of an export is never touched."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from regimekit.cli.failure import RequestError
from regimekit.cli.files import ordinary_mode, save
from regimekit.cli.output import note
from regimekit.cli.together import undisturbed
from regimekit.exporting.stream import OpenFile

RECORD = ".regimekit-export.json"

#: For each format the files that were exported into the folder, with a digest of what was written (two, while one
#: is being replaced).
_Record = dict[str, dict[str, str]]


@contextmanager
def filled(name: str, format: str, whole: bool) -> Iterator[OpenFile]:
    """Gives a function that opens files, which stand in the folder once all of them are whole.

    A file that is there already is replaced only where an earlier export wrote
    it and nobody has changed it since. ``whole`` says that these are all the
    files there are to be: those of an earlier export that are not written
    again are removed, unless they were changed. What was exported is kept in
    the folder itself, by format.
    """
    folder = Path(os.path.realpath(name))
    if folder.exists() and not folder.is_dir():
        raise RequestError(f"--output: {name} is a file; {format} makes several, so name a folder")
    made = not folder.exists()
    staging: Path | None = None
    try:
        folder.mkdir(exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".regimekit-export-", dir=folder))
        filling = _Filling(name, folder, staging, format)
        with ExitStack() as files:
            yield lambda file: files.enter_context(filling.open(file))
        filling.put_in_place(whole)
    except OSError as problem:
        if problem.filename is not None and not Path(os.fsdecode(problem.filename)).is_relative_to(folder):
            raise  # a dossier that is read meanwhile
        raise RequestError(f"{name} cannot be written: {problem.strerror}") from None
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
        if made:
            with suppress(OSError):  # it holds the export
                folder.rmdir()


class _Filling:
    def __init__(self, name: str, folder: Path, staging: Path, format: str) -> None:
        self._name = name
        self._folder = folder
        self._staging = staging
        self._format = format
        self._record = _read_record(folder / RECORD)
        self._before = self._record.get(format, {})
        self._files: list[str] = []

    def open(self, file: str) -> BinaryIO:
        """A file of the export, not yet in its place; refuses one that would replace what is not of an export."""
        if self._is_foreign(file):
            why = "was changed since it was exported" if file in self._before else "is not from an earlier export"
            raise RequestError(f"{self._name}/{file} is there already and {why}; move it, or name another folder")
        staged = self._staging / file
        staged.parent.mkdir(parents=True, exist_ok=True)
        try:
            opened = staged.open("xb")
        except FileExistsError:
            raise RequestError(f"two dossiers would both be written to {self._name}/{file}") from None
        self._files.append(file)
        return opened

    def _is_foreign(self, file: str) -> bool:
        """Whether something is there that no export wrote, be it a link that leads out of the folder."""
        target = self._folder / file
        if not Path(os.path.realpath(target.parent)).is_relative_to(self._folder):
            return True
        return os.path.lexists(target) and _digest(target) not in self._before.get(file, "").split()

    def put_in_place(self, whole: bool) -> None:
        written = {file: _digest(self._staging / file) or "" for file in self._files}
        stale = {file: digest for file, digest in self._before.items() if file not in written}
        with undisturbed():
            # whatever comes between, a file is known to be ours as it was and as it will be
            self._keep_record(stale | {file: f"{self._before.get(file, '')} {new}" for file, new in written.items()})
            for file in written:
                (self._folder / file).parent.mkdir(parents=True, exist_ok=True)
                os.chmod(self._staging / file, ordinary_mode())
                os.replace(self._staging / file, self._folder / file)
            if whole:
                self._remove(stale)
                stale = {}
            self._keep_record(written | stale)

    def _remove(self, stale: dict[str, str]) -> None:
        for file in stale:
            if self._is_foreign(file):
                note(f"{self._name}/{file} was changed since it was exported and is left there.")
                continue
            with suppress(OSError):
                (self._folder / file).unlink(missing_ok=True)
                for above in (self._folder / file).parents:
                    if above == self._folder:
                        break
                    above.rmdir()  # fails where something else is in it

    def _keep_record(self, files: dict[str, str]) -> None:
        record = {**self._record, self._format: files}
        save(str(self._folder / RECORD), msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")


def _read_record(file: Path) -> _Record:
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(file.read_bytes(), type=_Record)
    return {}


def _digest(file: Path) -> str | None:
    """Of what a file holds; None where it is none."""
    with suppress(OSError), file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
    return None
