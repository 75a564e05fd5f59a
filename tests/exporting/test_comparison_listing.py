import csv
import io
import json

from regimekit.analysis.compared import Asked, compare
from regimekit.exporting.comparisons import COMPARISON_CELLS, list_comparisons
from regimekit.exporting.listings import write_listing
from regimekit.model import Dossier


def test_strata_are_records_in_json_and_figures_are_rows_in_csv(vale: Dossier) -> None:
    listing = list_comparisons(compare([vale], Asked(split=1991, per_year=True)))
    groups = json.loads(write_listing(listing, "json"))
    assert [(group["stratum"], len(group["estimates"]), group["headline"]) for group in groups] == [
        ("deaths: the regime as a whole", 1, True),
        ("deaths: The Harbour Strike", 1, False),
        ("deaths: the harbour strike; the government said 46; part of the figure in line 16", 1, False),
        ("detained: The Harbour Strike; hundreds were arrested", 1, False),
    ]
    assert groups[0]["envelope"] == {"low": 12000, "high": 18000, "open_low": False, "open_high": False, "fold": 1.5}
    assert groups[0]["median"] is None
    assert groups[0]["per_year"]["divided_by"][0] < groups[0]["per_year"]["divided_by"][1]
    rows = list(csv.DictReader(io.StringIO(write_listing(listing, "csv"))))
    assert tuple(rows[0]) == COMPARISON_CELLS
    assert [row["line"] for row in rows] == ["7", "16", "16", "17"]
    assert rows[3]["envelope_low"] == ""  # "hundreds" is no number
    table = write_listing(listing, "md")
    assert table.count("\n") == 6
    assert "north-vale.md:16" in table


def test_an_empty_comparison_is_well_formed() -> None:
    assert json.loads(write_listing(list_comparisons(()), "json")) == []
