import datetime
from typing import get_args

import pytest

from hostile import TEXTS
from regimekit.analysis.reachability import Link, Place, State
from regimekit.model.reply import Redirect
from regimekit.rendering.reachability import links_screen
from regimekit.rendering.screen import Terminal, to_text

NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
HERE = (Place("vale", "north/vale.md", 12, "Report"), Place("sarn", "sarn.md", 40, "The report"))

SCREEN = """\
Gone  1 address
  https://example.org/gone
    404 Not Found
    cited at north/vale.md:12, sarn.md:40

Moved permanently  2 addresses
  https://example.org/old
    now at https://example.org/new
    cited at sarn.md:40
  https://example.org/page
    now at https://example.com/ (a front page: look whether it still holds what
    is cited)
    cited at sarn.md:40

Timeout  1 address; whether the page is there is not known
  https://example.org/late
    by way of https://example.org/later
    no answer in time
    cited at sarn.md:40

Moved for now  1 address; the address that is cited stays the right one
  https://doi.example/1
    by way of https://example.org/1
    cited at sarn.md:40

6 addresses: 1 gone, 2 moved permanently, 1 timeout, 1 moved for now, 1 ok.
"""
LINKS = (
    Link("https://example.org/gone", "gone", "404 Not Found", NOW, HERE, 404),
    Link("https://example.org/old", "moved", "200 OK", NOW, HERE[1:], 200, (), "https://example.org/new"),
    Link("https://example.org/page", "moved", "200 OK", NOW, HERE[1:], 200, (), "https://example.com/", True),
    Link(
        "https://example.org/late",
        "timeout",
        "no answer in time",
        NOW,
        HERE[1:],
        None,
        (Redirect(302, "https://example.org/later"),),
    ),
    Link(
        "https://doi.example/1", "redirected", "200 OK", NOW, HERE[1:], 200, (Redirect(302, "https://example.org/1"),)
    ),
    Link("https://example.org/ok", "ok", "200 OK", NOW, HERE, 200),
)


def test_what_has_to_be_looked_at_is_told_and_the_rest_is_counted():
    assert to_text(links_screen(LINKS), Terminal(80)) == SCREEN


@pytest.mark.parametrize("width", [40, 60, 120, None])
def test_no_line_is_wider_than_the_terminal_and_no_address_is_lost(width):
    shown = to_text(links_screen(LINKS), Terminal(width))
    if width:
        assert max(map(len, shown.splitlines())) <= width
    for link in LINKS[:-1]:
        assert link.address in shown.replace("\n  ", "")


@pytest.mark.parametrize("state", get_args(State))
def test_every_state_has_a_title(state):
    shown = to_text(links_screen([Link("https://example.org/", state, "said", NOW, HERE)]), Terminal(80))
    assert shown.rstrip().endswith(".")
    assert "1 address: 1 " in shown


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_shown_as_text(text):
    link = Link(text, "moved", text, NOW, (Place(text, text, 1, text),), 200, (Redirect(301, text),), text)
    shown = to_text(links_screen([link]), Terminal(80, styled=False))
    assert not any((ord(sign) < 32 and sign != "\n") or 127 <= ord(sign) < 160 for sign in shown)
    assert "1 moved permanently" in shown
