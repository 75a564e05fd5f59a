"""Who was who."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.figures import Figure, role_text
from regimekit.model import HistoricalDate
from regimekit.rendering.screen import counted, heading, stacked
from regimekit.rendering.tables import Column, plain, table

_COLUMNS = [
    Column("Line", right=True, whole=True),
    Column("Name"),
    Column("Life"),
    Column("Role, office or part"),
    Column("Fate"),
]


def figures_screen(figures: Sequence[Figure], titles: dict[str, str]) -> RenderableType:
    """The people of each dossier; ``titles`` are those of the dossiers by their paths."""
    paths = tuple(dict.fromkeys(figure.path for figure in figures))
    return stacked(*(_one(path, titles[path], [f for f in figures if f.path == path]) for path in paths))


def _one(path: str, title: str, figures: list[Figure]) -> RenderableType:
    rows = [
        (", ".join(map(str, figure.lines)), _name(figure), life(figure), roles(figure), figure.fate or "")
        for figure in figures
    ]
    return Group(heading(title, f"{path}, {counted(len(figures), 'figure')}"), Text(""), table(_COLUMNS, rows))


def _name(figure: Figure) -> Text:
    name = plain(" ".join(filter(None, (figure.honorific, figure.name))))
    return Text("\n").join([name, *(plain(f"also {alias}", "dim") for alias in figure.aliases)])


def life(figure: Figure) -> str:
    """Birth and death as written: "1878–1953", "born 1920"."""
    return span_of_life(figure.born, figure.died)


def span_of_life(born: HistoricalDate | None, died: HistoricalDate | None) -> str:
    """The same of two dates, either of which may be unknown."""
    if born and died:
        return f"{born.verbatim}–{died.verbatim}"
    if born:
        return f"born {born.verbatim}"
    return f"died {died.verbatim}" if died else ""


def roles(figure: Figure) -> str:
    """The offices and parts played, each with its term as written."""
    return "; ".join(map(role_text, figure.roles))
