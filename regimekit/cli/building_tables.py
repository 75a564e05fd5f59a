"""A build whose outcome is Parquet, one file a table, in a folder of this machine or at a URL (extra: parquet)."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from regimekit.cli.building import Source, is_url
from regimekit.cli.failure import RequestError
from regimekit.cli.output import note

if TYPE_CHECKING:
    from regimekit.exporting.stream import OpenFile
    from regimekit.model import Dossier
    from regimekit.storage.building import Prepare


def write_tables(source: Source, output: str, prepare: "Prepare", quiet: bool) -> str:
    """Write every dossier's rows as they come; returns a sentence on it."""
    try:
        from regimekit.exporting.to_parquet import to_parquet
    except ImportError:
        raise RequestError(f"{output} needs the extra parquet: pip install 'regimekit[parquet]'") from None
    count = 0

    def counted() -> "Iterator[Dossier]":
        nonlocal count
        for dossier in _dossiers(source, prepare, quiet):
            count += 1
            yield dossier

    with _folder(output) as open_file:
        to_parquet(counted(), open_file)
    return f"Wrote {output}: one file a table, {count:,} dossier{'' if count == 1 else 's'}."


def _dossiers(source: Source, prepare: "Prepare", quiet: bool) -> "Iterator[Dossier]":
    from regimekit.cli.databases import check_alone
    from regimekit.model import Dossier
    from regimekit.rendering.progress import progress
    from regimekit.storage.building import dossiers

    with progress("Building", sys.stderr.isatty() and not quiet) as tell:
        for part in dossiers(source.files, check_alone, tell, prepare):
            if isinstance(part, Dossier):
                yield part
            else:
                note(f"{part.path}: {part.message}")


def _folder(output: str) -> "AbstractContextManager[OpenFile]":
    if is_url(output):
        return _folder_at(output.rstrip("/"))
    from regimekit.cli.export_folder import filled

    return filled(output, "parquet", whole=True)


@contextmanager
def _folder_at(url: str) -> "Iterator[OpenFile]":
    from regimekit.cli.building_afar import at_url
    from regimekit.cli.export_folder import RECORD

    with at_url(url):
        from regimekit.storage.remote import filled, names_at

        names = names_at(url)
        if names and RECORD not in names:
            raise RequestError(f"{url} holds what is not of an earlier build; name another URL")
        with filled(url) as open_file:
            yield open_file
            open_file(RECORD).write(b"{}\n")
