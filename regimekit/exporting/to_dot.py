"""The graph of relations in DOT, the language of Graphviz."""

import re
from collections.abc import Iterable

from regimekit.analysis.graph import Edge, Graph, Node
from regimekit.exporting.graph_text import edge_label, node_ids, node_label
from regimekit.exporting.words import one_line

# in attributes Graphviz reads &lt; as a character; in names it does not
_ENTITY = re.compile(r"&(?=#?\w+;)")
_UNWRITTEN = ("wanted", "note", "named", "ambiguous")


def to_dot(graph: Graph) -> str:
    """One statement a dossier and a relation; what is not written is dashed, links in running text are dotted."""
    ids = node_ids(graph)
    lines = ["digraph relations {", "  node [shape=box];"]
    lines += [f"  {_quoted(ids[node])} [{_attributes(_node(node))}];" for node in graph.nodes]
    lines += [
        f"  {_quoted(ids[edge.source])} -> {_quoted(ids[edge.target])} [{_attributes(_edge(edge))}];"
        for edge in graph.edges
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _node(node: Node) -> Iterable[tuple[str, str]]:
    yield "label", node_label(node)
    yield "kind", node.kind
    if node.path:
        yield "tooltip", one_line(node.path)
    if node.kind in _UNWRITTEN:
        yield "style", "dashed"


def _edge(edge: Edge) -> Iterable[tuple[str, str]]:
    relation = edge.relation
    if relation.types:
        yield "label", edge_label(edge)
    said = f": {one_line(relation.note)}" if relation.note else ""
    yield "tooltip", f"{one_line(edge.source.path)}:{relation.span.first}{said}"
    if not relation.stated:
        yield "style", "dotted"
    yield "line", str(relation.span.first)


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{key}={_quoted(_ENTITY.sub('&amp;', value))}" for key, value in pairs)


def _quoted(text: str) -> str:
    r"""A quoted string; a backslash is doubled, which Graphviz would else read as an escape (\N is a node's name)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
