"""The graph of relations as a Mermaid flowchart, which Markdown pages can show."""

import re

from regimekit.analysis.graph import Graph, Node
from regimekit.exporting.graph_text import edge_label, node_label

MOST_EDGES = 500  # that Mermaid draws without a setting of the page (maxEdges)
# Mermaid looks for directives, comments, styles and Markdown within quoted labels too
_SPECIAL = re.compile(r"[^\w\s.,()'’–—-]|(?<!\w)_|_(?!\w)")
_SHAPES = {"dossier": '["{}"]', "page": '(["{}"])'}
_UNWRITTEN = '("{}")'


def to_mermaid_graph(graph: Graph) -> str:
    """A flowchart; what is not written is round and dashed, links in running text are dotted."""
    ids = {node: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    lines = ["flowchart LR", "    classDef unwritten stroke-dasharray: 4 4"]
    lines += [f"    {ids[node]}{_shape(node)}" for node in graph.nodes]
    for edge in graph.edges:
        line = "-->" if edge.relation.stated else "-.->"
        label = edge_label(edge)
        said = f'|"{_escaped(label)}"|' if label else ""
        lines.append(f"    {ids[edge.source]} {line}{said} {ids[edge.target]}")
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    label = _escaped(node_label(node))
    return _SHAPES[node.kind].format(label) if node.kind in _SHAPES else _UNWRITTEN.format(label) + ":::unwritten"


def _escaped(text: str) -> str:
    """Whatever is more than a letter, digit or plain mark as a numbered entity."""
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", text) or "#32;"
