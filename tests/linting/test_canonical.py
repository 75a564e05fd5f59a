"""The canonical form, piece by piece: what is rewritten, and what is left because it is not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from regimekit.cli import formatting
from regimekit.cli.formatting import canonical
from regimekit.linting.canonical_tables import aligned
from regimekit.linting.edits import Edit
from regimekit.linting.sameness import says_the_same
from regimekit.model import Dossier
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import Schema, load_schema

SCHEMA = load_schema(None)
FOLDERS = [
    Path(__file__).parents[2] / "data",
    Path(__file__).parents[1] / "data",
    Path(__file__).parents[3] / "shared" / "dossiers",  # where it is present
]
DOSSIERS = [file for folder in FOLDERS if folder.is_dir() for file in sorted(folder.rglob("*.md"))]


def fmt(text: str) -> str:
    data = text.encode()
    new, _ = canonical(data, read_bytes(data, "vale-lind.md", SCHEMA), SCHEMA)
    again, _ = canonical(new, read_bytes(new, "vale-lind.md", SCHEMA), SCHEMA)
    assert again == new
    return new.decode()


def in_section(title: str, body: str) -> str:
    written = fmt(f"# Vale\n\n## {title}\n\n{body}\n")
    assert written.startswith(f"# Vale\n\n## {title}\n\n")
    return written.removeprefix(f"# Vale\n\n## {title}\n\n").removesuffix("\n")


@pytest.mark.parametrize("file", DOSSIERS, ids=lambda file: file.stem)
def test_every_dossier_says_the_same_in_canonical_form(file: Path) -> None:
    data = file.read_bytes()
    before = read_bytes(data, file.name, SCHEMA)
    new, after = canonical(data, before, SCHEMA)
    assert says_the_same(before, after)
    assert canonical(new, after, SCHEMA)[0] == new
    assert words(before.text) == words(after.text)


def words(text: str) -> list[str]:
    """All that is written in any line, however it is spaced, ruled and ordered: no word is lost, none added."""
    lines = [line for line in text.split("\n") if not line.startswith(("- [", "*", "|-", "| -"))]
    return sorted(word for line in lines for word in line.replace("|", " ").split())


SOURCES = [
    (
        "- [Report](https://example.org/a) | type: academic | accessed: 2026-01-06",
        "- [Report](https://example.org/a) | type: academic | accessed: 2026-01-06",
    ),
    (
        "* [Report - Press](https://example.org/a(b)) |Type: academic|  Accessed: January 6, 2026.",
        "- [Report - Press](https://example.org/a(b)) | type: academic | accessed: 2026-01-06",
    ),
    (
        "- [Report](https://example.org/a) | accessed 6 Jan 2026 | kind: book",
        "- [Report](https://example.org/a) | type: book | accessed: 2026-01-06",
    ),
    (
        "- [Report](https://example.org/a) — Press | Type: book | Retrieved: 2026-01-06",
        "- [Report](https://example.org/a) — Press | type: book | accessed: 2026-01-06",
    ),
    (
        "1. [Report](https://example.org/a) | publisher: Press | accessed: 2026-01-06 | type: book",
        "1. [Report](https://example.org/a) | publisher: Press | type: book | accessed: 2026-01-06",
    ),
    # a month is no day; 05/04 is two days; nothing is said of a type: the line stays
    ("- [Report](https://example.org/a) | Accessed: January 2026 | type: book",) * 2,
    ("- [Report](https://example.org/a) | type: book | Accessed: 05/04/2026",) * 2,
    ("- [Report](https://example.org/a) | type: book | Accessed: sometime",) * 2,
    ("- [Report](https://example.org/a) | academic | 2026-01-06",) * 2,
    ("- [Report](https://example.org/a) | type: book | type: academic",) * 2,
    # only the date is sure
    (
        "- Report. https://example.org/a | type: book | Accessed: January 6, 2026",
        "- Report. https://example.org/a | type: book | Accessed: 2026-01-06",
    ),
]


@pytest.mark.parametrize(("line", "wanted"), SOURCES)
def test_sources(line: str, wanted: str) -> None:
    assert in_section("Sources", line) == wanted


def test_a_footnote_and_a_table_of_sources() -> None:
    assert in_section("Sources", "[^1]: [Report](https://example.org/a) | Accessed: 6 January 2026") == (
        "[^1]: [Report](https://example.org/a) | accessed: 2026-01-06"
    )
    table = (
        "| Source | URL | Accessed |\n|--|--|--|\n| Report | https://example.org/a | January 6, 2026 |\n"
        "| Other | https://example.org/b | January 2026 |"
    )
    assert in_section("Sources", table) == (
        "| Source | URL                   | Accessed     |\n"
        "|--------|-----------------------|--------------|\n"
        "| Report | https://example.org/a | 2026-01-06   |\n"
        "| Other  | https://example.org/b | January 2026 |"
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- [[sarn-roe]] - relationship: causal (arms)", "- [[sarn-roe]] — relationship: causal (arms)"),
        ("- [[sarn-roe]] -- Relationship: causal", "- [[sarn-roe]] — relationship: causal"),
        ("- [[a/sarn-roe|Sarn]]: type: causal; thematic", "- [[a/sarn-roe|Sarn]] — relationship: causal; thematic"),
        ("- **[[sarn-roe]]** – **relationship**: causal", "- **[[sarn-roe]]** — relationship: causal"),
        ("- [[sarn-roe]] — an ally of the type: rare", None),
        ("- [[sarn-roe]] and [[vale-poe]] - relationship: causal", None),
        ("- [[sarn-roe]] - the coup of 1961", None),
    ],
)
def test_relations(line: str, wanted: str | None) -> None:
    assert in_section("Comparisons", line) == (wanted or line)


@pytest.mark.parametrize(
    ("footer", "wanted"),
    [
        (
            "**Created**: January 6, 2026\n**Last Updated:** 7 Jan 2026\n**Tags**: #regime #cold_war",
            "*Created: 2026-01-06*\n*Last updated: 2026-01-07*\n*Tags:* #regime #cold_war",
        ),
        (
            "*Created: 2026-01-06*  \n*Updated: 2026-01-07*  \n*Tags: #regime*",
            "*Created: 2026-01-06*  \n*Last updated: 2026-01-07*  \n*Tags:* #regime",
        ),
        ("*Created: January 2026*\n*Last updated: 05/04/2026*", None),
        (
            "*Created: January 6, 2026\nLast updated: January 7, 2026*",
            "*Created: 2026-01-06\nLast updated: 2026-01-07*",
        ),
        # beside other lines, emphasis may be what makes a line one of its own
        ("**Last updated**: January 7, 2026\n**Deaths**:\n**Last updated**: January 8, 2026", None),
        ("*Last modified: January 7, 2026*", "*Last modified: 2026-01-07*"),
    ],
)
def test_the_footer(footer: str, wanted: str | None) -> None:
    assert in_section("Sources", f"- one\n\n---\n{footer}") == f"- one\n\n---\n{wanted or footer}"


def test_overview_fields_stand_in_the_schemas_order() -> None:
    table = "| Field | Value |\n|---|---|\n| **Duration** | 9 years |\n| Colour | red |\n| **Dates** | 1961-1970 |"
    assert in_section("Overview", table) == (
        "| Field        | Value     |\n"
        "|--------------|-----------|\n"
        "| **Dates**    | 1961-1970 |\n"
        "| **Duration** | 9 years   |\n"
        "| Colour       | red       |"
    )
    assert in_section("Overview", "- **Duration**: 9 years\n- **Dates**: 1961-1970") == (
        "- **Dates**: 1961-1970\n- **Duration**: 9 years"
    )
    nested = "- **Duration**: 9 years\n  - nearly\n- **Dates**: 1961-1970"
    assert in_section("Overview", nested) == nested


def test_tables() -> None:
    assert aligned(["|a|b\\|c|", "|:-|-:|", "| é́ | 国 |"]) == ["| a   | b\\|c |", "|:----|-----:|", "| é́   |   国 |"]
    assert aligned(["a | b", "--|:-:", "1 | 2"]) == ["| a   |  b  |", "|-----|:---:|", "| 1   |  2  |"]
    assert aligned(["|a|b|", "|-|-|", "|1|"]) is None
    assert aligned(["|a|b|", "|-|-|", "|1|2|3|"]) is None
    wide = ["|a|b|", "|-|-|", f"|{'x' * 120}|2|"]
    assert aligned(wide) == ["| a | b |", "|-----|-----|", f"| {'x' * 120} | 2 |"]


def test_a_table_with_a_cell_too_many_stays() -> None:
    table = "| Source|Estimate |\n|---|---|\n| Roe (1999)|250-400 |\n| Poe |1|2 |"
    assert in_section("Key Events", table) == table


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("* one\n  * two\n  wrapped\n* three", "- one\n  - two\n  wrapped\n- three"),
        ("+ one\n+ two", "- one\n- two"),
        ("1. one\n   * two", "1. one\n   - two"),
        # a change could join two lists, or make something else of a line
        ("* one\n\n+ two", None),
        ("- one\n* two", "- one\n\n* two"),
        ("* one\n  ```\n  * code\n  ```", None),
        ("* one\n\n      * code", None),
        ("* one\n* * two", None),
        ("* one\n* ---", None),
    ],
)
def test_list_markers(body: str, wanted: str | None) -> None:
    assert in_section("Methods of Control", body) == (wanted or body)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "# T\n## A\ntext\n- one\n- two\n### B\ntext\n\n\n\nmore",
            "# T\n\n## A\n\ntext\n\n- one\n- two\n\n### B\n\ntext\n\nmore\n",
        ),
        ("# T   \n\ntext \nwrapped  \nbroken\t\nend  \n\n  \n", "# T\n\ntext\nwrapped  \nbroken\nend\n"),
        ("# T\n\n```\ncode  \n\n\n\nmore\n```\n", "# T\n\n```\ncode  \n\n\n\nmore\n```\n"),
        ("# T\n\ntext\n\n    code  \n\n\n    code\n", "# T\n\ntext\n\n    code  \n\n\n    code\n"),
        ("# T\n<!-- note -->\n\n\n## A\n", "# T\n<!-- note -->\n\n\n## A\n"),
        ("# T\n\n> quoted  \n> more\n\n\ntext\n", "# T\n\n> quoted  \n> more\n\ntext\n"),
        ("# T\n\n- a\n\n\n- b  \n", "# T\n\n- a\n\n\n- b\n"),
        (
            "# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\ntext\n",
            "# T\n\n| a   | b   |\n|-----|-----|\n| 1   | 2   |\ntext\n",
        ),
        ("# T\n\n- a\n---\n*Created: 2026-01-06*\n", "# T\n\n- a\n\n---\n*Created: 2026-01-06*\n"),
        ("---\ntags: [a]   \n\n\nb: 1\n---\n\n\n# T", "---\ntags: [a]   \n\n\nb: 1\n---\n\n\n# T\n"),
        ("# T\n---\nb: 1\n---\ntext\n", "# T\n---\nb: 1\n---\ntext\n"),
        ("", ""),
    ],
)
def test_spacing(text: str, wanted: str) -> None:
    assert fmt(text) == wanted


def test_line_ends_and_mark_stay() -> None:
    data = b"\xef\xbb\xbf# T\r\n## A\r\n* one \r\n* two\r\n"
    new, _ = canonical(data, read_bytes(data, "a.md", SCHEMA), SCHEMA)
    assert new == b"\xef\xbb\xbf# T\r\n\r\n## A\r\n\r\n- one\r\n- two\r\n"


def test_code_tables_and_sources_in_code_stay() -> None:
    text = "# T\n\n## Sources\n\n```\n|a|b|\n|-|-|\n- [R](https://example.org) | Accessed: January 6, 2026\n```\n"
    assert fmt(text) == text


def test_an_edit_that_would_change_a_record_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# T\n\n## Key Events\n\n- 300 people were killed\n- in May 1935\n- a word\n"

    def step(dossier: Dossier, schema: Schema) -> list[Edit]:
        changes = {"300": "301", "May": "June", "word": "word  ", "# T": "# T "}
        return [Edit(dossier.text.index(old), dossier.text.index(old) + len(old), new) for old, new in changes.items()]

    monkeypatch.setattr(formatting, "STEPS", (step,))
    data = text.encode()
    new, _ = canonical(data, read_bytes(data, "a.md", SCHEMA), SCHEMA)
    assert new.decode() == text.replace("word", "word  ").replace("# T", "# T ")


def test_where_too_much_would_be_read_differently_nothing_is_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# T\n\n## Key Events\n\n" + "".join(f"- {number} people were killed\n" for number in range(100, 200))

    def step(dossier: Dossier, schema: Schema) -> list[Edit]:
        places = [at for at in range(len(text)) if text.startswith("- ", at)]
        return [Edit(0, 3, "# T ")] + [Edit(at + 2, at + 2, "9") for at in places]

    monkeypatch.setattr(formatting, "STEPS", (step,))
    data = text.encode()
    assert canonical(data, read_bytes(data, "a.md", SCHEMA), SCHEMA)[0] == data
