"""One stratum of a forest plot: a row for each figure, and what can be said of them together.

No mark stands where the text gives no number: a range has no point in its
middle, an open end is an arrow of always the same length.
"""

import math
from collections.abc import Iterator, Sequence

from regimekit.analysis.agreement import Agreement, agreement
from regimekit.analysis.comparison import Stratum
from regimekit.model import Dossier
from regimekit.rendering.charts import axis
from regimekit.rendering.charts.eras import Look, scale
from regimekit.rendering.charts.figures import LABEL, marks_of, numbered, values
from regimekit.rendering.charts.key import ABOUT, ENVELOPE, ITALICS, MEDIAN, OPEN, POINT, RANGE
from regimekit.rendering.charts.style import BAND, GRID, INK, QUIET, SIZE, Spec, plain, shortened, wrapped
from regimekit.rendering.numbers import measure_name, number, people, short

PLOT, READ = 330, 150  # pixels: the axis, and beside it what each figure was read as
GAP = 22  # between a label and the axis; the sign of the era stands there
LEFT, WIDTH = -(LABEL + GAP), LABEL + GAP + PLOT + READ
ARROW = 30
STEP, STEP_OF_TWO = 22, 30  # pixels a row, with labels of one line and of two


def panel(stratum: Stratum, dossier: Dossier, eras: Sequence[Look], regime: str | None) -> Spec:
    found = values(stratum, dossier)
    marks = [marks_of(row.estimate.quantity) for row in stratum.rows]
    above, below = (any(getattr(one, end) is not None for one in marks) for end in ("above", "below"))
    free = [(ARROW + 14 if open_end else 14) / PLOT for open_end in (below, above)]
    ends = axis.domain([number for one in marks for number in one.numbers], *free)
    agreed = agreement(stratum)
    step = STEP_OF_TWO if any(value["lines"] > 1 for value in found) else STEP
    return {
        "title": _title(stratum, agreed, regime),
        "width": PLOT,
        "height": {"step": step},
        "data": {"values": found},
        "encoding": {
            "y": {
                "field": "row",
                "type": "ordinal",
                "sort": None,
                "axis": None,
                "scale": {"domain": list(range(len(found))), "paddingOuter": 0.1},
            },
            "tooltip": {"field": "told"},
            "description": {"field": "said"},
            "href": {"field": "link"},
        },
        "layer": [
            *_together(stratum, agreed, len(found) * step),
            *_marks(eras, ends, stratum),
            *_texts(found, _room(ends, agreed)),
        ],
        "resolve": {"scale": {"color": "independent", "shape": "independent"}},
    }


def _title(stratum: Stratum, agreed: Agreement, regime: str | None) -> Spec:
    measure = measure_name(stratum.measure)
    counted = plain(f"{measure[:1].upper()}{measure[1:]}: {stratum.scope}")
    said = []
    if agreed.envelope is not None and _banded(stratum, agreed):
        end = agreed.envelope
        open_ends = [side for side, is_open in (("below", end.open_low), ("above", end.open_high)) if is_open]
        behind = f", open {' and '.join(open_ends)}" if open_ends else ""
        said = [f"Envelope, the lowest to the highest number named: {number(end.low)} – {number(end.high)}{behind}"]
    return {
        "text": [*wrapped(regime, WIDTH, 2, 13), *wrapped(counted, WIDTH, 3, 12)]
        if regime
        else wrapped(counted, WIDTH, 3, 12),
        **({"subtitle": said} if said else {}),
        "anchor": "start",
        "frame": "group",
        "dx": LEFT,
        "fontSize": 12,
        "offset": 18 if agreed.median else 8,
    }


def occur(stratum: Stratum) -> Iterator[str]:
    """The entries of the key that a panel needs."""
    agreed = agreement(stratum)
    if _banded(stratum, agreed):
        yield ENVELOPE
    if agreed.median is not None:
        yield MEDIAN
    for row in stratum.rows:
        marks = marks_of(row.estimate.quantity)
        if marks.bar is not None:
            yield RANGE
        if marks.point is not None:
            yield ABOUT if row.estimate.quantity.qualifier == "approximate" else POINT
        if marks.above is not None or marks.below is not None:
            yield OPEN
        if row.summary or row.documented:
            yield ITALICS


_MILLION = 1e6  # from here on "12.8M" is read more easily than its digits


def _banded(stratum: Stratum, agreed: Agreement) -> bool:
    """Whether there are several figures that an envelope goes round."""
    return agreed.envelope is not None and agreed.envelope.low < agreed.envelope.high and numbered(stratum) > 1


def _together(stratum: Stratum, agreed: Agreement, height: int) -> list[Spec]:
    """What the figures say together, where it can be said: the envelope as a band, the median as a dashed line."""
    layers: list[Spec] = []
    if agreed.envelope is not None and agreed.envelope.low and _banded(stratum, agreed):  # 0 has no place on a log axis
        layers.append(
            {
                "data": {"values": [{"low": agreed.envelope.low, "high": agreed.envelope.high}]},
                "mark": {"type": "rect", "color": BAND, "opacity": 0.16, "tooltip": None},
                "encoding": {
                    "x": {"field": "low", "type": "quantitative"},
                    "x2": {"field": "high"},
                    "y": {"value": 0},
                    "y2": {"value": height},
                    "tooltip": {"value": None},
                    "description": {"value": "the envelope of all figures"},
                    "href": {"value": None},
                },
            }
        )
    if agreed.median is not None:
        value = agreed.median.value
        said = f"median about {people(value) if value < _MILLION else short(value)} ({agreed.median.count} authors)"
        shared: Spec = {
            "x": {"field": "median", "type": "quantitative"},
            "tooltip": {"value": None},
            "description": {"value": said},
            "href": {"value": None},
        }
        data = {"values": [{"median": float(f"{agreed.median.value:.6g}"), "text": said}]}
        line = {"type": "rule", "strokeDash": [4, 3], "strokeWidth": 1.2, "color": INK}
        text = {"type": "text", "baseline": "bottom", "fontSize": 10, "color": INK}
        layers += [
            {"data": data, "mark": line, "encoding": {**shared, "y": {"value": -3}, "y2": {"value": height}}},
            {"data": data, "mark": text, "encoding": {**shared, "y": {"value": -4}, "text": {"field": "text"}}},
        ]
    return layers


def _marks(eras: Sequence[Look], ends: tuple[float, float], stratum: Stratum) -> list[Spec]:
    position: Spec = {
        "type": "quantitative",
        "scale": {"type": "log", "domain": list(ends), "nice": False},
        "axis": {
            "title": f"{measure_name(stratum.measure)} (log scale)",
            "values": axis.ticks(ends),
            "labelExpr": axis.LABELS,
            "labelFlush": False,
            "grid": True,
            "gridColor": GRID,
        },
    }
    colour: Spec = {"field": "era", "type": "nominal", "scale": scale(eras, "colour"), "legend": None}
    shape: Spec = {"field": "era", "type": "nominal", "scale": scale(eras, "shape"), "legend": None}

    def layer(given: str, mark: Spec, **encoding: Spec) -> Spec:
        at = {"field": given, **position}
        return {
            "transform": [{"filter": {"field": given, "valid": True}}],
            "mark": mark,
            "encoding": {"x": at, **encoding},
        }

    def arrow(bound: str, head: str, length: int) -> list[Spec]:
        shaft: Spec = {"type": "rule", "strokeWidth": 2, "x2Offset": length}
        return [
            layer(bound, shaft, x2={"field": bound}, color=colour),
            layer(bound, {"type": "tick", "thickness": 2, "height": 12, "opacity": 1}, color=colour),
            layer(
                bound,
                {"type": "point", "shape": head, "filled": True, "size": 55, "opacity": 1, "xOffset": length},
                color=colour,
            ),
        ]

    point: Spec = {"type": "point", "size": 70, "opacity": 1}
    return [
        layer("low", {"type": "rule", "strokeWidth": 6}, x2={"field": "high"}, color=colour),
        *arrow("above", "triangle-right", ARROW),
        *arrow("below", "triangle-left", -ARROW),
        layer("point", {**point, "filled": True}, color=colour, shape=shape),
        layer("approximate", {**point, "fill": "white", "strokeWidth": 2}, stroke=colour, shape=shape),
        {
            "mark": {"type": "point", "filled": True, "size": 34, "opacity": 1},
            "encoding": {"x": {"value": -10}, "color": colour, "shape": shape},
        },
    ]


def _room(ends: tuple[float, float], agreed: Agreement) -> tuple[float, float]:
    """From which pixel to which words can stand in a panel: on the wider side of the median."""
    if agreed.median is None:
        return 0, PLOT
    low, high = map(math.log, ends)
    line = PLOT * (math.log(agreed.median.value) - low) / (high - low)
    return (0, line) if line > PLOT / 2 else (line, PLOT)


def _texts(found: Sequence[Spec], room: tuple[float, float]) -> list[Spec]:
    def text(field: str, at: float, align: str, **more: object) -> Spec:
        mark = {"type": "text", "align": align, "baseline": "middle", "lineBreak": "\n", "lineHeight": 12, **more}
        return {"mark": mark, "encoding": {"x": {"value": at}, "text": {"field": field, "type": "nominal"}}}

    layers: list[Spec] = []
    for outside, lines in sorted({(value["outside"], value["lines"]) for value in found}):
        label = text("label", -GAP, "right", fontStyle="italic" if outside else "normal", dy=-6 * (lines - 1))
        equal = [{"field": "outside", "equal": outside}, {"field": "lines", "equal": lines}]
        layers.append({"transform": [{"filter": {"and": equal}}], **label})
    layers.append(text("read", PLOT + 8, "left", color=QUIET, fontSize=SIZE - 1))
    unshown = [value for value in found if not value["shown"]]
    if unshown:
        words = text("words", (room[0] + room[1]) / 2, "center", fontStyle="italic", color=QUIET)
        fitting = [{**value, "words": shortened(value["words"], room[1] - room[0] - 16)} for value in unshown]
        layers.append({"data": {"values": fitting}, **words})
    return layers
