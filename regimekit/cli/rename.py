"""`regimekit rename`: a new name for a dossier, and for every link to it."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, Quiet, complete_dossiers, given


def rename(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="The dossier, named as in other commands.", autocompletion=complete_dossiers
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new name: small letters, digits, hyphens.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    data: Data = None,
    quiet: Quiet = False,
) -> None:
    """Give a dossier a new name, in its file and in every link to it.

    Links are [[name]], [[folder/name#Section|text]], related dossiers in a
    header, and Markdown links to name.md. What stands in code stays, and so
    does text that merely mentions the name. Every file is written, or none.
    """
    from regimekit.cli.output import note, write_harmless
    from regimekit.cli.renaming import plan
    from regimekit.cli.session import Session

    asked = given(context, data, quiet)
    renaming = plan(Session(asked), old, new.removesuffix(".md"))
    if not dry_run:
        renaming.carry_out()
    write_harmless(renaming.listing)
    for sentence in renaming.remarks:
        note(sentence, asked.quiet)
    if dry_run:
        note("Nothing was changed.", asked.quiet)
