"""Sections as entries: which was renamed, which moved, and what of their text no record holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from regimekit.analysis.changes_entries import Aspect, Entry, entry, one_of, text, words
from regimekit.analysis.changes_pairing import Pair, Trait, moved
from regimekit.model import Dossier, Section, Span

PREAMBLE = "before the first heading"
_FEW = 400  # words of a section by which it is known; more tell it no better


def sections(dossier: Dossier) -> tuple[Entry, ...]:
    """A section is known by its title, its place in the outline and its text."""
    lines = dossier.text.split("\n")
    return tuple(_entry(dossier, lines, at, parents) for at, parents in _outline(dossier.sections))


def _outline(several: Sequence[Section]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The places of the sections, with the titles of those that they lie in."""
    above: list[Section] = []
    for at, section in enumerate(several):
        while above and above[-1].level >= section.level:
            above.pop()
        yield at, tuple(one.title for one in above if one.level > 1)
        above.append(section)


def _entry(dossier: Dossier, lines: Sequence[str], at: int, parents: tuple[str, ...]) -> Entry:
    one = dossier.sections[at]
    top = one.level <= 1
    first = one.span.first
    title, path = words(one.title), tuple(map(words, parents))
    body = _whole(dossier.sections, lines, at)
    name = PREAMBLE if one.level == 0 else one.title
    # the title at the top is the dossier's
    aspects = (
        text("title", None if top else one.title),
        _under(parents),
        Aspect("level of heading", ((one.level, str(one.level)),)),
    )
    return entry(
        "sections", name, one, Span(first, first), aspects,
        exact=((one.level, title, path, one.id), (title, path) if not top else (one.level,)),
        keys=[("title", title), ("id", one.id), *(("word", word) for word in title if len(word) > 3), ("under", path)],
        traits=(
            Trait(one_of(title), 2),
            Trait(frozenset(title), 1),
            Trait(one_of(one.id if one.id != "other" and one.level == 2 else None), 2, -1),
            Trait(frozenset([path]), 1),
            Trait(frozenset([one.level]), 0.5, -0.5),
        ),
        words=body, weight=4, least=3.5,
    )  # fmt: skip


def _whole(several: Sequence[Section], lines: Sequence[str], at: int) -> frozenset[str]:
    """The words of a section with those below it, without its heading."""
    one = several[at]
    below = next((s.span.first - 1 for s in several[at + 1 :] if s.level <= one.level), len(lines))
    found: dict[str, None] = {}
    for line in lines[one.span.first : below]:
        found.update(dict.fromkeys(words(line)))
        if len(found) > _FEW:
            break
    return frozenset(found)


def _under(parents: tuple[str, ...]) -> Aspect:
    return Aspect("lies in", ((tuple(map(words, parents[-1:])), parents[-1]),) if parents else ())


def moves(before: Sequence[Entry], after: Sequence[Entry], pairs: Sequence[Pair]) -> dict[int, tuple[str, str]]:
    """Which of the sections paired have changed places with those beside them, by the place in the first list.

    With each the titles of the sections behind which it stood and stands; "" where it was or is the first.
    """
    above_before, above_after = _above(before), _above(after)
    siblings: dict[Pair, list[Pair]] = defaultdict(list)
    for a, b in pairs:
        siblings[above_before[a], above_after[b]].append((a, b))
    return {
        several[rank][0]: (_behind(before, several[rank][0]), _behind(after, several[rank][1]))
        for several in siblings.values()
        for rank in moved([b for _, b in several])
    }


def _above(entries: Sequence[Entry]) -> list[int]:
    """For each section the place of the one that it lies in, -1 where it lies in none."""
    found: list[int] = []
    above: list[tuple[int, int]] = []
    for at, one in enumerate(entries):
        level = _section(one).level
        while above and above[-1][0] >= level:
            above.pop()
        found.append(above[-1][1] if above else -1)
        above.append((level, at))
    return found


def _behind(entries: Sequence[Entry], at: int) -> str:
    level = _section(entries[at]).level
    for one in reversed(entries[:at]):
        other = _section(one)
        if other.level <= level:
            return other.title if other.level == level else ""
    return ""


def own_words(entry: Entry, lines: Sequence[str]) -> Counter[str]:
    """The words of a section up to the next heading, without those of its heading."""
    one = _section(entry)
    return Counter(words(*lines[one.span.first - (one.level == 0) : one.span.last]))


def _section(entry: Entry) -> Section:
    assert isinstance(entry.record, Section)
    return entry.record
