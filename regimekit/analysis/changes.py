"""What changed between two versions of a dossier, in records and not in lines.

Every record of both versions is paired, added or removed; a pair that says the
same is no change, wherever its lines stand. docs/history.md says how records
are paired, and what the words for a change mean.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import msgspec

from regimekit.analysis.changes_entries import Change, Context, Difference, Entry, differences
from regimekit.analysis.changes_kinds import KINDS, ChangeKind
from regimekit.analysis.changes_pairing import Pair, paired
from regimekit.analysis.changes_records import RECORDS, sources
from regimekit.analysis.changes_sameness import contexts_of
from regimekit.analysis.changes_sections import moves, sections
from regimekit.analysis.changes_texts import TEXTS
from regimekit.analysis.changes_told import told_once, with_other_text
from regimekit.model import Dossier

_NOTHING = Dossier("", "", "", "")


class Compared(msgspec.Struct, frozen=True):
    """Every record of two versions of a dossier, in the order of kinds and lines."""

    before: Dossier | None
    after: Dossier | None
    records: tuple[Change, ...]

    def told(self, kinds: Collection[ChangeKind] = ()) -> tuple[Change, ...]:
        """What changed of these kinds (none means all), each thing once."""
        asked = (one for one in self.records if one.status != "same" and (not kinds or one.kind in kinds))
        return told_once(asked)


def compared(before: Dossier | None, after: Dossier | None) -> Compared:
    """Two versions of a dossier, record by record; None where there is no such version."""
    sides = (before or _NOTHING, after or _NOTHING)
    outline = sections(sides[0]), sections(sides[1])
    outline_pairs = _pairs(*outline)
    contexts = contexts_of(outline, outline_pairs)
    cited = _entries(sources, sides, contexts)
    cited_pairs = _pairs(*cited)
    contexts = contexts_of(outline, outline_pairs, cited, cited_pairs)
    records = _changes(*cited, cited_pairs)
    for kind in (*TEXTS, *RECORDS):
        mine, theirs = _entries(kind, sides, contexts)
        records += _changes(mine, theirs, _pairs(mine, theirs))
    outline_changes = _with_moves(_changes(*outline, outline_pairs), *outline, outline_pairs)
    lines = [one.text.split("\n") for one in sides]
    records += with_other_text(outline_changes, records, lines[0], lines[1])
    return Compared(before, after, tuple(sorted(records, key=_order)))


def _entries(
    kind: Callable[[Dossier, Context], Iterable[Entry]],
    sides: tuple[Dossier, Dossier],
    contexts: tuple[Context, Context],
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    return tuple(kind(sides[0], contexts[0])), tuple(kind(sides[1], contexts[1]))


def _order(change: Change) -> tuple[int, int, int]:
    return KINDS.index(change.kind), change.entry.line, change.entry.last


def _pairs(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    return paired([one.known for one in before], [one.known for one in after])


def _changes(before: Sequence[Entry], after: Sequence[Entry], pairs: Sequence[Pair]) -> list[Change]:
    """Every entry of both sides, once."""
    mine, theirs = {a for a, _ in pairs}, {b for _, b in pairs}
    return [
        *(Change(before[a].kind, before[a], after[b], differences(before[a], after[b])) for a, b in pairs),
        *(Change(one.kind, one, None) for at, one in enumerate(before) if at not in mine),
        *(Change(one.kind, None, one) for at, one in enumerate(after) if at not in theirs),
    ]


def _with_moves(
    changes: Sequence[Change], before: Sequence[Entry], after: Sequence[Entry], pairs: Sequence[Pair]
) -> list[Change]:
    places = {id(before[a]): place for a, place in moves(before, after, pairs).items()}
    return [_moved(one, *places[id(one.before)]) if id(one.before) in places else one for one in changes]


def _moved(change: Change, before: str, after: str) -> Change:
    was, now = (f"after {title}" if title else "first" for title in (before, after))
    return msgspec.structs.replace(change, differences=(*change.differences, Difference("place", was, now, "moved")))
