import pytest

from regimekit.parsing.blocks import read_blocks
from regimekit.parsing.passages import read_passages
from regimekit.parsing.tables import split_cells

ROWS = {
    "| a | b |": ("a", "b"),
    "a | b": ("a", "b"),
    "|a|": ("a",),
    "| a \\| b | c |": ("a | b", "c"),
    "| a |  |": ("a", ""),
    "| a | [[slug|text]] |": ("a", "[[slug|text]]"),
    "| a | [[slug\\|text]] |": ("a", "[[slug|text]]"),
    "| [[ | b |": ("[[", "b"),
    "|": ("",),
}


@pytest.mark.parametrize(("line", "cells"), ROWS.items())
def test_cells(line, cells):
    assert split_cells(line) == cells


def table(text):
    return [
        (p.first, p.cells, p.header) for p in read_passages(read_blocks(text), lambda title: "other") if p.kind == "row"
    ]


def test_rows_with_missing_or_surplus_cells_are_read_as_they_stand():
    read = table("| Source | Estimate |\n|---|---|\n| A | 1 | extra |\n| B |\n\n| no table |\n")
    assert read == [(3, ("A", "1", "extra"), ("Source", "Estimate", "")), (4, ("B",), ("Source", "Estimate"))]


def test_a_table_may_stand_in_a_list_item_and_directly_below_its_caption():
    read = table("**Estimates**:\n| S | E |\n|---|---|\n| A | 1 |\n\n- item\n  | S | E |\n  |---|---|\n  | B | 2 |\n")
    assert [row[0] for row in read] == [4, 9]


def test_a_line_with_a_pipe_is_no_table():
    assert table("a | b\nc | d\n") == []
