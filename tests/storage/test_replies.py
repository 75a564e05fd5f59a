"""What was answered is not asked again for some days."""

from __future__ import annotations

import datetime
import signal
import subprocess
import sys

import msgspec
import pytest

from regimekit.model.reply import Redirect, Reply
from regimekit.storage.replies import BAD_FOR, GOOD_FOR, Kept, replies
from regimekit.storage.terms import Terms
from web import hangs_up, moves, never, says

TERMS = Terms(silence=2, in_all=3, pause=0, backoff=0.01, retries=0, private=True)
AGENT = "regimekit/test"
NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)


@pytest.fixture
def check(tmp_path):
    """Checks addresses with what is kept in one folder."""

    def check(*addresses, refresh=False, folder=tmp_path / "links", terms=TERMS, progress=None):
        return replies(addresses, Kept(folder), terms, AGENT, refresh, progress)

    return check


def test_a_second_run_asks_nothing_and_refresh_asks_anew(web, check):
    addresses = web.page("/a"), web.page("/b", moves(301, "/a")), web.page("/c", says(404))
    first = check(*addresses)
    asked = list(web.asked)
    assert len(asked) == 5
    assert check(*addresses) == first
    assert (web.asked, web.asked_robots) == (asked, 1)
    again = check(*addresses, refresh=True)
    assert len(web.asked) == 10
    assert [reply.status for reply in again.values()] == [reply.status for reply in first.values()] == [200, 200, 404]


def test_without_a_cache_every_run_asks_and_nothing_is_kept(web, tmp_path):
    address = web.page("/a")
    for _ in range(2):
        replies([address], Kept(tmp_path / "links", keeps=False), TERMS, AGENT, False, None)
    assert web.asked == ["HEAD /a", "HEAD /a"]
    assert not (tmp_path / "links").exists()


def test_only_what_is_not_known_is_asked(web, check):
    check(web.page("/a"))
    told = []
    found = check(web.page("/b"), web.page("/a"), progress=lambda done, of: told.append((done, of)))
    assert list(found) == [web.at("/b"), web.at("/a")]
    assert web.asked == ["HEAD /a", "HEAD /b"]
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    "failure", ["private address", "given up", "host not looked up", "invalid address", "other scheme"]
)
def test_what_tells_of_this_machine_only_is_not_kept(failure, tmp_path):
    kept = Kept(tmp_path)
    kept.keep(Reply("https://example.org/", NOW, failure=failure))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("answer", [says(500), says(403), hangs_up, never], ids=["500", "403", "hangs up", "never"])
def test_failures_are_kept_too(web, check, answer):
    quick = msgspec.structs.replace(TERMS, silence=0.1, in_all=0.2)
    first = check(web.page("/a", answer), terms=quick)
    asked = list(web.asked)
    assert check(web.at("/a"), terms=quick) == first
    assert web.asked == asked


@pytest.mark.parametrize(
    ("reply", "age", "known"),
    [
        (Reply("u", NOW, 200), GOOD_FOR - datetime.timedelta(seconds=1), True),
        (Reply("u", NOW, 204, (Redirect(301, "v"),)), GOOD_FOR - datetime.timedelta(seconds=1), True),
        (Reply("u", NOW, 200), GOOD_FOR, False),
        (Reply("u", NOW, 404), BAD_FOR - datetime.timedelta(seconds=1), True),
        (Reply("u", NOW, 404), BAD_FOR, False),
        (Reply("u", NOW, None, failure="timeout", detail="…"), BAD_FOR, False),
        (Reply("u", NOW, 200), datetime.timedelta(seconds=-1), False),
    ],
)
def test_replies_are_kept_for_as_long_as_they_are_likely_to_hold(reply, age, known, tmp_path):
    kept = Kept(tmp_path)
    kept.keep(reply)
    assert kept.reply("u", NOW + age) == (reply if known else None)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x81",
        b"not msgpack",
        msgspec.msgpack.encode(Reply("another", NOW, 200)),
        msgspec.msgpack.encode({"address": "u", "asked": "2026-03-01T00:00:00", "status": 200}),
        msgspec.msgpack.encode({"address": "u", "asked": 5}),
    ],
)
def test_a_damaged_entry_is_as_good_as_none_and_mended(damage, tmp_path):
    kept = Kept(tmp_path)
    kept.keep(Reply("u", NOW, 200))
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(damage)
    assert kept.reply("u", NOW) is None
    kept.keep(Reply("u", NOW, 200))
    assert kept.reply("u", NOW) == Reply("u", NOW, 200)


def test_a_damaged_entry_is_asked_anew(web, check, tmp_path):
    check(web.page("/a"))
    (entry,) = (tmp_path / "links").iterdir()
    entry.write_bytes(b"\xc1")
    assert check(web.at("/a"))[web.at("/a")].status == 200
    assert web.asked == ["HEAD /a", "HEAD /a"]


def test_a_folder_that_cannot_be_written_is_done_without(web, check, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for _ in range(2):
        assert check(web.page("/a"), folder=blocked / "links")[web.at("/a")].status == 200
    assert web.asked == ["HEAD /a", "HEAD /a"]


def test_what_was_answered_before_an_interruption_is_kept(web, check):
    addresses = [web.page(f"/{n}") for n in range(4)]

    def interrupted(done, of):
        if done == 2:
            signal.raise_signal(signal.SIGINT)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background
    try:
        with pytest.raises(KeyboardInterrupt):
            check(*addresses, progress=interrupted)
    finally:
        signal.signal(signal.SIGINT, before)
    asked = len(web.asked)
    assert asked < 4
    assert {reply.status for reply in check(*addresses).values()} == {200}
    assert len(web.asked) == asked + 4 - 2


def test_processes_side_by_side_leave_whole_entries(web, tmp_path):
    addresses = [web.page(f"/{n}") for n in range(8)]
    code = (
        "import sys\nfrom pathlib import Path\nfrom regimekit.storage.replies import Kept, replies\n"
        "from regimekit.storage.terms import Terms\n"
        "terms = Terms(pause=0, private=True)\n"
        "print(sum(r.status for r in replies(sys.argv[2:], Kept(Path(sys.argv[1])), terms, 'x').values()))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path), *addresses]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert {process.communicate()[0] for process in running} == {"1600\n"}
    assert len(list(tmp_path.iterdir())) == 8
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")]
