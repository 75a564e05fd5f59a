"""Files in lots of a size that travels well, those left out that need not travel."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from regimekit.storage.building import Reading, Ready, lost
from regimekit.storage.parcels import File

_MOST = 20  # files: a tenth of a second to a few seconds of work
_KNOWN = 200  # files of which nothing need be asked, so that the work is seen to go on
_LARGEST = 1024 * 1024  # bytes; a larger file travels alone


class Lot(msgspec.Struct, frozen=True):
    """Files that travel together; ``known`` has in order what is known already, None for each file that travels."""

    known: list[Ready | None]
    files: list[File]

    def merged(self, found: list[Ready]) -> Iterator[Ready]:
        """What is known with what was found, in the order of the files."""
        rest = iter(found)
        for known in self.known:
            yield next(rest) if known is None else known

    def one_by_one(self) -> Iterator[Lot]:
        """The same as lots of one file."""
        rest = iter(self.files)
        for known in self.known:
            yield Lot([None], [next(rest)]) if known is None else Lot([known], [])


def in_lots(reading: Reading, files: list[tuple[str, str]]) -> Iterator[Lot]:
    """The files of a folder or a URL in their order, each with its bytes unless every machine can ask for them."""
    lot, size = Lot([], []), 0
    for path, there in files:
        found = _found(reading, path, there)
        if isinstance(found, Ready):
            lot.known.append(found)
            if len(lot.known) >= _KNOWN:
                yield lot
                lot, size = Lot([], []), 0
        else:
            length = len(found.data or b"")
            if lot.files and (size + length > _LARGEST or len(lot.files) >= _MOST):
                yield lot
                lot, size = Lot([], []), 0
            lot.known.append(None)
            lot.files.append(found)
            size += length
    yield lot


def _found(reading: Reading, path: str, there: str) -> Ready | File:
    try:
        if isinstance(reading.root, Path):
            data = Path(os.path.join(reading.root, path)).read_bytes()
        else:
            from regimekit.storage.remote import is_of_one_machine, read_url, url_of

            url = url_of(reading.root, path)
            if not is_of_one_machine(url):
                return File(path, there, None, url)
            data = read_url(url)
    except OSError as error:
        return lost(path, there, error)
    key = reading.cache.key(data, path)
    return Ready(path, key) if key == there else File(path, there, data)
