import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.chronicle import Gap, chronicle, densities
from regimekit.analysis.filing import Granularity
from regimekit.analysis.timeline import Wanted, timeline, window
from regimekit.model import Dossier, Event, HistoricalDate, Span

Told = Callable[..., Dossier]


def test_chapters_are_years_with_the_coarser_first(told: Told) -> None:
    dossier = told("March 1930: a", "1930s: b", "1930: c", "late 1920s: d", "1927: e")
    assert [(c.slot.label, [entry.event.title for entry in c.entries]) for c in chronicle(timeline([dossier]))] == [
        ("1920s (year not given)", ["d"]),
        ("1927", ["e"]),
        ("1930s (year not given)", ["b"]),
        ("1930", ["c", "a"]),
    ]


def test_months(told: Told) -> None:
    dossier = told("March 3, 1930: a", "March 1930: b", "1930: c", "late 1930: d", "spring 1930: e", "December 1930: f")
    assert [c.slot.label for c in chronicle(timeline([dossier]), "month")] == [
        "1930 (month not given)",
        "spring 1930 (month not given)",
        "March 1930",
        "1930 (month not given)",  # late 1930: where the earliest day lies that it can mean
        "December 1930",
    ]


@pytest.mark.parametrize(
    ("statements", "gap"),
    [
        (("1940", "1945"), Gap(datetime.date(1941, 1, 1), datetime.date(1944, 1, 1), "year", 4, 0)),
        (("1940", "1942"), None),  # a single year is seen from the headings
        (("1940", "1943"), Gap(datetime.date(1941, 1, 1), datetime.date(1942, 1, 1), "year", 2, 0)),
        (("1940-1941", "1945"), Gap(datetime.date(1941, 1, 1), datetime.date(1944, 1, 1), "year", 4, 1)),
        (("1930-1940", "1940", "1945"), Gap(datetime.date(1941, 1, 1), datetime.date(1944, 1, 1), "year", 4, 0)),
        (("from 1938", "1940s", "1945"), Gap(datetime.date(1941, 1, 1), datetime.date(1944, 1, 1), "year", 4, 2)),
    ],
)
def test_gaps_of_years(statements: tuple[str, ...], gap: Gap | None, told: Told) -> None:
    assert chronicle(timeline([told(*statements)]))[-1].gap == gap


def test_gaps_of_months(told: Told) -> None:
    chapters = chronicle(timeline([told("November 1940", "June 1941", "November 30, 1941")]), "month")
    assert [chapter.gap for chapter in chapters] == [
        None,
        Gap(datetime.date(1940, 12, 1), datetime.date(1941, 5, 1), "month", 6, 0),
        None,
    ]


def test_what_began_before_and_what_has_no_day_make_no_gap(told: Told) -> None:
    dossier = told("1900-1950: a", "300 BC: b", "1944: c", "1950: d")
    wanted = Wanted(window(told("1940").events[0].date, None))
    chapters = chronicle(timeline([dossier], wanted), "year", wanted.window.first)
    assert [(chapter.slot.label, chapter.gap and chapter.gap.count) for chapter in chapters] == [
        ("began, or may lie, before 1940", None),
        ("1944", None),
        ("1950", 5),
    ]


def test_density_counts_the_earliest_day_only(told: Told) -> None:
    entries = timeline([told("1930-1935: a", "from 1930: b", "1930s: c", "by 1932: d", "300 BC: e")])
    (density,) = densities([entries], 80) or ()
    assert (density.first, density.last, density.step, density.counts) == (1930, 1932, 1, (3, 0, 1))
    (later,) = densities([entries], 80, datetime.date(1931, 1, 1)) or ()
    assert (later.first, later.counts) == (1932, (1,))


def test_density_widens_its_steps_until_they_fit_and_is_the_same_for_all(told: Told) -> None:
    one, other = timeline([told("1899", "1931")]), timeline([told("1905")])
    first, second = densities([one, other], 8) or ()
    assert (first.first, first.last, first.step) == (second.first, second.last, second.step) == (1895, 1934, 5)
    assert first.counts == (1, 0, 0, 0, 0, 0, 0, 1)
    assert second.counts == (0, 0, 1, 0, 0, 0, 0, 0)


def test_nothing_has_no_density(told: Told) -> None:
    assert densities([timeline([told("300 BC")])], 80) is None
    assert densities([()], 80) is None


days = st.dates(datetime.date(1, 1, 1))


@st.composite
def dates(draw: st.DrawFn) -> HistoricalDate:
    first, last = sorted((draw(days), draw(days)))
    form = draw(
        st.sampled_from(["day", "month", "year", "decade", "interval", "since", "by", "after", "none", "season"])
    )
    iso = first.isoformat()
    edtf = {"day": iso, "month": iso[:7], "decade": f"{iso[:3]}X", "interval": f"{iso}/{last.isoformat()}"}
    edtf |= {"since": f"{iso}/..", "none": "-0300", "season": f"{iso[:4]}-{draw(st.integers(21, 24))}"}
    end = {"since": None, "after": None, "none": None, "interval": last}
    return HistoricalDate(
        form,
        edtf.get(form, iso[:4]),
        None if form in ("by", "none") else first,
        end.get(form, first),
        "year",
        form if form in ("since", "by", "after") else "in",  # type: ignore[arg-type]
    )


folders = st.lists(st.lists(dates(), max_size=5), max_size=4).map(
    lambda several: [
        Dossier(
            f"{number}.md",
            str(number),
            "",
            "",
            events=tuple(Event(Span(n, n), date, f"{number}:{n}", "event", "other") for n, date in enumerate(given, 1)),
        )
        for number, given in enumerate(several)
    ]
)


@given(folders, st.sampled_from(["year", "month", "day"]), st.none() | days, st.randoms())
def test_each_statement_is_in_just_one_chapter_whatever_the_order_of_the_dossiers(
    dossiers: list[Dossier], granularity: Granularity, start: datetime.date | None, random: object
) -> None:
    entries = timeline(dossiers)
    chapters = chronicle(entries, granularity, start)
    titles = [entry.event.title for chapter in chapters for entry in chapter.entries]
    assert sorted(titles) == sorted(event.title for dossier in dossiers for event in dossier.events)
    assert all(chapter.entries for chapter in chapters)
    assert [chapter.slot.order for chapter in chapters] == sorted({chapter.slot.order for chapter in chapters})
    shuffled = list(dossiers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert chronicle(timeline(shuffled), granularity, start) == chapters


@given(folders, st.integers(1, 120))
def test_density_counts_each_dated_statement_once(dossiers: list[Dossier], most: int) -> None:
    several = [timeline([dossier]) for dossier in dossiers]
    dated = sum(entry.first > datetime.date.min for entries in several for entry in entries)
    found = densities(several, most)
    assert sum(sum(density.counts) for density in found or ()) == dated
    assert all(len(density.counts) <= max(most, 11) for density in found or ())
