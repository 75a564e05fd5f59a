"""`regimekit cache`: what is kept between runs."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.cli.options import Quiet, given


class CacheFormat(StrEnum):
    """How to tell what the cache holds."""

    table = "table"
    json = "json"


cache = typer.Typer(
    name="cache",
    help="What is kept between runs: how much, and emptying it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@cache.command()
def info(
    format: Annotated[CacheFormat, typer.Option("--format", "-f", help="How to write the answer.")] = CacheFormat.table,
) -> None:
    """Where the cache lies and how much it holds.

    What has not been used for 30 days is let go of, and the oldest where there
    are more than 4 GiB. Everything in it can be made anew from the dossiers.
    """
    from regimekit.cli.caching import told, told_as_json
    from regimekit.cli.output import write, write_bytes

    if format is CacheFormat.json:
        write_bytes(told_as_json())
    else:
        write(told())


@cache.command()
def clear(context: typer.Context, quiet: Quiet = False) -> None:
    """Remove everything that is kept; the next run of each command takes as long as the first."""
    from regimekit.cli.caching import emptied
    from regimekit.cli.output import note

    note(emptied(), given(context, None, quiet).quiet)
