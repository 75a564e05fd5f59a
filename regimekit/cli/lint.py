"""`regimekit lint`: what is missing or wrong, with file and line."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.cli.options import Data, NoColor, Quiet, each, given


class LintFormat(StrEnum):
    """How findings are written."""

    full = "full"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    github = "github"
    gitlab = "gitlab"
    junit = "junit"
    sarif = "sarif"


class Grade(StrEnum):
    """How grave a finding is."""

    error = "error"
    warning = "warning"
    info = "info"


Codes = list[str] | None


def _codes(name: str, help: str) -> typer.models.OptionInfo:
    return typer.Option(name, metavar="CODE", help=help, show_default=False)


def lint(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files or folders; none means the dossiers in use.", show_default=False
        ),
    ] = None,
    format: Annotated[LintFormat, typer.Option("--format", "-f", help="How to write the findings.")] = LintFormat.full,
    select: Annotated[Codes, _codes("--select", "Only these rules: codes, beginnings of codes, or ALL.")] = None,
    ignore: Annotated[Codes, _codes("--ignore", "Not these rules.")] = None,
    extend_select: Annotated[Codes, _codes("--extend-select", "These rules too, that are off by default.")] = None,
    fail_on: Annotated[Grade, typer.Option(help="From which grade on findings make the exit status 1.")] = Grade.info,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Leave out the findings that this file knows.", show_default=False),
    ] = None,
    write_baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write what is found to a file that knows it.", show_default=False),
    ] = None,
    output_file: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the findings to a file.", show_default=False)
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="How many findings each rule has.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Show more than ten findings of a rule in a file.")] = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """What is missing or wrong in dossiers; exit status 1 where there is anything."""
    from regimekit.cli.checking import Chosen, as_baseline, counted, report_on, written
    from regimekit.cli.files import save
    from regimekit.cli.output import is_styled, note, write
    from regimekit.linting.report import verdict

    chosen = Chosen(*(split(codes) for codes in (select, ignore, extend_select)), fail_on.value, baseline)
    report = report_on(given(context, data, quiet, no_color), each(paths), chosen)
    styled = output_file is None and is_styled(no_color)
    text = counted(report) if statistics else written(report, format.value, every, styled)
    if output_file is not None:
        save(output_file, text.encode("utf-8", "replace"))
    else:
        write(text)
    if write_baseline is not None:
        save(write_baseline, as_baseline(report, write_baseline))
    note(verdict(report), quiet)
    raise typer.Exit(1 if report.failed and write_baseline is None else 0)


def split(codes: Codes) -> tuple[str, ...]:
    """Codes that were given one by one or with commas between."""
    return tuple(code.strip() for given in each(codes) for code in given.split(",") if code.strip())
