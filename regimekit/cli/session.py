"""What a command works with: the dossiers in use, found by name and read once."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from regimekit.analysis.names import leaders_named, paths_named, short_names, similar
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import note
from regimekit.cli.place import Place, find_place, place_at
from regimekit.model import Corpus, Dossier, Finding
from regimekit.parsing.folder import is_dossier
from regimekit.storage import DossierCache, Known, Library

if TYPE_CHECKING:
    from regimekit.schema import Schema

MOST_NAMED = 12  # candidates in a sentence


class Session:
    """The dossiers of one place, each read when it is asked for."""

    def __init__(self, given: Globals, place: Place | None = None) -> None:
        self.given = given
        self.place = place or find_place(given.data)
        self.cache = DossierCache(self.place.settings, keeps=not given.no_cache)
        self.library = Library(self.place.path, self.cache)
        self.root = self.library.root
        if place is None:
            note(f"Dossiers in {self.place.path} ({self.place.origin})", given.quiet)

    @cached_property
    def schema(self) -> "Schema":
        """The schema of these dossiers; a dossier that was read before is shown without it."""
        from regimekit.schema import load_schema

        return load_schema(self.place.settings)

    @property
    def paths(self) -> tuple[str, ...]:
        """The Markdown files, relative to the root."""
        return self.library.paths

    @cached_property
    def known(self) -> dict[str, Known | Finding]:
        """What is known of every file without all of them being read anew."""
        with self._progress() as tell:
            return self.library.known(tell)

    @cached_property
    def corpus(self) -> Corpus:
        """Every dossier; a bar on stderr where that takes its time."""
        with self._progress() as tell:
            corpus = self.library.corpus(tell)
        for finding in corpus.findings:
            note(f"{finding.path}: {finding.message}")
        return corpus

    def _progress(self) -> AbstractContextManager[Callable[[int, int], None]]:
        from regimekit.rendering.progress import progress

        return progress("Reading dossiers", sys.stderr.isatty() and not self.given.quiet)

    def dossier(self, name: str) -> Dossier:
        """The dossier that a name means; raises RequestError with the candidates where it means none or several."""
        file = Path(name)
        if file.suffix.casefold() in (".md", ".markdown") and file.is_file():
            return self.cache.read(file.read_bytes(), self._path_of(file))
        found = [self._read(path) for path in paths_named(name, self.paths)]
        if len(found) > 1:
            found = [dossier for dossier in found if is_dossier(dossier)]
        found = found or self._led_by(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise RequestError(f'"{name}" may mean {self._names(dossier.path for dossier in found)}; name one of them')
        raise RequestError(self._unknown(name))

    def dossiers(self, names: Sequence[str] | None) -> tuple[Dossier, ...]:
        """The dossiers of these names, each once; without names all of them."""
        if not names:
            return self.corpus.dossiers
        named = {dossier.path: dossier for dossier in map(self.dossier, names)}
        return tuple(named.values())

    def _path_of(self, file: Path) -> str:
        """The path of a file within the folder, as the folder's own dossiers have it; of any other as it is named."""
        with suppress(OSError, ValueError):
            return file.resolve().relative_to(self.root.resolve()).as_posix()
        return file.as_posix()

    def _read(self, path: str) -> Dossier:
        try:
            return self.library.dossier(path)
        except OSError as problem:
            raise RequestError(f"{self.root / path} cannot be read: {problem.strerror}") from None

    def _led_by(self, name: str) -> list[Dossier]:
        leaders = {path: known.leaders for path, known in self._dossiers_known().items()}
        return [self._read(path) for path in leaders_named(name, leaders)]

    def _dossiers_known(self) -> dict[str, Known]:
        """The files that are dossiers, with what is known of them."""
        return {path: known for path, known in self.known.items() if isinstance(known, Known) and known.is_dossier}

    def _names(self, paths: Iterable[str]) -> str:
        short = short_names(self.paths)
        names = [short[path] for path in paths]
        more = len(names) - MOST_NAMED
        return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")

    def _unknown(self, name: str) -> str:
        dossiers = list(self._dossiers_known())
        if not dossiers:
            return f"there is no dossier in {self.place.path}"
        alike = similar(name, short_names(dossiers).values())
        meant = f"did you mean {' or '.join(alike)}?" if alike else f"there are {self._names(dossiers)}"
        return f'no dossier is named "{name}" in {self.place.path}; {meant}'


def sessions(given: Globals, paths: Sequence[str]) -> list[Session]:
    """A session for each folder or file that is named; without any, the dossiers in use."""
    if not paths:
        return [Session(given)]
    return [Session(given, place_at(Path(path), "")) for path in paths]
