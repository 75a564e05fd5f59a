"""`regimekit estimates --compare`: what is asked, what cannot be answered, and how it is shown."""

from collections.abc import Sequence

import msgspec

from regimekit.analysis.compared import Asked, Compared, compare, without_headline
from regimekit.analysis.rates import NotExact
from regimekit.cli.answer import show_rows
from regimekit.cli.failure import RequestError
from regimekit.cli.options import ListingFormat
from regimekit.cli.output import is_ascii, note
from regimekit.cli.session import Session
from regimekit.model import Dossier


class View(msgspec.Struct, frozen=True):
    """How a comparison is shown."""

    pairs: bool = False
    ascii: bool = False


def show_comparison(
    session: Session, dossiers: Sequence[Dossier], asked: Asked, view: View, format: ListingFormat
) -> None:
    """Print the strata that were asked for; raises RequestError where nothing can be divided as asked."""
    from regimekit.exporting.comparisons import list_comparisons
    from regimekit.rendering.comparison import comparison_screen

    compared = answer(session, dossiers, asked)
    titles = {dossier.path: dossier.title for dossier in dossiers}
    show_rows(
        compared,
        "No figure for people harmed fits what was asked.",
        format,
        session.given,
        list_comparisons,
        lambda compared: comparison_screen(compared, titles, listed_pairs=view.pairs, ascii=view.ascii or is_ascii()),
        view.ascii,
    )


def answer(session: Session, dossiers: Sequence[Dossier], asked: Asked) -> tuple[Compared, ...]:
    """The strata that were asked for, with a note on the dossiers that have none."""
    compared = compare(dossiers, asked)
    if asked.headlines:
        silent = [dossier.slug for dossier in without_headline(dossiers, compared)]
        if silent:
            note(f"No toll of the regime as a whole is given by {', '.join(silent)}.", session.given.quiet)
    _refuse_undivided(compared, asked)
    return compared


def _refuse_undivided(compared: Sequence[Compared], asked: Asked) -> None:
    for wanted, option, given in (
        (asked.per_year, "--per-year", [one.years for one in compared]),
        (asked.per_capita, "--per-capita", [one.population for one in compared]),
    ):
        reasons = [one for one in given if isinstance(one, NotExact)]
        if wanted and compared and len(reasons) == len(given):
            raise RequestError(f"{option}: of {reasons[0].slug}, {reasons[0].why}")
