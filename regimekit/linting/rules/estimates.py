"""4xx: how many people were harmed, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from regimekit.linting.rule import Fault, met_while_reading, rule
from regimekit.model import Dossier


@rule("RK401", severity="error", remedy="Write a number or a range, as '3,000-4,000', 'at least 3,000' or 'thousands'.")
def unreadable_estimate(dossier: Dossier) -> Iterable[Fault]:
    """A cell in the estimate column of a table holds no number that can be read.

    The row is missing from every comparison of estimates.

    Bad::

        | Source | Estimate |
        |--------|----------|
        | Truth Commission | see report |

    Good::

        | Source | Estimate |
        |--------|----------|
        | Truth Commission | 3,000-4,000 |
    """
    return met_while_reading(dossier, "RK401")


@rule("RK402", severity="error", remedy="Put the lower number first, or correct the one that is wrong.")
def reversed_estimate(dossier: Dossier) -> Iterable[Fault]:
    """The first number of a range is greater than the second.

    Either the two were exchanged, or one has a digit too many or too few.

    Bad::

        - **Death toll**: 4,000-3,000

    Good::

        - **Death toll**: 3,000-4,000
    """
    return met_while_reading(dossier, "RK402")


@rule("RK405", remedy="Write both ends in full: '3,000-5,000'.")
def ambiguous_scale(dossier: Dossier) -> Iterable[Fault]:
    """A range leaves open whether its first number is in thousands.

    "3-5,000" may be 3 to 5,000 or 3,000 to 5,000: a factor of a thousand.

    Bad::

        - 3-5,000 people were deported

    Good::

        - 3,000-5,000 people were deported
    """
    return met_while_reading(dossier, "RK405")
