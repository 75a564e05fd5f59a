"""Figures that cannot be true together: each as written, with author and place, and why not."""

from collections.abc import Mapping
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.audit import Audit
from regimekit.analysis.contradictions import Contradiction, ContradictionKind
from regimekit.analysis.estimates import Listed
from regimekit.rendering.numbers import UNSAID, measure_name, whose
from regimekit.rendering.screen import counted, heading, indented, pairs, stacked
from regimekit.rendering.tables import plain

_KINDS: dict[ContradictionKind, str] = {
    "same thing": "two figures for the same thing",
    "same author": "one author, two figures",
    "year of the work": "one figure, two works",
    "parts exceed total": "parts that exceed their total",
    "toll without support": "an Overview that the body does not support",
    "event in two dossiers": "one event, two dossiers",
    "toll in another dossier": "a comparison against the dossier that it links",
}


def audit_screen(audit: Audit, titles: Mapping[str, str]) -> RenderableType:
    """What contradicts within each dossier, then across them."""
    parts: list[RenderableType] = []
    for path, several in groupby(audit.within, key=lambda one: one.one.path):
        parts += [heading(titles[path], path), *map(_contradiction, several)]
    if audit.across:
        parts += [plain("Across dossiers", "bold"), *map(_contradiction, audit.across)]
    found = counted(len(audit.contradictions), "finding")
    checked = f"{found} in the figures of {counted(audit.dossiers, 'dossier')}. {disputes_left_out(audit)}"
    return stacked(*parts, plain(checked.strip(), "dim"))


def disputes_left_out(audit: Audit) -> str:
    """How often named authors disagree, which is no fault; empty where they do not."""
    if not audit.disputes:
        return ""
    times = "one thing" if audit.disputes == 1 else f"{audit.disputes:,} things"
    return f"Left out: {times} for which named authors give figures that exclude each other; a dispute is no fault."


def _contradiction(one: Contradiction) -> RenderableType:
    title = heading(f"{measure_name(one.measure)}: {one.about or UNSAID}", _KINDS[one.kind])
    figures = pairs((plain(listed.estimate.quantity.verbatim, "bold"), _said_by(listed)) for listed in one.figures)
    check = Text.assemble(("To check: ", "bold"), plain(one.check))
    below: list[RenderableType] = [figures, plain(one.explanation), check]
    return indented(Group(title, *map(indented, below)))


def _said_by(listed: Listed) -> Text:
    """Whose figure it is, and where it stands: section, file and line."""
    estimate = listed.estimate
    author = plain(f"{whose(estimate.attribution)}; {estimate.section.replace('_', ' ')}")
    return Text.assemble(author, "\n", plain(f"{listed.path}:{estimate.span.first}", "dim"), overflow="fold")
