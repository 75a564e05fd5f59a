"""Figures given by people of the dossier are no scholar's: the state's where they held office, else a witness's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from regimekit.model.debate import Debate, Position
from regimekit.model.estimate import Attribution, AttributionKind, Estimate
from regimekit.model.person import Person
from regimekit.parsing.author_kinds import kind_of

OFFICE = re.compile(
    r"\b(?:president|premier|chancellor|minister|secretary|chair(?:man|woman)?|commissar|governor|marshal|general|admiral"
    r"|commander|director|head of|chief of|leader|f[uü]hrer|duce|caudillo|king|emperor|shah)\b",
    re.I,
)
_NOT_IN_OFFICE = re.compile(r"\b(?:rival|opposition|opponent|dissident|critic|victim)", re.I)
_KEPT = ("official", "international", "tribunal", "ngo", "reference", "press")


def name_officials(estimates: Iterable[Estimate], people: Sequence[Person]) -> list[Estimate]:
    """The estimates, those by office-holders marked as official, those by others of the dossier as of no kind."""
    names = {name for person in people if _in_office(person) for name in _names(person)}
    # opponents, victims and witnesses are known by their whole names: a family name may be a historian's
    others = {person.name.casefold() for person in people if " " in person.name} - names
    return [_marked(estimate, names, others) for estimate in estimates]


def _in_office(person: Person) -> bool:
    roles = " ".join(role.title for role in person.roles)
    return person.leader or bool(OFFICE.search(roles) and not _NOT_IN_OFFICE.search(person.text))


def _names(person: Person) -> list[str]:
    # Chinese and Korean names put the family first, so either end of a name may stand for it
    words = person.name.split()
    return [person.name.casefold(), words[0].casefold(), words[-1].casefold()] if words else []


def _marked(estimate: Estimate, names: set[str], others: set[str]) -> Estimate:
    author = estimate.attribution
    if author is None or author.kind in _KEPT or author.name.casefold() not in names | others:
        return estimate
    kind: AttributionKind | None = "official" if author.name.casefold() in names else None
    return msgspec.structs.replace(estimate, attribution=msgspec.structs.replace(author, kind=kind))


def name_holders(estimates: Iterable[Estimate], debates: Sequence[Debate]) -> list[Estimate]:
    """The estimates; in a debate the label of a position is no author: "Archives lower the count (Roe)" is Roe's."""
    positions = {position.span.first: position for debate in debates for position in debate.positions}
    return [_held(estimate, positions.get(estimate.span.first)) for estimate in estimates]


def _held(estimate: Estimate, position: Position | None) -> Estimate:
    author = estimate.attribution
    label = position.label if position is not None else None
    if position is None or label is None or estimate.section != "scholarly_debate":
        return estimate
    if author is not None and (author.name in position.holders or author.name not in label):
        return estimate
    # of several holders it is not said whose the figure is
    held = None
    if len(position.holders) == 1 and (author is not None or _opens(estimate, label)):
        held = Attribution(position.holders[0], None, kind_of(position.holders[0], in_column=True) or "scholar")
    return msgspec.structs.replace(estimate, attribution=held)


def _opens(estimate: Estimate, label: str) -> bool:
    """Whether a position begins with the figure: "**Tens of thousands** (Roe): 12,000-30,000 deaths"."""
    behind = estimate.text.partition(label)[2].partition(":")[2].lstrip()
    return behind.startswith(estimate.quantity.verbatim)
