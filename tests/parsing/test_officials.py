import pytest

from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

TEXT = (
    "# T\n\n## Key Figures\n- **Ana Doe** (1901-1953) — President (1941-1953)\n- **Max Roe** — writer and dissident\n\n"
    "## Key Events & Atrocities\n### The Purge (1950)\n**Death Toll Estimates**:\n| Source | Estimate |\n|---|---|\n"
    "| Ana Doe | 200 |\n| Doe (1951) | 210 |\n| Roe (1990) | 900 |\n| Hale (1999) | 800 |\n"
)


@pytest.mark.parametrize(("low", "kind"), [(200, "official"), (210, "official"), (900, "scholar"), (800, "scholar")])
def test_a_figure_by_an_office_holder_of_the_regime_is_the_states(low, kind):
    estimates = read_dossier(TEXT, "x.md", load_schema()).estimates
    assert [e.attribution.kind for e in estimates if e.quantity.low == low] == [kind]


def test_a_figure_by_somebody_else_of_the_dossier_is_no_scholars():
    text = TEXT.replace("| Roe (1990) | 900 |", "| Max Roe (1990) | 900 |")
    estimates = read_dossier(text, "x.md", load_schema()).estimates
    assert [e.attribution.kind for e in estimates if e.quantity.low == 900] == [None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Archives lower the count** (Hale 1997): the records give 1,668 deaths", ("Hale", "scholar")),
        ("**Genocide in law** (Court of Appeal 2010): 3,941 deaths", ("Court of Appeal", "tribunal")),
        ("**Tens of thousands** (Hale): 12,000-30,000 deaths", ("Hale", "scholar")),
        ("**Archives lower the count** (Hale, Moll): the records give 1,668 deaths", None),  # whose of them is not said
        ("**Archives lower the count**: the records give 1,668 deaths", None),
    ],
)
def test_the_label_of_a_position_is_no_author(line, expected):
    text = f"# T\n\n## Scholarly Debate\n\n### How many died?\n\n- {line}\n"
    found = [e for e in read_dossier(text, "x.md", load_schema()).estimates if e.quantity.low]
    assert (found[0].attribution and (found[0].attribution.name, found[0].attribution.kind)) == expected
