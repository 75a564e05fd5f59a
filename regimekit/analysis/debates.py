"""What historians disagree on, and who holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from regimekit.analysis.namesakes import is_called
from regimekit.model import Debate, Dossier, Position


class Discussed(msgspec.Struct, frozen=True):
    """A question of a dossier with the positions on it that are asked for."""

    slug: str
    path: str
    debate: Debate
    positions: tuple[Position, ...] = ()


def debates(
    dossiers: Iterable[Dossier], pattern: re.Pattern[str] | None = None, holder: str | None = None
) -> tuple[Discussed, ...]:
    """The questions in the order of the dossiers, each with its positions in the order of the file.

    A pattern that fits the question is met by all its positions, else those
    that it fits are left. ``holder`` leaves the positions of scholars of that
    name; a question none of whose positions is left is left out.
    """
    found: list[Discussed] = []
    for dossier in dossiers:
        for debate in dossier.debates:
            told = pattern is None or bool(pattern.search(debate.question))
            positions = [
                position
                for position in debate.positions
                if (told or (pattern is not None and _fits(pattern, position)))
                and (holder is None or any(is_called(name, holder) for name in position.holders))
            ]
            if positions or (told and holder is None):
                found.append(Discussed(dossier.slug, dossier.path, debate, tuple(positions)))
    return tuple(found)


def _fits(pattern: re.Pattern[str], position: Position) -> bool:
    return any(pattern.search(text) for text in (position.label or "", position.text, *position.holders))


def statement(position: Position) -> str:
    """What a position says, without the label that opens it."""
    label, text = position.label or "", position.text
    rest = text.removeprefix(label) if label else text
    # a word that only begins as the label does is no label
    said = rest.lstrip(' \t\n:.,;"”’)—–-') if rest[:1] and not rest[0].isalnum() else ""
    return said or text
