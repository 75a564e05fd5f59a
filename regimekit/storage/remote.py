"""Folders and files at a URL, by whatever fsspec knows: s3://, gs://, https://, file://, memory:// and others."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from regimekit.parsing.folder import is_listed
from regimekit.storage.cache import DossierCache
from regimekit.storage.library import Known

_TRIES = 3
_PAUSE = 0.3  # seconds before the second try, and twice as many before each further one
_FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)
_OF_ONE_MACHINE = ("file", "local", "memory")


class RemoteError(Exception):
    """What is at a URL cannot be listed, read or written; the message is one sentence."""


class RemoteFiles:
    """The Markdown files below a URL, or the one at it. Nothing is known of a file before it is read."""

    def __init__(self, url: str, cache: DossierCache) -> None:
        self.url = url
        self.cache = cache
        self._is_file = False

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The files in the order in which a folder of this machine would have them; raises RemoteError."""
        with told(self.url, "listed"):
            system, base = url_to_fs(self.url)
            name = base.rstrip("/").rpartition("/")[2]
            self._is_file = is_listed(name) and system.isfile(base)  # a folder of a web server passes for a file
            if self._is_file:
                return (name,)
            if not system.exists(base):
                raise FileNotFoundError(2, "no such file or folder")
            found = [file.removeprefix(base).lstrip("/") for file in system.find(base)]
        return tuple(sorted((path for path in found if is_listed(path)), key=lambda path: path.split("/")))

    @property
    def root(self) -> str:
        """The URL to which paths are relative."""
        first, chained, rest = self.url.partition("::")
        if self.paths and self._is_file:
            first = first.rstrip("/").rpartition("/")[0]
        return first + chained + rest

    def state(self, path: str) -> Known | None:
        """Nothing: whether a file has changed is known from its bytes alone."""

    def learn(self, path: str, known: Known) -> None:
        """Nothing is kept."""

    def keep_states(self) -> None:
        """Nothing is kept."""


def is_of_one_machine(url: str) -> bool:
    """Whether what is at a URL may be there for this machine only, so that others have to be sent it."""
    return any(link.partition("://")[0] in _OF_ONE_MACHINE for link in url.split("::"))


def url_of(root: str, path: str) -> str:
    """The URL of a file below another URL."""
    first, chained, rest = root.partition("::")
    return first + ("" if first.endswith("/") else "/") + path + chained + rest


def read_url(url: str) -> bytes:
    """The bytes at a URL, asked for again where something passing stands in the way. Raises OSError, ImportError."""
    for turn in range(_TRIES):
        try:
            system, path = url_to_fs(url)
            data: bytes = system.cat_file(path)
            return data
        except (*_FINAL, ImportError):
            raise
        except Exception as problem:  # each library has its own
            if turn == _TRIES - 1:
                raise OSError(0, _reason(problem)) from None
            time.sleep(_PAUSE * 2**turn)
    raise AssertionError


def header_at(url: str, length: int) -> bytes | None:
    """The first bytes of the file at a URL, None where there is none; raises RemoteError."""
    with told(url, "read"):
        system, path = url_to_fs(url)
        if not system.exists(path):
            return None
        with system.open(path, "rb") as file:
            data: bytes = file.read(length)
            return data


def upload(file: Path, url: str) -> None:
    """Put a file at a URL, whole or not at all; raises RemoteError."""
    folder, _, name = url.rpartition("/")
    with filled(folder) as opened, file.open("rb") as source:
        shutil.copyfileobj(source, opened(name))


@contextmanager
def filled(url: str) -> Iterator[Callable[[str], BinaryIO]]:
    """Gives a function that opens files below a URL, which stand there once all are whole; raises RemoteError."""
    with told(url, "written"):
        system, folder = url_to_fs(url)
        if isinstance(system, LocalFileSystem):
            system.auto_mkdir = True
    # what is done within is told by whoever does it
    with told(url, "written", only=OSError), system.transaction, ExitStack() as files:
        yield lambda name: files.enter_context(system.open(f"{folder}/{name}", "wb"))


def names_at(url: str) -> list[str]:
    """The names of what is in the folder at a URL; raises RemoteError."""
    with told(url, "listed"):
        system, folder = url_to_fs(url)
        if not system.exists(folder):
            return []
        return [entry.rstrip("/").rpartition("/")[2] for entry in system.ls(folder, detail=False)]


@contextmanager
def told(url: str, done: str, only: type[Exception] = Exception) -> Iterator[None]:
    """Whatever a library of one kind of URL raises, in one sentence."""
    try:
        yield
    except ImportError as problem:
        raise RemoteError(f"{url} cannot be {done}: {_reason(problem)}") from None
    except only as problem:
        if isinstance(problem, RemoteError):
            raise
        raise RemoteError(f"{url} cannot be {done}: {_reason(problem)}") from None


def _reason(problem: Any) -> str:
    words = " ".join(str(getattr(problem, "strerror", None) or problem).split())
    return words or type(problem).__name__
