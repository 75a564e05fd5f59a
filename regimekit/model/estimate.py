"""How many people were harmed, in which way, where and when, and who says so."""

from typing import Literal

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.model.quantity import Quantity
from regimekit.model.span import Span

Measure = Literal[
    "deaths",
    "disappeared",
    "detained",
    "tortured",
    "displaced",
    "injured",
    "forced_labour",
    "other",
]
AttributionKind = Literal["official", "international", "tribunal", "ngo", "scholar", "reference", "press", "own"]


class Attribution(msgspec.Struct, frozen=True):
    """Whose figure it is: ``Conquest (1986)`` is name "Conquest", year 1986.

    ``kind`` tells the state's own figures (official) from those of other
    governments and intergovernmental bodies (international), courts and
    commissions (tribunal), organisations (ngo), researchers (scholar),
    encyclopedias and handbooks (reference), the press, and the dossier itself
    (own); None where the text does not say.
    """

    name: str
    year: int | None = None
    kind: AttributionKind | None = None


class Scope(msgspec.Struct, frozen=True):
    """What a figure counts: the event (``what``), place, time and group of people, as written."""

    what: str | None = None
    where: str | None = None
    when: HistoricalDate | None = None
    who: str | None = None


class Estimate(msgspec.Struct, frozen=True):
    """One figure for people harmed.

    ``caption`` is the label or table heading above it ("Pre-Archival Estimates
    (Before 1991)"); ``part_of`` is the place, counted from 0, of the estimate
    of the same dossier of which this one is a part; ``sources`` are keys of
    the dossier's sources. ``text`` is the line's plain text.
    """

    span: Span
    quantity: Quantity
    measure: Measure
    text: str
    section: str
    scope: Scope = Scope()
    attribution: Attribution | None = None
    caption: str | None = None
    part_of: int | None = None
    sources: tuple[str, ...] = ()


class Statistic(msgspec.Struct, frozen=True):
    """A figure that counts something else than people harmed: "Horses: 34 million → 16 million".

    ``after`` is the second value of a change, None where there is one value.
    """

    span: Span
    label: str
    quantity: Quantity
    text: str
    section: str
    after: Quantity | None = None
    sources: tuple[str, ...] = ()
