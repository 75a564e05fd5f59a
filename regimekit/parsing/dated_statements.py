"""A passage with its dates, and the bracket that a date stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from regimekit.parsing.dates import FoundDate
from regimekit.parsing.passages import Passage

_LONGEST_BRACKET: Final = 300
SCHOLARLY: Final = frozenset(("scholarly_debate", "confidence", "classification"))
_CAPITALISED: Final = re.compile(
    r"(?:(?<![\w-])(?:[A-Z][\w'’.-]*|(?:al|el)-\w+|del?|la|von|van|der|bin|ibn|abu|da|dos|di|du|of|and|&|et al\.)"
    r"[\s,]*)+\Z"
)
# names that end in one of these are not a person's
THINGS: Final = frozenset(
    """
    war wars revolution coup massacre massacres crisis conflict conflicts uprising rebellion revolt insurgency mutiny
    republic union party front movement government regime junta commission committee council court tribunal chamber
    act law laws code constitution treaty agreement accord accords pact protocol resolution convention charter
    declaration plan program programme project operation campaign era period rule occupation invasion offensive
    battle siege famine purge purges terror trial trials camp camps prison university institute organization
    organisation association league army force forces police service agency bureau ministry office guard guards
    empire kingdom dynasty protectorate colony mandate federation confederation state states assembly parliament
    congress conference summit election elections referendum plebiscite reform reforms policy decree rally report
    protests protest strike strikes demonstration demonstrations genocide holocaust pogrom pogroms emergency
    triumvirate presidency premiership dictatorship leadership reign years decade phase stage crackdown deportation
    deportations collectivization collectivisation leap affair incident attack attacks bombing bombings assassination
    embargo sanctions blockade ceasefire intervention withdrawal independence transition restoration unification
    partition annexation secession schism split pardon amnesty games cup summit festival group company corporation
    career life education service work background childhood exile opposition role politics history legacy
    bank fund school church mosque wall line corridor dam canal bridge islands island city province region
    """.split()
)
ESTIMATES: Final = re.compile(r"\bestimates?\b|\bscholar", re.I)
# between the dates of a bracket that holds nothing else
_ONLY_JOINTS: Final = re.compile(r"[\s,;/&–—-]*(?:(?:and|or|to)[\s,;/&–—-]*)*")


class Statement(msgspec.Struct):
    """A passage with its dates.

    ``began`` is the year in which the regime began, where that is known; ``works`` are those that the dossier cites.
    """

    passage: Passage
    found: Sequence[FoundDate]
    began: int | None = None
    works: frozenset[tuple[str, str]] = frozenset()

    @property
    def in_estimates(self) -> bool:
        """Whether the passage gives estimates, by what stands over it."""
        passage = self.passage
        over = (passage.lead.text if passage.lead is not None else "", passage.headings[-1] if passage.headings else "")
        return any(ESTIMATES.search(text) is not None for text in over)

    def is_named(self, date: FoundDate) -> bool:
        """Whether the date stands in what names the statement: its heading, its bold label."""
        return self.passage.kind == "heading" or date.start < max(self.passage.body, len(self.passage.strong or ""))


class Bracket(msgspec.Struct):
    """The bracket in which a date stands: its inside, and the text before it in the same line and cell."""

    inside: str
    before: str
    bare: bool


def bracket_of(text: str, place: int, found: Sequence[FoundDate]) -> Bracket | None:
    date = found[place]
    low = text.rfind("(", max(0, date.start - _LONGEST_BRACKET), date.start)
    if low < 0 or text.find(")", low, date.start) >= 0:
        return None
    high = text.find(")", date.end, date.end + _LONGEST_BRACKET)
    if high < 0:
        return None
    start = max(0, low - _LONGEST_BRACKET)
    cell = text.rfind(" | ", start, low)
    start = max(start, text.rfind("\n", start, low) + 1, cell + 3 if cell >= 0 else 0)
    first = place
    while first and found[first - 1].start > low:
        first -= 1
    rest, at = "", low + 1
    while first < len(found) and found[first].start < high:
        rest += text[at : found[first].start]
        at = found[first].end
        first += 1
    bare = _ONLY_JOINTS.fullmatch(rest + text[at:high]) is not None
    return Bracket(text[low + 1 : high], text[start:low].rstrip(), bare)


def tail(text: str) -> list[str]:
    """The capitalised words at the end of a text, as a name has them."""
    found = _CAPITALISED.search(text[-80:].replace("**", ""))
    return found[0].strip(" ,").split() if found is not None else []


def is_personal(words: Sequence[str]) -> bool:
    """Whether capitalised words can be a person's name."""
    return (
        2 <= len(words) <= 7
        and not {"of", "and", "&"}.intersection(words)
        and not any(word.strip(",.").lower() in THINGS for word in words)
        and not any(len(word) > 1 and word.isupper() and word.isalpha() for word in words)
    )
