"""One file on one regime, read whole."""

import msgspec

from regimekit.model.confidence import Confidence
from regimekit.model.date import HistoricalDate
from regimekit.model.debate import Debate
from regimekit.model.estimate import Estimate, Statistic
from regimekit.model.event import Event
from regimekit.model.finding import Finding
from regimekit.model.overview import Field
from regimekit.model.person import Person
from regimekit.model.relation import Relation
from regimekit.model.section import Section
from regimekit.model.source import Source
from regimekit.model.span import Span


class Stamp(msgspec.Struct, frozen=True):
    """A date that the dossier gives of itself: created, last updated."""

    span: Span
    verbatim: str
    date: HistoricalDate | None = None


class Tag(msgspec.Struct, frozen=True):
    """A tag without its ``#``; ``regime/authoritarian`` keeps its path."""

    span: Span
    name: str


class Dossier(msgspec.Struct, frozen=True):
    """Everything that a dossier holds, each record with the lines it stands on.

    ``path`` is relative to the corpus, with forward slashes; ``slug`` is the
    file's name without its ending; ``text`` is the file as read, line ends
    normalised to ``\\n``; ``findings`` are the faults met while reading.
    """

    path: str
    slug: str
    title: str
    text: str
    sections: tuple[Section, ...] = ()
    overview: tuple[Field, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    debates: tuple[Debate, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[Source, ...] = ()
    confidence: Confidence = Confidence()
    tags: tuple[Tag, ...] = ()
    created: Stamp | None = None
    updated: Stamp | None = None
    findings: tuple[Finding, ...] = ()

    def field(self, id: str) -> Field | None:
        """The Overview's field of that name, else the front matter's, else None."""
        found = [field for field in self.overview if field.id == id]
        return next((field for field in found if not field.header), found[0] if found else None)

    def section(self, id: str) -> Section | None:
        """The first section of level 2 with that id."""
        return next((s for s in self.sections if s.level == 2 and s.id == id), None)

    def lines(self, span: Span) -> tuple[str, ...]:
        """The lines of the file that a span covers."""
        return tuple(self.text.split("\n")[span.first - 1 : span.last])
