"""What each kind of host is heard to say, and what is asked of it for that."""

from __future__ import annotations

import datetime
import socket
import ssl
from email.utils import format_datetime

import msgspec
import pytest
import trustme

from regimekit.storage.asking import ask, seconds_asked_for
from regimekit.storage.replies import without_fragment
from regimekit.storage.terms import Terms
from web import (
    Web,
    drips,
    endless_body,
    hangs_up,
    moves,
    never,
    only_get,
    says,
    slowly,
    talks_nonsense,
)

TERMS = Terms(silence=2, in_all=3, pause=0, backoff=0.01, private=True)
IMPATIENT = msgspec.structs.replace(TERMS, silence=0.3, in_all=1, retries=0)
AGENT = "regimekit/test (+https://example.org/)"


def heard(address, terms=TERMS):
    return ask([address], terms, AGENT)[address]


def test_a_page_that_is_there_is_asked_once_and_by_its_head(web):
    address = web.page("/a")
    reply = heard(address)
    assert (reply.address, reply.status, reply.failure, reply.redirects) == (address, 200, None, ())
    assert web.asked == ["HEAD /a"]
    assert web.agents == {AGENT}


@pytest.mark.parametrize("of_head", [400, 403, 404, 405, 410, 500, 501])
def test_a_host_that_knows_no_head_is_asked_by_get(web, of_head):
    assert heard(web.page("/a", only_get(200, of_head))).status == 200
    assert web.asked == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", [404, 410, 401, 403, 451, 400, 501])
def test_nothing_is_called_gone_or_refused_on_the_word_of_a_head_alone(web, status):
    reply = heard(web.page("/a", says(status)))
    assert (reply.status, reply.failure) == (status, None)
    assert web.asked == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("of_head", [never, hangs_up], ids=["never", "hangs up"])
def test_a_head_that_comes_to_nothing_is_followed_by_a_get(web, of_head):
    terms = msgspec.structs.replace(IMPATIENT, silence=0.5, in_all=3)
    assert heard(web.page("/a", of_head, says(200)), terms).status == 200


def test_a_body_is_not_downloaded(web):
    assert heard(web.page("/a", only_get(200, 405), endless_body)).status == 200
    reply = heard(web.page("/b", says(405), endless_body))
    assert (reply.status, reply.failure) == (200, None)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_told(web, status):
    there = web.page("/there")
    reply = heard(web.page("/here", moves(status, "/there")))
    assert (reply.status, [(one.status, one.address) for one in reply.redirects]) == (200, [(status, there)])


def test_redirects_are_told_in_their_order_to_the_last_word(web):
    web.page("/a", moves(301, "/b"))
    web.page("/b", moves(302, "/c#part"))
    reply = heard(web.at("/a"))
    assert reply.status == 404
    assert [(one.status, one.address) for one in reply.redirects] == [(301, web.at("/b")), (302, web.at("/c#part"))]


@pytest.mark.parametrize(
    ("answers", "detail"),
    [
        ({"/a": "/a"}, "in a circle"),
        ({"/a": "/b", "/b": "/a"}, "in a circle"),
        ({f"/{n}": f"/{n + 1}" for n in range(20)} | {"/a": "/0"}, "5 times and more"),
        ({"/a": "ftp://127.0.0.1/x"}, "only http and https are asked, not ftp"),
        ({"/a": "http://no host/x"}, "cannot be a host"),
        ({"/a": "http://[::1"}, "http://[::1"),
    ],
)
def test_redirects_that_lead_nowhere(web, answers, detail):
    for path, to in answers.items():
        web.page(path, moves(308, to))
    reply = heard(web.at("/a"), msgspec.structs.replace(TERMS, most_redirects=4))
    assert (reply.status, reply.failure) == (None, "bad redirect")
    assert detail in reply.detail


def test_a_redirect_without_an_address_is_an_answer_by_itself(web):
    reply = heard(web.page("/a", says(301)))
    assert (reply.status, reply.redirects, reply.failure) == (301, (), None)


def test_a_host_in_trouble_is_asked_again(web):
    assert heard(web.page("/a", says(500), says(500), says(200))).status == 200
    assert web.asked == ["HEAD /a", "GET /a", "GET /a"]


def test_a_host_that_stays_in_trouble_has_the_last_word(web):
    assert heard(web.page("/a", says(502))).status == 502
    assert web.asked == ["HEAD /a", "GET /a", "GET /a", "GET /a"]


@pytest.mark.parametrize(("status", "seconds"), [(429, 1), (503, 0)])
def test_a_host_is_given_the_time_that_it_asks_for(web, status, seconds):
    address, other = web.page("/a", says(status, Retry_After=str(seconds)), says(200)), web.page("/b")
    replies = ask([address, other], TERMS, AGENT)
    assert [reply.status for reply in replies.values()] == [200, 200]
    assert web.asked == ["HEAD /a", "GET /a", "HEAD /b"]
    assert all(
        later - web.times[0] > seconds * 0.9 for later in web.times[1:]
    )  # the host as a whole, not that page alone


def test_a_host_that_asks_for_more_time_than_there_is_is_left_alone(web):
    address, other = web.page("/a", says(429, Retry_After="3600")), web.page("/b")
    replies = ask([address, other], TERMS, AGENT)
    assert (replies[address].status, replies[address].detail) == (429, "asks to come back in 3,600 seconds")
    assert (replies[other].status, replies[other].failure) == (None, "given up")
    assert web.asked == ["HEAD /a"]


def test_time_may_be_asked_for_by_a_date():
    now = datetime.datetime.now(datetime.UTC)
    later = format_datetime(now + datetime.timedelta(minutes=10), usegmt=True)
    assert 590 < seconds_asked_for(later) <= 600
    assert 590 < seconds_asked_for(later.replace("GMT", "")) <= 600
    assert seconds_asked_for(format_datetime(now - datetime.timedelta(days=3), usegmt=True)) == 0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("0", 0), (" 7 ", 7), ("9" * 400, 999_999_999), ("٣", 3), (None, None)]
    + [(text, None) for text in ("soon", "", "-5", "1.5", "Mon, 99 Foo 2024", "Sat, 31 Feb 2026 00:00:00 GMT")],
)
def test_any_other_wish_for_time_is_no_fault_of_ours(header, seconds):
    assert seconds_asked_for(header) == seconds


def test_a_slow_page_is_waited_for(web):
    assert heard(web.page("/a", slowly(0.3))).status == 200


@pytest.mark.parametrize("answer", [never, drips], ids=["says nothing", "never comes to an end"])
def test_a_page_that_never_answers_is_a_timeout(web, answer):
    began = datetime.datetime.now()
    reply = heard(web.page("/a", answer), msgspec.structs.replace(IMPATIENT, silence=0.2, in_all=0.4))
    assert (reply.status, reply.failure) == (None, "timeout")
    assert (datetime.datetime.now() - began).total_seconds() < 3


def test_a_timeout_is_asked_again_within_the_time_in_all(web):
    terms = msgspec.structs.replace(IMPATIENT, in_all=0.5, retries=4)
    assert heard(web.page("/a", never), terms).failure == "timeout"
    assert 2 <= len(web.asked) <= 4


def test_a_host_that_never_answers_is_given_up_after_a_few_addresses(web):
    addresses = [web.page(f"/{n}", never) for n in range(6)]
    replies = ask(addresses, msgspec.structs.replace(IMPATIENT, silence=0.15, patience=2), AGENT)
    assert [reply.failure for reply in replies.values()] == ["timeout"] * 2 + ["given up"] * 4
    assert web.asked == ["HEAD /0", "GET /0", "HEAD /1", "GET /1"]


def test_a_host_that_answers_in_between_is_not_given_up(web):
    addresses = [web.page(f"/{n}", hangs_up if n % 2 else says(404)) for n in range(8)]
    replies = ask(addresses, msgspec.structs.replace(TERMS, patience=2), AGENT)
    assert [reply.failure for reply in replies.values()] == [None, "no connection"] * 4


@pytest.mark.parametrize("answer", [hangs_up, talks_nonsense], ids=["hangs up", "talks nonsense"])
def test_a_connection_that_comes_to_nothing(web, answer):
    reply = heard(web.page("/a", answer))
    assert (reply.status, reply.failure) == (None, "no connection")
    assert reply.detail


def test_a_port_where_nobody_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    reply = heard(f"http://127.0.0.1:{port}/")
    assert (reply.failure, reply.detail) == ("no connection", "Connection refused")


@pytest.fixture
def no_names(monkeypatch):
    """Nobody but the hosts that are given has a name."""

    def no_names(*known):
        def look_up(host, port, *_, **__):
            if host not in known:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)

    return no_names


def test_a_machine_without_a_network_calls_no_host_unknown(no_names):
    no_names()
    reply = heard("https://www.aldova.example/page")
    assert reply.failure == "host not looked up"
    assert reply.detail.endswith("this machine seems to have no network")


def test_a_name_that_nobody_has(no_names):
    no_names("example.org")
    reply = heard("https://www.aldova.example/page")
    assert (reply.failure, reply.detail) == ("no such host", "www.aldova.example is not known")


def test_names_that_cannot_be_looked_up_are_another_matter(monkeypatch):
    def nobody_to_ask(*_, **__):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nobody_to_ask)
    reply = heard("https://www.aldova.example/page")
    assert (reply.failure, reply.detail) == (
        "host not looked up",
        "www.aldova.example: Temporary failure in name resolution",
    )


def secured(web: Web, authority: trustme.CA) -> Web:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    web.server.socket = context.wrap_socket(web.server.socket, server_side=True)
    web.scheme = "https"
    return web


def test_a_port_that_speaks_no_tls(web):
    reply = heard(web.page("/a").replace("http:", "https:"))
    assert (reply.failure, reply.detail) == ("no TLS", "wrong version number")
    assert web.asked == []


def test_a_certificate_that_nobody_vouches_for(web):
    reply = heard(secured(web, trustme.CA()).page("/a"))
    assert reply.failure == "no TLS"
    assert reply.detail.startswith("unable to get local issuer certificate")
    assert web.asked == []


def test_a_certificate_that_the_user_trusts(web, tmp_path, monkeypatch):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    assert heard(secured(web, authority).page("/a")).status == 200


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org/page",
        "http://",
        "https:///page",
        "http://example.org:99999/",
        "http://[::1/",
        "http://exa mple.org/",
        f"http://{'a' * 70}.example/",
        "http://example.org/\x00",
        "http://-.\udcff/",
        "https://xn--a.example/",
    ],
)
def test_what_is_no_address_is_not_asked(address, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was looked up"))
    assert heard(address).failure == "invalid address"


@pytest.mark.parametrize("address", ["ftp://example.org/", "file:///etc/passwd", "mailto:a@example.org", "doi:10.1/x"])
def test_what_is_no_address_of_the_web_is_not_asked_and_not_called_wrong(address):
    reply = heard(address)
    assert (reply.failure, reply.detail) == (
        "other scheme",
        f"only http and https are asked, not {address.partition(':')[0]}",
    )


def test_a_page_with_letters_of_any_script_and_a_fragment(web):
    web.page("/wiki/Sta%C5%82in_%E2%80%93_x?q=%C3%A9")
    assert heard(web.at("/wiki/Stałin_–_x?q=é")).status == 200
    assert heard(web.at("/wiki/Sta%C5%82in_%E2%80%93_x?q=%C3%A9#Fall")).status == 200


def test_the_part_behind_the_number_sign_is_not_sent():
    assert without_fragment("https://example.org/a?b#c") == "https://example.org/a?b"
    assert without_fragment("https://example.org/a?") == "https://example.org/a?"
