"""`regimekit graph`: which dossier states a relation to which."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.cli.options import Ascii, Data, Names, NoCache, NoColor, Quiet, complete_relation_types, each, given


class GraphFormat(StrEnum):
    """How the graph is written."""

    tree = "tree"
    dot = "dot"
    mermaid = "mermaid"
    graphml = "graphml"
    json = "json"


def graph(
    context: typer.Context,
    names: Names = None,
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Only relations of this type: causal, structural, temporal, thematic, …; may be repeated.",
            autocompletion=complete_relation_types,
            show_default=False,
        ),
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            metavar="N",
            min=1,
            help="How many links away from the dossiers that are named; 1 unless told.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[GraphFormat, typer.Option("--format", "-f", help="How to write the graph.")] = GraphFormat.tree,
    ascii: Ascii = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Relations between the dossiers: who links to whom, and how.

    With names, only these dossiers, their neighbours and the relations among
    them. What is linked and not written is listed as wanted; what only one of
    two dossiers states, as one-sided; nothing is inferred. A relation is shown
    as stated: its type, its remark, its line.
    """
    from regimekit.cli.relating import relations, show_graph
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color, no_cache))
    show_graph(relations(session, names, each(type), depth), format.value, session.given, ascii)
