"""`regimekit cite`: how a dossier is cited."""

from enum import StrEnum
from typing import Annotated

import typer

from regimekit.cli.options import Data, Name, NoCache, NoColor, Quiet, given


class CiteFormat(StrEnum):
    """How a citation is written."""

    text = "text"
    md = "md"
    bibtex = "bibtex"
    csl_json = "csl-json"
    ris = "ris"


def cite(
    context: typer.Context,
    name: Name,
    format: Annotated[CiteFormat, typer.Option("--format", "-f", help="How to write it.")] = CiteFormat.text,
    data: Data = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """How to cite a dossier.

    By its title, its file, its dates, and the version of regimekit; by an
    author, an address and a DOI only where its front matter gives them.
    Figures in it are to be cited after their own authors.
    """
    from regimekit import __version__
    from regimekit.analysis.citing import cite
    from regimekit.cli.answer import show_screen
    from regimekit.cli.session import Session

    session = Session(given(context, data, quiet, no_color, no_cache))
    cited = cite(session.dossier(name), __version__)
    if format is CiteFormat.text:
        from regimekit.rendering.citing import citing_screen

        show_screen(citing_screen(cited), session.given)
    elif format is CiteFormat.md:
        from regimekit.cli.output import write_harmless
        from regimekit.exporting.citing import cited_in_markdown

        write_harmless(cited_in_markdown(cited))
    else:
        from regimekit.cli.listing_sources import write_references

        write_references([cited.reference], format.value)
