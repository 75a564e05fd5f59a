"""What a git repository holds, read and never written.

The only module that runs git. Names of revisions and objects are told to one
`git cat-file --batch`, where none of them can become an option; nothing is
checked out, no filter, pager or text conversion of a user's settings runs.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from regimekit.cli.failure import RequestError

# where git finds its settings and itself; what else GIT_* says is meant for another command
_KEPT = re.compile(
    r"GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)"
)
_FOLDER, _LINK, _MODULE = "40000", "120000", "160000"


class Blob(msgspec.Struct, frozen=True):
    """A file of a revision; ``name`` is that of the object."""

    path: str
    name: str


class Repository:
    """A repository, found from a folder in it; raises RequestError where there is none."""

    def __init__(self, folder: Path) -> None:
        asked = ("--is-bare-repository", "--is-shallow-repository", "--show-toplevel")
        told = _git(folder, "rev-parse", *asked)
        bare, shallow, *top = [*os.fsdecode(told.stdout).split("\n"), "", ""]
        if told.returncode and bare != "true":
            raise RequestError(_why_none(folder, told.stderr.decode("utf-8", "replace")))
        self.bare = bare == "true"
        self.shallow = shallow == "true"
        self.top = folder.resolve() if self.bare else Path(top[0]).resolve()
        self._objects: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        if self._objects is not None:
            assert self._objects.stdin is not None
            assert self._objects.stdout is not None
            self._objects.stdin.close()
            self._objects.stdout.close()
            self._objects.wait()

    def commit(self, revision: str) -> str | None:
        """The name of the commit that a revision means, None where it means none."""
        if not revision or any(sign in revision for sign in "\n\r\0"):
            return None
        found = self._object(revision)
        if found is not None and found[1] == "tag":
            found = self._object(f"{found[0]}^{{commit}}")
        return found[0] if found is not None and found[1] == "commit" else None

    def merge_base(self, one: str, other: str) -> str | None:
        """The commit from which two commits, given by their full names, went apart."""
        told = _git(self.top, "merge-base", one, other)
        return told.stdout.decode().strip() or None

    def unknown(self, revision: str) -> RequestError:
        """What is said where a revision means no commit."""
        if self.commit("HEAD") is None:
            return RequestError(f"{self.top} has no commit yet to compare with")
        why = (
            "; this is a shallow clone, and `git fetch --unshallow` brings the commits that it lacks"
            if self.shallow
            else ""
        )
        asked = " ".join(revision.split())
        return RequestError(f'"{asked}" is neither a file or folder here nor a revision of {self.top}{why}')

    def blobs(self, commit: str, path: str = "") -> list[Blob] | Blob | None:
        """The files below a folder of a commit, or the file itself, by their paths from the top; None where neither is.

        Links and submodules are no files here.
        """
        root = self._object(f"{commit}^{{tree}}")
        if root is None:
            raise RequestError(f"commit {commit[:10]} cannot be read from {self.top}")
        name, mode = root[0], _FOLDER
        for part in path.split("/") if path else ():
            entries = {entry: (mode, name) for mode, entry, name in self._tree(name)} if mode == _FOLDER else {}
            if part not in entries:
                return None
            mode, name = entries[part]
        if mode != _FOLDER:
            return None if mode in (_LINK, _MODULE) else Blob(path, name)
        return list(self._below(name, path))

    def bytes_of(self, blob: str) -> bytes:
        """What is in a file, by the name of its object."""
        found = self._object(blob)
        if found is None:
            raise RequestError(f"object {blob[:10]} is not in {self.top}; the clone may be partial")
        return found[2]

    def kept_files(self, path: str = "") -> list[str]:
        """The files of the working tree that git knows or would add, by their paths from the top."""
        told = _git(self.top, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", path or ".")
        if told.returncode:
            raise RequestError(f"git cannot list the files of {self.top}: {_last_line(told.stderr)}")
        names = (os.fsdecode(name) for name in told.stdout.split(b"\0") if name)
        return sorted({name for name in names if (self.top / name).is_file() and not (self.top / name).is_symlink()})

    def _below(self, tree: str, path: str) -> Iterator[Blob]:
        for mode, entry, name in self._tree(tree):
            below = f"{path}/{entry}" if path else entry
            if mode == _FOLDER:
                yield from self._below(name, below)
            elif mode not in (_LINK, _MODULE):
                yield Blob(below, name)

    def _tree(self, name: str) -> Iterator[tuple[str, str, str]]:
        """The entries of a folder: mode, name of the entry, name of the object."""
        found = self._object(name)
        if found is None:
            raise RequestError(f"object {name[:10]} is not in {self.top}; the clone may be partial")
        data, size, at = found[2], len(name) // 2, 0
        while at < len(data):
            end = data.index(b"\0", at)
            mode, _, entry = data[at:end].partition(b" ")
            at = end + 1 + size
            yield mode.decode(), os.fsdecode(entry), data[end + 1 : at].hex()

    def _object(self, asked: str) -> tuple[str, str, bytes] | None:
        """Name, type and content of what is asked for; None where there is no such object."""
        if self._objects is None:
            self._objects = _started(self.top, "cat-file", "--batch")
        process = self._objects
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(os.fsencode(asked) + b"\n")
            process.stdin.flush()
            head = process.stdout.readline().split()
            if len(head) != 3 or not head[2].isdigit():
                if not head:
                    raise BrokenPipeError
                return None
            content = process.stdout.read(int(head[2]))
            process.stdout.read(1)
        except BrokenPipeError:
            raise RequestError(f"git ended before it had read {asked} of {self.top}") from None
        return head[0].decode(), head[1].decode(), content


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    # a file system monitor is a program that the repository names, and is not run for a look at it; nor is anything
    # fetched that a partial clone lacks
    calm = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
    return ["git", "-C", str(folder), "--no-pager", "--literal-pathspecs", *calm, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _KEPT.fullmatch(name)}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            _command(folder, arguments), env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise RequestError("git is not installed; without it two files or two folders can be compared") from None


def _started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command(folder, arguments),
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _why_none(folder: Path, said: str) -> str:
    if "dubious ownership" in said:
        return (
            f"git does not trust the repository of {folder}, which belongs to another user (see safe.directory in git)"
        )
    if "not a git repository" in said:
        return f"{folder.resolve()} is not in a git repository; two files or two folders can be compared anywhere"
    return f"git cannot read the repository of {folder}: {_last_line(said.encode())}"


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else "it gave no reason"
