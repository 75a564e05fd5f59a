"""What the graph formats share: text that no format trips over, and a name of its own for each node."""

import re

from regimekit.analysis.graph import Edge, Graph, Node

# control characters, marks that turn the direction of writing, and what XML 1.0 has no place for
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[\s\u2028\u2029]+")


def one_line(text: str | None) -> str:
    """The text on one line, without what a terminal obeys or XML refuses."""
    return _SPACES.sub(" ", _SURROGATES.sub("\ufffd", _REFUSED.sub("", text or ""))).strip()


def node_ids(graph: Graph) -> dict[Node, str]:
    """A name for each node that no other has: its own, with its kind before it where two nodes share one."""
    ids: dict[Node, str] = {}
    taken: set[str] = set()
    for node in graph.nodes:
        name = one_line(node.name) or node.kind
        while name in taken:
            name = f"{node.kind}:{name}"
        taken.add(name)
        ids[node] = name
    return ids


def node_label(node: Node) -> str:
    """The title of a file, else the name by which it is linked."""
    return one_line(node.title) or one_line(node.name)


def edge_label(edge: Edge) -> str:
    """The types of a relation as written: "structural / thematic"."""
    return " / ".join(filter(None, map(one_line, edge.relation.types)))
