"""What is built of what, where, and a sentence on what was done."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from regimekit.cli.caching import size_told
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.storage.building import Built

if TYPE_CHECKING:
    from regimekit.storage.building import Files


class Source(NamedTuple):
    """The files to build from, and how their folder is called."""

    files: "Files"
    name: str


def is_url(name: str) -> bool:
    """Whether a name is a URL rather than a file of this machine."""
    return "://" in name


def source_asked(path: str | None, given: Globals, on_cluster: bool) -> Source:
    """A folder or file of this machine, else the dossiers in use; with a cluster a URL too."""
    from regimekit.cli.session import sessions

    if path is not None and is_url(path):
        if not on_cluster:
            raise RequestError(f"{path}: files at a URL are read by a cluster; name one with --on dask ADDRESS")
        from regimekit.cli.building_afar import source_at

        return source_at(path, given)
    session = sessions(given, (path,) if path else ())[0]
    return Source(session.library, session.place.path.resolve().name)


def build_asked(
    source: Source, output: str, on: tuple[str, str] | None, quiet: bool, metadata: str | None = None
) -> str:
    """Build what is asked for where it is asked for, with what Datasette is told of it; returns a sentence on it."""
    from regimekit.cli.building_afar import preparing

    tables = output.endswith(("/", ".parquet"))
    if metadata is not None:
        if tables or is_url(output):
            raise RequestError("--metadata is for a database on this machine, which Datasette serves")
        if os.path.realpath(metadata) == os.path.realpath(output):
            raise RequestError(f"{metadata} is the database itself; name another file for the metadata")
    with preparing(on) as prepare:
        if tables:
            from regimekit.cli.building_tables import write_tables

            return write_tables(source, output, prepare, quiet)
        if is_url(output):
            from regimekit.cli.building_afar import build_at_url

            return told(output, *build_at_url(source, output, prepare, quiet))
        from regimekit.cli.databases import build_from, told_of

        target = Path(output)
        with told_of(target):
            built = build_from(source.files, source.name, target, quiet, prepare)
    if metadata is not None:
        from regimekit.cli.files import save
        from regimekit.exporting.to_json import encode
        from regimekit.storage.datasette import metadata as metadata_of

        save(metadata, encode(metadata_of(target.stem)))
    return told(output, built)


def told(name: str, built: Built, size: int | None = None) -> str:
    """What was done to the database, and how large it is: ``size`` in bytes where it is no file of this machine."""
    large = size_told(os.stat(name).st_size if size is None else size)
    if built.new:
        return f"Wrote {name}: {_files(built.written)} ({large})."
    if not built.written and not built.removed:
        return f"{name} is up to date: {_files(built.left)} ({large})."
    done = [f"{_files(built.written)} written"] if built.written else []
    done += [f"{_files(built.removed)} taken out"] if built.removed else []
    done += [f"{built.left:,} left as they were"] if built.left else []
    return f"Updated {name}: {', '.join(done)} ({large})."


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"
