"""Relations between dossiers: a tree of what each says, then what is missing and how much there is."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from regimekit.analysis.graph import Degree, Edge, Graph, Node, Wanted, degrees, one_sided
from regimekit.rendering.screen import counted, heading, stacked
from regimekit.rendering.tables import Cell, Column, plain, table

_STATES = {
    "wanted": "not written yet",
    "note": "not written yet",
    "page": "a page, no dossier",
    "named": "named without a link",
    "ambiguous": "several dossiers have this name",
}
_LONGEST_NAME = 26  # columns; a longer one may be wrapped
_NOTE = (
    "A relation is shown under the dossier that states it, with its line in brackets. Degrees count every link{}, "
    "also those in running text; a relation of two types counts under both."
)


def graph_screen(graph: Graph, wanted: Sequence[Wanted], whole: bool = True) -> RenderableType:
    """All of it; of a part (``whole`` is False) the dossiers that state nothing there have no tree."""
    dossiers = [node for node in graph.nodes if node.kind == "dossier"]
    by_source: dict[Node, list[Edge]] = {}
    for edge in graph.edges:
        by_source.setdefault(edge.source, []).append(edge)
    return stacked(
        heading("Relations", f"{counted(len(graph.edges), 'relation')} among {counted(len(dossiers), 'dossier')}"),
        *(_tree(node, by_source.get(node, [])) for node in dossiers if whole or node in by_source),
        _wanted([one for one in wanted if one.node.kind == "wanted"], "Wanted", "linked and not written"),
        _wanted([one for one in wanted if one.node.kind == "named"], "Named", "without a link"),
        _one_sided(one_sided(graph)),
        _degrees(degrees(graph)),
        _notes(sum(node.kind == "note" for node in graph.nodes), "" if whole else " that is shown"),
    )


def _tree(node: Node, edges: Sequence[Edge]) -> Tree:
    tree = Tree(heading(node.name, node.title or ""))
    for edge in edges:
        if edge.relation.stated:
            tree.add(_stated(edge))
    told = [edge for edge in edges if not edge.relation.stated]
    if told:
        tree.add(Text.assemble(plain("in running text:", "dim"), " ", _lined((edge.target, edge) for edge in told)))
    if not edges:
        tree.add(plain("no relation stated", "dim"))
    return tree


def _stated(edge: Edge) -> Text:
    relation = edge.relation
    said = ", ".join(relation.types) or "no type stated"
    note = f" ({relation.note})" if relation.note else ""
    part = f"#{relation.fragment}" if relation.fragment else ""
    states = [_STATES.get(edge.target.kind), "on this side only" if edge.returned is False else None]
    marks = "".join(f" [{state}]" for state in states if state)
    name = plain(edge.target.name + part, "bold")
    return Text.assemble(name, " ", plain(f"({_line(edge)}):", "dim"), " ", plain(f"{said}{note}{marks}"))


def _line(edge: Edge) -> str:
    return str(edge.relation.span.first)


def _lined(ends: Iterable[tuple[Node, Edge]]) -> Text:
    """Each node once, with the lines of its relations: "north-vale (12, 40)"."""
    lines: dict[Node, dict[str, None]] = {}
    for node, edge in ends:
        lines.setdefault(node, {})[_line(edge)] = None
    return plain(", ".join(f"{node.name} ({', '.join(several)})" for node, several in lines.items()))


def _wanted(wanted: Sequence[Wanted], title: str, what: str) -> RenderableType | None:
    if not wanted:
        return None
    columns = [_names([one.node for one in wanted], "Name"), Column("Linked from (line)"), Column("Is this meant?")]
    rows: list[tuple[Cell, ...]] = [
        (one.node.name, _lined((edge.source, edge) for edge in one.edges), one.meant or "") for one in wanted
    ]
    if not any(one.meant for one in wanted):
        columns, rows = columns[:2], [row[:2] for row in rows]
    return Group(heading(title, f"{len(wanted)} {what}"), table(columns, rows))


def _names(nodes: Iterable[Node], title: str) -> Column:
    """A column of names, which are kept whole as long as they leave room for others."""
    return Column(title, whole=max((len(node.name) for node in nodes), default=0) <= _LONGEST_NAME)


def _one_sided(edges: Sequence[Edge]) -> RenderableType | None:
    if not edges:
        return None
    columns = [Column("Line", right=True, whole=True), Column("Dossier"), Column("States a relation to")]
    rows = [(_line(edge), edge.source.name, edge.target.name) for edge in edges]
    return Group(heading("On one side only", f"{len(rows)}, the other does not link back"), table(columns, rows))


def _degrees(degrees: Sequence[Degree]) -> RenderableType:
    columns = [
        _names([one.node for one in degrees], "Dossier"),
        Column("Out", right=True, whole=True),
        Column("of type"),
        Column("In", right=True, whole=True),
        Column("of type"),
    ]
    rows = [
        (one.node.name, str(one.out), _types(one.out_types), str(one.into), _types(one.into_types)) for one in degrees
    ]
    return Group(heading("Degrees"), table(columns, rows))


def _notes(unwritten: int, counted_links: str) -> RenderableType:
    links = f" {counted(unwritten, 'note')} linked and not written: --format json lists what links there."
    return plain(_NOTE.format(counted_links) + (links if unwritten else ""), "dim")


def _types(types: Iterable[tuple[str | None, int]]) -> str:
    return ", ".join(f"{kind or 'none stated'} {count}" for kind, count in types)
