"""Figures that count the same, brought together: strata.

Only figures of one dossier, event or scope, measure and period stand in one
stratum, and only within one are numbers put on one axis. Where it is not sure
that two figures count the same, they are kept apart: a comparison that is
missing can be made by the reader, a false one misleads him.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from regimekit.analysis.eras import Era, boundary, era_of_caption, era_of_year
from regimekit.analysis.estimates import Listed, list_estimates
from regimekit.analysis.labels import comes_on_top, label_of, narrowing_remarks, told_apart, years_said
from regimekit.analysis.outline import Headings
from regimekit.analysis.periods import UNKNOWN, Years, period_around, same_period, years_of_date, years_text
from regimekit.analysis.scopes import (
    all_words,
    as_written,
    claims,
    clause_words,
    counts_documented,
    ends_of_two,
    event_words,
    group_words,
    named_beside,
    narrowing,
    says_whose,
    stands_instead,
    tells_a_toll,
    thing_words,
)
from regimekit.analysis.voices import same_author, sums_up
from regimekit.model import Attribution, Dossier, Estimate, Measure

_Words = frozenset[str]
_NONE: _Words = frozenset()
_ASIDE = frozenset({"confidence", "comparisons", "sources"})  # sections whose headings name nothing that is counted
_SUMMED = frozenset({"overview", "header"})  # where a dossier sums itself up
_LONGEST_FACT = 90  # characters


class Row(msgspec.Struct, frozen=True):
    """An estimate within its stratum.

    ``summary`` marks what sums up others ("most scholars") and what nobody is
    named for; ``documented`` a count of documented cases, which is a minimum;
    ``repeats`` is the line of an earlier row of the same author with the same
    figure; ``era_in_caption`` tells an era that a caption gives from one that
    follows from the year of the work; ``apart`` marks a row whose remark says that
    it counts another place, group or time than the others.
    """

    listed: Listed
    era: Era | None = None
    era_in_caption: bool = False
    summary: bool = False
    documented: bool = False
    repeats: int | None = None
    apart: bool = False

    @property
    def estimate(self) -> Estimate:
        return self.listed.estimate


class Stratum(msgspec.Struct, frozen=True):
    """Estimates of one dossier that count the same.

    ``what`` is the event as written, None for the regime as a whole;
    ``aspect`` what a caption or the row says that narrows it, ``where`` and
    ``who`` the place and the group of people where it is not the event's own;
    ``years`` the period where it is not that of the event or the regime;
    ``part_of`` the line of the figure of which these are parts.
    """

    slug: str
    path: str
    measure: Measure
    what: str | None
    rows: tuple[Row, ...]
    aspect: str | None = None
    where: str | None = None
    who: str | None = None
    years: Years = UNKNOWN
    part_of: int | None = None

    @property
    def headline(self) -> bool:
        """Whether this is how many died, or were harmed otherwise, under the regime as a whole."""
        narrower = (self.what, self.aspect, self.where, self.who, self.part_of)
        return all(one is None for one in narrower) and self.years == UNKNOWN

    @property
    def scope(self) -> str:
        """What is counted, in words: "Famine (1932-1933); in Ukraine; children"."""
        narrower = self.narrower
        return "; ".join([self.what or "the regime as a whole", *([narrower] if narrower else [])])

    @property
    def narrower(self) -> str | None:
        """What narrows the event or the regime: "in Ukraine; children"; None where nothing does."""
        years = years_text(self.years)
        parts = (
            self.aspect,
            f"in {self.where}" if self.where else None,
            self.who,
            f"period {years}" if years else None,
            f"part of the figure in line {self.part_of}" if self.part_of else None,
        )
        return "; ".join(dict.fromkeys(part for part in parts if part and part != self.what)) or None


def strata(
    dossiers: Iterable[Dossier],
    measures: Collection[str] = (),
    sections: Collection[str] = (),
    *,
    events: bool = True,
) -> tuple[Stratum, ...]:
    """All strata of these dossiers, in the order of their first figures; rows in the order of the file.

    No measures or sections means all; without ``events`` only figures of the regime as a whole are sorted.
    """
    return tuple(one for dossier in dossiers for one in _Sorting(dossier).strata(measures, sections, events))


def headlines(strata: Iterable[Stratum]) -> tuple[Stratum, ...]:
    """For each dossier the strata of the toll that its Overview gives, else of the regime as a whole.

    Those of deaths where there are any. An Overview that gives several tolls
    ("6 million Jews; 11-17 million in all") has a stratum for each.
    """
    found: dict[str, list[Stratum]] = {}
    for stratum in strata:
        if stratum.what is None and stratum.part_of is None:
            found.setdefault(stratum.path, []).append(stratum)
    for path, several in found.items():
        told = [one for one in several if any(row.estimate.section in _SUMMED for row in one.rows)]
        several = told or [one for one in several if one.headline]
        found[path] = [one for one in several if one.measure == "deaths"] or several[:1]
    return tuple(stratum for several in found.values() for stratum in several)


class _Place(msgspec.Struct, frozen=True):
    """Where an estimate belongs, before its period is compared with the others'."""

    measure: Measure
    event: _Words | None
    aspect: _Words
    where: _Words
    who: _Words
    part_of: int | None
    fact: int | None


class _Sorting:
    """Sorts the estimates of one dossier into strata."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        leaders = (person.name for person in dossier.people if person.leader)
        self.own = all_words(dossier.title) | all_words(dossier.slug.replace("-", " "))
        self.own |= frozenset(word for name in leaders for word in all_words(name))
        self.totals = [dossier.estimates[one.part_of] for one in dossier.estimates if one.part_of is not None]
        self.fields = {field.span.first for field in dossier.overview}
        dated = {event.span.first: event.date for event in dossier.events if event.kind == "heading"}
        self.headings = {
            section.title: dated[section.span.first]
            for section in reversed(dossier.sections)
            if section.span.first in dated
        }
        captions = {estimate.caption for estimate in dossier.estimates if estimate.caption}
        eras = (era_of_caption(caption) for caption in sorted(captions))
        self.boundaries = tuple(sorted({year for era in eras if era for year in [boundary(era)] if year is not None}))

    def strata(self, measures: Collection[str], sections: Collection[str], events: bool) -> Iterator[Stratum]:
        held: dict[_Place, list[Listed]] = {}
        last: dict[Measure, Listed] = {}
        above = Headings(self.dossier)
        for number, listed in enumerate(list_estimates([self.dossier], measures, sections)):
            one = self._below_an_event(listed, above)
            event = self._event(one)
            before = last.get(one.estimate.measure)
            last[one.estimate.measure] = one
            if events or event is None:
                fact = number if self._is_fact(one, event, before) else None
                held.setdefault(self._place(one, event, fact), []).append(one)
        found: list[tuple[int, Stratum]] = []
        for place, several in self._parted(held):
            for years, rows in self._by_period(place, several):
                found.append((rows[0].estimate.span.first, self._stratum(place, years, rows)))
        for _, stratum in sorted(found, key=lambda pair: pair[0]):
            yield stratum

    def _below_an_event(self, one: Listed, above: Headings) -> Listed:
        """A figure whose heading only says that a toll follows ("Death Toll") counts the dated event above it."""
        what = one.what
        if what is None or one.estimate.section in _ASIDE or not tells_a_toll(what) or event_words(what) - self.own:
            return one
        for title in above.chain(one.estimate.span.first)[1:]:
            if title in self.headings and event_words(title) - self.own:
                return msgspec.structs.replace(one, what=title)
        return one

    def _parted(self, held: dict[_Place, list[Listed]]) -> Iterator[tuple[_Place, list[Listed]]]:
        """Figures of one place, without those that their own author tells from his others."""
        for place, several in held.items():
            apart = told_apart([one.estimate for one in several], self.own | (place.event or _NONE))
            for words in dict.fromkeys(apart):
                rows = [one for one, its in zip(several, apart, strict=True) if its == words]
                yield (msgspec.structs.replace(place, aspect=place.aspect | words) if words else place), rows

    def _is_fact(self, one: Listed, event: _Words | None, before: Listed | None) -> bool:
        """Whether a figure tells what happened, and is no claim to be set against others.

        So do parts of a figure, what comes on top of one, the second figure of a statement that does not
        stand instead of the first, and what nobody is named for and nothing
        calls an estimate ("150 were shot", "36 were buried").
        """
        estimate, author = one.estimate, one.estimate.attribution
        if estimate.part_of is not None or comes_on_top(estimate.text, estimate.quantity.verbatim):
            return True
        if before is not None and before.estimate.span == estimate.span and event is not None:
            other = before.estimate.attribution
            if author is None or other is None or same_author(author, other):
                verbatim = before.estimate.quantity.verbatim
                if not stands_instead(estimate.text, verbatim, estimate.quantity.verbatim):
                    return True
        if author is not None or event is None:
            return False
        said = (estimate.text, estimate.caption, one.what)
        return not any(text and claims(text) for text in said)

    def _place(self, one: Listed, event: _Words | None, fact: int | None) -> _Place:
        estimate = one.estimate
        scope, measure = estimate.scope, estimate.measure
        known = self.own | (event or _NONE)
        # a fact stands alone whatever its caption says
        aspect = self._aspect(one, event, known) if fact is None else _NONE
        known |= aspect
        where = thing_words(scope.where) - known if scope.where else _NONE
        part = self.dossier.estimates[estimate.part_of].span.first if estimate.part_of is not None else None
        return _Place(measure, event, aspect, where, group_words(scope.who, measure) - known - where, part, fact)

    def _aspect(self, one: Listed, event: _Words | None, known: _Words) -> _Words:
        """What a caption, the row or the clause behind the figure says that narrows what is counted."""
        estimate, caption = one.estimate, one.estimate.caption
        if event is None and estimate.section == "overview":
            return clause_words(estimate) - known if estimate not in self.totals else _NONE
        aspect = _NONE
        if caption and caption not in (one.what, estimate.scope.what) and era_of_caption(caption) is None:
            aspect = _NONE if says_whose(caption, estimate.attribution) else thing_words(caption) - known
        said = _without_author(estimate)
        phrase = narrowing(said)
        if phrase:
            aspect |= thing_words(phrase) - known
        if event is None and " | " not in said:
            aspect |= named_beside(said, estimate.quantity.verbatim) - known
        return aspect

    def _event(self, one: Listed) -> _Words | None:
        """The words of the event; None for the regime as a whole."""
        estimate = one.estimate
        what = one.what
        if estimate.section == "overview":
            return None if estimate.span.first in self.fields else frozenset({"overview"})
        if what is None:
            return None if estimate.section == "header" else frozenset({estimate.section})
        words = event_words(what)
        if tells_a_toll(what) and estimate.section not in _ASIDE and not words - self.own:
            return None
        return words

    def _by_period(self, place: _Place, several: list[Listed]) -> Iterator[tuple[Years, list[Listed]]]:
        """Figures by period; those without one, and those of the event's own, together."""
        given = [_own_years(one.estimate, place) for one in several]
        if all(years == UNKNOWN for years in given):
            yield UNKNOWN, several
            return
        whole = self._period(place, several)
        if whole == UNKNOWN:
            # where one period is named for all or by several, a figure without any most likely means it
            named = [years for years in given if years != UNKNOWN]
            distinct = list(dict.fromkeys(named))
            around = any(period_around(one.estimate) for one in several)
            if (around or len(named) > 1) and all(same_period(distinct[0], other) for other in distinct[1:]):
                whole = distinct[0]
        groups: dict[Years, list[Listed]] = {}
        for years, one in zip(given, several, strict=True):
            if years == UNKNOWN or same_period(years, whole):
                key = UNKNOWN
            else:
                key = next((known for known in groups if known != UNKNOWN and same_period(known, years)), years)
            groups.setdefault(key, []).append(one)
        yield from groups.items()

    def _period(self, place: _Place, several: list[Listed]) -> Years:
        if place.event is None:
            field = self.dossier.field("dates")
            dates = field.dates if field else ()
            return (years_of_date(dates[0])[0], years_of_date(dates[-1])[1]) if dates else UNKNOWN
        return years_of_date(self.headings.get(several[0].what or ""))

    def _stratum(self, place: _Place, years: Years, several: list[Listed]) -> Stratum:
        first = several[0]
        scope = first.estimate.scope
        return Stratum(
            first.slug,
            first.path,
            place.measure,
            None if place.event is None else first.what or first.estimate.section,
            tuple(self._rows(several, place)),
            _aspect_text(place.aspect, first) if place.fact is None else _fact_text(first),
            scope.where if place.where else None,
            scope.who if place.who else None,
            years,
            place.part_of,
        )

    def _rows(self, several: list[Listed], place: _Place) -> Iterator[Row]:
        seen: dict[tuple[object, ...], list[Estimate]] = {}
        known = self.own | (place.event or _NONE) | place.aspect
        apart = narrowing_remarks([one.estimate for one in several], known)
        for one, its in zip(several, apart, strict=True):
            estimate, author = one.estimate, one.estimate.attribution
            summary = author is None or author.kind == "own" or (author.kind not in _NAMED and sums_up(author.name))
            summary = summary or ends_of_two(estimate.quantity.verbatim)
            quantity = estimate.quantity
            alike = seen.setdefault((quantity.low, quantity.high, quantity.magnitude), [])
            repeats = next((other.span.first for other in alike if _repeats(author, other.attribution)), None)
            if repeats is None:
                alike.append(estimate)
            said = era_of_caption(estimate.caption) if estimate.caption else None
            era = said
            if era is None and author is not None and author.year is not None:
                era = era_of_year(author.year, self.boundaries)
            yield Row(one, era, said is not None, summary, counts_documented(estimate), repeats, its)


_NAMED = frozenset({"official", "international", "tribunal", "ngo", "press"})


def _repeats(a: Attribution | None, b: Attribution | None) -> bool:
    """Whether a figure with the bounds of an earlier one says no more: it is the same author's, or nobody's."""
    return a is None or (b is not None and (a.year or b.year) == (b.year or a.year) and same_author(a, b))


def _aspect_text(words: _Words, one: Listed) -> str | None:
    """What narrows, as written where that can be told."""
    if not words:
        return None
    estimate = one.estimate
    said = _without_author(estimate)
    near = (estimate.caption, narrowing(said)) if estimate.section != "overview" else ()
    parts = [part for part in near if part and words & thing_words(part)]
    label = label_of(estimate) if " | " in said else ""
    if thing_words(label) & words.difference(*map(thing_words, parts)):
        parts.append(label)
    if not parts:
        clause = said.partition(estimate.quantity.verbatim)[2].partition(";")[0].strip(" ,:()|")
        parts = [clause if words & thing_words(clause) else as_written(words, said)]
    return ", ".join(dict.fromkeys(parts))


def _fact_text(one: Listed) -> str:
    """The words in which a figure tells what happened."""
    text = " ".join(one.estimate.text.split())
    if len(text) <= _LONGEST_FACT:
        return text
    verbatim = one.estimate.quantity.verbatim
    start = max(0, text.find(verbatim))
    cut = text[start : start + _LONGEST_FACT]
    return f"{'…' if start else ''}{cut if start + len(cut) == len(text) else cut.rpartition(' ')[0] + '…'}"


def _without_author(estimate: Estimate) -> str:
    return estimate.text.replace(estimate.attribution.name, " ") if estimate.attribution else estimate.text


def _own_years(estimate: Estimate, place: _Place) -> Years:
    """The period that a figure's own words name, else that of its scope; that of a fact stands in its words."""
    when = estimate.scope.when
    if place.fact is None and (when is None or period_around(estimate)):
        said = years_said(_without_author(estimate), estimate.quantity.verbatim)
        return said or years_of_date(when)
    return years_of_date(when)
