"""`regimekit rule`: what a rule finds and why, or all of them."""

from enum import StrEnum
from typing import Annotated

import typer


class RuleFormat(StrEnum):
    """How rules are written."""

    text = "text"
    json = "json"
    md = "md"


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="The rule's code or name.", show_default=False)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All rules.")] = False,
    format: Annotated[RuleFormat, typer.Option("--format", "-f", help="How to write them.")] = RuleFormat.text,
) -> None:
    """What a rule of the linter finds, and why it matters."""
    from regimekit.cli.failure import RequestError
    from regimekit.cli.output import write
    from regimekit.linting.manual import listing, named, page, to_json, to_markdown
    from regimekit.linting.rules import RULES

    one = named(RULES, code) if code else None
    if code and one is None:
        raise RequestError(f"no rule is named {code!r}; regimekit rule --all lists them")
    if one is None and not every:
        raise RequestError("name a rule, as regimekit rule RK404, or ask for --all")
    rules = RULES if one is None else (one,)
    if format is RuleFormat.text:
        write(page(one) if one else listing(rules))
    else:
        write(to_json(rules) if format is RuleFormat.json else to_markdown(rules))
