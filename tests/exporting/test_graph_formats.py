"""The graph in GraphML, DOT and JSON, read back by networkx and pydot: what was written, each relation once."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import networkx
import pydot
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import TEXTS
from regimekit.analysis.graph import Graph, degrees, graph, wanted
from regimekit.analysis.targets import Targets
from regimekit.exporting.graph_records import graph_records
from regimekit.exporting.graph_text import edge_label, node_ids, node_label
from regimekit.exporting.to_dot import to_dot
from regimekit.exporting.to_graphml import EDGE_KEYS, edge_values, node_values, to_graphml
from regimekit.exporting.to_json import encode
from regimekit.exporting.words import one_line
from regimekit.model import Corpus, Dossier, Relation, Span

# pydot calls pyparsing by names that it has since renamed
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

HOSTILE = (
    *TEXTS,
    "-->|x| --- ==> %%{init: {}}%%",
    "%% comment; end; style x fill:#f00; classDef y:#zz;",
    "subgraph end graph digraph strict node edge",
)
TEXT = st.sampled_from(HOSTILE) | st.text(max_size=12)
NAME = st.sampled_from(["a-one", "b-two", "far-off", *HOSTILE]) | st.text(max_size=8)


def relations() -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        st.builds(lambda line: Span(line, line), st.integers(1, 5000)),
        NAME,
        st.lists(TEXT, max_size=2).map(tuple),
        st.none() | TEXT,
        st.none(),
        st.none() | TEXT,
        st.none() | TEXT,
        st.booleans(),
    )


def graphs() -> st.SearchStrategy[Graph]:
    """Up to three dossiers, one of them of a hostile name, and what they link to."""
    return st.builds(_graph, st.lists(st.tuples(NAME, TEXT, st.lists(relations(), max_size=4)), max_size=3))


def _graph(made: list[tuple[str, str, list[Relation]]]) -> Graph:
    dossiers = [
        Dossier(f"{place}/{name}.md", name, title, "", relations=tuple(several))
        for place, (name, title, several) in enumerate(made)
    ]
    return drawn(*dossiers)


def drawn(*dossiers: Dossier) -> Graph:
    """The graph of some dossiers."""
    corpus = Corpus(".", dossiers)
    return graph(corpus, Targets(corpus))


def hostile() -> Graph:
    """Each hostile text as a title, a type, a remark, and the name of what is linked."""
    return drawn(
        *(
            Dossier(
                f"{number}.md",
                f"d-{number}",
                text,
                "",
                relations=(Relation(Span(number, number), text, (text,), text, display=text),),
            )
            for number, text in enumerate(HOSTILE, 1)
        )
    )


def read(written: bytes) -> Any:
    return networkx.read_graphml(io.BytesIO(written), force_multigraph=True)


def said(values: dict[str, Any]) -> dict[str, Any]:
    """Values as they are written: on one line, those that say nothing left out."""
    plain = {key: one_line(value) if isinstance(value, str) else value for key, value in values.items()}
    return {key: value for key, value in plain.items() if value not in ("", None)}


def check_graphml(drawn: Graph) -> None:
    ids = node_ids(drawn)
    back = read(to_graphml(drawn))
    assert back.is_directed()
    assert dict(back.nodes(data=True)) == {ids[node]: said(node_values(node)) for node in drawn.nodes}
    found = {key: (source, target, data) for source, target, key, data in back.edges(keys=True, data=True)}
    assert found == {
        f"e{number}": (ids[edge.source], ids[edge.target], said(edge_values(edge)))
        for number, edge in enumerate(drawn.edges, 1)
    }
    for degree in degrees(drawn):
        assert (degree.out, degree.into) == (back.out_degree(ids[degree.node]), back.in_degree(ids[degree.node]))


@given(graphs())
@settings(max_examples=25)
def test_graphml_read_back_is_what_was_written(drawn: Graph) -> None:
    check_graphml(drawn)


def test_hostile_texts_in_graphml() -> None:
    check_graphml(hostile())
    ElementTree.fromstring(to_graphml(hostile()))


def test_an_empty_graph_is_well_formed() -> None:
    assert len(read(to_graphml(Graph()))) == 0
    assert parsed(to_dot(Graph())).get_edges() == []
    assert graph_records(Graph(), ()) == {"nodes": [], "edges": [], "wanted": [], "one_sided": [], "degrees": []}


def test_types_of_the_keys_are_those_that_graphml_knows() -> None:
    drawn_ = drawn(Dossier("a.md", "a-one", "A", "", relations=(Relation(Span(7, 7), "b-two", ("causal",), "why"),)))
    ((_, _, data),) = read(to_graphml(drawn_)).edges(data=True)
    assert data == {"type": "causal", "note": "why", "line": 7, "stated": True}
    assert set(data) <= set(EDGE_KEYS)


def parsed(text: str) -> Any:
    found = pydot.graph_from_dot_data(text)
    assert found is not None, text
    (one,) = found
    return one


def unquoted(text: str) -> str:
    """What a quoted string stands for."""
    assert text[0] == text[-1] == '"'
    return re.sub(r'\\(["\\])', r"\1", text[1:-1])


def shown(attribute: str | None) -> str:
    """What Graphviz shows for an attribute, in which it reads entities."""
    return unquoted(attribute).replace("&amp;", "&") if attribute else ""


def check_dot(drawn: Graph) -> None:
    ids = node_ids(drawn)
    back = parsed(to_dot(drawn))
    nodes = {unquoted(node.get_name()): node for node in back.get_nodes() if node.get_name() != "node"}
    assert nodes.keys() == {ids[node] for node in drawn.nodes}
    for node in drawn.nodes:
        found = nodes[ids[node]]
        assert shown(found.get_label()) == node_label(node)
        assert unquoted(found.get("kind")) == node.kind
    edges = Counter(
        (
            unquoted(edge.get_source()),
            unquoted(edge.get_destination()),
            unquoted(edge.get("line")),
            shown(edge.get_label()),
        )
        for edge in back.get_edges()
    )
    assert edges == Counter(
        (ids[edge.source], ids[edge.target], str(edge.relation.span.first), edge_label(edge)) for edge in drawn.edges
    )


@given(graphs())
@settings(max_examples=25)
def test_dot_read_back_is_what_was_written(drawn: Graph) -> None:
    check_dot(drawn)


def test_hostile_texts_in_dot() -> None:
    check_dot(hostile())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('say "so"', r'"say \"so\""'),
        ("ends \\", r'"ends \\"'),
        ("\\N", r'"\\N"'),  # else Graphviz would put the node's name there
        ("R&D", '"R&D"'),
        ("&lt;b&gt;", '"&amp;lt;b&amp;gt;"'),  # else it would be read as <b>
        ("<b>", '"<b>"'),  # in quotes, so no HTML label
    ],
)
def test_quoting_of_dot(text: str, written: str) -> None:
    assert f"label={written}," in to_dot(drawn(Dossier("a.md", "a", text, "")))


@given(graphs())
@settings(max_examples=40)
def test_every_relation_stands_once_in_json(drawn: Graph) -> None:
    record = json.loads(encode(graph_records(drawn, wanted(drawn, Targets(Corpus("."))))))
    ids = [node["id"] for node in record["nodes"]]
    assert len(ids) == len(set(ids)) == len(drawn.nodes)
    assert [(edge["source"], edge["target"], edge["line"]) for edge in record["edges"]] == [
        (node_ids(drawn)[edge.source], node_ids(drawn)[edge.target], edge.relation.span.first) for edge in drawn.edges
    ]
    assert sum(degree["out"] for degree in record["degrees"]) == len(drawn.edges)
    assert {asked["id"] for asked in record["wanted"]} <= set(ids)


@given(TEXT)
def test_no_line_end_and_nothing_that_is_obeyed_is_left(text: str) -> None:
    left = one_line(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", left)
    assert one_line(left) == left
