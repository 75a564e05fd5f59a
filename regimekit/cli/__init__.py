"""The commands, one a file, listed by hand; each loads, asks, shows and says how it went.

Exit status: 0 fine, 1 findings, 2 cannot be used as asked (one sentence on
stderr says why), 130 interrupted, 3 a fault of the toolkit itself.
"""

from typing import Annotated

import typer

from regimekit.cli import (
    build,
    cache,
    cite,
    compare,
    debates,
    diff,
    estimates,
    export,
    figures,
    fmt,
    graph,
    lint,
    new,
    rename,
    rule,
    schema,
    search,
    show,
    sources,
    sql,
    stats,
    timeline,
)
from regimekit.cli.failure import guarded
from regimekit.cli.options import Data, NoCache, NoColor, Quiet, remember

app = typer.Typer(
    name="regimekit",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS = (
    show.show,
    search.search,
    figures.figures,
    timeline.timeline,
    estimates.estimates,
    compare.compare,
    graph.graph,
    debates.debates,
    sources.sources,
    cite.cite,
    stats.stats,
    diff.diff,
    lint.lint,
    rule.rule,
    new.new,
    fmt.fmt,
    rename.rename,
    export.export,
    build.build,
    sql.sql,
    schema.schema,
)

GROUPS = (cache.cache,)

for _command in COMMANDS:
    app.command()(_command)
for _group in GROUPS:
    app.add_typer(_group)


def _version(asked: bool) -> None:
    if asked:
        from regimekit import __version__

        typer.echo(f"regimekit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Read, check and compare Markdown dossiers on regimes.

    A dossier is named by any part of its file name or of its leader's name
    that means no other: regimekit show stalin.

    The dossiers are those of --data, else of REGIMEKIT_DATA, else of the
    regimekit.yaml above the current folder, else of ./data, else those that
    come with the toolkit; which of them is in use is said on stderr.
    """
    remember(context, data, quiet, no_color, no_cache)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> int:
    """Run the command line; returns the exit status."""
    return guarded(lambda: app(prog_name="regimekit", standalone_mode=False))
