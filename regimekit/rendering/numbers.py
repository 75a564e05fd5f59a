"""Amounts in words: never without what qualifies them and whose they are."""

from regimekit.analysis.labels import remark_of
from regimekit.analysis.rates import Rate
from regimekit.model import Attribution, Estimate, Measure, Number, Quantity
from regimekit.rendering.text import one_line

_MEASURE_NAMES: dict[Measure, str] = {"forced_labour": "forced labour", "other": "otherwise harmed"}
UNSAID = "(what is counted is not said)"
_KIND_NAMES = {
    "tribunal": "court or commission",
    "ngo": "NGO",
    "reference": "reference work",
    "own": "the dossier's own",
}
_BEFORE = {"approximate": "about ", "at least": "at least ", "more than": "more than "}
_BEFORE |= {"at most": "at most ", "less than": "less than "}

_IN_WORDS = {
    10: "tens",
    100: "hundreds",
    1_000: "thousands",
    10_000: "tens of thousands",
    100_000: "hundreds of thousands",
}
_IN_WORDS |= {1_000_000: "millions", 10_000_000: "tens of millions"}


def measure_name(measure: Measure) -> str:
    """The measure as a reader names it."""
    return _MEASURE_NAMES.get(measure, measure)


def counted_as(quantity: Quantity, measure: Measure) -> str:
    """The quantity as read, with its measure behind it: "1 death", "20,000 deaths"."""
    named = measure_name(measure)
    if measure == "deaths" and {quantity.low, quantity.high} - {None} == {1}:
        named = "death"
    of = " of" if quantity.magnitude in _IN_WORDS and quantity.low is None and quantity.high is None else ""
    return f"{reading(quantity)}{of} {named}"


def number(value: Number) -> str:
    """Thousands set apart by commas."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def people(value: float) -> str:
    """A computed number of people, to three digits that count, which is more than an estimate deserves."""
    return number(int(float(f"{value:.3g}")))


def short(value: float) -> str:
    """A number of three digits that count, for the room of an axis: "46", "750k", "12.8M", "2bn"."""
    for size, letters in ((1e9, "bn"), (1e6, "M"), (1e3, "k")):
        if value >= size * 0.9995:
            return f"{float(f'{value / size:.3g}'):,.10g}{letters}"
    return f"{float(f'{value:.3g}'):g}"


def rate_text(value: Rate) -> str:
    """A rate to two digits that count: "210,000 – 720,000", "at least 4.1"."""
    low, high = (None if end is None else _two_digits(end) for end in (value.low, value.high))
    if low is None or high is None:
        return f"at least {low}" if high is None else f"at most {high}"
    return low if low == high else f"{low} – {high}"


def _two_digits(value: float) -> str:
    return number(float(f"{value:.2g}"))


def reading(quantity: Quantity) -> str:
    """What a quantity was read as, in full digits: "at least 20,000,000", "5,500,000 – 6,500,000"."""
    low, high = quantity.low, quantity.high
    unit = " %" if quantity.unit == "percent" else ""
    if low is None and high is None:
        words = _IN_WORDS.get(quantity.magnitude or 0) if not unit else None
        if words:
            return words
        return f"of the order of {number(quantity.magnitude)}{unit}" if quantity.magnitude else "no number stated"
    before = _BEFORE.get(quantity.qualifier, "")
    if low is None or high is None:
        bound = low if low is not None else high
        assert bound is not None
        open_end = before if before and before != "about " else ("at least " if high is None else "at most ")
        return f"{open_end}{number(bound)}{unit}"
    after = " or more" if quantity.qualifier == "open range" else ""
    if low == high:
        return f"{before}{number(low)}{unit}{after}"
    return f"{before}{number(low)} – {number(high)}{unit}{after}"


def whose(attribution: Attribution | None) -> str:
    """The author of a figure, with year and kind: "Lind (1986), scholar"."""
    if attribution is None:
        return "no author given"
    kind = _KIND_NAMES.get(attribution.kind or "", attribution.kind or "")
    year = str(attribution.year or "")
    name = one_line(attribution.name)
    if year and year not in name:
        name = f"{name} ({year})"
    if kind.casefold() in name.casefold():
        kind = ""
    return ", ".join(part for part in (name, kind) if part)


def whose_with_remark(estimate: Estimate) -> str:
    """The author of a figure, and what its row says beside: "Doe (1999), scholar; Toledo province"."""
    author = estimate.attribution
    remark = remark_of(estimate.text, author.name) if author is not None else None
    return f"{whose(author)}; {one_line(remark)}" if remark else whose(author)
