"""The pictures of the manual are small, shown with their commands, and stale when a figure changes."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import generate
import pictures
from running import regimekit

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"


def test_another_figure_makes_a_picture_stale_and_another_version_does_not():
    drawn = json.loads(regimekit("regimekit estimates cambodia mao --spec")[0])
    digest = pictures.digest(drawn)
    generator = drawn["usermeta"]["generator"]
    drawn["usermeta"]["generator"] = "regimekit 99.0"
    drawn["vconcat"][-1]["data"]["values"][0]["text"] = drawn["vconcat"][-1]["data"]["values"][0]["text"].replace(
        generator, "regimekit 99.0"
    )
    assert pictures.digest(drawn) == digest
    figures = (
        value for panel in drawn["vconcat"] for value in panel.get("data", {}).get("values", ()) if "low" in value
    )
    next(figures)["low"] += 1
    assert pictures.digest(drawn) != digest


def test_each_picture_is_shown_with_its_command_and_is_small():
    shown = {}
    for page in generate.written_by_hand():
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r"\]\((?:docs/)?pictures/([^)]+)\)", text):
            assert re.search(rf"^(\$ )?regimekit .* --chart {re.escape(name)}$", text, re.M), f"{page.name}: {name}"
            shown[name] = page
    assert set(shown) == {file.name for file in FOLDER.iterdir()}
    for name in shown:
        assert (FOLDER / name).stat().st_size < 200_000
        ElementTree.parse(FOLDER / name)
