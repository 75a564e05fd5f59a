"""The files of one folder as they are now; what is known of a file holds for as long as it is not touched.

A file that has the size, the times and the inode that it had when it was read
is taken for the same, as git and make do, unless it was written within the two
seconds before: a second change within one tick of the clock would leave no
trace.
"""

from __future__ import annotations

import gc
import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path

import msgspec

from regimekit.model.corpus import Corpus
from regimekit.model.dossier import Dossier
from regimekit.model.finding import Finding
from regimekit.parsing.folder import corpus_of, is_dossier, relative_files, unreadable
from regimekit.storage.cache import DossierCache
from regimekit.storage.entries import keep, kept
from regimekit.storage.mapping import in_processes
from regimekit.storage.upkeep import look_after

#: Is told how many of how many files are read.
Progress = Callable[[int, int], None]

_TICK = 2_000_000_000  # nanoseconds


class Known(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is known of a file without reading it: how it stood when it was read, and what was read.

    ``settled`` says that it had not been written just before; ``key`` names the
    dossier in the cache; a file that is no dossier is a page.
    """

    size: int
    modified: int
    changed: int
    inode: int
    settled: bool
    key: str
    is_dossier: bool
    slug: str
    title: str
    leaders: tuple[str, ...]


_STATES = msgspec.msgpack.Decoder(dict[str, Known])
_DOSSIER = msgspec.msgpack.Decoder(Dossier)
_ENCODER = msgspec.msgpack.Encoder()


class Library:
    """A folder of dossiers, or one file."""

    def __init__(self, place: Path, cache: DossierCache) -> None:
        self.place = place
        self.root = place if place.is_dir() else place.parent
        self.cache = cache
        self._fresh: dict[str, Known] = {}
        self._corpus: Corpus | None = None

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The Markdown files, relative to the root, in their order."""
        return tuple(relative_files(self.place))

    def dossier(self, path: str) -> Dossier:
        """One file, read; raises OSError where it cannot be, SchemaError where the user's schema is wrong."""
        state = self.state(path)
        dossier = self.cache.known(state.key) if state is not None else None
        if dossier is None:
            self._fresh[path], dossier = read_known(self.cache, self.root, path)
        return dossier

    def known(self, tell: Progress | None = None) -> dict[str, Known | Finding]:
        """What is known of every file, those read that have changed; a finding where a file cannot be read."""
        states: dict[str, Known | Finding | None] = {path: self.state(path) for path in self.paths}
        missing = [path for path, state in states.items() if state is None]
        if missing:
            for path, state in self._read_all(missing, tell):
                states[path] = state
                if isinstance(state, Known):
                    self._fresh[path] = state
            self.keep_states()
        return {path: state for path, state in states.items() if state is not None}

    def corpus(self, tell: Progress | None = None) -> Corpus:
        """Every file, read."""
        if self._corpus is None:
            with not_collecting():
                self._corpus = corpus_of(str(self.place), self.each(tell))
        return self._corpus

    def each(self, tell: Progress | None) -> Iterator[tuple[str, Dossier | Finding]]:
        """Every file, read when its turn comes."""
        if not self.cache.keeps:
            yield from self._each_anew(tell)
            return
        states = self.known(tell)
        lost = [path for path, state in states.items() if isinstance(state, Known) and not self.cache.has(state.key)]
        if any(path in self._fresh for path in lost):  # read a moment ago and not kept: nothing can be
            yield from self._each_anew(tell)
            return
        for _ in self._read_all(lost, tell):
            pass
        for done, (path, state) in enumerate(states.items()):
            if tell is not None:
                tell(done, len(states))
            yield path, state if isinstance(state, Finding) else self._kept_or_read(path, state)

    def _kept_or_read(self, path: str, state: Known) -> Dossier | Finding:
        try:
            return self.cache.known(state.key) or read_known(self.cache, self.root, path)[1]
        except OSError as error:
            return unreadable(path, error)

    def _each_anew(self, tell: Progress | None) -> Iterator[tuple[str, Dossier | Finding]]:
        """Every file without a cache: what the processes read comes back to this one."""
        work = partial(read_packed, self.cache, self.root)
        for done, (path, found) in enumerate(zip(self.paths, in_processes(work, self.paths), strict=True)):
            if tell is not None:
                tell(done, len(self.paths))
            yield path, found if isinstance(found, Finding) else unpacked(found)

    def _read_all(self, paths: Sequence[str], tell: Progress | None) -> Iterator[tuple[str, Known | Finding]]:
        work = partial(_known, self.cache, self.root)
        for done, (path, state) in enumerate(zip(paths, in_processes(work, paths), strict=True)):
            if tell is not None:
                tell(done, len(paths))
            yield path, state

    def state(self, path: str) -> Known | None:
        """What is known of a file, where it has not been touched since."""
        known = self._fresh.get(path) or self._states.get(path)
        if known is None:
            return None
        with suppress(OSError):
            if _stand(os.stat(os.path.join(self.root, path))) == (
                known.size,
                known.modified,
                known.changed,
                known.inode,
            ):
                return known
        return None

    def learn(self, path: str, known: Known) -> None:
        """Take note of how a file stood that was read elsewhere."""
        self._fresh[path] = known

    @cached_property
    def _states(self) -> dict[str, Known]:
        if self.cache.keeps:
            with suppress(OSError, msgspec.MsgspecError):
                return _STATES.decode(kept(self._entry))
        return {}

    def keep_states(self) -> None:
        """Keep what is known of the files that are there, but for those that were written just now."""
        if not self.cache.keeps:
            return
        states = {
            path: state
            for path in self.paths
            if (state := self._fresh.get(path) or self._states.get(path)) is not None
            and state.settled
            and not any("\ud800" <= sign <= "\udfff" for sign in path)  # a file's name need not be text
        }
        with suppress(OSError):
            keep(self._entry, _ENCODER.encode(states))
            look_after(self.cache.root)

    @cached_property
    def _entry(self) -> Path:
        key = self.cache.fingerprint + os.fsencode(os.path.abspath(self.place))
        return self.cache.folder("folders") / hashlib.blake2b(key, digest_size=20).hexdigest()


def _stand(stat: os.stat_result) -> tuple[int, int, int, int]:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def read_known(cache: DossierCache, root: Path, path: str) -> tuple[Known, Dossier]:
    """A file read, or as it is kept, and what is to be known of it. Raises OSError where it cannot be read."""
    began = time.time_ns()
    with open(os.path.join(root, path), "rb") as file:
        stat = os.fstat(file.fileno())  # before it is read: a change while it is read makes another state
        data = file.read()
    key = cache.key(data, path)
    dossier = cache.known(key)
    if dossier is None:
        dossier = cache.anew(data, path)
        cache.remember(key, dossier)
    leaders = (
        *(person.name for person in dossier.people if person.leader),
        *(field.value for field in dossier.overview if field.id == "leaders"),
    )
    settled = max(stat.st_mtime_ns, stat.st_ctime_ns) < began - _TICK
    known = Known(*_stand(stat), settled, key, is_dossier(dossier), dossier.slug, dossier.title, leaders)
    return known, dossier


def _known(cache: DossierCache, root: Path, path: str) -> Known | Finding:
    try:
        return read_known(cache, root, path)[0]
    except OSError as error:
        return unreadable(path, error)


def read_packed(cache: DossierCache, root: Path, path: str) -> bytes | Dossier | Finding:
    """A file read, packed to be sent to another process; a finding where it cannot be read."""
    try:
        return packed(read_known(cache, root, path)[1])
    except OSError as error:
        return unreadable(path, error)


def packed(dossier: Dossier) -> bytes | Dossier:
    """A dossier as MessagePack, which is quicker to send than to pickle; itself where a name in it is no text."""
    try:
        return _ENCODER.encode(dossier)
    except UnicodeEncodeError:
        return dossier


def unpacked(dossier: bytes | Dossier) -> Dossier:
    """What `packed` packed."""
    return _DOSSIER.decode(dossier) if isinstance(dossier, bytes) else dossier


@contextmanager
def not_collecting() -> Iterator[None]:
    """Thousands of small records are made and none is garbage: collecting meanwhile costs a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
