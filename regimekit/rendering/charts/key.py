"""The key of a forest plot: what its marks mean, laid out in lines like words."""

from collections.abc import Iterable, Sequence

from regimekit.analysis.agreement import Agreement
from regimekit.rendering.charts.eras import Look
from regimekit.rendering.charts.style import INK, QUIET, Spec, breadth

_LINE, _SIGN, _APART = 17, 26, 16  # pixels: a line's height, a sign's width, the blank between entries
_SIZE = 10


def key(eras: Sequence[Look], agreed: Iterable[Agreement], summaries: bool, width: float, left: float) -> Spec:
    """The eras that occur, then the marks; it begins ``left`` pixels beside the plots above it."""
    several = list(agreed)
    entries: list[Spec] = [{"text": "Made:", "sign": ""}] if eras else []
    entries += [{"text": look.name, "sign": "era", "colour": look.colour, "shape": look.shape} for look in eras]
    entries += [
        {"text": "range", "sign": "bar"},
        {"text": "one value", "sign": "point"},
        {"text": "one value, about", "sign": "hollow"},
        {"text": "open end", "sign": "arrow"},
    ]
    if any(one.envelope is not None and one.envelope.low < one.envelope.high for one in several):
        entries.append({"text": "envelope", "sign": "band"})
    if any(one.median is not None for one in several):
        entries.append({"text": "median of the authors' central values, in log space", "sign": "dashes"})
    if summaries:
        entries.append({"text": "in italics: sums up others, or names nobody; not in the median", "sign": ""})
    lines = _placed(entries, width, left)
    return {
        "width": 1,
        "height": _LINE * lines,
        "data": {"values": entries},
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
        },
        "layer": [
            _sign("era", {"type": "point", "filled": True, "size": 60, "opacity": 1, "xOffset": 12}, _looks(entries)),
            _sign("bar", {"type": "rule", "strokeWidth": 6, "color": QUIET, "xOffset": 2, "x2Offset": 22}, _across()),
            _sign("point", {"type": "point", "filled": True, "size": 60, "opacity": 1, "color": QUIET, "xOffset": 12}),
            _sign(
                "hollow",
                {
                    "type": "point",
                    "size": 60,
                    "opacity": 1,
                    "stroke": QUIET,
                    "strokeWidth": 2,
                    "fill": "white",
                    "xOffset": 12,
                },
            ),
            _sign("arrow", {"type": "rule", "strokeWidth": 2, "color": QUIET, "xOffset": 2, "x2Offset": 20}, _across()),
            _sign(
                "arrow",
                {
                    "type": "tick",
                    "thickness": 2,
                    "opacity": 1,
                    "height": 10,
                    "orient": "vertical",
                    "color": QUIET,
                    "xOffset": 2,
                },
            ),
            _sign(
                "arrow",
                {
                    "type": "point",
                    "shape": "triangle-right",
                    "filled": True,
                    "size": 45,
                    "opacity": 1,
                    "color": QUIET,
                    "xOffset": 20,
                },
            ),
            _sign(
                "band",
                {"type": "rule", "strokeWidth": 12, "color": "#56B4E9", "opacity": 0.25, "xOffset": 2, "x2Offset": 22},
                _across(),
            ),
            _sign(
                "dashes", {"type": "rule", "strokeDash": [4, 3], "color": INK, "xOffset": 2, "x2Offset": 22}, _across()
            ),
            {
                "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": _SIZE, "color": QUIET},
                "encoding": {
                    "text": {"field": "text"},
                    "x": {"field": "words", "type": "quantitative", "scale": None, "axis": None},
                },
            },
        ],
        "resolve": {"scale": {"color": "independent", "shape": "independent"}},
    }


def _placed(entries: list[Spec], width: float, left: float) -> int:
    """Give each entry its place; returns how many lines they take."""
    x, line = 0.0, 0
    for entry in entries:
        sign = _SIGN if entry["sign"] else 0
        needed = sign + breadth(entry["text"], _SIZE)
        if x and x + needed > width:
            x, line = 0.0, line + 1
        entry |= {"x": round(left + x, 1), "words": round(left + x + sign, 1), "y": _LINE * line + _LINE / 2}
        x += needed + _APART
    return line + 1


def _sign(sign: str, mark: Spec, encoding: Spec | None = None) -> Spec:
    return {"transform": [{"filter": {"field": "sign", "equal": sign}}], "mark": mark, "encoding": encoding or {}}


def _across() -> Spec:
    return {"x2": {"field": "x"}}


def _looks(entries: Sequence[Spec]) -> Spec:
    shown = [entry for entry in entries if entry["sign"] == "era"]
    names = [entry["text"] for entry in shown]
    return {
        channel: {
            "field": "text",
            "type": "nominal",
            "scale": {"domain": names, "range": [entry[what] for entry in shown]},
            "legend": None,
        }
        for channel, what in (("color", "colour"), ("shape", "shape"))
    }
