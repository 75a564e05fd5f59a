"""4xx, second half: figures that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.linting.context import Context
from regimekit.linting.rule import Fault, rule
from regimekit.linting.subjects import subject
from regimekit.model import Dossier, Estimate, Number, Quantity

_GRAVE = frozenset({"deaths", "disappeared"})
_ROUNDING = 0.05  # of a sum: parts are rounded one by one
_ABOUT = 0.1  # of a figure that is given as approximate
_COMPARED = 20  # figures for one thing that later ones are held against
_TALLIES = frozenset({"overview", "header", "confidence", "comparisons"})


def _bounds(quantity: Quantity) -> tuple[Number, Number] | None:
    """The lowest and highest number that a figure may mean; None where it names none."""
    if quantity.low is None and quantity.high is None:
        return None
    low = 0 if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None or quantity.qualifier == "open range" else quantity.high
    slack = _ABOUT if quantity.qualifier == "approximate" else 0.0
    return low * (1 - slack), high * (1 + slack)


def _overlap(one: Quantity, other: Quantity) -> bool:
    a, b = _bounds(one), _bounds(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


@rule("RK406", remedy="Correct the total or the part that is wrong, or say that the parts overlap.")
def parts_exceed_total(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The parts of a figure add up to more than the figure.

    One of them is wrong, or they count some people twice. A total that is open
    upwards ("at least 102,000") is let be; five in a hundred are allowed for
    rounding.

    Bad::

        - **Death toll**: 3,000 (2,100 shot; 1,500 in prison)

    Good::

        - **Death toll**: 3,600 (2,100 shot; 1,500 in prison)
    """
    parts: dict[int, list[Estimate]] = {}
    for estimate in dossier.estimates:
        if estimate.part_of is not None:
            parts.setdefault(estimate.part_of, []).append(estimate)
    for place, several in parts.items():
        total = dossier.estimates[place]
        bounds = _bounds(total.quantity)
        alike = [part for part in several if part.measure == total.measure and part.quantity.low is not None]
        added = sum(part.quantity.low or 0 for part in alike)
        if bounds is None or not alike or added <= bounds[1] * (1 + _ROUNDING):
            continue
        written = total.quantity.verbatim
        yield total.span, f"the parts of {written!r} add up to {added:,}, which is more", written


@rule("RK407", remedy="Give the figure in the body too, with its author; or take the body's figure into the Overview.")
def toll_without_support(dossier: Dossier, context: Context) -> Iterator[Fault]:
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
    body = [estimate for estimate in dossier.estimates if estimate.section not in _TALLIES]
    for toll in dossier.estimates:
        if toll.section != "overview" or toll.measure not in _GRAVE or _bounds(toll.quantity) is None:
            continue
        if not any(
            _bounds(one.quantity) and one.measure in _GRAVE and _overlap(one.quantity, toll.quantity) for one in body
        ):
            written = toll.quantity.verbatim
            yield toll.span, f"no figure in the body supports {written!r}", written


@rule("RK408", remedy="Say in both places why the figures differ, or keep the better one.")
def contradicting_figures(dossier: Dossier, context: Context) -> Iterator[Fault]:
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
    known: dict[tuple[str, frozenset[str]], list[Estimate]] = {}
    for estimate in dossier.estimates:
        about = subject(estimate, context) if estimate.section not in _TALLIES and estimate.part_of is None else None
        if about is None or _bounds(estimate.quantity) is None:
            continue
        same = known.setdefault((estimate.measure, about), [])
        for other in same:
            if not _overlap(estimate.quantity, other.quantity) and _same_author(estimate, other):
                one, two = estimate.quantity.verbatim, other.quantity.verbatim
                thing = " ".join(sorted(about))
                yield estimate.span, f"{thing}: {one!r} here, {two!r} in line {other.span.first}", one
                break
        if len(same) < _COMPARED:
            same.append(estimate)


def _same_author(one: Estimate, other: Estimate) -> bool:
    """Whether nothing says that the figures are of two authors."""
    if one.span == other.span or (one.sources and other.sources and one.sources != other.sources):
        return False
    authors = {estimate.attribution.name for estimate in (one, other) if estimate.attribution is not None}
    return len(authors) == 0 or (len(authors) == 1 and one.attribution is not None and other.attribution is not None)
