"""The commands, one a file, listed by hand; each loads, asks, shows and says how it went.

Exit status: 0 fine, 1 findings, 2 cannot be used as asked (one sentence on
stderr says why), 130 interrupted, 3 a fault of the toolkit itself.
"""

import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated, Any

import typer

from regimekit.cli.failure import guarded
from regimekit.cli.options import Data, NoCache, NoColor, Quiet, remember

#: In the order in which help lists them; each is a function of the module of its name.
COMMANDS = (
    "show",
    "search",
    "figures",
    "timeline",
    "estimates",
    "compare",
    "graph",
    "debates",
    "sources",
    "cite",
    "stats",
    "diff",
    "lint",
    "rule",
    "new",
    "fmt",
    "rename",
    "export",
    "build",
    "sql",
    "schema",
)
#: Commands that have commands of their own.
GROUPS = ("cache",)

_WITH_VALUE = ("--data",)  # the options before the command that take a value
_ALONE = ("--quiet", "-q", "--no-color", "--no-cache")


def command(name: str) -> Callable[..., Any]:
    """The function behind a command."""
    function: Callable[..., Any] = getattr(import_module(f"regimekit.cli.{name}"), name)
    return function


def group(name: str) -> typer.Typer:
    """A command that has commands of its own."""
    commands: typer.Typer = getattr(import_module(f"regimekit.cli.{name}"), name)
    return commands


def named(arguments: Iterable[str]) -> str | None:
    """The command that a command line names, where that is plain; None where all have to be known to tell."""
    words = iter(arguments)
    for word in words:
        if word in _WITH_VALUE:
            next(words, None)
        elif not word.startswith(tuple(f"{option}=" for option in _WITH_VALUE)) and word not in _ALONE:
            return word if word in (*COMMANDS, *GROUPS) else None
    return None


def application(only: str | None = None) -> typer.Typer:
    """The command line with all its commands, or with the one that is to run: making the others takes 50 ms."""
    app = typer.Typer(
        name="regimekit",
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in COMMANDS:
        if only in (None, name):
            app.command()(command(name))
    for name in GROUPS:
        if only in (None, name):
            app.add_typer(group(name))
    app.callback(invoke_without_command=True)(top)
    return app


def _version(asked: bool) -> None:
    if asked:
        from regimekit import __version__

        typer.echo(f"regimekit {__version__}")
        raise typer.Exit


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
    completing = "_REGIMEKIT_COMPLETE" in os.environ
    only = None if completing else named(sys.argv[1:])
    return guarded(lambda: application(only)(prog_name="regimekit", standalone_mode=False))
