"""`regimekit lint`: what is missing or wrong, with file and line."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.cli.options import Data, NoCache, NoColor, Quiet, each, given


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
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, then report the rest.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend also what somebody has to look at afterwards; implies --fix.")
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Write nothing; show what --fix (or --unsafe-fixes) would change."),
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """What is missing or wrong in dossiers.

    Exit status 1 where there is anything; with --diff, where anything would
    be mended.

    Findings marked [*] are mended by --fix: a date written as 2024-05-02, a
    number taken out of a heading, an entry that stands there twice. Nothing
    else that is read changes, and no other byte of the file. --unsafe-fixes
    makes more: it moves sections to their place, guesses which dossier a
    broken link means, and sets in headings and footer lines for what is
    missing, to be filled in; dates of creation are never invented.
    """
    from regimekit.cli.checking import Chosen, codes, known_from_now_on, report_on, show_report
    from regimekit.cli.output import note
    from regimekit.linting.report import mendable, verdict

    asked = given(context, data, quiet, no_color, no_cache)
    chosen = Chosen(codes(select), codes(ignore), codes(extend_select), fail_on.value, baseline)

    def once() -> int:
        if fix or unsafe_fixes or diff:
            from regimekit.cli.fixing import fix_files, show_fixes

            if diff:
                return show_fixes(asked, each(paths), chosen, unsafe_fixes)
            fix_files(asked, each(paths), chosen, unsafe_fixes)
        report = report_on(asked, each(paths), chosen)
        if write_baseline is not None:
            report = known_from_now_on(report, write_baseline)
        show_report(report, "statistics" if statistics else format.value, every, output_file, asked)
        note(" ".join((verdict(report), mendable(report))).rstrip(), asked.quiet)
        return int(report.failed)

    if watch:
        from regimekit.cli.watching import watched

        raise typer.Exit(watched(once, asked, each(paths)))
    raise typer.Exit(once())
