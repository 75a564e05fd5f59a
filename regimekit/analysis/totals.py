"""Figures that are totals of something, brought together by what they are the total of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial

from regimekit.analysis.apart import Told, comparable, told
from regimekit.analysis.bounds import bounds, exclude
from regimekit.analysis.columns import column_head
from regimekit.analysis.estimates import Listed, list_estimates
from regimekit.analysis.names import fold
from regimekit.analysis.outline import Headings
from regimekit.analysis.subjects import is_common, label_of, subject, topic, words_of
from regimekit.model import Dossier, Estimate

TALLIES = frozenset({"overview", "header", "confidence", "comparisons"})
_NEVER_TOTALS = frozenset({"overview", "comparisons"})
COMPARED = 20  # figures for one thing that later ones are held against

# who is nobody in particular: two figures of theirs need not be of one hand
_NOBODY = frozenset(
    """some most many several various other others scholar scholars scholarly historian historians academic academics
    research researchers researcher experts observers analysts critics consensus range estimate estimates study studies
    literature scholarship recent early modern contemporary independent official officials government state authorities
    regime records record figures data sources source report reports reported media press newspapers survivors
    survivor residents witnesses eyewitnesses opposition activists human rights organizations organisations
    organization organisation groups group ngos ngo international western local demographic detailed conservative
    wikipedia encyclopedia dossier the of and a an by in from own""".split()
)


class Total:
    """A figure and the thing (a set of words, empty for the regime as a whole) of which it is the total.

    ``by_author`` is True where its label names an author, and the thing stands
    in the headings above.
    """

    def __init__(self, listed: Listed, about: frozenset[str], headings: tuple[str, ...], by_author: bool) -> None:
        self.listed = listed
        self.about = about
        self.headings = headings
        self.by_author = by_author

    @property
    def estimate(self) -> Estimate:
        """The figure itself."""
        return self.listed.estimate

    @cached_property
    def told(self) -> Told:
        """What its own words say of what it counts."""
        return told(self.estimate, self.about, self.headings)

    @cached_property
    def rooted(self) -> bool:
        """Whether the thing is that of a heading above, rather than what a label calls it."""
        return any(self.about <= words_of(heading) for heading in self.headings)

    @property
    def place(self) -> tuple[str, int]:
        """File and line."""
        return self.listed.path, self.estimate.span.first


Pair = tuple[Total, Total]


def totals(dossier: Dossier) -> tuple[Total, ...]:
    """The totals of a dossier that name a number, in the order of the file.

    In the header and the confidence assessment only labels say what is
    counted; the Overview and comparisons count the regime, or another.
    """
    headings = Headings(dossier)
    found: list[tuple[int, frozenset[str], bool]] = []
    for place, estimate in enumerate(dossier.estimates):
        if estimate.section in _NEVER_TOTALS or estimate.part_of is not None or bounds(estimate.quantity) is None:
            continue
        tally = estimate.section in TALLIES
        heading = "" if tally else headings.nearest(estimate.span.first)
        about = subject(estimate, heading, partial(column_head, estimate, dossier))
        by_author = about is None and not tally and _is_authors(estimate)
        if by_author:
            about = topic(headings.chain(estimate.span.first))
        if about is not None:
            found.append((place, about, by_author))
    listed = list_estimates([dossier]) if found else ()
    return tuple(
        Total(listed[place], about, headings.chain(dossier.estimates[place].span.first), by_author)
        for place, about, by_author in found
    )


def _is_authors(estimate: Estimate) -> bool:
    """Whether the figure's label names its author and nothing else."""
    name = author(estimate)
    label = label_of(estimate) if name else None
    return label is not None and words_of(label) <= words_of(name)


def author(estimate: Estimate) -> str:
    """Whose figure it is, in plain letters; empty where that is nobody who can be told from others."""
    return _somebody(estimate.attribution.name) if estimate.attribution is not None else ""


@lru_cache(maxsize=4096)
def _somebody(name: str) -> str:
    plain = fold(name)
    return plain if any(word not in _NOBODY and not word.isdigit() for word in plain.split()) else ""


def groups(several: Iterable[Total]) -> dict[tuple[str, frozenset[str]], list[Total]]:
    """Totals by measure and thing, at most so many of each as are compared."""
    known: dict[tuple[str, frozenset[str]], list[Total]] = {}
    for total in several:
        same = known.setdefault((total.estimate.measure, total.about), [])
        if len(same) < COMPARED:
            same.append(total)
    return known


def one_hand(one: Estimate, other: Estimate) -> bool:
    """Whether nothing says that the figures of one dossier are of two authors."""
    if one.span == other.span or (one.sources and other.sources and one.sources != other.sources):
        return False
    authors = {estimate.attribution.name for estimate in (one, other) if estimate.attribution is not None}
    return len(authors) == 0 or (len(authors) == 1 and one.attribution is not None and other.attribution is not None)


def one_work(one: Estimate, other: Estimate) -> bool:
    """Whether both figures are of one author, and of one work as far as years are given."""
    years = {estimate.attribution.year for estimate in (one, other) if estimate.attribution is not None} - {None}
    return author(one) == author(other) != "" and len(years) < 2


def contradict(one: Total, other: Total) -> bool:
    """Whether two totals of one thing cannot both be true, and nothing around them tells them apart."""
    if not exclude(one.estimate.quantity, other.estimate.quantity):
        return False
    if is_common(one.about) and not (one.rooted or other.rooted) and topic(one.headings) != topic(other.headings):
        return False  # the famine deaths of two provinces
    return comparable(one.estimate, other.estimate, one.told, other.told)


def dispute(several: Sequence[Total], linked: Callable[[Total, Total], bool] | None = None) -> Pair | None:
    """Two totals of one thing for which two authors give numbers that exclude each other; None where none do."""
    for place, one in enumerate(several[:COMPARED]):
        for other in several[:place]:
            a, b = author(one.estimate), author(other.estimate)
            apart = "" != a != b != "" and exclude(one.estimate.quantity, other.estimate.quantity)
            if apart and (linked is None or linked(one, other)):
                return other, one
    return None
