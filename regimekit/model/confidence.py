"""How sure the author of a dossier is, and of what."""

import msgspec

from regimekit.model.span import Span


class Topic(msgspec.Struct, frozen=True):
    """What is said of one subject: ``Death toll | Medium | ranges vary``."""

    span: Span
    topic: str
    verbatim: str | None = None
    levels: tuple[str, ...] = ()
    note: str | None = None


class Note(msgspec.Struct, frozen=True):
    """A remark on the evidence, and the label it stands under."""

    span: Span
    text: str
    group: str | None = None


class Confidence(msgspec.Struct, frozen=True):
    """The confidence assessment: overall level, by topic, and remarks.

    ``levels`` are the schema's terms in ``verbatim`` ("Medium-High" is medium
    and high); ``span`` is that of the overall statement, None where there is none.
    """

    span: Span | None = None
    verbatim: str | None = None
    levels: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    notes: tuple[Note, ...] = ()
