"""A build whose files, database or processors are not of this machine (extra: dask)."""

import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from regimekit.cli.building import Source
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.storage.mapping import in_processes

if TYPE_CHECKING:
    from regimekit.storage.building import Built, Prepare

_APPLICATION_AT = 68  # where SQLite has the number of the program that a database is of: four bytes, the highest first


@contextmanager
def preparing(on: tuple[str, str] | None) -> "Iterator[Prepare]":
    """What reads the files: the processors of this machine, or a cluster."""
    if on is None:
        yield in_processes
        return
    kind, address = on
    if kind != "dask":
        raise RequestError(f'--on: "{kind}" is not known; it is --on dask ADDRESS, such as --on dask tcp://host:8786')
    try:
        from regimekit.storage.on_dask import ClusterError, on_cluster
    except ImportError:
        raise _needs("--on dask") from None
    try:
        with on_cluster(address) as prepare:
            yield prepare
    except ClusterError as problem:
        raise RequestError(str(problem)) from None


def source_at(url: str, given: Globals) -> Source:
    """The files at a URL, read by the regimekit.yaml above the current folder."""
    from regimekit.cli.place import settings_above
    from regimekit.storage import DossierCache

    with at_url(url):
        from regimekit.storage.remote import RemoteFiles

        settings = settings_above(Path.cwd())
        files = RemoteFiles(url, DossierCache(settings, keeps=False))
        if not files.paths:
            raise RequestError(f"there is no Markdown file at {url}")
        return Source(files, url.partition("::")[0].rstrip("/").rpartition("/")[2])


def build_at_url(source: Source, url: str, prepare: "Prepare", quiet: bool) -> "tuple[Built, int]":
    """Make a database anew and put it at a URL; returns its size too."""
    from regimekit.cli.databases import build_from, told_of
    from regimekit.storage.connection import APPLICATION

    with at_url(url), tempfile.TemporaryDirectory(prefix="regimekit-") as folder:
        from regimekit.storage.remote import header_at, upload

        header = header_at(url, _APPLICATION_AT + 4)
        if header is not None and header[_APPLICATION_AT:] != struct.pack(">I", APPLICATION):
            raise RequestError(f"{url} is not a database of regimekit and is not overwritten; name another URL")
        file = Path(folder) / "regimes.sqlite"
        with told_of(file):
            built = build_from(source.files, source.name, file, quiet, prepare)
        upload(file, url)
        return built, file.stat().st_size


@contextmanager
def at_url(url: str) -> Iterator[None]:
    """Says in one sentence what a URL needs or why it cannot be used."""
    try:
        from regimekit.storage.remote import RemoteError
    except ImportError:
        raise _needs(url) from None
    try:
        yield
    except RemoteError as problem:
        raise RequestError(str(problem)) from None


def _needs(what: str) -> RequestError:
    return RequestError(f"{what} needs the extra dask: pip install 'regimekit[dask]'")
