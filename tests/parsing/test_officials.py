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
