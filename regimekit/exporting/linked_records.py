"""The records of a dossier as nodes of linked data."""

from regimekit.exporting.flatten import flat_finding
from regimekit.exporting.linked_names import Names
from regimekit.exporting.linked_values import Node, amount, date, dates, exact, lines, node, one_day, own, span_of
from regimekit.model import (
    Attribution,
    Confidence,
    Debate,
    Estimate,
    Event,
    Field,
    Finding,
    Person,
    Position,
    Relation,
    Role,
    Section,
    Source,
    Stamp,
    Statistic,
    Tag,
)

# only what is an organisation by what it is: a scholar's name may be two, an official's that of an office
_ORGANISATIONS = frozenset({"international", "ngo", "press", "tribunal"})


def person(names: Names, said: Person) -> Node:
    """One entry: whether two of them are the same person is not said."""
    return node(
        names.records.new("person", said.name, said.text),
        ["Person", "regimekit:Entry"],
        {
            "name": said.name,
            "alternateName": said.aliases,
            "honorificPrefix": said.honorific,
            "birthDate": one_day(said.born),
            "deathDate": one_day(said.died),
            "description": said.text,
            "hasOccupation": [_role(role) for role in said.roles],
        },
        own(
            born=date(said.born),
            died=date(said.died),
            fate=said.fate,
            group=said.group,
            leader=said.leader,
            source=_sources(names, said.sources),
        ),
        lines(said.span),
    )


def _role(said: Role) -> Node:
    start, end = exact(said.term)
    return node(
        None,
        ["Role", "regimekit:Role"],
        {"roleName": said.title, "startDate": start, "endDate": end},
        own(term=date(said.term)),
    )


def event(names: Names, said: Event) -> Node:
    start, end = exact(said.date)
    return node(
        names.records.new("event", said.date.edtf, said.title),
        ["Event", "regimekit:Event"],
        {"name": said.title, "startDate": start, "endDate": end},
        own(
            date=date(said.date),
            otherDate=dates(said.dates),
            kind=said.kind,
            section=said.section,
            headings=said.headings,
            source=_sources(names, said.sources),
        ),
        lines(said.span),
    )


def estimate(names: Names, said: Estimate, id: str) -> Node:
    """A figure is a claim of whoever gives it; the dossier only reports it."""
    scope, whole = said.scope, said.part_of
    year = said.attribution.year if said.attribution else None
    return node(
        id,
        ["Claim", "regimekit:Estimate"],
        {
            "text": said.text,
            "author": _author(names, said.attribution),
            "datePublished": None if year is None else f"{year:04}",
            "spatialCoverage": None if scope.where is None else _place(names, scope.where),
            "temporalCoverage": span_of(scope.when),
            "citation": _sources(names, said.sources),
        },
        own(
            measure=said.measure,
            quantity=amount(said.quantity),
            what=scope.what,
            who=scope.who,
            when=date(scope.when),
            attributionYear=year,
            caption=said.caption,
            partOf=None if whole is None else {"@id": names.estimates[whole]},
            section=said.section,
        ),
        lines(said.span),
    )


def _author(names: Names, said: Attribution | None) -> Node | None:
    if said is None:
        return None
    types = ["Organization"] if said.kind in _ORGANISATIONS else []
    return node(
        names.records.shared("author", said.name, said.kind),
        [*types, "regimekit:Attribution"],
        {"name": said.name},
        own(attributionKind=said.kind),
    )


def _place(names: Names, where: str) -> Node:
    return node(names.records.shared("place", where), ["Place"], {"name": where})


def statistic(names: Names, said: Statistic) -> Node:
    return node(
        names.records.new("statistic", said.label, said.quantity.verbatim, said.text),
        ["Claim", "regimekit:Statistic"],
        {"name": said.label, "text": said.text, "citation": _sources(names, said.sources)},
        own(quantity=amount(said.quantity), after=amount(said.after), section=said.section),
        lines(said.span),
    )


def debate(names: Names, said: Debate) -> Node:
    """A question with suggested answers; none is ever called the accepted one."""
    return node(
        names.records.new("debate", said.question),
        ["Question", "regimekit:Debate"],
        {"name": said.question, "suggestedAnswer": [_position(names, one) for one in said.positions]},
        lines(said.span),
    )


def _position(names: Names, said: Position) -> Node:
    holders = [
        node(names.records.shared("author", holder, None), ["regimekit:Attribution"], {"name": holder})
        for holder in said.holders
    ]
    return node(
        names.records.new("position", said.label, said.text),
        ["Answer", "Claim", "regimekit:Position"],
        {"name": said.label, "text": said.text, "author": holders, "citation": _sources(names, said.sources)},
        lines(said.span),
    )


def source(names: Names, said: Source, id: str) -> Node:
    """A work; ``url`` stays the text that was written, which need not be an address."""
    return node(
        id,
        ["CreativeWork", "regimekit:Source"],
        {
            "identifier": said.key,
            "name": said.title,
            "publisher": said.publisher,
            "url": said.url,
            "description": said.text,
        },
        own(
            kind=said.kind,
            sourceType=said.types,
            accessed=date(said.accessed),
            accessedAsWritten=said.accessed_as_written,
            footnote=said.footnote,
            group=said.group,
            listed=said.listed,
        ),
        lines(said.span),
    )


def _sources(names: Names, keys: tuple[str, ...]) -> list[Node]:
    return [{"@id": names.source(key), "identifier": key} for key in keys]


def relation(names: Names, said: Relation) -> Node:
    linked = names.files.linked(said.target)
    return node(
        names.records.new("relation", said.target, said.display, said.fragment, *said.types, said.note),
        ["regimekit:Relation"],
        own(
            to=None if linked is None else {"@id": linked},
            target=said.target,
            relationType=said.types,
            note=said.note,
            fragment=said.fragment,
            display=said.display,
            group=said.group,
            stated=said.stated,
        ),
        lines(said.span),
    )


def field(names: Names, said: Field) -> Node:
    return node(
        names.records.new("field", said.label, said.value),
        ["PropertyValue", "regimekit:Field"],
        {"name": said.label, "value": said.value, "propertyID": said.id},
        own(
            dates=dates(said.dates),
            quantities=[amount(one) for one in said.quantities],
            terms=said.terms,
            header=said.header,
        ),
        lines(said.span),
    )


def section(names: Names, said: Section) -> Node:
    blocks = [
        node(None, ["regimekit:Block"], own(kind=block.kind, line=block.first, lastLine=block.last))
        for block in said.blocks
    ]
    return node(
        names.records.new("section", said.level, said.number, said.title),
        ["CreativeWork", "regimekit:Section"],
        {"name": said.title},
        own(section=said.id, level=said.level, number=said.number, blocks=blocks),
        lines(said.span),
    )


def confidence(names: Names, said: Confidence) -> Node:
    """How sure the dossier is. No ClaimReview: that is a verdict on a claim, and none is given."""
    topics = [
        node(
            names.records.new("topic", one.topic, one.verbatim),
            ["regimekit:Topic"],
            {"name": one.topic},
            own(verbatim=one.verbatim, levels=one.levels, note=one.note),
            lines(one.span),
        )
        for one in said.topics
    ]
    notes = [
        node(
            names.records.new("note", one.group, one.text),
            ["regimekit:Note"],
            {"text": one.text},
            own(group=one.group),
            lines(one.span),
        )
        for one in said.notes
    ]
    return node(
        names.records.new("confidence"),
        ["regimekit:Confidence"],
        own(verbatim=said.verbatim, levels=said.levels, topic=topics, remark=notes),
        lines(said.span),
    )


def tag(names: Names, said: Tag) -> Node:
    return node(names.records.new("tag", said.name), ["regimekit:Tag"], {"name": said.name}, lines(said.span))


def stamp(said: Stamp | None) -> Node | None:
    if said is None:
        return None
    return node(None, ["regimekit:Stamp"], own(verbatim=said.verbatim, date=date(said.date)), lines(said.span))


def finding(id: str | None, said: Finding, path: str = "") -> Node:
    """A fault; a column of 0 means the whole line."""
    flat = flat_finding(said, path)
    return node(
        id,
        ["regimekit:Finding"],
        own(
            code=said.code,
            severity=said.severity,
            message=said.message,
            remedy=said.remedy,
            path=flat.path,
            column=said.column,
            endColumn=said.end_column,
            fixable=said.fixable,
        ),
        lines(said.span),
    )
