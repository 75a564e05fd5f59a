"""Which files of a folder are dossiers; loads no grammar, so that a command may ask before it reads."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator
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
    base = root if root.is_dir() else root.parent
    return [base / path for path in relative_files(root)]


def relative_files(root: Path) -> list[str]:
    """The same as paths relative to the folder (or to the one that holds the file), with forward slashes."""
    if root.is_file():
        return [root.name]
    # in the order of the parts of paths, as Path compares them: "a/b" before "a-b"
    return sorted(_walk(os.fspath(root), ""), key=lambda path: path.split("/"))


def _walk(folder: str, before: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{before}{entry.name}/")
            elif entry.name.casefold().endswith(_ENDINGS) and entry.is_file():
                yield before + entry.name


def is_listed(path: str) -> bool:
    """Whether a path relative to a folder is one of those that are read: Markdown, and no part of it hidden."""
    return path.casefold().endswith(_ENDINGS) and not any(part.startswith(".") for part in path.split("/"))


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


def load_folder(root: Path, read: Reader, progress: Progress | None = None) -> Corpus:
    """A folder (or one file) as a corpus; files that cannot be opened become findings."""
    base = root if root.is_dir() else root.parent
    # thousands of small records are made and none is garbage: collecting meanwhile costs a third of the time
    collecting = gc.isenabled()
    gc.disable()
    try:
        return corpus_of(str(root), _read_each(base, relative_files(root), read, progress))
    finally:
        if collecting:
            gc.enable()


def _read_each(
    base: Path, paths: list[str], read: Reader, progress: Progress | None
) -> Iterator[tuple[str, Dossier | Finding]]:
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths))
        try:
            data = (base / path).read_bytes()
        except OSError as error:
            yield path, unreadable(path, error)
        else:
            yield path, read(data, path)


def corpus_of(root: str, files: Iterable[tuple[str, Dossier | Finding]]) -> Corpus:
    """A corpus of files that were read, or of which a finding says why they were not."""
    dossiers: list[Dossier] = []
    pages: list[Page] = []
    findings: list[Finding] = []
    for path, found in files:
        if isinstance(found, Finding):
            findings.append(found)
        elif is_dossier(found):
            dossiers.append(found)
        else:
            pages.append(Page(path, found.title))
    return Corpus(root, tuple(dossiers), tuple(pages), tuple(findings))


def unreadable(path: str, error: OSError) -> Finding:
    """That a file cannot be read."""
    return Finding(
        "RK907", "error", Span(1, 1), f"the file cannot be read: {error.strerror}", "Check its permissions.", path
    )
