"""What a dossier is made of: frozen records, no reading, no screens."""

from regimekit.model.confidence import Confidence, Note, Topic
from regimekit.model.corpus import Corpus, Page
from regimekit.model.date import HistoricalDate, Precision
from regimekit.model.debate import Debate, Position
from regimekit.model.dossier import Dossier, Stamp, Tag
from regimekit.model.estimate import Attribution, AttributionKind, Estimate, Measure, Scope, Statistic
from regimekit.model.event import Event, EventKind
from regimekit.model.finding import Finding, Fixability, Severity
from regimekit.model.overview import Field
from regimekit.model.person import Person, Role
from regimekit.model.quantity import Number, Qualifier, Quantity, Unit
from regimekit.model.relation import Relation
from regimekit.model.section import Block, BlockKind, Section
from regimekit.model.source import Source
from regimekit.model.span import Span

__all__ = [
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "Confidence",
    "Corpus",
    "Debate",
    "Dossier",
    "Estimate",
    "Event",
    "EventKind",
    "Field",
    "Finding",
    "Fixability",
    "HistoricalDate",
    "Measure",
    "Note",
    "Number",
    "Page",
    "Person",
    "Position",
    "Precision",
    "Qualifier",
    "Quantity",
    "Relation",
    "Role",
    "Scope",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Stamp",
    "Statistic",
    "Tag",
    "Topic",
    "Unit",
]
