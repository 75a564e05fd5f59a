"""`regimekit diff`: what changed in records between two versions."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.analysis.changes_kinds import KINDS
from regimekit.cli.options import Ascii, Data, NoCache, NoColor, Quiet, each, given

Kind = StrEnum("Kind", {kind: kind for kind in KINDS})  # type: ignore[misc]


class DiffFormat(StrEnum):
    """How a comparison of two versions is written."""

    table = "table"
    json = "json"
    md = "md"


def diff(
    context: typer.Context,
    asked: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD] [NEW] [PATH]",
            help="A file, a folder or a git revision each, and the path below which revisions are compared.",
            show_default=False,
        ),
    ] = None,
    kinds: Annotated[
        list[Kind] | None,
        typer.Option("--kind", "-k", help="Only records of this kind; may be repeated.", show_default=False),
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help="Only how many records changed in each dossier.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit status 1 where anything changed.")] = False,
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="How to write the answer.")] = DiffFormat.table,
    ascii: Ascii = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """What changed in records between two versions, not in lines.

    OLD and NEW are two files, two folders, or two git revisions (A B, or A..B;
    HEAD:data is a folder of one). One revision is compared with the working
    tree, and without any the last commit is; new files that git does not ignore
    count. A name that is a path here is the path; NAME^0 is the revision.

    Without PATH revisions are compared in the folder of dossiers in use, from
    any place else in the whole repository. PATH is counted from the current
    folder. Files that were renamed or moved are followed.

    A record is unchanged wherever its lines stand. What a change means is not
    judged: a range is "widened", a date "made more exact". Nothing is checked
    out or written.
    """
    from regimekit.cli.differing import differing
    from regimekit.cli.showing_changes import show_changes

    asked_globally = given(context, data, quiet, no_color, no_cache)
    found = differing(each(asked), [kind for kind in KINDS if kind in each(kinds)], asked_globally)
    show_changes(found, format.value, stat, bool(kinds), asked_globally, ascii)
    raise typer.Exit(1 if exit_code and found else 0)
