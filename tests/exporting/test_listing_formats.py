import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.estimates import list_estimates
from regimekit.analysis.figures import figures_of
from regimekit.analysis.timeline import timeline
from regimekit.exporting import listings
from regimekit.exporting.listings import write_listing
from regimekit.exporting.tables import to_csv, to_markdown
from regimekit.model import Dossier


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_figures(vale: Dossier, sarn: Dossier) -> None:
    listing = listings.list_figures(figures_of([vale, sarn]))
    lind, osk, okoro = json.loads(write_listing(listing, "json"))
    assert (lind["dossier"], lind["line"], lind["lines"], lind["leader"]) == ("north-vale", 6, [6, 10], True)
    assert lind["roles"][0]["term"]["edtf"] == "1931/1944"
    assert osk["aliases"] == ["the Clerk"]
    table = rows(write_listing(listing, "csv"))
    assert (table[0]["roles"], table[0]["born"], table[0]["born_edtf"]) == ("general (1931-1944)", "1880", "1880")
    assert table[2]["name"] == "Émile Okoro"
    assert "| port-sarn | Émile Okoro |" in write_listing(listing, "md")
    assert okoro["path"] == "southern/port-sarn.md"


def test_events(vale: Dossier) -> None:
    listing = listings.list_events(timeline([vale]))
    first, second = json.loads(write_listing(listing, "json"))
    assert (first["dossier"], first["edtf"], second["verbatim"]) == ("north-vale", "1931/1944", "May 11, 1935")
    table = rows(write_listing(listing, "csv"))
    assert (table[1]["date"], table[1]["earliest"], table[1]["event"]) == ("May 11, 1935", "1935-05-11", "troops fired")
    assert table[1]["headings"] == "Key Events > The Harbour Strike"
    assert "| May 11, 1935 | 1935-05-11 | north-vale | troops fired | northern/north-vale.md:15 |" in write_listing(
        listing, "md"
    )


def test_estimates_keep_open_ends_open(vale: Dossier) -> None:
    listing = listings.list_estimates(list_estimates([vale]))
    table = rows(write_listing(listing, "csv"))
    assert [(row["as_written"], row["low"], row["high"], row["point"]) for row in table] == [
        ("12,000-18,000", "12000", "18000", ""),
        ("300-400", "300", "400", ""),
        ("46", "46", "46", "46"),
        ("hundreds", "", "", ""),
    ]
    assert (table[1]["attribution"], table[1]["year"], table[1]["attribution_kind"]) == ("Olin", "1988", "scholar")
    assert table[0]["attribution"] == ""
    assert table[3]["magnitude"] == "100"
    assert json.loads(write_listing(listing, "json"))[3]["low"] is None


@pytest.mark.parametrize("format", listings.LISTING_FORMATS)
def test_an_empty_listing_is_well_formed(format: str) -> None:
    text = write_listing(listings.list_events(()), format)
    if format == "json":
        assert json.loads(text) == []
    elif format == "csv":
        assert rows(text) == []
        assert text.count("\n") == 1
    else:
        assert text.count("\n") == 2


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+46 killed", "'+46 killed"),
        ("- a list", "'- a list"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tcmd", "'\tcmd"),
        ("\rcmd", "'\ncmd"),
        ("-5", "-5"),  # a number is no formula
        ("+5.5", "+5.5"),
        ("-5+3", "'-5+3"),
        ("-٣", "-٣"),  # nor is one in other digits
        ("1932-1933", "1932-1933"),
        ("'quoted'", "'quoted'"),
        (-5, "-5"),
        (None, ""),
        (True, "true"),
    ],
)
def test_no_cell_is_a_formula(cell: str | int | None, written: str) -> None:
    assert next(csv.DictReader(io.StringIO(to_csv(["a"], [{"a": cell}, {"a": "x"}]), newline="")), None) == {
        "a": written
    }


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=5))
def test_what_goes_into_csv_comes_out(cells: list[str]) -> None:
    read = list(csv.reader(io.StringIO(to_csv(["c"], [{"c": cell} for cell in cells]), newline="")))
    assert [row[0].removeprefix("'") for row in read[1:]] == [cell.removeprefix("'") for cell in cells]


def test_markdown_cells_stay_cells() -> None:
    text = to_markdown({"A": "a"}, [{"a": "x | y\nz *bold* [[link]] <b> snake_case _it_ `c` ~100"}])
    assert text.splitlines()[2] == (r"| x \| y z \*bold\* \[\[link\]\] \<b\> snake_case \_it\_ \`c\` \~100 |")


def test_markdown_numbers_stand_right() -> None:
    text = to_markdown({"N": "n", "T": "t"}, [{"n": 12000, "t": "a"}, {"n": None, "t": "b"}])
    assert text == "| N | T |\n| ---: | --- |\n| 12,000 | a |\n|  | b |\n"


def test_an_escape_that_is_left_open_swallows_no_cell_behind_it() -> None:
    opened, closed = "open \x90", "close \x9c end"
    row = {"first": opened, "second": "kept", "third": closed}
    head, cells = csv.reader(io.StringIO(to_csv(("first", "second", "third"), [row])))
    assert (head, cells) == (["first", "second", "third"], ["open ", "kept", "close  end"])
    columns = {"A": "first", "B": "second", "C": "third"}
    assert to_markdown(columns, [row]).splitlines()[-1] == "| open | kept | close end |"


def test_a_title_is_no_formula_and_no_border() -> None:
    ((title,),) = csv.reader(io.StringIO(to_csv(("=1+1",), [])))
    assert title == "'=1+1"
    assert to_markdown({"a|b": "a"}, []).splitlines()[0] == "| a\\|b |"
