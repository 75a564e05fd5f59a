"""How much a folder holds, how sure its dossiers are, and how old what they rest on is."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from regimekit.analysis.coverage import Asked, Cell, Coverage, columns, coverage
from regimekit.analysis.figures import figures
from regimekit.analysis.graph import Graph
from regimekit.analysis.outline import main_sections
from regimekit.analysis.side_by_side import Expected
from regimekit.model import Dossier, Estimate, HistoricalDate

#: Stands below every table of counts.
COUNTS_SAY = "Counts say how much is written and read from it, not how much happened; no regime is ranked by them."
_LONGEST_LEVEL = 3  # words; what is longer is a remark that holds the word of a level


class Counts(msgspec.Struct, frozen=True):
    """How many of each.

    Estimates are split twice: into those with an ``author``, those without that
    cite a source, and those with neither; and into those of one value, ranges,
    ``open_ended`` and vague ones. Relations are split by what they lead to.
    ``people`` counts nobody twice within a dossier; a folder's is the sum.
    """

    words: int = 0
    sections: int = 0
    people: int = 0
    dated_statements: int = 0
    estimates: int = 0
    estimates_with_author: int = 0
    estimates_with_source_only: int = 0
    estimates_without_author: int = 0
    estimates_of_one_value: int = 0
    estimates_with_range: int = 0
    estimates_open_ended: int = 0
    estimates_vague: int = 0
    statistics: int = 0
    debates: int = 0
    positions: int = 0
    debates_held_by_nobody: int = 0
    relations: int = 0
    relations_written: int = 0
    relations_wanted: int = 0
    relations_elsewhere: int = 0
    sources: int = 0
    sources_listed: int = 0
    sources_cited_only: int = 0
    tags: int = 0


class Rated(msgspec.Struct, frozen=True):
    """How sure a dossier says it is, as written and in the schema's levels; no line where it does not say."""

    slug: str
    path: str
    line: int | None = None
    verbatim: str | None = None
    levels: tuple[str, ...] = ()


class LowTopic(msgspec.Struct, frozen=True):
    """A subject on which a dossier says that it is not sure."""

    slug: str
    path: str
    line: int
    topic: str
    verbatim: str
    note: str | None = None


class Dated(msgspec.Struct, frozen=True):
    """A source and when it was last looked at, or a dossier and when it was last changed."""

    slug: str
    path: str
    line: int
    what: str
    date: HistoricalDate
    verbatim: str


class OfDossier(msgspec.Struct, frozen=True):
    """What is counted of one dossier; ``dated`` is its last update, else its creation, if it can be read."""

    coverage: Coverage
    counts: Counts
    confidence: Rated
    dated: Dated | None


class Statistics(msgspec.Struct, frozen=True):
    """What is counted of several dossiers, in the order given.

    ``levels`` are those of confidence, from high to low. ``source_types`` and
    ``tags`` go from the most frequent on (None is of no type); a source of two
    types counts under both. ``oldest`` are all listed sources with an access
    date and ``stale`` all dossiers with a date, oldest first.
    """

    columns: tuple[Expected, ...]
    levels: tuple[str, ...]
    dossiers: tuple[OfDossier, ...]
    total: Counts
    pages: int
    source_types: tuple[tuple[str | None, int], ...]
    tags: tuple[tuple[str, int], ...]
    confidence: tuple[tuple[str, int], ...]
    low_topics: tuple[LowTopic, ...]
    oldest: tuple[Dated, ...]
    undated_sources: int
    stale: tuple[Dated, ...]
    undated_dossiers: tuple[str, ...]

    def cells(self, at: int) -> Iterator[Cell]:
        """One column of the coverage."""
        return (one.coverage.cells[at] for one in self.dossiers)


def statistics(dossiers: Sequence[Dossier], graph: Graph, asked: Asked, pages: int = 0) -> Statistics:
    """The statistics of these dossiers; ``graph`` is that of their folder, or more."""
    ends: dict[str | None, list[str]] = {}
    for edge in graph.edges:
        ends.setdefault(edge.source.path, []).append(edge.target.kind)
    several = tuple(
        OfDossier(covered, _counts(dossier, covered, ends.get(dossier.path, ())), _rated(dossier), _updated(dossier))
        for dossier, covered in zip(dossiers, coverage(dossiers, asked), strict=True)
    )
    oldest = sorted((found for dossier in dossiers for found in _accessed(dossier)), key=_age)
    stale = sorted((one.dated for one in several if one.dated), key=_age)
    types = Counter(
        kind for dossier in dossiers for source in dossier.sources if source.listed for kind in source.types or (None,)
    )
    total = added(one.counts for one in several)
    return Statistics(
        columns(dossiers, asked.sections),
        asked.levels,
        several,
        total,
        pages,
        tuple(sorted(types.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))),
        _tags(dossiers),
        _distribution((one.confidence for one in several), asked.levels),
        tuple(topic for dossier in dossiers for topic in _low(dossier, asked.levels)),
        tuple(oldest),
        total.sources_listed - len(oldest),
        tuple(stale),
        tuple(one.coverage.path for one in several if one.dated is None),
    )


def added(several: Iterable[Counts]) -> Counts:
    """The sum of each count."""
    rows = [msgspec.structs.astuple(one) for one in several]
    return Counts(*map(sum, zip(*rows, strict=True))) if rows else Counts()


def has_source(estimate: Estimate) -> bool:
    """Whether it says whose it is or where it is from."""
    return estimate.attribution is not None or bool(estimate.sources)


def _counts(dossier: Dossier, covered: Coverage, ends: Collection[str]) -> Counts:
    estimates = dossier.estimates
    authored = sum(one.attribution is not None for one in estimates)
    sourced = sum(map(has_source, estimates)) - authored
    kinds = Counter(_kind(one) for one in estimates)
    listed = sum(source.listed for source in dossier.sources)
    leads = Counter(ends)
    return Counts(
        words=covered.words,
        sections=len(main_sections(dossier)),
        people=len(figures(dossier)),
        dated_statements=len(dossier.events),
        estimates=len(estimates),
        estimates_with_author=authored,
        estimates_with_source_only=sourced,
        estimates_without_author=len(estimates) - authored - sourced,
        estimates_of_one_value=kinds["value"],
        estimates_with_range=kinds["range"],
        estimates_open_ended=kinds["open"],
        estimates_vague=kinds["vague"],
        statistics=len(dossier.statistics),
        debates=len(dossier.debates),
        positions=sum(len(debate.positions) for debate in dossier.debates),
        debates_held_by_nobody=sum(
            not any(position.holders for position in debate.positions) for debate in dossier.debates
        ),
        relations=sum(leads.values()),
        relations_written=leads["dossier"],
        relations_wanted=leads["wanted"],
        relations_elsewhere=sum(leads.values()) - leads["dossier"] - leads["wanted"],
        sources=len(dossier.sources),
        sources_listed=listed,
        sources_cited_only=len(dossier.sources) - listed,
        tags=len(dossier.tags),
    )


def _kind(estimate: Estimate) -> str:
    quantity = estimate.quantity
    if quantity.low is None and quantity.high is None:
        return "vague"
    if quantity.low is None or quantity.high is None or quantity.qualifier == "open range":
        return "open"
    return "value" if quantity.low == quantity.high else "range"


def _tags(dossiers: Iterable[Dossier]) -> tuple[tuple[str, int], ...]:
    """Each tag, whatever its capitals, with the number of dossiers that have it."""
    found = Counter(name for dossier in dossiers for name in {tag.name.casefold() for tag in dossier.tags})
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _rated(dossier: Dossier) -> Rated:
    said = dossier.confidence
    line = said.span.first if said.span else None
    return Rated(dossier.slug, dossier.path, line, said.verbatim if line else None, said.levels if line else ())


UNREAD, UNSAID = "in other words", "not said"


def level(rated: Rated, levels: Sequence[str]) -> str:
    """ "high", "medium-high"; the lower one first, whatever the order of the dossier."""
    if rated.line is None:
        return UNSAID
    known = [one for one in reversed(levels) if one in rated.levels]
    return "-".join(known) or UNREAD


def _distribution(several: Iterable[Rated], levels: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many dossiers say which level, from the highest down; one of two levels stands between them."""
    found = Counter(level(rated, levels) for rated in several)

    def place(name: str) -> tuple[float, int, str]:
        if name in (UNREAD, UNSAID):
            return len(levels) + (name == UNSAID), 0, name
        at = [levels.index(one) for one in levels if one in name.split("-")]
        return (sum(at) / len(at) if at else len(levels)), len(at), name

    return tuple((name, found[name]) for name in sorted({*levels, *found}, key=place))


def _low(dossier: Dossier, levels: Sequence[str]) -> Iterator[LowTopic]:
    """The topics whose level is, or reaches down to, the lowest of the schema."""
    said = dossier.confidence
    for topic in said.topics:
        verbatim = topic.verbatim or ""
        is_level = bool(levels) and levels[-1] in topic.levels and len(verbatim.split()) <= _LONGEST_LEVEL
        if is_level and topic.span != said.span:
            yield LowTopic(dossier.slug, dossier.path, topic.span.first, topic.topic, verbatim, topic.note)


def _accessed(dossier: Dossier) -> Iterator[Dated]:
    for source in dossier.sources:
        date = source.accessed
        if source.listed and date is not None and _last(date) is not None:
            written = source.accessed_as_written or date.verbatim
            yield Dated(dossier.slug, dossier.path, source.span.first, source.title, date, written)


def _updated(dossier: Dossier) -> Dated | None:
    """When it was last changed; where only its creation is dated, that."""
    for what, stamp in (("last updated", dossier.updated), ("created", dossier.created)):
        if stamp is not None and stamp.date is not None and _last(stamp.date) is not None:
            return Dated(dossier.slug, dossier.path, stamp.span.first, what, stamp.date, stamp.verbatim)
    return None


def _last(date: HistoricalDate) -> datetime.date | None:
    return date.latest or date.earliest


def _age(one: Dated) -> tuple[datetime.date, str, int]:
    return _last(one.date) or datetime.date.max, one.path, one.line
