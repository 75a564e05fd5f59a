"""`regimekit sources --check`, on a host of this machine."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from regimekit.cli import checking_links
from regimekit.storage.terms import Terms
from web import Web, moves, never, says


@pytest.fixture
def web(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Web() as web:
        yield web


@pytest.fixture
def folder(tmp_path):
    """Makes a folder of two dossiers that list sources, each "title: type" with its address."""

    def folder(vale, sarn=None):
        for name, title, sources in (("north-vale", "North Vale", vale), ("port-sarn", "Port Sarn", sarn or {})):
            lines = [f"- [{said.split(':')[0]}]({url}) | type: {said.split(':')[1]}" for said, url in sources.items()]
            text = f"# {title}\n\n## Overview\nText.\n\n## Key Figures\n- **Ana Lind**\n\n## Sources\n"
            (tmp_path / f"{name}.md").write_text(text + "\n".join(lines) + "\n")
        return tmp_path

    return folder


@pytest.fixture
def check(regimekit, monkeypatch, tmp_path_factory):
    """Runs the check on a folder, without pauses and with a cache of its own."""
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(
        checking_links,
        "terms",
        lambda timeout, private: Terms(
            silence=timeout, in_all=timeout * 3, pause=0, backoff=0.01, retries=1, private=private
        ),
    )

    def check(folder, *arguments, private=True, **environment):
        options = ["--allow-private"] if private else []
        place = {"REGIMEKIT_DATA": str(folder), "XDG_CACHE_HOME": str(cache), **environment}
        return regimekit("-q", "sources", "--check", *options, *arguments, **place)

    return check


def test_addresses_that_answer_are_counted(web, folder, check):
    run = check(folder({"A:academic": web.page("/a"), "B:academic": web.page("/b")}))
    assert (run.status, run.out, run.err) == (0, "2 addresses: 2 ok.\n", "")


def test_what_is_gone_and_what_has_moved_is_told_with_every_place(web, folder, check):
    web.page("/new")
    old, gone = web.page("/old", moves(301, "/new")), web.page("/gone", says(410))
    run = check(folder({"Old:academic": old, "Gone:academic": gone}, {"The old:book": old}))
    assert run.status == 1
    assert run.out == (
        f"Gone  1 address\n  {gone}\n    410 Gone\n    cited at north-vale.md:11\n\n"
        f"Moved permanently  1 address\n  {old}\n    now at {web.at('/new')}\n"
        "    cited at north-vale.md:10, port-sarn.md:10\n\n"
        "2 addresses: 1 gone, 1 moved permanently.\n"
    )


@pytest.mark.parametrize("answer", [says(403), says(500), says(429), moves(302, "/ok"), never])
def test_what_is_not_known_to_be_dead_is_no_failure(web, folder, check, answer):
    web.page("/ok")
    run = check(folder({"A:academic": web.page("/a", answer)}), "--timeout", "0.2")
    assert run.status == 0
    assert web.at("/a") in run.out


def test_only_what_is_chosen_is_asked(web, folder, check):
    place = folder({"A:academic": web.page("/a"), "B:encyclopedia": web.page("/b")}, {"C:academic": web.page("/c")})
    assert check(place, "vale", "--type", "academic").out == "1 address: 1 ok.\n"
    assert web.asked == ["HEAD /a"]


def test_a_second_run_asks_nothing_and_says_so(web, folder, check, regimekit):
    place = folder({"A:academic": web.page("/a"), "B:academic": web.page("/b", says(404))})
    first = check(place)
    asked = list(web.asked)
    again = check(place)
    assert (again.status, again.out, web.asked) == (first.status, first.out, asked)
    told = regimekit("sources", "--check", "--allow-private", REGIMEKIT_DATA=str(place))
    assert "Of 2 answers 2 are kept from earlier runs, the oldest of 20" in told.err
    anew = check(place, "--refresh")
    assert anew.out == first.out
    assert len(web.asked) == 2 * len(asked)


def test_this_machine_is_asked_only_if_that_is_wanted(web, folder, check):
    run = check(folder({"A:academic": web.page("/a")}), private=False)
    assert run.status == 0
    assert "127.0.0.1 is of a private network or this machine" in run.out
    assert (web.asked, web.asked_robots) == ([], 0)


def test_the_toolkit_says_who_it_is(web, folder, check):
    from regimekit import __version__

    check(folder({"A:academic": web.page("/a")}))
    (agent,) = web.agents
    assert agent.startswith(f"regimekit/{__version__} (+https://")


def test_formats_for_other_programs(web, folder, check):
    place = folder({"A:academic": web.page("/a"), "B:academic": web.page("/b", says(404))})
    as_json, as_csv, as_md = (check(place, "--format", form) for form in ("json", "csv", "md"))
    assert [run.status for run in (as_json, as_csv, as_md)] == [1, 1, 1]
    assert [(one["address"], one["state"]) for one in json.loads(as_json.out)] == [
        (web.at("/b"), "gone"),
        (web.at("/a"), "ok"),
    ]
    assert [row["state"] for row in csv.DictReader(io.StringIO(as_csv.out))] == ["gone", "ok"]
    assert f"| gone | {web.at('/b')} | 404 Not Found |  | north-vale.md:11 |" in as_md.out


def test_nothing_to_ask_is_a_note(folder, regimekit):
    run = regimekit("sources", "--check", REGIMEKIT_DATA=str(folder({})))
    assert (run.status, run.out) == (0, "")
    assert run.err.endswith("No source with an address fits what was asked.\n")


@pytest.mark.parametrize("package", ["httpx", "protego"])
def test_without_the_extra_it_is_named(folder, regimekit, monkeypatch, package):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == package else find(name, *rest))
    run = regimekit("sources", "--check", REGIMEKIT_DATA=str(folder({})))
    assert run.status == 2
    assert run.err.endswith(
        f"regimekit: --check needs the package {package}; install it with: pip install 'regimekit[links]'\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--refresh"], "--refresh says how to ask addresses: it needs --check"),
        (["--timeout", "3"], "--timeout says how to ask addresses: it needs --check"),
        (["--allow-private"], "--allow-private says how to ask addresses: it needs --check"),
        (["--check", "--format", "bibtex"], "--check tells what became of addresses: --format bibtex writes sources"),
        (["--check", "--encyclopedias"], "--check and --encyclopedias are two views: ask for one of them"),
        (["--check", "--timeout", "0"], "--timeout"),
        (["--check", "--timeout", "nan"], "--timeout: nan is no number of seconds"),
    ],
)
def test_bad_use_is_one_sentence(folder, regimekit, arguments, sentence):
    run = regimekit("sources", *arguments, REGIMEKIT_DATA=str(folder({"A:academic": "https://example.org/"})))
    assert (run.status, run.out) == (2, "")
    assert sentence in run.err.splitlines()[-1]
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("name", "value"),
    [("http_proxy", "gopher://x:1"), ("https_proxy", "http://[::1"), ("SSL_CERT_FILE", "/no/such/file")],
)
def test_a_way_out_that_is_none_is_one_sentence(folder, check, name, value):
    run = check(folder({"A:academic": "https://example.org/"}), **{name: value})
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("regimekit: --check: the proxy or the certificates of the environment cannot be used: ")
    assert len(run.err.splitlines()) == 1


def test_an_interruption_keeps_what_was_answered(web, folder, tmp_path_factory):
    place = folder({"A:academic": web.page("/a"), "B:academic": web.page("/b", never, host="localhost")})
    cache = tmp_path_factory.mktemp("cache")
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "REGIMEKIT_DATA": str(place)}
    command = [sys.executable, "-m", "regimekit", "sources", "--check", "--allow-private"]
    running = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # ignored where the tests run in the background
    )
    deadline = time.monotonic() + 20
    while not (list(cache.rglob("answers/*")) and "HEAD /b" in web.asked) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (130, "")
    assert err.splitlines()[1:] == ["Interrupted: 1 of 2 answers are kept for the next run."]
    assert len(list(cache.rglob("answers/*"))) == 1
