"""The layers of a timeline: how its records are shown, and what the key says of them."""

from collections.abc import Mapping, Sequence

from regimekit.rendering.charts.key import Sign
from regimekit.rendering.charts.lane import LETTERS, POINTER, Lane
from regimekit.rendering.charts.style import BLUE, INK, QUIET, SIZE, Spec

_PALE = 0.3
_BAR: Spec = {"type": "rule", "strokeWidth": 5, "color": BLUE, "xOffset": 2, "x2Offset": 22, "opacity": 1}
_SHAFT: Spec = {**_BAR, "strokeWidth": 1.5, "x2Offset": 17}
_HEAD: Spec = {
    "type": "point",
    "shape": "triangle-right",
    "filled": True,
    "size": 40,
    "color": BLUE,
    "opacity": 1,
    "xOffset": 17,
}
_DAY, _THEN, _WITHIN = "a day", "certainly then", "some time within"
_GOES_ON, _BESIDE = "goes on, how long is not said", "some time before or after"
_KEY: Mapping[str, Sign] = {
    _DAY: ({"type": "point", "filled": True, "size": 34, "color": INK, "opacity": 1, "xOffset": 14},),
    _THEN: (_BAR,),
    _WITHIN: ({**_BAR, "opacity": _PALE},),
    _GOES_ON: (_SHAFT, _HEAD),
    _BESIDE: ({**_SHAFT, "strokeDash": [3, 2]}, {**_HEAD, "filled": False, "fill": "white"}),
}


def shown(found: Sequence[Lane]) -> dict[str, Sign]:
    """The key: the signs that occur."""
    signs = {arrow["sign"] for one in found for arrow in one.arrows}
    certain = {bar["certain"] for one in found for bar in one.bars}
    occur = {
        _DAY: any(one.days for one in found),
        _THEN: True in certain,
        _WITHIN: False in certain,
        _GOES_ON: "certain" in signs,
        _BESIDE: "possible" in signs,
    }
    return {text: sign for text, sign in _KEY.items() if occur[text]}


def layers(found: Sequence[Lane], x: Spec, width: float, height: float) -> list[Spec]:
    """All layers, the backgrounds first; ``x`` is the encoding of days, without its field."""
    told: Spec = {"tooltip": {"field": "told"}, "description": {"field": "said"}, "href": {"field": "link"}}
    days: Spec = {"field": "x", **x}

    def layer(records: Sequence[Spec], mark: Spec, encoding: Spec, transform: Sequence[Spec] = ()) -> Spec:
        source = {"data": {"name": "entries"}, "key": "id", "fields": ["told", "said", "link"]}
        return {
            "data": {"values": list(records)},
            "transform": [*transform, {"lookup": "id", "from": source}],
            "mark": mark,
            "encoding": {"y": _down("y", height), **encoding, **told},
        }

    bars = [bar for one in found for bar in one.bars]
    arrows = [arrow for one in found for arrow in one.arrows]
    words = [word for one in found for word in one.words]
    opacity: Spec = {"condition": {"test": "datum.certain", "value": 0.95}, "value": _PALE}
    rectangle: Spec = {"type": "rect", "color": BLUE, "stroke": BLUE, "strokeWidth": 0.8}
    drawn = _backgrounds(found, width, height)
    drawn.append(
        layer(bars, rectangle, {"x": days, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "fillOpacity": opacity})
    )
    for way, length in (("left", -POINTER), ("right", POINTER)):
        for sign, dash, fill in (("certain", [1, 0], BLUE), ("possible", [3, 2], "white")):
            several = [arrow for arrow in arrows if arrow["way"] == way and arrow["sign"] == sign]
            if several:
                shaft = {"type": "rule", "strokeWidth": 1.5, "strokeDash": dash, "color": BLUE, "x2Offset": length}
                head = {"type": "point", "shape": f"triangle-{way}", "fill": fill, "stroke": BLUE, "size": 34}
                drawn.append(layer(several, shaft, {"x": days, "x2": {"field": "x"}}))
                drawn.append(layer(several, {**head, "opacity": 1, "xOffset": length}, {"x": days}))
    points = [day for one in found for day in one.days]
    if points:
        drawn.append(
            layer(points, {"type": "point", "filled": True, "size": 26, "color": INK, "opacity": 1}, {"x": days})
        )
    for side in ("left", "right"):
        for is_heading in (False, True):
            several = [word for word in words if word["side"] == side and word["heading"] is is_heading]
            if several:
                mark = {"type": "text", "align": side, "baseline": "middle", "fontSize": LETTERS}
                weight = "bold" if is_heading else "normal"
                encoding = {"x": _pixels("x"), "text": {"field": "text"}}
                drawn.append(layer(several, {**mark, "fontWeight": weight}, encoding))
    return drawn


def _backgrounds(found: Sequence[Lane], width: float, height: float) -> list[Spec]:
    """The names of the lanes and the lines between them, where there are several."""
    named = [one for one in found if one.names]
    if not named:
        return []
    values = [{"y": one.top, "line": one.top - 5, "text": "\n".join(one.names)} for one in named]
    name = {"type": "text", "align": "right", "baseline": "top", "lineBreak": "\n", "lineHeight": 13}
    return [
        {
            "data": {"values": values},
            "mark": {**name, "fontSize": SIZE, "color": INK},
            "encoding": {"x": {"value": -10}, "y": _down("y", height), "text": {"field": "text"}},
        },
        {
            "data": {"values": values[1:]},
            "mark": {"type": "rule", "color": QUIET, "strokeWidth": 0.6},
            "encoding": {"x": {"value": -130}, "x2": {"value": width}, "y": _down("line", height)},
        },
    ]


def _pixels(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _down(field: str, height: float) -> Spec:
    """Pixels downwards; without a domain of its own Vega refuses a picture with an axis above and one below."""
    scale = {"domain": [height, 0], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}
