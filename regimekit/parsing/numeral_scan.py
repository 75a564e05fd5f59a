"""Lower-cased text → its numerals, each with its value and the scale it is written with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from regimekit.model.quantity import Number
from regimekit.parsing.numerals import (
    NUMERAL,
    SCALES,
    cardinal_value,
    digits_value,
    fraction_value,
    scale_value,
    scaled,
    vague_magnitude,
)

_COMPOUND = re.compile(r"-(?!odd|plus|ish|strong|to-)[a-z]")
_ORDINAL = re.compile(
    r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|halves|thirds?|quarters?|fifths?)(?![a-z])"
)
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_COMPARING = frozenset(("as ", "ow ", "so ", "oo "))  # the ends of "as", "how", "so", "too" before "many"
_LARGEST = 10**15


class Numeral:
    """One number of the text; ``scale`` is 1 where none is written, ``value`` None where it is vague."""

    __slots__ = ("digits", "end", "magnitude", "plus", "scale", "start", "value")

    def __init__(
        self, start: int, end: int, value: Number | None, scale: int, digits: str, plus: bool, magnitude: int | None
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.scale = scale
        self.digits = digits
        self.plus = plus
        self.magnitude = magnitude


def read_numerals(low: str, masked: Sequence[tuple[int, int]]) -> list[Numeral]:
    """The numerals that can be amounts, in order; identifiers, ordinals, decades and clock times are passed over."""
    padded = "\n" + low  # so that the scanner always has a character before the numeral
    found: list[Numeral] = []
    position = 0
    mask = 0
    while (match := NUMERAL.search(padded, position)) is not None:
        start, end = match.start(), match.end() - 1
        while mask < len(masked) and masked[mask][1] <= start:
            mask += 1
        if mask < len(masked) and masked[mask][0] < end:
            position = max(masked[mask][1], start + 1)
            continue
        position = end
        digits = match["digits"]
        if digits is not None:
            if not _stands_alone(low, start, end, match["scale"] is not None, found[-1].end if found else -1):
                continue
            scale = scale_value(match["scale"]) if match["scale"] else 1
            value = digits_value(digits)
            if value is None and scale > 1 and _DECIMAL_COMMA.fullmatch(digits):
                value = float(digits.replace(",", "."))  # "1,5 million"
            if value is None:
                continue
            plus = match["plus"] is not None
            if (value := scaled(value, scale)) <= _LARGEST:
                found.append(Numeral(start, end, value, scale, digits, plus, None))
            continue
        previous = low[start - 2 : start] if start > 1 else ""
        if previous[-1:] == "-" and previous[0].isalnum() and not (found and found[-1].end >= start - 4):
            continue
        words = match["cardinal"]
        if words is not None:
            amount, used = cardinal_value(words)
            end = start + used
            position = end if used else start + 1
            if used and not _COMPOUND.match(low, end) and not _ORDINAL.match(low, end):
                found.append(Numeral(start, end, amount, _trailing_scale(words[:used]), "", False, None))
        elif match["fraction"] is not None:
            found.append(Numeral(start, end, fraction_value(match["fraction"]), 1, "", False, None))
        elif not _COMPOUND.match(low, end) and low[max(0, start - 3) : start] not in _COMPARING:
            found.append(Numeral(start, end, None, 1, match["vague"], False, vague_magnitude(match["vague"])))
    return found


@lru_cache(maxsize=1024)
def _trailing_scale(words: str) -> int:
    """The scale with which number words end: "three hundred thousand" is 100000, so is what stands before "to" it."""
    factor = 1
    for word in reversed(words.replace("-", " ").split()):
        if word not in SCALES:
            break
        factor *= SCALES[word]
    return factor


def _stands_alone(low: str, start: int, end: int, has_scale: bool, previous_end: int) -> bool:
    """Whether digits are a number of their own, no part of a word, time, fraction or name ("S-21", "1945/46")."""
    following = low[end : end + 2]
    if following:
        character = following[0]
        if character.isalnum() or character == "_":
            return False
        if character in ":/" and following[1:].isdigit():
            return False
        if start == 0 and character in ".)" and following[1:] == " ":
            return False  # the number of a heading
        if character == "-" and not has_scale and _COMPOUND.match(low, end):
            return False
    if start == 0:
        return True
    character = low[start - 1]
    before = low[start - 2] if start > 1 else " "
    if character in " (\n":
        return True
    if character in "#№+":
        return False
    if character in "-/:.,'’":
        if character in "'’":
            return end - start != 2  # "the '68 movement"
        if character == "-" and previous_end == start - 1:
            return True
        if character == "-" and low[max(0, start - 4) : start] == "-to-":
            return True
        return not before.isalnum()
    return True
