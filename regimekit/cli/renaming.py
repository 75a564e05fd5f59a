"""Renaming a dossier: the file, and every link to it in its folder."""

import os
import re
from pathlib import Path

import msgspec

from regimekit.analysis.links import Link, aims_at, links
from regimekit.analysis.names import short_names, slug_of, stem
from regimekit.cli.failure import RequestError
from regimekit.cli.paths import free_name, refuse_bundled, shown
from regimekit.cli.session import Session
from regimekit.cli.together import write_together
from regimekit.linting.edits import Edit, EditError, Original
from regimekit.model import Dossier
from regimekit.parsing.folder import list_files

_PLAIN = re.compile(r"[A-Za-z0-9_-]+")  # written in one way only, also in the address of a link
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Renaming(msgspec.Struct, frozen=True):
    """What becomes of a folder when a file gets a new name; paths are relative to the root.

    ``changed`` are the links that follow it, with what they become; ``left``
    those that do not, with the reason.
    """

    root: Path
    old: str
    new: str
    changed: tuple[tuple[str, Link, str], ...]
    left: tuple[tuple[str, Link, str], ...]
    contents: dict[Path, bytes]

    def carry_out(self) -> None:
        """Write every file, or none."""
        write_together(self.contents, [(self.root / self.old, self.root / self.new)])

    @property
    def listing(self) -> str:
        """The file and each link, with the line on which it stands, before and after."""
        lines = [f"{shown(self.root / self.old)} -> {shown(self.root / self.new)}"]
        for path, link, after in self.changed:
            lines.append(f"{shown(self.root / path)}:{link.line}: {link.written} -> {after}")
        return "".join(f"{line}\n" for line in lines)

    @property
    def remarks(self) -> list[str]:
        """What stays as it is although it names the file."""
        return [f"{shown(self.root / path)}:{link.line}: {link.written} stays: {why}" for path, link, why in self.left]


def plan(session: Session, name: str, slug: str) -> Renaming:
    """What renaming a file would change; raises RequestError where the names do not allow it."""
    refuse_bundled(session.place)
    paths = tuple(file.relative_to(session.root).as_posix() for file in list_files(session.root))
    old = _file_meant(session, name, paths)
    new = _new_path(old, slug, paths)
    changed: list[tuple[str, Link, str]] = []
    left: list[tuple[str, Link, str]] = []
    contents: dict[Path, bytes] = {}
    for path in paths:
        file = session.root / path
        data = file.read_bytes()
        real = Path(os.path.realpath(file))
        if real in contents or not _may_name(data, slug_of(old)):
            continue
        dossier = session.cache.read(data, path)
        followed: list[Link] = []
        for link in links(dossier):
            aim = aims_at(link, path, old, paths)
            if aim != "another" and (link.in_code or aim == "unclear"):
                left.append((path, link, "it stands in code" if link.in_code else _unclear(old, paths)))
            elif aim == "it":
                followed.append(link)
                changed.append((path, link, _rewritten(link, slug_of(new))))
        if followed:
            contents[real] = _edited(path, data, dossier, followed, slug_of(new))
    return Renaming(session.root, old, new, tuple(changed), tuple(left), contents)


def _edited(path: str, data: bytes, dossier: Dossier, followed: list[Link], slug: str) -> bytes:
    try:
        return Original(data, dossier.text).edited(Edit(link.start, link.end, slug) for link in followed)
    except EditError as problem:
        raise RequestError(f"{path} cannot be changed: {problem}; no file was changed") from None


def _file_meant(session: Session, name: str, paths: tuple[str, ...]) -> str:
    """The path of the one file that a name means: a file of the folder, or a dossier named as in any command."""
    file = Path(name)
    if file.suffix.casefold() in (".md", ".markdown") and file.is_file():
        place = Path(os.path.abspath(file))
        root = Path(os.path.abspath(session.root))
        path = place.relative_to(root).as_posix() if place.is_relative_to(root) else ""
        if path not in paths:
            raise RequestError(f"{name} is none of the dossiers in {session.root}; name its folder with --data")
        return path
    return session.dossier(name).path


def _new_path(old: str, slug: str, paths: tuple[str, ...]) -> str:
    if slug == slug_of(old):
        raise RequestError(f"{old} has that name already")
    slug = free_name(slug, [path for path in paths if path != old])
    folder, slash, file = old.rpartition("/")
    return f"{folder}{slash}{slug}{file[len(slug_of(old)) :]}"


def _may_name(data: bytes, slug: str) -> bool:
    """Whether a file can hold the name at all: most files of a folder do not and need not be read."""
    return not _PLAIN.fullmatch(slug) or data[:2] in _UTF_16 or slug.lower().encode() in data.lower()


def _rewritten(link: Link, slug: str) -> str:
    inside = link.start - link.opening
    return link.written[:inside] + slug + link.written[inside + link.end - link.start :]


def _unclear(old: str, paths: tuple[str, ...]) -> str:
    others = [path for path in paths if path != old and slug_of(path).casefold() == slug_of(old).casefold()]
    return f"it may mean {' or '.join(short_names(others).values()) if len(others) > 1 else stem(others[0])} as well"
