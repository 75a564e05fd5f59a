"""The database of a folder: where the user wants it, or in the cache, or for one command only."""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from regimekit import __version__
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.session import Session

if TYPE_CHECKING:
    from regimekit.model import Dossier
    from regimekit.schema import Schema
    from regimekit.storage.building import Built, Files, Prepare


def check_alone(schema: "Schema", dossier: "Dossier") -> "Dossier":
    """A dossier with what the linter finds in it, by the settings of its folder."""
    from regimekit.linting.alone import with_findings
    from regimekit.linting.settings import settings_from

    return with_findings(dossier, schema, settings_from(schema.lint))


def build_at(session: Session, target: Path) -> "Built":
    """Make a database or bring it up to date; raises RequestError where that cannot be done."""
    with told_of(target):
        return _build(session, target)


@contextmanager
def told_of(target: Path) -> Iterator[None]:
    """Says in one sentence why a database cannot be made there."""
    from regimekit.storage.connection import ForeignDatabaseError

    try:
        if target.exists() and not target.is_file():
            raise ForeignDatabaseError
        yield
    except ForeignDatabaseError:
        raise RequestError(
            f"{target} is not a database of regimekit and is not overwritten; name another file"
        ) from None
    except sqlite3.Error as problem:
        raise RequestError(f"{target} cannot be written: {problem}") from None
    except OSError as problem:
        raise RequestError(f"{target} cannot be written: {problem.strerror}") from None


def _build(session: Session, target: Path) -> "Built":
    from regimekit.storage.mapping import in_processes

    return build_from(session.library, session.place.path.resolve().name, target, session.given.quiet, in_processes)


def build_from(library: "Files", name: str, target: Path, quiet: bool, prepare: "Prepare") -> "Built":
    """Make a database of a folder of this name or bring it up to date; a bar on stderr where that takes its time."""
    from regimekit.rendering.progress import progress
    from regimekit.storage.building import build

    facts = {"regimekit": __version__, "folder": name}
    with progress("Building", sys.stderr.isatty() and not quiet) as tell:
        return build(library, target, check_alone, facts, tell, prepare)


@contextmanager
def database_of(session: Session) -> Iterator[Path]:
    """A database of the folder as it is now: the one in the cache where there is a cache, else one that is not kept."""
    from regimekit.storage.connection import ForeignDatabaseError

    if session.cache.keeps:
        key = hashlib.blake2b(os.fsencode(session.place.path.absolute()), digest_size=20).hexdigest()
        kept = session.cache.folder("databases") / f"{key}.sqlite"
        try:
            kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # whose dossiers they are may not be for all
            try:
                _build(session, kept)
            except ForeignDatabaseError:  # what stands in the cache is ours, so it is damaged
                kept.unlink()
                _build(session, kept)
        except (OSError, sqlite3.Error):
            pass  # a full or closed disk: one is made elsewhere, for this command only
        else:
            with suppress(OSError):
                os.utime(kept)  # its age is that of its last use
            yield kept
            return
    import tempfile

    with tempfile.TemporaryDirectory(prefix="regimekit-") as folder:
        temporary = Path(folder) / "regimes.sqlite"
        build_at(session, temporary)
        yield temporary


@contextmanager
def database_named(given: Globals, name: str | None) -> Iterator[Path]:
    """The database of a file that the user names, as it is, which needs no dossiers; else that of those in use."""
    from regimekit.storage.connection import ForeignDatabaseError, described

    if name is None:
        with database_of(Session(given)) as file:
            yield file
        return
    file = Path(name)
    if not file.is_file():
        raise RequestError(f"{name}: no such file")
    try:
        if not file.stat().st_size:
            raise ForeignDatabaseError
        known = described(file)
    except ForeignDatabaseError:
        raise RequestError(f"{name} is not a database of regimekit; make one with regimekit build") from None
    if known is None:
        raise RequestError(f"{name} was made by another version of regimekit; make it anew with regimekit build")
    yield file
