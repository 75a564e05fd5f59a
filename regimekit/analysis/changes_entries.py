"""Records as they are compared: what each is known by, and what of it can change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from regimekit.analysis.changes_kinds import ChangeKind
from regimekit.analysis.changes_pairing import Known, Trait
from regimekit.analysis.changes_terms import Meaning, date_term, meaning_of_date, meaning_of_quantity, range_term
from regimekit.analysis.names import fold
from regimekit.model import HistoricalDate, Quantity, Span

#: The aspects of an estimate that are shown together: no number without its author.
FIGURE = ("range", "author", "year", "kind of author")
Status = Literal["added", "removed", "changed", "same"]
#: What a difference is told by first: a value (a range, a date, a name), a text made of values, running text, and the
#: same running text once more, where a statement was read out of it.
VALUE, TEXT, WORDING, STATEMENT = range(4)

Part = tuple[Hashable, str]


class Aspect(msgspec.Struct, frozen=True):
    """Something that a record says: its ``parts``, each with what is compared and how it is shown."""

    name: str
    parts: tuple[Part, ...]
    rank: int = VALUE
    value: HistoricalDate | Quantity | None = None

    @property
    def meaning(self) -> frozenset[Hashable]:
        return frozenset(part for part, _ in self.parts)


class Entry(msgspec.Struct, frozen=True):
    """A record with what it is known by; ``line`` and ``last`` are those of the file."""

    kind: ChangeKind
    name: str
    record: object
    line: int
    last: int
    aspects: tuple[Aspect, ...]
    known: Known


class Difference(msgspec.Struct, frozen=True):
    """What one aspect of a record said before and says after, as written; None where it said nothing.

    ``term`` is what became of a range or date. Of several parts (roles, names)
    only those that differ are held.
    """

    aspect: str
    before: str | None
    after: str | None
    term: str = ""
    rank: int = VALUE


class Change(msgspec.Struct, frozen=True):
    """A record of one version or of both; ``differences`` are what it says otherwise where it is in both.

    ``before`` and ``after`` are the record on each side, None where it is not there.
    """

    kind: ChangeKind
    before: Entry | None
    after: Entry | None
    differences: tuple[Difference, ...] = ()

    @property
    def status(self) -> Status:
        if self.before is None or self.after is None:
            return "added" if self.before is None else "removed"
        return "changed" if self.differences else "same"

    @property
    def entry(self) -> Entry:
        """The record as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found


class Context(msgspec.Struct, frozen=True):
    """What the same thing is called on one of the two sides: sources, headings and sections that were renamed."""

    source: Callable[[str], Hashable]
    title: Callable[[str], Hashable]
    section: Callable[[str], Hashable]


def entry(
    kind: ChangeKind,
    name: str,
    record: object,
    span: Span,
    aspects: Iterable[Aspect],
    exact: Iterable[Hashable] = (),
    keys: Iterable[Hashable] = (),
    traits: Iterable[Trait] = (),
    words: frozenset[str] = frozenset(),
    weight: float = 3,
    least: float = 3,
) -> Entry:
    """A record as an entry; the strictest exact keys are that it says the same in all."""
    several = tuple(aspects)
    same = tuple(one.meaning for one in several)
    known = Known(((same, words), same, *exact), tuple(keys), tuple(traits), words, weight, least)
    return Entry(kind, name, record, span.first, span.last, several, known)


def differences(before: Entry, after: Entry) -> tuple[Difference, ...]:
    """What two entries on the same record say otherwise."""
    found = (_difference(one, other) for one, other in zip(before.aspects, after.aspects, strict=True))
    return tuple(one for one in found if one is not None)


def _difference(before: Aspect, after: Aspect) -> Difference | None:
    if before.meaning == after.meaning:
        return None
    old = [text for part, text in before.parts if part not in after.meaning]
    new = [text for part, text in after.parts if part not in before.meaning]
    return Difference(
        before.name, "; ".join(old) or None, "; ".join(new) or None, _term(before.value, after.value), before.rank
    )


def _term(before: HistoricalDate | Quantity | None, after: HistoricalDate | Quantity | None) -> str:
    if isinstance(before, Quantity) and isinstance(after, Quantity):
        return range_term(before, after)
    if isinstance(before, HistoricalDate) and isinstance(after, HistoricalDate):
        return date_term(before, after)
    return ""


def words(*texts: str | None) -> tuple[str, ...]:
    """The words of texts, without case, accents and signs."""
    if len(texts) == 1:
        return _words(texts[0] or "")
    return tuple(word for text in texts if text for word in _words(text))


@lru_cache(maxsize=1 << 14)  # the two versions share most of their texts
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def word_set(*texts: str | None) -> frozenset[str]:
    return frozenset(words(*texts))


def one_of(*values: Hashable | None) -> frozenset[Hashable]:
    """The values of a trait: those that are known."""
    return frozenset(value for value in values if value not in (None, "", ()))


def text(name: str, written: str | None, rank: int = VALUE) -> Aspect:
    """Words, which are the same whatever their case, accents and signs."""
    parts: tuple[Part, ...] = ((words(written) or written, written),) if written else ()
    return Aspect(name, parts, rank)


def texts(name: str, written: Iterable[str], rank: int = VALUE) -> Aspect:
    return Aspect(name, tuple((words(one) or one, one) for one in written), rank)


def date(name: str, value: HistoricalDate | None) -> Aspect:
    return Aspect(name, ((meaning_of_date(value), value.verbatim),) if value else (), VALUE, value)


def quantity(name: str, value: Quantity | None) -> Aspect:
    return Aspect(name, ((meaning_of_quantity(value), value.verbatim),) if value else (), VALUE, value)


def cited(keys: Iterable[str], context: Context) -> Aspect:
    """The sources that a record names."""
    return Aspect("sources", tuple((context.source(key), key) for key in keys))


def titled(name: str, title: str | None, context: Context) -> Aspect:
    """A heading or label above a record; one that was renamed on the whole is no change of the record."""
    return Aspect(name, ((context.title(title), title),) if title else (), TEXT)


def within(section: str, context: Context) -> Aspect:
    """The section in which a record stands."""
    return Aspect("section", ((context.section(section), section.replace("_", " ")),))


def edtf_of(value: HistoricalDate | None) -> Meaning:
    return meaning_of_date(value) if value else ()
