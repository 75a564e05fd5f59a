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
_NOUN_BEHIND = re.compile(r"\s+([a-z]+)")
_SMALL = frozenset(
    "and or in on at by from to of between during after before since until alone where when while with under were was"
    " are is had have who which that as for than per near outside died".split()
)
# capitalised words behind "in" and "at" that name a time, an event or a body, not a place
_NO_PLACES = frozenset(MONTH_NUMBERS) | frozenset(SEASONS) | frozenset(WEEKDAYS)
_NO_PLACE = re.compile(
    r"\b(?:war|wars|wwi+|revolution|coup|uprising|operation|battle|phase|campaign|purge|terror|famine|genocide|holocaust|trial"
    r"|parliament|congress|power|office|exile|party|army|government|century|act|article|law|total|estimates?|report|commission|court|custody"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.I,
)


def place_of(passage: Passage, statement: tuple[int, int], start: int, end: int) -> str | None:
    """The place named for the number at ``start`` to ``end``: in its statement, in its label or above it.

    ``statement`` is the extent of the cell or sentence that the number stands in.
    """
    text = passage.text
    behind = _first(text[end : min(statement[1], end + _FARTHEST)].partition(";")[0])
    if behind is not None:
        return behind
    before = text[max(statement[0], start - _FARTHEST) : start].rpartition(";")[2]
    found = _first(before)
    if found is not None:
        return found
    lead = passage.lead or passage.parent
    # a caption of its own may mean another place than the heading: "Deaths in the whole empire" below "Famine in Selm"
    above = (lead.text,) if lead is not None else passage.headings[:0:-1]
    for title in (passage.label, *above):
        found = _first(title) if title and len(title) <= _FARTHEST else None
        if found is not None:
            return found
    return None


def _first(text: str) -> str | None:
    for match in _PLACE.finditer(text):
        place = match["place"]
        noun = _NOUN_BEHIND.match(text, match.end())
        if noun is not None and noun[1] not in _SMALL:
            continue  # "in the Soviet famine" names a famine
        if place.split()[0].casefold().rstrip(".") not in _NO_PLACES and not _NO_PLACE.search(place):
            return place
    return None
