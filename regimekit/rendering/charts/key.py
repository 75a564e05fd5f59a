"""The key of a chart: what its marks mean, laid out in lines like words."""

from collections.abc import Collection, Mapping, Sequence

from regimekit.rendering.charts.eras import Look
from regimekit.rendering.charts.style import BAND, INK, QUIET, Spec, breadth

_LINE, _SIGN, _APART = 17, 26, 16  # pixels: a line's height, a sign's width, the blank between entries
_SIZE = 10
_DOT: Spec = {"type": "point", "filled": True, "size": 60, "opacity": 1, "color": QUIET, "xOffset": 12}
_ACROSS: Spec = {"type": "rule", "color": QUIET, "opacity": 1, "xOffset": 2, "x2Offset": 22}
_CAP: Spec = {"type": "tick", "orient": "vertical", "thickness": 2, "height": 10, "opacity": 1, "color": QUIET}
_HEAD: Spec = {**_DOT, "shape": "triangle-right", "size": 45, "xOffset": 20}
ARROW: tuple[Spec, ...] = ({**_ACROSS, "strokeWidth": 2, "x2Offset": 20}, _HEAD)

Sign = tuple[Spec, ...]  # the marks that make it, one over the other
RANGE, POINT, ABOUT, OPEN, ENVELOPE = "range", "one value", "one value, about", "open end", "envelope"
MEDIAN = "median of the authors' central values, in log space"
ITALICS = "in italics, and never in a median: sums up others, names nobody, or counts documented cases alone"
_SIGNS: Mapping[str, Sign] = {
    RANGE: ({**_ACROSS, "strokeWidth": 6},),
    POINT: (_DOT,),
    ABOUT: ({**_DOT, "filled": False, "fill": "white", "strokeWidth": 2},),
    OPEN: (*ARROW, {**_CAP, "xOffset": 2}),
    ENVELOPE: ({**_ACROSS, "strokeWidth": 12, "color": BAND, "opacity": 0.25},),
    MEDIAN: ({**_ACROSS, "strokeDash": [4, 3], "color": INK},),
    ITALICS: (),
}


def forest_key(eras: Sequence[Look], occur: Collection[str], width: float, left: float) -> Spec:
    """The eras, then the marks that occur; it begins ``left`` pixels beside the plots above it."""
    signs: dict[str, Sign] = {"Made:": ()} if eras else {}
    signs |= {look.name: ({**_DOT, "shape": look.shape, "color": look.colour},) for look in eras}
    return key({**signs, **{text: sign for text, sign in _SIGNS.items() if text in occur}}, width, left)


def key(signs: Mapping[str, Sign], width: float, left: float) -> Spec:
    """Each sign with its meaning behind it, in as many lines as they take; one without marks is words alone."""
    entries, lines = _placed(signs, width, left)
    layers = [
        {"transform": [{"filter": {"field": "text", "equal": text}}], "mark": mark, "encoding": _end(mark)}
        for text, marks in signs.items()
        for mark in marks
    ]
    words = {"type": "text", "align": "left", "baseline": "middle", "fontSize": _SIZE, "color": QUIET}
    return {
        "width": 1,
        "height": _LINE * lines,
        "data": {"values": entries},
        "encoding": {"y": _pixels("y")},
        "layer": [*layers, {"mark": words, "encoding": {"text": {"field": "text"}, "x": _pixels("words")}}],
    }


def _placed(signs: Mapping[str, Sign], width: float, left: float) -> tuple[list[Spec], int]:
    """The entries, each with its place, and how many lines they take."""
    entries: list[Spec] = []
    x, line = 0.0, 0
    for text, marks in signs.items():
        sign = _SIGN if marks else 0
        needed = sign + breadth(text, _SIZE)
        if x and x + needed > width:
            x, line = 0.0, line + 1
        place = {"x": round(left + x, 1), "words": round(left + x + sign, 1), "y": _LINE * line + _LINE / 2}
        entries.append({"text": text, **place})
        x += needed + _APART
    return entries, line + 1


def _end(mark: Spec) -> Spec:
    return {"x": _pixels("x"), **({"x2": {"field": "x"}} if "x2Offset" in mark else {})}


def _pixels(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}
