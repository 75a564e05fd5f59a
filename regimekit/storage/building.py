"""A folder → a database: only what has changed is read, and the file is whole at every moment.

A new database is made beside its place under another name and moved there when
it is complete. One that is there is changed in one transaction. Whoever is
killed in between leaves what was there before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from regimekit.model.dossier import Dossier
from regimekit.model.finding import Finding
from regimekit.parsing.folder import is_dossier, unreadable
from regimekit.storage.cache import DossierCache
from regimekit.storage.connection import connection_to, described, files_in, writable
from regimekit.storage.entries import fingerprint
from regimekit.storage.library import Known, Progress, packed, read_known, unpacked
from regimekit.storage.mapping import in_processes

if TYPE_CHECKING:
    from regimekit.schema import Schema
    from regimekit.storage.database import Database

#: A dossier with whatever is found in it by looking at it alone; a function of a module, since other processes and
#: machines call it.
Check = Callable[["Schema", Dossier], Dossier]

_PARTS = ("analysis", "linting", "model", "parsing", "schema", "storage")
_SIDE_FILES = ("", "-journal", "-wal", "-shm")


class Built(msgspec.Struct, frozen=True):
    """What a build did: how many files were written anew, taken out, and left as they were."""

    written: int
    removed: int
    left: int
    new: bool


class Ready(msgspec.Struct, frozen=True):
    """One file on its way into the database; ``packed`` is empty where it stands there already."""

    path: str
    key: str
    known: Known | None = None
    packed: bytes | Dossier | None = None
    problem: Finding | None = None


class Files(Protocol):
    """The files that are built from: those of a folder, or those at a URL."""

    @property
    def cache(self) -> DossierCache: ...
    @property
    def root(self) -> Path | str: ...
    @property
    def paths(self) -> tuple[str, ...]: ...
    def state(self, path: str) -> Known | None: ...
    def learn(self, path: str, known: Known) -> None: ...
    def keep_states(self) -> None: ...


class Reading(msgspec.Struct, frozen=True):
    """How a file is read: a pure function of it, the schema and the toolkit.

    ``root`` is a folder of this machine, or a URL that any machine can ask.
    Called with a file's path and the key under which the database has it.
    """

    cache: DossierCache
    root: Path | str
    check: Check

    def __call__(self, file: tuple[str, str]) -> Ready:
        path, there = file
        try:
            known, dossier = read_known(self.cache, Path(self.root), path)
        except OSError as error:
            return lost(path, there, error)
        if known.key == there:
            return Ready(path, known.key, known)
        # what is sent to another process costs time
        return Ready(path, known.key, known, packed(self.check(self.cache.schema, dossier)))


#: Prepares files, given each with the key under which the database has it: here, or on other machines.
Prepare = Callable[[Reading, list[tuple[str, str]]], Iterator[Ready]]


def build(
    library: Files,
    target: Path,
    check: Check,
    facts: Mapping[str, str],
    tell: Progress | None = None,
    prepare: Prepare = in_processes,
) -> Built:
    """Make the database of a folder, or bring it up to date.

    ``facts`` are written into its table "meta"; where one of them differs from
    what stands there, everything is made anew. Raises ForeignDatabaseError
    where another file is in the place, OSError or sqlite3.Error where it
    cannot be written.
    """
    target = Path(os.path.realpath(target))  # a link stays a link
    facts = {**facts, "fingerprint": _fingerprint(library.cache).hex()}
    if described(target) == {name: writable(value) for name, value in facts.items()}:
        try:
            return _updated(library, target, check, tell, prepare)
        except sqlite3.OperationalError as problem:
            if not str(problem).startswith("no such"):  # a table or column that ought to be there
                raise
        except sqlite3.DatabaseError:  # damaged: it is made anew
            pass
    return _made(library, target, check, facts, tell, prepare)


def _made(
    library: Files, target: Path, check: Check, facts: Mapping[str, str], tell: Progress | None, prepare: Prepare
) -> Built:
    import tempfile

    from regimekit.storage.database import Database  # the tables' definitions, which most runs do without

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    temporary = Path(name)
    try:
        database = Database(temporary, new=True)
        try:
            database.describe(facts)
            written = _fill(database, library, [(path, "") for path in library.paths], check, tell, prepare)
            database.resolve_links()
            database.commit()
        finally:
            database.close()
        _settle(temporary, target)
    except BaseException:
        for ending in _SIDE_FILES:
            with suppress(OSError):
                os.unlink(name + ending)
        raise
    return Built(written, 0, 0, new=True)


def _updated(library: Files, target: Path, check: Check, tell: Progress | None, prepare: Prepare) -> Built:
    with connection_to(target) as connection:
        changed, gone = _differences(library, files_in(connection))
    if not changed and not gone:  # the most frequent case waits for nobody who writes
        return Built(0, 0, len(library.paths), new=False)
    from regimekit.storage.database import Database

    database = Database(target, new=False)
    try:
        changed, gone = _differences(library, files_in(database.connection))  # somebody may have been quicker
        for path in gone:
            database.remove(path)
        written = _fill(database, library, changed, check, tell, prepare)
        if written or gone:
            database.resolve_links()
            database.commit()
        return Built(written, len(gone), len(library.paths) - written, new=False)
    finally:
        database.close()


def _differences(library: Files, there: Mapping[str, str]) -> tuple[list[tuple[str, str]], set[str]]:
    """The files that may have changed, each with its key in the database, and those that are gone."""
    changed = []
    left = set(there)
    for path in library.paths:
        state = library.state(path)
        name = writable(path)
        left.discard(name)
        known = there.get(name, "")
        if state is None or state.key != known:
            changed.append((path, known))
    return changed, left


def _fill(
    database: Database,
    library: Files,
    files: list[tuple[str, str]],
    check: Check,
    tell: Progress | None,
    prepare: Prepare,
) -> int:
    written = 0
    for done, ready in enumerate(prepare(Reading(library.cache, library.root, check), files)):
        if tell is not None:
            tell(done, len(files))
        if ready.known is not None:
            library.learn(ready.path, ready.known)
        if ready.problem is not None:
            database.put_problem(ready.path, ready.key, ready.problem.message)
        elif ready.packed is not None:
            dossier = unpacked(ready.packed)
            if is_dossier(dossier):
                database.put(ready.path, ready.key, dossier)
            else:
                database.put_page(ready.path, ready.key, dossier.title)
        else:
            continue
        written += 1
    if files:
        library.keep_states()
    return written


def lost(path: str, there: str, error: OSError) -> Ready:
    """That a file cannot be read, unless the database says so already."""
    problem = unreadable(path, error)
    return Ready(path, problem.message, problem=None if problem.message == there else problem)


def dossiers(
    library: Files, check: Check, tell: Progress | None = None, prepare: Prepare = in_processes
) -> Iterator[Dossier | Finding]:
    """Each dossier in its turn, checked, and why a file cannot be read; pages are passed over."""
    reading = Reading(library.cache, library.root, check)
    for done, ready in enumerate(prepare(reading, [(path, "") for path in library.paths])):
        if tell is not None:
            tell(done, len(library.paths))
        if ready.problem is not None:
            yield ready.problem
        elif ready.packed is not None and is_dossier(dossier := unpacked(ready.packed)):
            yield dossier


def _settle(temporary: Path, target: Path) -> None:
    """Give a finished file its name, and the permissions that a new file would be given."""
    with open(temporary, "rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        os.chmod(temporary, target.stat().st_mode & 0o7777)
    else:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
    for ending in _SIDE_FILES[1:]:  # a journal that belonged to another file would be played into this one
        with suppress(FileNotFoundError):
            os.unlink(f"{target}{ending}")
    os.replace(temporary, target)


def _fingerprint(cache: DossierCache) -> bytes:
    return fingerprint(*_PARTS)[:16] + cache.fingerprint[:16]
