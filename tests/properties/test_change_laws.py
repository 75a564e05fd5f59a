"""What holds of any two versions of a dossier, whatever is in them."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from regimekit.analysis.changes import Compared, compared
from regimekit.analysis.changes_pairing import moved
from regimekit.analysis.changes_terms import date_term, range_term
from regimekit.model import (
    Attribution,
    Confidence,
    Debate,
    Dossier,
    Estimate,
    Event,
    Field,
    HistoricalDate,
    Note,
    Person,
    Position,
    Quantity,
    Relation,
    Role,
    Scope,
    Section,
    Source,
    Span,
    Statistic,
    Tag,
    Topic,
)
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import load_schema

# few words, so that many records look like others
_WORDS = st.sampled_from(["army", "camp", "Lind", "Olin", "harbour", "the purge", "minister of the army", "", "é 1935"])
_OR_NONE = st.none() | _WORDS
_SPANS = st.integers(1, 30).map(lambda line: Span(line, line))
_KEYS = st.lists(st.sampled_from(["lind", "olin", "moss"]), max_size=2).map(tuple)
_SECTIONS = st.sampled_from(["key_events", "overview", "other"])


def _year(year: int) -> HistoricalDate:
    return HistoricalDate(str(year), str(year), datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")


_DATES = st.integers(1930, 1934).map(_year)
_NUMBERS = st.none() | st.sampled_from([0, 5, 100, 100.5])
_QUANTITIES = st.builds(
    Quantity, st.sampled_from(["5", "100", "about 5"]), _NUMBERS, _NUMBERS, st.sampled_from(["exact", "range", "vague"])
)
_ESTIMATES = st.builds(
    Estimate,
    _SPANS,
    _QUANTITIES,
    st.sampled_from(["deaths", "detained"]),
    _WORDS,
    _SECTIONS,
    st.builds(Scope, _OR_NONE, _OR_NONE, st.none() | _DATES),
    st.none() | st.builds(Attribution, _WORDS, st.none() | st.integers(1990, 1992)),
    _OR_NONE,
    st.none() | st.integers(0, 3),
    _KEYS,
)
_PEOPLE = st.builds(
    Person,
    _SPANS,
    _WORDS,
    st.lists(_WORDS, max_size=2).map(tuple),
    roles=st.lists(st.builds(Role, _WORDS, st.none() | _DATES), max_size=2).map(tuple),
    born=st.none() | _DATES,
    leader=st.booleans(),
    text=_WORDS,
    group=_OR_NONE,
    sources=_KEYS,
)
_SECTION = st.builds(Section, _SPANS, st.integers(0, 4), _WORDS, _SECTIONS)
_DOSSIERS = st.builds(
    Dossier,
    path=st.just("a.md"),
    slug=st.just("a"),
    title=_WORDS,
    text=st.lists(_WORDS, min_size=30, max_size=30).map("\n".join),
    sections=st.lists(_SECTION, max_size=5).map(tuple),
    overview=st.lists(st.builds(Field, _SPANS, _WORDS, _WORDS, _OR_NONE, header=st.booleans()), max_size=3).map(tuple),
    people=st.lists(_PEOPLE, max_size=4).map(tuple),
    events=st.lists(
        st.builds(
            Event, _SPANS, _DATES, _WORDS, st.sampled_from(["event", "heading", "prose"]), _SECTIONS, sources=_KEYS
        ),
        max_size=5,
    ).map(tuple),
    estimates=st.lists(_ESTIMATES, max_size=5).map(tuple),
    statistics=st.lists(st.builds(Statistic, _SPANS, _WORDS, _QUANTITIES, _WORDS, _SECTIONS), max_size=3).map(tuple),
    debates=st.lists(
        st.builds(
            Debate,
            _SPANS,
            _WORDS,
            st.lists(st.builds(Position, _SPANS, _WORDS, _OR_NONE, _KEYS, _KEYS), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    relations=st.lists(
        st.builds(Relation, _SPANS, _WORDS, _KEYS, _OR_NONE, display=_OR_NONE, stated=st.booleans()), max_size=3
    ).map(tuple),
    sources=st.lists(
        st.builds(Source, _SPANS, st.sampled_from(["lind", "olin"]), _WORDS, _OR_NONE, _OR_NONE, text=_WORDS),
        max_size=3,
    ).map(tuple),
    confidence=st.builds(
        Confidence,
        st.none() | _SPANS,
        _OR_NONE,
        topics=st.lists(st.builds(Topic, _SPANS, _WORDS, _OR_NONE, note=_OR_NONE), max_size=2).map(tuple),
        notes=st.lists(st.builds(Note, _SPANS, _WORDS, _OR_NONE), max_size=2).map(tuple),
    ),
    tags=st.lists(st.builds(Tag, _SPANS, _WORDS), max_size=2).map(tuple),
)


def records_of(dossier: Dossier) -> Counter[str]:
    """How many records of each kind a dossier has."""
    confidence = dossier.confidence
    return Counter(
        dossier=1 + (dossier.created is not None) + (dossier.updated is not None),
        overview=len(dossier.overview),
        sections=len(dossier.sections),
        people=len(dossier.people),
        events=len(dossier.events),
        estimates=len(dossier.estimates),
        statistics=len(dossier.statistics),
        debates=len(dossier.debates) + sum(len(debate.positions) for debate in dossier.debates),
        relations=len(dossier.relations),
        sources=len(dossier.sources),
        confidence=(confidence.span is not None) + len(confidence.topics) + len(confidence.notes),
        tags=len(dossier.tags),
    )


def of_side(found: Compared, side: str) -> Counter[str]:
    entries = (getattr(change, side) for change in found.records)
    return Counter(entry.kind for entry in entries if entry is not None)


def told(found: Compared, turned: bool) -> Counter[object]:
    """The changes without their terms, with both sides exchanged where they were compared the other way round."""
    lines: Counter[object] = Counter()
    for change in found.told():
        sides = [side and (side.name, side.line) for side in (change.before, change.after)]
        said = [
            (one.aspect, *((one.after, one.before) if turned else (one.before, one.after)))
            for one in change.differences
        ]
        told = {
            one if one[1] or one[2] else one[:1] for one in said
        }  # words more one way are words fewer the other way
        lines[change.kind, tuple(reversed(sides) if turned else sides), frozenset(told)] += 1
    return lines


@given(_DOSSIERS)
def test_a_dossier_has_not_changed_against_itself(dossier: Dossier) -> None:
    assert compared(dossier, dossier).told() == ()


@given(_DOSSIERS, _DOSSIERS)
def test_no_record_is_lost_and_none_is_told_twice(before: Dossier, after: Dossier) -> None:
    found = compared(before, after)
    assert of_side(found, "before") == +records_of(before)
    assert of_side(found, "after") == +records_of(after)
    ids = [id(entry) for change in found.records for entry in (change.before, change.after) if entry is not None]
    assert len(ids) == len(set(ids))


@given(_DOSSIERS, _DOSSIERS)
def test_the_other_way_round_the_same_is_told(before: Dossier, after: Dossier) -> None:
    assert told(compared(before, after), turned=False) == told(compared(after, before), turned=True)


@given(_DOSSIERS)
def test_a_new_dossier_is_all_added_and_a_lost_one_all_removed(dossier: Dossier) -> None:
    for found, status in ((compared(None, dossier), "added"), (compared(dossier, None), "removed")):
        assert {change.status for change in found.records} == {status}
        assert Counter(change.kind for change in found.told()) == +records_of(dossier)


@given(_DOSSIERS, st.randoms(use_true_random=False))
def test_records_in_another_order_and_on_other_lines_have_not_changed(dossier: Dossier, chance: random.Random) -> None:
    def shuffled(several: tuple) -> tuple:
        moved = [replace(one, span=Span(40 + chance.randrange(99), 150)) for one in several]
        return tuple(chance.sample(moved, len(moved)))

    estimates = [replace(one, part_of=None) for one in dossier.estimates]
    before = replace(dossier, sections=(), debates=(), text="", estimates=tuple(estimates))
    kinds = ("overview", "people", "events", "estimates", "statistics", "relations", "sources", "tags")
    after = replace(before, **{kind: shuffled(getattr(before, kind)) for kind in kinds})
    assert compared(before, after).told() == ()


_OPPOSITE = {
    "widened": "narrowed",
    "raised": "lowered",
    "made vague": "number given",
    "made more exact": "made less exact",
    "moved later": "moved earlier",
    "period lengthened": "period shortened",
}
_OPPOSITE |= {other: one for one, other in _OPPOSITE.items()}


def opposite(term: str) -> str:
    for one, other in (("opened", "closed"), ("bound raised", "bound lowered")):
        if one in term or other in term:
            return term.replace(one, "\0").replace(other, one).replace("\0", other)
    return _OPPOSITE.get(term, term)


@given(_QUANTITIES, _QUANTITIES)
def test_terms_for_ranges_are_those_of_the_way_back_turned_round(before: Quantity, after: Quantity) -> None:
    assert range_term(after, before) == opposite(range_term(before, after))


@given(_DATES, _DATES)
def test_terms_for_dates_are_those_of_the_way_back_turned_round(before: HistoricalDate, after: HistoricalDate) -> None:
    assert date_term(after, before) == opposite(date_term(before, after))


@given(st.integers(0, 8).flatmap(lambda count: st.permutations(range(count))))
def test_what_has_not_moved_stands_in_its_old_order(places: list[int]) -> None:
    gone = moved(places)
    left = [place for at, place in enumerate(places) if at not in gone]
    assert left == sorted(left)
    assert {places[at] for at in gone} == moved([places.index(at) for at in range(len(places))])


LINES = (Path(__file__).parent.parent / "data" / "versions" / "old" / "mere-lind.md").read_text("utf-8").split("\n")


@pytest.fixture(scope="module")
def read() -> Callable[[list[str]], Dossier]:
    schema = load_schema(None)
    return lambda lines: read_bytes("\n".join(lines).encode(), "a.md", schema)


@given(st.sets(st.integers(0, len(LINES) - 1), max_size=8), st.randoms(use_true_random=False))
def test_the_laws_hold_of_a_text_that_loses_and_repeats_lines(
    read: Callable[[list[str]], Dossier], hit: set[int], chance: random.Random
) -> None:
    lines = [line for at, line in enumerate(LINES) for _ in range(chance.randrange(3) if at in hit else 1)]
    before, after = read(LINES), read(lines)
    found = compared(before, after)
    assert of_side(found, "before") == +records_of(before)
    assert of_side(found, "after") == +records_of(after)
    assert told(found, turned=False) == told(compared(after, before), turned=True)
