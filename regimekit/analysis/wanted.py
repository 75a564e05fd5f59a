"""What a folder lacks, as a list of things to write: each with its place and the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, get_args

import msgspec

from regimekit.analysis.coverage import Asked, Coverage, missing
from regimekit.analysis.graph import Wanted
from regimekit.analysis.outline import title_line
from regimekit.analysis.statistics import has_source
from regimekit.model import Debate, Dossier

#: The order of the list: first what is not there at all, then what is there and cannot be weighed, then what is short.
TaskKind = Literal[
    "missing section",
    "empty section",
    "wanted dossier",
    "debate held by nobody",
    "figures without author",
    "thin section",
]
KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
MOST_WANTED = 2  # dossiers that link to one that is not there, at least


class Place(msgspec.Struct, frozen=True, order=True):
    """A line of a dossier."""

    path: str
    line: int


class Task(msgspec.Struct, frozen=True):
    """One thing to write.

    ``what`` names it (a section, a dossier, a question); ``places`` are all
    lines that speak for it, the first of them the one to go to; ``wanting`` is
    how many dossiers want it, 1 for what one dossier lacks.
    """

    kind: TaskKind
    what: str
    why: str
    places: tuple[Place, ...]
    wanting: int = 1

    @property
    def path(self) -> str:
        return self.places[0].path

    @property
    def line(self) -> int:
        return self.places[0].line


def tasks(
    dossiers: Sequence[Dossier], covered: Sequence[Coverage], wanted: Iterable[Wanted], asked: Asked
) -> tuple[Task, ...]:
    """What to write next, for these dossiers.

    By kind, in the order of ``KINDS``; of the dossiers that are wanted those first that most
    dossiers link to, of the rest in the order of paths and lines. How many people a
    figure counts has no part in it.
    """
    found = [*_wanted(wanted, {dossier.path for dossier in dossiers})]
    for dossier, coverage in zip(dossiers, covered, strict=True):
        found += [*_missing(dossier, asked), *_sections(coverage, asked), *_debates(dossier), *_figures(dossier)]
    return tuple(sorted(found, key=lambda task: (KINDS.index(task.kind), -task.wanting, task.places[0])))


def _missing(dossier: Dossier, asked: Asked) -> Iterator[Task]:
    line = title_line(dossier).first
    for section in missing(dossier, asked.sections, asked.section_id):
        yield Task("missing section", section.label, "the schema requires it", (Place(dossier.path, line),))


def _sections(coverage: Coverage, asked: Asked) -> Iterator[Task]:
    labels = {section.id: section.label for section in asked.sections}
    for cell in coverage.cells:
        if cell.line is not None and cell.state in ("empty", "thin"):
            title = " / ".join(filter(None, cell.titles)) or labels.get(cell.id, cell.id)
            place = (Place(coverage.path, cell.line),)
            if cell.state == "empty":
                yield Task("empty section", title, "a heading and not a word below it", place)
            else:
                words = f"{cell.words} word{'s' * (cell.words != 1)}"
                lines = cell.lines_read
                records = f"records on {lines} line{'s' * (lines != 1)}" if lines else "no records"
                few = f", fewer than {asked.least_sources:g} sources listed" if cell.id == "sources" else ""
                yield Task("thin section", title, f"{words}, {records}{few}", place)


def _wanted(several: Iterable[Wanted], paths: Collection[str]) -> Iterator[Task]:
    """The dossiers that several dossiers link to, one of those asked for among them."""
    for one in several:
        sources = {edge.source.path for edge in one.edges}
        if one.node.kind == "wanted" and len(sources) >= MOST_WANTED and sources & set(paths):
            places = sorted({Place(edge.source.path or "", edge.relation.span.first) for edge in one.edges})
            meant = f"; or is {one.meant} meant?" if one.meant else ""
            why = f"{len(sources)} dossiers link to it{meant}"
            yield Task("wanted dossier", one.node.name, why, tuple(places), len(sources))


def _debates(dossier: Dossier) -> Iterator[Task]:
    for debate in dossier.debates:
        if not any(position.holders for position in debate.positions):
            yield Task("debate held by nobody", debate.question, _unheld(debate), _places(dossier, [debate.span.first]))


def _unheld(debate: Debate) -> str:
    count = len(debate.positions)
    if not count:
        return "no position on it is told"
    return "its one position names no scholar" if count == 1 else f"none of its {count} positions names a scholar"


def _figures(dossier: Dossier) -> Iterator[Task]:
    """One task a dossier: its figures for people harmed that name neither author nor source, with all their lines."""
    lines = [estimate.span.first for estimate in dossier.estimates if not has_source(estimate)]
    if lines:
        why = f"{len(lines)} of {len(dossier.estimates)} name neither author nor source"
        yield Task("figures without author", dossier.title, why, _places(dossier, lines))


def _places(dossier: Dossier, lines: Iterable[int]) -> tuple[Place, ...]:
    return tuple(Place(dossier.path, line) for line in sorted(set(lines)))
