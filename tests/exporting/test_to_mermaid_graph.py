"""A flowchart that Mermaid's own parser takes, whatever stands in titles and types."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from hostile import TEXTS
from regimekit.analysis.graph import Graph, graph
from regimekit.analysis.targets import Targets
from regimekit.exporting.to_mermaid_graph import to_mermaid_graph
from regimekit.model import Corpus, Dossier, Page, Relation, Span

HOSTILE = (
    *TEXTS,
    "-->|x| --- ==> -.-> o--o x--x",
    "%%{init: {'theme': 'dark'}}%% %% comment",
    "end; style n1 fill:#f00; classDef y:#zz; click n1 href",
    "---\ntitle: x\n---",
    "subgraph end graph flowchart direction LR",
    "(a) {b} [c] ((d)) >e] /f/ \\g\\ @{ shape: x }",
)
LINE = re.compile(
    r'    (?:n\d+(?:\["[^"\n]+"\]|\("[^"\n]+"\):::unwritten|\(\["[^"\n]+"\]\))'
    r'|n\d+ (?:-->|-\.->)(?:\|"[^"\n]+"\|)? n\d+)'
)


def drawn(*dossiers: Dossier, pages: tuple[Page, ...] = ()) -> Graph:
    corpus = Corpus(".", dossiers, pages)
    return graph(corpus, Targets(corpus))


def hostile(text: str) -> Graph:
    """A text as title, type and name of what is linked."""
    relations = (Relation(Span(1, 1), text, (text, "x"), text), Relation(Span(2, 2), "", (), text, display=text or "x"))
    return drawn(Dossier("a.md", "a-one", text, "", relations=relations))


@pytest.mark.parametrize("text", HOSTILE)
def test_every_line_is_a_node_or_a_relation(text: str) -> None:
    lines = to_mermaid_graph(hostile(text)).splitlines()
    assert lines[:2] == ["flowchart LR", "    classDef unwritten stroke-dasharray: 4 4"]
    assert [line for line in lines[2:] if not LINE.fullmatch(line)] == []
    assert not any("%%" in line or "`" in line for line in lines)


def test_kinds_and_lines_are_told_apart() -> None:
    relations = (
        Relation(Span(1, 1), "b-two", ("causal", "thematic")),
        Relation(Span(2, 2), "far-off"),
        Relation(Span(3, 3), "README", stated=False),
    )
    found = drawn(
        Dossier("a.md", "a-one", "A: One", "", relations=relations),
        Dossier("b-two.md", "b-two", "B", ""),
        pages=(Page("README.md", "About"),),
    )
    assert to_mermaid_graph(found).splitlines()[2:] == [
        '    n1["A#58; One"]',
        '    n2["B"]',
        '    n3("far-off"):::unwritten',
        '    n4(["About"])',
        '    n1 -->|"causal #47; thematic"| n2',
        "    n1 --> n3",
        "    n1 -.-> n4",
    ]


def test_mermaids_own_parser_takes_it(read_by_mermaid: Callable[..., list[dict[str, Any]]]) -> None:
    diagrams = [to_mermaid_graph(hostile(text)) for text in HOSTILE]
    answers = read_by_mermaid(*diagrams, to_mermaid_graph(Graph()))
    assert [answer["error"] for answer in answers] == [None] * (len(HOSTILE) + 1)
