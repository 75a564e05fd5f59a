"""What of a figure a log axis can show, and how its row is named."""

import pytest

from regimekit.model import Attribution, Quantity, Source, Span
from regimekit.rendering.charts.figures import LABEL, Marks, link, marks_of, row_labels, values
from regimekit.rendering.charts.style import breadth, shortened, wrapped

REACHES = [
    (Quantity("66", 66, 66, "exact"), Marks(point=66)),
    (Quantity("~66", 66, 66, "approximate"), Marks(point=66)),
    (Quantity("6-20", 6, 20, "range"), Marks(bar=(6, 20))),
    (Quantity("15-20+", 15, 20, "open range"), Marks(bar=(15, 20), above=20)),
    (Quantity("at least 20", 20, None, "at least"), Marks(above=20)),
    (Quantity("under 20", None, 20, "less than"), Marks(below=20)),
    (Quantity("up to 0", None, 0, "at most"), Marks()),
    (Quantity("0-5", 0, 5, "range"), Marks(below=5)),  # no log axis begins with 0
    (Quantity("at least 0", 0, None, "at least"), Marks()),
    (Quantity("none", 0, 0, "exact"), Marks()),
    (Quantity("tens of thousands", None, None, "vague", magnitude=10_000), Marks()),
    (Quantity("5 %", 5, 5, "exact", "percent"), Marks()),
]


@pytest.mark.parametrize(("quantity", "shown"), REACHES, ids=lambda one: getattr(one, "verbatim", ""))
def test_marks_stand_only_where_the_text_gives_a_number(quantity, shown):
    assert marks_of(quantity) == shown
    assert set(shown.numbers) <= {quantity.low, quantity.high}


def test_what_has_no_mark_is_told_in_words(build):
    rows = [build.row(quantity) for quantity, shown in REACHES if not shown.shown]
    found = values(build.stratum(*rows), build.dossier())
    assert [value["words"] for value in found] == [
        "0, which a log axis cannot show",
        "0, which a log axis cannot show",
        "0, which a log axis cannot show",
        "“tens of thousands”",
        "“5 %”",
    ]


def test_rows_of_one_name_are_told_apart(build):
    one = Quantity("1", 1, 1, "exact")
    lind, hale = Attribution("Lind", 1986, "scholar"), Attribution("Hale", 1988, "scholar")
    rows = [
        build.row(one, author, line=line) for author, line in ((lind, 4), (lind, 9), (hale, 9), (lind, 9), (None, 9))
    ]
    assert row_labels(rows) == [
        "Lind (1986), line 4",
        "Lind (1986), line 9 (a)",
        "Hale (1988)",
        "Lind (1986), line 9 (b)",
        "no author given",
    ]


def test_forty_rows_of_one_line_have_forty_names(build):
    rows = [build.row(Quantity("1", 1, 1, "exact"), line=7) for _ in range(40)]
    assert len(set(row_labels(rows))) == 40


def test_the_kind_is_named_where_it_is_no_scholar(build):
    kinds = ["official", "tribunal", "ngo", "press", "own", "scholar", None]
    rows = [build.row(Quantity("1", 1, 1, "exact"), Attribution(f"Body {kind}", None, kind)) for kind in kinds]
    assert [label.replace("\n", " ") for label in row_labels(rows)] == [
        "Body official",
        "Body tribunal, court or commission",
        "Body ngo",
        "Body press",
        "Body own, the dossier's own",
        "Body scholar",
        "Body None",
    ]


@pytest.mark.parametrize("name", ["Commission on Truth, Justice and Reconciliation " * 4, "X" * 300, "ab " * 200])
@pytest.mark.parametrize("line", [None, 123])
def test_only_the_name_of_a_long_label_is_cut(build, name, line):
    author = Attribution(name.strip(), 1986, "tribunal")
    rows = [build.row(Quantity("1", 1, 1, "exact"), author, line=line) for _ in range(2 if line else 1)]
    for label, row in zip(row_labels(rows), rows, strict=True):
        lines = label.split("\n")
        assert len(lines) <= 2
        assert all(breadth(one) <= LABEL + 1 for one in lines)
        assert "…" in label
        assert "(1986), court or commission" in label.replace("\n", " ")
        assert ("line 123" in label) is (line is not None), row


LINKS = [
    ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("ftp://example.org/x", None),
    ("//example.org", None),
    ('https://example.org/" onclick="x', None),
    ("https://example.org/<script>", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "kept"), LINKS)
def test_only_addresses_on_the_web_are_linked(build, url, kept):
    source = Source(Span(1, 1), "hale", "Hale", url=url)
    assert link(["other", "hale"], build.dossier(sources=(source,))) == kept


def test_the_first_source_that_has_an_address_is_linked(build):
    sources = tuple(
        Source(Span(1, 1), key, key, url=url)
        for key, url in (("a", None), ("b", "javascript:x"), ("c", "https://c.example"), ("d", "https://d.example"))
    )
    assert link(["a", "b", "d", "c"], build.dossier(sources=sources)) == "https://d.example"


def test_a_tooltip_tells_where_a_figure_comes_from(build):
    source = Source(Span(90, 90), "hale", "The Harbour", url="https://example.org")
    row = build.row(
        Quantity("some 66", 66, 66, "approximate"),
        Attribution("Hale", 1988, "scholar"),
        line=12,
        text="Hale: some 66",
        sources=("hale",),
        caption="Counted",
        repeats=4,
    )
    (value,) = values(build.stratum(row), build.dossier(sources=(source,)))
    assert value["told"] == {
        "Whose figure": "Hale (1988), scholar",
        "As written": "some 66",
        "Read as": "about 66",
        "When made": "year not given",
        "Caption": "Counted",
        "Section": "key_events",
        "Place": "interwar/north-vale.md:12",
        "Sources": "The Harbour",
        "Repeats": "the figure in line 4",
        "Text": "Hale: some 66",
        "A click opens": "https://example.org",
    }
    assert value["link"] == "https://example.org"


@pytest.mark.parametrize("text", ["", "a", "W" * 50, "one two three four five six seven eight", "… " * 30, "漢字" * 40])
@pytest.mark.parametrize("pixels", [20, 60, 200])
def test_shortened_text_fits(text, pixels):
    short = shortened(text, pixels)
    assert breadth(short) <= pixels
    assert short == text or short.endswith("…")
    lines = wrapped(text, pixels, 3)
    assert 1 <= len(lines) <= 3
    assert all(breadth(line) <= pixels for line in lines)
