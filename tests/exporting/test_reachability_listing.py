import csv
import datetime
import io
import json

from regimekit.analysis.reachability import Link, Place
from regimekit.exporting.listings import write_listing
from regimekit.exporting.reachability import LINK_CELLS, list_links
from regimekit.model.reply import Redirect

NOW = datetime.datetime(2026, 3, 1, 9, 30, 15, 999, tzinfo=datetime.UTC)
PLACES = (Place("vale", "vale.md", 12, "=Report"), Place("sarn", "x/sarn.md", 40, "The report"))
LINKS = (
    Link(
        "https://example.org/a",
        "moved",
        "200 OK",
        NOW,
        PLACES,
        200,
        (Redirect(301, "https://example.org/b"), Redirect(302, "https://example.org/c")),
        "https://example.org/b",
    ),
    Link("https://example.org/|x", "timeout", "no answer in time", NOW, PLACES[:1]),
)


def test_json_holds_all_of_each_address():
    one, other = json.loads(write_listing(list_links(LINKS), "json"))
    assert one == {
        "address": "https://example.org/a",
        "state": "moved",
        "status": 200,
        "says": "200 OK",
        "moved_to": "https://example.org/b",
        "front_page": False,
        "redirects": [
            {"status": 301, "address": "https://example.org/b"},
            {"status": 302, "address": "https://example.org/c"},
        ],
        "asked": "2026-03-01T09:30:15+00:00",
        "cited": [
            {"dossier": "vale", "path": "vale.md", "line": 12, "title": "=Report"},
            {"dossier": "sarn", "path": "x/sarn.md", "line": 40, "title": "The report"},
        ],
    }
    assert (other["status"], other["moved_to"], other["redirects"]) == (None, None, [])


def test_csv_has_a_row_for_each_place_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(write_listing(list_links(LINKS), "csv"))))
    assert list(rows[0]) == list(LINK_CELLS)
    assert [(row["address"], row["path"], row["line"]) for row in rows] == [
        ("https://example.org/a", "vale.md", "12"),
        ("https://example.org/a", "x/sarn.md", "40"),
        ("https://example.org/|x", "vale.md", "12"),
    ]
    assert rows[0]["redirects"] == "301 https://example.org/b 302 https://example.org/c"
    assert (rows[0]["status"], rows[2]["status"], rows[0]["title"]) == ("200", "", "'=Report")


def test_markdown_names_state_address_and_place():
    lines = write_listing(list_links(LINKS), "md").splitlines()
    assert lines[0] == "| State | Address | Says | Now at | Cited at |"
    assert lines[2] == "| moved | https://example.org/a | 200 OK | https://example.org/b | vale.md:12 |"
    assert lines[4] == "| timeout | https://example.org/\\|x | no answer in time |  | vale.md:12 |"
