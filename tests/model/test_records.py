"""The records of a corpus are sequences of what the dossiers hold, each with its dossier and its row."""

import doctest
import subprocess
import sys
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import regimekit
from regimekit import model
from regimekit.model import Corpus, Dossier, Estimate
from regimekit.model import corpus as corpus_module
from regimekit.model import records as records_module
from regimekit.model.kinds import KINDS
from regimekit.model.records import LEAD, Records
from regimekit.model.table import Numbering
from regimekit.model.tables_cited import TABLES

LINKED = ("dossiers", "findings")  # tables whose name is a field of the corpus already


@pytest.fixture
def corpus(vale: Dossier, sarn: Dossier) -> Corpus:
    """Three dossiers; that in the middle has next to nothing."""
    return Corpus("x", (vale, sarn, replace(vale, path="northern/again.md", slug="again")))


@pytest.fixture(scope="module")
def bundled() -> Corpus:
    return regimekit.load()


def rows_of(corpus: Corpus) -> dict[str, list[dict[str, object]]]:
    """Every row of the relational form, with the dossier's names in the place of its number."""
    rows: dict[str, list[dict[str, object]]] = {table.name: [] for table in TABLES}
    numbering = Numbering()
    for dossier in corpus.dossiers:
        for table, several in numbering.rows(TABLES, dossier):
            for cells in several:
                row = dict(zip(table.header, cells, strict=True))
                if table.name == "dossiers":
                    del row["slug"], row["path"]
                else:
                    del row["dossier_id"]
                listed = {name: list(cell) if isinstance(cell, tuple) else cell for name, cell in row.items()}
                rows[table.name].append({"dossier": dossier.slug, "path": dossier.path, **listed})
    return rows


def test_every_table_has_its_records() -> None:
    assert list(KINDS) == [table.name for table in TABLES]
    assert [kind.table for kind in KINDS.values()] == list(TABLES)


@pytest.mark.parametrize("name", KINDS)
def test_every_row_is_there_in_its_order(name: str, corpus: Corpus, bundled: Corpus) -> None:
    for each in (corpus, bundled):
        assert each.tables[name].to_dicts() == rows_of(each)[name]


@pytest.mark.parametrize("name", KINDS)
def test_there_is_a_record_for_each_row(name: str, corpus: Corpus, bundled: Corpus) -> None:
    kind = KINDS[name]
    for dossier in (*corpus.dossiers, *bundled.dossiers):
        assert len(kind.of(dossier)) == len(list(kind.table.rows(dossier)))


def test_a_row_tells_of_the_record_at_its_place(corpus: Corpus) -> None:
    told = [(row["line"], row["low"], row["text"]) for row in corpus.estimates.to_dicts()]
    assert told == [(one.span.first, one.quantity.low, one.text) for one in corpus.estimates]
    for name in ("holders", "tags"):
        named = [getattr(record, "name", record) for record in corpus.tables[name]]
        assert [row["name"] for row in corpus.tables[name].to_dicts()] == named
    for name in (name for name in KINDS if name.endswith("_sources")):
        assert [row["key"] for row in corpus.tables[name].to_dicts()] == list(corpus.tables[name])
    for name in ("event_dates", "field_dates"):
        assert [row["date"] for row in corpus.tables[name].to_dicts()] == [one.verbatim for one in corpus.tables[name]]


@pytest.mark.parametrize("name", [name for name in KINDS if name not in LINKED] + ["reading_findings"])
def test_an_attribute_holds_records_of_the_type_that_it_names(name: str, corpus: Corpus, bundled: Corpus) -> None:
    records = getattr(replace(corpus, dossiers=corpus.dossiers + bundled.dossiers), name)
    assert records.name == name.removeprefix("reading_")
    hints = typing.get_type_hints(getattr(Corpus, name).fget, localns={**vars(model), "Records": Records})
    (named,) = typing.get_args(hints["return"])
    assert list(records)
    assert {type(record) for record in records} == {named}


def test_no_column_is_named_twice_or_lost() -> None:
    for name, kind in KINDS.items():
        names = [column.name for column in Records((), kind).columns]
        assert len(set(names)) == len(names)
        assert names[:3] == [*(column.name for column in LEAD), "id"]
        left_out = {"slug", "path"} if name == "dossiers" else {"dossier_id"}
        assert set(names[2:]) == set(kind.table.header) - left_out


def test_a_record_comes_with_its_dossier(corpus: Corpus, vale: Dossier) -> None:
    pairs = list(corpus.estimates.with_dossier())
    assert [dossier.slug for dossier, _ in pairs] == ["north-vale"] * 4 + ["again"] * 4
    assert [estimate for _, estimate in pairs] == [*vale.estimates, *vale.estimates]


@given(
    first=st.none() | st.integers(-12, 12),
    last=st.none() | st.integers(-12, 12),
    step=st.none() | st.integers(-4, 4).filter(bool),
)
def test_it_is_cut_as_a_list_is(first: int | None, last: int | None, step: int | None) -> None:
    corpus = regimekit_example()
    estimates = corpus.estimates
    cut = slice(first, last, step)
    assert list(estimates[cut]) == list(estimates)[cut]
    assert estimates[cut].to_dicts() == estimates.to_dicts()[cut]
    assert list(estimates[cut][::-1]) == list(estimates)[cut][::-1]
    assert len(estimates[cut]) == len(list(estimates)[cut])


def regimekit_example() -> Corpus:
    """Two dossiers with three estimates each, and one between them with none."""
    whole = regimekit.parse_quantity("300-400")
    assert whole is not None
    estimates = tuple(Estimate(model.Span(n, n), whole, "deaths", f"line {n}", "other") for n in (1, 2, 3))
    one = Dossier("a.md", "a", "A", "", estimates=estimates)
    return Corpus("x", (one, replace(one, path="b.md", estimates=()), replace(one, path="c.md")))


def test_an_index_beyond_the_end_is_refused_in_a_sentence(corpus: Corpus) -> None:
    assert corpus.estimates[-8] == corpus.estimates[0]
    with pytest.raises(IndexError, match="there are 8 estimates, none at 8"):
        corpus.estimates[8]
    with pytest.raises(IndexError, match="there are 2 estimates, none at -3"):
        corpus.estimates[:2][-3]


def test_it_says_what_it_is(corpus: Corpus) -> None:
    assert repr(corpus.estimates) == "<8 estimates in 2 dossiers>"
    assert repr(corpus.confidence_notes[:1]) == "<1 confidence notes in 1 dossier>"
    assert repr(Corpus("x").people) == "<0 people in 0 dossiers>"


def test_an_empty_corpus_has_empty_records() -> None:
    for records in Corpus("x").tables.values():
        assert (len(records), list(records), records.to_dicts(), list(records[1:])) == (0, [], [], [])


def test_reading_and_asking_for_records_loads_no_library_of_frames() -> None:
    program = (
        "import sys, regimekit; assert 'regimekit.model' not in sys.modules; corpus = regimekit.load();"
        "assert 'regimekit.model.tables' not in sys.modules; corpus.estimates.to_dicts(); repr(corpus.people[:2]);"
        "print({'polars', 'pandas', 'numpy', 'pyarrow'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("set()\n", "")


@pytest.mark.parametrize("module", [records_module, corpus_module, regimekit], ids=lambda module: module.__name__)
def test_the_examples_of_the_docstrings_hold(module: object) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
