"""The graph of relations that a user asks for, and how it is shown."""

from collections.abc import Sequence

import msgspec

from regimekit.analysis.graph import Graph, Wanted, around, graph, of_types, wanted
from regimekit.analysis.names import fold
from regimekit.analysis.targets import Targets
from regimekit.cli.answer import show_screen
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals
from regimekit.cli.output import note, write_bytes
from regimekit.cli.session import Session
from regimekit.schema import Schema


class Relations(msgspec.Struct, frozen=True):
    """A graph with what is wanted in it; ``whole`` where nothing of the folder was left out."""

    graph: Graph
    wanted: tuple[Wanted, ...]
    whole: bool


def relations(session: Session, names: Sequence[str] | None, types: Sequence[str], depth: int | None) -> Relations:
    """The relations of these types around the dossiers of these names, and what is wanted there."""
    if depth is not None and not names:
        raise RequestError("--depth counts from a dossier; name one, as in: regimekit graph stalin --depth 2")
    targets = Targets(session.corpus)
    found = graph(session.corpus, targets)
    if types:
        found = of_types(found, types_asked(found, types, session.schema))
    if names:
        found = around(found, paths_asked(session, names), depth or 1)
    return Relations(found, wanted(found, targets), not types and not names)


def types_asked(graph: Graph, types: Sequence[str], schema: Schema) -> frozenset[str]:
    """The relationship types as the dossiers write them that are one of these."""
    written = dict.fromkeys(kind for edge in graph.edges for kind in edge.relation.types)
    known = [term.id for term in schema.vocabularies.get("relationship_type", ())]
    meant: set[str] = set()
    for asked in types:
        fits = {
            kind
            for kind in written
            if fold(kind) == fold(asked) or (known and asked in schema.terms("relationship_type", kind))
        }
        if not fits and asked not in known:
            there = ", ".join(dict.fromkeys((*known, *written)))
            raise RequestError(f'"{asked}" is no type of relation; there are {there}')
        meant |= fits
    return frozenset(meant)


def paths_asked(session: Session, names: Sequence[str]) -> frozenset[str]:
    """The paths of dossiers of the folder; a file that is named by its path must be one of them."""
    texts = {dossier.path: dossier.text for dossier in session.corpus.dossiers}
    paths: set[str] = set()
    for name in names:
        dossier = session.dossier(name)
        if texts.get(dossier.path) != dossier.text:
            raise RequestError(f"{name} is none of the dossiers in {session.place.path}; name their folder with --data")
        paths.add(dossier.path)
    return frozenset(paths)


def show_graph(relations: Relations, format: str, given: Globals, ascii: bool) -> None:
    """Print a graph."""
    graph = relations.graph
    if not graph.edges:
        note("No relation between dossiers fits what was asked.", given.quiet)
    if format == "tree":
        from regimekit.rendering.graph import graph_screen

        if graph.nodes:
            show_screen(graph_screen(graph, relations.wanted, relations.whole), given, ascii=ascii)
    else:
        write_bytes(written(graph, relations.wanted, format, given))


def written(graph: Graph, wanted: Sequence[Wanted], format: str, given: Globals) -> bytes:
    """The graph in a format for other programs."""
    if format == "json":
        from regimekit.exporting.graph_records import graph_records
        from regimekit.exporting.to_json import encode

        return encode(graph_records(graph, wanted))
    if format == "graphml":
        from regimekit.exporting.to_graphml import to_graphml

        return to_graphml(graph)
    if format == "dot":
        from regimekit.exporting.to_dot import to_dot

        return to_dot(graph).encode()
    from regimekit.exporting.to_mermaid_graph import MOST_EDGES, to_mermaid_graph

    if len(graph.edges) > MOST_EDGES:
        note(f"Mermaid draws no more than {MOST_EDGES} relations unless its maxEdges is raised.", given.quiet)
    return to_mermaid_graph(graph).encode()
