"""A timeline as a specification."""

import datetime
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import TEXTS
from regimekit import parse_date
from regimekit.analysis.timeline import Window
from regimekit.model import Span
from regimekit.model.dossier import Stamp
from regimekit.rendering.charts.lanes import MOST_LABELS, lanes
from regimekit.rendering.charts.packing import packed
from regimekit.rendering.charts.ruler import Ruler, milliseconds
from regimekit.rendering.charts.style import breadth

DAY = 86_400_000


@pytest.fixture
def drawn(build):
    def drawn(*entries, asked=None, title="North Vale", dossiers=None):
        spec = lanes(entries, asked or Window(), dossiers or {build.path: build.dossier(title)}, "1.2.3")
        assert spec["datasets"]["entries"]
        return spec

    return drawn


def picture(spec):
    return spec["vconcat"][1]


def records(spec, key):
    """The records of the layers that hold a key."""
    return [one for layer in picture(spec)["layer"] for one in layer["data"]["values"] if key in one]


def bars(spec):
    return [(one["x"] // DAY, one["x2"] // DAY, one["certain"]) for one in records(spec, "certain")]


def since_1970(*when):
    return (datetime.date(*when) - datetime.date(1970, 1, 1)).days


def test_a_span_is_dark_only_where_it_is_certain(build, drawn):
    spec = drawn(build.entry(parse_date("1931-1944")))
    assert bars(spec) == [
        (since_1970(1931, 1, 1), since_1970(1931, 12, 31), False),
        (since_1970(1931, 12, 31), since_1970(1944, 1, 2), True),
        (since_1970(1944, 1, 2), since_1970(1945, 1, 1), False),
    ]


def test_a_year_is_pale_throughout(build, drawn):
    assert bars(drawn(build.entry(parse_date("1931")))) == [(since_1970(1931, 1, 1), since_1970(1932, 1, 1), False)]


ARROWS = [
    ("since 1922", [("right", "certain")]),
    ("until 1946", [("left", "certain")]),
    ("by 1929", [("left", "possible")]),
    ("after 1945", [("right", "possible")]),
    ("1931-1944", []),
    ("1935", []),
]


@pytest.mark.parametrize(("written", "arrows"), ARROWS)
def test_open_ends_are_arrows(build, drawn, written, arrows):
    spec = drawn(build.entry(parse_date(written)), build.entry(parse_date("1900-1990"), line=6))
    found = {(one["way"], one["sign"]) for one in records(spec, "way")}
    assert found == set(arrows)


def test_what_still_lasts_is_drawn_until_the_dossier_was_updated(build, drawn):
    dossier = build.dossier()
    stamp = Stamp(Span(1, 1), "2020", parse_date("2020"))
    dossier = type(dossier)(path=dossier.path, slug="x", title="x", text="", updated=stamp)
    spec = drawn(build.entry(parse_date("1979-present")), dossiers={build.path: dossier})
    assert max(end for _, end, _ in bars(spec)) == since_1970(2021, 1, 1)


def test_labels_keep_clear_of_each_other(build, drawn):
    entries = [
        build.entry(parse_date(str(1930 + at // 6)), f"statement {at} of many words", at + 1)
        for at in range(MOST_LABELS)
    ]
    spec = drawn(*entries)
    words = records(spec, "heading")
    assert len(words) == len({one["id"] for one in words}) == MOST_LABELS
    rows = {}
    for one in words:
        width = breadth(one["text"], 10)
        left = one["x"] if one["side"] == "left" else one["x"] - width
        rows.setdefault(one["y"], []).append((left, left + width))
        assert left >= 0
        assert left + width <= picture(spec)["width"] + 0.1
    for several in rows.values():
        assert all(one[1] < other[0] for one, other in pairwise(sorted(several)))


def test_of_many_statements_headings_alone_are_named(build, drawn):
    kinds = ["heading" if at % 10 == 0 else "event" for at in range(MOST_LABELS + 1)]
    spec = drawn(
        *(build.entry(parse_date("1935"), f"statement {at}", at + 1, kind=kind) for at, kind in enumerate(kinds))
    )
    assert [one["heading"] for one in records(spec, "heading")] == [True] * kinds.count("heading")
    assert len({one["id"] for one in records(spec, "certain")}) == len(kinds)
    assert f"{len(kinds)} dated statements; headings alone are named here." in json.dumps(spec)


def test_long_statements_are_shortened_in_the_picture_and_whole_in_the_tooltip(build, drawn):
    title = "the harbour was closed and all who worked there were sent away " * 3
    spec = drawn(build.entry(parse_date("May 11, 1935"), title))
    (word,) = records(spec, "heading")
    assert word["text"].endswith("…")
    assert spec["datasets"]["entries"][0]["told"]["What"] == title.strip()


def test_every_statement_has_a_mark_and_a_tooltip(build, drawn):
    written = ["May 11, 1935", "May 1935", "1935", "1931-1944", "by 1929", "since 1922", "1930s"]
    spec = drawn(*(build.entry(parse_date(one), line=at + 1) for at, one in enumerate(written)))
    ids = {
        one["id"]
        for layer in picture(spec)["layer"]
        for one in layer["data"]["values"]
        if "id" in one and "text" not in one
    }
    told = {one["id"]: one["told"] for one in spec["datasets"]["entries"]}
    assert ids == set(told)
    assert {one["When"] for one in told.values()} == set(written)


def test_each_dossier_has_a_lane(build, drawn):
    dossiers = {
        path: build.dossier(title, path=path) for path, title in (("a.md", "Ayre"), ("b.md", "Besk"), ("c.md", "Cora"))
    }
    entries = [build.entry(parse_date("1935"), path=path) for path in ("b.md", "a.md")]
    spec = drawn(*entries, dossiers=dossiers)
    names = [one["text"] for one in records(spec, "line")]
    assert names[:2] == ["Ayre", "Besk"]
    assert spec["usermeta"]["title"] == "Timeline of 2 regimes"
    tops = [one["y"] for one in records(spec, "certain")]
    assert len(set(tops)) == 2


def test_the_window_asked_for_cuts_the_bars(build, drawn):
    asked = Window(datetime.date(1935, 1, 1), datetime.date(1936, 12, 31))
    spec = drawn(build.entry(parse_date("1931-1944")), asked=asked)
    assert bars(spec) == [(since_1970(1935, 1, 1), since_1970(1937, 1, 1), True)]
    domain = [since_1970(1935, 1, 1) * DAY, since_1970(1937, 1, 1) * DAY]
    scales = [layer["encoding"]["x"]["scale"] for layer in picture(spec)["layer"] if layer["encoding"]["x"].get("axis")]
    assert [scale["domain"] for scale in scales] == [domain] * len(scales)
    assert "beyond the days asked for" in json.dumps(spec)


@pytest.mark.parametrize("written", ["January 1, 1000", "December 31, 2100", "1000-2100"])
def test_the_ends_of_the_calendar(build, drawn, written):
    assert picture(drawn(build.entry(parse_date(written))))["height"] > 0


def test_the_first_and_the_last_day_of_all(build, drawn):
    first, last = build.date("0001", "0001-01-01", "0001-12-31"), build.date("9999", "9999-01-01", "9999-12-31")
    assert len(bars(drawn(build.entry(first), build.entry(last, line=6)))) == 2


HOSTILE = (
    *TEXTS,
    "x " * 3000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_text(build, drawn, text):
    spec = drawn(build.entry(parse_date("1935"), text), title=text)
    assert not set(json.dumps(spec, ensure_ascii=False).encode().decode()) & set("\x1b\x07\x00\ufffe")


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 30)), max_size=40))
def test_what_is_packed_does_not_touch(stretches):
    stretches = [(first, first + length) for first, length in stretches]
    rows = packed(stretches, 2)
    assert len(rows) == len(stretches)
    for row in set(rows):
        several = sorted(one for one, at in zip(stretches, rows, strict=True) if at == row)
        assert all(b[0] - a[1] >= 2 - 1e-9 for a, b in pairwise(several))


@given(st.dates(), st.integers(0, 400_000), st.integers(200, 720))
def test_dates_on_the_axis_lie_on_it_and_are_few(first, length, width):
    last = min(first + datetime.timedelta(min(length, (datetime.date.max - first).days)), datetime.date.max)
    ticks, form = Ruler(first, last, width).ticks()
    assert all(milliseconds(first) <= tick <= milliseconds(last) for tick in ticks)
    assert len(ticks) <= max(3, width / 40) or (last - first).days > 500 * 365
    assert form.endswith("%Y")
