"""Dossiers already read, kept in the user's cache folder.

Reading is a pure function of a file's bytes, its path, the schema and this
toolkit, so a digest of those is the key and an entry is never out of date: when
any of them changes, another entry is asked for. An entry that cannot be read is
as good as none, and a cache that cannot be written is no cache.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import msgspec

from regimekit.model.dossier import Dossier

_FORMAT = 1
_DECODER = msgspec.msgpack.Decoder(Dossier)
_ENCODER = msgspec.msgpack.Encoder()
# what the records depend on; an editable checkout changes without changing its version
_SOURCES = ("model", "parsing", "schema")


class DossierCache:
    """Reads dossiers, each only once for as long as its bytes and the schema stay the same.

    ``settings`` is the user's regimekit.yaml on top of the built-in schema,
    ``folder`` where entries are kept; without one, the user's cache folder.
    """

    def __init__(self, settings: Path | None = None, folder: Path | None = None) -> None:
        self._settings = settings
        self._folder = folder

    def read(self, data: bytes, path: str) -> Dossier:
        """The dossier that these bytes are; raises SchemaError where the user's schema is wrong."""
        key = self._fingerprint + os.fsencode(path) + b"\0" + data
        entry = self.folder / hashlib.blake2b(key, digest_size=20).hexdigest()
        with suppress(OSError, msgspec.MsgspecError):
            return _DECODER.decode(entry.read_bytes())
        dossier = self._read(data, path)
        with suppress(OSError, UnicodeEncodeError):  # a file's name need not be text
            _keep(entry, _ENCODER.encode(dossier))
        return dossier

    def _read(self, data: bytes, path: str) -> Dossier:
        from regimekit.parsing.corpus import read_bytes
        from regimekit.schema import load_schema

        return read_bytes(data, path, load_schema(self._settings))

    @cached_property
    def folder(self) -> Path:
        """Where the entries are kept."""
        if self._folder is not None:
            return self._folder
        from platformdirs import user_cache_path

        return user_cache_path("regimekit", appauthor=False) / "dossiers"

    @cached_property
    def _fingerprint(self) -> bytes:
        digest = hashlib.blake2b(str(_FORMAT).encode())
        package = Path(__file__).parent.parent
        for name in _SOURCES:
            for file in sorted(_files(package / name)):
                digest.update(file.encode())
        if self._settings is not None:
            with suppress(OSError):
                digest.update(self._settings.read_bytes())
        return digest.digest()


def _files(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _files(Path(entry.path))
            elif entry.is_file():
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"


def _keep(entry: Path, data: bytes) -> None:
    """Write an entry whole or not at all: other processes may read or write the same one."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=entry.parent, prefix=".")
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, entry)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
