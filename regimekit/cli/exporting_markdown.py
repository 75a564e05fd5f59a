"""Dossiers as canonical Markdown, on their way to stdout, a file or a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from regimekit.cli.exporting import ExportFormat, folder_asked
from regimekit.cli.output import is_terminal, note, write_bytes, write_harmless

if TYPE_CHECKING:
    from regimekit.cli.exporting import Asked
    from regimekit.cli.session import Session
    from regimekit.model import Dossier

_MARKDOWN = (".md", ".markdown")


def write_markdown(asked: "Asked", output: str | None) -> None:
    """One dossier to stdout or to a file that ends in .md; else a file for each, in a folder."""
    from regimekit.cli.export_folder import filled
    from regimekit.model import Dossier

    one = _only_one(asked)
    if one is not None and output in (None, "-"):
        text = canonical_text(one, asked.session)
        if is_terminal():
            write_harmless(text)
        else:
            write_bytes(text.encode())
    elif one is not None and output and output.endswith(_MARKDOWN) and not Path(output).is_dir():
        from regimekit.cli.files import save

        save(output, canonical_text(one, asked.session).encode())
    else:
        count = 0
        with filled(folder_asked(ExportFormat.md, output), "md", whole=asked.named is None) as open_file:
            for part in asked.parts():
                if isinstance(part, Dossier):
                    with open_file(file_name(part.path)) as file:
                        file.write(canonical_text(part, asked.session).encode())
                    count += 1
        note(f"{count} dossier{'s' if count != 1 else ''} in {output}", asked.session.given.quiet)


def _only_one(asked: "Asked") -> "Dossier | None":
    """The one dossier that is asked for by its name or its file."""
    from regimekit.model import Dossier

    if asked.named is not None:
        return asked.named[0] if len(asked.named) == 1 else None
    if asked.session.place.path.is_dir():
        return None
    return next((part for part in asked.parts() if isinstance(part, Dossier)), None)


def canonical_text(dossier: "Dossier", session: "Session") -> str:
    """The text of a dossier as `regimekit fmt` writes it, line ends as ``\\n``."""
    from regimekit.cli.formatting import canonical
    from regimekit.parsing.corpus import read_bytes

    data = dossier.text.encode("utf-8", "replace")
    # read anew: as UTF-8, whatever the file was
    return canonical(data, read_bytes(data, dossier.path, session.schema), session.schema)[0].decode()


def file_name(path: str) -> str:
    """The name of a dossier's file in a folder of exports: its path, where that does not lead out of the folder."""
    parts = Path(path).parts
    return parts[-1] if Path(path).is_absolute() or ".." in parts else path
