"""The options that commands share."""

import os
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple, TypeVar, get_args

import typer


class Globals(NamedTuple):
    """What may be said before or behind any command."""

    data: str | None = None
    quiet: bool = False
    no_color: bool = False
    no_cache: bool = False


class ListingFormat(StrEnum):
    """How a listing is written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def complete_dossiers(context: typer.Context, incomplete: str) -> list[str]:
    """Names of dossiers for the shell, from the names of the files alone."""
    from regimekit.analysis.names import short_names
    from regimekit.cli.place import find_place
    from regimekit.parsing.folder import list_files

    try:
        place = find_place(_said_so_far(context, "data"))
        root = place.path if place.path.is_dir() else place.path.parent
        names = short_names(file.relative_to(root).as_posix() for file in list_files(place.path)).values()
    except Exception:  # a shell that is completing can show no error
        return []
    return [name for name in names if name.startswith(incomplete)]


def _said_so_far(context: typer.Context, option: str) -> str | None:
    """An option of a line that is still being written, before the command or behind it."""
    above = context.parent.params.get(option) if context.parent else None
    said: str | None = context.params.get(option) or above
    return said


def complete_sections(incomplete: str) -> list[str]:
    """Ids of sections for the shell."""
    from regimekit.schema import load_schema

    return [section.id for section in load_schema(None).sections if section.id.startswith(incomplete)]


def complete_measures(incomplete: str) -> list[str]:
    """Measures for the shell."""
    from regimekit.model import Measure

    return [measure for measure in get_args(Measure) if measure.startswith(incomplete)]


def complete_relation_types(incomplete: str) -> list[str]:
    """Types of relations for the shell."""
    from regimekit.schema import load_schema

    types = load_schema(None).vocabularies.get("relationship_type", ())
    return [term.id for term in types if term.id.startswith(incomplete)]


def complete_rows(incomplete: str) -> list[str]:
    """Rows of a comparison for the shell: the groups, and the fields of the schema."""
    from regimekit.analysis.side_by_side import RowGroup
    from regimekit.schema import load_schema

    rows = [*get_args(RowGroup), *(field.id for field in load_schema(None).fields)]
    return [row for row in rows if row.startswith(incomplete)]


Data = Annotated[
    str | None, typer.Option("--data", metavar="DIR", help="The folder of dossiers to use.", show_default=False)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes on stderr; errors are still told.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Neither bold nor dim, as with NO_COLOR.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read every file anew and keep nothing, as with REGIMEKIT_NO_CACHE.")
]
Ascii = Annotated[bool, typer.Option("--ascii", help="Draw with plain letters and signs only.")]
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="Any part of the dossier's file name, or of its leader's name, that means no other.",
        autocompletion=complete_dossiers,
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]...",
        help="Parts of the dossiers' names; none means every dossier.",
        autocompletion=complete_dossiers,
        show_default=False,
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="ID",
        help="Only of this section, by its id or title; may be repeated.",
        autocompletion=complete_sections,
        show_default=False,
    ),
]
Format = Annotated[ListingFormat, typer.Option("--format", "-f", help="How to write the answer.")]


def remember(context: typer.Context, data: str | None, quiet: bool, no_color: bool, no_cache: bool) -> None:
    """Keep what was said before the command."""
    context.obj = Globals(data, quiet, no_color, no_cache or bool(os.environ.get("REGIMEKIT_NO_CACHE")))


def given(
    context: typer.Context,
    data: str | None = None,
    quiet: bool = False,
    no_color: bool = False,
    no_cache: bool = False,
) -> Globals:
    """What was said behind the command, else before it."""
    before = context.obj if isinstance(context.obj, Globals) else Globals()
    return Globals(
        data if data is not None else before.data,
        quiet or before.quiet,
        no_color or before.no_color,
        no_cache or before.no_cache,
    )


_Item = TypeVar("_Item")


def each(several: Sequence[_Item] | None) -> tuple[_Item, ...]:
    """An option that may be repeated, as a tuple; empty where it was not given."""
    return tuple(several or ())
