"""Relations between dossiers as a graph: several between the same two stay several, and nothing is inferred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

import msgspec

from regimekit.analysis.names import short_names, stem
from regimekit.analysis.targets import Targets, is_dossier_name
from regimekit.model import Corpus, Dossier, Relation

NodeKind = Literal["dossier", "ambiguous", "page", "wanted", "note", "named"]


class Node(msgspec.Struct, frozen=True):
    """What a relation starts from or leads to; kind and name together are its identity.

    ``kind`` is dossier; ambiguous where several dossiers have the file name
    that is linked; page for another file of the folder; wanted for a dossier
    that is linked and not written; note for another target that is not there
    ("Suez Crisis"); named where a comparison names a regime without a link.
    """

    kind: NodeKind
    name: str
    title: str | None = None
    path: str | None = None


class Edge(msgspec.Struct, frozen=True):
    """One relation as a dossier gives it.

    ``returned`` says whether the other dossier links back, anywhere in its
    file; None where it leads to no other dossier.
    """

    source: Node
    target: Node
    relation: Relation
    returned: bool | None = None


class Graph(msgspec.Struct, frozen=True):
    """Every dossier and whatever they link to; relations in the order of the files."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


class Wanted(msgspec.Struct, frozen=True):
    """What is linked or named and not there, who links to it, and the dossier that may be meant."""

    node: Node
    edges: tuple[Edge, ...]
    meant: str | None = None


class Degree(msgspec.Struct, frozen=True):
    """How many relations a dossier gives (``out``) and how many lead to it (``into``).

    The types are counted as written, None for relations that state none; a
    relation of two types counts under both.
    """

    node: Node
    out: int
    into: int
    out_types: tuple[tuple[str | None, int], ...]
    into_types: tuple[tuple[str | None, int], ...]


def graph(corpus: Corpus, targets: Targets) -> Graph:
    """The relations of a folder. A link from a dossier to its own sections is none."""
    short = short_names(dossier.path for dossier in corpus.dossiers)
    written = {d.path: Node("dossier", short[d.path], d.title, d.path) for d in corpus.dossiers}
    ends: dict[str, Node] = {}
    edges: list[Edge] = []
    for dossier in corpus.dossiers:
        for relation in dossier.relations:
            if relation.target or (relation.display and not relation.fragment):
                others = targets.dossiers(relation.target) if relation.target else []
                other = others[0] if len(others) == 1 else None
                end = written[other.path] if other else _end(relation, len(others), targets)
                end = ends.setdefault(f"{end.kind} {end.name.casefold()}", end)
                edges.append(Edge(written[dossier.path], end, relation, _returned(dossier, other, targets)))
    nodes = dict.fromkeys((*written.values(), *(edge.target for edge in edges)))
    return Graph(tuple(nodes), tuple(edges))


def _end(relation: Relation, dossiers: int, targets: Targets) -> Node:
    """What a relation that leads to no one dossier leads to."""
    if not relation.target:
        return Node("named", relation.display or "")
    if dossiers:
        return Node("ambiguous", relation.target)
    page = targets.page(relation.target)
    if page is not None:
        return Node("page", stem(page.path), page.title, page.path)
    return Node("wanted" if is_dossier_name(relation.target) else "note", relation.target)


def _returned(dossier: Dossier, other: Dossier | None, targets: Targets) -> bool | None:
    return None if other is None or other.path == dossier.path else targets.links_to(other, dossier)


def of_types(graph: Graph, types: Collection[str]) -> Graph:
    """Only the relations that state one of these types, as written, and what they connect."""
    edges = tuple(edge for edge in graph.edges if not set(types).isdisjoint(edge.relation.types))
    kept = {node for edge in edges for node in (edge.source, edge.target)}
    return Graph(tuple(node for node in graph.nodes if node in kept), edges)


def around(graph: Graph, paths: Collection[str], depth: int = 1) -> Graph:
    """The dossiers of these paths, what lies within so many links of them, and every relation among those."""
    neighbours: dict[Node, set[Node]] = {}
    for edge in graph.edges:
        neighbours.setdefault(edge.source, set()).add(edge.target)
        neighbours.setdefault(edge.target, set()).add(edge.source)
    kept = rim = {node for node in graph.nodes if node.kind == "dossier" and node.path in paths}
    for _ in range(depth):
        rim = {near for node in rim for near in neighbours.get(node, ())} - kept
        if not rim:
            break
        kept = kept | rim
    return Graph(
        tuple(node for node in graph.nodes if node in kept),
        tuple(edge for edge in graph.edges if edge.source in kept and edge.target in kept),
    )


def wanted(graph: Graph, targets: Targets) -> tuple[Wanted, ...]:
    """What is linked or named and not there: dossiers, then notes, then regimes named without a link.

    Within each, those that most dossiers ask for come first.
    """
    asked: dict[Node, list[Edge]] = {node: [] for node in graph.nodes if node.kind in ("wanted", "note", "named")}
    for edge in graph.edges:
        if edge.target in asked:
            asked[edge.target].append(edge)
    kinds = ("wanted", "note", "named")
    order = sorted(asked, key=lambda node: (kinds.index(node.kind), -len(_sources(asked[node])), node.name.casefold()))
    return tuple(Wanted(node, tuple(asked[node]), _meant(node, _sources(asked[node]), targets)) for node in order)


def _sources(edges: Iterable[Edge]) -> frozenset[Node]:
    return frozenset(edge.source for edge in edges)


def _meant(node: Node, linked_from: Collection[Node], targets: Targets) -> str | None:
    if node.kind == "named":
        dossier = targets.named(node.name)
        return dossier.slug if dossier and all(source.path != dossier.path for source in linked_from) else None
    close = targets.meant(node.name) if node.kind == "wanted" else None
    return close if close and all(source.name != close for source in linked_from) else None


def one_sided(graph: Graph) -> tuple[Edge, ...]:
    """The first stated relation of each dossier to each other that does not link back."""
    seen: dict[tuple[Node, Node], Edge] = {}
    for edge in graph.edges:
        if edge.returned is False and edge.relation.stated:
            seen.setdefault((edge.source, edge.target), edge)
    return tuple(seen.values())


def degrees(graph: Graph) -> tuple[Degree, ...]:
    """How many relations each dossier has, in the order of the folder."""
    out: dict[Node, list[Relation]] = {}
    into: dict[Node, list[Relation]] = {}
    for edge in graph.edges:
        out.setdefault(edge.source, []).append(edge.relation)
        into.setdefault(edge.target, []).append(edge.relation)
    return tuple(
        Degree(
            node,
            len(out.get(node, ())),
            len(into.get(node, ())),
            _by_type(out.get(node, ())),
            _by_type(into.get(node, ())),
        )
        for node in graph.nodes
        if node.kind == "dossier"
    )


def _by_type(relations: Iterable[Relation]) -> tuple[tuple[str | None, int], ...]:
    """Each type with its count, the most frequent first; capitals do not count."""
    counts: Counter[str | None] = Counter()
    for relation in relations:
        counts.update(set(_types(relation)))
    return tuple(sorted(counts.items(), key=lambda item: (item[0] is None, -item[1], item[0] or "")))


def _types(relation: Relation) -> Iterator[str | None]:
    if not relation.types:
        yield None
    yield from (kind.casefold() for kind in relation.types)
