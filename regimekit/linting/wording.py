"""How findings word numbers and lists."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 source", "3 sources"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
