"""The limits that are kept: turns at each host, robots.txt, private networks."""

from __future__ import annotations

import msgspec
import pytest

from regimekit.storage.asking import ask
from regimekit.storage.terms import Terms
from web import moves, never, says, slowly

TERMS = Terms(silence=2, in_all=3, pause=0, backoff=0.01, private=True)
AGENT = "regimekit/test"


def test_a_host_is_asked_one_thing_at_a_time_and_hosts_side_by_side(web):
    addresses = [web.page(f"/{n}", slowly(0.05), host=host) for n in range(5) for host in ("127.0.0.1", "localhost")]
    assert {reply.status for reply in ask(addresses, TERMS, AGENT).values()} == {200}
    assert web.most_under_way == {"127.0.0.1": 1, "localhost": 1, "all": 2}
    assert len(web.asked) == 10


def test_there_is_a_limit_over_all_hosts(web):
    addresses = [web.page(f"/{n}", slowly(0.03), host=host) for n in range(4) for host in ("127.0.0.1", "localhost")]
    ask(addresses, msgspec.structs.replace(TERMS, at_once=1), AGENT)
    assert web.most_under_way["all"] == 1


def test_redirects_wait_for_their_turn_at_the_other_host(web):
    there = [web.page(f"/there/{n}", slowly(0.05), host="localhost") for n in range(4)]
    here = [web.page(f"/here/{n}", moves(302, to)) for n, to in enumerate(there)]
    assert {reply.status for reply in ask([*here, *there], TERMS, AGENT).values()} == {200}
    assert web.most_under_way["localhost"] == 1
    assert web.most_under_way["127.0.0.1"] == 1


def test_there_is_a_pause_between_two_requests_to_a_host(web):
    addresses = [web.page(f"/{n}") for n in range(3)]
    ask(addresses, msgspec.structs.replace(TERMS, pause=0.15), AGENT)
    assert all(later - earlier >= 0.15 for earlier, later in zip(web.times, web.times[1:], strict=False))


def test_a_long_pause_that_robots_txt_asks_for_is_kept(web):
    web.robots = says(200, b"User-agent: *\nCrawl-delay: 0.2\n")
    ask([web.page(f"/{n}") for n in range(3)], TERMS, AGENT)
    assert all(later - earlier >= 0.2 for earlier, later in zip(web.times, web.times[1:], strict=False))


def test_waiting_for_turns_is_not_counted_as_waiting_for_an_answer(web):
    addresses = [web.page(f"/{n}", slowly(0.06)) for n in range(8)]
    terms = msgspec.structs.replace(TERMS, in_all=0.4)
    assert {reply.status for reply in ask(addresses, terms, AGENT).values()} == {200}


def test_each_address_is_asked_once(web):
    address = web.page("/a")
    assert list(ask([address, address], TERMS, AGENT)) == [address]
    assert web.asked == ["HEAD /a"]


ROBOTS = b"""User-agent: *
Disallow: /closed/
Allow: /closed/but-this

User-agent: regimekit
Disallow: /not-for-it
Disallow: /*.pdf$
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/closed/a", True),
        ("/not-for-it/a", False),
        ("/x/report.pdf", False),
        ("/x/report.pdf.html", True),
        ("/", True),
    ],
)
def test_what_robots_txt_says_to_this_robot_is_obeyed(web, path, allowed):
    web.robots = says(200, ROBOTS)
    address = web.page(path)
    reply = ask([address], TERMS, AGENT)[address]
    assert (reply.status, reply.failure) == ((200, None) if allowed else (None, "robots.txt"))
    assert web.asked == ([f"HEAD {path}"] if allowed else [])


def test_robots_txt_is_asked_for_once_for_each_origin(web):
    web.robots = says(200, b"User-agent: *\nDisallow: /b\n")
    replies = ask([web.page("/a"), web.page("/b"), web.page("/c"), web.page("/d", host="localhost")], TERMS, AGENT)
    assert [reply.failure for reply in replies.values()] == [None, "robots.txt", None, None]
    assert web.asked_robots == 2


def test_a_redirect_to_what_robots_may_not_see_ends_there(web):
    web.robots = says(200, b"User-agent: *\nDisallow: /closed\n")
    address = web.page("/a", moves(301, "/closed"))
    reply = ask([address], TERMS, AGENT)[address]
    assert (reply.failure, reply.redirects[0].address) == ("robots.txt", web.at("/closed"))
    assert web.asked == ["HEAD /a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_without_robots_txt_allows_all(web, status):
    web.robots = says(status)
    assert ask([web.page("/a")], TERMS, AGENT)[web.at("/a")].status == 200


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_that_cannot_say_what_it_allows_is_not_asked(web, status):
    web.robots = says(status)
    reply = ask([web.page("/a")], TERMS, AGENT)[web.at("/a")]
    assert (reply.failure, reply.detail) == ("robots.txt", f"{web.at('/robots.txt')} answered {status}")
    assert web.asked == []


def test_a_host_that_never_says_what_it_allows_is_a_timeout(web):
    web.robots = never
    addresses = [web.page("/a"), web.page("/b")]
    replies = ask(addresses, msgspec.structs.replace(TERMS, silence=0.1, retries=0), AGENT)
    assert [reply.failure for reply in replies.values()] == ["timeout", "timeout"]
    assert replies[addresses[0]].detail == "no answer in time (when asked for robots.txt)"
    assert (web.asked, web.asked_robots) == ([], 1)


def test_robots_txt_may_stand_elsewhere(web):
    web.robots = moves(301, "/elsewhere")
    web.page("/elsewhere", says(200, b"User-agent: *\nDisallow: /a\n"))
    assert ask([web.page("/a")], TERMS, AGENT)[web.at("/a")].failure == "robots.txt"


def test_robots_txt_that_goes_in_circles_forbids_nothing(web):
    web.robots = moves(301, "/robots.txt")
    assert ask([web.page("/a")], TERMS, AGENT)[web.at("/a")].status == 200


@pytest.mark.parametrize(
    "robots",
    [b"\xff\xfe\x00Disallow", b"<!doctype html><p>Disallow: /</p>", b"Disallow: /\n" * 3, b"Crawl-delay: many", b""],
)
def test_a_robots_txt_that_is_none_forbids_nothing(web, robots):
    web.robots = says(200, robots)
    assert ask([web.page("/a")], TERMS, AGENT)[web.at("/a")].status == 200


def test_of_a_robots_txt_without_end_the_beginning_counts(web):
    web.robots = says(200, b"User-agent: *\nDisallow: /a\n" + b"#" * 600_000 + b"\nDisallow: /b\n")
    replies = ask([web.page("/a"), web.page("/b")], TERMS, AGENT)
    assert [reply.failure for reply in replies.values()] == ["robots.txt", None]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_unless_that_is_wanted(web, host):
    address = web.page("/a", host=host)
    reply = ask([address], msgspec.structs.replace(TERMS, private=False), AGENT)[address]
    assert reply.failure == "private address"
    assert (web.asked, web.asked_robots) == ([], 0)


@pytest.mark.parametrize(
    ("number", "private"),
    [
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("93.184.215.14", False),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", False),
    ],
)
def test_a_name_that_stands_for_a_private_address_is_not_asked(number, private, monkeypatch):
    import asyncio

    from regimekit.storage.http import Line, Outcome

    async def found(*_, **__):
        return [(0, 0, 0, "", (number, 80))]

    async def sent(*_):
        return Outcome(200)

    async def requested():
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", found)
        line = Line(AGENT, 1, private=False)
        monkeypatch.setattr(line, "_send", sent)
        from regimekit.storage.http import read_address

        address = read_address("http://archive.example/")
        try:
            return await line.request("HEAD", address, 1)
        finally:
            await line.close()

    outcome = asyncio.run(requested())
    assert outcome.failure == ("private address" if private else None)


def test_behind_a_proxy_names_are_left_to_it(web, monkeypatch):
    import socket

    monkeypatch.setenv("http_proxy", web.at(""))
    monkeypatch.setenv("no_proxy", "")
    web.pages["http://archive.example/a"] = [says(200)]
    lookup = socket.getaddrinfo

    def only_the_proxy(host, *rest, **more):
        assert host == "127.0.0.1"
        return lookup(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", only_the_proxy)
    terms = msgspec.structs.replace(TERMS, private=False)
    replies = ask(["http://archive.example/a", "http://127.0.0.1:9/b", "http://localhost/c"], terms, AGENT)
    assert [(reply.status, reply.failure) for reply in replies.values()][1:] == [(None, "private address")] * 2
    assert replies["http://archive.example/a"].status == 200
    assert "HEAD http://archive.example/a" in web.asked


def test_replies_are_told_as_they_come(web):
    told = []
    quick, slow = web.page("/quick", host="localhost"), web.page("/slow", slowly(0.2))
    replies = ask([slow, quick], TERMS, AGENT, told.append)
    assert [reply.address for reply in told] == [quick, slow]
    assert list(replies) == [slow, quick]
