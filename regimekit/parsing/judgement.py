"""What is decided of one amount, and what the decision asks of the text around the statement."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from regimekit.model.estimate import Measure

Evidence = Literal["behind", "group", "before", "label", "outer", "whole", "none"]


class Judgement(NamedTuple):
    """The measure of one amount, None where it counts no people harmed, and where that was read.

    ``evidence`` is "behind" (a noun or verb after the number), "group" (only what
    the people are called), "before" (a verb or deed in front of it), "label" (in
    front of a colon), "outer" (around the statement) or "whole" (the number that
    its bracket belongs to, at ``whole`` of the amounts). ``blocked`` is True where
    the statement itself says that something else is counted.
    """

    measure: Measure | None = None
    evidence: Evidence = "none"
    blocked: bool = False
    whole: int = -1


NOTHING = Judgement()
BLOCKED = Judgement(blocked=True)


class Surroundings(Protocol):
    """What stands around a statement: its label, parent, caption, column and headings."""

    def measure(self, *, people: bool) -> Measure | None:
        """The measure of a number that stands without a verb: bare, or before a noun for ``people``."""

    def of_group(self, measure: Measure) -> Measure:
        """The measure of people who are only named ("prisoners: 500"): deaths, where the dead alone are counted."""

    @property
    def named(self) -> Measure | None:
        """The measure that the statement's own label, column or row names."""

    @property
    def deadly(self) -> bool:
        """Whether the victims of this statement died."""
