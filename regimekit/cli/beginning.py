"""Beginning a dossier: where it goes, and what stands in it at first."""

import datetime
from pathlib import Path

from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.paths import free_name, shown
from regimekit.cli.place import Place, find_place, place_at
from regimekit.cli.together import create
from regimekit.parsing.folder import list_files
from regimekit.schema import load_schema
from regimekit.schema.template import template


def begin(given: Globals, name: str, title: str | None, folder: str | None) -> str:
    """Write the template under a name that is free; returns the file as it is shown.

    Without a folder it goes to the dossiers in use; to the current folder
    where those are the ones that come with the toolkit.
    """
    place = _place(given) if folder is None else place_at(Path(folder), "--dir")
    root = place.path
    if not root.is_dir():
        raise RequestError(f"{root} is no folder")
    around = root if folder is None else _frame(given, root)
    name = free_name(name, (file.relative_to(around).as_posix() for file in list_files(around)))
    text = template(load_schema(place.settings), " ".join(title.split()) if title else None, datetime.date.today())
    create(root / f"{name}.md", text.encode())
    return shown(root / f"{name}.md")


def _place(given: Globals) -> Place:
    from regimekit import bundled

    place = find_place(given.data)
    return place_at(Path(), "") if place.path == bundled() and given.data is None else place


def _frame(given: Globals, folder: Path) -> Path:
    """The dossiers among which the name must be free: those in use where the folder lies among them."""
    try:
        used = find_place(given.data).path
    except RequestError:
        return folder
    return used if used.is_dir() and folder.resolve().is_relative_to(used.resolve()) else folder
