"""Which files of a folder are dossiers; loads no grammar, so that a command may ask before it reads."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from regimekit.model.corpus import Corpus, Page
from regimekit.model.dossier import Dossier
from regimekit.model.finding import Finding
from regimekit.model.span import Span

#: Reads the bytes of a file, given with its path relative to the folder.
Reader = Callable[[bytes, str], Dossier]
#: Is told before each file how many of how many are read.
Progress = Callable[[int, int], None]

_LINE_END = re.compile(r"\r\n?")
_ENDINGS = (".md", ".markdown")
_NOT_SECTIONS = frozenset({"other", "sources", "timeline"})
_PAGES = frozenset({"readme", "index", "contributing", "changelog", "license", "_index"})
_TELLING = frozenset({"country", "dates", "leaders", "type", "death_toll"})


def list_files(root: Path) -> list[Path]:
    """The Markdown files below a folder in the order of their paths; hidden files and folders are passed over."""
    if root.is_file():
        return [root]
    return sorted(_walk(root))


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif entry.suffix.casefold() in _ENDINGS and entry.is_file():
            yield entry


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of a file, and the encoding that was assumed where it is not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as its dossier counts them."""
    return plain_lines(decode(data)[0]).split("\n")


def plain_lines(text: str) -> str:
    """A text without byte order mark and with line ends as ``\\n``."""
    return _LINE_END.sub("\n", text.removeprefix("\ufeff"))


def is_dossier(dossier: Dossier) -> bool:
    """Whether a file is on one regime: it has at least two of the schema's sections, or an Overview of fields.

    An index, a README or a note has not; such a file is a page of the folder.
    """
    known = {section.id for section in dossier.sections if section.level <= 2} - _NOT_SECTIONS
    if dossier.slug.casefold() in _PAGES:
        return len(known) >= 4
    return len(known) >= 2 or len({field.id for field in dossier.overview} & _TELLING) >= 2


def read_folder(root: Path, read: Reader, progress: Progress | None = None) -> Iterator[Dossier | Page | Finding]:
    """What each file of a folder (or one file) is, one after the other: a dossier, a page, or why it cannot be read."""
    base = root if root.is_dir() else root.parent
    files = list_files(root)
    for done, file in enumerate(files):
        if progress is not None:
            progress(done, len(files))
        path = file.relative_to(base).as_posix()
        try:
            data = file.read_bytes()
        except OSError as error:
            yield _unreadable(path, error)
            continue
        dossier = read(data, path)
        yield dossier if is_dossier(dossier) else Page(path, dossier.title)


def load_folder(root: Path, read: Reader, progress: Progress | None = None) -> Corpus:
    """A folder (or one file) as a corpus; files that cannot be opened become findings."""
    # thousands of small records are made and none is garbage: collecting meanwhile costs a third of the time
    collecting = gc.isenabled()
    gc.disable()
    try:
        parts = tuple(read_folder(root, read, progress))
    finally:
        if collecting:
            gc.enable()
    return Corpus(
        str(root),
        tuple(part for part in parts if isinstance(part, Dossier)),
        tuple(part for part in parts if isinstance(part, Page)),
        tuple(part for part in parts if isinstance(part, Finding)),
    )


def _unreadable(path: str, error: OSError) -> Finding:
    return Finding(
        "RK907", "error", Span(1, 1), f"the file cannot be read: {error.strerror}", "Check its permissions.", path
    )
