"""The built-in schema: what it holds, and how labels, values and names are read with it."""

import pickle

import pytest

from regimekit.schema import Schema, load_schema
from regimekit.schema.reading import BUILT_IN, on_top

SCHEMA = load_schema()


def test_built_in_files_stand_the_checks_that_a_users_file_does():
    schema = Schema()
    for path in BUILT_IN:
        schema = on_top(schema, path)
    assert [section.id for section in schema.sections] == [section.id for section in SCHEMA.sections]
    assert schema.vocabularies == SCHEMA.vocabularies


def test_sections_stand_in_the_order_of_a_dossier():
    assert [section.id for section in SCHEMA.sections] == [
        "overview",
        "key_figures",
        "classification",
        "pre_conditions",
        "rise_to_power",
        "methods_of_control",
        "key_events",
        "opposition",
        "fall",
        "aftermath",
        "scholarly_debate",
        "comparisons",
        "timeline",
        "sources",
        "confidence",
        "other",
    ]
    optional = {section.id for section in SCHEMA.sections if section not in SCHEMA.required_sections}
    assert optional == {"opposition", "timeline", "other"}


def test_required_fields_are_those_of_the_overview():
    required = [field.id for field in SCHEMA.required_fields]
    assert required == ["country", "dates", "leaders", "type", "duration", "death_toll"]


def test_lookups_by_id():
    assert SCHEMA.section("fall").title == "Fall / End"
    assert SCHEMA.section("finances") is None
    assert SCHEMA.field("death_toll").label == "Estimated Death Toll"
    assert SCHEMA.field("finances") is None


def test_it_is_read_once():
    assert load_schema() is SCHEMA


def test_it_reaches_worker_processes():
    SCHEMA.section_id("Legacy")  # fills what is remembered beside the fields
    copy = pickle.loads(pickle.dumps(SCHEMA))
    assert copy.section_id("Legacy") == "aftermath"
    assert copy.vocabularies == SCHEMA.vocabularies


@pytest.mark.parametrize(
    ("label", "id"),
    [
        ("Country/Region", "country"),
        ("**Leader(s)**", "leaders"),
        ("Head of State", "leaders"),
        ("Period:", "dates"),
        ("Years in power", "dates"),
        ("in_power_since", "dates"),
        ("regime_type", "type"),
        ("death_toll_estimate", "death_toll"),
        ("ESTIMATED DEATH TOLL", "death_toll"),
        ("ruling-party", "ruling_party"),
        ("last_updated", "updated"),
    ],
)
def test_label_names_a_field(label, id):
    assert SCHEMA.field_id(label) == id


@pytest.mark.parametrize("label", ["freedom_score", "uprising_deaths", "Countryside", "Typeface", ""])
def test_label_that_names_no_field(label):
    assert SCHEMA.field_id(label) is None


@pytest.mark.parametrize("field", SCHEMA.fields, ids=lambda field: field.id)
def test_every_label_and_alias_names_its_field(field):
    for label in (field.id, field.label, *field.aliases):
        assert SCHEMA.field_id(label) == field.id, label


@pytest.mark.parametrize(
    ("vocabulary", "text", "terms"),
    [
        ("regime_type", "Communist / Totalitarian one-party state", ("communist", "totalitarian", "one-party")),
        ("regime_type", "Military junta (bureaucratic-authoritarian)", ("military", "junta", "authoritarian")),
        ("regime_type", "Personalist military dictatorship", ("personalist", "military")),
        ("regime_type", "competitive_authoritarian", ("electoral-authoritarian",)),
        ("regime_type", "Islamic republic", ("theocratic",)),
        ("regime_type", "anti-communist republic", ("republic",)),
        ("regime_type", "former monarchy, not a theocracy", ()),
        ("regime_type", "Marxist-Leninist, Maoist", ("communist",)),
        ("relationship_type", "causal / structural", ("causal", "structural")),
        ("relationship_type", "Thematic contrast", ("thematic", "contrast")),
        ("source_type", "Academic Journal", ("academic",)),
        ("source_type", "museum/academic", ("museum", "academic")),
        ("source_type", "News/Analysis", ("news", "analysis")),
        ("source_type", "Government Reference", ("official", "reference")),
        ("source_type", "peer-reviewed", ("academic",)),
        ("source_type", "truth commission report", ("tribunal",)),
        ("source_type", "leaflet", ()),
        ("confidence", "HIGH", ("high",)),
        ("confidence", "Medium-High", ("medium", "high")),
        ("confidence", "very high", ("high",)),
        ("confidence", "Moderate", ("medium",)),
        ("confidence", "high uncertainty", ("low",)),
        ("confidence", "not high", ()),
        ("era", "interwar-wwii", ("interwar", "world-war-ii")),
        ("era", "post-cold-war", ("post-cold-war",)),
        ("era", "cold-war", ("cold-war",)),
        ("region", "Middle East / North Africa", ("middle-east", "north-africa")),
        ("region", "South-East Asia", ("southeast-asia",)),
    ],
)
def test_words_of_a_vocabulary(vocabulary, text, terms):
    assert SCHEMA.terms(vocabulary, text) == terms


def test_a_vocabulary_that_there_is_not():
    with pytest.raises(KeyError):
        SCHEMA.terms("colours", "red")


def test_a_field_is_read_in_its_own_vocabulary():
    assert SCHEMA.field_terms("type", "Absolute monarchy") == ("monarchy",)
    assert SCHEMA.field_terms("capital", "Absolute monarchy") == ()
    assert SCHEMA.field_terms(None, "Absolute monarchy") == ()


@pytest.mark.parametrize(
    ("text", "honorific", "name"),
    [
        ("General Ana Doe", "General", "Ana Doe"),
        ("Lt. Gen. Dr. Ana Doe", "Lt. Gen. Dr.", "Ana Doe"),
        ("Lieutenant-Colonel Ana Doe", "Lieutenant-Colonel", "Ana Doe"),
        ("Marshal of the Soviet Union Ana Doe", "Marshal of the Soviet Union", "Ana Doe"),
        ("H.E. President Ana Doe", "H.E. President", "Ana Doe"),
        ("Führer Ana Doe", "Führer", "Ana Doe"),
        ("Ana General", None, "Ana General"),
        ("Generosa Doe", None, "Generosa Doe"),
        ("general manager", None, "general manager"),
        ("Pope", None, "Pope"),
        ("", None, ""),
    ],
)
def test_honorific_before_a_name(text, honorific, name):
    assert SCHEMA.split_honorific(text) == (honorific, name)
