"""Records of the model → the shape in which they are exported."""

from typing import Any, TypeVar

import msgspec
from msgspec.structs import asdict

from regimekit.exporting import shape
from regimekit.model import Confidence, Debate, Dossier, Estimate, Event, Finding, Stamp, Statistic

_Shape = TypeVar("_Shape", bound=msgspec.Struct)


def flat_dossier(dossier: Dossier) -> shape.ExportedDossier:
    return shape.ExportedDossier(
        path=dossier.path,
        slug=dossier.slug,
        title=dossier.title,
        sections=tuple(_flat(shape.ExportedSection, section) for section in dossier.sections),
        overview=tuple(_flat(shape.ExportedField, field) for field in dossier.overview),
        figures=tuple(_flat(shape.ExportedFigure, person) for person in dossier.people),
        events=tuple(map(flat_event, dossier.events)),
        estimates=tuple(map(flat_estimate, dossier.estimates)),
        statistics=tuple(map(_statistic, dossier.statistics)),
        debates=tuple(map(_debate, dossier.debates)),
        relations=tuple(_flat(shape.ExportedRelation, relation) for relation in dossier.relations),
        sources=tuple(_flat(shape.ExportedSource, source) for source in dossier.sources),
        confidence=_confidence(dossier.confidence),
        tags=tuple(_flat(shape.ExportedTag, tag) for tag in dossier.tags),
        created=_stamp(dossier.created),
        updated=_stamp(dossier.updated),
        findings=tuple(flat_finding(finding, dossier.path) for finding in dossier.findings),
    )


def flat_event(event: Event) -> shape.ExportedEvent:
    return _flat(shape.ExportedEvent, event, **asdict(event.date))


def flat_estimate(estimate: Estimate) -> shape.ExportedEstimate:
    quantity = estimate.quantity
    return _flat(shape.ExportedEstimate, estimate, point=quantity.point, **asdict(quantity))


def flat_finding(finding: Finding, path: str = "") -> shape.ExportedFinding:
    """A finding; ``path`` is that of the file in which it was met, where it does not say one."""
    return _flat(shape.ExportedFinding, finding, path=finding.path or path)


def _statistic(statistic: Statistic) -> shape.ExportedStatistic:
    quantity = statistic.quantity
    return _flat(shape.ExportedStatistic, statistic, point=quantity.point, **asdict(quantity))


def _debate(debate: Debate) -> shape.ExportedDebate:
    positions = tuple(_flat(shape.ExportedPosition, position) for position in debate.positions)
    return _flat(shape.ExportedDebate, debate, positions=positions)


def _confidence(confidence: Confidence) -> shape.ExportedConfidence:
    return shape.ExportedConfidence(
        line=confidence.span.first if confidence.span else None,
        last_line=confidence.span.last if confidence.span else None,
        verbatim=confidence.verbatim,
        levels=confidence.levels,
        topics=tuple(_flat(shape.ExportedTopic, topic) for topic in confidence.topics),
        notes=tuple(_flat(shape.ExportedNote, note) for note in confidence.notes),
    )


def _stamp(stamp: Stamp | None) -> shape.ExportedStamp | None:
    return None if stamp is None else _flat(shape.ExportedStamp, stamp)


def _flat(target: type[_Shape], record: Any, **instead: Any) -> _Shape:
    """A record in its exported shape: its span becomes lines, ``instead`` are the values that the record lacks."""
    values = {"line": record.span.first, "last_line": record.span.last, **instead}
    names = target.__struct_fields__
    return target(**{name: values[name] if name in values else getattr(record, name) for name in names})
