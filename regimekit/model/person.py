"""Who was who."""

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.model.span import Span


class Role(msgspec.Struct, frozen=True):
    """An office or part played, and its term where one is given."""

    title: str
    term: HistoricalDate | None = None


class Person(msgspec.Struct, frozen=True):
    """A person whom a dossier lists.

    ``name`` is as written, without rank, office or life span; ``aliases`` are
    the other names given ("Saloth Sar", "Duch"); ``fate`` is what the entry
    says became of them; ``group`` is the heading or label they stand under;
    ``leader`` marks those of the Overview's leader row.
    """

    span: Span
    name: str
    aliases: tuple[str, ...] = ()
    honorific: str | None = None
    roles: tuple[Role, ...] = ()
    born: HistoricalDate | None = None
    died: HistoricalDate | None = None
    fate: str | None = None
    group: str | None = None
    leader: bool = False
    text: str = ""
    sources: tuple[str, ...] = ()
