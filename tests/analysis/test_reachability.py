"""What became of an address, from what its host said."""

import datetime
from typing import get_args

import pytest

from regimekit.analysis.reachability import DEAD, STATES, TO_CORRECT, addresses, counts, links
from regimekit.model import Source, Span
from regimekit.model.reply import Failure, Redirect, Reply

NOW = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC)
A = "https://example.org/a"


def became(status=None, *redirects, failure=None, detail="", cited=A):
    reply = Reply(cited.partition("#")[0], NOW, status, tuple(Redirect(*one) for one in redirects), failure, detail)
    (link,) = links(addresses([("vale", "vale.md", Source(Span(7, 7), "k", "Title", url=cited))]), {cited: reply})
    return link


@pytest.mark.parametrize(
    ("status", "state", "says"),
    [
        (200, "ok", "200 OK"),
        (204, "ok", "204 No Content"),
        (404, "gone", "404 Not Found"),
        (410, "gone", "410 Gone"),
        (401, "refuses", "401 Unauthorized"),
        (403, "refuses", "403 Forbidden"),
        (429, "refuses", "429 Too Many Requests"),
        (451, "refuses", "451 Unavailable For Legal Reasons"),
        (400, "refuses", "400 Bad Request"),
        (500, "server-error", "500 Internal Server Error"),
        (503, "server-error", "503 Service Unavailable"),
        (522, "server-error", "522"),
        (999, "other-answer", "999"),
        (301, "other-answer", "301 Moved Permanently"),
        (100, "other-answer", "100 Continue"),
    ],
)
def test_a_status_is_a_state(status, state, says):
    link = became(status)
    assert (link.state, link.says, link.status, link.moved_to) == (state, says, status, None)


@pytest.mark.parametrize("failure", get_args(Failure))
def test_every_failure_is_a_state_and_only_two_are_dead(failure):
    link = became(failure=failure, detail="because")
    assert link.says == "because"
    assert (link.state in TO_CORRECT) == (failure in ("invalid address", "no such host"))


def test_what_is_refused_or_late_or_not_asked_is_never_called_dead():
    assert {"gone", "no-such-host", "invalid"} == DEAD
    assert {*DEAD, "moved"} == TO_CORRECT
    for failure in ("timeout", "no connection", "no TLS", "robots.txt", "private address", "given up", "bad redirect"):
        assert became(failure=failure).state not in DEAD


@pytest.mark.parametrize(
    ("redirects", "state", "moved_to"),
    [
        ([(301, "https://b.org/x")], "moved", "https://b.org/x"),
        ([(308, "https://b.org/x"), (301, "https://c.org/x")], "moved", "https://c.org/x"),
        ([(301, "https://b.org/x"), (302, "https://b.org/login")], "moved", "https://b.org/x"),
        ([(302, "https://b.org/x")], "redirected", None),
        ([(307, "https://b.org/x"), (301, "https://c.org/x")], "redirected", None),
        ([(303, "https://b.org/x")], "redirected", None),
    ],
)
def test_what_has_moved_for_good_is_known_as_far_as_the_hosts_say_so(redirects, state, moved_to):
    link = became(200, *redirects)
    assert (link.state, link.moved_to) == (state, moved_to)
    assert [(one.status, one.address) for one in link.redirects] == redirects


@pytest.mark.parametrize(("status", "state"), [(404, "gone"), (403, "refuses"), (500, "server-error")])
def test_a_redirect_does_not_hide_what_stands_at_its_end(status, state):
    link = became(status, (301, "https://b.org/x"))
    assert (link.state, link.moved_to) == (state, None)


@pytest.mark.parametrize(
    ("cited", "to", "moved_to"),
    [
        (f"{A}#Fall", "https://b.org/x", "https://b.org/x#Fall"),
        (f"{A}#Fall", "https://b.org/x#End", "https://b.org/x#End"),
        (A, "https://b.org/x#End", "https://b.org/x#End"),
    ],
)
def test_the_part_of_the_page_that_is_cited_is_kept(cited, to, moved_to):
    assert became(200, (301, to), cited=cited).moved_to == moved_to


@pytest.mark.parametrize(
    ("cited", "to", "front_page"),
    [
        (A, "https://b.org/", True),
        (A, "https://b.org", True),
        (A, "https://b.org/?id=5", False),
        (A, "https://b.org/x", False),
        ("http://example.org/", "https://example.org/", False),
        ("http://example.org", "https://example.org/", False),
    ],
)
def test_a_page_that_has_become_a_front_page_is_another(cited, to, front_page):
    assert became(200, (301, to), cited=cited).front_page is front_page


def test_every_place_that_cites_an_address_is_told_once():
    url = "https://example.org/a#1"
    cited = addresses(
        [
            ("vale", "vale.md", Source(Span(7, 9), "k", "Title", url=url)),
            ("sarn", "x/sarn.md", Source(Span(3, 3), "l", "Another title", url=url)),
            ("vale", "vale.md", Source(Span(7, 9), "k2", "Title", url=url)),
            ("vale", "vale.md", Source(Span(8, 8), "m", "On paper")),
            ("vale", "vale.md", Source(Span(9, 9), "n", "Elsewhere", url="https://example.org/a#2")),
        ]
    )
    assert [(place.slug, place.path, place.line, place.title) for place in cited[url]] == [
        ("vale", "vale.md", 7, "Title"),
        ("sarn", "x/sarn.md", 3, "Another title"),
    ]
    assert list(cited) == [url, "https://example.org/a#2"]


def test_what_has_to_be_corrected_comes_first_and_all_are_counted():
    said = {"https://a.org/": 200, "https://b.org/": 404, "https://c.org/": 503, "https://d.org/": 404}
    cited = addresses(("v", "v.md", Source(Span(1, 1), "k", "T", url=url)) for url in said)
    found = links(cited, {url: Reply(url, NOW, status) for url, status in said.items()})
    assert [link.address for link in found] == ["https://b.org/", "https://d.org/", "https://c.org/", "https://a.org/"]
    assert counts(found) == {"gone": 2, "server-error": 1, "ok": 1}
    assert list(counts(found)) == [state for state in STATES if state in counts(found)]
