"""Formatting dossiers: each step is made, read again, and undone where anything would be read differently."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.paths import refuse_bundled, shown
from regimekit.cli.session import Session, sessions
from regimekit.linting.canonical import STEPS
from regimekit.linting.edits import Edit, EditError, Original
from regimekit.linting.sameness import says_the_same
from regimekit.model import Dossier
from regimekit.parsing.corpus import read_bytes
from regimekit.parsing.folder import is_dossier, list_files
from regimekit.schema import Schema

MOST_REFUSED = 50  # edits of one step that may fail before a file is left as it is


class Formatted(msgspec.Struct, frozen=True):
    """A file whose canonical form is another: its bytes and text before and after."""

    file: Path
    before: str
    after: str
    data: bytes

    @property
    def diff(self) -> str:
        """What changes, as a unified diff."""
        name = shown(self.file)
        lines = difflib.unified_diff(_lines(self.before), _lines(self.after), name, name)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def formatted(given: Globals, paths: Sequence[str]) -> tuple[list[Formatted], int]:
    """The dossiers that are not in canonical form, and how many there are in all; nothing is written."""
    changed: dict[Path, Formatted] = {}
    seen: set[Path] = set()
    for session, file in _files(given, paths):
        if file.resolve() in seen:
            continue
        data = file.read_bytes()
        dossier = session.cache.read(data, file.relative_to(session.root).as_posix())
        if is_dossier(dossier):
            seen.add(file.resolve())
            new, after = canonical(data, dossier, session.schema)
            if new != data:
                changed[file] = Formatted(file, dossier.text, after.text, new)
    return list(changed.values()), len(seen)


def canonical(data: bytes, dossier: Dossier, schema: Schema) -> tuple[bytes, Dossier]:
    """The bytes of a dossier in canonical form, and the dossier that they are; the same where it cannot be changed."""
    for step in STEPS:
        data, dossier = _settled(data, dossier, list(step(dossier, schema)), schema)
    return data, dossier


def _settled(data: bytes, dossier: Dossier, edits: list[Edit], schema: Schema) -> tuple[bytes, Dossier]:
    """Make as many of the edits as leave all records the same.

    The edits are tried together, then by halves: most often none has to be
    left out, and the dossier is read once. Where too many fail, none is made.
    """
    refused = 0
    original = None
    accepted: list[Edit] = []
    result = data, dossier
    waiting = [edits] if edits else []
    while waiting:
        batch = waiting.pop()
        try:
            original = original or Original(data, dossier.text)
            new = original.edited([*accepted, *batch])
        except EditError:
            return data, dossier
        read = read_bytes(new, dossier.path, schema)
        if says_the_same(dossier, read):
            accepted += batch
            result = new, read
            continue
        refused += 1
        if refused > MOST_REFUSED:
            return data, dossier
        if len(batch) > 1:
            half = len(batch) // 2
            waiting += [batch[half:], batch[:half]]
    return result


def _files(given: Globals, paths: Sequence[str]) -> Iterator[tuple[Session, Path]]:
    for session in sessions(given, paths):
        refuse_bundled(session.place)
        for file in list_files(session.place.path):
            try:
                with file.open("rb"):
                    yield session, file
            except OSError as problem:
                raise RequestError(f"{file} cannot be read: {problem.strerror}") from None


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([text.rpartition("\n")[2]] if text[-1:] != "\n" else [])
