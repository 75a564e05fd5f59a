"""`regimekit fmt`: dossiers in canonical form."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, Quiet, each, given


def fmt(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files or folders; none means the dossiers in use.", show_default=False
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit status 1 where a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    data: Data = None,
    quiet: Quiet = False,
) -> None:
    """Put dossiers into canonical form.

    The Overview's rows stand in the schema's order, columns of tables under
    each other (up to 120 columns), sources as [title](url) | type: … |
    accessed: 2026-01-06, relations as [[slug]] — relationship: …, full dates
    of sources and footer in ISO 8601, lists with dashes, one blank line around
    headings, lists and tables.

    Nothing that is read changes, save the lines that records stand on, the
    order of those from the Overview, blanks, and the spelling of what is named
    above: each change after which a record would be another is left out. So is
    what is not understood, such as a table with a cell too many or a date that
    is no full day. Code, comments and the header stay as they are.

    Prints the names of the files that change. Files are written together, or
    none of them.
    """
    from regimekit.cli.formatting import formatted
    from regimekit.cli.output import note, write_harmless
    from regimekit.cli.paths import shown
    from regimekit.cli.together import write_together

    asked = given(context, data, quiet)
    changed, count = formatted(asked, each(paths))
    if not (check or diff):
        write_together({one.file: one.data for one in changed})
    write_harmless("".join(one.diff if diff else f"{shown(one.file)}\n" for one in changed))
    would = "would be" if check or diff else "were"
    note(f"{len(changed)} of {count} dossier{'s' if count != 1 else ''} {would} changed.", asked.quiet)
    raise typer.Exit(1 if check and changed else 0)
