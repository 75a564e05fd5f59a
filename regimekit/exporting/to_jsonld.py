"""Dossiers as linked data (JSON-LD 1.1): schema.org, EDTF dates, and terms of our own for what those do not say."""

from collections.abc import Iterable, Iterator

from regimekit.exporting import linked_records as records
from regimekit.exporting.linked_names import FileNames, Names
from regimekit.exporting.linked_values import CONTEXT, Node, node, one_day, own
from regimekit.exporting.stream import Origin, Part, Rest
from regimekit.exporting.to_json import json_object
from regimekit.model import Dossier


def to_jsonld(origin: Origin, parts: Iterable[Part]) -> Iterator[bytes]:
    """A graph of dossiers, each with its records; last the folder's pages, its findings, and the export itself."""
    files = FileNames(origin)
    return json_object({"@context": CONTEXT}, "@graph", _nodes(origin, files, Rest(parts)), dict)


def _nodes(origin: Origin, files: FileNames, rest: Rest) -> Iterator[Node]:
    for one in rest.dossiers():
        yield dossier(files, one)
    for page in rest.pages:
        types = ["CreativeWork", "regimekit:Page"]
        yield node(files.of(page.path), types, {"name": page.title}, own(path=page.path))
    for finding in rest.findings:
        yield records.finding(None, finding)
    yield node(None, ["Dataset", "regimekit:Export"], {"name": origin.root}, own(version=origin.version))


def dossier(files: FileNames, one: Dossier) -> Node:
    """A work on a regime: it mentions people and events, holds claims and questions, and cites sources."""
    names = Names(files, one)
    estimates = zip(one.estimates, names.estimates, strict=True)
    sources = zip(one.sources, names.sources, strict=True)
    return node(
        names.dossier,
        ["CreativeWork", "regimekit:Dossier"],
        {
            "identifier": one.slug,
            "name": one.title,
            "about": node(f"{names.dossier}#regime", ["Organization", "regimekit:Regime"], {"name": one.title}),
            "dateCreated": one_day(one.created.date) if one.created else None,
            "dateModified": one_day(one.updated.date) if one.updated else None,
            "keywords": [tag.name for tag in one.tags],
            "mentions": [
                *(records.person(names, said) for said in one.people),
                *(records.event(names, said) for said in one.events),
            ],
            "hasPart": [
                *(records.section(names, said) for said in one.sections),
                *(records.estimate(names, said, id) for said, id in estimates),
                *(records.statistic(names, said) for said in one.statistics),
                *(records.debate(names, said) for said in one.debates),
            ],
            "citation": [records.source(names, said, id) for said, id in sources],
        },
        own(
            path=one.path,
            field=[records.field(names, said) for said in one.overview],
            relation=[records.relation(names, said) for said in one.relations],
            confidence=records.confidence(names, one.confidence),
            tag=[records.tag(names, said) for said in one.tags],
            created=records.stamp(one.created),
            updated=records.stamp(one.updated),
            finding=[
                records.finding(names.records.new("finding", said.code, said.message), said, one.path)
                for said in one.findings
            ],
        ),
    )
