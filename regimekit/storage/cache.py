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
from typing import TYPE_CHECKING

import msgspec

from regimekit.model.dossier import Dossier
from regimekit.storage.entries import fingerprint, keep, kept, user_folder

if TYPE_CHECKING:
    from regimekit.schema import Schema

_DECODER = msgspec.msgpack.Decoder(Dossier)
_ENCODER = msgspec.msgpack.Encoder()
# what the records depend on
_SOURCES = ("model", "parsing", "schema")


class DossierCache:
    """Reads dossiers, each only once for as long as its bytes and the schema stay the same.

    ``settings`` is the user's regimekit.yaml on top of the built-in schema;
    ``root`` where the cache lies, without one in the user's cache folder.
    Where ``keeps`` is False nothing is looked up and nothing is kept.
    """

    def __init__(self, settings: Path | None = None, root: Path | None = None, keeps: bool = True) -> None:
        self.settings = settings
        self.root = root
        self.keeps = keeps

    def read(self, data: bytes, path: str) -> Dossier:
        """The dossier that these bytes are; raises SchemaError where the user's schema is wrong."""
        if not self.keeps:
            return self.anew(data, path)
        key = self.key(data, path)
        dossier = self.known(key)
        if dossier is None:
            dossier = self.anew(data, path)
            self.remember(key, dossier)
        return dossier

    def key(self, data: bytes, path: str) -> str:
        """What names the reading of these bytes at this path, by this toolkit with this schema."""
        return key_of(self.fingerprint, data, path)

    def known(self, key: str) -> Dossier | None:
        """The dossier of a key, where it is kept."""
        if self.keeps:
            with suppress(OSError, msgspec.MsgspecError):
                return _DECODER.decode(kept(self.folder("dossiers") / key))
        return None

    def remember(self, key: str, dossier: Dossier) -> None:
        """Keep a dossier, if that can be done."""
        if self.keeps:
            with suppress(OSError, UnicodeEncodeError):  # a file's name need not be text
                keep(self.folder("dossiers") / key, _ENCODER.encode(dossier))

    def has(self, key: str) -> bool:
        """Whether a dossier is kept under a key."""
        return self.keeps and (self.folder("dossiers") / key).exists()

    def anew(self, data: bytes, path: str) -> Dossier:
        """The dossier that these bytes are, read whatever is kept."""
        from regimekit.parsing.corpus import read_bytes

        return read_bytes(data, path, self.schema)

    @property
    def schema(self) -> Schema:
        """What dossiers are read and checked by; raises SchemaError where the user's is wrong."""
        from regimekit.schema import load_schema

        return load_schema(self.settings)

    def folder(self, kind: str) -> Path:
        """Where entries of one kind are kept."""
        return self.root / kind if self.root is not None else user_folder(kind)

    @cached_property
    def fingerprint(self) -> bytes:
        """What the toolkit and the user's schema are."""
        digest = hashlib.blake2b(fingerprint(*_SOURCES))
        if self.settings is not None:
            with suppress(OSError):
                digest.update(self.settings.read_bytes())
        return digest.digest()


def key_of(fingerprint: bytes, data: bytes, path: str) -> str:
    """What names the reading of these bytes at this path, by the toolkit and the schema of a fingerprint."""
    return hashlib.blake2b(fingerprint + os.fsencode(path) + b"\0" + data, digest_size=20).hexdigest()
