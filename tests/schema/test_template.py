"""The template of a dossier: the schema's sections and fields, and nothing that could be read as a record."""

from __future__ import annotations

import datetime
from pathlib import Path

from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema
from regimekit.schema.template import template

TODAY = datetime.date(2026, 2, 3)


def test_required_sections_and_fields_in_their_order() -> None:
    schema = load_schema(None)
    dossier = read_dossier(template(schema, "Vale under Lind", TODAY), "vale-lind.md", schema)
    assert dossier.title == "Vale under Lind"
    assert [section.id for section in dossier.sections[1:]] == [section.id for section in schema.required_sections]
    assert [field.id for field in dossier.overview] == [field.id for field in schema.required_fields]
    assert {field.value for field in dossier.overview} == {""}


def test_examples_are_no_records() -> None:
    schema = load_schema(None)
    dossier = read_dossier(template(schema, None, TODAY), "vale-lind.md", schema)
    records = (
        dossier.events,
        dossier.estimates,
        dossier.statistics,
        dossier.people,
        dossier.relations,
        dossier.sources,
    )
    assert not any(records)
    assert not dossier.findings
    assert [position.text for debate in dossier.debates for position in debate.positions] == []
    assert (dossier.created.verbatim, dossier.updated.verbatim) == ("2026-02-03", "2026-02-03")  # type: ignore[union-attr]
    assert [tag.name for tag in dossier.tags] == ["regime"]


def test_every_comment_holds_a_line_that_reads_as_it_should() -> None:
    schema = load_schema(None)
    text = template(schema, None, TODAY).replace("<!--", "").replace("-->", "")
    dossier = read_dossier(text, "vale-lind.md", schema)
    assert [person.name for person in dossier.people] == ["Ana Doe"]
    assert [estimate.quantity.verbatim for estimate in dossier.estimates] == ["212", "250-400"]
    assert [relation.target for relation in dossier.relations] == ["other-dossier"]
    assert [source.url for source in dossier.sources] == ["https://example.org/report"]
    assert len(dossier.events) >= 7


def test_sections_and_words_of_a_user_stand_in_it(tmp_path: Path) -> None:
    settings = tmp_path / "regimekit.yaml"
    settings.write_text(
        "sections:\n  economy: {title: Economy, required: true, after: key_events}\n  fall: {required: false}\n"
        "fields:\n  currency: {label: Currency, required: true, after: country}\n"
        "vocabularies:\n  relationship_type:\n    mentor: [teacher]\n"
    )
    written = template(load_schema(settings), None, TODAY)
    assert "## Key Events & Atrocities" in written.partition("## Economy\n\nTODO\n")[0]
    assert "## Fall / End" not in written
    assert "| **Currency**" in written
    assert "/ mentor (" in written
