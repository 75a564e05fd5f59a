"""The pictures of the manual are what would be drawn today, by the commands that stand beside them."""

import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "charts.md"


@pytest.fixture(scope="module")
def pictures():
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_picture_is_stale(pictures):
    assert [file.name for file in pictures.stale()] == [], "run python docs/pictures.py and look at them"


def test_another_figure_makes_a_picture_stale_and_another_version_does_not(pictures):
    drawn = pictures.spec(pictures.PICTURES["estimates.svg"])
    digest = pictures.digest(drawn)
    generator = drawn["usermeta"]["generator"]
    drawn["usermeta"]["generator"] = "regimekit 99.0"
    drawn["vconcat"][-1]["data"]["values"][0]["text"] = drawn["vconcat"][-1]["data"]["values"][0]["text"].replace(
        generator, "regimekit 99.0"
    )
    assert pictures.digest(drawn) == digest
    drawn["vconcat"][1]["data"]["values"][0]["low"] += 1
    assert pictures.digest(drawn) != digest


def test_each_picture_is_shown_with_its_command_and_is_small(pictures):
    page = PAGE.read_text(encoding="utf-8")
    files = {file.name: file for file in (ROOT / "docs" / "pictures").iterdir()}
    assert set(files) == set(pictures.PICTURES) == set(re.findall(r"\]\(pictures/([^)]+)\)", page))
    for name, arguments in pictures.PICTURES.items():
        assert f"regimekit {arguments} --chart {name}" in page
        assert files[name].stat().st_size < 100_000
        ElementTree.parse(files[name])
