"""Nothing is told twice: a line whose range changed is not told again as a line whose words changed.

A difference in a text made of values (a row of the Overview), or in running
text, is left out where each word of it is told by a value of the same line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from regimekit.analysis.changes_entries import STATEMENT, VALUE, WORDING, Change, Difference, Entry, words
from regimekit.analysis.changes_kinds import KINDS
from regimekit.analysis.changes_sections import own_words

Told = dict[int, list[tuple[Entry, int, frozenset[str]]]]


def told_once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes without what others of them tell already, and without those of which then nothing is left."""
    several = tuple(changes)
    before, after = _told(several, "before"), _told(several, "after")
    kept = (_kept(change, before, after) for change in several)
    return tuple(_statements_once(change for change in kept if change is not None))


def _statements_once(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes; of several statements read out of one text one tells what changed in its words."""
    several = tuple(changes)
    tellers: dict[Hashable, tuple[int, list[str]]] = {}
    for change in several:
        for one in change.differences:
            if one.rank == STATEMENT:
                key = _statement(change, one)
                tellers[key] = min(tellers.get(key, _order(change)), _order(change))
    for change in several:
        kept = tuple(
            one
            for one in change.differences
            if one.rank != STATEMENT or tellers[_statement(change, one)] == _order(change)
        )
        if kept or change.status != "changed":
            yield replace(change, differences=kept)


def _statement(change: Change, one: Difference) -> Hashable:
    """The lines on both sides and the words exchanged."""
    return change.before and change.before.line, change.after and change.after.line, _exchanged(one)


def _order(change: Change) -> tuple[int, list[str]]:
    return KINDS.index(change.kind), sorted(side.name for side in (change.before, change.after) if side is not None)


def _exchanged(one: Difference) -> tuple[frozenset[tuple[str, int]], frozenset[tuple[str, int]]]:
    """The words that are gone, and those that have come, with how often."""
    old, new = Counter(words(one.before)), Counter(words(one.after))
    return frozenset((old - new).items()), frozenset((new - old).items())


def _told(changes: Iterable[Change], side: str) -> Told:
    """For each line the words that its values tell, with the record and the rank."""
    lines: Told = defaultdict(list)
    for change in changes:
        entry: Entry | None = getattr(change, side)
        if entry is None:
            continue
        if change.status == "changed":
            told = [(one.rank, frozenset(words(getattr(one, side)))) for one in change.differences]
        else:
            told = [(one.rank, frozenset(words(*(text for _, text in one.parts)))) for one in entry.aspects]
        for line in range(entry.line, entry.last + 1):
            lines[line] += [(entry, rank, said) for rank, said in told if rank < STATEMENT and said]
    return lines


def _kept(change: Change, before: Told, after: Told) -> Change | None:
    if change.status != "changed" or all(one.rank == VALUE for one in change.differences):
        return change
    kept = tuple(one for one in change.differences if not _is_told(change, one, before, after))
    return replace(change, differences=kept) if kept else None


def _is_told(change: Change, one: Difference, before: Told, after: Told) -> bool:
    gone, come = ({word for word, _ in side} for side in _exchanged(one))
    if one.rank == VALUE or not (gone or come):
        return False
    return gone <= _words_at(change.before, one.rank, before) and come <= _words_at(change.after, one.rank, after)


def _words_at(entry: Entry | None, rank: int, told: Told) -> set[str]:
    """The words that stricter values of these lines tell; of one's own as well: a name is part of an entry's text."""
    if entry is None:
        return set()
    lines = (told.get(line, ()) for line in range(entry.line, entry.last + 1))
    return {word for several in lines for _, other, said in several if other < rank for word in said}


def with_other_text(
    sections: Sequence[Change], changes: Iterable[Change], before: Sequence[str], after: Sequence[str]
) -> list[Change]:
    """The sections, each with how much of its text changed that no record tells; ``before`` and ``after`` are lines."""
    told = tuple(changes)
    gone, come = _told_in(told, "before", sections, before), _told_in(told, "after", sections, after)
    return [_with_text(at, one, gone, come, before, after) for at, one in enumerate(sections)]


def _with_text(
    at: int,
    change: Change,
    gone: dict[int, Counter[str]],
    come: dict[int, Counter[str]],
    before: Sequence[str],
    after: Sequence[str],
) -> Change:
    if change.before is None or change.after is None:
        return change
    old, new = own_words(change.before, before), own_words(change.after, after)
    fewer = ((old - new) - gone.get(at, Counter())).total()
    more = ((new - old) - come.get(at, Counter())).total()
    if not (fewer or more):
        return change
    counts = [f"{count} {word}" for count, word in ((more, "more"), (fewer, "fewer")) if count]
    noun = "word" if (more or fewer) == 1 else "words"
    counts[0] = counts[0].replace(" ", f" {noun} ", 1)
    return replace(
        change, differences=(*change.differences, Difference("other text", None, None, ", ".join(counts), WORDING))
    )


def _told_in(
    changes: Iterable[Change], side: str, sections: Sequence[Change], lines: Sequence[str]
) -> dict[int, Counter[str]]:
    """For each section the words that changes of records in it tell."""
    owner: dict[int, int] = {}
    for at, section in enumerate(sections):
        entry: Entry | None = getattr(section, side)
        if entry is not None:
            span = entry.record.span  # type: ignore[attr-defined]
            owner.update(dict.fromkeys(range(span.first, span.last + 1), at))
    found: dict[int, Counter[str]] = defaultdict(Counter)
    whole: set[int] = set()
    for change in changes:
        entry = getattr(change, side)
        if entry is None or change.status == "same":
            continue
        if change.status == "changed" and all(one.aspect != "section" for one in change.differences):
            for one in change.differences:
                found[owner.get(entry.line, -1)].update(words(getattr(one, side)))
        else:
            whole.update(range(entry.line, entry.last + 1))
    for line in whole:
        found[owner.get(line, -1)].update(words(lines[line - 1] if line <= len(lines) else ""))
    return found
