"""The relational form loses nothing: from the rows alone the records can be made again."""

import re
from itertools import groupby

import pytest
from msgspec.structs import replace

import regimekit
from records_from_rows import dossier_of, rows_of
from regimekit.model.tables_cited import TABLES


def test_the_records_can_be_made_again_from_the_rows():
    dossiers = regimekit.load().dossiers
    rows = rows_of(*dossiers)
    assert [dossier_of(rows, row) for row in rows["dossiers"]] == list(dossiers)


def test_a_dossier_built_by_hand_can_be_made_again(vale, sarn):
    rows = rows_of(sarn, vale)
    # text of sections is cut by their lines: a dossier without sections has none
    assert dossier_of(rows, rows["dossiers"][0]) == replace(sarn, text="")
    assert dossier_of(rows, rows["dossiers"][1]) == vale


def test_ids_run_on_from_dossier_to_dossier_and_references_lead_to_rows(vale, sarn):
    rows = rows_of(vale, sarn, vale)
    for table in TABLES:
        assert [row["id"] for row in rows[table.name]] == list(range(1, len(rows[table.name]) + 1))
        for column in table.columns:
            if column.kind == "reference":
                known = {row["id"] for row in rows[column.to]}
                meant = {row[column.name] for row in rows[table.name]}
                assert meant - known <= ({None} if column.optional else set()), (table.name, column.name)


def test_a_source_that_is_not_listed_is_cited_by_its_key_alone(vale):
    lost = replace(vale, sources=())
    (row,) = [row for row in rows_of(lost)["estimate_sources"] if row["key"] == "olin"]
    assert row["source_id"] is None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_described_and_named_in_plain_sql(table):
    reserved = set("group order where when index values table select from to check default references".split())
    names = [table.name, *table.header]
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) and name not in reserved for name in names)
    assert len(set(table.header)) == len(table.header)
    assert all(column.meaning for column in table.columns)
    assert table.label in ("", *table.header)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_stands_behind_those_it_refers_to(table):
    before = [one.name for one in TABLES[: TABLES.index(table) + 1]]
    assert all(column.to in before for column in table.columns if column.kind == "reference")


def test_only_optional_columns_are_empty(vale, sarn):
    rows = rows_of(vale, sarn, *regimekit.load().dossiers)
    for table in TABLES:
        for column in table.columns:
            filled = all(row[column.name] is not None for row in rows[table.name])
            assert column.optional or filled, f"{table.name}.{column.name}"


def test_the_lines_of_a_section_are_grouped_below_the_heading_above_it(vale):
    sections = rows_of(vale)["sections"]
    by_title = {row["title"]: row for row in sections}
    strike, key_events = by_title["The Harbour Strike"], by_title["Key Events"]
    assert strike["parent_id"] == key_events["id"]
    assert key_events["parent_id"] == by_title["North Vale"]["id"]
    assert by_title["North Vale"]["parent_id"] is None
    levels = [level for level, _ in groupby(row["level"] for row in sections)]
    assert levels == [1, 2, 3, 2]
