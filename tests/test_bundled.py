"""What every dossier that comes with the toolkit has to have, so that a reader can weigh it.

How the figures were chosen and checked is told in data/README.md; that the wording is our own is
checked in test_overlap.py. Here it is counted what a dossier offers, from the records that are read.
"""

import re
from pathlib import Path

import pytest
import yaml

import regimekit
from regimekit import bundled, load
from regimekit.linting.runner import check
from regimekit.linting.settings import Settings
from regimekit.schema import load_schema

ROOT = Path(__file__).parent.parent
SLUGS = (
    "albania-hoxha",
    "argentina-junta",
    "cambodia-khmer-rouge",
    "chile-pinochet",
    "china-mao",
    "egypt-nasser",
    "ethiopia-mengistu",
    "germany-hitler",
    "indonesia-suharto",
    "libya-gaddafi",
    "peru-fujimori",
    "soviet-union-stalin",
    "spain-franco",
    "uganda-amin",
)


@pytest.fixture(scope="module")
def corpus():
    return load(bundled())


@pytest.fixture(scope="module")
def by_slug(corpus):
    return {dossier.slug: dossier for dossier in corpus.dossiers}


@pytest.fixture(params=SLUGS)
def dossier(request, by_slug):
    return by_slug[request.param]


def test_these_dossiers_are_bundled(corpus):
    assert sorted(dossier.slug for dossier in corpus.dossiers) == sorted(SLUGS)


def test_nothing_is_found_with_every_rule_on(corpus):
    found = check(corpus, load_schema(), Settings(select=("ALL",)))
    assert [f"{finding.path}:{finding.span.first} {finding.code} {finding.message}" for finding in found] == []


def test_no_rule_is_switched_off(dossier):
    assert "regimekit:" not in (bundled() / dossier.path).read_text(encoding="utf-8")


def test_every_section_is_written(dossier):
    schema = load_schema()
    there = {section.id for section in dossier.sections}
    assert {section.id for section in schema.sections} - {"timeline", "other"} <= there


def test_estimates_have_an_author_and_a_year(dossier):
    attributed = [
        one
        for one in dossier.estimates
        if one.attribution and one.attribution.kind != "own" and one.attribution.year is not None
    ]
    assert len(attributed) >= 8


def in_tables(dossier):
    """The estimates of the tables, each of which has the two cells that name a source and a figure."""
    lines = (bundled() / dossier.path).read_text(encoding="utf-8").splitlines()
    overview = dossier.overview[-1].span.last
    return [one for one in dossier.estimates if one.span.first > overview and lines[one.span.first - 1][:1] == "|"]


def test_estimates_in_tables_lead_to_a_source(dossier):
    rows = in_tables(dossier)
    assert len(rows) >= 8
    assert [one.text for one in rows if not one.sources] == []
    assert [one.text for one in rows if one.attribution is None] == []


def test_each_table_of_estimates_says_what_it_counts(dossier):
    assert [one.text for one in in_tables(dossier) if not one.caption] == []


def test_events_are_dated(dossier):
    assert len(dossier.events) >= 25
    assert sum(bool(event.sources) for event in dossier.events) >= 10


def test_people_have_roles_and_life_spans(dossier):
    people = {person.name: person for person in dossier.people if person.roles and person.born and person.died}
    alive = {person.name for person in dossier.people if person.roles and person.born and not person.died}
    assert len(people.keys() | alive) >= 8


def test_scholarly_questions_have_positions_with_holders(dossier):
    assert len([one for one in dossier.debates if one.question.endswith("?")]) >= 2
    for debate in dossier.debates:
        assert len(debate.positions) >= 2, debate.question
    assert sum(bool(position.holders) for one in dossier.debates for position in one.positions) >= 3


def test_relations_are_stated_on_both_sides_in_the_same_way(dossier, by_slug):
    stated = [relation for relation in dossier.relations if relation.stated]
    assert len(stated) >= 2
    for relation in stated:
        back = [one for one in by_slug[relation.target].relations if one.target == dossier.slug and one.stated]
        assert [one.types for one in back] == [relation.types], relation.target


def test_sources_are_many_and_of_several_types(dossier):
    assert len(dossier.sources) >= 8
    assert len({kind for source in dossier.sources for kind in source.types}) >= 3
    for source in dossier.sources:
        assert source.url, source.title
        assert source.accessed, source.title


def test_the_confidence_notes_say_what_was_checked(dossier):
    notes = " ".join(note.text for note in dossier.confidence.notes) if dossier.confidence else ""
    assert re.search(r"(?i)\bchecked\b", notes)


def test_the_readme_lists_what_is_there():
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"regimes/([a-z-]+)\.md", page)) == sorted(SLUGS)


def test_the_folder_says_how_it_is_cited_and_licensed():
    """The keys that the Citation File Format 1.2.0 requires, and those that a dataset needs to be found again."""
    cited = yaml.safe_load((ROOT / "data" / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert (cited["cff-version"], cited["type"], cited["license"]) == ("1.2.0", "dataset", "CC-BY-4.0")
    assert cited["version"] == regimekit.__version__
    assert "CC BY 4.0" in (ROOT / "data" / "README.md").read_text(encoding="utf-8")
