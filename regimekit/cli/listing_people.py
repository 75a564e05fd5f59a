"""The two ways in which `regimekit figures` answers."""

from collections.abc import Sequence

from regimekit.analysis.figures import figures_of
from regimekit.analysis.people_asked import EVERYBODY, Asked
from regimekit.cli.answer import show_rows
from regimekit.cli.options import Globals, ListingFormat
from regimekit.model import Dossier


def show_figures(dossiers: Sequence[Dossier], asked: Asked, format: ListingFormat, given: Globals) -> None:
    """The people of each dossier as it lists them."""
    from regimekit.exporting.listings import list_figures
    from regimekit.rendering.figures import figures_screen

    titles = {dossier.path: dossier.title for dossier in dossiers}
    found = figures_of(dossiers, asked)
    show_rows(found, _none(asked), format, given, list_figures, lambda figures: figures_screen(figures, titles))


def show_people(dossiers: Sequence[Dossier], asked: Asked, format: ListingFormat, given: Globals) -> None:
    """Each person of these dossiers once."""
    from regimekit.analysis.names import short_names
    from regimekit.analysis.people import people
    from regimekit.exporting.people import list_people
    from regimekit.rendering.people import people_screen

    found = people(dossiers, asked)
    names = short_names(dossier.path for dossier in dossiers)
    show_rows(found, _none(asked), format, given, list_people, lambda people: people_screen(people, names))


def _none(asked: Asked) -> str:
    return "No figures are listed." if asked == EVERYBODY else "No figure fits what was asked."
