import pytest

from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

NAMES = (
    "| Name | Role | Fate |\n|---|---|---|\n| Ana Doe | President | exiled |\n| Gen. Max Roe | Police | shot 1975 |\n"
)

SECTIONS = {
    "## The Men in the Photograph\n" + NAMES: "key_figures",
    "## In the Dock\n| Name | Role | Sentence |\n|---|---|---|\n| Ana Doe | Guard | 5 years |\n": "other",
    "## The Bare Bones\n| Item | Value |\n|---|---|\n| Country | X |\n| Leader | Ana Doe |\n| Dates | 1961-1974 |\n": "overview",
    "## How Sure?\n| Claim | Confidence | Why |\n|---|---|---|\n| Toll | Low | two counts |\n": "confidence",
    "## Read On\n- [One](https://example.org/1), 1999\n- [Two](https://example.org/2)\n": "sources",
    "## Links\n- [One](https://example.org/1), 1999\n- [Two](https://example.org/2)\n": "sources",
    "## Links\n- [[chad-habre]] - police\n- [[a/togo|Togo]]\n": "comparisons",
    "## Neighbours\n- [[chad-habre]] - police\n- [[a/togo|Togo]]\n": "comparisons",
    "## The Circle\n- **Ana Doe** (1901-1953) — minister\n- **Max Roe** (1910-1980) — police\n": "key_figures",
    "## The Council and Its Servants\n### Ana Doe (1901-1953)\n- minister\n### General Max Roe\n- police\n": "key_figures",
    "## Waves\n### Brown Terror\n- raids\n### Black Autumn\n- raids\n": "other",
    "## Railways\n- 1961: line opened\n- 1962: second line\n": "other",
    "## Railways\n| Year | Miles |\n|---|---|\n| 1961 | 40 |\n": "other",
    "## Railways\nProse with [a link](https://example.org).\n\n- [One](https://example.org/1)\n- built by hand\n": "other",
}


@pytest.mark.parametrize(("text", "ident"), SECTIONS.items())
def test_a_section_without_a_telling_title_is_known_by_what_it_holds(text, ident):
    dossier = read_dossier(f"# T\n\n{text}", "x.md", load_schema())
    assert [section.id for section in dossier.sections if section.level == 2] == [ident]


def test_people_of_such_a_section_are_read():
    dossier = read_dossier(f"# T\n\n## The Men in the Photograph\n{NAMES}", "x.md", load_schema())
    assert [person.name for person in dossier.people] == ["Ana Doe", "Max Roe"]
