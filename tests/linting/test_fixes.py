"""Fixes: what each makes of a dossier, byte for byte, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from regimekit.cli.checking import Chosen
from regimekit.cli.fixing import mended
from regimekit.cli.options import Globals
from regimekit.linting.edits import Edit
from regimekit.linting.fix import Fix
from regimekit.linting.fixes import FIXES, without_overlap
from regimekit.linting.kept import keeps_the_rest
from regimekit.linting.rules import RULES
from regimekit.model import Finding, Span
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import load_schema

HEAD = """\
# Aldova under Ion Varda

## Overview
| Field | Value |
|-------|-------|
| **Dates** | 1961-1974 |\x20\x20
| **Leader(s)** | Ion Varda |

## Fall
- 1974: he resigns\x20

"""
NEIGHBOUR = (
    "# Zemland under Okro\n\n## Overview\n| Field | Value |\n|---|---|\n| **Dates** | 1950-1960 |\n\n## Fall\nx\n"
)


class Case(NamedTuple):
    """What a rule's fix makes of a text below the head, or of a whole file (``whole``)."""

    code: str
    name: str
    before: str
    after: str
    unsafe: bool = False
    whole: bool = False

    def texts(self) -> tuple[str, str]:
        head = "" if self.whole else HEAD
        return head + self.before, head + self.after


def same(code: str, name: str, text: str, *, whole: bool = False) -> Case:
    """A fault that is nobody's but the author's to mend."""
    return Case(code, name, text, text, unsafe=True, whole=whole)


SOURCES = "## Sources\n"
SAFE = [
    Case(
        "RK107",
        "level",
        "## Key Events\n\n#### A\nx\n\n##### B\ny\n\n#### C\nz\n\n### D\nw\n",
        "## Key Events\n\n### A\nx\n\n#### B\ny\n\n### C\nz\n\n### D\nw\n",
    ),
    Case(
        "RK108",
        "numbers",
        "## IV. Methods of Control\nx\n\n##  5) Aftermath (1975-1980) ##\ny\n",
        "## Methods of Control\nx\n\n##  Aftermath (1975-1980) ##\ny\n",
    ),
    Case(
        "RK203",
        "row",
        "## Overview\n| Field | Value |\n|---|---|\n| **Duration** | 13 years |\n| **Duration** | 13 years |\n| **Type** | Junta |\n",
        "## Overview\n| Field | Value |\n|---|---|\n| **Duration** | 13 years |\n| **Type** | Junta |\n",
    ),
    Case(
        "RK504",
        "person",
        "## Key Figures\n- **Ion Varda** (1915-1989) — President\n- **Petru Lazar** — Minister\n- **Ion Varda** (1915-1989) — President\n",
        "## Key Figures\n- **Ion Varda** (1915-1989) — President\n- **Petru Lazar** — Minister\n",
    ),
    Case(
        "RK603",
        "type",
        "## Comparisons\n- [[zemland-okro]] - causal (financed the coup of 1961)\n- **[[zemland-okro|Zemland]]**: Causal / thematic\n",
        "## Comparisons\n- [[zemland-okro]] — relationship: causal (financed the coup of 1961)\n- **[[zemland-okro|Zemland]]** — relationship: Causal / thematic\n",
    ),
    Case(
        "RK608",
        "relation",
        "## Comparisons\n- [[zemland-okro]] — relationship: causal\n- [[zemland-okro]] — relationship: causal",
        "## Comparisons\n- [[zemland-okro]] — relationship: causal",
    ),
    Case(
        "RK610",
        "folder",
        "## Comparisons\n- [[interwar/zemland-okro.md|Zemland]] — relationship: causal\n",
        "## Comparisons\n- [[zemland-okro|Zemland]] — relationship: causal\n",
    ),
    Case(
        "RK706",
        "month by name",
        SOURCES + "- [The Decade](https://example.org/d) | type: academic | accessed: May 2, 2024  \n",
        SOURCES + "- [The Decade](https://example.org/d) | type: academic | accessed: 2024-05-02  \n",
    ),
    Case(
        "RK706",
        "year first",
        SOURCES + "- [The Decade](https://example.org/d) | accessed: 2024/5/2 | type: academic\n",
        SOURCES + "- [The Decade](https://example.org/d) | accessed: 2024-05-02 | type: academic\n",
    ),
    Case(
        "RK706",
        "table",
        SOURCES + "| Title | URL | Accessed |\n|---|---|---|\n| The Decade | https://example.org/d | 2 May 2024 |\n",
        SOURCES + "| Title | URL | Accessed |\n|---|---|---|\n| The Decade | https://example.org/d | 2024-05-02 |\n",
    ),
    Case(
        "RK709",
        "source",
        SOURCES
        + "- [A](https://example.org/a) | type: news\n- [B](https://example.org/b) | type: news\n- [A](https://example.org/a) | type: news\n",
        SOURCES + "- [A](https://example.org/a) | type: news\n- [B](https://example.org/b) | type: news\n",
    ),
    Case(
        "RK718",
        "footnote",
        "## Aftermath\nx[^a]\n\n[^a]: [A](https://example.org/a)\n[^b]: [B](https://example.org/b)\n[^a]: [A](https://example.org/a)\n",
        "## Aftermath\nx[^a]\n\n[^a]: [A](https://example.org/a)\n[^b]: [B](https://example.org/b)\n",
    ),
    Case(
        "RK719",
        "tracking",
        SOURCES
        + "- [A](https://example.org/a?utm_source=x&id=4&fbclid=9#b) | type: news\n- [B](https://example.org/b?gclid=1)\n",
        SOURCES + "- [A](https://example.org/a?id=4#b) | type: news\n- [B](https://example.org/b)\n",
    ),
    Case(
        "RK808",
        "footer",
        SOURCES + "x\n\n---\n*Created: 2 January 2024*  \n*Last updated: May 2, 2024*\n",
        SOURCES + "x\n\n---\n*Created: 2024-01-02*  \n*Last updated: 2024-05-02*\n",
    ),
    Case(
        "RK808",
        "header",
        "---\ncreated: May 2, 2024 # as the first draft\n---\n" + HEAD,
        "---\ncreated: 2024-05-02 # as the first draft\n---\n" + HEAD,
        whole=True,
    ),
    Case(
        "RK810",
        "tags without marks",
        SOURCES + "x\n\n---\n*Tags: cold-war, latin america; regime/junta*\n",
        SOURCES + "x\n\n---\n*Tags: #cold-war #latin-america #regime/junta*\n",
    ),
    Case(
        "RK903",
        "key",
        "---\ntags: [a, b]\nera: cold-war\ntags: [a, b]\n---\n" + HEAD,
        "---\ntags: [a, b]\nera: cold-war\n---\n" + HEAD,
        whole=True,
    ),
    Case(
        "RK904",
        "cells",
        "## Key Events\n| Date | Event | Place |\n|---|---|---|\n| 1961 | Coup |  \n| 1962 | Strike\n| 1963\n| 1964 | a | b |\n",
        "## Key Events\n| Date | Event | Place |\n|---|---|---|\n| 1961 | Coup |  |  \n| 1962 | Strike |  |\n| 1963 |  |  |\n| 1964 | a | b |\n",
    ),
    Case(
        "RK906",
        "characters",
        "## Aftermath\nThe \u202eold\u202c minister\x07 left\u200e.\n",
        "## Aftermath\nThe old minister left.\n",
    ),
    Case(
        "RK908",
        "comment behind a line",
        "## Aftermath\n- a line <!-- regimekit: ignore[RK108] why -->\n- another <!-- regimekit: ignore[RK108, RK999] --> with more\n",
        "## Aftermath\n- a line\n- another <!-- regimekit: ignore[RK999] --> with more\n",
    ),
    Case(
        "RK908",
        "comment alone",
        "## Aftermath\n<!-- regimekit: ignore[RK108] -->\n- a line\n",
        "## Aftermath\n- a line\n",
    ),
]
SAFE += [
    Case(
        "RK612",
        "relation",
        "## Comparisons\n- [[zemland-okro]] - Type: Causal / thematic (Causal chain)  \n- **[[zemland-okro|Z]]**: relation: temporal\n",
        "## Comparisons\n- [[zemland-okro]] — relationship: causal / thematic (Causal chain)  \n- **[[zemland-okro|Z]]** — relationship: temporal\n",
    ),
    Case(
        "RK720",
        "capitals",
        SOURCES + "- [A](https://example.org/a) | type: Academic  \n",
        SOURCES + "- [A](https://example.org/a) | type: academic  \n",
    ),
    Case(
        "RK817",
        "tags",
        SOURCES + "x\n\n---\n*Tags: #a-b, #c, #A-b, #c, #c/d*  \n",
        SOURCES + "x\n\n---\n*Tags: #a-b, #c, #c/d*  \n",
    ),
]
UNSAFE = [
    Case(
        "RK101",
        "sections",
        "# A\n\n## Overview\nx\n\n## Fall / End\ny\n\n---\n*Created: 2024-01-02*\n",
        "# A\n\n## Overview\nx\n\n## Key Figures\n\n## Classification\n\n## Pre-Conditions\n\n## Rise to Power\n\n## Methods of Control\n\n## Key Events & Atrocities\n\n## Fall / End\ny\n\n## Aftermath\n\n## Scholarly Debate\n\n## Comparisons\n\n## Sources\n\n---\n*Created: 2024-01-02*\n",
        True,
        True,
    ),
    Case("RK801", "section", "## Sources\n- x", "## Sources\n- x\n\n## Confidence Assessment\n", True),
    Case(
        "RK104",
        "order",
        "# A\n\n## Sources\n- s\n\n### Web\n- t\n\n## Overview\nx\n## Fall\ny\n\n## Key Figures\n- k\n\n---\n*Created: 2024-01-02*\n",
        "# A\n\n## Overview\nx\n## Key Figures\n- k\n\n## Fall\ny\n\n## Sources\n- s\n\n### Web\n- t\n\n---\n*Created: 2024-01-02*\n",
        True,
        True,
    ),
    Case(
        "RK107",
        "main section",
        "# A\n\n### Overview\nx\n\n### Fall\ny\n\n## Aftermath\n\n## Comparisons\n",
        "# A\n\n## Overview\nx\n\n## Fall\ny\n\n## Aftermath\n\n## Comparisons\n",
        True,
        True,
    ),
    Case(
        "RK111", "heading", "## Aftermath\n\n### Trials\n\n### Memory\n- x\n", "## Aftermath\n\n### Memory\n- x\n", True
    ),
    Case(
        "RK303",
        "years",
        "## Key Events\n### The emergency (1974-1961)\nx\n",
        "## Key Events\n### The emergency (1961-1974)\nx\n",
        True,
    ),
    Case(
        "RK402",
        "range",
        "## Key Events\n- **Death toll**: 4,000-3,000\n",
        "## Key Events\n- **Death toll**: 3,000-4,000\n",
        True,
    ),
    Case(
        "RK601",
        "slip",
        "## Comparisons\n- [[cold-war/zemland-okr|Z]] — relationship: causal\n- [[zemland-okr#Fall]]\n",
        "## Comparisons\n- [[zemland-okro|Z]] — relationship: causal\n- [[zemland-okro#Fall]]\n",
        True,
    ),
    Case(
        "RK602",
        "entry",
        "## Comparisons\n- [[aldova-varda]] — relationship: thematic\n- [[zemland-okro]]\n\nAs [[aldova-varda|Aldova]] shows.\n",
        "## Comparisons\n- [[zemland-okro]]\n\nAs Aldova shows.\n",
        True,
    ),
    Case(
        "RK604",
        "slip",
        "## Comparisons\n- [[zemland-okro]] — relationship: causl / Thematik (x)\n",
        "## Comparisons\n- [[zemland-okro]] — relationship: causal / thematic (x)\n",
        True,
    ),
    Case(
        "RK609",
        "words",
        "## Comparisons\n- Zemland under Okro — relationship: causal\n",
        "## Comparisons\n- [[zemland-okro|Zemland under Okro]] — relationship: causal\n",
        True,
    ),
    Case(
        "RK704",
        "slip",
        SOURCES + "- [A](https://example.org/a) | type: acadmic\n",
        SOURCES + "- [A](https://example.org/a) | type: academic\n",
        True,
    ),
    Case(
        "RK717",
        "type",
        SOURCES + "- [A](https://en.wikipedia.org/wiki/A) | type: academic\n",
        SOURCES + "- [A](https://en.wikipedia.org/wiki/A) | type: encyclopedia\n",
        True,
    ),
    Case(
        "RK806",
        "line",
        SOURCES + "x\n\n*Last updated: 2024-05-02*",
        SOURCES + "x\n\n*Last updated: 2024-05-02*\n*Created: TODO*",
        True,
    ),
    Case("RK807", "line", SOURCES + "x\n", SOURCES + "x\n\n---\n*Last updated: TODO*\n", True),
    Case("RK810", "line", SOURCES + "x\n\n---\n", SOURCES + "x\n\n---\n*Tags:* #TODO\n", True),
]
LEFT_ALONE = [
    same("RK108", "named by its number", "## 5. Operation\nx\n\n## Aftermath\n(see Section 5)\n"),
    same("RK108", "an initial", "## V. Varda\nx\n"),
    same("RK108", "linked within", "## IV. Methods of Control\nx ([above](#iv-methods-of-control))\n"),
    same(
        "RK108",
        "linked from elsewhere",
        "## IV. Methods of Control\nx\n\n## Comparisons\n- [[aldova-varda#IV. Methods of Control]]\n",
    ),
    same(
        "RK203",
        "another value",
        "## Overview\n| Field | Value |\n|---|---|\n| **Duration** | 13 years |\n| **Duration** | 14 years |\n",
    ),
    same("RK402", "a scale", "## Key Events\n- **Death toll**: 4-3 million\n"),
    same(
        "RK504",
        "what hangs on it",
        "## Key Figures\n- **Ion Varda** — President\n- **Ion Varda** — President\n  - and more of him\n",
    ),
    same("RK601", "nothing close", "## Comparisons\n- [[quorland-first]] — relationship: causal\n"),
    same(
        "RK603",
        "a word of the language",
        "## Comparisons\n- [[zemland-okro]] - model for the later law\n- [[zemland-okro]] - conflict (1962)\n",
    ),
    same("RK706", "day or month first", SOURCES + "- [A](https://example.org/a) | accessed: 5/2/2024\n"),
    same("RK706", "a month", SOURCES + "- [A](https://example.org/a) | accessed: May 2024\n"),
    same("RK706", "no such day", SOURCES + "- [A](https://example.org/a) | accessed: 2024/13/45\n"),
    same(
        "RK706",
        "twice on the line",
        SOURCES + "- [Report of May 2, 2024](https://example.org/a) | accessed: May 2, 2024\n",
    ),
    same("RK709", "another title", SOURCES + "- [A](https://example.org/a)\n- [B](https://example.org/a)\n"),
    same(
        "RK709",
        "another heading",
        SOURCES + "### Press\n- [A](https://example.org/a)\n\n### Courts\n- [A](https://example.org/a)\n",
    ),
    same("RK808", "a month", SOURCES + "x\n\n---\n*Created: May 2024*\n"),
    same("RK903", "another value", "---\nera: cold-war\nera: interwar\n---\n" + HEAD, whole=True),
    same("RK903", "a list below", "---\ntags:\n- a\ntags:\n- b\n---\n" + HEAD, whole=True),
    same("RK904", "a cell too many", "## Key Events\n| Date | Event |\n|---|---|\n| 1961 | a | b |\n"),
    same("RK906", "a quote of another encoding", "## Aftermath\nthe minister\x92s\n"),
    same("RK906", "a language that runs from the right", "## Aftermath\nشعب\u200f x\n"),
    same("RK906", "a break between words", "## Aftermath\none\x0ctwo\n"),
    same("RK906", "code", "## Aftermath\n```\none\x07\n```\n"),
]


def fixed(folder: Path, data: bytes, code: str, unsafe: bool) -> bytes:
    """The bytes that a dossier of these bytes becomes, beside a neighbour, the one rule running."""
    for name, content in {"aldova-varda.md": data, "cold-war/zemland-okro.md": NEIGHBOUR.encode()}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    # a comment is judged only where the rules that it names run
    rules = (code, "RK108") if code == "RK908" else (code,)
    file = str(folder / "aldova-varda.md")
    changed, _ = mended(Globals(str(folder), True), [file], Chosen(rules), unsafe)
    return changed[0].data if changed else data


FORMS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF and BOM": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [*SAFE, *UNSAFE, *LEFT_ALONE], ids=lambda case: f"{case.code} {case.name}")
def test_a_fix_changes_its_own_bytes_and_no_others(case: Case, form: str, tmp_path: Path) -> None:
    before, after = map(FORMS[form], case.texts())
    assert fixed(tmp_path, before, case.code, case.unsafe) == after
    assert fixed(tmp_path, after, case.code, case.unsafe) == after


@pytest.mark.parametrize("case", SAFE, ids=lambda case: f"{case.code} {case.name}")
def test_a_safe_fix_changes_nothing_else_that_is_read(case: Case) -> None:
    schema = load_schema(None)
    before, after = (read_bytes(text.encode(), "aldova-varda.md", schema) for text in case.texts())
    assert keeps_the_rest(before, after)


@pytest.mark.parametrize("case", UNSAFE, ids=lambda case: f"{case.code} {case.name}")
def test_what_needs_a_look_is_left_by_safe_fixes(case: Case, tmp_path: Path) -> None:
    before = case.texts()[0].encode()
    assert fixed(tmp_path, before, case.code, unsafe=False) == before


def test_every_fix_has_a_case_and_is_that_of_a_rule() -> None:
    assert FIXES.keys() - {case.code for case in (*SAFE, *UNSAFE)} == {"RK411"}  # the same fix as RK504
    assert FIXES.keys() <= {rule.code for rule in RULES}


def test_what_changes_a_record_is_not_kept() -> None:
    schema = load_schema(None)
    text = HEAD + "## Aftermath\n- 1975: trials\n"
    before = read_bytes(text.encode(), "a.md", schema)
    for old, new in [
        ("1974", "1973"),
        ("resigns", "fled"),
        ("- 1975: trials\n", ""),
        ("## Aftermath", "## Sources"),
        ("Ion Varda |", "Ion |"),
    ]:
        assert not keeps_the_rest(before, read_bytes(text.replace(old, new).encode(), "a.md", schema)), old


def test_fixes_of_one_place_wait_for_each_other() -> None:
    finding = Finding("RK000", "info", Span(1, 1), "")
    one, other, third = (Fix((edit,)) for edit in (Edit(0, 4, "a"), Edit(4, 6, "b"), Edit(7, 7, "c")))
    assert [fix for _, fix in without_overlap([(finding, one), (finding, other), (finding, third)])] == [one, third]


def test_a_file_of_another_encoding_keeps_it(tmp_path: Path) -> None:
    before = (HEAD + "## IV. Vále\nx\n").encode("cp1252")
    assert fixed(tmp_path, before, "RK108", unsafe=False) == (HEAD + "## Vále\nx\n").encode("cp1252")
