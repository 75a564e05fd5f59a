"""Amounts in running text: "5.5-6.5 million", "20,000+", "two dozen" → Quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from regimekit.model.quantity import Number, Qualifier, Quantity, Unit
from regimekit.parsing.counted import NOTHING, Counted, counted
from regimekit.parsing.harm_words import HARM_WORDS
from regimekit.parsing.numerals import (
    NUMERAL,
    SCALES,
    cardinal_value,
    digits_value,
    fraction_value,
    scale_value,
    scaled,
    vague_magnitude,
)
from regimekit.parsing.qualifiers import SYMBOLS, qualifier_after, qualifier_before


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


class _Numeral:
    """One number of the text; ``scale`` is 1 where none is written, ``value`` None where it is vague."""

    __slots__ = ("digits", "end", "magnitude", "plus", "scale", "start", "value")

    def __init__(
        self, start: int, end: int, value: Number | None, scale: int, digits: str, plus: bool, magnitude: int | None
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.scale = scale
        self.digits = digits
        self.plus = plus
        self.magnitude = magnitude


_JOIN = re.compile(
    r"\s?[%]?(?:\s?per\s?cent)?\s*(?P<note>\([^()\n]{0,40}\)\s*)?"
    r"(?P<link>[-–—−‑‐]{1,2}|to|or|and|-to-)(?:(?<=[-–—−‑‐])|\s)\s*"
    r"(?P<open>(?:more than|over|at least|upwards of)\s)?"
    rf"(?:(?:about|around|approximately|perhaps|possibly|maybe|as many as|as high as|up to|even|nearly|almost|roughly|an?|estimated)\s)*"
    rf"[{SYMBOLS}]?\s?(?:us)?[$£€]?"
)
_CHANGE = re.compile(
    r"\b(?:rose|ris(?:e|en|ing)|gr[eo]w\w*|swell\w*|swoll\w*|increas\w*|declin\w*|fell|fall\w*|dropp?\w*|reduc\w*|expan\w*"
    r"|climb\w*|jump\w*|shrank|shrink\w*|shrunk|decreas\w*|cut|went|goes|surg\w*|plung\w*|plummet\w*|collaps\w*|slash\w*"
    r"|chang\w*|down|up)\b[^.;:]{0,40}\bfrom\s[~a-z ]{0,20}\Z"
)
_SHARE_OF = re.compile(
    r"(?:\b(?:half|thirds?|quarters?|fifths?|majority|out)|%|percent|per cent)\sof\s(?:[\w’']+\s)?\(?\Z"
)
_TOTAL_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|some|about|an?|estimated|approximately|total|those)\s)*[~≈(]?"
)

_MONEY = frozenset("$£€¥₽₤₩")
_CURRENCY_BEFORE = re.compile(r"(?<![a-z])(?:us|usd|eur|gbp|rs|dm|rm|frs?|chf|rmb)\.?\s?\Z")
_COMPOUND = re.compile(r"-(?!odd|plus|strong|to-)[a-z]")
_ORDINAL = re.compile(
    r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|halves|thirds?|quarters?|fifths?)(?![a-z])"
)
_PERCENT = re.compile(r"\s?(?:%|percent|per\s?cent|pct)(?![a-z])")
# Words in front of a number that is a name, an age or a rate rather than a count.
_NUMBERED = frozenset(
    """
    article articles section sections order resolution resolutions office law decree chapter act paragraph clause number
    numbers no. nos. battalion unit division brigade regiment room cell block camp group type class category part volume
    vol. page pages p. pp. phase stage level case file document directive protocol project channel radio flight route
    highway zone sector district region area formula version day week grade year step rank rule point bureau department
    building line item table figure note annex appendix statute code instruction circular regulation pavilion ward war
    """.split()
)
_RANGE_OPENING = re.compile(r"(?<![a-z])(?:between|from)\s\Z")
_POINT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_COMPARING = frozenset(("as ", "ow ", "so ", "oo "))  # the ends of "as", "how", "so", "too" before "many"
_LARGEST = 10**15
_SHARES = frozenset((" in ", " in every ", " out of every ", " of every "))
_QUALIFIED_BY = frozenset(" +,-?")  # the characters with which a qualifier behind a number can begin
_AGES = frozenset(("aged", "age", "ages", "turned"))
_AS_YOUNG = re.compile(r"\b(?:young|old)(?:er)? (?:as|than) \Z")
_DIED = re.compile(r"\b(?:died|dies|dead|killed|executed)\b[^.;]*\Z")
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)
_MONTH_AFTER = re.compile(rf"\s(?:{'|'.join(_MONTHS)})(?![a-z])")
_RATES = frozenset(("per", "every", "each"))
_YEARS = range(1700, 2100)


def lowered(text: str) -> str:
    """The text in lower case, every character at its offset."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals ("İ") are two characters in lower case
        low = "".join(lower if len(lower := character.lower()) == 1 else character for character in text)
    return low


def _numerals(low: str, masked: Sequence[tuple[int, int]]) -> list[_Numeral]:
    """The numerals that can be amounts, in order; identifiers, ordinals, decades and clock times are passed over."""
    padded = "\n" + low  # so that the scanner always has a character before the numeral
    found: list[_Numeral] = []
    position = 0
    mask = 0
    while (match := NUMERAL.search(padded, position)) is not None:
        start, end = match.start(), match.end() - 1
        while mask < len(masked) and masked[mask][1] <= start:
            mask += 1
        if mask < len(masked) and masked[mask][0] < end:
            position = max(masked[mask][1], start + 1)
            continue
        position = end
        digits = match["digits"]
        if digits is not None:
            if not _stands_alone(low, start, end, match["scale"] is not None, found[-1].end if found else -1):
                continue
            value = digits_value(digits)
            if value is None:
                continue
            scale = scale_value(match["scale"]) if match["scale"] else 1
            plus = match["plus"] is not None
            if (value := scaled(value, scale)) <= _LARGEST:
                found.append(_Numeral(start, end, value, scale, digits, plus, None))
            continue
        previous = low[start - 2 : start] if start > 1 else ""
        if previous[-1:] == "-" and previous[0].isalnum() and not (found and found[-1].end >= start - 4):
            continue
        words = match["cardinal"]
        if words is not None:
            amount, used = cardinal_value(words)
            end = start + used
            position = end if used else start + 1
            if used and not _COMPOUND.match(low, end) and not _ORDINAL.match(low, end):
                found.append(_Numeral(start, end, amount, _trailing_scale(words[:used]), "", False, None))
        elif match["fraction"] is not None:
            found.append(_Numeral(start, end, fraction_value(match["fraction"]), 1, "", False, None))
        elif not _COMPOUND.match(low, end) and low[max(0, start - 3) : start] not in _COMPARING:
            found.append(_Numeral(start, end, None, 1, match["vague"], False, vague_magnitude(match["vague"])))
    return found


@lru_cache(maxsize=1024)
def _trailing_scale(words: str) -> int:
    """The scale with which number words end: "three hundred thousand" is 100000, so is what stands before "to" it."""
    factor = 1
    for word in reversed(words.replace("-", " ").split()):
        if word not in SCALES:
            break
        factor *= SCALES[word]
    return factor


def _stands_alone(low: str, start: int, end: int, has_scale: bool, previous_end: int) -> bool:
    """Whether digits are a number of their own, not part of a word, a time, a fraction or a name ("S-21", "1945/46")."""
    following = low[end : end + 2]
    if following:
        character = following[0]
        if character.isalnum() or character == "_":
            return False
        if character in ":/" and following[1:].isdigit():
            return False
        if start == 0 and character in ".)" and following[1:] == " ":
            return False  # the number of a heading
        if character == "-" and not has_scale and _COMPOUND.match(low, end):
            return False
    if start == 0:
        return True
    character = low[start - 1]
    before = low[start - 2] if start > 1 else " "
    if character in " (\n":
        return True
    if character in "#№":
        return False
    if character in "-/:.,'’":
        if character in "'’":
            return not (end - start == 2)
        if character == "-" and previous_end == start - 1:
            return True
        if character == "-" and low[max(0, start - 4) : start] == "-to-":
            return True
        return not before.isalnum()
    return True


def _joined(low: str, first: _Numeral, second: _Numeral) -> re.Match[str] | None:
    """The link between two numerals that make one range: "-", "to", "(official) to", "and" behind "between"."""
    if second.start - first.end > 60:
        return None
    link = _JOIN.fullmatch(low, first.end, second.start)
    if link is None:
        return None
    word = link["link"]
    if word == "and" and "between" not in low[max(0, first.start - 30) : first.start]:
        return None
    if first.value is None or second.value is None:
        return link if word != "and" else None
    if word == "or" and (first.value >= second.value or first.plus):
        return None
    spaced = low[first.end] == " " and word not in ("to", "or", "and") and not link["note"]
    if spaced and ("—" in word or _low_bound(first, second)[0] >= second.value):
        return None
    return link


def _low_bound(first: _Numeral, second: _Numeral) -> tuple[Number, bool]:
    """The first number of a range with the scale it shares with the second, and whether that is a guess.

    "1.5-2 million" shares the million, "750,000-1.5 million" does not; "3-5,000" is
    read as 3,000-5,000, and "500-1 million" as it stands, both as guesses.
    """
    assert first.value is not None and second.value is not None
    if first.scale == 1 and first.value < 1000 and "," not in first.digits:
        if second.scale > 1:
            shared = scaled(first.value, second.scale)
            return (shared, False) if shared <= second.value else (first.value, True)
        if "," in second.digits and 0 < first.value * 1000 < second.value and isinstance(first.value, int):
            return first.value * 1000, True
    return first.value, False


def _is_name(text: str, low: str, numeral: _Numeral, counted_noun: Counted, begin: int) -> bool:
    """Whether plain digits are a year, an age, a rate or the number of something ("Article 58")."""
    if numeral.scale > 1 or numeral.value is None or not numeral.digits or numeral.plus:
        return False
    space = low.rfind(" ", 0, max(0, begin - 1))
    word = low[space + 1 : begin].strip(" (\n")
    if word in _RATES:
        return True
    if not numeral.digits.isdigit():
        return False
    if (
        word == "at"
        and len(numeral.digits) == 2
        and counted_noun.kind == "none"
        and _DIED.search(low, max(0, begin - 40), begin)
    ):
        return True
    if word in _AGES or low.startswith((" years old", " year old"), numeral.end):
        return True
    if begin < numeral.start:
        return False
    counts_people = counted_noun.kind in ("people", "harm")
    if len(numeral.digits) == 4 and numeral.value in _YEARS:
        return not counts_people or word in (
            "the",
            "in",
            "since",
            "by",
            "of",
            "from",
            "until",
            "during",
            "after",
            "before",
        )
    capital = text[space + 1 : space + 2].isupper()
    if word in _MONTHS or (counted_noun.kind != "people" and _MONTH_AFTER.match(low, numeral.end)):
        return True
    if word in _NUMBERED:
        return capital or not counts_people
    return (
        capital
        and counted_noun.kind == "none"
        and space > 0
        and low[space - 1] not in ":|.;(-–—"
        and word not in HARM_WORDS
    )


def _is_proper_name(text: str, low: str, numeral: _Numeral) -> bool:
    """Whether a number word ends a name ("Council of Nine") or tells an age ("at age nine")."""
    if numeral.digits or numeral.value is None:
        return False
    words = low[max(0, numeral.start - 24) : numeral.start].split()
    if not words:
        return False
    if words[-1] in _AGES:
        return True
    named = numeral.start - len(words[-1]) - 1
    return words[-1] == "of" and text[numeral.start].isupper() and len(words) > 1 and text[named - 1 - len(words[-2])].isupper()


def find_quantities(text: str, masked: Sequence[tuple[int, int]] = ()) -> list[FoundQuantity]:
    """Every amount of a text, in order; nothing is read inside the ``masked`` spans (its dates), which are sorted.

    Years, ages, ordinals, identifiers, shares ("two-thirds", "one in four") and
    rates are no amounts. Time and memory are linear in the length of the text.
    """
    low = lowered(text)
    numerals = _numerals(low, masked)
    found: list[FoundQuantity] = []
    index = 0
    while index < len(numerals):
        first = numerals[index]
        second = None
        changes = False
        if index + 1 < len(numerals):
            following = numerals[index + 1]
            between = low[first.end : following.start]
            if between in _SHARES or (between == " of " and first.value == 1):
                index += 2
                continue
            link = _joined(low, first, following)
            if link is not None:
                changes = link["link"] == "to" and _is_change(low, first, following)
                second = None if changes else (following, link)
        index += 1 if second is None else 2
        reading = _read(text, low, first, second, changes)
        if reading is not None:
            if found and _TOTAL_OF.fullmatch(low, found[-1].end, reading.start):
                _mark_total(found, reading)
            else:
                found.append(reading)
    return found


def parse_quantity(text: str) -> Quantity | None:
    """The first amount of a phrase, None where it holds none."""
    found = find_quantities(text)
    if not found and text.strip().casefold() == "one":
        return Quantity(text.strip(), 1, 1, "exact")
    return found[0].quantity if found else None


def _is_change(low: str, first: _Numeral, second: _Numeral) -> bool:
    """Whether "from 500 to 90" tells of a change rather than a range."""
    begin = max(0, first.start - 24)
    if low.find("from ", begin, first.start) < 0 or first.value is None or second.value is None:
        return False
    if _low_bound(first, second)[0] > second.value:
        return True
    return _CHANGE.search(low, max(0, first.start - 90), first.start) is not None


def _mark_total(found: list[FoundQuantity], total: FoundQuantity) -> None:
    """Append the whole behind a share ("12 of 30 officers"), whose noun is the share's too."""
    share = found[-1]
    if share.counted.kind == "none":
        unit: Unit = share.quantity.unit if share.quantity.unit == "percent" else total.quantity.unit
        quantity = msgspec.structs.replace(share.quantity, unit=unit)
        found[-1] = msgspec.structs.replace(share, counted=total.counted, quantity=quantity)
    found.append(msgspec.structs.replace(total, total_of=True))


def _read(
    text: str, low: str, first: _Numeral, second: tuple[_Numeral, re.Match[str]] | None, changes: bool
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
    if second is not None and (opening := _RANGE_OPENING.search(low, max(0, begin - 9), begin)) is not None:
        begin = opening.start()
    if _POINT_GROUP.fullmatch(first.digits) and first.scale == 1 and not percent and not money:
        first.value = _regrouped(first, noun)
    people = noun.kind in ("people", "harm")
    if second is None and not money and percent is None:
        if _is_proper_name(text, low, first):
            return None
        if _is_name(text, low, first, noun, begin):
            return None
        if _AS_YOUNG.search(low, max(0, first.start - 14), first.start):
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
        lower, ambiguous = _low_bound(first, last)
        upper = last.value
        if first.value in _YEARS and last.value in _YEARS and not (people or first.scale > 1 or "," in first.digits):
            return None
        if lower > upper:
            if second[1]["link"] != "to" and upper < 1000:
                return None  # the score of a game or a vote
            lower, upper, is_reversed = upper, lower, True
        is_open = after == "at least" or second[1]["open"] is not None
        quantity = Quantity(verbatim, lower, upper, "open range" if is_open else "range", unit)
    total_of = _SHARE_OF.search(low, max(0, begin - 32), begin) is not None
    return FoundQuantity(begin, end, first.start, quantity, noun, total_of, changes, ambiguous, is_reversed, money)


def _regrouped(numeral: _Numeral, noun: Counted) -> Number | None:
    """12.000 dead are twelve thousand: people come in whole numbers."""
    assert numeral.value is not None
    if numeral.digits.endswith("000") or noun.kind in ("people", "harm"):
        return round(numeral.value * 1000)
    return numeral.value


def _single(
    verbatim: str, numeral: _Numeral, before: Qualifier | None, after: Qualifier | None, unit: Unit
) -> Quantity:
    value = numeral.value
    if value is None:
        return Quantity(verbatim, None, None, "vague", unit, numeral.magnitude)
    qualifier = before or after or "exact"
    if before == "approximate" and after is not None:
        qualifier = after
    low = None if qualifier in ("at most", "less than") else value
    high = None if qualifier in ("at least", "more than") else value
    return Quantity(verbatim, low, high, qualifier, unit)


def _half_vague(verbatim: str, first: _Numeral, last: _Numeral, unit: Unit) -> Quantity:
    """A range with an end that is no number: "several hundred to 1,000" keeps the end that is."""
    if first.value is None and last.value is None:
        magnitudes = [m for m in (first.magnitude, last.magnitude) if m is not None]
        return Quantity(verbatim, None, None, "vague", unit, min(magnitudes, default=None))
    magnitude = first.magnitude if first.value is None else last.magnitude
    return Quantity(verbatim, first.value, last.value, "open range", unit, magnitude)
