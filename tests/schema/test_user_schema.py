"""A user's regimekit.yaml: what it changes, and what is said of one that cannot be meant."""

import os
from textwrap import dedent

import pytest

from regimekit.schema import SchemaError, load_schema
from regimekit.schema.document import LARGEST_FILE


@pytest.fixture
def load(tmp_path):
    path = tmp_path / "regimekit.yaml"

    def load(text):
        path.write_text(dedent(text), encoding="utf-8")
        return load_schema(path)

    return load


@pytest.fixture
def fault(load):
    def fault(text):
        with pytest.raises(SchemaError) as caught:
            load(text)
        assert str(caught.value) == f"{caught.value.path}:{caught.value.line}: {caught.value.message}"
        return caught.value.line, caught.value.message

    return fault


def test_an_empty_file_changes_nothing(load):
    assert load("# nothing yet\n").sections == load_schema().sections


def test_lists_extend(load):
    schema = load("""
        sections:
          fall:
            aliases: [Curtain Call]
            terms: [swansong*]
        fields:
          leaders:
            aliases: [Grand Helmsman]
        vocabularies:
          regime_type:
            military: [colonels' regime]
            hydraulic: [hydraulic despotism]
        people_headings: [courtier*]
        honorifics: [Grand Helmsman]
        """)
    assert schema.section_id("Curtain Call") == "fall"
    assert schema.section_id("The Swansongs of 1970") == "fall"
    assert schema.section_id("Downfall") == "fall"
    assert schema.field_id("Grand Helmsman") == "leaders"
    assert schema.field_id("Leader(s)") == "leaders"
    assert schema.terms("regime_type", "Colonels' regime") == ("military",)
    assert schema.terms("regime_type", "hydraulic despotism, monarchy") == ("hydraulic", "monarchy")
    assert schema.is_people_heading("Courtiers")
    assert schema.split_honorific("Grand Helmsman Ana Doe") == ("Grand Helmsman", "Ana Doe")


def test_texts_and_flags_replace(load):
    schema = load("""
        sections:
          fall: {title: Collapse, required: false}
          opposition: {required: true}
        """)
    assert schema.section("fall").title == "Collapse"
    assert not schema.section("fall").required
    assert schema.section("opposition").required
    assert schema.section("fall").aliases == load_schema().section("fall").aliases


def test_lists_replace_where_that_is_said(load):
    schema = load("""
        sections:
          fall: {replace: true, terms: [swansong*]}
        vocabularies:
          confidence: {replace: true, sure: [certain], unsure: []}
        honorifics: {replace: true, terms: [Helmsman]}
        """)
    assert schema.section("fall").terms == ("swansong*",)
    assert schema.section("fall").aliases == load_schema().section("fall").aliases
    assert schema.section_id("Decay and Downfall") == "other"
    assert schema.terms("confidence", "certain, high") == ("sure",)
    assert schema.terms("confidence", "unsure") == ("unsure",)
    assert schema.honorifics == ("Helmsman",)


def test_new_sections_fields_and_vocabularies(load):
    schema = load("""
        sections:
          economy: {title: Economy, terms: [econom*], required: true, after: key_events}
          daily_life: {title: Daily Life}
        fields:
          currency: {label: Currency, after: country}
          party_type: {label: Kind of Party, vocabulary: party_type}
        vocabularies:
          party_type: {cadre: [vanguard], mass: [mass party]}
        """)
    ids = [section.id for section in schema.sections]
    assert ids[ids.index("key_events") + 1] == "economy"
    assert ids[-2:] == ["daily_life", "other"]
    assert schema.section_id("2. Economy and Daily Life") == "economy"
    assert schema.section_id("Daily Life") == "daily_life"
    assert [field.id for field in schema.fields][1] == "currency"
    assert schema.field_terms("party_type", "vanguard party") == ("cadre",)


def test_a_phrase_moves_to_the_section_that_the_user_gives_it(load):
    schema = load("""
        sections:
          trials: {title: Trials, terms: [trial*]}
          timeline: {aliases: [milestones], after: overview}
        """)
    assert schema.section_id("The Trial of the Generals") == "trials"
    assert "trial*" not in schema.section("aftermath").terms
    assert [section.id for section in schema.sections][1] == "timeline"


def test_what_the_user_names_is_no_longer_residual(load):
    schema = load("sections: {economy: {title: Economy, terms: [econom*]}}\n")
    for title in ("Economic Policies", "Economic Collapse", "Collapse of the Economy"):
        assert schema.section_id(title) == "economy"
    assert schema.section_id("Foreign Policy") == "other"
    assert schema.section_id("Collapse of the Regime") == "fall"


def test_lint_and_data(load, tmp_path):
    schema = load("""
        data: dossiers
        lint:
          select: [RK1, RK404]
          ignore: [RK102]
          severity: {RK404: info}
          per-path-ignores: {"drafts/*": [ALL]}
          thresholds: {sources: 5, life: 110.5}
        """)
    assert schema.data == tmp_path / "dossiers"
    assert schema.path == tmp_path / "regimekit.yaml"
    assert schema.lint.select == ("RK1", "RK404")
    assert schema.lint.ignore == ("RK102",)
    assert schema.lint.severity == {"RK404": "info"}
    assert schema.lint.per_path_ignores == {"drafts/*": ("ALL",)}
    assert schema.lint.thresholds == {"sources": 5, "life": 110.5}


def test_a_changed_file_is_read_again(load, tmp_path):
    first = load("data: one\n")
    assert load_schema(tmp_path / "regimekit.yaml") is first
    second = load("data: another\n")
    os.utime(tmp_path / "regimekit.yaml", ns=(1, 1))
    assert second.data == tmp_path / "another"
    assert load_schema(tmp_path / "regimekit.yaml") is not second


def test_the_built_in_schema_stays_as_it_was(load):
    load("sections: {fall: {title: Collapse, aliases: [Legacy]}}\n")
    assert load_schema().section("fall").title == "Fall / End"
    assert load_schema().section_id("Legacy") == "aftermath"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("section: {}\n", 1, ["'section'", "allowed: sections, fields"]),
        ("data: x\n\ndata: y\n", 3, ["'data' stands twice", "line 1"]),
        ("sections:\n  fall:\n    alias: [x]\n", 3, ["'alias'", "title, required, after, aliases"]),
        ("sections:\n  fall:\n    aliases: [x]\n  fall:\n    title: y\n", 4, ["'fall' stands twice", "line 2"]),
        ("sections:\n  fal:\n    aliases: [x]\n", 2, ["no known section", "needs a title", "'fall' meant"]),
        ("fields:\n  xylophone:\n    aliases: [x]\n", 2, ["no known field", "needs a label", "known: country, dates"]),
        ("sections:\n  New One: {title: x}\n", 2, ["'New One' is no id", "lower-case"]),
        ("sections: [fall]\n", 1, ["sections must be a mapping", "not a list"]),
        ("sections:\n  fall:\n    required: maybe\n", 3, ["true, false", "'maybe'"]),
        ("sections:\n  fall:\n    aliases: x\n", 3, ["sections.fall.aliases must be a list", "'x'"]),
        ("sections:\n  fall:\n    title:\n", 3, ["title must not be empty"]),
        ("sections:\n  fall:\n    aliases:\n      - x\n      - [y]\n", 5, ["an entry of", "must be a text"]),
        ("sections:\n  fall:\n    aliases:\n      - x\n      -\n", 5, ["must not be empty"]),
        ("sections:\n  fall:\n    after: nowhere\n", 3, ["one of overview, key_figures", "'nowhere'"]),
        (
            "sections:\n  fall:\n    aliases:\n      - Twilight\n  aftermath:\n    aliases:\n      - the twilight\n",
            7,
            ["'the twilight' names fall in line 4", "aftermath"],
        ),
        ("sections:\n  fall:\n    aliases:\n      - Timeline\n", 4, ["'Timeline' is the name of timeline"]),
        ("sections:\n  fall:\n    aliases: [end*]\n", 3, ["'end*' must be written out"]),
        ("sections:\n  fall:\n    terms: [e*]\n", 3, ["'e*' is no phrase", "two letters"]),
        ("sections:\n  fall:\n    terms: [... end]\n", 3, ["no phrase"]),
        ("sections:\n  fall:\n    terms: ['!']\n", 3, ["no phrase"]),
        ("fields:\n  born:\n    vocabulary: colours\n", 3, ["one of regime_type", "'colours'"]),
        ("fields:\n  born:\n    aliases: [Died]\n", 3, ["'Died' is the name of died"]),
        ("vocabularies:\n  era:\n    new: [x, y]\n    old: [x]\n", 4, ["'x' names new", "old"]),
        ("vocabularies:\n  era: [x]\n", 2, ["must be a mapping"]),
        ("honorifics: [Gen*]\n", 1, ["'Gen*' must be written out"]),
        ("honorifics: {replace: true, words: [x]}\n", 1, ["'words'", "terms, replace"]),
        ("lint:\n  thresholds:\n    sources: many\n", 3, ["must be a number", "'many'"]),
        ("lint:\n  thresholds:\n    sources: .nan\n", 3, ["must be a number"]),
        ("lint:\n  severity:\n    RK404: fatal\n", 3, ["error, warning, info", "'fatal'"]),
        ("lint:\n  select: [bad name]\n", 2, ["not a rule's code", "RK404"]),
        ("lint:\n  selct: []\n", 2, ["'selct'", "per-path-ignores"]),
        ("- sections\n", 1, ["the file must be a mapping"]),
        ("sections:\n  fall: [x\nfields: {}\n", 3, ["is not YAML"]),
        ("sections:\n\tfall: x\n", 2, ["is not YAML"]),
        ("a: &x [y]\n", 1, ["anchors and aliases"]),
        ("data: one\n---\ndata: two\n", 2, ["second document"]),
        ("data: x\nlint: " + "[" * 20 + "]" * 20 + "\n", 2, ["nested"]),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_is_allowed(fault, text, line, words):
    told_line, message = fault(text)
    assert all(word in message for word in words), message
    assert told_line == line


def test_a_bomb_of_aliases_is_refused_at_once(fault):
    layers = "\n".join(f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 9)}]" for n in range(30))
    assert fault(f"l0: &l0 [x]\n{layers}\n")[0] == 1


def test_files_that_are_no_text(tmp_path):
    path = tmp_path / "regimekit.yaml"

    def message():
        with pytest.raises(SchemaError) as caught:
            load_schema(path)
        return caught.value.line, caught.value.message

    assert "cannot be read" in message()[1]
    path.mkdir()
    assert "cannot be read" in message()[1]
    path.rmdir()
    path.write_bytes(b"data: x\nhonorifics: [\xff]\n")
    assert message() == (2, "is not encoded as UTF-8")
    path.write_bytes("data: ä\nlint: '\x01'\n".encode())
    assert message() == (2, "holds a character that YAML does not allow")
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    assert "larger than 256 KiB" in message()[1]


def test_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "regimekit.yaml"
    path.write_bytes("data: dossiers\r\nsections:\r\n  fal: {}\r\n".encode("utf-8-sig"))
    with pytest.raises(SchemaError) as caught:
        load_schema(path)
    assert caught.value.line == 3
