"""A folder of dossiers."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from regimekit.model.dossier import Dossier
from regimekit.model.finding import Finding

if TYPE_CHECKING:
    from regimekit.model.confidence import Note, Topic
    from regimekit.model.date import HistoricalDate
    from regimekit.model.debate import Debate, Position
    from regimekit.model.dossier import Tag
    from regimekit.model.estimate import Estimate, Statistic
    from regimekit.model.event import Event
    from regimekit.model.overview import Field
    from regimekit.model.person import Person, Role
    from regimekit.model.quantity import Quantity
    from regimekit.model.records import Records
    from regimekit.model.relation import Relation
    from regimekit.model.section import Block, Section
    from regimekit.model.source import Source


class Page(msgspec.Struct, frozen=True):
    """A Markdown file of the folder that is no dossier: an index, a README."""

    path: str
    title: str


class Corpus(msgspec.Struct, frozen=True):
    """The dossiers of one folder in the order of their paths, and the other pages beside them.

    ``findings`` are of the files that cannot be read. The records of all
    dossiers are told kind by kind, as sequences that become data frames:

        >>> import regimekit
        >>> corpus = regimekit.load()
        >>> corpus.people[0].name
        'Enver Hoxha'
        >>> len(corpus.tables["dossiers"].to_dicts())
        14
    """

    root: str
    dossiers: tuple[Dossier, ...] = ()
    pages: tuple[Page, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def tables(self) -> "Mapping[str, Records[Any]]":
        """The records of every kind, the dossiers themselves among them, by the names of their tables."""
        from regimekit.model.kinds import KINDS
        from regimekit.model.records import Records

        return {name: Records(self.dossiers, kind) for name, kind in KINDS.items()}

    @property
    def sections(self) -> "Records[Section]":
        """Headings, each with what stands below it up to the next heading."""
        return self.tables["sections"]

    @property
    def blocks(self) -> "Records[Block]":
        """Runs of lines that Markdown reads as one."""
        return self.tables["blocks"]

    @property
    def fields(self) -> "Records[Field]":
        """Rows of the Overviews and keys of the front matter."""
        return self.tables["fields"]

    @property
    def field_dates(self) -> "Records[HistoricalDate]":
        """Dates that fields give."""
        return self.tables["field_dates"]

    @property
    def field_quantities(self) -> "Records[Quantity]":
        """Amounts that fields give."""
        return self.tables["field_quantities"]

    @property
    def sources(self) -> "Records[Source]":
        """Sources, listed or linked in the running text."""
        return self.tables["sources"]

    @property
    def people(self) -> "Records[Person]":
        """People whom the dossiers list; somebody who is listed twice stands here twice."""
        return self.tables["people"]

    @property
    def roles(self) -> "Records[Role]":
        """Offices and parts played."""
        return self.tables["roles"]

    @property
    def person_sources(self) -> "Records[str]":
        """Citations of people's entries; a record is the key that is cited."""
        return self.tables["person_sources"]

    @property
    def events(self) -> "Records[Event]":
        """Dated statements."""
        return self.tables["events"]

    @property
    def event_dates(self) -> "Records[HistoricalDate]":
        """The further dates that dated statements name."""
        return self.tables["event_dates"]

    @property
    def event_sources(self) -> "Records[str]":
        """Citations of dated statements; a record is the key that is cited."""
        return self.tables["event_sources"]

    @property
    def estimates(self) -> "Records[Estimate]":
        """Figures for people harmed. They overlap and differ in what they count: nothing is to be added up."""
        return self.tables["estimates"]

    @property
    def estimate_sources(self) -> "Records[str]":
        """Citations of figures; a record is the key that is cited."""
        return self.tables["estimate_sources"]

    @property
    def statistics(self) -> "Records[Statistic]":
        """Figures that count something else than people harmed."""
        return self.tables["statistics"]

    @property
    def statistic_sources(self) -> "Records[str]":
        """Citations of statistics; a record is the key that is cited."""
        return self.tables["statistic_sources"]

    @property
    def debates(self) -> "Records[Debate]":
        """Questions on which scholarship divides."""
        return self.tables["debates"]

    @property
    def positions(self) -> "Records[Position]":
        """The answers to them."""
        return self.tables["positions"]

    @property
    def holders(self) -> "Records[str]":
        """Who holds the answers; a record is a name."""
        return self.tables["holders"]

    @property
    def position_sources(self) -> "Records[str]":
        """Citations of answers; a record is the key that is cited."""
        return self.tables["position_sources"]

    @property
    def relations(self) -> "Records[Relation]":
        """Links to other dossiers, written or still wanted."""
        return self.tables["relations"]

    @property
    def confidence_topics(self) -> "Records[Topic]":
        """The confidence in single subjects."""
        return self.tables["confidence_topics"]

    @property
    def confidence_notes(self) -> "Records[Note]":
        """Remarks on the evidence."""
        return self.tables["confidence_notes"]

    @property
    def tags(self) -> "Records[Tag]":
        """Tags."""
        return self.tables["tags"]

    @property
    def reading_findings(self) -> "Records[Finding]":
        """Faults met while reading the dossiers, but for files that cannot be read at all."""
        return self.tables["findings"]
