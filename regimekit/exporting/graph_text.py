"""What the graph formats share: labels, and a name of its own for each node."""

from regimekit.analysis.graph import Edge, Graph, Node
from regimekit.exporting.words import one_line


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
