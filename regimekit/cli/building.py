"""A database made where the user wants it, with what Datasette is told of it, and what was done in a sentence."""

import os
from pathlib import Path

from regimekit.cli.caching import size_told
from regimekit.cli.databases import build_at
from regimekit.cli.failure import RequestError
from regimekit.cli.session import Session
from regimekit.storage.building import Built


def built(session: Session, name: str, metadata: str | None) -> str:
    """Build the database and, where that is asked for, the metadata with which Datasette serves it."""
    if metadata is None:
        return told(name, build_at(session, Path(name)))
    from regimekit.cli.files import save
    from regimekit.exporting.to_json import encode
    from regimekit.storage.datasette import metadata as metadata_of

    if os.path.realpath(metadata) == os.path.realpath(name):
        raise RequestError(f"{metadata} is the database itself; name another file for the metadata")
    done = told(name, build_at(session, Path(name)))
    save(metadata, encode(metadata_of(Path(name).stem)))
    return done


def told(name: str, built: Built) -> str:
    """What was done to the database, and how large it is."""
    size = size_told(os.stat(name).st_size)
    if built.new:
        return f"Wrote {name}: {_files(built.written)} ({size})."
    if not built.written and not built.removed:
        return f"{name} is up to date: {_files(built.left)} ({size})."
    done = [f"{_files(built.written)} written"] if built.written else []
    done += [f"{_files(built.removed)} taken out"] if built.removed else []
    done += [f"{built.left:,} left as they were"] if built.left else []
    return f"Updated {name}: {', '.join(done)} ({size})."


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"
