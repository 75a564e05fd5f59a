"""The statistics that a user asks for, and how they are shown."""

from collections.abc import Sequence

import msgspec

from regimekit.analysis.coverage import Asked
from regimekit.analysis.graph import graph, wanted
from regimekit.analysis.names import short_names
from regimekit.analysis.statistics import Statistics, statistics
from regimekit.analysis.targets import Targets
from regimekit.analysis.wanted import Task, tasks
from regimekit.cli.answer import show_screen, write_listed
from regimekit.cli.asked import drawn_alone
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat
from regimekit.cli.output import note
from regimekit.cli.relating import paths_asked
from regimekit.cli.session import Session
from regimekit.cli.side_by_side import asked as asked_side_by_side
from regimekit.schema import Schema


class Counted(msgspec.Struct, frozen=True):
    """The statistics, what to write next, and the short names of the dossiers by their paths."""

    statistics: Statistics
    tasks: tuple[Task, ...]
    names: dict[str, str]


def counted(session: Session, names: Sequence[str] | None) -> Counted:
    """The dossiers of these names, whose links are looked for in the whole folder."""
    corpus, asked = session.corpus, asked_of(session.schema)
    paths = paths_asked(session, names) if names else {dossier.path for dossier in corpus.dossiers}
    dossiers = [dossier for dossier in corpus.dossiers if dossier.path in paths]
    targets = Targets(corpus)
    relations = graph(corpus, targets)
    found = statistics(dossiers, relations, asked, 0 if names else len(corpus.pages))
    listed = tasks(dossiers, [one.coverage for one in found.dossiers], wanted(relations, targets), asked)
    return Counted(found, listed, short_names(dossier.path for dossier in corpus.dossiers))


def asked_of(schema: Schema) -> Asked:
    """What the statistics need of the schema, and of the thresholds of lint."""
    from regimekit.linting.settings import settings_from

    levels = schema.vocabularies.get("confidence", ())
    return Asked(
        asked_side_by_side(schema).sections,
        schema.section_id,
        tuple(term.id for term in levels),
        settings_from(schema.lint).threshold("sources"),
    )


def show_counted(counted: Counted, format: ListingFormat, given: Globals, ascii: bool) -> None:
    """Print the statistics."""
    found = counted.statistics
    if not found.dossiers:
        note("There is no dossier to count.", given.quiet)
    if format is ListingFormat.table:
        if found.dossiers:
            from regimekit.rendering.stats import stats_screen

            show_screen(stats_screen(found, counted.tasks, counted.names), given, ascii)
        return
    from regimekit.exporting.stats import write_statistics

    write_listed(write_statistics(found, counted.tasks, format.value), format)


def draw_counted(counted: Counted, file: str | None, printed: bool, format: ListingFormat, given: Globals) -> None:
    """Draw the coverage as a heat map."""
    from regimekit import __version__
    from regimekit.cli.charting import draw
    from regimekit.rendering.charts.coverage import MOST_DRAWN, heat_map

    drawn_alone(format.value)
    count = len(counted.statistics.dossiers)
    if count > MOST_DRAWN:
        raise RequestError(f"a heat map holds {MOST_DRAWN} dossiers, and these are {count:,}; name some of them")
    if not count:
        note("There is no dossier to count; nothing is drawn.", given.quiet)
        return
    draw(heat_map(counted.statistics, counted.names, __version__), file, printed, given)
