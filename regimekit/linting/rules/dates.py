"""3xx: when things happened."""

from __future__ import annotations

from collections.abc import Iterable

from regimekit.linting.rule import Fault, met_while_reading, rule
from regimekit.model import Dossier


@rule("RK301", severity="error", remedy="Write a date that can be read, as 'May 1961', '1961-1974' or 'c. 1960'.")
def unreadable_date(dossier: Dossier) -> Iterable[Fault]:
    """A cell in the date column of a table holds no date that can be read.

    The row is missing from every timeline.

    Bad::

        | Date | Event |
        |------|-------|
        | Mya 1961 | Coup of the colonels |

    Good::

        | Date | Event |
        |------|-------|
        | May 1961 | Coup of the colonels |
    """
    return met_while_reading(dossier, "RK301")


@rule("RK302", severity="error", remedy="Look the day up: the month does not have it.")
def impossible_day(dossier: Dossier) -> Iterable[Fault]:
    """A date names a day that its month does not have.

    Bad::

        - February 30, 1961: the constitution is suspended

    Good::

        - February 28, 1961: the constitution is suspended
    """
    return met_while_reading(dossier, "RK302")


@rule("RK303", severity="error", remedy="Put the earlier date first, or correct the one that is wrong.")
def reversed_dates(dossier: Dossier) -> Iterable[Fault]:
    """A span of time ends before it begins.

    Bad::

        ### The emergency (1974-1961)

    Good::

        ### The emergency (1961-1974)
    """
    return met_while_reading(dossier, "RK303")
