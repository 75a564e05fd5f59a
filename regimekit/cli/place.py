"""Where the dossiers are."""

import os
from pathlib import Path

import msgspec

from regimekit.cli.failure import RequestError

SETTINGS = "regimekit.yaml"


class Place(msgspec.Struct, frozen=True):
    """A folder of dossiers (or one file); ``origin`` says why this one, ``settings`` is the file laid on the schema."""

    path: Path
    origin: str
    settings: Path | None = None


def find_place(named: str | None) -> Place:
    """The first of: --data, REGIMEKIT_DATA, a regimekit.yaml above the current folder, ./data, the bundled dossiers."""
    if named is not None:
        return place_at(Path(named), "--data")
    if os.environ.get("REGIMEKIT_DATA"):
        return place_at(Path(os.environ["REGIMEKIT_DATA"]).expanduser(), "REGIMEKIT_DATA")
    settings = settings_above(Path.cwd())
    if settings is not None:
        return place_of(settings)
    if Path("data").is_dir():
        return Place(Path("data"), "the data folder here")
    from regimekit import bundled

    return Place(bundled(), "the dossiers that come with regimekit")


def place_at(path: Path, origin: str) -> Place:
    """A folder or file that the user names, with the settings above it."""
    if not path.exists():
        raise RequestError(
            f"{path}: no such file or folder ({origin})" if origin else f"{path}: no such file or folder"
        )
    return Place(path, origin, settings_above(path.absolute()))


def place_of(settings: Path) -> Place:
    """What a regimekit.yaml says of the folder: its "data", else the data folder beside it, else its own folder."""
    from regimekit.schema import load_schema

    said = load_schema(settings).data
    if said is not None and not said.exists():
        raise RequestError(f"{said}: no such folder (data in {settings})")
    beside = settings.parent / "data"
    return Place(said or (beside if beside.is_dir() else settings.parent), str(settings), settings)


def settings_above(start: Path) -> Path | None:
    """The regimekit.yaml of a folder, else of the nearest one above it."""
    folders = [start, *start.parents] if start.is_dir() else start.parents
    return next((folder / SETTINGS for folder in folders if (folder / SETTINGS).is_file()), None)
