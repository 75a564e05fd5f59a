"""How files are named: on the screen, and when a new one is to be made."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from regimekit.analysis.names import slug_of
from regimekit.cli.failure import RequestError
from regimekit.cli.place import Place

_SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def shown(file: Path) -> str:
    """The path as it leads there from the current folder, where it lies below that."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_absolute() and file.is_relative_to(here) else file)


def refuse_bundled(place: Place) -> None:
    """Raises RequestError for the dossiers that come with the toolkit, unless they were named."""
    from regimekit import bundled

    if place.path == bundled() and "come with" in place.origin:
        raise RequestError("the dossiers that come with regimekit are not changed; name a folder with --data")


def free_name(slug: str, paths: Iterable[str]) -> str:
    """The name as it is written in a file's; raises RequestError where it is none, or one of these files has it."""
    slug = unicodedata.normalize("NFC", slug)
    if not _SLUG.fullmatch(slug) or slug != slug.lower():
        raise RequestError(f"{slug!r} cannot be a dossier's name; it takes small letters, digits and hyphens between")
    taken = next((path for path in paths if slug_of(path).casefold() == slug.casefold()), None)
    if taken is not None:
        raise RequestError(f"{slug!r} is the name of {taken}; links could not tell the two apart")
    return slug
