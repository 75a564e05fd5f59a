"""What has another name on each side and is the same: sections, headings and sources that were renamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from regimekit.analysis.changes_entries import Context, Entry, words
from regimekit.analysis.changes_pairing import Pair
from regimekit.model import Section, Source

_Names = dict[Hashable, Hashable]
_Both = tuple[Sequence[Entry], Sequence[Entry]]
_Name = TypeVar("_Name", bound=Hashable)
_NONE: _Both = ((), ())


def contexts_of(
    outline: _Both, outline_pairs: Sequence[Pair], cited: _Both = _NONE, cited_pairs: Sequence[Pair] = ()
) -> tuple[Context, Context]:
    """How each side names what is the same, from the sections and the sources that are paired.

    A record that stands under a heading that was renamed, or names a source
    whose key changed, has not itself changed.
    """
    sections = [[one.record for one in side if isinstance(one.record, Section)] for side in outline]
    sources = [[one.record for one in side if isinstance(one.record, Source)] for side in cited]
    before, after = sections
    same = [(before[a], after[b]) for a, b in outline_pairs]
    ids = _renamed(
        [(a.id, b.id) for a, b in same if a.level == b.level == 2],
        *(Counter(one.id for one in side if one.level == 2) for side in sections),
    )
    titles = _renamed(
        [(words(a.title), words(b.title)) for a, b in same],
        *(Counter(words(one.title) for one in side) for side in sections),
    )
    keys = _renamed(
        [(sources[0][a].key, sources[1][b].key) for a, b in cited_pairs],
        *(Counter(one.key for one in side) for side in sources),
    )
    return _context(keys[0], titles[0], ids[0]), _context(keys[1], titles[1], ids[1])


def _renamed(
    pairs: Iterable[tuple[_Name, _Name]], before: Counter[_Name], after: Counter[_Name]
) -> tuple[_Names, _Names]:
    """For each side the common name of what is called otherwise there, where each name means one thing only."""
    old: _Names = {}
    new: _Names = {}
    for one, other in pairs:
        if one != other and before[one] == after[other] == 1:
            old[one] = new[other] = (one, other)
    return old, new


def _context(sources: _Names, titles: _Names, sections: _Names) -> Context:
    return Context(
        lambda key: sources.get(key, key),
        lambda title: titles.get(words(title), words(title) or title),
        lambda section: sections.get(section, section),
    )
