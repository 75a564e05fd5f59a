"""What can be said of figures that count the same, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from regimekit.analysis.agreement import ENOUGH, PAIR_RELATIONS, Agreement, Envelope, PairRelation, Side
from regimekit.analysis.compared import Compared
from regimekit.analysis.rates import Divisor, NotExact, rate
from regimekit.analysis.scopes import ends_of_two
from regimekit.rendering.numbers import number, people, rate_text, whose
from regimekit.rendering.screen import counted

_MOST_NAMED = 6
_TOLD_FOLD = 1.05  # below, one decimal would say "1.0 times"
OF_TWO = "two authors, one for each end"
_RELATION_WORDS: dict[PairRelation, str] = {
    "disjoint": "they have no number in common",
    "overlap": "they overlap",
    "nested": "one lies within the other",
    "equal": "they are equal",
}
_PAIR_WORDS: dict[PairRelation, str] = {
    "disjoint": "have no number in common",
    "overlap": "overlap",
    "nested": "lie one within the other",
    "equal": "are equal",
}


_EACH_APART = "No envelope and no median: each row says that it counts another place, group or time."


def summary(one: Compared, *, listed_pairs: bool = False, alone: bool = False) -> Iterator[str]:
    """The lines below a stratum; of one that stands alone, only what it is divided by."""
    if not alone:
        yield from _spread(one)
        yield from _median(one.agreement)
        yield from _pairs(one, listed_pairs)
        yield from _sides(one.agreement.kinds, one.agreement.between)
        yield from _sides(one.agreement.split, one.agreement.across)
    for divisor, what in ((one.years, "Per year"), (one.population, "Per 1,000 inhabitants")):
        if isinstance(divisor, NotExact):
            yield f"{what}: not given, because {divisor.why}."
        elif divisor is not None:
            yield from _divided(one, divisor, what, alone)


def _spread(one: Compared) -> Iterator[str]:
    envelope = one.agreement.envelope
    rows = one.stratum.rows
    if envelope is None:
        numbered = any(not (row.estimate.quantity.low is None and row.estimate.quantity.high is None) for row in rows)
        yield _EACH_APART if numbered else "No figure has a number."
        return
    low = f"{number(envelope.low)} ({_who(one, envelope.lowest)})"
    high = f"{number(envelope.high)} ({_who(one, envelope.highest)})"
    ends = f", open {_ends(envelope)}" if _ends(envelope) else ""
    if envelope.low == envelope.high:
        yield f"Envelope: {low} is the only number named{ends}."
        return
    fold = envelope.fold
    spread = f"; the highest number named is {_fold(fold)} times the lowest" if fold and fold >= _TOLD_FOLD else ""
    # "at most 2 million" names no low and "at least 2 million" no high, though no other number lies farther out
    outermost = rows[envelope.lowest].estimate.quantity.low is None or (
        rows[envelope.highest].estimate.quantity.high is None
    )
    span = "from the lowest to the highest number named" if outermost else "from the lowest low to the highest high"
    yield f"Envelope, {span}: {low} to {high}{ends}{spread}."
    apart = [row for row in rows if row.apart]
    if apart:
        lines = ", ".join(str(row.estimate.span.first) for row in apart[:_MOST_NAMED])
        more = f" and {len(apart) - _MOST_NAMED} more" if len(apart) > _MOST_NAMED else ""
        yield f"Left out of both, since the row says that it counts another place, group or time: line {lines}{more}."


def _who(one: Compared, place: int) -> str:
    estimate = one.stratum.rows[place].estimate
    author = estimate.attribution
    name = OF_TWO if ends_of_two(estimate.quantity.verbatim) else author.name if author else "no author given"
    return f"{name}, line {estimate.span.first}"


def _median(said: Agreement) -> Iterator[str]:
    if said.envelope is None:
        return
    if said.median is None:
        closed = counted(len(said.voices), "distinct closed estimate")
        yield f"No median: {closed} by named authors, {ENOUGH} are asked for."
        return
    names = [voice.name for voice in said.voices]
    more = len(names) - _MOST_NAMED
    listed = "; ".join(names[:_MOST_NAMED]) + (f"; {more} more" if more > 0 else "")
    yield f"Median of {said.median.count} central values in log space ({listed}): about {people(said.median.value)}."


def _pairs(one: Compared, listed: bool) -> Iterator[str]:
    counts = Counter(pair.relation for pair in one.pairs)
    if not counts:
        return
    told = ", ".join(f"{counts[relation]} {relation}" for relation in PAIR_RELATIONS if counts[relation])
    yield f"Pairs of ranges: {told}."
    rows = one.stratum.rows
    for pair in one.pairs if listed else ():
        a, b = rows[pair.one].estimate, rows[pair.other].estimate
        yield (
            f"  {a.quantity.verbatim} ({whose(a.attribution)}, line {a.span.first}) and "
            f"{b.quantity.verbatim} ({whose(b.attribution)}, line {b.span.first}) {_PAIR_WORDS[pair.relation]}."
        )


def _sides(sides: tuple[Side, ...], between: PairRelation | None) -> Iterator[str]:
    """Two sides and how they lie to each other; then, where there is a third, what belongs to neither."""
    told = [_side(side) for side in sides[:2] if side.rows]
    if told:
        sentence = "; ".join(told)
        yield f"{sentence[0].upper()}{sentence[1:]}{f': {_RELATION_WORDS[between]}' if between else ''}."
    for side in sides[2:]:
        if side.rows:
            yield f"{_side(side).capitalize()}."


def _side(side: Side) -> str:
    text = f"{side.name} ({counted(len(side.rows), 'figure')}) "
    text += _span(side.envelope) if side.envelope else "without a number"
    return text + (f", median about {people(side.median.value)}" if side.median else "")


def _divided(one: Compared, divisor: Divisor, what: str, alone: bool) -> Iterator[str]:
    place = f"line {divisor.line}" + (f", source: {', '.join(divisor.sources)}" if divisor.sources else "")
    if alone:
        for row in one.stratum.rows:
            value = rate(row.estimate.quantity, divisor)
            if value:
                written = f"{row.estimate.quantity.verbatim} ({whose(row.estimate.attribution)})"
                yield f"{what}: {written}: {rate_text(value)}, divided by {divisor.basis} ({place})."
    else:
        yield f"{what}: divided by {divisor.basis} ({place})."
    if divisor.per == "year":
        yield "An even spread over the years is not meant: most deaths may have fallen in few of them."


def _span(envelope: Envelope) -> str:
    low, high = number(envelope.low), number(envelope.high)
    span = low if low == high else f"{low} to {high}"
    return f"{span}, open {_ends(envelope)}" if _ends(envelope) else span


def _ends(envelope: Envelope) -> str:
    ends = (("below", envelope.open_low), ("above", envelope.open_high))
    return " and ".join(end for end, is_open in ends if is_open)


def _fold(fold: float) -> str:
    return f"{fold:.1f}" if fold < 10 else f"{fold:,.0f}"
