"""When figures were made: by what their caption says, else by the year of the work."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

Side = Literal["before", "since"]

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_MADE = re.compile(
    r"\b(?:estimates?|estimated|figures?|scholarship|scholars?|research(?:ers)?|studies|calculations?|counts?|archiv\w+"
    r"|accounts?|historians?|works?|publications?|published|literature|reports?)\b",
    re.I,
)
_BEFORE = re.compile(rf"\b(?:before|until|up to|prior to|pre)\b[^,;|()]*?\b{_YEAR}", re.I)
_SINCE = re.compile(rf"\b(?:after|since|from|following|post)\b[^,;|()]*?(?<![-–])\b{_YEAR}(?!\s*[-–—]\s*\d)", re.I)
_RELATIVE = re.compile(
    r"\b(?:pre|post)[- ](?:archiv\w+|soviet|cold[- ]war|glasnost|war|\w*communist|transition|independence)\b"
    r"|\b(?:early|earlier|recent|modern|contemporary|contemporaneous|revised|later|older|newer|current|latest)\b"
    r"|\bcold[- ]war\b",
    re.I,
)


class Era(msgspec.Struct, frozen=True):
    """When figures were made: ``first`` and ``last`` are years, None where that end is open or not said."""

    label: str
    first: int | None = None
    last: int | None = None

    @property
    def years(self) -> str | None:
        """ "before 1991", "since 1991", "1980-1989"; None where a caption gives no year."""
        if self.first is not None:
            span = f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"
            return f"since {self.first}" if self.last is None else span
        return None if self.last is None else f"before {self.last + 1}"

    def side(self, split: int) -> Side | None:
        """On which side of the first day of a year all of it lies; None where that is not said."""
        if self.last is not None and self.last < split:
            return "before"
        return "since" if self.first is not None and self.first >= split else None


@lru_cache(maxsize=1 << 14)
def era_of_caption(caption: str) -> Era | None:
    """The era that a caption gives: "Pre-Archival Estimates (Before 1991)" ends with 1990.

    A caption that is about figures at all ("estimates", "archives") is asked for;
    "Deaths after 1945" says when people died. The year itself is on the later
    side: who writes "after 1991" means works that could use what 1991 opened.
    """
    if not _MADE.search(caption):
        return None
    before, since = _BEFORE.search(caption), _SINCE.search(caption)
    if before:
        return Era(caption, None, int(before["year"]) - 1)
    if since:
        return Era(caption, int(since["year"]), None)
    return Era(caption) if _RELATIVE.search(caption) else None


def era_of_year(year: int, boundaries: tuple[int, ...]) -> Era:
    """The era of a work: between the years at which its dossier divides them, else its decade."""
    if not boundaries:
        decade = year // 10 * 10
        return Era(f"{decade}s", decade, decade + 9)
    below = max((bound for bound in boundaries if bound <= year), default=None)
    above = min((bound for bound in boundaries if bound > year), default=None)
    if below is None:
        assert above is not None
        return Era(f"before {above}", None, above - 1)
    return Era(
        f"since {below}" if above is None else f"{below}-{above - 1}", below, None if above is None else above - 1
    )


def boundary(era: Era) -> int | None:
    """The year at which an era begins or behind which it ends."""
    return era.first if era.first is not None else None if era.last is None else era.last + 1
