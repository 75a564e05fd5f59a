"""The kinds of records that are compared, in the order in which they are told."""

from typing import Literal, get_args

ChangeKind = Literal[
    "dossier",
    "overview",
    "sections",
    "people",
    "events",
    "estimates",
    "statistics",
    "debates",
    "relations",
    "sources",
    "confidence",
    "tags",
]
KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
