"""The bundled dossiers are in words of their own."""

import overlap
import pytest

REFERENCE = """\
# A Regime
- The junta dissolved the parliament and closed every newspaper in the capital
- The Supreme Court of the Republic and the National Council of Public Order were merged
| Field that is quite long and has many words in it | Value |
|---|---|
| Some cell with five words | and another with six more words |

The minister said that nobody in the country had ever been
harmed by the men of his office.
"""


@pytest.fixture
def known(tmp_path):
    (tmp_path / "a.md").write_text(REFERENCE, encoding="utf-8")
    return overlap.index([tmp_path / "a.md"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- The junta dissolved the parliament and closed every newspaper", ["junta dissolved"]),
        ("1968: the junta dissolved the parliament, and CLOSED **every** newspaper[^a]", ["junta dissolved"]),
        ("The minister said that nobody in the\ncountry had ever been harmed", ["minister said"]),
        ("The minister said that nobody in the country had never been harmed", ["minister said that nobody"]),
        ("The junta dissolved the parliament and then closed every newspaper in the capital", []),  # seven, and seven
        ("- The junta dissolved the parliament\n- and closed every newspaper in the capital", []),  # two items
        ("| Some cell with five words | and another with six more words |", []),  # two cells
        ("| Field that is quite long and has many words in it | Value |\n|---|---|", []),  # the head of a table
        ("- [The junta dissolved the parliament and closed every newspaper](https://example.org)", []),  # a title
        ("*The junta dissolved the parliament and closed every newspaper*, a work of 1970", []),
        ('Ana Doe wrote: "nobody in the country had ever been harmed by the men"', []),  # somebody's words
        ('It was "nobody in the country had ever been harmed by the men"', ["nobody in"]),  # nobody's
        ("- Supreme Court of the Republic and the National Council of Public Order", []),  # names
        ("- Supreme Court of the Republic and the National Council of Public Order were merged", []),
    ],
)
def test_runs_in_common(known, text, found):
    runs = [str(run) for run in overlap.common(text, known)]
    assert len(runs) == len(found)
    assert all(part in run for part, run in zip(found, runs, strict=True))


def test_a_run_is_told_with_both_places(known, tmp_path, capsys):
    own = tmp_path / "own" / "own.md"
    own.parent.mkdir()
    own.write_text("# Title\n\nThe junta dissolved the parliament and closed every shop\n", encoding="utf-8")
    reference = tmp_path / "reference"
    reference.mkdir()
    (tmp_path / "a.md").rename(reference / "a.md")
    assert overlap.main([str(own), "--reference", str(reference)]) == 1
    assert ":3: the junta dissolved the parliament and closed every (a.md:2)" in capsys.readouterr().out


def test_nothing_is_found_where_there_is_no_reference(tmp_path, capsys):
    assert overlap.main(["--reference", str(tmp_path)]) == 2
    assert "no reference dossiers" in capsys.readouterr().err


@pytest.mark.skipif(not overlap.REFERENCE.is_dir(), reason="the reference dossiers are not here")
def test_no_sentence_of_the_bundled_dossiers_stands_in_the_reference(capsys):
    assert overlap.main([]) == 0, capsys.readouterr().out
