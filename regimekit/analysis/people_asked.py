"""Which people are asked for: by office, by fate, by a pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from regimekit.analysis.names import fold
from regimekit.model import Person


class Asked(msgspec.Struct, frozen=True):
    """What an entry must hold; what is None or empty is not asked for.

    ``role`` and ``fate`` are folded words, each of which begins a word of one
    rank or office, or of the fate.
    """

    role: tuple[str, ...] = ()
    fate: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None

    def holds(self, entries: Sequence[Person]) -> bool:
        """Whether the entries of one dossier on one person hold all that is asked for."""
        return (
            (not self.role or any(_begin(self.role, office) for entry in entries for office in _offices(entry)))
            and (not self.fate or any(_begin(self.fate, entry.fate or "") for entry in entries))
            and (self.pattern is None or any(self.pattern.search(text) for entry in entries for text in _texts(entry)))
        )


EVERYBODY = Asked()


def words_of(text: str) -> tuple[str, ...]:
    """The words to look for, without case and accents."""
    return tuple(fold(text).split())


def _begin(words: Sequence[str], text: str) -> bool:
    said = f" {fold(text)}"
    return all(f" {word}" in said for word in words)


def _offices(entry: Person) -> list[str]:
    return [*filter(None, (entry.honorific,)), *(role.title for role in entry.roles)]


def _texts(entry: Person) -> list[str]:
    said = [entry.name, *entry.aliases, *_offices(entry), entry.fate, entry.text]
    return [text for text in said if text]
