"""`regimekit new`: the first page of a dossier, from the schema."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.cli.options import Data, Quiet, given


class Kind(StrEnum):
    """What a dossier can be on."""

    regime = "regime"


def new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The file's name: small letters, digits, hyphens.")],
    kind: Annotated[Kind, typer.Option(help="What the dossier is on.")] = Kind.regime,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="The dossier's title, as in 'Chad under Habré'.", show_default=False),
    ] = None,
    folder: Annotated[
        str | None,
        typer.Option("--dir", metavar="FOLDER", help="Where; else with the dossiers in use.", show_default=False),
    ] = None,
    data: Data = None,
    quiet: Quiet = False,
) -> None:
    """Begin a dossier: a file with what the schema asks for.

    The required sections stand in their order, the form of their lines in
    comments; regimekit lint then names what is left to fill in. A file that
    exists is never written over.
    """
    from regimekit.cli.beginning import begin
    from regimekit.cli.output import note, write_harmless

    asked = given(context, data, quiet)
    file = begin(asked, name.removesuffix(".md"), title, folder)
    write_harmless(f"{file}\n")
    note(f"regimekit lint {file} names what is to be filled in.", asked.quiet)
