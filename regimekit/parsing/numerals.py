"""Digits and number words → values: "1.2 million", "300k", "two hundred and fifty thousand", "tens of thousands"."""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.model.quantity import Number

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "lakh": 100_000,
    "lac": 100_000,
    "crore": 10_000_000,
    "dozen": 12,
    "score": 20,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "mio": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES, 1)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PARTS = {"half": 2, "quarter": 4, "third": 3}

# The beginnings of all that counts: the scanner passes over other words without trying the long lists below.
_OPENING = (
    r"(?=[0-9]|one|t(?:w|h[ior]|en)|f(?:ou|if|iv|ew|or)|s(?:ix|eve|co|om)|e(?:ig|le)|nin|num|h(?:un|al)|mi|man|bil|do|qu"
    r"|an?\s|cou|un[tc])"
)
_SPACE = r"[\s-]"
_SPELLED_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen|score(?!\sof))(?![a-z])"
_SPELLED_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:{_SPACE}(?:{'|'.join(_ONES[:9])}))?|{'|'.join(_ONES)})(?![a-z])"
_DIGITS = r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f'’][0-9]{3}){1,4}(?![0-9]|[.,][0-9])|[0-9]+(?:[.,][0-9]+)*[½¼¾]?"
_DIGIT_SCALE = (
    r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|lakh|lac|crore|dozen)s?(?![a-z])"
    r"|\s?(?:mn|mln|mio|bn)(?![a-z0-9])|[km](?![a-z0-9]))"
)
_CARDINAL = (
    rf"(?:{_SPELLED_SMALL}|an?(?=\s{_SPELLED_SCALE}))"
    rf"(?:(?:{_SPACE}{_SPELLED_SCALE}){{1,3}}(?:\s(?:and\s)?{_SPELLED_SMALL})?){{0,4}}"
    rf"(?:\sand\sa\shalf(?![a-z])(?:\s{_SPELLED_SCALE})?)?"
)
_FRACTION = (
    r"(?:half[\s-](?:an?\s)?|(?:an?\s|one[\s-])?(?:quarter|third)(?:\sof\san?\s|[\s-])|three[\s-]quarters\sof\san?\s)"
    r"(?:dozen|hundred|thousand|million|billion)(?![a-z])"
)
_VAGUE = (
    r"(?:(?:several|an?\sfew|few|many|some|countless|untold|numerous|an?\scouple(?:\sof)?)\s)?"
    r"(?:(?:tens|dozens|scores|hundreds|thousands)(?:\s(?:and|or)\s(?:tens|dozens|scores|hundreds|thousands))?"
    r"(?:\sof\s(?:hundreds|thousands|millions|billions))?|(?:millions|billions)(?:\sof\smillions)?)(?![a-z])"
    r"|(?:several|an?\sfew|few|many|some|countless|untold|numerous|an?\scouple(?:\sof)?)\s"
    r"(?:dozen|hundred|thousand|million|billion)(?:\s(?:thousand|million))?(?![a-z])"
    r"|(?:several|an?\sfew|few|many|countless|untold|numerous)(?![a-z])"
)
NUMERAL = re.compile(
    rf"[^a-z0-9_]{_OPENING}(?:"
    rf"(?P<digits>{_DIGITS})(?P<plus>\+)?(?P<scale>{_DIGIT_SCALE}(?:\s(?:thousand|million|billion))?)?"
    rf"|(?P<fraction>{_FRACTION})|(?P<cardinal>{_CARDINAL})|(?P<vague>{_VAGUE}))"
)
"""A numeral and the one character before it, in lower-cased text: digits with their scale, or words."""

_WORD = re.compile(r"[a-z]+")
_LONGEST = 16  # more digits than any count has: identifiers, telephone numbers


def scaled(value: Number, scale: int) -> Number:
    """``value * scale``, whole where it can be: 4.35 million is 4350000, not 4349999.999999999."""
    product = value * scale
    if isinstance(product, float):
        nearest = round(product)
        return nearest if abs(product - nearest) < 1e-6 * max(1, scale) else product
    return product


@lru_cache(maxsize=4096)
def digits_value(digits: str) -> Number | None:
    """The value of a run of digits, None where it is no number ("1,23", "1.2.3", more than 16 digits).

    Commas and spaces group thousands; a point groups them where there are two of
    it ("1.200.000") or where a comma follows it ("1.200,5" is not read).
    """
    if digits.isdigit():
        return int(digits) if len(digits) <= _LONGEST and digits.isascii() else None
    if len(digits) > _LONGEST + 6:  # with its commas
        return None
    fraction = _FRACTIONS.get(digits[-1])
    if fraction is not None:
        whole = digits_value(digits[:-1])
        return None if whole is None else whole + fraction
    if digits.count(".") > 1 and "," not in digits:
        digits = digits.replace(".", ",")
    whole_part, _, decimals = digits.partition(".")
    groups = re.split(r"[,\s'’]", whole_part)
    if len(groups) > 1:
        lengths = [len(group) for group in groups]
        by_thousands = lengths[0] <= 3 and all(length == 3 for length in lengths[1:])
        by_lakhs = lengths[0] <= 2 and lengths[-1] == 3 and all(length == 2 for length in lengths[1:-1])  # 12,00,000
        if not by_thousands and not by_lakhs:
            return None
    if decimals:
        return float("".join(groups) + "." + decimals) if decimals.isdigit() else None
    return int("".join(groups))


@lru_cache(maxsize=4096)
def scale_value(scale: str) -> int:
    """The factor of "million", "hundred thousand", "k"."""
    factor = 1
    for word in _WORD.findall(scale):
        factor *= SCALES.get(word) or SCALES[word.rstrip("s")]
    return factor


@lru_cache(maxsize=4096)
def cardinal_value(words: str) -> tuple[Number, int]:
    """The value of number words, and how many characters of them belong to it.

    "two hundred and three hundred" is 200, and 11 characters: the second number
    stands for itself.
    """
    whole, half, rest = words.partition(" and a half")
    if half:  # "two and a half million"; "a million and a half"
        value, _ = cardinal_value(whole)
        last = whole.split()[-1]
        unit = SCALES[rest.strip()] if rest else SCALES.get(last, 1)
        return scaled(value, unit if rest else 1) + scaled(0.5, unit), len(words)
    total = current = end = 0
    last_scale = 10 * SCALES["trillion"]
    before_small = (0, 0)
    for match in _WORD.finditer(words):
        word = match.group()
        if word in ("a", "an", "and"):
            current = current or int(word != "and" and not total)
            continue
        small = _SMALL.get(word)
        if small is not None:
            before_small = (total + current, end)
            room = 100 if current % 100 == 0 else 10 if current % 10 == 0 else 1
            if current and small >= room:
                return before_small
            current += small
        elif SCALES[word] < 1000:
            if not 0 < current < 100:
                return before_small
            current *= SCALES[word]
        elif not current:
            return total, end
        elif SCALES[word] >= last_scale:
            return before_small
        else:
            last_scale = SCALES[word]
            total += current * last_scale
            current = 0
        end = match.end()
    return total + current, end


@lru_cache(maxsize=512)
def fraction_value(words: str) -> Number:
    """The value of "half a million", "three quarters of a million"."""
    found = _WORD.findall(words)
    part = next(_PARTS[word.rstrip("s")] for word in found if word.rstrip("s") in _PARTS)
    share = 3 if found[0] == "three" else 1
    value: Number = share * SCALES[found[-1]] / part
    return int(value) if value == int(value) else round(value)


@lru_cache(maxsize=512)
def vague_magnitude(words: str) -> int | None:
    """The power of ten that "tens of thousands" (10000) or "several" (1) names, None for "many"."""
    magnitude = 1
    named = False
    found = _WORD.findall(words)
    if "and" in found or "or" in found:  # "hundreds and thousands": the larger
        found = found[found.index("and" if "and" in found else "or") + 1 :]
    for word in found:
        if word in ("several", "few", "couple"):
            named = True
        elif word in ("tens", "dozens", "dozen", "scores"):
            magnitude, named = magnitude * 10, True
        elif word.rstrip("s") in SCALES:
            magnitude, named = magnitude * SCALES[word.rstrip("s")], True
    return magnitude if named else None
