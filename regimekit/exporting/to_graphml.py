"""The graph of relations in GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from xml.etree import ElementTree

from regimekit.analysis.graph import Edge, Graph, Node
from regimekit.exporting.graph_text import edge_label, node_ids
from regimekit.exporting.words import one_line

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_SCHEMA = f"{_NAMESPACE} http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

#: The keys of nodes and of edges, each with its type.
NODE_KEYS = {"kind": "string", "written": "boolean", "title": "string", "path": "string"}
EDGE_KEYS = {
    "type": "string",
    "note": "string",
    "group": "string",
    "fragment": "string",
    "display": "string",
    "line": "int",
    "stated": "boolean",
    "returned": "boolean",
}
_Value = str | int | bool | None


def to_graphml(graph: Graph) -> bytes:
    """UTF-8 with a declaration; what a relation does not say has no datum."""
    ids = node_ids(graph)
    root = ElementTree.Element("graphml", {"xmlns": _NAMESPACE, _INSTANCE: _SCHEMA})
    for place, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            attributes = {"id": f"{place}_{name}", "for": place, "attr.name": name, "attr.type": kind}
            ElementTree.SubElement(root, "key", attributes)
    drawn = ElementTree.SubElement(root, "graph", {"id": "relations", "edgedefault": "directed"})
    for node in graph.nodes:
        _data(ElementTree.SubElement(drawn, "node", {"id": ids[node]}), "node", node_values(node))
    for number, edge in enumerate(graph.edges, 1):
        ends = {"id": f"e{number}", "source": ids[edge.source], "target": ids[edge.target]}
        _data(ElementTree.SubElement(drawn, "edge", ends), "edge", edge_values(edge))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def node_values(node: Node) -> dict[str, _Value]:
    """What is said of a node, by its key."""
    return {"kind": node.kind, "written": node.kind in ("dossier", "page"), "title": node.title, "path": node.path}


def edge_values(edge: Edge) -> dict[str, _Value]:
    """What is said of a relation, by its key."""
    relation = edge.relation
    return {
        "type": edge_label(edge),
        "note": relation.note,
        "group": relation.group,
        "fragment": relation.fragment,
        "display": relation.display,
        "line": relation.span.first,
        "stated": relation.stated,
        "returned": edge.returned,
    }


def _data(element: ElementTree.Element, place: str, values: dict[str, _Value]) -> None:
    for name, value in values.items():
        text = (
            str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else one_line(value)
        )
        if text:
            ElementTree.SubElement(element, "data", {"key": f"{place}_{name}"}).text = text
