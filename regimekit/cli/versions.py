"""The two versions of a folder that are compared: of a revision, of the working tree, or as a folder has it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from regimekit.cli.failure import RequestError
from regimekit.cli.place import SETTINGS
from regimekit.cli.revisions import Blob, Repository

_ENDINGS = (".md", ".markdown")


class Version(msgspec.Struct, frozen=True):
    """The Markdown files of one side, by their paths below what is compared, each with a digest of its bytes.

    ``shown`` is how a path is named to the user, ``settings`` are the bytes of
    the regimekit.yaml that this version has, with their place. ``alone`` marks
    a version that is one file and no folder.
    """

    name: str
    files: Mapping[str, str]
    read: Callable[[str], bytes]
    shown: Callable[[str], str]
    settings: tuple[str, bytes] | None = None
    alone: bool = False


def of_folder(path: Path, git_like: bool = False) -> Version:
    """A file or folder as it is; ``git_like`` passes over links, which a revision has not."""
    from regimekit.parsing.folder import list_files

    root = path if path.is_dir() else path.parent
    files = [file for file in list_files(path) if not (git_like and file.is_symlink())]
    paths = [file.relative_to(root).as_posix() for file in files]
    return Version(
        str(path),
        _digests(paths, lambda one: (root / one).read_bytes(), 40),
        lambda one: (root / one).read_bytes(),
        lambda one: str(root / one),
        _settings_on_disk(path),
        alone=not path.is_dir(),
    )


def of_working_tree(repository: Repository, path: str, like: int = 40) -> Version:
    """What lies in the working tree below a path from its top: files that git knows, and new ones that it would add.

    ``like`` is the length of the names of this repository's objects.
    """
    top = repository.top
    single = (top / path).is_file()
    kept = repository.kept_files(path)
    files = {path.rpartition("/")[2]: path} if single else _relative(kept, path)
    return Version(
        "the working tree",
        _digests(files, lambda one: (top / files[one]).read_bytes(), like),
        lambda one: (top / files[one]).read_bytes(),
        lambda one: _from_here(top / files[one]),
        _settings_on_disk(top / path),
        alone=single,
    )


def of_revision(repository: Repository, revision: str, commit: str, path: str) -> Version | None:
    """What a commit has below a path from the top; None where it has nothing there."""
    found = repository.blobs(commit, path)
    if found is None:
        return None
    single = isinstance(found, Blob)
    blobs = {blob.path: blob.name for blob in ([found] if isinstance(found, Blob) else found)}
    files = {path.rpartition("/")[2]: path} if single else _relative(blobs, path)
    return Version(
        _named(revision, commit),
        {one: blobs[full] for one, full in files.items()},
        lambda one: repository.bytes_of(blobs[files[one]]),
        lambda one: files[one] if repository.bare else _from_here(repository.top / files[one]),
        _settings_of(repository, revision, commit, path),
        alone=single,
    )


def nothing(like: Version, name: str) -> Version:
    """The version in which there was nothing yet, or is nothing any more."""
    return msgspec.structs.replace(like, name=name, files={})


def _named(revision: str, commit: str) -> str:
    return revision if commit.startswith(revision) else f"{revision} ({commit[:10]})"


def _relative(paths: Iterable[str], folder: str) -> dict[str, str]:
    """The Markdown files below a folder that are not hidden: the path from there, and from the top."""
    cut = len(folder) + 1 if folder else 0
    return {full[cut:]: full for full in paths if _is_shown(full[cut:])}


def _is_shown(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return PurePosixPath(path).suffix.casefold() in _ENDINGS and not any(part.startswith(".") for part in parts)


def _digests(paths: Iterable[str], read: Callable[[str], bytes], like: int) -> dict[str, str]:
    """A digest for each file that can be read, the one by which git names its bytes."""
    found = {}
    for path in paths:
        try:
            data = read(path)
        except OSError as problem:
            raise RequestError(f"{path} cannot be read: {problem.strerror}") from None
        head = b"blob %d\0" % len(data)
        digest = hashlib.sha256(head) if like == 64 else hashlib.sha1(head, usedforsecurity=False)
        digest.update(data)
        found[path] = digest.hexdigest()
    return found


def _settings_on_disk(path: Path) -> tuple[str, bytes] | None:
    from regimekit.cli.place import place_at

    found = place_at(path, "").settings if path.exists() else None
    return (str(found), found.read_bytes()) if found else None


def _settings_of(repository: Repository, revision: str, commit: str, path: str) -> tuple[str, bytes] | None:
    """The regimekit.yaml above a path within a commit, else the one on the disk above the whole repository."""
    folder = path
    while True:
        found = repository.blobs(commit, f"{folder}/{SETTINGS}" if folder else SETTINGS)
        if isinstance(found, Blob):
            return f"{revision}:{found.path}", repository.bytes_of(found.name)
        if not folder:
            break
        folder = folder.rpartition("/")[0]
    return _settings_on_disk(repository.top.parent) if not repository.bare else None


def _from_here(file: Path) -> str:
    return os.path.relpath(file, os.path.realpath(Path.cwd()))
