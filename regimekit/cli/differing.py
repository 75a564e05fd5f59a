"""Two versions of a folder, read and compared file by file; what is byte for byte the same is not read."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from pathlib import Path

from regimekit.analysis.changes_files import FilePair, file_pairs
from regimekit.analysis.changes_folder import DossierChange, dossier_change
from regimekit.analysis.changes_kinds import ChangeKind
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import note
from regimekit.cli.revisions import Repository
from regimekit.cli.sides import Sides, sides_asked
from regimekit.cli.versions import Version
from regimekit.model import Dossier
from regimekit.parsing.folder import decode, is_dossier, plain_lines
from regimekit.storage import DossierCache


def differing(asked: tuple[str, ...], kinds: Collection[ChangeKind], given: Globals) -> tuple[DossierChange, ...]:
    """The dossiers that differ between the two versions that are meant."""
    with ExitStack() as stack:

        def keep(repository: Repository) -> Repository:
            stack.callback(repository.close)
            return repository

        sides = sides_asked(asked, given, keep)
        note(f"From {sides.old.name} to {sides.new.name}", given.quiet)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="regimekit-")))
        old, new = _Reader(sides.old, folder / "old.yaml"), _Reader(sides.new, folder / "new.yaml")
        return tuple(_found(sides, old, new, kinds))


class _Reader:
    """Reads the dossiers of one version, with the settings of that version."""

    def __init__(self, version: Version, settings: Path) -> None:
        self.version = version
        if version.settings is not None:  # those of a revision are no file of their own
            settings.write_bytes(version.settings[1])
        self._cache = DossierCache(settings if version.settings else None)

    def text(self, path: str) -> str:
        return plain_lines(decode(self.version.read(path))[0])

    def dossier(self, path: str | None) -> Dossier | None:
        from regimekit.schema import SchemaError

        if path is None:
            return None
        try:
            return self._cache.read(self.version.read(path), path)
        except SchemaError as problem:
            name = self.version.settings[0] if self.version.settings else problem.path
            raise RequestError(f"{name}:{problem.line}: {problem.message}") from None

    def shown(self, path: str | None) -> str | None:
        return None if path is None else self.version.shown(path)


def _found(sides: Sides, old: _Reader, new: _Reader, kinds: Collection[ChangeKind]) -> Iterator[DossierChange]:
    same_settings = _said(old.version) == _said(new.version)
    for before, after in _file_pairs(sides, old, new):
        renamed = before is not None and after is not None and before != after and not sides.new.alone
        same = before and after and sides.old.files[before] == sides.new.files[after]
        known = same and same_settings
        if known and (kinds or not renamed):
            continue
        first = old.dossier(before)
        pair = first, first if known else new.dossier(after)
        if not sides.new.alone and not any(one is not None and is_dossier(one) for one in pair):
            continue
        change = dossier_change(*pair, (old.shown(before), new.shown(after)), renamed, kinds)
        if change is not None:
            yield change


def _file_pairs(sides: Sides, old: _Reader, new: _Reader) -> list[FilePair]:
    if sides.old.alone and sides.new.alone and sides.old.files and sides.new.files:
        return [(*sides.old.files, *sides.new.files)]  # type: ignore[list-item]
    pairs = file_pairs(sides.old.files, sides.new.files, old.text, new.text)
    return [pair for pair in pairs if sides.only is None or sides.only in pair]


def _said(version: Version) -> bytes | None:
    return version.settings[1] if version.settings else None
