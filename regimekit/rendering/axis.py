"""A log axis in characters: ranges as bars, points, arrows for open ends."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

from regimekit.analysis.agreement import Envelope
from regimekit.model import Number, Quantity
from regimekit.rendering.numbers import short

NARROWEST = 14  # columns in which an axis can still be read
_STEPS = ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 5, 7), (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9))


class Glyphs(msgspec.Struct, frozen=True):
    """What an axis is drawn with; each is one column wide."""

    start: str
    end: str
    line: str
    both: str
    point: str
    about: str
    left: str
    right: str
    beyond: str
    tick: str
    rule: str
    outer_start: str
    outer_end: str
    outer: str
    median: str


UNICODE = Glyphs("├", "┤", "─", "│", "●", "○", "◄", "►", "╌", "┬", "─", "╞", "╡", "═", "◆")
ASCII = Glyphs("|", "|", "-", "|", "*", "o", "<", ">", ".", "+", "-", "[", "]", "=", "#")


class Axis(msgspec.Struct, frozen=True):
    """A log axis over ``width`` columns from ``low`` to ``high`` (both above 0)."""

    low: float
    high: float
    width: int
    glyphs: Glyphs = UNICODE

    def place(self, value: Number) -> int:
        """The column of a value, the nearest end for what lies outside; 0 is at the left end."""
        if value <= self.low:
            return 0
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return min(self.width - 1, round(share * (self.width - 1)))

    def ticks(self) -> list[float]:
        """Round values, as many as can be labelled; at least the decades within."""
        best: list[float] = []
        for steps in _STEPS:
            values = self._round(steps)
            if len(values) > len(best) and self._fit(values):
                best = values
        return best or self._round((1,))[:1]

    def labels(self) -> str:
        """The values of the ticks over their columns; one that has no room is left out."""
        line = [" "] * self.width
        free = 0
        for value in self.ticks():
            label = short(value)
            start = self._start(value, label)
            if start >= free and start + len(label) <= self.width:
                line[start : start + len(label)] = label
                free = start + len(label) + 1
        return "".join(line)

    def rule(self) -> str:
        """The axis itself with a mark at each tick."""
        line = [self.glyphs.rule] * self.width
        for value in self.ticks():
            line[self.place(value)] = self.glyphs.tick
        return "".join(line)

    def draw(self, quantity: Quantity) -> str:
        """A figure on the axis; nothing for a vague one."""
        low, high, glyphs = quantity.low, quantity.high, self.glyphs
        line = [" "] * self.width
        if low is None and high is None:
            return "".join(line)
        open_high = high is None or quantity.qualifier == "open range"
        first, last = (
            self.place(low if low is not None else high or 0),
            self.place(high if high is not None else low or 0),
        )
        if low is None:
            line[: last + 1] = [glyphs.left, *[glyphs.beyond] * last][: last + 1]
        if open_high:
            rest = self.width - last
            line[last:] = [*[glyphs.beyond] * (rest - 1), glyphs.right]
        if low is None:
            line[last] = glyphs.end if last else glyphs.left
        elif high is None:
            line[first] = glyphs.start if first < self.width - 1 else glyphs.right
        elif low == high:
            line[first] = glyphs.about if quantity.qualifier == "approximate" else glyphs.point
        elif first == last:
            line[first] = glyphs.both
        else:
            line[first : last + 1] = [glyphs.start, *[glyphs.line] * (last - first - 1), glyphs.end]
        return "".join(line)

    def draw_envelope(self, envelope: Envelope) -> str:
        """The span from the lowest to the highest number, with arrows where some figure is open."""
        first, last, glyphs = self.place(envelope.low), self.place(envelope.high), self.glyphs
        line = [" "] * self.width
        if envelope.open_low and first:
            line[:first] = [glyphs.left, *[glyphs.beyond] * (first - 1)]
        if envelope.open_high and last < self.width - 1:
            line[last + 1 :] = [*[glyphs.beyond] * (self.width - last - 2), glyphs.right]
        if first == last:
            line[first] = glyphs.both
        else:
            line[first : last + 1] = [glyphs.outer_start, *[glyphs.outer] * (last - first - 1), glyphs.outer_end]
        return "".join(line)

    def draw_median(self, value: float) -> str:
        """One mark at a value."""
        line = [" "] * self.width
        line[self.place(value)] = self.glyphs.median
        return "".join(line)

    def _round(self, steps: Sequence[float]) -> list[float]:
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        values = (step * 10**power for power in range(first, last + 1) for step in steps)
        near = 1 + 1e-9
        return [
            value for value in values if self.low / near <= value <= self.high * near and (value >= 1 or value == 0)
        ]

    def _start(self, value: float, label: str) -> int:
        return max(0, min(self.place(value) - len(label) // 2, self.width - len(label)))

    def _fit(self, values: Iterable[float]) -> bool:
        free = 0
        for value in values:
            label = short(value)
            start = self._start(value, label)
            if start < free:
                return False
            free = start + len(label) + 2
        return True


def axis_of(numbers: Iterable[Number], width: int, glyphs: Glyphs = UNICODE) -> Axis | None:
    """An axis that holds these numbers with some room; None where there is none above 0."""
    above = [number for number in numbers if number > 0]
    if not above or width < NARROWEST:
        return None
    low, high = _rounded(min(above), down=True), _rounded(max(above), down=False)
    if low == high:
        low, high = low / 2, high * 2
    return Axis(max(low, 0.5), high, width, glyphs)


def _rounded(value: float, *, down: bool) -> float:
    """The next 1, 2, 3, 5, 7 times a power of ten, outwards."""
    power = 10.0 ** math.floor(math.log10(value))
    steps = [step * power for step in (0.7, 1, 1.5, 2, 3, 5, 7, 10, 15)]
    return max(step for step in steps if step < value) if down else min(step for step in steps if step > value)
