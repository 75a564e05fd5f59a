"""What the cache holds, emptying it, and what goes by itself."""

import os
import time

import pytest

from regimekit.storage.upkeep import clear, holdings, let_go, look_after

DAY = 24 * 3600


@pytest.fixture
def cache(tmp_path):
    """Puts entries into a cache: kind, name, size, age in days."""

    def put(kind, name, size=10, age=0.0):
        (tmp_path / kind).mkdir(exist_ok=True)
        entry = tmp_path / kind / name
        entry.write_bytes(b"x" * size)
        when = time.time() - age * DAY
        os.utime(entry, (when, when))
        return entry

    return put


def test_holdings_are_counted_by_kind(cache, tmp_path):
    cache("dossiers", "a", 5, age=3)
    cache("dossiers", "b", 7)
    cache("runs", "c", 1)
    held = {one.kind: one for one in holdings(tmp_path)}
    assert (held["dossiers"].entries, held["dossiers"].size) == (2, 12)
    assert held["dossiers"].newest - held["dossiers"].oldest == pytest.approx(3 * DAY, abs=5)
    assert (held["folders"].entries, held["folders"].oldest) == (0, None)


def test_emptying_removes_entries_and_nothing_else(cache, tmp_path):
    cache("dossiers", "a", 5)
    cache("databases", "b", 6)
    foreign = tmp_path / "notes.txt"
    foreign.write_text("mine")
    assert clear(tmp_path) == (2, 11)
    assert foreign.exists()
    assert clear(tmp_path) == (0, 0)


def test_a_link_among_the_entries_is_neither_counted_nor_followed(cache, tmp_path):
    cache("dossiers", "a")
    mine = tmp_path / "mine"
    mine.write_text("mine")
    (tmp_path / "dossiers" / "link").symlink_to(mine)
    assert holdings(tmp_path)[0].entries == 1
    let_go(tmp_path, unused=-1)
    assert clear(tmp_path) == (0, 0)
    assert mine.read_text() == "mine"


def test_what_was_not_used_for_long_goes(cache, tmp_path):
    old, young = cache("dossiers", "old", age=31), cache("dossiers", "young", age=29)
    let_go(tmp_path)
    assert (old.exists(), young.exists()) == (False, True)


def test_what_was_left_half_written_goes_after_an_hour(cache, tmp_path):
    abandoned, written = cache("runs", ".abc", age=0.1), cache("runs", ".def", age=0.01)
    let_go(tmp_path)
    assert (abandoned.exists(), written.exists()) == (False, True)


def test_a_journal_stays_with_its_database_and_goes_with_it(cache, tmp_path):
    old = cache("databases", "a.sqlite", age=1), cache("databases", "a.sqlite-journal", age=50)
    alone = cache("databases", "b.sqlite-journal", age=50)
    let_go(tmp_path)
    assert [entry.exists() for entry in (*old, alone)] == [True, True, False]
    let_go(tmp_path, unused=0)
    assert not any(entry.exists() for entry in old)


def test_of_too_much_the_oldest_goes_first(cache, tmp_path):
    entries = [cache("dossiers", str(age), 10, age) for age in (5, 4, 3, 2, 1)]
    let_go(tmp_path, most=30)
    assert [entry.exists() for entry in entries] == [False, False, True, True, True]


def test_the_cache_is_looked_after_once_a_day(cache, tmp_path):
    old = cache("dossiers", "old", age=40)
    look_after(tmp_path)
    assert not old.exists()
    old = cache("dossiers", "old", age=40)
    look_after(tmp_path)
    assert old.exists()
    os.utime(tmp_path / "looked", (1, 1))
    look_after(tmp_path)
    assert not old.exists()


def test_a_cache_that_is_not_there_is_let_be(tmp_path):
    look_after(tmp_path / "none")
    assert not (tmp_path / "none").exists()
    assert clear(tmp_path / "none") == (0, 0)
