"""What `regimekit export` writes, and where to."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import is_terminal, note, write_bytes

if TYPE_CHECKING:
    from regimekit.cli.session import Session
    from regimekit.exporting import Origin, Part
    from regimekit.exporting.stream import OpenFile
    from regimekit.model import Dossier


class ExportFormat(StrEnum):
    """How everything is written."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    sqlite = "sqlite"
    parquet = "parquet"
    jsonld = "jsonld"
    md = "md"


_STREAMS = (ExportFormat.json, ExportFormat.jsonl, ExportFormat.jsonld)
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`?#]+")


class Asked(NamedTuple):
    """What is to be exported: of one place all that there is, or the dossiers that are ``named``."""

    session: "Session"
    named: "tuple[Dossier, ...] | None" = None

    def parts(self) -> "Iterator[Part]":
        """What the files are, each read when its turn comes; files that cannot be read are told on stderr."""
        from regimekit.model import Finding, Page
        from regimekit.parsing.folder import is_dossier
        from regimekit.rendering.progress import progress

        if self.named is not None:
            yield from self.named
            return
        shown = sys.stderr.isatty() and not is_terminal() and not self.session.given.quiet
        with progress("Exporting dossiers", shown) as tell:
            none = True
            for path, found in self.session.library.each(tell):
                if isinstance(found, Finding):
                    note(f"{found.path}: {found.message}")
                    yield found
                elif is_dossier(found):
                    none = False
                    yield found
                else:
                    yield Page(path, found.title)
        if none:
            note(f"There is no dossier in {self.session.place.path}", self.session.given.quiet)


def asked(words: Sequence[str], given: Globals) -> Asked:
    """One folder or file, else dossiers of those in use by their names; without words all of these."""
    from regimekit.cli.session import Session, sessions

    if len(words) == 1 and Path(words[0]).exists():
        return Asked(sessions(given, words)[0])
    session = Session(given)
    if not words:
        return Asked(session)
    try:
        return Asked(session, session.dossiers(words))
    except RequestError as problem:
        if len(words) > 1:
            raise
        raise RequestError(f"{words[0]}: no such file or folder, and {problem}") from None


def base_asked(base: str | None, format: ExportFormat) -> str | None:
    """What identifiers start with, where it can be that."""
    if base is None:
        return None
    if format is not ExportFormat.jsonld:
        raise RequestError(f"--base: {format.value} has no identifiers; it is for --format jsonld")
    if not _BASE.fullmatch(base):
        raise RequestError(f'--base: "{base}" is no address to which names can be added, such as https://example.org/')
    return base if base.endswith(("/", ":")) else f"{base}/"


def export_to(asked: Asked, format: ExportFormat, output: str | None, base: str | None) -> None:
    """Write what is asked for to stdout, a file or a folder, as the format needs it."""
    if format in _STREAMS:
        _write_stream(asked, format, output, base)
    elif format is ExportFormat.md:
        from regimekit.cli.exporting_markdown import write_markdown

        write_markdown(asked, output)
    elif format is ExportFormat.sqlite:
        _write_database(asked, output)
    else:
        _write_tables(asked, format, output)


def _write_stream(asked: Asked, format: ExportFormat, output: str | None, base: str | None) -> None:
    from regimekit.cli.files import opened
    from regimekit.exporting import STREAMS

    pieces = STREAMS[format.value](_origin(asked, base), asked.parts())
    if output is None or output == "-":
        for piece in pieces:
            if not write_bytes(piece):
                return
    else:
        with opened(output) as file:
            file.writelines(pieces)


def _origin(asked: Asked, base: str | None) -> "Origin":
    from regimekit import __version__
    from regimekit.exporting import Origin

    root, paths = str(asked.session.place.path), asked.session.paths
    return Origin(root, __version__, paths) if base is None else Origin(root, __version__, paths, base)


def _write_database(asked: Asked, output: str | None) -> None:
    from regimekit.cli.building import told
    from regimekit.cli.databases import build_at

    if output is None or output == "-":
        raise RequestError("--format sqlite makes a database: name a file for it with -o FILE")
    if asked.named is not None:
        raise RequestError("--format sqlite is of a whole folder; csv and parquet take dossiers by name")
    note(told(output, build_at(asked.session, Path(output))), asked.session.given.quiet)


def _write_tables(asked: Asked, format: ExportFormat, output: str | None) -> None:
    from regimekit.cli.export_folder import filled
    from regimekit.model import Dossier

    folder = folder_asked(format, output)
    write = _tables_writer(format)
    with filled(folder, format.value, whole=True) as open_file:
        write((part for part in asked.parts() if isinstance(part, Dossier)), open_file)
    note(f"One file a table in {folder}", asked.session.given.quiet)


def _tables_writer(format: ExportFormat) -> "Callable[[Iterable[Dossier], OpenFile], None]":
    if format is ExportFormat.csv:
        from regimekit.exporting.to_csv import to_csv

        return to_csv
    try:
        from regimekit.exporting.to_parquet import to_parquet
    except ImportError:
        raise RequestError("--format parquet needs the extra parquet: pip install 'regimekit[parquet]'") from None
    return to_parquet


def folder_asked(format: ExportFormat, output: str | None) -> str:
    """The folder for a format that makes several files; raises RequestError where none is named."""
    if output is None or output == "-":
        raise RequestError(f"--format {format.value} makes several files: name a folder for them with -o DIR")
    if Path(output).suffix and not Path(output).exists():
        raise RequestError(f"--format {format.value} makes several files, so -o {output} has to be a folder")
    return output
