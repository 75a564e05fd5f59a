"""What a check of a folder found, kept for as long as nothing that it depends on has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from regimekit.model.finding import Finding
from regimekit.storage.entries import fingerprint, keep, kept

_PARTS = ("analysis", "linting", "model", "parsing", "schema")


class Checked(msgspec.Struct, frozen=True):
    """The findings of one run, and the paths of the dossiers in the folder."""

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]


_DECODER = msgspec.msgpack.Decoder(Checked)
_ENCODER = msgspec.msgpack.Encoder()


def checked(
    files: Iterable[tuple[str, str | None]],
    asked: Iterable[bytes],
    check: Callable[[], Checked],
    folder: Path,
) -> Checked:
    """What ``check`` finds, or found when it last ran on the same files in the same way.

    ``files`` are all files of the folder with what names their contents (None
    where one cannot be read), since one dossier is compared with the others;
    ``asked`` is whatever else the outcome depends on: settings with the day,
    the files that were asked about. ``folder`` is where runs are kept.
    """
    digest = hashlib.blake2b(fingerprint(*_PARTS), digest_size=20)
    for part in asked:
        digest.update(part + b"\0")
    for path, key in files:
        digest.update(os.fsencode(path) + b"\0" + (key or "").encode() + b"\0")
    entry = folder / digest.hexdigest()
    with suppress(OSError, msgspec.MsgspecError):
        return _DECODER.decode(kept(entry))
    found = check()
    with suppress(OSError, UnicodeEncodeError):  # a file's name need not be text
        keep(entry, _ENCODER.encode(found))
    return found
