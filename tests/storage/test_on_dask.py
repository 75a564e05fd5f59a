"""A build on a Dask cluster of two processes gives what one machine gives, also where one of them is killed."""

import contextlib
import gc
import http.server
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import fsspec
import pytest
from distributed import Client, LocalCluster
from distributed.protocol import Serialized

from regimekit.cli.databases import check_alone
from regimekit.exporting.to_parquet import to_parquet
from regimekit.storage import DossierCache, Library
from regimekit.storage.building import Reading, build, dossiers
from regimekit.storage.on_dask import on_cluster
from regimekit.storage.remote import RemoteFiles

RELATED = Path(__file__).parent.parent / "data" / "related"
FACTS = {"regimekit": "0", "folder": "test"}
SETTINGS = """
sections:
  harbours: {title: Harbours, aliases: [Ports and piers]}
lint: {ignore: [RK1]}
"""


@pytest.fixture(scope="module")
def cluster():
    """The address of a scheduler with two workers, each a process of its own that is started anew when it is lost."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=60
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def folder(tmp_path):
    """Some fifty dossiers, a page, a file that cannot be read, and a schema of their own."""
    for number in range(8):
        shutil.copytree(RELATED, tmp_path / "files" / f"copy-{number}")
    (tmp_path / "files" / "README.md").write_text("# About\n")
    (tmp_path / "files" / "piers.md").write_text("# Piers\n\n## Overview\nx\n\n## Ports and piers\n- 1931: one\n")
    (tmp_path / "files" / "lost.md").symlink_to("/proc/self/mem")
    (tmp_path / "regimekit.yaml").write_text(SETTINGS)
    return tmp_path / "files"


def multiply(folder):
    """As many files again and once more, so that there is something to come in between."""
    for number in range(2):
        shutil.copytree(folder, folder.parent / "more" / str(number), symlinks=True)
    shutil.move(folder.parent / "more", folder)


def built(folder, target, prepare=None, settings=True):
    """Builds without a cache, here or with what prepares files; returns what was done."""
    library = Library(folder, DossierCache(folder.parent / "regimekit.yaml" if settings else None, keeps=False))
    return build(library, target, check_alone, FACTS, **({"prepare": prepare} if prepare else {}))


def rows(file):
    """Every row of every table with its number; of the index of words, what it is made of."""
    with sqlite3.connect(file) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def test_a_worker_is_killed_while_it_works_and_nothing_is_lost(cluster, folder, tmp_path):
    multiply(folder)
    killed = []

    def with_a_loss(prepare, reading, files):
        for done, ready in enumerate(prepare(reading, files)):
            if done == 40:
                with Client(cluster, set_as_default=False) as client:
                    works = {worker: tasks for worker, tasks in client.processing().items() if tasks}
                    victim, tasks = max(works.items(), key=lambda item: len(item[1]))
                    pid = client.run(os.getpid, workers=[victim])[victim]
                    os.kill(pid, signal.SIGKILL)
                    killed.append((pid, tasks))
            yield ready

    with on_cluster(cluster) as prepare:
        done = built(folder, tmp_path / "there.sqlite", partial(with_a_loss, prepare))
    ((pid, tasks),) = killed
    assert tasks
    assert not Path(f"/proc/{pid}").exists()
    built(folder, tmp_path / "here.sqlite")
    assert rows(tmp_path / "there.sqlite") == rows(tmp_path / "here.sqlite")
    assert done.written > 150


def test_the_schema_travels_and_only_what_has_changed_does(cluster, folder, tmp_path):
    shutil.rmtree(folder / "copy-1")
    target = tmp_path / "r.sqlite"
    with on_cluster(cluster) as prepare:
        first = built(folder, target, prepare)
        assert (first.new, built(folder, target, prepare).written) == (True, 0)
        (folder / "piers.md").write_text("# Piers\n\n## Overview\nx\n\n## Ports and piers\n- 1932: two\n")
        second = built(folder, target, prepare)
        built(folder, tmp_path / "plain.sqlite", prepare, settings=False)
    assert (second.new, second.written, second.left) == (False, 1, first.written - 1)
    with sqlite3.connect(target) as own, sqlite3.connect(tmp_path / "plain.sqlite") as plain:
        question = "SELECT section FROM sections WHERE title = 'Ports and piers'"
        assert own.execute(question).fetchall() == [("harbours",)]
        assert plain.execute(question).fetchall() != [("harbours",)]


def test_workers_ask_a_url_themselves(cluster, folder, tmp_path):
    (folder / "lost.md").unlink()
    asked = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            asked.append(self.path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        files = RemoteFiles(
            f"http://127.0.0.1:{server.server_port}", DossierCache(folder.parent / "regimekit.yaml", keeps=False)
        )
        with on_cluster(cluster) as prepare:
            build(files, tmp_path / "there.sqlite", check_alone, FACTS, prepare=prepare)
    finally:
        server.shutdown()
        server.server_close()
    built(folder, tmp_path / "here.sqlite")
    assert rows(tmp_path / "there.sqlite") == rows(tmp_path / "here.sqlite")
    assert sum(path.endswith(".md") for path in asked) == len(files.paths)


@pytest.fixture
def run(tmp_path):
    """Starts a command in a process of its own, in a folder of the test."""

    def run(*arguments):
        command = [sys.executable, "-m", "regimekit", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
        return subprocess.Popen(
            command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    return run


def test_from_a_url_to_a_url_by_the_command(cluster, folder, tmp_path, run):
    (folder / "lost.md").unlink()
    outputs = [f"file://{tmp_path}/far/{name}" for name in ("there.sqlite", "tables/")]
    there = [run("build", "--on", "dask", cluster, f"file://{folder}", "-o", output) for output in outputs]
    built(folder, tmp_path / "here.sqlite")
    (tmp_path / "here").mkdir()
    with contextlib.ExitStack() as files:
        library = Library(folder, DossierCache(folder.parent / "regimekit.yaml", keeps=False))
        to_parquet(
            dossiers(library, check_alone), lambda name: files.enter_context((tmp_path / "here" / name).open("wb"))
        )
    for output, process in zip(outputs, there, strict=True):
        out, err = process.communicate()
        assert (process.returncode, out) == (0, ""), err
        assert err.startswith(f"Wrote {output}: "), err
    here, far = rows(tmp_path / "here.sqlite"), rows(tmp_path / "far" / "there.sqlite")
    assert ("folder", "files") in far.pop("meta")
    del here["meta"]
    assert far == here
    tables = {file.name: file.read_bytes() for file in (tmp_path / "far" / "tables").glob("*.parquet")}
    assert tables == {file.name: file.read_bytes() for file in (tmp_path / "here").glob("*.parquet")}
    assert len(tables["dossiers.parquet"]) > 1000


@pytest.mark.parametrize("output", ["out/r.sqlite", "file://{}/out/tables/"])
def test_interrupted_nothing_half_written_is_left(cluster, folder, tmp_path, run, output):
    multiply(folder)
    (tmp_path / "out").mkdir()
    process = run("build", "--on", "dask", cluster, folder, "-o", output.format(tmp_path))
    with Client(cluster, set_as_default=False) as client:
        while not any(client.processing().values()):
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, ""), err
    assert "Traceback" not in err
    assert list((tmp_path / "out").rglob("*.*")) == []


def test_a_file_of_this_machine_alone_is_sent(cluster, tmp_path):
    memory = fsspec.filesystem("memory")
    for name in ("a/north.md", "south.md", ".hidden/no.md", "notes.txt"):
        memory.pipe_file(f"/regimes/{name}", b"# North\n\n## Overview\nx\n\n## Fall\n- 1931: one\n")
    try:
        files = RemoteFiles("memory://regimes", DossierCache(keeps=False))
        with on_cluster(cluster) as prepare:
            assert build(files, tmp_path / "r.sqlite", check_alone, FACTS, prepare=prepare).written == 2
    finally:
        memory.rm("/regimes", recursive=True)
    with sqlite3.connect(tmp_path / "r.sqlite") as connection:
        assert connection.execute("SELECT path FROM dossiers ORDER BY path").fetchall() == [
            ("a/north.md",),
            ("south.md",),
        ]


def test_nothing_that_was_sent_is_kept(cluster, folder, monkeypatch):
    monkeypatch.setattr("regimekit.storage.lots._MOST", 1)
    library = Library(folder, DossierCache(keeps=False))
    with on_cluster(cluster) as prepare:
        taken = list(prepare(Reading(library.cache, library.root, check_alone), [(path, "") for path in library.paths]))
        kept = sum(isinstance(each, Serialized) for each in gc.get_objects())
    assert kept < 5 < len(taken)
