import pytest

from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

LINES = {
    "- 26 people were killed in the valley of Selm": "Selm",
    "- At least 60 miners killed at Pozo Hondo; 12 in Lira": "Pozo Hondo",
    "- In northern Korvat 300 people were arrested in May 1949": "northern Korvat",
    "- 300 people were arrested in May 1949": None,
    "- 40 killed in the Second World War": None,
    "- 40 killed in custody": None,
    "- 40 people killed in the Selmian famine": None,
    "- 12 officers executed in Operation Dawn": None,
    "- 500 dead across Upper Selm and Lower Selm": "Upper Selm and Lower Selm",
}


def places(text):
    return [estimate.scope.where for estimate in read_dossier(text, "x.md", load_schema()).estimates]


@pytest.mark.parametrize(("line", "where"), LINES.items())
def test_the_place_of_a_figure(line, where):
    assert places(f"# T\n\n## Key Events\n### Killings\n{line}\n")[0] == where


def test_another_cell_of_the_row_places_nothing():
    table = "| Source | Deaths |\n|---|---|\n| Statement at the UN (1990) | 300 |\n"
    assert places(f"# T\n\n## Key Events\n### Killings\n{table}") == [None]


def test_a_place_in_the_caption_or_heading_holds_for_all_below_it():
    table = "**Deaths in Selm**:\n| Source | Deaths |\n|---|---|\n| Commission (1990) | 300 |\n"
    assert places(f"# T\n\n## Key Events\n### Killings\n{table}") == ["Selm"]
    assert places("# T\n\n## Key Events\n### Famine in Korvat (1932)\n- Death toll: 300\n") == ["Korvat"]


def test_a_caption_that_names_no_place_does_not_borrow_the_headings():
    table = "**Deaths in the whole empire**:\n| Source | Deaths |\n|---|---|\n| Commission (1990) | 300 |\n"
    assert places(f"# T\n\n## Key Events\n### Famine in Korvat (1932)\n{table}") == [None]
