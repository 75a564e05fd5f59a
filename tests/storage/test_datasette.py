"""Datasette serves a database: every page answers, references show what they lead to, sections are searched."""

import asyncio
import json
import re
import shutil
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest

from regimekit import bundled
from regimekit.cli.databases import check_alone
from regimekit.model.tables_cited import TABLES
from regimekit.storage import DossierCache, Library
from regimekit.storage.building import build
from regimekit.storage.datasette import metadata
from regimekit.storage.ddl import NUMBERED, columns

CONTRADICTORY = Path(__file__).parent.parent / "data" / "contradictory"
NAMES = [*(table.name for table in TABLES), "files", "meta", "search"]
REFERENCES = [(table.name, column.name) for table in NUMBERED for column in columns(table) if column.to]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """The dossiers that come with the toolkit, beside others in which every reference is used."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(bundled(), folder / "files" / "bundled")
    shutil.copytree(CONTRADICTORY, folder / "files" / "contradictory")
    library = Library(folder / "files", DossierCache(root=folder / "cache"))
    build(library, folder / "regimes.sqlite", check_alone, {"folder": "data"})
    return folder / "regimes.sqlite"


@pytest.fixture(scope="module")
def served(database):
    """Asks for a page as a browser would, without a network; returns its status and text."""
    return serving(database, metadata("regimes"))


def serving(database, told=None):
    from datasette.app import Datasette

    sqlite3.enable_callback_tracebacks(False)  # Datasette asks for them when it is imported; other tests do not
    datasette = Datasette([], immutables=[str(database)], metadata=told)

    def get(path):
        async def answer():
            response = await datasette.client.get(path)
            return response.status_code, response.text

        return asyncio.run(answer())

    return get


class Cells(HTMLParser):
    """The cells of a page's table: the class of each with the texts of its links."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self._column = self._link = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "td":
            self._column = (given.get("class") or "").split(" ")[0].removeprefix("col-")
        elif tag == "a" and self._column:
            self._link = given.get("href")

    def handle_endtag(self, tag):
        if tag == "td":
            self._column = None
        elif tag == "a":
            self._link = None

    def handle_data(self, data):
        if self._link:
            self.found.append((self._column, self._link, data))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_each_table_answers(served, database, name):
    with sqlite3.connect(database) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    status, page = served(f"/regimes/{name}")
    assert status == 200
    assert re.search(rf"<h1[^>]*>\s*{name}\b", page)
    status, text = served(f"/regimes/{name}.json?_shape=objects")
    found = json.loads(text)
    assert (status, found["filtered_table_rows_count"], len(found["rows"])) == (200, count, min(count, 100))


def test_every_table_is_asked_for(database):
    with sqlite3.connect(database) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {name for name in there if not re.match("search_|sqlite_", name)} == set(NAMES)


@pytest.mark.parametrize(("name", "column"), REFERENCES, ids=lambda part: part)
def test_references_show_what_they_lead_to(served, database, name, column):
    to = next(c.to for table in NUMBERED if table.name == name for c in columns(table) if c.name == column)
    label = next(table.label for table in TABLES if table.name == to)
    with sqlite3.connect(database) as connection:
        row = connection.execute(
            f"SELECT a.id, b.id, b.{label} FROM {name} a JOIN {to} b ON b.id = a.{column} WHERE b.{label} <> '' LIMIT 1"
        ).fetchone()
    status, page = served(f"/regimes/{name}?id={row[0]}")
    links = [(link, text) for cell, link, text in Cells(page).found if cell == column]
    assert (status, links) == (200, [(f"/regimes/{to}/{row[1]}", row[2])])


def test_without_metadata_dossiers_sections_people_and_sources_have_labels_all_the_same(database):
    from datasette.app import Datasette

    async def labels():
        datasette = Datasette([], immutables=[str(database)])
        there = datasette.get_database("regimes")
        return {
            name: await there.label_column_for_table(name) for name in ("dossiers", "sections", "people", "sources")
        }

    assert asyncio.run(labels()) == {"dossiers": "title", "sections": "title", "people": "name", "sources": "title"}


@pytest.mark.parametrize("told", [None, metadata("regimes")], ids=["alone", "with metadata"])
def test_sections_are_searched(database, told):
    get = serving(database, told)
    status, page = get("/regimes/sections")
    assert (status, 'name="_search"' in page) == (200, True)
    status, text = get("/regimes/sections.json?_search=kulak*&_shape=objects&_searchmode=raw")
    rows = json.loads(text)["rows"]
    assert status == 200
    assert rows
    assert all("kulak" in row["text"].casefold() for row in rows)
    assert json.loads(get("/regimes/sections.json?_search=zzzzqq")[1])["rows"] == []


def test_the_page_of_a_row_answers_and_links_to_what_refers_to_it(served):
    for name in (*(table.name for table in TABLES), "files", "meta"):
        status, text = served(f"/regimes/{name}.json?_size=1&_shape=objects")
        rows = json.loads(text)["rows"]
        if rows:
            key = rows[0].get("id", rows[0].get("name"))
            assert served(f"/regimes/{name}/{key}")[0] == status == 200, name
    page = served("/regimes/dossiers/1")[1]
    assert "/regimes/estimates?dossier_id=1" in page


def test_meanings_are_shown(served):
    page = served("/regimes/estimates")[1]
    assert "One figure for people harmed." in page
    assert "the lower bound; empty where it is unknown or open, never 0 for that" in page
    assert "nothing here says that two of them may be added up" in served("/regimes")[1]


def test_every_column_and_every_table_has_a_meaning(database):
    told = metadata("regimes")["databases"]["regimes"]["tables"]
    with sqlite3.connect(database) as connection:
        for table in NUMBERED:
            there = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
            assert list(told[table.name]["columns"]) == there
            assert told[table.name].get("label_column", there[0]) in there
            assert all(told[table.name]["columns"].values())


def test_a_question_in_sql_answers(served):
    status, text = served("/regimes.json?sql=select+slug+from+dossiers+where+id+%3D+%3Aid&id=1&_shape=array")
    assert (status, json.loads(text)) == (200, [{"slug": "albania-hoxha"}])
