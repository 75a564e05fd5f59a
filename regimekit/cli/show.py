"""`regimekit show`: a dossier at a glance, one of its sections, or its text."""

from typing import Annotated

import typer

from regimekit.cli.options import Data, Name, NoCache, NoColor, Quiet, complete_sections, given


def show(
    context: typer.Context,
    name: Name,
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            metavar="NAME",
            help="Print one section: its id, its title or part of a title.",
            autocompletion=complete_sections,
            show_default=False,
        ),
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Print the Markdown as it stands in the file.")] = False,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """A dossier at a glance, or one of its sections.

    At a glance are the overview, the people, the sections with their sizes,
    the relations to other dossiers, and how much there is of everything else.
    """
    from regimekit.analysis.glance import glance
    from regimekit.analysis.names import slug_of
    from regimekit.cli import answer
    from regimekit.cli.output import write_as_it_is
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color, no_cache))
    dossier = session.dossier(name)
    if section is None and raw:
        write_as_it_is(dossier.text)
    elif section is None:
        from regimekit.rendering.show import show_screen

        answer.show_screen(show_screen(glance(dossier, set(map(slug_of, session.paths)))), session.given)
    else:
        from regimekit.cli.asked import parts_asked
        from regimekit.rendering.section import section_screen

        parts = parts_asked(dossier, section, session.schema)
        if raw:
            write_as_it_is("".join(f"{line}\n" for part in parts for line in dossier.lines(part.span)))
        else:
            answer.show_screen(section_screen(dossier, parts), session.given)
