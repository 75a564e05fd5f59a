"""Laws of the canonical form: the dossier says the same, and is in canonical form."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regimekit.cli.formatting import canonical
from regimekit.linting.sameness import says_the_same
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import load_schema

SCHEMA = load_schema(None)
PIECES = (
    "# Vale",
    "## Overview",
    "## Comparisons",
    "## Sources",
    "### The strike of 1935",
    "| Field | Value |",
    "|---|:-:|",
    "| **Dates** | 1931-1944 |",
    "| **Country/Region** | Vale |",
    "| one |",
    "- May 11, 1935: 300 killed  ",
    "* [[sarn-roe]] - relationship: causal",
    "  * nested ",
    "    deeper",
    "1. first",
    "- [R](https://example.org/a) | Accessed: January 6, 2026 | type: book",
    "[^1]: [R](https://example.org/b) | accessed: 6 Jan 2026",
    "**Deaths**:",
    "text that says that 40 people were arrested  ",
    "```",
    "> quoted",
    "<!-- note -->",
    "---",
    "*Created: January 6, 2026*",
    "**Last updated**: January 7, 2026",
    "*Tags: #a #b*",
    "",
    "",
    "   ",
    "+ plus",
    "5. five",
    "   - deep",
    "    code  ",
    "a | b",
    "--|--",
    "x | y | z",
    "Setext\n===",
    "- **Country**: Vale",
    "- **Dates**: 1931-1944",
    "    more of it",
    "<div>",
    "* * *",
    "- ```",
    "[[sarn-roe]] -- type: causal",
    "Created: January 6, 2026",
    "Tags: #x",
    "## Key Figures",
    "-",
    "\u2028",
    "**For** (Ana Doe): yes",
    "## Scholarly Debate",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_the_form_changes_and_nothing_else(lines: list[str], end: str) -> None:
    data = end.join(lines).encode()
    before = read_bytes(data, "vale-lind.md", SCHEMA)
    new, after = canonical(data, before, SCHEMA)
    assert says_the_same(before, after)
    assert after == read_bytes(new, "vale-lind.md", SCHEMA)
    assert canonical(new, after, SCHEMA)[0] == new
