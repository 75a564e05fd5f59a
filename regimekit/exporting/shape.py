"""The form in which dossiers leave the toolkit: every record flat, with the lines it stands on.

The JSON Schema of the export is made from these classes; a field that is added
to a record of the model belongs here as well, and a test says so.
"""

import datetime

import msgspec

from regimekit.model import (
    Attribution,
    Block,
    EventKind,
    Fixability,
    HistoricalDate,
    Measure,
    Number,
    Page,
    Precision,
    Qualifier,
    Quantity,
    Role,
    Scope,
    Severity,
    Unit,
)
from regimekit.model.date import Relation as DateRelation


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lines are counted from 1; null where a value is unknown or not stated, never 0."""


class _Placed(_Record, frozen=True, kw_only=True):
    line: int
    last_line: int


class ExportedSection(_Placed, frozen=True, kw_only=True):
    """A heading and the blocks up to the next heading."""

    level: int
    title: str
    id: str
    number: str | None
    blocks: tuple[Block, ...]


class ExportedField(_Placed, frozen=True, kw_only=True):
    """A row of the Overview, or (header) a key of the front matter."""

    label: str
    value: str
    id: str | None
    dates: tuple[HistoricalDate, ...]
    quantities: tuple[Quantity, ...]
    terms: tuple[str, ...]
    header: bool


class ExportedFigure(_Placed, frozen=True, kw_only=True):
    """A person as one entry of the dossier gives him."""

    name: str
    aliases: tuple[str, ...]
    honorific: str | None
    roles: tuple[Role, ...]
    born: HistoricalDate | None
    died: HistoricalDate | None
    fate: str | None
    group: str | None
    leader: bool
    text: str
    sources: tuple[str, ...]


class ExportedEvent(_Placed, frozen=True, kw_only=True):
    """A dated statement; edtf to uncertain are its principal date, dates the others that it names."""

    title: str
    verbatim: str
    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    relation: DateRelation
    precision: Precision
    approximate: bool
    uncertain: bool
    kind: EventKind
    section: str
    headings: tuple[str, ...]
    dates: tuple[HistoricalDate, ...]
    sources: tuple[str, ...]


class ExportedEstimate(_Placed, frozen=True, kw_only=True):
    """A figure for people harmed; part_of is the place, from 0, of the estimate of which this is a part."""

    measure: Measure
    low: Number | None
    high: Number | None
    point: Number | None
    verbatim: str
    qualifier: Qualifier
    unit: Unit
    magnitude: int | None
    scope: Scope
    attribution: Attribution | None
    caption: str | None
    part_of: int | None
    section: str
    text: str
    sources: tuple[str, ...]


class ExportedStatistic(_Placed, frozen=True, kw_only=True):
    """A figure that counts something else than people harmed; after is the second value of a change."""

    label: str
    low: Number | None
    high: Number | None
    point: Number | None
    verbatim: str
    qualifier: Qualifier
    unit: Unit
    magnitude: int | None
    after: Quantity | None
    section: str
    text: str
    sources: tuple[str, ...]


class ExportedPosition(_Placed, frozen=True, kw_only=True):
    """One answer to a question, and who holds it."""

    text: str
    label: str | None
    holders: tuple[str, ...]
    sources: tuple[str, ...]


class ExportedDebate(_Placed, frozen=True, kw_only=True):
    """A question on which scholarship divides."""

    question: str
    positions: tuple[ExportedPosition, ...]


class ExportedRelation(_Placed, frozen=True, kw_only=True):
    """A link from this dossier to another, written or still wanted."""

    target: str
    types: tuple[str, ...]
    note: str | None
    fragment: str | None
    display: str | None
    group: str | None
    stated: bool


class ExportedSource(_Placed, frozen=True, kw_only=True):
    """A source; key is what the other records name it by."""

    key: str
    title: str
    publisher: str | None
    url: str | None
    kind: str | None
    types: tuple[str, ...]
    accessed: HistoricalDate | None
    accessed_as_written: str | None
    footnote: str | None
    group: str | None
    listed: bool
    text: str


class ExportedTopic(_Placed, frozen=True, kw_only=True):
    """The confidence in one subject."""

    topic: str
    verbatim: str | None
    levels: tuple[str, ...]
    note: str | None


class ExportedNote(_Placed, frozen=True, kw_only=True):
    """A remark on the evidence."""

    text: str
    group: str | None


class ExportedConfidence(_Record, frozen=True, kw_only=True):
    """The confidence assessment; line is null where no overall level is stated."""

    line: int | None
    last_line: int | None
    verbatim: str | None
    levels: tuple[str, ...]
    topics: tuple[ExportedTopic, ...]
    notes: tuple[ExportedNote, ...]


class ExportedTag(_Placed, frozen=True, kw_only=True):
    """A tag without its #."""

    name: str


class ExportedStamp(_Placed, frozen=True, kw_only=True):
    """A date that the dossier gives of itself."""

    verbatim: str
    date: HistoricalDate | None


class ExportedFinding(_Placed, frozen=True, kw_only=True):
    """A fault at one place; column and end_column are 0 where the whole line is meant.

    ``fixable`` says how safely the toolkit can mend it, null where it cannot.
    """

    code: str
    severity: Severity
    path: str
    message: str
    remedy: str
    column: int
    end_column: int
    fixable: Fixability | None


class ExportedDossier(_Record, frozen=True, kw_only=True):
    """One file; path is relative to the root."""

    path: str
    slug: str
    title: str
    sections: tuple[ExportedSection, ...]
    overview: tuple[ExportedField, ...]
    figures: tuple[ExportedFigure, ...]
    events: tuple[ExportedEvent, ...]
    estimates: tuple[ExportedEstimate, ...]
    statistics: tuple[ExportedStatistic, ...]
    debates: tuple[ExportedDebate, ...]
    relations: tuple[ExportedRelation, ...]
    sources: tuple[ExportedSource, ...]
    confidence: ExportedConfidence
    tags: tuple[ExportedTag, ...]
    created: ExportedStamp | None
    updated: ExportedStamp | None
    findings: tuple[ExportedFinding, ...]


class Export(_Record, frozen=True, kw_only=True):
    """Dossiers as `regimekit export --format json` writes them; regimekit is the version that wrote them."""

    regimekit: str
    root: str
    dossiers: tuple[ExportedDossier, ...]
    pages: tuple[Page, ...]
    findings: tuple[ExportedFinding, ...]
