"""Several files are written together or not at all."""

import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from regimekit.cli.failure import RequestError
from regimekit.cli.together import create, write_together


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{name}.md" for name in "abc"]
    for file in files:
        file.write_bytes(f"old {file.stem}\r\n".encode())
        file.chmod(0o640)
    return files


def state(folder: Path) -> dict[str, Any]:
    return {
        file.name: (file.read_bytes(), stat.S_IMODE(file.stat().st_mode), file.stat().st_mtime_ns, file.stat().st_ino)
        for file in folder.iterdir()
    }


def test_all_are_written_and_moved(three: list[Path], tmp_path: Path) -> None:
    write_together(dict.fromkeys(three, b"new"), [(three[0], tmp_path / "d.md")])
    assert {name: one[0] for name, one in state(tmp_path).items()} == {"b.md": b"new", "c.md": b"new", "d.md": b"new"}
    assert {one[1] for one in state(tmp_path).values()} == {0o640}


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), OSError(28, "No space left on device"), MemoryError()])
@pytest.mark.parametrize("what", ["replace", "link", "fsync", "chmod", "samestat"])
@pytest.mark.parametrize("nth", range(1, 7))
def test_a_failure_anywhere_leaves_every_file_as_it_was(
    three: list[Path], tmp_path: Path, problem: BaseException, what: str, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(tmp_path)
    where = os.path if what == "samestat" else os
    real = getattr(where, what)
    calls = 0

    def failing(*arguments: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise problem
        return real(*arguments, **more)

    monkeypatch.setattr(where, what, failing)
    contents = dict.fromkeys(three, b"new")
    try:
        write_together(contents, [(three[1], tmp_path / "d.md")])
    except (KeyboardInterrupt, RequestError, MemoryError):
        monkeypatch.undo()
        assert state(tmp_path) == before
    else:  # that many calls are not made, or a disk without hard links is put up with
        monkeypatch.undo()
        written = {name: one[0] for name, one in state(tmp_path).items() if not name.startswith(".")}
        assert written == {"a.md": b"new", "c.md": b"new", "d.md": b"new"}


@pytest.mark.parametrize("nth", range(1, 6))
def test_an_interrupt_while_clearing_up_leaves_every_file_old_or_every_file_new(
    three: list[Path], tmp_path: Path, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(tmp_path)
    real, calls = os.unlink, 0

    def interrupted(*arguments: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise KeyboardInterrupt
        real(*arguments)

    monkeypatch.setattr(os, "unlink", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(dict.fromkeys(three, b"new"), [(three[1], tmp_path / "d.md")])
    now = {name: one for name, one in state(tmp_path).items() if not name.startswith(".")}
    assert now == before or {name: one[0] for name, one in now.items()} == dict.fromkeys(
        ["a.md", "c.md", "d.md"], b"new"
    )


@pytest.mark.parametrize("nth", range(1, 5))
def test_an_interrupt_just_after_a_step_undoes_it(
    three: list[Path], tmp_path: Path, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(tmp_path)
    real, calls = os.replace, 0

    def interrupted(*arguments: Any) -> None:
        nonlocal calls
        calls += 1
        real(*arguments)
        if calls == nth:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    if nth < 4:
        with pytest.raises(KeyboardInterrupt):
            write_together(dict.fromkeys(three, b"new"), [(three[1], tmp_path / "d.md")])
        assert state(tmp_path) == before
    else:
        write_together(dict.fromkeys(three, b"new"), [(three[1], tmp_path / "d.md")])


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Interrupts mean what they mean to a process in the foreground; one in the background is born ignoring them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself an interrupt there")
@pytest.mark.parametrize(("what", "done"), [("fsync", False), ("replace", True)])
def test_a_real_interrupt_comes_before_all_or_after_all(
    three: list[Path], tmp_path: Path, what: str, done: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = state(tmp_path), getattr(os, what)

    def interrupted(*arguments: Any) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        real(*arguments)

    monkeypatch.setattr(os, what, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(dict.fromkeys(three, b"new"))
    after = state(tmp_path)
    assert (
        (after.keys() == before.keys() and {one[0] for one in after.values()} == {b"new"}) if done else after == before
    )


def test_a_read_only_file_in_the_middle_stops_all(three: list[Path], tmp_path: Path) -> None:
    three[1].chmod(0o440)
    before = state(tmp_path)
    with pytest.raises(RequestError, match=r"b\.md cannot be written: it is read-only; no file was changed"):
        write_together(dict.fromkeys(three, b"new"))
    assert state(tmp_path) == before


def test_nothing_is_moved_onto_a_file(three: list[Path], tmp_path: Path) -> None:
    before = state(tmp_path)
    with pytest.raises(RequestError, match=r"c\.md cannot be written"):
        write_together({three[0]: b"new"}, [(three[0], three[2])])
    assert state(tmp_path) == before


def test_a_link_stays_a_link(three: list[Path], tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(three[0])
    write_together({link: b"new"}, [(link, tmp_path / "moved.md")])
    assert three[0].read_bytes() == b"new"
    assert (tmp_path / "moved.md").is_symlink()
    assert not link.exists()


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    create(tmp_path / "new.md", b"one")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o666 & ~mask
    with pytest.raises(RequestError, match="exists already"):
        create(tmp_path / "new.md", b"two")
    with pytest.raises(RequestError, match="No such file or directory"):
        create(tmp_path / "nowhere" / "new.md", b"two")
    assert {name: one[0] for name, one in state(tmp_path).items()} == {"new.md": b"one"}
