"""What historians disagree on, and who holds what."""

import msgspec

from regimekit.model.span import Span


class Position(msgspec.Struct, frozen=True):
    """One answer to a question: its label or school, its holders, what it says.

    ``holders`` is empty where the text attributes the position to nobody.
    """

    span: Span
    text: str
    label: str | None = None
    holders: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Debate(msgspec.Struct, frozen=True):
    """A question on which scholarship divides."""

    span: Span
    question: str
    positions: tuple[Position, ...] = ()
