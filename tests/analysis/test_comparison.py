"""Which figures stand in one stratum."""

import datetime
from collections.abc import Sequence

from msgspec.structs import replace

from regimekit.analysis.comparison import Stratum, headlines, strata
from regimekit.model import (
    Attribution,
    Dossier,
    Estimate,
    Event,
    Field,
    HistoricalDate,
    Quantity,
    Scope,
    Section,
    Span,
)

EVENT = "The Hunger Winter (1947-1948)"
TOTAL = "Total Death Toll Estimates"


def years(first: int, last: int) -> HistoricalDate:
    start, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    return HistoricalDate(f"{first}-{last}", f"{first}/{last}", start, end, "year")


def figure(line: int, what: str | None = EVENT, author: str | None = None, **given: object) -> Estimate:
    low, high = given.pop("bounds", (line, line))  # type: ignore[misc]
    quantity = Quantity(f"{low}-{high}", low, high, "range")  # type: ignore[has-type]
    scope = Scope(what, given.pop("where", None), given.pop("when", None), given.pop("who", None))  # type: ignore[arg-type]
    whose = Attribution(author, None, "scholar") if author else None
    text = given.pop("text", f"Death toll: {quantity.verbatim}")
    base = Estimate(Span(line, line), quantity, "deaths", text, "key_events", scope, whose)  # type: ignore[arg-type]
    return replace(base, **given)


def dossier(estimates: Sequence[Estimate]) -> Dossier:
    return Dossier(
        "selm-varga.md",
        "selm-varga",
        "Selm Under Pal Varga",
        "",
        sections=(
            Section(Span(1, 9), 2, "Overview", "overview"),
            Section(Span(10, 29), 3, EVENT, "key_events"),
            Section(Span(30, 49), 3, TOTAL, "key_events"),
        ),
        overview=(
            Field(Span(5, 5), "Dates", "1941-1958", "dates", (years(1941, 1958),)),
            Field(Span(6, 6), "Toll", ""),
        ),
        events=(Event(Span(10, 10), years(1947, 1948), EVENT, "heading", "key_events"),),
        estimates=tuple(estimates),
    )


def lines(found: Sequence[Stratum]) -> list[list[int]]:
    return [[row.estimate.span.first for row in stratum.rows] for stratum in found]


def groups(*estimates: Estimate) -> list[list[int]]:
    return lines(strata([dossier(estimates)]))


def test_one_event_measure_and_period() -> None:
    assert groups(figure(11), figure(12), figure(13, "The Quarry Camps")) == [[11, 12], [13]]
    assert groups(figure(11), figure(12, measure="injured")) == [[11], [12]]


def test_captions_about_eras_and_authors_do_not_part_figures() -> None:
    early, late = "Pre-Archival Estimates (Before 1991)", "Estimates after 1991"
    assert groups(figure(11, caption=early), figure(12, caption=late), figure(13, caption="Scholars")) == [[11, 12, 13]]


def test_captions_that_name_something_else_do() -> None:
    assert groups(figure(11), figure(12, caption="Deaths by typhus")) == [[11], [12]]
    assert groups(figure(11), figure(12, caption="Deaths in the hunger winter")) == [[11, 12]]
    assert groups(figure(11), figure(12, caption="Deaths in Selm")) == [[11, 12]]  # the country of the dossier


def test_rows_that_narrow_do() -> None:
    assert groups(figure(11), figure(12, text="Registers, south only | 12-12")) == [[11], [12]]
    # what the author's name says is no narrowing
    assert groups(figure(11), figure(12, author="Total Recall", text="Total Recall institute | 12-12")) == [[11, 12]]


def test_groups_and_places_do() -> None:
    assert groups(figure(11), figure(12, who="people"), figure(13, who="children")) == [[11, 12], [13]]
    assert groups(figure(11), figure(12, where="Selm"), figure(13, where="Old Quay")) == [[11, 12], [13]]


def test_periods_do() -> None:
    same, other = years(1947, 1948), years(1921, 1922)
    assert groups(figure(11), figure(12, when=same), figure(13, when=other)) == [[11, 12], [13]]
    # of a period of some years an end may differ by one; of a short one not
    undated = "The Quarry Camps"
    assert groups(figure(13, undated, when=years(1949, 1956)), figure(14, undated, when=years(1950, 1956))) == [
        [13, 14]
    ]
    assert groups(figure(13, undated, when=years(1949, 1949)), figure(14, undated, when=years(1950, 1950))) == [
        [13],
        [14],
    ]
    # where one period alone is named, a figure without any means it
    assert groups(figure(13, undated), figure(14, undated, when=years(1949, 1956))) == [[13, 14]]


def test_what_happened_is_no_claim_to_be_set_against_another() -> None:
    assert groups(figure(11, text="11-11 were shot"), figure(12, text="12-12 were buried")) == [[11], [12]]
    assert groups(figure(11, text="11-11 were shot"), figure(12, author="Lind", text="12-12")) == [[11], [12]]
    found = strata([dossier([figure(11, text="11-11 were shot")])])
    assert found[0].narrower == "11-11 were shot"
    under_a_toll = [figure(11, caption="Death toll", text="11-11"), figure(12, caption="Death toll", text="12-12")]
    assert groups(*under_a_toll) == [[11, 12]]


def test_two_figures_of_one_statement_are_compared_where_one_stands_instead_of_the_other() -> None:
    both = "Death toll: 5-5, possibly 9-9"
    assert groups(figure(11, bounds=(5, 5), text=both), figure(11, bounds=(9, 9), text=both)) == [[11, 11]]
    added = "Death toll: 5-5 in the war, 9-9 after it"
    assert groups(figure(11, bounds=(5, 5), text=added), figure(11, bounds=(9, 9), text=added)) == [[11], [11]]
    two = [figure(11, author="Lind", bounds=(5, 5), text=added), figure(11, author="Moss", bounds=(9, 9), text=added)]
    assert groups(*two) == [[11, 11]]  # of two authors


def test_parts_stand_apart_from_their_whole() -> None:
    found = strata([dossier([figure(11), figure(12, part_of=0)])])
    assert lines(found) == [[11], [12]]
    assert found[1].scope.endswith("part of the figure in line 11")


def test_the_overview_and_a_section_of_totals_are_the_regime_as_a_whole() -> None:
    toll = figure(6, None, section="overview", text="Toll | 6-6")
    found = strata([dossier([toll, figure(11), figure(31, TOTAL), figure(32, TOTAL, caption="Deaths by execution")])])
    assert lines(found) == [[6, 31], [11], [32]]
    assert [stratum.headline for stratum in found] == [True, False, False]
    assert found[0].scope == "the regime as a whole"
    assert headlines(found) == (found[0],)


def test_several_tolls_of_one_overview_are_not_compared() -> None:
    text = "Toll | 6-7 shot; 60-70 dead in the camps"
    one = figure(6, None, section="overview", text=text, bounds=(6, 7))
    two = figure(6, None, section="overview", text=text, bounds=(60, 70))
    found = strata([dossier([one, two])])
    assert [stratum.aspect for stratum in found] == ["shot", "dead in the camps"]
    assert headlines(found) == found


def test_prose_about_the_overview_is_no_toll_of_the_regime() -> None:
    assert not strata([dossier([figure(8, None, section="overview")])])[0].headline


def test_rows_know_what_they_repeat_and_who_sums_up() -> None:
    rows = strata(
        [
            dossier(
                [
                    figure(11, author="Ostrow", bounds=(5, 9)),
                    figure(12, author="Most scholars", bounds=(5, 9)),
                    figure(13, author="Ivo Ostrow", bounds=(5, 9)),
                    figure(14, bounds=(5, 9)),
                    figure(15, author="Lind", text="15-15 documented cases"),
                ]
            )
        ]
    )[0].rows
    assert [row.repeats for row in rows] == [None, None, 11, 11, None]
    assert [row.summary for row in rows] == [False, True, False, True, False]
    assert [row.documented for row in rows] == [False, False, False, False, True]


def test_eras_by_the_boundary_that_the_dossier_draws() -> None:
    early = figure(31, TOTAL, caption="Estimates before 1991")
    dated = replace(figure(32, TOTAL), attribution=Attribution("Lind", 2004, "scholar"))
    assert [row.era.label for row in strata([dossier([early, dated])])[0].rows if row.era] == [
        "Estimates before 1991",
        "since 1991",
    ]


def test_two_dossiers_are_never_one_stratum() -> None:
    one = dossier([figure(11)])
    other = replace(one, path="b.md", slug="b")
    assert lines(strata([one, other])) == [[11], [11]]


def test_figures_of_the_header_are_of_the_regime_as_a_whole_and_others_without_a_heading_are_not() -> None:
    low = figure(1, None, section="header", text="death toll: low estimate | 1-1")
    high = figure(2, None, section="header", text="death toll: high estimate | 2-2")
    headed = replace(dossier([low, high]), sections=())
    found = strata([headed])
    assert (lines(found), found[0].headline) == ([[1, 2]], True)
    assert headlines(strata([headed], events=False)) == found
    bare = replace(dossier([figure(1, None, section="aftermath")]), sections=())
    assert not strata([bare])[0].headline


def test_a_caption_that_names_the_author_parts_no_figures() -> None:
    one = figure(11, author="Karin Lind", caption="Karin Lind")
    assert groups(one, figure(12, author="Moll", caption="Ferenc Moll's Research")) == [[11, 12]]
    assert groups(one, figure(12, author="Moll", caption="Ferenc Moll's Famine")) == [[11], [12]]


def test_what_comes_on_top_of_a_figure_is_not_set_against_it() -> None:
    on_top = figure(12, author="Lind", text="12-12 additional deaths")
    assert groups(figure(11, author="Lind"), on_top) == [[11], [12]]
    assert groups(figure(11, author="Lind"), figure(12, author="Lind", text="12-12 deaths")) == [[11, 12]]


def test_what_an_author_tells_apart_stands_apart_and_is_named() -> None:
    first = figure(11, author="Lind", caption="Deaths", text="Lind, townspeople | 11-11")
    second = figure(12, author="Lind", caption="Deaths", text="Lind, country people at Selm | 12-12")
    found = list(strata([dossier([first, second, figure(13, author="Moll", caption="Deaths")])]))
    assert lines(found) == [[11], [12], [13]]
    assert [stratum.aspect for stratum in found] == ["townspeople", "country people at Selm", None]


def test_the_period_that_a_row_names_is_its_own() -> None:
    narrow = figure(12, author="Moll", text="Moll, 1921-1938 | 12-12")
    assert groups(figure(11, author="Lind"), narrow) == [[11], [12]]
    # the heading's period is known to the row, which tells its own
    headed = figure(12, author="Moll", when=years(1947, 1948), text="Moll, 1921-1938 | 12-12")
    assert groups(figure(11, author="Lind", when=years(1947, 1948)), headed) == [[11], [12]]
    # one row's own period is not that of the others
    undated = "The Quarry Camps"
    own = figure(12, undated, "Moll", when=years(1949, 1956), text="Moll: 12-12 in 1949-1956")
    assert groups(figure(11, undated, "Lind"), own) == [[11], [12]]


def test_of_a_period_only_one_end_may_differ() -> None:
    undated = "The Quarry Camps"
    long, within = figure(13, undated, when=years(1949, 1951)), figure(14, undated, when=years(1950, 1950))
    assert groups(long, within) == [[13], [14]]
    assert groups(long, figure(14, undated, when=years(1950, 1952))) == [[13], [14]]


def test_a_heading_that_only_says_that_a_toll_follows_is_about_the_dated_event_above_it() -> None:
    held = dossier([figure(21, "Death Toll", "Lind"), figure(35, TOTAL, "Moll")])
    sections = (*held.sections[:2], Section(Span(20, 29), 4, "Death Toll", "key_events"), held.sections[2])
    found = list(strata([replace(held, sections=sections)]))
    assert [stratum.what for stratum in found] == [EVENT, None]


def test_a_range_whose_ends_are_of_two_is_nobodys() -> None:
    ends = Quantity("9,000 (the ministry) to 30,000", 9000, 30000, "range")
    found = list(strata([dossier([figure(11, author="Lind", quantity=ends), figure(12, author="Lind")])]))
    assert [row.summary for row in found[0].rows] == [True, False]
