"""4xx: how many people were harmed, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regimekit.analysis.columns import cells_of
from regimekit.analysis.names import fold
from regimekit.analysis.namesakes import name_words
from regimekit.analysis.scopes import narrowing
from regimekit.linting.context import Context
from regimekit.linting.lists import author_in
from regimekit.linting.names import initials, proper_names
from regimekit.linting.rule import Fault, met_while_reading, rule
from regimekit.linting.wording import listed
from regimekit.model import Dossier, Estimate, Span


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


@rule("RK403", severity="info", remedy="Add the work to the sources, or say where the figure was read.")
def attribution_in_no_source(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A figure is somebody's who stands in none of the sources.

    "Conquest (1986)" beside a number says whose it is, and not where it was
    read. A figure with a footnote or link of its own is let pass; where several
    authors are missing, one finding names them all.

    Bad::

        | Source | Estimate |
        |--------|----------|
        | Doe (1993) | 3,000-4,000 |

        ## Sources
        - [Varda](https://example.org/varda) | type: encyclopedia | accessed: 2024-05-02

    Good::

        | Source | Estimate |
        |--------|----------|
        | Doe (1993) | 3,000-4,000 |

        ## Sources
        - [Ana Doe - The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    if not context.listed_sources:
        return
    own = frozenset(word for person in dossier.people for word in name_words(person.name))
    missing: dict[str, Estimate] = {}
    for group in context.estimate_groups:
        for _, row in group.rows if group.compares_authors else ():
            author = row[0].attribution
            if (
                author is not None
                and not row[0].sources
                and author.kind in ("scholar", "reference", "ngo", "tribunal", "press")
            ):
                words = [word for word in proper_names(author.name) if len(word) > 2]
                # what somebody of the regime said was not read in a work of theirs
                if (
                    words
                    and not own.issuperset(words)
                    and not any(context.sources_mention(word) for word in (*words, initials(author.name)))
                ):
                    missing.setdefault(author.name.partition(",")[0], row[0])
    if len(missing) > _MANY:
        names = listed([*list(missing)[:_SHOWN], *(["others"] if len(missing) > _SHOWN else [])])
        place = context.sources_heading
        yield place, f"figures are given out as those of {names}, who stand in none of the sources"
        return
    for name, estimate in missing.items():
        yield estimate.span, f"{name} stands in none of the sources", name


_MANY = 3  # so many authors without a source are one fault, told once
_SHOWN = 6  # of them are named


@rule("RK404", remedy="Say whose the figure is: 'Conquest (1986)', 'Truth Commission', or a footnote.")
def estimate_without_attribution(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """An estimate does not say whose it is.

    A number without an author cannot be weighed against another. The rule looks
    at tables with a column for sources, and at lists in which other figures
    have an author: there "Upper estimate" stands where a name should be.

    Bad::

        | Source          | Estimate  |
        |-----------------|-----------|
        | Conquest (1986) | 7 million |
        | Upper estimate  | 9 million |

    Good::

        | Source                  | Estimate  |
        |-------------------------|-----------|
        | Conquest (1986)         | 7 million |
        | Solzhenitsyn (1973)     | 9 million |
    """
    for group in context.estimate_groups:
        column = group.author_column
        for _, row in group.rows if group.compares_authors else ():
            estimate = row[0]
            if estimate.attribution is not None or estimate.sources:
                continue
            cells = cells_of(estimate)
            if group.header:
                unnamed = column is not None and column < len(cells) and not author_in(cells[column])
            else:
                unnamed = not author_in(estimate.text.partition(estimate.quantity.verbatim)[0])
            if unnamed:
                written = estimate.quantity.verbatim
                yield estimate.span, f"{written!r} has no author", written


@rule("RK409", remedy="Put what counts something else into a table of its own, or say in every row what it counts.")
def estimates_of_different_things(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The figures of one table do not count the same.

    One row counts a province, the next the country; one the year of terror, the
    next the whole regime. Side by side they look like a dispute. Reported once
    for a table or list, with the rows that say what they count.

    Bad::

        | Source          | Deaths in the southern famine    |
        |-----------------|----------------------------------|
        | Conquest (1986) | 7 million total famine deaths    |
        | Recent research | 3.5-5 million                    |

    Good::

        | Source          | Deaths in the southern famine |
        |-----------------|-------------------------------|
        | Recent research | 3.5-5 million                 |

        | Source          | Deaths in the famine as a whole |
        |-----------------|---------------------------------|
        | Conquest (1986) | 7 million                       |
    """
    for group in context.estimate_groups:
        if not group.compares_authors or len(group.rows) < 2:
            continue
        said = {line: _scope(row[0], group.author_column) for line, row in group.rows}
        phrases = {line: phrase for line, phrase in said.items() if phrase}
        if phrases and len({fold(phrase) for phrase in said.values()}) > 1:
            first, *more = phrases.items()
            others = f"; {listed(f'{phrase!r} in line {line}' for line, phrase in more)}" if more else ""
            message = f"the figures do not count the same: {first[1]!r} here{others}"
            yield Span(first[0], first[0]), message, first[1]


def _scope(estimate: Estimate, author_column: int | None) -> str:
    """What a row says that it counts, empty where it says nothing of it."""
    cells = [cell for place, cell in enumerate(cells_of(estimate)) if place != author_column]
    return next((phrase for cell in cells for phrase in [narrowing(cell)] if phrase), "")


@rule("RK410", severity="error", remedy="Correct the year of the work, or whose figure it is.")
def estimate_before_what_it_counts(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A figure was published before what it counts, or in the future.

    A work of 1930 cannot count the dead of 1932: a year is mistyped, or the
    author is another.

    Bad::

        ### The famine (1932-1933)
        | Source     | Estimate      |
        |------------|---------------|
        | Doe (1923) | 3.5-5 million |

    Good::

        ### The famine (1932-1933)
        | Source     | Estimate      |
        |------------|---------------|
        | Doe (1993) | 3.5-5 million |
    """
    updated = dossier.updated.date if dossier.updated else None
    latest = ((updated.latest if updated else None) or context.settings.today).year
    for group in context.estimate_groups:
        years = [int(year) for year in _YEAR.findall(group.above)]
        for _, row in group.rows if group.compares_authors else ():
            author = row[0].attribution
            if author is None or author.year is None:
                continue
            if years and author.year < min(years):
                message = f"{author.name} ({author.year}) is older than what it counts ({min(years)})"
                yield row[0].span, message, str(author.year)
            elif author.year > latest:
                yield row[0].span, f"{author.name} ({author.year}) lies in the future", str(author.year)


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@rule("RK411", remedy="Take one of the two out.")
def estimate_given_twice(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The same figure of the same author stands twice in one table.

    Two rows look like two witnesses.

    Bad::

        | Source     | Estimate    |
        |------------|-------------|
        | Doe (1993) | 3,000-4,000 |
        | Doe (1993) | 3,000-4,000 |

    Good::

        | Source     | Estimate    |
        |------------|-------------|
        | Doe (1993) | 3,000-4,000 |
    """
    for group in context.estimate_groups:
        seen: dict[tuple[object, ...], int] = {}
        for line, row in group.rows if group.compares_authors else ():
            for estimate in row:
                if estimate.attribution is None:
                    continue
                quantity = estimate.quantity
                key = (estimate.attribution, quantity.low, quantity.high, estimate.measure, _scope(estimate, None))
                first = seen.setdefault(key, line)
                if first != line:
                    yield (
                        estimate.span,
                        f"{quantity.verbatim!r} of {estimate.attribution.name} stands in line {first} too",
                    )
