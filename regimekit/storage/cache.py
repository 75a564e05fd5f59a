"""Dossiers already read, kept in the user's cache folder.

Reading is a pure function of a file's bytes, its path, the schema and this
toolkit, so a digest of those is the key and an entry is never out of date: when
any of them changes, another entry is asked for. An entry that cannot be read is
as good as none, and a cache that cannot be written is no cache.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import msgspec

from regimekit.model.dossier import Dossier
from regimekit.storage.entries import keep, source_states, user_folder

_DECODER = msgspec.msgpack.Decoder(Dossier)
_ENCODER = msgspec.msgpack.Encoder()
# what the records depend on
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
            keep(entry, _ENCODER.encode(dossier))
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
        return user_folder("dossiers")

    @cached_property
    def _fingerprint(self) -> bytes:
        digest = hashlib.blake2b()
        for state in source_states(*_SOURCES):
            digest.update(state.encode("utf-8", "surrogateescape"))
        if self._settings is not None:
            with suppress(OSError):
                digest.update(self._settings.read_bytes())
        return digest.digest()
