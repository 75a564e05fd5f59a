"""Files that travel to another machine to be read there, and what comes back.

A parcel holds everything that reading depends on, so that the other machine
needs neither this one's disk nor its settings; only the toolkit has to be the
same there, and says so where it is not.
"""

from __future__ import annotations

import hashlib
import platform
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from regimekit.parsing.corpus import read_bytes
from regimekit.schema import Schema, load_schema
from regimekit.storage.building import Check, Ready, lost
from regimekit.storage.cache import key_of
from regimekit.storage.library import packed

# what a file's reading and its check depend on; not the dossiers, which a checkout and an installation keep apart
_PARTS = ("analysis", "cli", "linting", "model", "parsing", "schema", "storage")
_SOURCES = (".py", ".yaml")
_LIBRARIES = ("mistune", "pyyaml", "msgspec")


class OtherToolkitError(Exception):
    """The machine that was to read has another toolkit than the one that asked; the message names what it has."""


class File(msgspec.Struct, frozen=True):
    """One file: its bytes, or a URL where they are to be had, and the key under which the database has it."""

    path: str
    there: str
    data: bytes | None
    url: str = ""


class Parcel(msgspec.Struct, frozen=True):
    """Files with all that their reading depends on; ``settings`` is the text of a regimekit.yaml."""

    toolkit: str
    fingerprint: bytes
    settings: bytes | None
    check: Check
    files: tuple[File, ...]


def read_parcel(parcel: Parcel) -> list[Ready]:
    """What is to be written of each file; raises OtherToolkitError where another toolkit reads than was to."""
    if toolkit() != parcel.toolkit:
        raise OtherToolkitError(toolkit())
    schema = _schema(parcel.settings)
    return [_ready(file, parcel, schema) for file in parcel.files]


def _ready(file: File, parcel: Parcel, schema: Schema) -> Ready:
    data = file.data
    if data is None:
        from regimekit.storage.remote import read_url

        try:
            data = read_url(file.url)
        except OSError as error:
            return lost(file.path, file.there, error)
    key = key_of(parcel.fingerprint, data, file.path)
    if key == file.there:
        return Ready(file.path, key)
    return Ready(file.path, key, None, packed(parcel.check(schema, read_bytes(data, file.path, schema))))


@cache
def _schema(settings: bytes | None) -> Schema:
    if settings is None:
        return load_schema()
    with tempfile.TemporaryDirectory(prefix="regimekit-") as folder:
        file = Path(folder) / "regimekit.yaml"
        file.write_bytes(settings)
        return load_schema(file)


@cache
def toolkit() -> str:
    """What reads here: the versions of all that the records depend on, with a digest of the toolkit's own source."""
    package = Path(__file__).parent.parent
    digest = hashlib.blake2b(digest_size=4)
    for file in sorted(_sources(package)):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    libraries = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    python = ".".join(platform.python_version_tuple()[:2])
    return f"regimekit {_version('regimekit')} [{digest.hexdigest()}], Python {python}, {libraries}"


def _sources(package: Path) -> Iterator[Path]:
    return (file for part in _PARTS for file in (package / part).rglob("*") if file.suffix in _SOURCES)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
