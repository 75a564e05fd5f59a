"""Tolls by time and by population: only where the dossier gives what they are divided by, exactly enough.

Every bound is divided by that end of the divisor which widens the result; an
open end stays open.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from regimekit.analysis.comparison import Stratum
from regimekit.analysis.lasting import began, ended
from regimekit.analysis.scopes import all_words, thing_words
from regimekit.model import Dossier, Quantity

Per = Literal["year", "1,000 inhabitants"]

_YEAR = 365.2425  # days
_WIDEST = 1.25  # the longest time that the dates allow, divided by the shortest
_COUNTS_ALL = frozenset("population value size census country national inhabitant citizen".split())
_POPULATION = re.compile(r"\b(?:population|inhabitants)\b", re.I)


class Divisor(msgspec.Struct, frozen=True):
    """What a toll is divided by: years, or thousands of inhabitants; ``basis`` says from where, ``line`` which line."""

    per: Per
    low: float
    high: float
    basis: str
    line: int
    sources: tuple[str, ...] = ()


class Rate(msgspec.Struct, frozen=True):
    """A toll divided; a bound that is open stays None."""

    low: float | None
    high: float | None


class NotExact(msgspec.Struct, frozen=True):
    """Why a dossier's toll cannot be divided, in one sentence."""

    slug: str
    why: str


def rate(quantity: Quantity, divisor: Divisor) -> Rate | None:
    """A figure by a divisor; None for a vague one."""
    if quantity.low is None and quantity.high is None:
        return None
    return Rate(
        None if quantity.low is None else quantity.low / divisor.high,
        None if quantity.high is None or quantity.qualifier == "open range" else quantity.high / divisor.low,
    )


def years_of(dossier: Dossier, stratum: Stratum) -> Divisor | NotExact:
    """How many years the regime lasted, by the dates of its Overview: the shortest and the longest that they allow."""
    slug = dossier.slug
    if not stratum.headline:
        return NotExact(slug, f"the figure counts a part only: {stratum.narrower or stratum.scope}")
    field = dossier.field("dates")
    date = field.dates[0] if field and field.dates else None
    if field is None or date is None:
        return NotExact(slug, "the Overview gives no dates of the regime")
    written = date.verbatim
    first, last = began(date), ended(date)
    if "/" not in date.edtf or first is None or last is None:
        return NotExact(slug, f"the dates of the regime ({written}) do not say both when it began and when it ended")
    if date.approximate or date.uncertain:
        return NotExact(slug, f"the dates of the regime ({written}) are given as uncertain")
    shortest, longest = (last[0] - first[1]).days / _YEAR, ((last[1] - first[0]).days + 1) / _YEAR
    if shortest <= 0 or longest / shortest > _WIDEST:
        return NotExact(slug, f"the dates of the regime ({written}) are not exact enough for its length")
    return Divisor("year", shortest, longest, f"{written}: {_length(shortest, longest)} years", field.span.first)


def population_of(dossier: Dossier, stratum: Stratum) -> Divisor | NotExact:
    """The population of the country, in thousands, where the dossier gives one with a source."""
    slug = dossier.slug
    if not stratum.headline:
        return NotExact(slug, f"the figure counts a part only: {stratum.narrower or stratum.scope}")
    own = all_words(dossier.title) | all_words(slug.replace("-", " "))
    given = [
        statistic
        for statistic in dossier.statistics
        if _POPULATION.search(statistic.label)
        and statistic.after is None
        and statistic.quantity.unit != "percent"
        and not thing_words(re.sub(r"\(.*?\)|\d+", " ", statistic.label)) - _COUNTS_ALL - own
    ]
    if not given:
        return NotExact(slug, "the dossier gives no population of the country")
    sourced = next((one for one in given if one.sources), None)
    if sourced is None:
        return NotExact(slug, f"the population in line {given[0].span.first} has no source")
    low, high = sourced.quantity.low, sourced.quantity.high
    if not low or not high:
        return NotExact(slug, f"the population in line {sourced.span.first} has an open end")
    said = " ".join(part.strip() for part in sourced.text.split("|")[-1:])
    return Divisor("1,000 inhabitants", low / 1000, high / 1000, said, sourced.span.first, sourced.sources)


def _length(shortest: float, longest: float) -> str:
    low, high = f"{shortest:.1f}", f"{longest:.1f}"
    return low if low == high else f"{low} to {high}"
