"""A frame holds what the rows hold, in types that are the same for every corpus."""

import datetime
import sys
from typing import Any

import pandas
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import regimekit
from regimekit.model import Corpus, Dossier, Quantity
from regimekit.model.frames import to_pandas, to_polars
from regimekit.model.kinds import KINDS
from regimekit.model.records import LEAD, Records
from regimekit.model.table import Column, Row
from regimekit.parsing.numeral_scan import _LARGEST

POLARS = {
    "text": polars.String(),
    "texts": polars.List(polars.String),
    "integer": polars.Int64(),
    "reference": polars.Int64(),
    "number": polars.Float64(),
    "boolean": polars.Boolean(),
    "day": polars.Date(),
}
PANDAS = {
    "text": "string",
    "texts": "object",
    "integer": "Int64",
    "reference": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "day": "datetime64[s]",
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXT,
    "texts": st.lists(TEXT, max_size=3).map(tuple),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "reference": st.integers(1, 2**63 - 1),
    "number": st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([0, 10**15, 10**18, 0.1, 2**1000]),
    "boolean": st.booleans(),
    "day": st.dates() | st.sampled_from([datetime.date.min, datetime.date.max, datetime.date(1677, 9, 20)]),
}


def rows_for(columns: tuple[Column, ...]) -> st.SearchStrategy[list[Row]]:
    cells = [VALUES[one.kind] | st.none() if one.optional else VALUES[one.kind] for one in columns]
    return st.lists(st.tuples(*cells), max_size=4)


def from_polars(frame: polars.DataFrame) -> list[Row]:
    return [tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row) for row in frame.rows()]


def from_pandas(frame: pandas.DataFrame) -> list[Row]:
    return [tuple(_python(cell) for cell in row) for row in zip(*(frame[name].tolist() for name in frame), strict=True)]


def _python(cell: Any) -> Any:
    if isinstance(cell, list):
        return tuple(cell)
    if cell is pandas.NA or cell is pandas.NaT:
        return None
    return cell.date() if isinstance(cell, pandas.Timestamp) else cell


def same(one: list[Row], other: list[Row]) -> bool:
    """Equal, and flags are flags: 1 is not True here; 1 and 1.0 are one amount."""
    kinds = [[[type(cell) is bool for cell in row] for row in rows] for rows in (one, other)]
    return one == other and kinds[0] == kinds[1]


TABLES = pytest.mark.parametrize("name", KINDS)


@TABLES
@given(data=st.data())
@settings(max_examples=15)
def test_whatever_stands_in_the_rows_stands_in_the_frames(name: str, data: st.DataObject) -> None:
    columns = Records((), KINDS[name]).columns
    rows = data.draw(rows_for(columns))
    assert same(from_polars(to_polars(columns, rows)), rows)
    assert same(from_pandas(to_pandas(columns, rows)), rows)


@TABLES
def test_a_frame_of_a_corpus_holds_its_rows(name: str, bundled: Corpus, by_hand: Corpus) -> None:
    for corpus in (bundled, by_hand):
        records = corpus.tables[name]
        rows = [tuple(tuple(v) if isinstance(v, list) else v for v in row.values()) for row in records.to_dicts()]
        names = [column.name for column in records.columns]
        assert records.to_polars().columns == list(records.to_pandas()) == names
        assert same(from_polars(records.to_polars()), rows)
        assert same(from_pandas(records.to_pandas()), rows)


@TABLES
def test_the_types_are_those_of_the_columns_in_an_empty_corpus_too(name: str, by_hand: Corpus) -> None:
    kinds = {column.name: column.kind for column in Records((), KINDS[name]).columns}
    for corpus in (by_hand, Corpus("x")):
        records = corpus.tables[name]
        assert dict(records.to_polars().schema) == {one: POLARS[kind] for one, kind in kinds.items()}
        assert {one: str(kind) for one, kind in records.to_pandas().dtypes.items()} == {
            one: PANDAS[kind] for one, kind in kinds.items()
        }


@TABLES
def test_references_join_the_frames_of_one_corpus(name: str, by_hand: Corpus) -> None:
    records = by_hand.tables[name]
    for column in records.columns:
        if column.to:
            frame = records.to_polars().filter(polars.col(column.name).is_not_null())
            joined = frame.join(by_hand.tables[column.to].to_polars(), left_on=column.name, right_on="id", suffix="_to")
            assert joined.height == frame.height
            assert joined["path"].to_list() == joined["path_to"].to_list()


def test_a_slice_keeps_its_ids(by_hand: Corpus) -> None:
    frame = by_hand.estimates[5:3:-1].to_polars()
    assert frame["id"].to_list() == [6, 5]
    assert by_hand.estimates.to_polars()["part_of_id"].to_list() == [None, None, 2, None, None, None, 6, None]


def test_an_unknown_bound_is_neither_zero_nor_a_number(by_hand: Corpus) -> None:
    assert by_hand.estimates[3].quantity.verbatim == "hundreds"
    frame = by_hand.estimates.to_polars()
    assert (frame["low"][3], frame["high"][3], frame["magnitude"][3]) == (None, None, 100)
    assert frame["low"].is_nan().sum() == 0
    other = by_hand.estimates.to_pandas()
    assert other["low"][3] is pandas.NA
    assert other["low"].isna().sum() == frame["low"].null_count() == 2


def test_an_open_end_is_no_day_and_an_early_year_is_one(by_hand: Corpus, told: Any) -> None:
    frame = by_hand.events.to_pandas().set_index("date")
    assert frame["earliest"]["by 1931"] is pandas.NaT
    assert frame["latest"]["by 1931"] == pandas.Timestamp(1931, 12, 31)
    ancient = Corpus("x", (told("May 20, 1325: the council met"),)).events
    assert ancient.to_pandas()["earliest"].dt.year.tolist() == [1325]
    assert ancient.to_polars()["earliest"].dt.year().to_list() == [1325]


def test_every_amount_that_can_be_read_is_exact_in_a_frame() -> None:
    assert _LARGEST < 2**53


@pytest.mark.parametrize("amount", [2**53 + 1, -(2**53) - 1, 10**400, 10**23])
def test_an_amount_without_an_exact_place_is_refused_rather_than_rounded(amount: int, vale: Dossier) -> None:
    estimate = replace(vale.estimates[0], quantity=Quantity("x", amount, None, "at least"))
    estimates = Corpus("x", (replace(vale, estimates=(estimate,)),)).estimates
    assert estimates.to_dicts()[0]["low"] == amount
    for convert in (estimates.to_polars, estimates.to_pandas):
        with pytest.raises(
            OverflowError, match=r"low -?\d+ has no exact place in a frame; to_dicts\(\) gives it whole"
        ):
            convert()


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_missing_extra_is_named(library: str, by_hand: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ModuleNotFoundError) as caught:
        getattr(by_hand.estimates, f"to_{library}")()
    assert str(caught.value) == (
        f"to_{library}() needs {library}, which is not installed: pip install 'regimekit[{library}]'"
    )
    assert caught.value.name == library
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_what_a_library_itself_lacks_is_not_hidden(
    library: str, by_hand: Corpus, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / f"{library}.py").write_text("import no_such_module_of_its\n")
    monkeypatch.delitem(sys.modules, library)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_module_of_its"):
        getattr(by_hand.estimates, f"to_{library}")()


def test_the_dossiers_name_stands_first() -> None:
    assert [column.name for column in LEAD] == ["dossier", "path"]
    frame = Corpus("x").tables["dossiers"].to_polars()
    assert frame.columns[:4] == ["dossier", "path", "id", "title"]


@pytest.fixture(scope="module")
def bundled() -> Corpus:
    return regimekit.load()


@pytest.fixture
def by_hand(vale: Dossier, sarn: Dossier) -> Corpus:
    return Corpus("x", (vale, sarn, replace(vale, path="northern/again.md", slug="again")))
