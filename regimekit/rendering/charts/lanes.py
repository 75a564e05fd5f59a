"""A timeline as lanes: one for each dossier, with rows in it so that no label lies on another.

What is certain is dark, what is only possible is pale: a bar is dark from its
latest possible beginning to its earliest possible end.
"""

import datetime
from collections.abc import Mapping, Sequence

from regimekit.analysis.timeline import Entry, Window
from regimekit.model import Dossier
from regimekit.rendering.charts.extents import Extent, extent, lasting
from regimekit.rendering.charts.figures import link, opening
from regimekit.rendering.charts.key import key
from regimekit.rendering.charts.lane import Lane, identity, lane
from regimekit.rendering.charts.ruler import Ruler, milliseconds
from regimekit.rendering.charts.strokes import layers, shown
from regimekit.rendering.charts.style import GRID, Spec, chart, heading, lines_of_text, origin, plain, wrapped

WIDTH, NAME = 720, 140  # pixels: the picture, and of it the names of the lanes where there are several
MOST_LABELS = 60
_FREE = 0.035  # of the picture's width, beside the first and the last day; an arrow has room there
_TALL = 420  # pixels; a picture so tall has its dates above and below
_BETWEEN = 10  # pixels between lanes
_ABOVE = 8.0  # pixels above the first lane
_NOTE = "Dates are drawn as far as they are said."


def dated(entries: Sequence[Entry]) -> tuple[tuple[Entry, Extent], ...]:
    """The entries whose dates say where they lie, with how far."""
    extents = ((entry, extent(entry.event.date)) for entry in entries)
    return tuple((entry, found) for entry, found in extents if found is not None)


def lanes(entries: Sequence[Entry], asked: Window, dossiers: Mapping[str, Dossier], version: str) -> Spec:
    """The Vega-Lite specification of these entries, one of which at least is dated; ``dossiers`` by their paths."""
    written = {path: _written(dossier) for path, dossier in dossiers.items()}
    drawn = [(entry, lasting(one, written[entry.path])) for entry, one in dated(entries)]
    paths = [path for path in dossiers if any(entry.path == path for entry, _ in drawn)]
    titles = {path: plain(dossiers[path].title) for path in paths}
    left = NAME if len(paths) > 1 else 0
    ruler = _ruler([one for _, one in drawn], asked, WIDTH - left)
    labelled, said = _labelled(drawn)
    found: list[Lane] = []
    height = _ABOVE
    for path in paths:
        several = [(entry, one) for entry, one in drawn if entry.path == path]
        names = wrapped(titles[path], NAME - 14, 4) if left else []
        found.append(lane(several, ruler, labelled, names, height))
        height = found[-1].bottom + _BETWEEN
    height -= _BETWEEN
    title = f"Timeline of {len(paths)} regimes" if left else f"Timeline: {titles[paths[0]]}"
    within = " What reaches an edge lies in part, or began, beyond the days asked for." if asked != Window() else ""
    caption = wrapped(f"{_NOTE} {said}{within}", WIDTH, 2, 10)
    caption += origin(paths, version, WIDTH)
    views = [heading(title, WIDTH, -left), _picture(found, ruler, height), key(shown(found), WIDTH, -left)]
    views.append(lines_of_text(caption, left=-left))
    spec = chart(title, views, f"{title}: {len(drawn)} dated statements. {_NOTE}", version)
    told = [_told(entry, dossiers[entry.path]) for entry, _ in drawn]
    return {**spec, "datasets": {"entries": told}}


def _written(dossier: Dossier) -> datetime.date | None:
    """The day on which a dossier was last updated, as far as it says."""
    stamp = dossier.updated or dossier.created
    return stamp.date.latest if stamp and stamp.date else None


def _labelled(drawn: Sequence[tuple[Entry, Extent]]) -> tuple[frozenset[Entry], str]:
    """The entries that are named in the picture, and what is said of the others."""
    entries = [entry for entry, _ in drawn]
    headings = [entry for entry in entries if entry.event.kind == "heading"]
    if len(entries) <= MOST_LABELS:
        return frozenset(entries), ""
    some = 0 < len(headings) <= MOST_LABELS
    said = f"{len(entries):,} dated statements; {'headings alone are' if some else 'none is'} named here."
    return frozenset(headings if some else ()), said


def _ruler(extents: Sequence[Extent], asked: Window, width: float) -> Ruler:
    """The days from the first to the last, as far as they are asked for, with room for arrows."""
    first = min(one.possible[0] for one in extents)
    last = max(one.possible[1] for one in extents)
    first = max(first, asked.first) if asked.first else first
    last = max(first, min(last, asked.last) if asked.last else last)
    beside = max(1, int(((last - first).days + 1) * _FREE / (1 - 2 * _FREE)))
    before = 0 if first == asked.first else min(beside, (first - datetime.date.min).days)
    behind = 0 if last == asked.last else min(beside, (datetime.date.max - last).days - 1)
    return Ruler(first - datetime.timedelta(before), last + datetime.timedelta(behind), width)


def _picture(found: Sequence[Lane], ruler: Ruler, height: float) -> Spec:
    values, form = ruler.ticks()
    axis: Spec = {
        "values": values,
        "labelExpr": f"utcFormat(datum.value, '{form}')",
        "title": None,
        "gridColor": GRID,
        "labelFlush": False,
    }
    x: Spec = {
        "type": "quantitative",  # milliseconds; "temporal" would be shown in the time of the place
        "scale": {
            "domain": [milliseconds(ruler.first), milliseconds(ruler.last, over=True)],
            "nice": False,
            "zero": False,
        },
    }
    drawn = layers(found, {**x, "axis": {**axis, "grid": True, "orient": "bottom"}}, ruler.width, height)
    if height > _TALL:
        above = {**x, "field": "x", "axis": {**axis, "grid": False, "orient": "top"}}
        empty: Spec = {"data": {"values": [{"x": values[0] if values else milliseconds(ruler.first)}]}}
        drawn.append({**empty, "mark": {"type": "point", "opacity": 0}, "encoding": {"x": above, "y": {"value": 0}}})
    return {
        "width": ruler.width,
        "height": height,
        "layer": drawn,
        "resolve": {"axis": {"x": "independent"}} if height > _TALL else {},
    }


def _told(entry: Entry, dossier: Dossier) -> Spec:
    event = entry.event
    section = dossier.section(event.section)
    said = {
        "When": event.date.verbatim,
        "What": event.title,
        "EDTF": event.date.edtf,
        "Under": " › ".join(event.headings),
        "Section": section.title if section else event.section,
        "Dossier": dossier.title,
        "Place": f"{entry.path}:{event.span.first}",
    }
    address = link(event.sources, dossier)
    told = {name: plain(text) for name, text in said.items() if text} | opening(address)
    words = "; ".join(told[name] for name in ("When", "What", "Place") if name in told)
    return {"id": identity(entry), "told": told, "said": words, "link": address}
