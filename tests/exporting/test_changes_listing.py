"""Changes of records as JSON and Markdown, read back by others."""

from __future__ import annotations

import json
from typing import Any

import mistune
import pytest

from regimekit.analysis.changes_folder import DossierChange, dossier_change
from regimekit.exporting.changes import list_changes, list_counts
from regimekit.exporting.listings import write_listing
from regimekit.model import Attribution, Dossier, Estimate, Person, Quantity, Scope, Span


def dossier(low: int, year: int, *people: str) -> Dossier:
    quantity = Quantity(f"{low:,} | dead", low, low, "exact")
    whose = Attribution("O*lin", year)
    figure = Estimate(Span(3, 3), quantity, "deaths", f"O*lin: {low:,} | dead", "key_events", Scope("strike"), whose)
    listed = tuple(Person(Span(5 + at, 5 + at), name) for at, name in enumerate(people))
    return Dossier("a.md", "a", "A", f"{low}", estimates=(figure,), people=listed)


@pytest.fixture
def changed() -> DossierChange:
    found = dossier_change(
        dossier(300, 1988, "Ana Lind"), dossier(400, 1991, "Ana Lind", "Max Roth"), ("old/a.md", "new/b.md"), True
    )
    assert found is not None
    return found


def cells(markdown: str) -> list[list[str]]:
    """The rows of a Markdown table as mistune reads them."""
    tokens: Any = mistune.create_markdown(renderer=None, plugins=["table"])(markdown)

    def text(cell: dict[str, Any]) -> str:
        return cell.get("raw", "") + "".join(map(text, cell.get("children", ())))

    (table,) = [token for token in tokens if token["type"] == "table"]
    rows = [row for part in table["children"][1:] for row in part["children"]]
    return [[text(cell) for cell in row["children"]] for row in rows]


def test_as_json_a_change_has_both_records_whole(changed: DossierChange) -> None:
    (record,) = json.loads(write_listing(list_changes([changed], True), "json"))
    assert (record["status"], record["old_path"], record["new_path"]) == ("changed", "old/a.md", "new/b.md")
    person, figure = record["changes"]
    assert (person["status"], person["before"], person["after"]["name"]) == ("added", None, "Max Roth")
    assert figure["before"]["attribution"] == {"name": "O*lin", "year": 1988, "kind": None}
    assert (figure["before"]["quantity"]["low"], figure["after"]["quantity"]["low"]) == (300, 400)
    assert (figure["before"]["line"], figure["after"]["line"]) == (3, 3)
    assert figure["differences"] == [
        {"aspect": "range", "before": "300 | dead", "after": "400 | dead", "term": "raised"},
        {"aspect": "year", "before": "1988", "after": "1991", "term": None},
    ]


def test_as_markdown_no_figure_is_without_its_author(changed: DossierChange) -> None:
    rows = cells(write_listing(list_changes([changed], True), "md"))
    assert rows[0][1:7] == ["renamed", "dossier", "A", "path", "old/a.md", "new/b.md"]
    assert rows[1][1:4] == ["added", "people", "Max Roth"]
    assert rows[2][1:] == [
        "changed",
        "estimates",
        "deaths, strike: 400 | dead (O*lin 1991)",
        "figure",
        "300 | dead (O*lin 1988)",
        "400 | dead (O*lin 1991)",
        "raised",
        "old/a.md:3",
        "new/b.md:3",
    ]


def test_of_a_new_dossier_markdown_has_one_row_and_json_every_record() -> None:
    new = dossier_change(None, dossier(300, 1988, "Ana Lind"), (None, "a.md"), False)
    assert new is not None
    (row,) = cells(write_listing(list_changes([new], True), "md"))
    assert row[1:5] == ["added", "dossier", "A", "dossier 1; people 1; estimates 1"]
    assert len(cells(write_listing(list_changes([new], False), "md"))) == 3
    (record,) = json.loads(write_listing(list_changes([new], True), "json"))
    assert [change["kind"] for change in record["changes"]] == ["dossier", "people", "estimates"]


def test_counts_add_up(changed: DossierChange) -> None:
    (record,) = json.loads(write_listing(list_counts([changed]), "json"))
    assert (record["changed"], record["added"], record["removed"]) == (1, 1, 0)
    for status in ("changed", "added", "removed"):
        assert sum(kind[status] for kind in record["kinds"].values()) == record[status]
    assert cells(write_listing(list_counts([changed]), "md")) == [["new/b.md", "1", "1", "0", "people 1; estimates 1"]]
