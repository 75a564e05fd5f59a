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


def lint(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files or folders; none means the dossiers in use.", show_default=False
        ),
    ] = None,
    format: Annotated[LintFormat, typer.Option("--format", "-f", help="How to write the findings.")] = LintFormat.full,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only these rules: codes, beginnings of codes, or ALL.", show_default=False),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Not these rules.", show_default=False)
    ] = None,
    extend_select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="These rules too, that are off by default.", show_default=False),
    ] = None,
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
    """What is missing or wrong in dossiers.

    Exit status 1 where there is anything.
    """
    from regimekit.cli.checking import Chosen, codes, known_from_now_on, report_on, show_report
    from regimekit.cli.output import note
    from regimekit.linting.report import verdict

    asked = given(context, data, quiet, no_color)
    chosen = Chosen(codes(select), codes(ignore), codes(extend_select), fail_on.value, baseline)
    report = report_on(asked, each(paths), chosen)
    if write_baseline is not None:
        report = known_from_now_on(report, write_baseline)
    show_report(report, "statistics" if statistics else format.value, every, output_file, asked)
    note(verdict(report), asked.quiet)
    raise typer.Exit(1 if report.failed else 0)
