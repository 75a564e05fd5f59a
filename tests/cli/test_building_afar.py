"""`regimekit build --on …`, its URLs and its tables: what the command says, above all where it cannot do as asked."""

import http.server
import sqlite3
import sys
import threading
import time

import fsspec
import pytest

from regimekit.rendering.text import one_line

UNREACHABLE = [
    ("tcp://127.0.0.1:1", "no scheduler of Dask can be reached at tcp://127.0.0.1:1: Connection refused"),
    ("127.0.0.1:1", "no scheduler of Dask can be reached at tcp://127.0.0.1:1: Connection refused"),
    ("somewhere", "somewhere is no address of a scheduler, such as tcp://host:8786"),
    ("ftp://host:21", "ftp://host:21 is no address of a scheduler, such as tcp://host:8786"),
    ("tcp://host", "tcp://host is no address of a scheduler, such as tcp://host:8786"),
]


@pytest.mark.parametrize(("address", "sentence"), UNREACHABLE, ids=[address for address, _ in UNREACHABLE])
def test_a_cluster_that_cannot_be_reached_is_told_soon(regimekit, tmp_path, address, sentence):
    began = time.monotonic()
    run = regimekit("-q", "build", "--on", "dask", address, "-o", str(tmp_path / "r.sqlite"))
    assert (run.status, run.out, run.err) == (2, "", f"regimekit: {sentence}\n")
    assert time.monotonic() - began < 5
    assert list(tmp_path.iterdir()) == []


def test_another_server_is_no_scheduler(regimekit, tmp_path, monkeypatch):
    monkeypatch.setattr("regimekit.storage.on_dask._PATIENCE", 1.0)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    server.RequestHandlerClass.log_message = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"tcp://127.0.0.1:{server.server_port}"
    try:
        run = regimekit("-q", "build", "--on", "dask", address, "-o", str(tmp_path / "r.sqlite"))
    finally:
        server.shutdown()
        server.server_close()
    assert run.status == 2
    assert run.err.startswith(f"regimekit: no scheduler of Dask can be reached at {address}: ")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("missing", "arguments", "sentence"),
    [
        ("distributed", ("--on", "dask", "tcp://127.0.0.1:1"), "--on dask needs the extra dask: pip install"),
        ("fsspec.core", ("-o", "s3://bucket/r.sqlite"), "s3://bucket/r.sqlite needs the extra dask: pip install"),
        ("pyarrow", ("-o", "tables/"), "tables/ needs the extra parquet: pip install"),
    ],
)
def test_a_missing_extra_is_named(regimekit, monkeypatch, tmp_path, missing, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    for name in ("storage.on_dask", "storage.remote", "exporting.to_parquet"):
        monkeypatch.delitem(sys.modules, f"regimekit.{name}", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    run = regimekit("-q", "build", *arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"regimekit: {sentence}")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    yield system
    if system.exists("/far"):
        system.rm("/far", recursive=True)


def test_a_database_is_put_at_a_url(regimekit, memory, tmp_path):
    run = regimekit("-q", "build", "-o", str(tmp_path / "here.sqlite"))
    assert run.status == 0
    run = regimekit("build", "-o", "memory://far/r.sqlite")
    assert run.status == 0
    assert one_line(run.err.splitlines()[-1]).startswith("Wrote memory://far/r.sqlite: ")
    (tmp_path / "there.sqlite").write_bytes(memory.cat_file("/far/r.sqlite"))
    found = []
    for name in ("here.sqlite", "there.sqlite"):
        with sqlite3.connect(tmp_path / name) as connection:
            found.append(connection.execute("SELECT path, key FROM files ORDER BY path").fetchall())
    assert found[0] == found[1] != []
    assert regimekit("build", "-o", "memory://far/r.sqlite").status == 0  # its own is replaced


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("memory://far/notes.txt", "memory://far/notes.txt is not a database of regimekit and is not overwritten"),
        ("memory://far/", "memory://far holds what is not of an earlier build; name another URL"),
        ("foo://far/r.sqlite", "foo://far/r.sqlite cannot be read: Protocol not known: foo"),
    ],
)
def test_what_is_of_others_is_left_alone(regimekit, memory, output, sentence):
    memory.pipe_file("/far/notes.txt", b"my notes")
    run = regimekit("-q", "build", "-o", output)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"regimekit: {sentence}")
    assert memory.find("/far") == ["/far/notes.txt"]


def test_tables_are_put_at_a_url_and_replaced(regimekit, memory):
    for _ in range(2):
        run = regimekit("-q", "build", "-o", "memory://far/tables.parquet")
        assert (run.status, run.err) == (0, "")
    assert "/far/tables.parquet/estimates.parquet" in memory.find("/far")


def test_what_cannot_be_read_is_told_beside_the_tables(regimekit, tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "lost.md").symlink_to("/proc/self/mem")
    run = regimekit("build", str(tmp_path / "files"), "-o", f"{tmp_path}/tables/")
    assert run.status == 0
    assert "lost.md: the file cannot be read: " in run.err
    assert "one file a table, 0 dossiers." in run.err
