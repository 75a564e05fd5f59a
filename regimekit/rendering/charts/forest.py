"""Estimates as a forest plot: one panel, with an axis of its own, for each stratum.

Numbers of two strata never stand on one axis.
"""

from collections.abc import Mapping, Sequence

from regimekit.analysis.comparison import Stratum
from regimekit.model import Dossier
from regimekit.rendering.charts.eras import looks
from regimekit.rendering.charts.figures import numbered
from regimekit.rendering.charts.key import forest_key
from regimekit.rendering.charts.panel import LEFT, WIDTH, occur, panel
from regimekit.rendering.charts.style import Spec, chart, heading, lines_of_text, origin, plain

_NOTE = "The figures overlap and differ in what they count; they are not added up or ranked."
_APART = "Tolls of different regimes count different things over different times; their panels share no scale."


def charted(strata: Sequence[Stratum]) -> tuple[Stratum, ...]:
    """The strata that are drawn: of each dossier those with two figures or more that have numbers, else with one."""
    several = {stratum.path for stratum in strata if compared(stratum)}
    return tuple(one for one in strata if (compared(one) if one.path in several else numbered(one)))


def compared(stratum: Stratum) -> bool:
    """Whether two of its figures have numbers."""
    return numbered(stratum) > 1


def forest(strata: Sequence[Stratum], dossiers: Mapping[str, Dossier], version: str, left_out: int = 0) -> Spec:
    """The Vega-Lite specification of these strata; ``dossiers`` by their paths, ``version`` is that of the toolkit.

    ``left_out`` are so many strata that were asked for as well; the caption says so.
    """
    paths = list(dict.fromkeys(stratum.path for stratum in strata))
    titles = {path: plain(dossiers[path].title) for path in paths}
    several = len(paths) > 1
    title = f"Estimates of {len(paths)} regimes, each for itself" if several else f"Estimates: {titles[paths[0]]}"
    eras = looks(row for stratum in strata for row in stratum.rows)
    views = [heading(title, WIDTH, LEFT)]
    views += [
        panel(stratum, dossiers[stratum.path], eras, titles[stratum.path] if several else None) for stratum in strata
    ]
    views.append(forest_key(eras, frozenset(sign for stratum in strata for sign in occur(stratum)), WIDTH, LEFT))
    caption = [_NOTE, *([_APART] if several else [])]
    if left_out:
        caption.append(f"Not drawn: {left_out} more, in which fewer than two figures have a number.")
    caption += origin(paths, version, WIDTH)
    views.append(lines_of_text(caption, left=LEFT))
    described = f"{title}. {len(strata)} panels, each with a log axis of its own. {_NOTE}"
    return chart(title, views, described, version)
