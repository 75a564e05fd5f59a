"""Where people were harmed, as far as the text says so with a preposition: "in the Selm valley", "at Pozo Hondo"."""

from __future__ import annotations

import re

from regimekit.parsing.dates.vocabulary import MONTH_NUMBERS, SEASONS, WEEKDAYS
from regimekit.parsing.passages import Passage

_FARTHEST = 160  # characters around the number
_NAME = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_DIRECTION = (
    r"(?:(?:north|south|east|west|central|upper|lower|north-?east|north-?west|south-?east|south-?west)(?:ern)?\s+)?"
)
_PLACE = re.compile(
    rf"\b(?i:in|at|near|outside|around|throughout|across|inside)\s+(?:the\s+(?:\w+\s+(?:of|near)\s+)?)?"
    rf"(?P<place>{_DIRECTION}{_NAME}(?:(?:\s+(?:of|and|de|del|la|el|al)\s+|,\s+|\s+){_NAME}){{0,3}})"
)
# capitalised words behind "in" and "at" that name a time, an event or a body, not a place
_NO_PLACES = frozenset(MONTH_NUMBERS) | frozenset(SEASONS) | frozenset(WEEKDAYS)
_NO_PLACE = re.compile(
    r"\b(?:war|wars|wwi+|revolution|coup|uprising|operation|battle|phase|campaign|purge|terror|famine|genocide|holocaust|trial"
    r"|parliament|congress|power|office|exile|party|army|government|century|act|article|law|total|estimates?|report|commission|court|custody"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.I,
)


def place_of(passage: Passage, start: int, end: int) -> str | None:
    """The place named for the number at ``start`` to ``end``: behind it, before it, in its label or above it."""
    text = passage.text
    behind = _first(text[end : end + _FARTHEST].partition(";")[0])
    if behind is not None:
        return behind
    before = text[max(0, start - _FARTHEST) : start].rpartition(";")[2]
    found = _first(before)
    if found is not None:
        return found
    lead = passage.lead or passage.parent
    for title in (passage.label, lead.text if lead is not None else None, *reversed(passage.headings[1:])):
        found = _first(title) if title and len(title) <= _FARTHEST else None
        if found is not None:
            return found
    return None


def _first(text: str) -> str | None:
    for match in _PLACE.finditer(text):
        place = match["place"]
        if place.split()[0].casefold().rstrip(".") not in _NO_PLACES and not _NO_PLACE.search(place):
            return place
    return None
