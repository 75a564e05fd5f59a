"""Charts on their way to a file or, as Vega-Lite, to stdout."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import note, write_bytes

if TYPE_CHECKING:
    from regimekit.analysis.comparison import Stratum
    from regimekit.analysis.timeline import Entry, Window
    from regimekit.model import Dossier

ENDINGS = ("svg", "png", "pdf", "html")


def _file_asked(name: str | None) -> str | None:
    """The file, where it can be one and can be drawn; asked before anything is read."""
    if name is None:
        return None
    if _ending(name) not in ENDINGS:
        raise RequestError(f'--chart: "{name}" does not end in {", ".join(f".{one}" for one in ENDINGS[:-1])} or .html')
    if os.path.isdir(name):
        raise RequestError(f"--chart: {name} is a folder; name a file in it")
    from regimekit.rendering.charts.conversion import ConverterMissingError, available

    try:
        available()
    except ConverterMissingError:
        raise RequestError(
            "--chart needs the extra charts: pip install 'regimekit[charts]'; --spec prints the chart without it"
        ) from None
    return name


Chart = Annotated[
    str | None,
    typer.Option(
        "--chart",
        metavar="FILE",
        help="Draw it into a file that ends in .svg, .png, .pdf or .html (extra: charts).",
        callback=_file_asked,
        show_default=False,
    ),
]
Spec = Annotated[bool, typer.Option("--spec", help="Print the chart as Vega-Lite JSON.")]


def draw(spec: dict[str, Any], file: str | None, printed: bool, given: Globals) -> None:
    """Write a chart to a file, or its specification to stdout, or both."""
    if file is not None:
        from regimekit.cli.files import save
        from regimekit.rendering.charts.conversion import FORMATS

        save(file, FORMATS[_ending(file)](spec))
        note(f"Drawn into {file}", given.quiet)
    if printed:
        from regimekit.exporting.to_json import encode

        write_bytes(encode(spec))


def draw_strata(
    strata: "Sequence[Stratum]",
    split: int | None,
    dossiers: "Sequence[Dossier]",
    file: str | None,
    printed: bool,
    given: Globals,
) -> None:
    """A forest plot of those strata that hold two figures with a number; of a dossier that has none, one.

    ``split`` is the year that was asked for to divide earlier from later figures.
    """
    from regimekit import __version__
    from regimekit.rendering.charts.eras import split_at
    from regimekit.rendering.charts.forest import charted, forest
    from regimekit.rendering.screen import counted

    drawn = charted(strata)
    if split is not None:
        drawn = tuple(split_at(stratum, split) for stratum in drawn)
    if not drawn:
        note("No figure with a number for people harmed fits what was asked; nothing is drawn.", given.quiet)
        return
    left = len(strata) - len(drawn)
    spec = forest(drawn, {dossier.path: dossier for dossier in dossiers}, __version__, left)
    draw(spec, file, printed, given)
    if left:
        note(
            f"Not drawn: {counted(left, 'stratum', 'strata')} with fewer than two figures that have a number.",
            given.quiet,
        )


def draw_entries(
    entries: "Sequence[Entry]",
    window: "Window",
    dossiers: "Sequence[Dossier]",
    file: str | None,
    printed: bool,
    given: Globals,
) -> None:
    """A timeline with a lane for each dossier that has something in it."""
    from regimekit import __version__
    from regimekit.rendering.charts.lanes import dated, lanes
    from regimekit.rendering.screen import counted

    drawn = dated(entries)
    if not drawn:
        note("No dated statement fits what was asked; nothing is drawn.", given.quiet)
        return
    draw(lanes(entries, window, {dossier.path: dossier for dossier in dossiers}, __version__), file, printed, given)
    if left := len(entries) - len(drawn):
        note(f"Not drawn: {counted(left, 'statement')} without a year.", given.quiet)


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].removeprefix(".").casefold()
