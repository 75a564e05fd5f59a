"""The audit's screen at every width: nothing is cut, and text of a dossier stays text."""

import pytest

from regimekit.analysis.audit import Audit
from regimekit.analysis.contradictions import Contradiction
from regimekit.analysis.estimates import Listed
from regimekit.model import Attribution, Estimate, Quantity, Span
from regimekit.rendering.contradictions import audit_screen, disputes_left_out
from regimekit.rendering.screen import Terminal, to_text

HOSTILE = "[bold]Osk[/bold] :skull: \x1b[31m\u202e[/x]"


def figure(line: int, verbatim: str, name: str) -> Listed:
    quantity = Quantity(verbatim, 400, 400, "exact")
    estimate = Estimate(Span(line, line), quantity, "deaths", "", "key_events", attribution=Attribution(name, 1993))
    return Listed("a", "deep/er/folder/a-dossier-with-a-long-name.md", HOSTILE, estimate)


FOUND = Contradiction(
    "same thing", HOSTILE, (), "deaths", figure(7, "400", HOSTILE), (figure(3, "900-1,200", "Doe"),), f"400 {HOSTILE}."
)
AUDIT = Audit((FOUND,), (FOUND,), 3, 2)
TITLES = {FOUND.one.path: HOSTILE}


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200, None])
def test_text_is_shown_as_it_stands_and_fits(width: int | None) -> None:
    shown = to_text(audit_screen(AUDIT, TITLES), Terminal(width))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert width is None or max(map(len, shown.splitlines())) <= width
    words = "".join(shown.split())
    assert words.count("[bold]Osk[/bold]:skull:[/x]") == 1 + 2 * 3
    assert words.count("deep/er/folder/a-dossier-with-a-long-name.md:7") == 2
    assert "Acrossdossiers" in words


def test_figures_stand_in_the_order_of_the_file() -> None:
    shown = to_text(audit_screen(AUDIT, TITLES), Terminal(None))
    assert shown.index(".md:3") < shown.index(".md:7")


@pytest.mark.parametrize(("disputes", "said"), [(0, ""), (1, "one thing"), (1234, "1,234 things")])
def test_disputes_are_said_to_be_left_out(disputes: int, said: str) -> None:
    text = disputes_left_out(Audit((), (), disputes, 1))
    assert said in text
    assert bool(text) == bool(disputes)
