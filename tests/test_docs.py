"""The manual says what is so: generated pages and screens are current, its example is read as it says."""

import re
from pathlib import Path

import pytest

import generate
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", generate.MADE)
def test_what_is_made_from_the_code_is_current(name):
    page = ROOT / "docs" / name
    assert page.read_text(encoding="utf-8") == generate.MADE[name](), "run python docs/generate.py, and read the change"


def test_every_command_is_documented_and_shown():
    from regimekit.cli import COMMANDS, GROUPS

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in (*COMMANDS, *GROUPS):
        assert f"## regimekit {command}\n" in page


def test_links_between_the_pages_lead_somewhere():
    for page in [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").glob("*.md"),
        ROOT / "data" / "README.md",
    ]:
        text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_minimal_dossier_of_the_manual_is_read_whole():
    page = (ROOT / "docs" / "dossier-format.md").read_text(encoding="utf-8")
    example = re.search(r"```markdown\n(# Exampleland.*?)```", page, re.S)[1]
    dossier = read_dossier(example, "exampleland-doe.md", load_schema())
    assert [field.id for field in dossier.overview] == ["country", "dates", "leaders", "type", "duration", "death_toll"]
    assert [person.name for person in dossier.people] == ["Ana Doe", "Ana Doe", "Max Roe"]
    assert [(e.quantity.low, e.quantity.high, e.attribution.name, e.attribution.year) for e in dossier.estimates] == [
        (900, 1400, "Truth Commission", 1985),
        (212, 212, "Truth Commission", 1985),
        (250, 400, "Roe", 1999),
    ]
    assert [(position.label, position.holders) for position in dossier.debates[0].positions] == [
        ("Planned", ("Roe",)),
        ("Escalation", ("Poe", "Noe")),
    ]
    assert [(relation.target, relation.types) for relation in dossier.relations] == [("otherland-roe", ("temporal",))]
    assert [source.footnote for source in dossier.sources] == [None, "commission"]
    event = next(event for event in dossier.events if event.date.edtf == "1966-06-09/1966-06-10")
    assert event.sources == ("commission",)
    assert (dossier.confidence.levels, dossier.created.date.edtf) == (("medium",), "2026-01-06")
    assert [tag.name for tag in dossier.tags] == ["regime", "cold-war", "africa"]
    assert dossier.findings == ()


def test_generated_regions_are_renewed_and_stay():
    old = "before\n<!-- generated: tables -->\nold\n<!-- end -->\nbehind\n"
    new = generate.REGION.sub(generate.region, old)
    assert new.startswith("before\n<!-- generated: tables -->\n\n### dossiers\n")
    assert new.endswith("\n\n<!-- end -->\nbehind\n")
    assert "\nold\n" not in new
    assert generate.REGION.sub(generate.region, new) == new
