"""What OLD, NEW and PATH mean, read as users of git write them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import note
from regimekit.cli.place import find_place
from regimekit.cli.revisions import Repository
from regimekit.cli.versions import Version, nothing, of_folder, of_revision, of_working_tree

_RANGE = re.compile(r"(?P<old>.*?)(?P<dots>\.\.\.?)(?P<new>.*)")
_WORK = None
_MOST = 3  # arguments

Both = tuple[Version, Version]


class Sides(NamedTuple):
    """The two versions; ``only`` is the one file in them that is asked about, None where all are."""

    old: Version
    new: Version
    only: str | None = None


def sides_asked(asked: tuple[str, ...], given: Globals, keep: Callable[[Repository], Repository]) -> Sides:
    """The two versions that are meant; ``keep`` is handed a repository that must be closed in the end."""
    if len(asked) > _MOST:
        raise RequestError("two versions are compared, below one path at most: diff OLD NEW PATH")
    if len(asked) >= 2 and all(map(_exists, asked[:2])) and not _is_range(asked[0]):
        return Sides(*_folders(asked))
    reader = _Reader(asked, given, keep)
    return reader.sides()


def _folders(asked: tuple[str, ...]) -> Both:
    old, new = (Path(one, *asked[2:]) for one in asked[:2])
    for one in (old, new):
        if not one.exists():
            raise RequestError(f"{one}: no such file or folder")
    return _of_a_kind(of_folder(old), of_folder(new))


class _Reader:
    """Reads the arguments of one command in one repository."""

    def __init__(self, asked: tuple[str, ...], given: Globals, keep: Callable[[Repository], Repository]) -> None:
        self._asked = asked
        self._given = given
        named = any(map(_exists, asked)) or len(asked) > 2
        self._place = None if named else find_place(given.data)
        if self._place is not None and "come with" in self._place.origin:
            self._place = None
        folder = self._place.path if self._place else Path()
        self._repository = keep(Repository(folder if folder.is_dir() else folder.parent))

    def sides(self) -> Sides:
        if len(self._asked) == 2 and any(self._is_within(one) for one in self._asked):
            return Sides(*_of_a_kind(*map(self._named, self._asked)))
        old, new, path = self._read()
        if path is None and self._place is not None:
            note(f"Dossiers in {self._place.path} ({self._place.origin})", self._given.quiet)
            path = str(self._place.path)
        return self._versions(old, new, path)

    def _is_within(self, name: str) -> bool:
        """Whether a name is a revision with a path: "HEAD:data"."""
        return not _exists(name) and self._split(name)[1] is not None

    def _named(self, name: str) -> Version:
        """The version that a name means by itself."""
        version = of_folder(Path(name), git_like=True) if _exists(name) else self._version(name, None)
        if version is None:
            raise RequestError(f"{name}: there is no such file or folder in that revision")
        return version

    def _read(self) -> tuple[str | None, str | None, str | None]:
        """Two revisions (None is the working tree) and the path below which they are compared."""
        first, *rest = self._asked or ("HEAD",)
        if _is_range(first):
            return self._range(first, rest)
        if len(self._asked) <= 1:
            return ("HEAD", _WORK, first) if self._asked and self._taken_for_path(first) else (first, _WORK, None)
        second, *more = rest
        if more:
            return first, second, more[0]
        if self._taken_for_path(first):
            return _WORK, second, first
        if self._taken_for_path(second):
            return first, _WORK, second
        if self._repository.commit(self._split(second)[0]) is None and self._was_there(first, second):
            return first, _WORK, second
        return first, second, None

    def _range(self, first: str, rest: list[str]) -> tuple[str, str | None, str | None]:
        if len(rest) > 1:
            raise RequestError(f"{first} names both versions; behind it goes one path at most")
        match = _RANGE.fullmatch(first)
        assert match is not None
        old, new = match["old"] or "HEAD", match["new"] or "HEAD"
        if match["dots"] == "...":
            base = self._repository.merge_base(self._commit(old), self._commit(new))
            if base is None:
                raise RequestError(f"{old} and {new} have no commit in common")
            old = base
        return old, new, rest[0] if rest else None

    def _taken_for_path(self, name: str) -> bool:
        """Whether a name is a file or folder; what is a revision as well is taken for the path, and it is said."""
        if not _exists(name):
            return False
        if self._repository.commit(name) is not None:
            note(f'"{name}" is a path here and a revision; the path is taken. For the revision write {name}^0')
        return True

    def _was_there(self, revision: str, path: str) -> bool:
        commit = self._repository.commit(revision)
        return commit is not None and self._repository.blobs(commit, self._within(path)) is not None

    def _versions(self, old: str | None, new: str | None, path: str | None) -> Sides:
        found = [self._version(one, path) for one in (old, new)]
        before, after = found
        if before is None and after is None:
            raise RequestError(f"{path} is in neither of the two versions")
        there = before or after
        assert there is not None
        if before is not None and after is not None:
            return Sides(*_of_a_kind(before, after))
        if there.alone:  # it may have had another name
            whole = [self._version(one, "") for one in (old, new)]
            assert whole[0] is not None
            assert whole[1] is not None
            return Sides(whole[0], whole[1], self._within(path))
        missing = nothing(there, f"{(old if before is None else new) or 'the working tree'}, which lacks {path}")
        return Sides(missing, there) if before is None else Sides(there, missing)

    def _version(self, revision: str | None, path: str | None) -> Version | None:
        if revision is None:
            if self._repository.bare:
                raise RequestError(f"{self._repository.top} has no working tree; name two revisions")
            within = self._within(path)
            if not (self._repository.top / within).exists():
                return None
            return of_working_tree(self._repository, within, len(self._commit("HEAD")))
        name, inner = self._split(revision)
        commit = self._commit(name)
        return of_revision(self._repository, revision, commit, self._within(path) if inner is None else inner)

    def _commit(self, revision: str) -> str:
        commit = self._repository.commit(revision)
        if commit is None:
            raise self._repository.unknown(revision)
        return commit

    def _split(self, revision: str) -> tuple[str, str | None]:
        """ "HEAD:data" → the revision and the path from the top of the repository."""
        name, colon, path = revision.partition(":")
        if not (colon and name) or self._repository.commit(revision) is not None:
            return revision, None
        return name, path.strip("/")

    def _within(self, path: str | None) -> str:
        """A path as it is from the top of the repository, "" for the top itself."""
        if path is None:
            return ""
        if self._repository.bare:
            return path.strip("/")
        full = Path(path).absolute()
        real = Path(os.path.realpath(full.parent), full.name) if full.name else full
        real = Path(os.path.realpath(real)) if real.is_dir() or full.name == ".." else real
        if not real.is_relative_to(self._repository.top):
            self._outside(path)
        within = real.relative_to(self._repository.top).as_posix()
        return "" if within == "." else within

    def _outside(self, path: str) -> NoReturn:
        raise RequestError(
            f"{path} lies outside the repository {self._repository.top}; "
            "a revision's folder is named REVISION:FOLDER, two folders can be compared anywhere"
        )


def _exists(name: str) -> bool:
    return bool(name) and os.path.lexists(name)


def _is_range(name: str) -> bool:
    """Whether a name is written "A..B"; a path is not."""
    return ".." in name and not _exists(name) and not re.search(r"(?:^|/)\.\.(?:/|$)", name)


def _of_a_kind(old: Version, new: Version) -> Both:
    if old.alone != new.alone:
        file, folder = (old, new) if old.alone else (new, old)
        raise RequestError(f"{file.name} is a file and {folder.name} a folder; two of a kind can be compared")
    return old, new
