"""The graph of relations as records for JSON."""

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.graph import Degree, Edge, Graph, Wanted, degrees, one_sided
from regimekit.exporting.graph_text import node_ids
from regimekit.exporting.to_graphml import node_values


def graph_records(graph: Graph, wanted: Iterable[Wanted]) -> dict[str, Any]:
    """Nodes and edges whole, and what follows from them: what is wanted, what is one-sided, the degrees."""
    ids = node_ids(graph)
    return {
        "nodes": [{"id": ids[node], "name": node.name, **node_values(node)} for node in graph.nodes],
        "edges": [_edge(edge, ids[edge.source], ids[edge.target]) for edge in graph.edges],
        "wanted": [
            {
                "id": ids[one.node],
                "kind": one.node.kind,
                "meant": one.meant,
                "linked_by": [
                    {"id": ids[edge.source], "path": edge.source.path, "line": edge.relation.span.first}
                    for edge in one.edges
                ],
            }
            for one in wanted
        ],
        "one_sided": [
            {"source": ids[edge.source], "target": ids[edge.target], "line": edge.relation.span.first}
            for edge in one_sided(graph)
        ],
        "degrees": [_degree(degree, ids[degree.node]) for degree in degrees(graph)],
    }


def _edge(edge: Edge, source: str, target: str) -> dict[str, Any]:
    relation = edge.relation
    return {
        "source": source,
        "target": target,
        "types": relation.types,
        "note": relation.note,
        "group": relation.group,
        "fragment": relation.fragment,
        "display": relation.display,
        "line": relation.span.first,
        "last_line": relation.span.last,
        "stated": relation.stated,
        "returned": edge.returned,
    }


def _degree(degree: Degree, id: str) -> dict[str, Any]:
    return {
        "id": id,
        "out": degree.out,
        "in": degree.into,
        "out_types": _counts(degree.out_types),
        "in_types": _counts(degree.into_types),
    }


def _counts(types: Iterable[tuple[str | None, int]]) -> list[dict[str, Any]]:
    return [{"type": kind, "count": count} for kind, count in types]
