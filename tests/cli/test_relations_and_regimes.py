"""graph and compare: refusals, formats, widths, and stdout without Unicode."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent.parent / "data"
RELATED = str(DATA / "related")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
GRAPHS = [
    ["graph"],
    ["graph", "mire", "--depth", "2"],
    *(["graph", "-f", f] for f in ("dot", "mermaid", "graphml", "json")),
]
COMPARISONS = [["compare"], *(["compare", "-f", f] for f in ("md", "csv", "json")), ["compare", "varda", "okro"]]


@pytest.mark.parametrize("arguments", [*GRAPHS, *COMPARISONS], ids=" ".join)
@pytest.mark.parametrize("folder", ["related", "hostile"])
def test_nothing_is_sent_that_a_terminal_obeys(
    arguments: list[str], folder: str, regimekit: Callable[..., Any]
) -> None:
    if folder == "hostile":
        arguments = [word for word in arguments if word not in ("mire", "varda", "okro", "--depth", "2")]
    run = regimekit(*arguments, "--data", str(DATA / folder))
    assert run.status == 0
    assert run.out
    assert not OBEYED.search(run.out + run.err)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["graph", "--depth", "2"], "--depth counts from a dossier"),
        (["graph", "varda", "--depth", "0"], "--depth"),
        (["graph", "--type", "brotherly"], "is no type of relation; there are causal"),
        (["graph", "nobody"], "no dossier is named"),
        (["graph", str(DATA / "folder" / "northern" / "north-vale-lind.md")], "is none of the dossiers in"),
        (["graph", "--format", "csv"], "is not one of"),
        (["compare", "nobody"], "no dossier is named"),
        (["compare", "--field", "brotherhood"], 'there is no row "brotherhood"; there are overview'),
        (["compare", "varda", "--differences"], "name at least two"),
    ],
)
def test_refused_in_one_sentence(arguments: list[str], sentence: str, regimekit: Callable[..., Any]) -> None:
    run = regimekit(*arguments, "--data", RELATED, "-q")
    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert sentence in run.err


def test_nothing_to_show_is_a_note_and_nothing_on_stdout(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    for arguments, told in (
        (["graph", "--type", "contrast"], "No relation"),
        (["compare", "lind", "--field", "front_matter", "--data", str(DATA / "folder")], "Nothing to show"),
        (["compare", "--data", str(tmp_path)], "no dossier to compare"),
        (["graph", "--data", str(tmp_path)], "No relation"),
    ):
        run = regimekit(*arguments, REGIMEKIT_DATA=RELATED)
        assert (run.status, run.out) == (0, "")
        assert told in run.err.splitlines()[-1]


def letters(shown: str) -> Counter[str]:
    return Counter("".join(re.sub("[─│├└]", "", shown).split()))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize(
    "arguments", [["graph"], ["compare", "varda", "okro", "mire"], ["compare", "varda"]], ids=" ".join
)
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(
    arguments: list[str], width: int, regimekit: Callable[..., Any]
) -> None:
    out = regimekit(*arguments, "--data", RELATED, COLUMNS=str(width)).out
    assert max(map(len, out.splitlines())) <= width
    if arguments == ["graph"]:
        assert letters(out) == letters(regimekit(*arguments, "--data", RELATED, COLUMNS="400").out)
    for said in ("Security", "900", "4,000") if arguments != ["graph"] else ("north-kessel-hald", "(33)"):
        assert said in out


def test_both_forms_of_a_comparison_say_the_same(regimekit: Callable[..., Any]) -> None:
    """In columns and one below the other: the words of every cell, each as often."""
    wide = regimekit("compare", "varda", "okro", "mire", "--data", RELATED, COLUMNS="300").out
    tall = regimekit("compare", "varda", "okro", "mire", "--data", RELATED, COLUMNS="80").out
    names = "aldova-varda", "zemland-okro", "port-mire"
    for text in (wide, tall):
        assert all(name in text for name in names)
    stripped = [re.sub("|".join(names), "", text) for text in (wide, tall)]
    assert letters(stripped[0]) == letters(stripped[1])


def test_a_terminal_without_unicode_gets_a_tree_that_it_can_show() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "regimekit", "graph", "--data", RELATED, "-q"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"},
        check=True,
    )
    text = run.stdout.decode("ascii")
    assert "+-- zemland-okro (30)" in text
    assert "`-- in running text" in text
    assert "?" not in text.replace("Is this meant?", "")


def test_ascii_changes_the_drawing_alone(regimekit: Callable[..., Any]) -> None:
    drawn = regimekit("graph", "--data", RELATED).out
    plain = regimekit("graph", "--data", RELATED, "--ascii").out
    assert plain.isascii()
    assert drawn.translate(str.maketrans("─│├└", "-|+`")) == plain


def test_json_of_a_graph(regimekit: Callable[..., Any]) -> None:
    record = json.loads(regimekit("graph", "-f", "json", "--data", RELATED).out)
    assert len(record["edges"]) == 13
    assert [(one["id"], one["meant"]) for one in record["wanted"] if one["kind"] == "wanted"] == [
        ("north-kessel-hald", None),
        ("zemlnad-okro", "zemland-okro"),
    ]
    assert record["one_sided"] == [{"source": "aldova-varda", "target": "port-mire", "line": 32}]
    edge = next(edge for edge in record["edges"] if edge["line"] == 30)
    assert (edge["types"], edge["note"], edge["returned"]) == (
        ["causal", "structural"],
        "financed the coup of 1961",
        True,
    )


def test_csv_of_a_comparison_has_a_row_for_each_field(regimekit: Callable[..., Any]) -> None:
    text = regimekit("compare", "varda", "okro", "-f", "csv", "--data", RELATED).out
    rows = {(row["group"], row["field"]): row for row in csv.DictReader(io.StringIO(text))}
    toll = rows["overview", "death_toll"]
    assert toll["aldova-varda"] == (
        "3,000-4,000 (Truth Commission, 1981); at least 900 missing"
        " [deaths: 3,000-4,000, range; Truth Commission (1981)] [disappeared: at least 900, at least; no author given]"
    )
    assert (toll["aldova-varda lines"], toll["zemland-okro lines"]) == ("11", "13")
    assert rows["overview", "leaders"]["zemland-okro"] == "not given"
    assert rows["sections", "fall"]["aldova-varda"] == "missing"
    assert all(row[name] for row in rows.values() for name in ("aldova-varda", "zemland-okro"))


def test_json_of_a_comparison_keeps_the_estimates(regimekit: Callable[..., Any]) -> None:
    record = json.loads(regimekit("compare", "varda", "-f", "json", "--data", RELATED).out)
    (toll,) = [row for row in record["rows"] if row["field"] == "death_toll"]
    (entry,) = toll["cells"][0]["entries"]
    assert [(one["low"], one["high"], one["measure"]) for one in entry["estimates"]] == [
        (3000, 4000, "deaths"),
        (900, None, "disappeared"),
    ]
    assert "not put on one scale" in record["note"]


def test_a_dossier_whose_name_is_that_of_a_column_of_the_csv(tmp_path: Path, regimekit: Callable[..., Any]) -> None:
    for name in ("field", "label", "label lines"):
        (tmp_path / f"{name}.md").write_text(
            f"# {name}\n\n## Overview\n- **Dates**: 1931\n\n## Key Figures\n- **A B**: c\n"
        )
    head, *rows = csv.reader(io.StringIO(regimekit("compare", "-f", "csv", "--data", str(tmp_path)).out))
    assert len(set(head)) == len(head) == 3 + 2 * 3
    assert {len(row) for row in rows} == {len(head)}


def test_rows_are_completed() -> None:
    line = "regimekit compare --field meth"
    run = subprocess.run(
        [sys.executable, "-m", "regimekit"],
        env={**os.environ, "_REGIMEKIT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "3"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["methods"]


def twins(folder: Path, second: str) -> tuple[str, str]:
    """Two files of one name in two folders, with what the second says."""
    first = "# Vale\n\n## Overview\n\n- **Leader**: Ana Lind\n\n## Comparisons\n\n- [[port-sarn]]\n"
    files = folder / "a" / "vale.md", folder / "b" / "vale.md"
    for file, text in zip(files, (first, first.replace("Ana Lind", second)), strict=True):
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
    return str(files[0]), str(files[1])


@pytest.mark.parametrize("place", [[], ["--data", "."]], ids=["outside", "within"])
def test_two_files_of_one_name_are_two_dossiers(
    place: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, regimekit: Callable[..., Any]
) -> None:
    monkeypatch.chdir(tmp_path)
    found = json.loads(regimekit("compare", *twins(tmp_path, "Per Lind"), *place, "--format", "json").out)
    assert [one["dossier"] for one in found["dossiers"]] == ["vale", "vale"]
    assert len({one["path"] for one in found["dossiers"]}) == 2


@pytest.mark.parametrize("name", ["a/vale", "a/vale.md"])
def test_of_two_files_that_say_the_same_the_graph_is_that_of_the_one_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, regimekit: Callable[..., Any]
) -> None:
    monkeypatch.chdir(tmp_path)
    twins(tmp_path, "Ana Lind")
    run = regimekit("graph", name, "--data", ".", "--format", "json")
    assert {edge["source"] for edge in json.loads(run.out)["edges"]} == {"a/vale"}
