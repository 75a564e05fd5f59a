"""Dossiers already read, kept in the user's cache folder.

Reading is a pure function of a file's bytes, its path, the schema and this
toolkit, so a digest of those is the key and an entry is never out of date: when
any of them changes, another entry is asked for. An entry that cannot be read is
as good as none, and a cache that cannot be written is no cache.
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Sequence
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


_WORTH_A_PROCESS = 40  # files
_BATCH = 10


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
        entry = self._entry(data, path)
        with suppress(OSError, msgspec.MsgspecError):
            return _DECODER.decode(entry.read_bytes())
        dossier = self._read(data, path)
        with suppress(OSError, UnicodeEncodeError):  # a file's name need not be text
            keep(entry, _ENCODER.encode(dossier))
        return dossier

    def prepare(self, files: Sequence[tuple[str, bytes]], progress: Callable[[int, int], None] | None = None) -> None:
        """Read many files that are not yet kept, in as many processes as there are processors.

        Few files are left to `read`: starting processes takes as long as reading them.
        """
        missing = [(path, data) for path, data in files if not self._entry(data, path).exists()]
        workers = min(os.cpu_count() or 1, len(missing) // _WORTH_A_PROCESS)
        if workers < 2:
            return
        from concurrent.futures import ProcessPoolExecutor

        batches = [missing[at : at + _BATCH] for at in range(0, len(missing), _BATCH)]
        with ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_parent) as pool:
            try:
                for done, _ in enumerate(pool.map(self._fill, batches)):
                    if progress is not None:
                        progress(min(done * _BATCH, len(missing)), len(missing))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _fill(self, files: Sequence[tuple[str, bytes]]) -> None:
        for path, data in files:
            self.read(data, path)

    def _entry(self, data: bytes, path: str) -> Path:
        key = self._fingerprint + os.fsencode(path) + b"\0" + data
        return self.folder / hashlib.blake2b(key, digest_size=20).hexdigest()

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
