"""Amounts in running text: "5.5-6.5 million", "20,000+", "two dozen" → Quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from regimekit.model.quantity import Qualifier, Quantity, Unit
from regimekit.parsing.counted import NOTHING, Counted, counted
from regimekit.parsing.no_counts import YEARS, is_no_count
from regimekit.parsing.numeral_scan import Numeral, read_numerals
from regimekit.parsing.numerals import scaled
from regimekit.parsing.qualifiers import qualifier_after, qualifier_before
from regimekit.parsing.ranges import is_change, joined, low_bound


class FoundQuantity(msgspec.Struct, frozen=True, gc=False):
    """An amount and where it stands in its text.

    ``start`` and ``end`` enclose it with its qualifiers ("at least 20 million", "20,000+"); ``number`` is where
    the first numeral begins. ``counted`` is the noun behind it. ``total_of`` marks the whole of which the amount
    before is a share ("12 of 30"), ``changes`` an amount that the next one replaces ("from 500 to 90"),
    ``ambiguous`` a range whose first number may lack a scale ("3-5,000"), ``reversed`` one written from high to
    low, ``money`` a sum of money.
    """

    start: int
    end: int
    number: int
    quantity: Quantity
    counted: Counted
    total_of: bool = False
    changes: bool = False
    ambiguous: bool = False
    reversed: bool = False
    money: bool = False


_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|ballot|carried|adopted|approved|rejected|passed|defeated|won|lost)\b")
_SHARE_OF = re.compile(
    r"(?:\A|[.;:|(-]\s)of\s(?:(?:the|its|some|about)\s)*\Z"
    r"|(?:\b(?:half|thirds?|quarters?|fifths?|majority|out)|%|percent|per cent)\sof\s(?:[^\W\d][\w’']*\s){0,3}\(?\Z"
)
_TOTAL_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|some|about|an?|estimated|approximately|total|those)\s)*[~≈(]?"
)

_MONEY = frozenset("$£€¥₽₤₩")
_CURRENCY_BEFORE = re.compile(r"(?<![a-z])(?:us|usd|eur|gbp|rs|dm|rm|frs?|chf|rmb)\.?\s?\Z")
_PERCENT = re.compile(r"\s?(?:%|percent|per\s?cent|pct)(?![a-z])")
_RANGE_OPENING = re.compile(r"(?<![a-z])(?:between|from)\s\Z")
_POINT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_TOLERANCES = frozenset(("±", "+/-", "plus or minus"))
_SHARES = frozenset((" in ", " in every ", " out of every ", " of every "))
_DURATIONS = frozenset("years year yrs yr months month mos mths weeks days hours".split())
_SAME_UNIT = re.compile(r"\s?(?:→|->|,|or|and|,\s(?:or|and))\s(?:~|about\s)?")
_ARE_AGES = re.compile(
    r"\b(?:(?:wo)?men|boys|girls|youths|males|females|children|people|those|everyone|anyone|ages|aged)\s"
    r"(?:(?:between|from|of|aged|the\sages)\s)*\Z"
)
_QUALIFIED_BY = frozenset(" +,-?")  # the characters with which a qualifier behind a number can begin


def lowered(text: str) -> str:
    """The text in lower case, every character at its offset."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals ("İ") are two characters in lower case
        low = "".join(lower if len(lower := character.lower()) == 1 else character for character in text)
    return low


def find_quantities(text: str, masked: Sequence[tuple[int, int]] = ()) -> list[FoundQuantity]:
    """Every amount of a text, in order; nothing is read inside the ``masked`` spans (its dates), which are sorted.

    Years, ages, ordinals, identifiers, shares ("two-thirds", "one in four") and
    rates are no amounts. Time and memory are linear in the length of the text.
    """
    low = lowered(text)
    numerals = read_numerals(low, masked)
    for index in range(len(numerals) - 1):
        if low.startswith(" or ", numerals[index].end):
            _share_scale(low, numerals, index)
    found: list[FoundQuantity] = []
    index = 0
    while index < len(numerals):
        first = numerals[index]
        second = None
        changes = False
        if index + 1 < len(numerals):
            following = numerals[index + 1]
            between = low[first.end : following.start]
            if (
                (between in _SHARES and not (between == " in " and following.value in YEARS))  # but "61 in 1978"
                or (between == " of " and first.value == 1)
                or _is_proportion(between, first, following)
            ):
                index += 2
                continue
            if between.strip() in _TOLERANCES:  # "14,000 ± 2,000" is about 14,000
                del numerals[index + 1]
                continue
            link = joined(low, first, following)
            if link is not None:
                changes = link["link"] == "to" and is_change(low, first, following)
                second = None if changes else (following, link)
        index += 1 if second is None else 2
        reading = _read(text, low, first, second, changes)
        if reading is not None:
            if found and _TOTAL_OF.fullmatch(low, found[-1].end, reading.start):
                _mark_total(found, reading)
            else:
                if reading.counted.noun in _DURATIONS:
                    _mark_durations(low, found, reading)
                found.append(reading)
    return found


def parse_quantity(text: str) -> Quantity | None:
    """The first amount of a phrase, None where it holds none."""
    found = find_quantities(text)
    if not found and text.strip().casefold() == "one":
        return Quantity(text.strip(), 1, 1, "exact")
    return found[0].quantity if found else None


def _mark_durations(low: str, found: list[FoundQuantity], last: FoundQuantity) -> None:
    """Give the bare numbers of "10, 15 or 20 years" the unit of the last."""
    start = last.start
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if one.counted.kind != "none" or _SAME_UNIT.fullmatch(low, one.end, start) is None:
            return
        quantity = msgspec.structs.replace(one.quantity, unit=last.quantity.unit)
        found[place] = msgspec.structs.replace(one, counted=last.counted, quantity=quantity)
        start = one.start


def _share_scale(low: str, numerals: Sequence[Numeral], index: int) -> None:
    """Give the alternatives of "3, 2.5 or 2 million", of which ``index`` is the last but one, the scale of the last."""
    last = numerals[index + 1]
    while index >= 0 and numerals[index].value is not None and last.scale > 1:
        one = numerals[index]
        assert one.value is not None
        if one.scale > 1 or one.value >= 1000 or "," in one.digits:
            return
        one.value, one.scale = scaled(one.value, last.scale), last.scale
        if index == 0 or low[numerals[index - 1].end : one.start] not in (", ", ", ~"):
            return
        index -= 1


def _is_proportion(between: str, share: Numeral, whole: Numeral) -> bool:
    """Whether two numbers are a proportion: "6 out of 10", "outnumbered two to one"."""
    if between == " out of ":
        return whole.value in (10, 100, 1000) and share.scale == whole.scale == 1
    return between in (" to ", "-to-") and whole.value == 1 and not whole.digits and share.scale == 1


def _mark_total(found: list[FoundQuantity], total: FoundQuantity) -> None:
    """Append the whole behind a share ("12 of 30 officers"), whose noun is the share's too."""
    share = found[-1]
    if share.counted.kind == "none":
        unit: Unit = share.quantity.unit if share.quantity.unit == "percent" else total.quantity.unit
        quantity = msgspec.structs.replace(share.quantity, unit=unit)
        found[-1] = msgspec.structs.replace(share, counted=total.counted, quantity=quantity)
    found.append(msgspec.structs.replace(total, total_of=True))


def _read(
    text: str, low: str, first: Numeral, second: tuple[Numeral, re.Match[str]] | None, changes: bool
) -> FoundQuantity | None:
    """One amount, of one numeral or of two that a link makes a range; None where it is no amount after all."""
    last = first if second is None else second[0]
    begin, end = first.start, last.end
    money = begin > 0 and low[begin - 1] in _MONEY
    begin -= money
    currency = _CURRENCY_BEFORE.search(low, max(0, begin - 5), begin) if begin > 1 else None
    if currency is not None:
        begin, money = currency.start(), True
    before, begin = qualifier_before(low, begin)
    percent = _PERCENT.match(low, end) if low[end : end + 2].strip()[:1] in ("%", "p") else None
    if percent is not None:
        end = percent.end()
    after: Qualifier | None = "at least" if last.plus else None
    if low[end : end + 1] in _QUALIFIED_BY:
        later, end = qualifier_after(low, end)
        after = after or later
    noun = NOTHING if percent else counted(text, low, end, several=first.value != 1 or second is not None)
    if second is not None and noun.kind == "none" and _ARE_AGES.search(low, max(0, begin - 40), begin) is not None:
        return None
    if second is not None and (opening := _RANGE_OPENING.search(low, max(0, begin - 9), begin)) is not None:
        begin = opening.start()
    if not percent and not money:
        grouped = [one for one in {first, last} if one.scale == 1 and _POINT_GROUP.fullmatch(one.digits)]
        whole = noun.kind in ("people", "harm") or any(one.digits.endswith("000") for one in grouped)
        for numeral in grouped:
            if whole and not (numeral is first and _shares_scale(first, last)):
                numeral.value = round((numeral.value or 0) * 1000)  # 12.000 dead: people come in whole numbers
    people = noun.kind in ("people", "harm")
    if second is None and not money and percent is None:
        if is_no_count(text, low, first, noun, begin):
            return None
        if first.value == 1 and not first.digits and (not people or low.startswith(" of", end)):
            return None  # "one" is a pronoun more often than a count
    unit: Unit = "percent" if percent else "other" if money or noun.kind in ("thing", "unknown") else "people"
    verbatim = text[begin:end]
    ambiguous = is_reversed = False
    if second is None:
        quantity = _single(verbatim, first, before, after, unit)
    elif first.value is None or last.value is None:
        quantity = _half_vague(verbatim, first, last, unit)
    else:
        lower, ambiguous = low_bound(first, last)
        upper = last.value
        if first.value in YEARS and last.value in YEARS and not (people or first.scale > 1 or "," in first.digits):
            return None
        if lower > upper:
            if second[1]["link"] != "to" and upper < 1000:
                return None  # the score of a game or a vote
            if upper < 1000 and _VOTE.search(low, max(0, begin - 40), begin):
                return None
            lower, upper, is_reversed = upper, lower, True
        is_open = after == "at least" or second[1]["open"] is not None
        quantity = Quantity(verbatim, lower, upper, "open range" if is_open else "range", unit)
    reach = max(0, begin - 32)
    total_of = low.find("of ", reach, begin) >= 0 and _SHARE_OF.search(low, reach, begin) is not None
    return FoundQuantity(begin, end, first.start, quantity, noun, total_of, changes, ambiguous, is_reversed, money)


def _shares_scale(first: Numeral, last: Numeral) -> bool:
    """Whether "1.671-1.871 million" is in millions at both ends."""
    if last.scale == 1 or first.value is None or last.value is None:
        return False
    return first.value * last.scale <= last.value


def _single(verbatim: str, numeral: Numeral, before: Qualifier | None, after: Qualifier | None, unit: Unit) -> Quantity:
    value = numeral.value
    if value is None:
        return Quantity(verbatim, None, None, "vague", unit, numeral.magnitude)
    qualifier = before or after or "exact"
    if before == "approximate" and after is not None:
        qualifier = after
    low = None if qualifier in ("at most", "less than") else value
    high = None if qualifier in ("at least", "more than") else value
    return Quantity(verbatim, low, high, qualifier, unit)


def _half_vague(verbatim: str, first: Numeral, last: Numeral, unit: Unit) -> Quantity:
    """A range with an end that is no number: "several hundred to 1,000" keeps the end that is."""
    if first.value is None and last.value is None:
        magnitudes = [m for m in (first.magnitude, last.magnitude) if m is not None]
        return Quantity(verbatim, None, None, "vague", unit, min(magnitudes, default=None))
    magnitude = first.magnitude if first.value is None else last.magnitude
    return Quantity(verbatim, first.value, last.value, "open range", unit, magnitude)
