"""One dossier's part of a timeline: what is drawn where, in pixels downwards and in days across."""

import datetime
from collections.abc import Collection, Sequence

import msgspec

from regimekit.analysis.timeline import Entry
from regimekit.rendering.charts.extents import Extent
from regimekit.rendering.charts.packing import packed
from regimekit.rendering.charts.ruler import Ruler, milliseconds
from regimekit.rendering.charts.style import SIZE, Spec, breadth, plain, shortened

POINTER = 20  # pixels: the length of an arrow
LETTERS = SIZE - 1
_LABEL = 320  # pixels; what is longer is shortened, the whole is in the tooltip
_ROW, _WORDS, _BAR = 21, 6, (13.5, 17.5)  # pixels: a row; in it the middle of its words, and its bar below them
_SMALL = 9  # pixels; what is shorter stands before its words as a sign
_THIN, _STRIP = 6, 13  # pixels: a row of bars without words, and the row of all that is short
_NAME_LINE = 13
_APART = 4  # pixels between what has words and what has none, and below all
_SHORT = 366  # days


class Lane(msgspec.Struct, frozen=True):
    """The records of a lane: rectangles, days, arrows and words, and the lines of its name."""

    names: Sequence[str]
    top: float
    bottom: float
    bars: Sequence[Spec]
    days: Sequence[Spec]
    arrows: Sequence[Spec]
    words: Sequence[Spec]


class _Drawing:
    """Collects the records of a lane."""

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self.bars: list[Spec] = []
        self.days: list[Spec] = []
        self.arrows: list[Spec] = []
        self.words: list[Spec] = []

    def bar(self, id: str, one: Extent, top: float, bottom: float) -> None:
        """Pale where it may have been, dark where it certainly was; arrows at open ends."""
        ruler = self.ruler
        shared = {"id": id, "y": top, "y2": bottom}
        first, last = ruler.held(one.possible[0]), ruler.held(one.possible[1])
        parts = [(first, last, False)]
        if one.certain is not None:
            sure = ruler.held(one.certain[0]), ruler.held(one.certain[1])
            day = datetime.timedelta(1)
            parts = [(first, sure[0] - day, False), (*sure, True), (sure[1] + day, last, False)]
        for start, end, certain in parts:
            if start <= end and not (certain and start == end and (one.before or one.behind)):
                self.bars.append(
                    {**shared, "x": milliseconds(start), "x2": milliseconds(end, over=True), "certain": certain}
                )
        middle = (top + bottom) / 2
        if one.before is not None and first > ruler.first:
            sign = "certain" if one.before == "goes on" else "possible"
            self.arrows.append({"id": id, "x": milliseconds(first), "y": middle, "way": "left", "sign": sign})
        if (one.behind is not None) and last < ruler.last:
            sign = "certain" if one.behind == "goes on" else "possible"
            self.arrows.append(
                {"id": id, "x": milliseconds(last, over=True), "y": middle, "way": "right", "sign": sign}
            )


def lane(
    several: Sequence[tuple[Entry, Extent]],
    ruler: Ruler,
    labelled: Collection[Entry],
    names: Sequence[str],
    top: float,
) -> Lane:
    """The lane of one dossier's entries; below those with words the long ones without, then the short ones."""
    drawing = _Drawing(ruler)
    with_words = [(entry, one) for entry, one in several if entry in labelled]
    rest = [(entry, one) for entry, one in several if entry not in labelled]
    long = [(entry, one) for entry, one in rest if not _is_short(one)]
    short = [(entry, one) for entry, one in rest if _is_short(one)]
    bottom = _with_words(drawing, with_words, top)
    rows = packed([_across(one, ruler) for _, one in long], 2)
    for (entry, one), row in zip(long, rows, strict=True):
        drawing.bar(identity(entry), one, bottom + row * _THIN, bottom + row * _THIN + 3)
    bottom += _THIN * (max(rows, default=-1) + 1)
    for entry, one in short:
        drawing.bar(identity(entry), one, bottom + 1, bottom + _STRIP - 1)
    bottom = max(bottom + (_STRIP + _APART if short else 0), top + _NAME_LINE * len(names))
    return Lane(names, top, bottom, drawing.bars, drawing.days, drawing.arrows, drawing.words)


def identity(entry: Entry) -> str:
    """What a statement is known by within one chart."""
    event = entry.event
    return plain(f"{entry.path}:{event.span.first} {event.date.edtf} {event.title[:40]}")


def _with_words(drawing: _Drawing, several: Sequence[tuple[Entry, Extent]], top: float) -> float:
    """Draw entries with their words; returns where they end."""
    ruler = drawing.ruler
    texts = [shortened(plain(entry.event.title or entry.event.date.verbatim), _LABEL, LETTERS) for entry, _ in several]
    places = [
        _place(_across(one, ruler), breadth(text, LETTERS), ruler)
        for (_, one), text in zip(several, texts, strict=True)
    ]
    rows = packed([(min(left, start), max(right, end)) for left, right, start, end in places], 6)
    for (entry, one), text, (left, right, start, end), row in zip(several, texts, places, rows, strict=True):
        id, y = identity(entry), top + row * _ROW
        small = right - left <= _SMALL
        if one.day and small:
            drawing.days.append({"id": id, "x": milliseconds(one.possible[0]), "y": y + _WORDS})
        elif small:
            drawing.bar(id, one, y + _WORDS - 4, y + _WORDS + 4)
        else:
            drawing.bar(id, one, y + _BAR[0], y + _BAR[1])
        to_left = end <= left if small else start < left
        drawing.words.append(
            {
                "id": id,
                "x": round(end if to_left else start, 1),
                "y": y + _WORDS,
                "side": "right" if to_left else "left",
                "text": text,
                "heading": entry.event.kind == "heading",
            }
        )
    return top + _ROW * (max(rows) + 1) + _APART if rows else top


def _place(across: tuple[float, float], words: float, ruler: Ruler) -> tuple[float, float, float, float]:
    """From where to where the mark reaches, and its words."""
    left, right = across
    if right - left <= _SMALL:
        start = right + 3
        return (
            (left, right, start, start + words)
            if start + words <= ruler.width
            else (left, right, left - 3 - words, left - 3)
        )
    start = left if left + words <= ruler.width else max(0.0, min(right, ruler.width) - words)
    return left, right, start, start + words


def _across(one: Extent, ruler: Ruler) -> tuple[float, float]:
    """From which pixel to which an entry is drawn, with its arrows."""
    left = ruler.pixel(ruler.held(one.possible[0])) - (POINTER if one.before else 0)
    end = ruler.held(one.possible[1])
    right = ruler.pixel(end + datetime.timedelta(1) if end < datetime.date.max else end)
    if one.day:
        left, right = left - 2.5, left + 2.5
    return max(0.0, left), min(ruler.width, right + (POINTER if one.behind else 0))


def _is_short(one: Extent) -> bool:
    return (one.possible[1] - one.possible[0]).days < _SHORT and one.before is None and one.behind is None
