"""How a dossier is cited, as a sentence."""

from rich.console import RenderableType

from regimekit.analysis.citing import Cited
from regimekit.rendering.screen import stacked
from regimekit.rendering.tables import plain


def citing_screen(cited: Cited) -> RenderableType:
    """The sentence, and below it what is to be cited in the dossier's stead."""
    return stacked(plain(cited.sentence), plain(cited.caution, "dim"))
