"""The views of `regimekit estimates`: listed, compared, drawn, audited."""

from collections.abc import Sequence

import msgspec

from regimekit.cli.asked import drawn_alone, measures_asked, one_view, sections_asked
from regimekit.cli.failure import RequestError
from regimekit.cli.options import ListingFormat
from regimekit.cli.output import note
from regimekit.cli.session import Session
from regimekit.model import Dossier

_BESIDE = ("comparisons", "sources", "confidence")  # what these count is counted elsewhere, or is another regime's


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the options of the command say."""

    comparing: bool
    all_strata: bool
    split: int | None
    pairs: bool
    per_year: bool
    per_capita: bool
    auditing: bool
    measures: tuple[str, ...]
    sections: tuple[str, ...]
    chart: str | None
    spec: bool
    ascii: bool
    format: ListingFormat

    @property
    def drawing(self) -> bool:
        return self.chart is not None or self.spec

    @property
    def strata(self) -> bool:
        """Whether something is asked for that only strata can answer."""
        asked = (self.comparing, self.all_strata, self.split, self.pairs, self.per_year, self.per_capita)
        return any(asked) or self.drawing


def show_estimates(session: Session, names: Sequence[str] | None, wanted: Wanted) -> int:
    """Print, draw or audit the figures; 1 where an audit finds something, else 0."""
    measures, sections = measures_asked(wanted.measures), sections_asked(wanted.sections, session.schema)
    if wanted.auditing:
        from regimekit.cli.auditing import audit

        one_view("--audit", "--chart" if wanted.drawing else "--compare", wanted.strata)
        return audit(session, names, measures, sections, wanted.format)
    if wanted.drawing:
        drawn_alone(wanted.format.value)
        _refuse_undrawn(wanted)
    dossiers = session.dossiers(names)
    sections = sections or _told(dossiers)
    if wanted.strata:
        _show_strata(session, dossiers, wanted, measures, sections)
    else:
        _list(session, dossiers, wanted, measures, sections)
    if not wanted.sections:
        _tell_left_out(session, dossiers, measures, sections)
    return 0


def _told(dossiers: Sequence[Dossier]) -> tuple[str, ...]:
    """The sections whose figures are shown unless others are asked for: notes repeat or correct those of the body."""
    there = dict.fromkeys(one.section for dossier in dossiers for one in dossier.estimates)
    return tuple(section for section in there if section not in _BESIDE) or tuple(there)


def _tell_left_out(
    session: Session, dossiers: Sequence[Dossier], measures: Sequence[str], sections: Sequence[str]
) -> None:
    """Say on stderr how many figures fit but for their section."""
    estimates = [one for dossier in dossiers for one in dossier.estimates]
    left = [
        one.section for one in estimates if one.section not in sections and (not measures or one.measure in measures)
    ]
    if left:
        titles = [one.title for one in session.schema.sections if one.id in left]
        note(f"{len(left)} more in {', '.join(titles)} (--section)", session.given.quiet)


def _refuse_undrawn(wanted: Wanted) -> None:
    """A chart shows no pairs and no rates, and what is asked for is not left out without a word."""
    told = (("--pairs", wanted.pairs), ("--per-year", wanted.per_year), ("--per-capita", wanted.per_capita))
    for option, asked in told:
        if asked:
            raise RequestError(f"{option} is not drawn: leave it out, or --chart and --spec")


def _show_strata(
    session: Session, dossiers: Sequence[Dossier], wanted: Wanted, measures: Sequence[str], sections: Sequence[str]
) -> None:
    from regimekit.analysis.compared import Asked
    from regimekit.cli.comparing import View, answer, show_comparison

    headlines = len(dossiers) > 1 and not wanted.all_strata and not wanted.sections
    asked = Asked(measures, sections, headlines, wanted.split, wanted.per_year, wanted.per_capita)
    if wanted.drawing:
        from regimekit.cli.charting import draw_strata

        strata = [one.stratum for one in answer(session, dossiers, asked)]
        draw_strata(strata, wanted.split, dossiers, wanted.chart, wanted.spec, session.given)
    else:
        show_comparison(session, dossiers, asked, View(wanted.pairs, wanted.ascii), wanted.format)


def _list(
    session: Session, dossiers: Sequence[Dossier], wanted: Wanted, measures: Sequence[str], sections: Sequence[str]
) -> None:
    from regimekit.analysis.estimates import list_estimates
    from regimekit.cli.answer import show_rows
    from regimekit.exporting import listings
    from regimekit.rendering.estimates import estimates_screen

    titles = {dossier.path: dossier.title for dossier in dossiers}
    show_rows(
        list_estimates(dossiers, measures, sections),
        "No figure for people harmed fits what was asked.",
        wanted.format,
        session.given,
        listings.list_estimates,
        lambda found: estimates_screen(found, titles),
        wanted.ascii,
    )
