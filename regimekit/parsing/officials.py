"""Figures given by the regime's own people are the state's, not a scholar's: "Mao (1957)", "Zhou Enlai"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from regimekit.model.estimate import Estimate
from regimekit.model.person import Person

OFFICE = re.compile(
    r"\b(?:president|premier|chancellor|minister|secretary|chair(?:man|woman)?|commissar|governor|marshal|general|admiral"
    r"|commander|director|head of|chief of|leader|f[uü]hrer|duce|caudillo|king|emperor|shah)\b",
    re.I,
)
_NOT_IN_OFFICE = re.compile(r"\b(?:rival|opposition|opponent|dissident|critic|victim)", re.I)
_KEPT = ("official", "international", "tribunal", "ngo", "reference", "press")


def name_officials(estimates: Iterable[Estimate], people: Sequence[Person]) -> list[Estimate]:
    """The estimates, those by a leader or office-holder of the regime marked as official."""
    names = {name for person in people if _in_office(person) for name in _names(person)}
    return [_marked(estimate, names) for estimate in estimates]


def _in_office(person: Person) -> bool:
    roles = " ".join(role.title for role in person.roles)
    return person.leader or bool(OFFICE.search(roles) and not _NOT_IN_OFFICE.search(person.text))


def _names(person: Person) -> list[str]:
    # Chinese and Korean names put the family first, so either end of a name may stand for it
    words = person.name.split()
    return [person.name.casefold(), words[0].casefold(), words[-1].casefold()] if words else []


def _marked(estimate: Estimate, names: set[str]) -> Estimate:
    author = estimate.attribution
    if author is None or author.kind in _KEPT or author.name.casefold() not in names:
        return estimate
    return msgspec.structs.replace(estimate, attribution=msgspec.structs.replace(author, kind="official"))
