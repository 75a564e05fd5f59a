"""The answer to `estimates --compare`: strata with what can be said of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from regimekit.analysis.agreement import Agreement, Pair, agreement, pairs
from regimekit.analysis.comparison import Stratum, headlines, strata
from regimekit.analysis.eras import boundary
from regimekit.analysis.rates import Divisor, NotExact, population_of, years_of
from regimekit.model import Dossier


class Asked(msgspec.Struct, frozen=True):
    """What is to be compared: no measures or sections means all.

    ``split`` is the year that divides earlier from later figures; where it is
    None, the year at which a stratum's own captions divide them.
    ``headlines`` leaves of every dossier only the toll of the regime as a whole.
    """

    measures: Collection[str] = ()
    sections: Collection[str] = ()
    headlines: bool = False
    split: int | None = None
    per_year: bool = False
    per_capita: bool = False


EVERYTHING = Asked()


class Compared(msgspec.Struct, frozen=True):
    """A stratum, how far its figures agree, and what they may be divided by (or why they may not)."""

    stratum: Stratum
    agreement: Agreement
    pairs: tuple[Pair, ...]
    years: Divisor | NotExact | None = None
    population: Divisor | NotExact | None = None

    @property
    def comparable(self) -> bool:
        """Whether two different figures with a number stand side by side."""
        told = [
            row.estimate.quantity
            for row in self.stratum.rows
            if row.repeats is None and (row.estimate.quantity.low, row.estimate.quantity.high) != (None, None)
        ]
        return len(told) > 1


def compare(dossiers: Sequence[Dossier], asked: Asked = EVERYTHING) -> tuple[Compared, ...]:
    """Brings together what counts the same, and says how far it agrees. Nothing is added up, averaged or ranked."""
    found = strata(dossiers, asked.measures, asked.sections, events=not asked.headlines)
    by_path = {dossier.path: dossier for dossier in dossiers}
    return tuple(
        Compared(
            stratum,
            agreement(stratum, asked.split or own_split(stratum)),
            pairs(stratum),
            # an event is never divided: neither the years nor the population of the regime are its own
            years_of(by_path[stratum.path], stratum) if asked.per_year and stratum.what is None else None,
            population_of(by_path[stratum.path], stratum) if asked.per_capita and stratum.what is None else None,
        )
        for stratum in (headlines(found) if asked.headlines else found)
    )


def own_split(stratum: Stratum) -> int | None:
    """The year at which captions divide a stratum's figures ("Before 1991"), None where they name none or several."""
    eras = {row.era for row in stratum.rows if row.era_in_caption and row.era}
    years = {year for era in eras for year in [boundary(era)] if year is not None}
    return years.pop() if len(years) == 1 else None


def without_headline(dossiers: Iterable[Dossier], compared: Iterable[Compared]) -> tuple[Dossier, ...]:
    """The dossiers that give no toll of the regime as a whole."""
    told = {one.stratum.path for one in compared}
    return tuple(dossier for dossier in dossiers if dossier.path not in told)
