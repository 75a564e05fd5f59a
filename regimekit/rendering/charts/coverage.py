"""The coverage as a heat map: a row for each dossier, a column for each section; the darker, the more words.

What is missing has a cross and no colour, so that it never looks like a
section with little in it.
"""

import itertools
from collections.abc import Mapping, Sequence

from regimekit.analysis.coverage import HELD, THIN_LINES, THIN_WORDS, Cell, Coverage
from regimekit.analysis.statistics import Statistics
from regimekit.rendering.charts.key import Sign, key
from regimekit.rendering.charts.style import (
    GRID,
    INK,
    QUIET,
    SIZE,
    VERMILION,
    Spec,
    breadth,
    chart,
    heading,
    lines_of_text,
    origin,
    plain,
    shortened,
    wrapped,
)
from regimekit.rendering.screen import counted

MOST_DRAWN = 400  # dossiers
WIDE, HIGH = 34, 19  # pixels of a cell
#: The least words of each shade, and the shade: blues whose lightness falls in even steps.
SHADES = ((1, "#dce9f5"), (50, "#9fc3e2"), (150, "#5f9bcd"), (300, "#2468ab"), (600, "#08305f"))
_NAME, _LABEL = 200, 150  # pixels: of a dossier's name and of a section's title, at most
_GAP, _BESIDE, _MANY = 8, 80, 40
_CROSS = "M-1,-1L1,1M-1,1L1,-1"
_PLUS = "M-1,0L1,0M0,-1L0,1"
_BAR: Spec = {"type": "rule", "opacity": 1, "xOffset": 2, "x2Offset": 22, "strokeWidth": 12}
_POINT: Spec = {"type": "point", "opacity": 1, "xOffset": 12}
_MISSING: Spec = {"shape": _CROSS, "stroke": VERMILION, "strokeWidth": 2, "size": 45}
_JOINED: Spec = {"shape": _PLUS, "stroke": QUIET, "strokeWidth": 2, "size": 45}
_THIN: Spec = {"shape": "circle", "filled": True, "fill": INK, "stroke": "white", "strokeWidth": 1, "size": 20}
_EMPTY: Spec = {"shape": "square", "filled": False, "stroke": QUIET, "strokeWidth": 1.4, "size": 110}
_MARKS = {"missing": _MISSING, "empty": _EMPTY, "thin": _THIN, "joined": _JOINED}
_MEANING = {
    "missing": "required and missing",
    "empty": "a heading without a word below it",
    "thin": f"thin: fewer than {THIN_WORDS} words and {THIN_LINES} lines with records (sources: too few listed)",
    "joined": "in one section with another",
}
_NOTE = "How much is written, not how much happened. What is blank is not there and not required."


def heat_map(found: Statistics, names: Mapping[str, str], version: str) -> Spec:
    """The Vega-Lite specification; ``names`` are short ones of the paths, ``version`` is that of the toolkit."""
    covered = [one.coverage for one in found.dossiers]
    labels = [plain(head.label) for head in found.columns]
    rows = [plain(names[one.path]) for one in covered]
    left = min(_NAME, max(map(breadth, rows))) + _GAP
    width = WIDE * len(labels) + left + _BESIDE
    several = len(covered) > 1
    title = f"Coverage of {len(covered)} dossiers" if several else f"Coverage: {plain(covered[0].title)}"
    cells = [
        _value(row, column, one, cell, labels[column])
        for row, one in enumerate(covered)
        for column, cell in enumerate(one.cells)
    ]
    caption = wrapped(_NOTE, width, 2, 10) + origin([one.path for one in covered], version, width)
    views = [
        heading(title, width, -left),
        _picture(cells, rows, labels),
        key(_signs(cells), width, -left),
        lines_of_text(caption, left=-left),
    ]
    missing = sum(cell["state"] == "missing" for cell in cells)
    described = f"{title}, {counted(len(labels), 'section')}; {missing} required and missing. {_NOTE}"
    return chart(title, views, described, version)


def _value(row: int, column: int, one: Coverage, cell: Cell, label: str) -> Spec:
    told = {
        "Dossier": plain(one.title),
        "Section": label,
        "State": "not there, not required" if cell.state == "absent" else _MEANING.get(cell.state, cell.state),
    }
    if cell.state in HELD:
        told |= {"Words": f"{cell.words:,}", "Lines": f"{cell.lines:,}", "Records": f"{cell.records:,}"}
    if cell.titles:
        told |= {"Title": plain(" / ".join(cell.titles)), "Place": plain(f"{one.path}:{cell.line}")}
    value: Spec = {"row": row, "column": column, "state": cell.state, "told": told}
    value["said"] = "; ".join(told[name] for name in ("Dossier", "Section", "State", "Words") if name in told)
    if cell.words:
        value["shade"] = _shade(cell.words)
    return value


def _shade(words: int) -> str:
    """The name of the shade: "50-149 words"."""
    at = max(place for place, (least, _) in enumerate(SHADES) if words >= least)
    return _shades()[at]


def _shades() -> list[str]:
    least = [words for words, _ in SHADES]
    closed = [f"{low}-{high - 1} words" for low, high in itertools.pairwise(least)]
    return [*closed, f"{least[-1]} words or more"]


def _signs(cells: Sequence[Spec]) -> dict[str, Sign]:
    """The entries of the key, those that occur."""
    shades = {cell["shade"] for cell in cells if "shade" in cell}
    states = {cell["state"] for cell in cells}
    signs: dict[str, Sign] = {
        name: ({**_BAR, "color": colour},)
        for name, (_, colour) in zip(_shades(), SHADES, strict=True)
        if name in shades
    }
    return signs | {_MEANING[state]: ({**_POINT, **mark},) for state, mark in _MARKS.items() if state in states}


def _picture(cells: Sequence[Spec], rows: Sequence[str], labels: Sequence[str]) -> Spec:
    scale: Spec = {"paddingInner": 0.06, "paddingOuter": 0.03}
    places: Spec = {
        "x": _place("column", len(labels), scale),
        "y": _place("row", len(rows), scale),
    }
    told: Spec = {"tooltip": {"field": "told"}, "description": {"field": "said"}}
    shade: Spec = {
        "field": "shade",
        "type": "ordinal",
        "scale": {"domain": _shades(), "range": [colour for _, colour in SHADES]},
        "legend": None,
    }
    layers: list[Spec] = [
        {"mark": {"type": "rect", "fill": "white", "stroke": GRID}, "encoding": told},
        {
            "transform": [{"filter": "isValid(datum.shade)"}],
            "mark": {"type": "rect"},
            "encoding": {"color": shade, **told},
        },
    ]
    layers += [
        {
            "transform": [{"filter": {"field": "state", "equal": state}}],
            "mark": {"type": "point", "opacity": 1, **mark},
            "encoding": told,
        }
        for state, mark in _MARKS.items()
        if any(cell["state"] == state for cell in cells)
    ]
    return {
        "width": {"step": WIDE},
        "height": {"step": HIGH},
        "data": {"values": list(cells)},
        "encoding": places,
        "layer": [*layers, _row_names(rows), *_column_names(labels, len(rows))],
    }


def _place(field: str, count: int, scale: Spec) -> Spec:
    return {
        "field": field,
        "type": "ordinal",
        "sort": None,
        "axis": None,
        "scale": {"domain": list(range(count)), **scale},
    }


def _row_names(rows: Sequence[str]) -> Spec:
    values = [{"row": at, "name": shortened(name, _NAME)} for at, name in enumerate(rows)]
    mark = {"type": "text", "align": "right", "baseline": "middle", "fontSize": SIZE, "color": INK, "tooltip": None}
    return {
        "data": {"values": values},
        "mark": mark,
        "encoding": {"x": {"value": -_GAP}, "text": {"field": "name"}},
    }


def _column_names(labels: Sequence[str], rows: int) -> list[Spec]:
    """The titles of the sections aslant above the rows; where there are many, below them as well."""
    values = [{"column": at, "name": shortened(label, _LABEL)} for at, label in enumerate(labels)]
    mark: Spec = {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "fontSize": SIZE,
        "color": INK,
        "tooltip": None,
    }
    ends = [(-45, -_GAP)] + ([(45, HIGH * rows + _GAP)] if rows > _MANY else [])
    return [
        {
            "data": {"values": values},
            "mark": {**mark, "angle": angle % 360},
            "encoding": {"y": {"value": y}, "text": {"field": "name"}},
        }
        for angle, y in ends
    ]
