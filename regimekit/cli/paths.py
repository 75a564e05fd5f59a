"""How files are named on the screen, and which of them a command may change."""

from pathlib import Path

from regimekit.cli.failure import RequestError
from regimekit.cli.place import Place


def shown(file: Path) -> str:
    """The path as it leads there from the current folder, where it lies below that."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_absolute() and file.is_relative_to(here) else file)


def refuse_bundled(place: Place) -> None:
    """Raises RequestError for the dossiers that come with the toolkit, unless they were named."""
    from regimekit import bundled

    if place.path == bundled() and "come with" in place.origin:
        raise RequestError("the dossiers that come with regimekit are not changed; name a folder with --data")
