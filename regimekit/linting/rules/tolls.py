"""4xx, second half: figures that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.analysis.across import across
from regimekit.analysis.contradictions import (
    contradicting_totals,
    inconsistent_citations,
    parts_exceeding,
    sum_of_parts,
    unsupported_tolls,
)
from regimekit.linting.context import Context, Folder
from regimekit.linting.rule import CorpusFault, Fault, corpus_rule, rule
from regimekit.model import Corpus, Dossier, Estimate


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
        added = sum_of_parts(part.estimate for part in found.others)
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
def contradicting_figures(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """Two figures for the same thing cannot both be true.

    In one section a campaign costs half a million lives, in another not four
    hundred thousand, and neither place says whose the figure is. Compared are
    totals: figures behind a label such as "Death toll" below a heading, and
    behind one that names the thing ("Deportation deaths"). Figures for another
    time, place, group of people or kind of death are let be, and figures with
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
    for found in contradicting_totals(context.folder.totals(dossier)):
        one, other = found.one.estimate, found.others[0].estimate
        written, thing = one.quantity.verbatim, " ".join(found.subject)
        message = f"{thing}: {written!r} here, {other.quantity.verbatim!r} in line {other.span.first}"
        yield one.span, message, written


@rule("RK412", remedy="Look the work up, and correct the figure or the year that is wrong.")
def author_cited_for_two_figures(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """One author is cited for two figures of the same thing, or for one figure in works of two years.

    In one section Doe (1993) counts 30,000 dead of a famine, in another Doe
    (1993) counts 21,000: one of them was miswritten, or counts something else.
    Compared are rows and items that an author's name labels, under headings of
    the same name; rows of one table stand side by side, and are let be.

    Bad::

        ### The Winter Famine
        | Source     | Deaths |
        |------------|--------|
        | Doe (1993) | 30,000 |

        ### The Winter Famine: a debate
        | Historian  | Deaths        |
        |------------|---------------|
        | Doe (1993) | 21,000-23,000 |

    Good::

        ### The Winter Famine
        | Source     | Deaths        |
        |------------|---------------|
        | Doe (1993) | 21,000-23,000 |

        ### The Winter Famine: a debate
        | Historian  | Deaths        |
        |------------|---------------|
        | Doe (1993) | 21,000-23,000 |
    """
    for found in inconsistent_citations(context.folder.totals(dossier)):
        one, other = found.one.estimate, found.others[0].estimate
        named = f"{_cited(one)}: {one.quantity.verbatim!r}"
        message = f"{named} here, {other.quantity.verbatim!r} of {_cited(other)} in line {other.span.first}"
        yield one.span, message, one.quantity.verbatim


def _cited(estimate: Estimate) -> str:
    author = estimate.attribution
    if author is None:
        return "nobody"
    return f"{author.name} ({author.year})" if author.year else author.name


@corpus_rule("RK413", remedy="Look the figure up, and correct the dossier that is wrong; or say in both whose it is.")
def toll_differs_between_dossiers(corpus: Corpus, folder: Folder) -> Iterator[CorpusFault]:
    """Two dossiers give figures for the same thing that cannot both be true.

    An event is the same where its heading or label is (a name that no other
    event bears), both dossiers date it alike, and one links the other. A toll
    that a comparison gives of a linked dossier is held against that dossier's
    own Overview. Figures with different authors are a dispute and no fault.

    Bad::

        <!-- in port-sarn-okoro.md -->
        | **Estimated Death Toll** | 3,000-3,500 |
        <!-- in aldova-varda.md -->
        - [[port-sarn-okoro]] — relationship: structural (death toll of 900)

    Good::

        <!-- in port-sarn-okoro.md -->
        | **Estimated Death Toll** | 3,000-3,500 |
        <!-- in aldova-varda.md -->
        - [[port-sarn-okoro]] — relationship: structural (death toll of 3,000-3,500)
    """
    dossiers = {dossier.path: dossier for dossier in corpus.dossiers}
    counted = [total for dossier in corpus.dossiers for total in folder.totals(dossier)]
    for found in across(corpus.dossiers, counted).contradictions:
        one, other = found.one, found.others[0]
        written, place = one.estimate.quantity.verbatim, f"{other.path}:{other.estimate.span.first}"
        message = f"{found.about}: {written!r} here, {other.estimate.quantity.verbatim!r} in {place}"
        yield dossiers[one.path], one.estimate.span, message, written
