"""4xx, second half: figures that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.analysis.contradictions import (
    contradicting_totals,
    parts_exceeding,
    sum_of_parts,
    unsupported_tolls,
)
from regimekit.analysis.totals import totals
from regimekit.linting.rule import Fault, rule
from regimekit.model import Dossier


@rule("RK406", remedy="Correct the total or the part that is wrong, or say that the parts overlap.")
def parts_exceed_total(dossier: Dossier) -> Iterator[Fault]:
    """The parts of a figure add up to more than the figure.

    One of them is wrong, or they count some people twice. A total that is open
    upwards ("at least 102,000") is let be; five in a hundred are allowed for
    rounding.

    Bad::

        - **Death toll**: 3,000 (2,100 shot; 1,500 in prison)

    Good::

        - **Death toll**: 3,600 (2,100 shot; 1,500 in prison)
    """
    for found in parts_exceeding(dossier):
        written = found.one.estimate.quantity.verbatim
        added = sum_of_parts(found.others)
        yield found.one.estimate.span, f"the parts of {written!r} add up to {added:,}, which is more", written


@rule("RK407", remedy="Give the figure in the body too, with its author; or take the body's figure into the Overview.")
def toll_without_support(dossier: Dossier) -> Iterator[Fault]:
    """A death toll of the Overview is supported by no figure in the body.

    The Overview sums the dossier up: what nobody says below it, has no source.
    A figure supports another if both may be true.

    Bad::

        | **Estimated Death Toll** | 30,000 |

        ## Key Events & Atrocities
        - The Truth Commission counted 3,000 dead

    Good::

        | **Estimated Death Toll** | 3,000 |

        ## Key Events & Atrocities
        - The Truth Commission counted 3,000 dead
    """
    for found in unsupported_tolls(dossier):
        written = found.one.estimate.quantity.verbatim
        yield found.one.estimate.span, f"no figure in the body supports {written!r}", written


@rule("RK408", remedy="Say in both places why the figures differ, or keep the better one.")
def contradicting_figures(dossier: Dossier) -> Iterator[Fault]:
    """Two figures for the same thing cannot both be true.

    In one section a campaign costs half a million lives, in another not four
    hundred thousand, and neither place says whose the figure is. Compared are
    totals: figures behind a label such as "Death toll" below a heading, and
    behind one that names the thing ("Deportation deaths"). Figures with
    different authors are a dispute and no fault.

    Bad::

        ### The deportations
        **Death Toll**: 530,000-600,000

        ### All deaths
        - Deportation deaths: ~390,000

    Good::

        ### The deportations
        **Death Toll**: 530,000-600,000 (Doe 1993), ~390,000 (by the ministry's registers)
    """
    for found in contradicting_totals(totals(dossier)):
        one, other = found.one.estimate, found.others[0].estimate
        written, thing = one.quantity.verbatim, " ".join(found.subject)
        message = f"{thing}: {written!r} here, {other.quantity.verbatim!r} in line {other.span.first}"
        yield one.span, message, written
