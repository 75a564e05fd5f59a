"""What all charts share: colours, letters, and how text of a dossier gets into a picture.

Colours are those of Okabe and Ito, "Color Universal Design" (2008), without
the three that are too pale for a mark on white paper; shapes tell the same
apart where print is grey.
"""

import re
from collections.abc import Sequence
from typing import Any

from regimekit.rendering.text import one_line

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
SIZE = 11  # pixels; a picture of full width scaled to a page's 165 mm has letters of 7 points
INK, QUIET, GRID = "#1a1a1a", "#595959", "#e3e3e3"
BLUE, VERMILION, PURPLE, GREEN = "#0072B2", "#D55E00", "#CC79A7", "#009E73"
BAND = "#56B4E9"  # sky blue; only ever pale, behind marks
PALETTE = (BLUE, VERMILION, PURPLE, GREEN)
MOST_PATHS = 6  # dossiers that a caption names
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down")
UNKNOWN, UNKNOWN_SHAPE = "#4d4d4d", "cross"  # what is not dated

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")  # XML has no place for them
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|()[]!-/ ’"), frozenset("mwMWABCDEGHKNOPQRSUVXYZ@%—…&")


def plain(text: str | None) -> str:
    """Text of a dossier on one line, without what a terminal or an SVG reader would stumble over."""
    return _NO_CHARACTERS.sub("", one_line(text))


def breadth(text: str, size: float = SIZE) -> float:
    """About how many pixels a line takes in Arial; a little too many rather than too few."""
    ems = sum(0.32 if c in _NARROW else 0.76 if c in _WIDE else 0.57 if ord(c) < 0x2E80 else 1.0 for c in text)
    return ems * size


def shortened(text: str, pixels: float, size: float = SIZE) -> str:
    """The text as far as it fits, cut between words where one is near, and an ellipsis."""
    if breadth(text, size) <= pixels:
        return text
    room = pixels - breadth("…", size)
    kept = ""
    for character in text:
        room -= breadth(character, size)
        if room < 0:
            break
        kept += character
    head, blank, _ = kept.rpartition(" ")
    return (head if blank and len(head) > 0.7 * len(kept) else kept).rstrip(" ,;:(") + "…"


def wrapped(text: str, pixels: float, most: int, size: float = SIZE) -> list[str]:
    """The text in at most so many lines; what does not fit is cut, with an ellipsis."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        line = rest.pop(0)
        while rest and breadth(f"{line} {rest[0]}", size) <= pixels:
            line = f"{line} {rest.pop(0)}"
        lines.append(shortened(line, pixels, size))
    return [*lines, shortened(" ".join(rest), pixels, size)] if rest else lines or [""]


def chart(title: str, views: list[Spec], description: str, version: str) -> Spec:
    """A whole chart: views one below the other, one of which shows the title; ``version`` is that of the toolkit."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "usermeta": {"title": title, "generator": f"regimekit {version}"},
        "background": "white",
        "padding": 14,
        "vconcat": views,
        "spacing": 18,
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "title": {"color": INK, "subtitleColor": QUIET, "subtitleFontSize": SIZE},
            "axis": {
                "labelFontSize": SIZE,
                "titleFontSize": SIZE,
                "titleFontWeight": "normal",
                "labelColor": INK,
                "titleColor": QUIET,
                "gridColor": GRID,
                "domainColor": QUIET,
                "tickColor": QUIET,
            },
            "text": {"fontSize": SIZE, "color": INK},
        },
    }


def lines_of_text(
    lines: list[str], *, left: float = 0, size: float = 10, colour: str = QUIET, weight: str = "normal"
) -> Spec:
    """A view that holds nothing but lines of text; it begins ``left`` pixels beside the plots above and below it."""
    height = round(size * 1.3)
    mark = {"type": "text", "align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": height}
    return {
        "width": 1,
        "height": height * len(lines),
        "data": {"values": [{"text": "\n".join(lines)}]},
        "mark": {**mark, "fontSize": size, "color": colour, "fontWeight": weight},
        "encoding": {"text": {"field": "text"}, "x": {"value": left}, "y": {"value": 0}},
    }


def heading(title: str, width: float, left: float) -> Spec:
    """The title of a chart, as its first view: a concatenation's own title does not align with what is below it."""
    return lines_of_text(wrapped(title, width, 2, 15), left=left, size=15, colour=INK, weight="bold")


def origin(paths: Sequence[str], version: str, width: float) -> list[str]:
    """From which dossiers a chart was drawn, and by which version of the toolkit; of many only how many."""
    named = ", ".join(map(plain, paths)) if len(paths) <= MOST_PATHS else f"{len(paths)} dossiers"
    return wrapped(f"Read by regimekit {version} from {named}.", width, 4, 10)
