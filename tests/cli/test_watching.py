"""`regimekit lint --watch`: when it runs again, what it shows, and how it ends."""

from __future__ import annotations

import sys
import threading
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from regimekit.cli import output, watching

TEXT = "# Vale\n\n## Overview\nx\n\n## 2. Fall\ny\n"


class Watcher(types.ModuleType):
    """Stands in for watchfiles: each change is a function that is called when the next change is waited for."""

    def __init__(self, *changes: Callable[[], object]) -> None:
        super().__init__("watchfiles")
        self.changes = changes
        self.folders: tuple[Path, ...] = ()
        self.counts: Callable[[object, str], bool] = lambda change, path: False

    def watch(self, *folders: Path, watch_filter: Any, raise_interrupt: bool) -> Iterator[object]:
        self.folders, self.counts = folders, watch_filter
        for change in self.changes:
            change()
            yield {("modified", "x")}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vale.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "vale.md"


ASKED = ("lint", "vale.md", "--select", "RK108", "--format", "concise", "--watch")


def test_each_change_is_checked_until_the_end(
    file: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = Watcher(
        lambda: file.write_text(TEXT.replace("2. ", ""), encoding="utf-8"),
        lambda: file.write_text(TEXT.replace("2. ", "7. "), encoding="utf-8"),
    )
    monkeypatch.setitem(sys.modules, "watchfiles", watcher)
    run = regimekit(*ASKED)
    assert run.status == 130
    assert [line.rpartition(" ")[2] for line in run.out.splitlines()] == ["'2.'", "'7.'"]
    assert [line.split(":")[0] for line in run.err.splitlines() if "ed: " in line] == ["Failed", "Passed", "Failed"]
    assert run.err.count("Waiting for changes") == 3
    assert "\x1b" not in run.out


def test_a_terminal_is_cleared_before_each_run(
    file: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", Watcher(lambda: None))
    monkeypatch.setattr(watching, "is_terminal", lambda: True)
    monkeypatch.setattr(output, "is_terminal", lambda: False)
    assert regimekit(*ASKED).out.count("\x1b[2J") == 2


def test_an_interrupt_is_quiet(file: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "watchfiles", Watcher(interrupt))
    run = regimekit(*ASKED)
    assert run.status == 130
    assert run.err.splitlines()[-1] == "Waiting for changes; Ctrl-C ends it."


def test_what_cannot_be_read_today_may_be_tomorrow(
    file: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = file.parent / "regimekit.yaml"
    watcher = Watcher(
        lambda: settings.write_text("lint: {select: [RK999]}\n"),
        lambda: settings.write_text("lint: [\n"),
        settings.unlink,
    )
    monkeypatch.setitem(sys.modules, "watchfiles", watcher)
    run = regimekit("lint", "vale.md", "--watch", "--ignore", "RK101")
    assert run.status == 130
    told = [line.split(":")[0] for line in run.err.splitlines() if line.startswith(("Failed", "regimekit"))]
    assert told == ["Failed", "regimekit", "regimekit", "Failed"]


def test_only_dossiers_and_settings_count(
    file: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = Watcher(lambda: None)
    monkeypatch.setitem(sys.modules, "watchfiles", watcher)
    regimekit(*ASKED)
    assert [folder.resolve() for folder in watcher.folders] == [file.parent]
    names = ["a.md", "b.Markdown", "c/regimekit.yaml", ".a.md.x1.new", ".hidden.md", "a.txt", "report.sarif"]
    assert [name for name in names if watcher.counts("modified", name)] == names[:3]


def test_without_the_package_its_extra_is_named(
    file: Path, regimekit: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    run = regimekit(*ASKED)
    assert (run.status, run.out) == (2, "")
    assert "pip install 'regimekit[watch]'" in run.err


def test_a_path_that_is_not_there(file: Path, regimekit: Callable[..., Any]) -> None:
    run = regimekit("lint", "nowhere", "--watch")
    assert (run.status, run.err) == (2, "regimekit: nowhere: no such file or folder\n")


def test_the_real_watcher_sees_a_change(file: Path) -> None:
    pytest.importorskip("watchfiles")
    changes = watching._changes([file.parent])
    timer = threading.Timer(0.5, lambda: file.write_text("# Vale\n", encoding="utf-8"))
    timer.start()
    try:
        assert next(iter(changes))
    finally:
        timer.join()
