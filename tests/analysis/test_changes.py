"""Which records are the same in two versions, and what is said of those that changed."""

from __future__ import annotations

import datetime
import time

import pytest
from msgspec.structs import replace

from regimekit.analysis.changes import compared
from regimekit.analysis.changes_entries import Change
from regimekit.analysis.changes_files import file_pairs
from regimekit.analysis.changes_terms import date_term, range_term
from regimekit.model import (
    Attribution,
    Dossier,
    Estimate,
    Event,
    Field,
    HistoricalDate,
    Person,
    Quantity,
    Role,
    Scope,
    Section,
    Source,
    Span,
)
from regimekit.parsing.dates import parse_date
from regimekit.parsing.quantities import parse_quantity


def quantity(written: str) -> Quantity:
    found = parse_quantity(written.removesuffix(" dead"))
    assert found is not None, written
    return found


def date(written: str) -> HistoricalDate:
    found = parse_date(written)
    assert found is not None, written
    return found


@pytest.mark.parametrize(
    ("before", "after", "term"),
    [
        ("20 million", "20-25 million", "widened"),
        ("20-25 million", "20-30 million", "widened"),
        ("20-25 million", "15-30 million", "widened"),
        ("20-25 million", "22 million", "narrowed"),
        ("20-25 million", "22-30 million", "raised"),
        ("300", "400", "raised"),
        ("400", "300", "lowered"),
        ("900-1,400", "at least 900", "opened above"),
        ("at least 900", "900-1,400", "closed above"),
        ("at least 900", "at least 1,000", "lower bound raised"),
        ("up to 250", "up to 200", "upper bound lowered"),
        ("up to 250", "200-250", "closed below"),
        ("at least 900", "up to 250", "opened below, closed above"),
        ("tens of thousands", "30,000", "number given"),
        ("30,000", "tens of thousands", "made vague"),
        ("tens of thousands", "hundreds of thousands", "another order of magnitude"),
        ("300", "about 300", "qualified otherwise"),
        ("20 million", "20,000,000", ""),
        ("300", "3%", "unit changed"),
    ],
)
def test_what_became_of_a_range(before: str, after: str, term: str) -> None:
    assert range_term(quantity(before), quantity(after)) == term


@pytest.mark.parametrize(
    ("before", "after", "term"),
    [
        ("1937", "12 May 1937", "made more exact"),
        ("May 12, 1937", "May 1937", "made less exact"),
        ("1937", "1938", "moved later"),
        ("May 1937", "April 1937", "moved earlier"),
        ("March 1931 - June 1944", "March 3, 1931 - June 1944", "made more exact"),
        ("1931-1944", "1931-1945", "period lengthened"),
        ("1931-1944", "1933-1944", "period shortened"),
        ("1931-1944", "1932-1945", "moved later"),
        ("1937", "c. 1937", "qualified otherwise"),
        ("12 May 1937", "1937-05-12", ""),
    ],
)
def test_what_became_of_a_date(before: str, after: str, term: str) -> None:
    assert date_term(date(before), date(after)) == term


def figure(
    written: str,
    author: str | None = None,
    year: int | None = None,
    line: int = 1,
    what: str = "the purge",
    **more: object,
) -> Estimate:
    whose = Attribution(author, year) if author else None
    text = f"{author or 'In all'} | {written}"
    return Estimate(Span(line, line), quantity(written), "deaths", text, "key_events", Scope(what), whose, **more)  # type: ignore[arg-type]


def dossier(**records: object) -> Dossier:
    return Dossier("a.md", "a", "A", "", **records)  # type: ignore[arg-type]


def estimates(*several: Estimate) -> Dossier:
    return dossier(estimates=several)


def said(before: Dossier, after: Dossier) -> list[tuple[object, ...]]:
    """Each change: its status, and aspect, before, after and term of its differences; of a new or lost one its name."""
    return [_said(change) for change in compared(before, after).told()]


def _said(change: Change) -> tuple[object, ...]:
    if change.status != "changed":
        record = change.entry.record
        return change.status, record.quantity.verbatim if isinstance(record, Estimate) else change.entry.name
    return tuple((one.aspect, one.before, one.after, one.term) for one in change.differences)


def test_a_changed_range_is_one_change() -> None:
    before = estimates(figure("20 million", "Conquest", 1968), figure("5 million", "Werth", 1997))
    after = estimates(figure("5 million", "Werth", 1997, 9), figure("20-25 million", "Conquest", 1968, 10))
    assert said(before, after) == [(("range", "20 million", "20-25 million", "widened"),)]


def test_another_author_with_another_range_is_another_figure() -> None:
    before, after = estimates(figure("20 million", "Conquest")), estimates(figure("61 million", "Rummel"))
    assert sorted(said(before, after)) == [("added", "61 million"), ("removed", "20 million")]


def test_another_author_of_one_figure_in_one_place_is_one_change() -> None:
    before, after = (
        estimates(replace(figure("20 million", name), text=f"20 million died in the purge as {name} has it"))
        for name in ("Conquest", "Rummel")
    )
    assert said(before, after) == [(("author", "Conquest", "Rummel", ""),)]


def test_one_author_on_two_things_gave_two_figures() -> None:
    before = estimates(figure("20 million", "Conquest", what="the purge"))
    after = estimates(figure("5 million", "Conquest", what="the famine"))
    assert sorted(said(before, after)) == [("added", "5 million"), ("removed", "20 million")]


def test_a_year_and_an_author_that_were_added_are_told() -> None:
    before, after = estimates(figure("300")), estimates(figure("300", "Olin", 1988))
    assert said(before, after) == [(("author", None, "Olin", ""), ("year", None, "1988", ""))]


def test_of_figures_alike_the_one_that_is_gone_is_told() -> None:
    several = [figure(number, "Olin", 1988, at) for at, number in enumerate(("100", "200", "300"), 1)]
    assert said(estimates(*several), estimates(several[0], several[2])) == [("removed", "200")]


def test_a_part_belongs_to_the_same_total_though_it_was_raised_or_moved() -> None:
    total, part = figure("300", "Olin", line=1), figure("20", "Olin", line=2, what="harbour", part_of=0)
    raised = figure("400", "Olin", line=8)
    moved = figure("20", "Olin", line=9, what="harbour", part_of=1)
    other = figure("7", "Moss", line=3, what="the marsh")
    found = said(estimates(total, part, other), estimates(other, raised, moved))
    assert found == [(("range", "300", "400", "raised"),)]


def event(written: str, title: str, line: int = 1, kind: str = "event") -> Event:
    return Event(Span(line, line), date(written), title, kind, "key_events")  # type: ignore[arg-type]


def test_an_event_is_known_by_what_happened_and_by_its_date() -> None:
    purge, strike = event("1937", "the purge of the army begins"), event("May 1935", "a strike in the harbour")
    sharper = event("May 12, 1937", "the purge of the army begins")
    reworded = event("May 1935", "a strike in the harbour is put down")
    assert sorted(said(dossier(events=(purge, strike)), dossier(events=(reworded, sharper)))) == [
        (("date", "1937", "May 12, 1937", "made more exact"),),
        (("wording", "a strike in the harbour", "a strike in the harbour is put down", ""),),
    ]


@pytest.mark.parametrize("when", ["1937", "May 1937", "May 12, 1937"])
def test_two_things_of_one_date_are_two_events(when: str) -> None:
    before = dossier(events=(event(when, "the purge begins in the army"),))
    after = dossier(events=(event(when, "Lind was born in the capital"),))
    assert sorted(change[0] for change in said(before, after)) == ["added", "removed"]


def test_of_elections_of_one_title_the_one_that_is_gone_is_told() -> None:
    several = tuple(event(str(year), "Election") for year in range(1930, 1960, 5))
    assert said(dossier(events=several), dossier(events=several[:2] + several[3:])) == [("removed", "1940: Election")]


def person(name: str, *roles: Role, text: str = "", **more: object) -> Person:
    return Person(Span(1, 1), name, roles=roles, text=text or f"{name} and what is said", **more)  # type: ignore[arg-type]


def test_roles_are_told_one_by_one_and_a_new_name_is_no_new_person() -> None:
    justice = Role("minister of justice", date("1933-1938"))
    longer = Role("minister of justice", date("1933-1940"))
    before = dossier(people=(person("Josef Lind", justice, Role("judge")), person("Max Roth")))
    after = dossier(
        people=(person("Joseph Lind", longer, Role("judge")), person("Nils Roth", Role("regent"), text="of late"))
    )
    assert said(before, after)[0] == (
        ("name", "Josef Lind", "Joseph Lind", ""),
        ("roles", "minister of justice (1933-1938)", "minister of justice (1933-1940)", ""),
    )
    assert sorted(said(before, after)[1:]) == [("added", "Nils Roth"), ("removed", "Max Roth")]


def source(title: str, url: str | None = None, key: str = "a", accessed: str = "2026-02-01", **more: object) -> Source:
    return Source(Span(1, 1), key, title, url=url, accessed=date(accessed), **more)  # type: ignore[arg-type]


def test_a_source_is_known_by_its_address_or_its_title() -> None:
    before = dossier(sources=(source("Harbour", "http://www.example.org/o/"), source("Marsh", "https://example.org/m")))
    after = dossier(
        sources=(
            source("Harbour", "https://example.org/o", accessed="2026-03-01"),
            source("Marsh", "https://example.org/n"),
        )
    )
    assert said(before, after) == [
        (("accessed", "2026-02-01", "2026-03-01", "moved later"),),
        (("address", "https://example.org/m", "https://example.org/n", ""),),
    ]


def test_a_source_with_another_key_changes_nothing_that_cites_it() -> None:
    before = dossier(sources=(source("Harbour", "https://a.org", "1"),), estimates=(figure("300", sources=("1",)),))
    after = dossier(
        sources=(source("Harbour", "https://a.org", "olin"),), estimates=(figure("300", sources=("olin",)),)
    )
    assert said(before, after) == []
    cited = dossier(sources=before.sources, estimates=(figure("300"),))
    assert said(before, cited) == [(("sources", "1", None, ""),)]


def sections(*titles: str) -> tuple[Section, ...]:
    return tuple(Section(Span(at * 2 + 1, at * 2 + 2), 2, title, "other") for at, title in enumerate(titles))


def outlined(*titles: str, **records: object) -> Dossier:
    text = "\n".join(f"## {title}\n{title[0] * 3} says what is said of {title[0]}" for title in titles)
    return Dossier("a.md", "a", "A", text, sections=sections(*titles), **records)  # type: ignore[arg-type]


def test_a_section_is_renamed_moved_lost_and_new() -> None:
    first = outlined("Army", "Camps", "Debt", "Elections")
    assert said(first, outlined("Elections", "Army", "Camps", "Debt")) == [(("place", "after Debt", "first", "moved"),)]
    assert said(first, outlined("Army and Navy", "Camps", "Debt", "Elections")) == [
        (("title", "Army", "Army and Navy", ""),)
    ]
    assert said(first, outlined("Army", "Camps", "Elections")) == [("removed", "Debt")]


def test_records_under_a_heading_that_was_renamed_have_not_changed() -> None:
    before = outlined(
        "Army", "Camps", estimates=(figure("300", caption="Camps"),), people=(person("A B", group="Camps"),)
    )
    after = outlined(
        "Army", "Camps 2", estimates=(figure("300", caption="Camps 2"),), people=(person("A B", group="Camps 2"),)
    )
    assert said(before, after) == [(("title", "Camps", "Camps 2", ""),)]


def test_text_that_no_record_holds_is_counted() -> None:
    before, after = outlined("Army"), outlined("Army")
    longer = Dossier("a.md", "a", "A", after.text + " at length", sections=after.sections)
    assert said(before, longer) == [(("other text", None, None, "2 words more"),)]


def test_what_a_value_tells_is_not_told_again_as_text() -> None:
    def version(written: str, note: str = "") -> Dossier:
        row = Field(Span(1, 1), "Death Toll", f"{written} dead {note}".strip(), "death_toll")
        return dossier(
            overview=(row,), events=(event("1935", f"{written} strikers were killed"),), estimates=(figure(written),)
        )

    assert said(version("300"), version("400")) == [(("range", "300", "400", "raised"),)]
    told = compared(version("300"), version("400"))
    assert [change.kind for change in told.told(["overview"])] == ["overview"]
    assert [change.kind for change in told.told(["events"])] == ["events"]
    assert said(version("300"), version("400", "(disputed)")) == [
        (("value", "300 dead", "400 dead (disputed)", ""),),
        (("range", "300", "400", "raised"),),
    ]


def texts(**files: str) -> dict[str, str]:
    return {f"{name}.md": text for name, text in files.items()}


def pairs(before: dict[str, str], after: dict[str, str]) -> list[tuple[str | None, str | None]]:
    return file_pairs(before, after, before.__getitem__, after.__getitem__)


LONG, OTHER = ("\n".join(f"line {at} of {name}" for at in range(40)) for name in ("one", "other"))


def test_files_are_followed_by_what_is_in_them() -> None:
    assert pairs(texts(a=LONG), texts(b=LONG)) == [("a.md", "b.md")]
    assert pairs(texts(a=LONG), texts(b=LONG + "\nmore")) == [("a.md", "b.md")]
    assert pairs(texts(a=LONG), texts(b=OTHER)) == [("a.md", None), (None, "b.md")]
    assert pairs(texts(a=LONG, b=OTHER), texts(a=OTHER, b=LONG)) == [("b.md", "a.md"), ("a.md", "b.md")]
    assert pairs(texts(a=LONG), texts(a=OTHER)) == [("a.md", "a.md")]
    assert pairs(texts(a=LONG, b=LONG), texts(c=LONG, b=LONG)) == [("b.md", "b.md"), ("a.md", "c.md")]


def test_of_identical_files_those_of_one_name_are_the_same() -> None:
    before = {"x/a.md": LONG, "x/b.md": LONG}
    after = {"y/b.md": LONG, "y/a.md": LONG}
    assert pairs(before, after) == [("x/a.md", "y/a.md"), ("x/b.md", "y/b.md")]


def test_a_thousand_changed_records_are_compared_in_a_moment() -> None:
    def version(step: int) -> Dossier:
        rows = [figure(f"{100 + at * step:,} dead", "Olin", 1988, at + 1) for at in range(1000)]
        days = [datetime.date(1931, 1, 1) + datetime.timedelta(at * step) for at in range(1000)]
        told = [event(day.isoformat(), f"the army took harbour {at}", at + 1) for at, day in enumerate(days)]
        return dossier(estimates=tuple(rows), events=tuple(told))

    before, after = version(1), version(2)
    start = time.process_time()
    found = compared(before, after)
    assert time.process_time() - start < 8
    assert len(found.records) >= 2000
