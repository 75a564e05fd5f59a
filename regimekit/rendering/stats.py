"""The statistics of a folder: coverage, counts, confidence, age, and what to write next."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from regimekit.analysis.statistics import COUNTS_SAY, Counts, Dated, Statistics
from regimekit.analysis.wanted import Task
from regimekit.rendering.coverage import MOST_ROWS, coverage_screen
from regimekit.rendering.screen import counted, heading, pairs, stacked
from regimekit.rendering.tables import Column, Table, plain, table
from regimekit.rendering.tasks import tasks_screen

MOST_AGED = 10  # sources, dossiers
MOST_TOPICS = 20
MOST_TAGS = 8


def stats_screen(found: Statistics, tasks: Sequence[Task], names: Mapping[str, str]) -> RenderableType:
    """All of it; ``names`` are short ones of the paths."""
    several = 1 < len(found.dossiers) <= MOST_ROWS
    return stacked(
        coverage_screen(found, names),
        _counts(found),
        Group(heading("Counts by dossier"), Fitted(_COUNTED, _rows(found, names))) if several else None,
        _confidence(found, names, len(found.dossiers) <= MOST_ROWS),
        _low_topics(found),
        _aged("Oldest sources", _years(found.oldest), "Accessed", "Source", found.oldest, _undated(found)),
        _aged("Longest not updated", "", "Date", "Dossier", _stale(found, names), _unstamped(found, names)),
        tasks_screen(tasks),
    )


def _counts(found: Statistics) -> RenderableType:
    total = found.total
    pages = f" and {counted(found.pages, 'other page')}" if found.pages else ""
    types = ", ".join(f"{kind or 'no type'} {count:,}" for kind, count in found.source_types)
    tags = ", ".join(f"{name} {count}" for name, count in found.tags[:MOST_TAGS])
    rows = [
        ("Dossiers", f"{len(found.dossiers):,}{pages}"),
        ("Words", f"{total.words:,}"),
        ("Sections", f"{total.sections:,}"),
        ("People", f"{total.people:,}, each counted once in a dossier"),
        ("Dated statements", f"{total.dated_statements:,}"),
        ("Estimates", f"{counted(total.estimates, 'figure')} for people harmed{_authors(total)}"),
        ("", _amounts(total)),
        ("Statistics", f"{counted(total.statistics, 'figure')} for other things"),
        (
            "Debates",
            f"{total.debates:,}, {counted(total.positions, 'position')}; in {total.debates_held_by_nobody:,} "
            "nobody is named",
        ),
        (
            "Relations",
            f"{total.relations:,}: to dossiers that are written {total.relations_written:,}, that are wanted "
            f"{total.relations_wanted:,}, elsewhere {total.relations_elsewhere:,}",
        ),
        (
            "Sources",
            f"{total.sources:,} entries, one page may have several: listed {total.sources_listed:,}, "
            f"cited only {total.sources_cited_only:,}",
        ),
        ("", f"listed by type, as the lists say, one of two types under both: {types}" if types else ""),
        ("Tags", f"{total.tags:,}, {len(found.tags):,} different{f': {tags}' if tags else ''}"),
    ]
    said = [(label, text) for label, text in rows if text]
    return Group(heading("Counts"), pairs(said), plain(COUNTS_SAY, "dim"))


def _authors(total: Counts) -> str:
    if not total.estimates:
        return ""
    return (
        f": with an author {total.estimates_with_author:,}, with a source only {total.estimates_with_source_only:,}, "
        f"with neither {total.estimates_without_author:,}"
    )


def _amounts(total: Counts) -> str:
    if not total.estimates:
        return ""
    return (
        f"one value {total.estimates_of_one_value:,}, a range {total.estimates_with_range:,}, "
        f"an open end {total.estimates_open_ended:,}, vague {total.estimates_vague:,}"
    )


# the least wanted last: they are left out where there is no room
_COUNTED = {
    "Words": "words",
    "Estimates": "estimates",
    "with author": "estimates_with_author",
    "Listed sources": "sources_listed",
    "Dated": "dated_statements",
    "People": "people",
    "Debates": "debates",
    "Relations": "relations",
    "Statistics": "statistics",
    "Tags": "tags",
}


def _rows(found: Statistics, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    return [
        (names[one.coverage.path], *(f"{getattr(one.counts, field):,}" for field in _COUNTED.values()))
        for one in found.dossiers
    ]


class Fitted:
    """A rich renderable: a table of names and numbers with as many columns, from the first, as there is room for."""

    def __init__(self, titles: Iterable[str], rows: Sequence[Sequence[str]]) -> None:
        self.columns = [Column("Dossier"), *(Column(title, right=True, whole=True) for title in titles)]
        self.rows = rows

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(12, self._wide(console, options, len(self.columns)))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        kept = len(self.columns)
        while kept > 2 and self._wide(console, options, kept) > options.max_width:
            kept -= 1
        yield self._table(kept)
        if kept < len(self.columns):
            left = ", ".join(column.title for column in self.columns[kept:])
            yield plain(f"Left out here, for want of room: {left}.", "dim")

    def _wide(self, console: Console, options: ConsoleOptions, kept: int) -> int:
        return Measurement.get(console, options.update(max_width=10_000_000), self._table(kept)).maximum

    def _table(self, kept: int) -> Table:
        return table(self.columns[:kept], [row[:kept] for row in self.rows])


def _confidence(found: Statistics, names: Mapping[str, str], each: bool) -> RenderableType:
    said = ", ".join(f"{level} {count:,}" for level, count in found.confidence)
    title = heading("Confidence", f"overall: {said}" if said else "")
    if not each:
        return title
    rows = [
        (names[one.path], one.verbatim or "not said", str(one.line or ""))
        for one in (dossier.confidence for dossier in found.dossiers)
    ]
    columns = [Column("Dossier"), Column("Overall, as written"), Column("Line", right=True, whole=True)]
    return Group(title, table(columns, rows))


def _low_topics(found: Statistics) -> RenderableType | None:
    if not found.low_topics:
        return None
    columns = [Column("As written"), Column("Topic and where")]
    rows = [(topic.verbatim, _over(topic.topic, topic.path, topic.line)) for topic in found.low_topics]
    left = len(rows) - MOST_TOPICS
    foot = [plain(f"and {left:,} more; --format json has them all", "dim")] if left > 0 else []
    return Group(heading("Topics rated low", f"{len(rows):,}"), table(columns, rows[:MOST_TOPICS]), *foot)


def _aged(title: str, note: str, when: str, what: str, several: Sequence[Dated], others: str) -> RenderableType:
    shown = several[:MOST_AGED]
    rows = [(one.verbatim, _over(one.what, one.path, one.line)) for one in shown]
    left = len(several) - len(shown)
    said = [f"{left:,} more have a later date or the same." if left else "", others]
    foot = " ".join(part for part in said if part)
    parts: list[RenderableType] = [heading(title, note)]
    if rows:
        parts.append(table([Column(when), Column(f"{what} and where")], rows))
    return Group(*parts, *([plain(foot, "dim")] if foot else []))


def _over(what: str, path: str, line: int) -> Text:
    """What it is, and on a line of its own where, so that a line's number is not broken."""
    return Text("\n").join([plain(what), plain(f"{path}:{line}", "dim")])


def _years(several: Iterable[Dated]) -> str:
    """ "accessed in 2019: 3, 2026: 40"."""
    years = Counter((one.date.latest or one.date.earliest or datetime.date.max).year for one in several)
    return f"accessed in {', '.join(f'{year}: {count:,}' for year, count in sorted(years.items()))}" if years else ""


def _undated(found: Statistics) -> str:
    count = found.undated_sources
    return f"{counted(count, 'listed source')} {'gives' if count == 1 else 'give'} no date of access." if count else ""


def _stale(found: Statistics, names: Mapping[str, str]) -> list[Dated]:
    """The dossiers in the place of what is dated; one that only says when it was written says so."""
    return [_named(one, names) for one in found.stale]


def _named(one: Dated, names: Mapping[str, str]) -> Dated:
    written = " (created; no date of an update)" if one.what == "created" else ""
    return Dated(one.slug, one.path, one.line, names[one.path] + written, one.date, one.verbatim)


def _unstamped(found: Statistics, names: Mapping[str, str]) -> str:
    several = [names[path] for path in found.undated_dossiers]
    if not several:
        return ""
    more = f" and {len(several) - MOST_AGED:,} more" if len(several) > MOST_AGED else ""
    return f"Without a date: {', '.join(several[:MOST_AGED])}{more}."
