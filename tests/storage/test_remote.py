"""Files at URLs: found in the order of a folder, read with patience, written whole or not at all."""

import fsspec
import pytest

from regimekit.parsing.folder import relative_files
from regimekit.storage import DossierCache, remote
from regimekit.storage.remote import (
    RemoteError,
    RemoteFiles,
    filled,
    header_at,
    is_of_one_machine,
    names_at,
    read_url,
    upload,
    url_of,
)


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    yield system
    if system.exists("/top"):
        system.rm("/top", recursive=True)


def files(url):
    return RemoteFiles(url, DossierCache(keeps=False))


def test_the_files_are_those_of_a_folder_in_its_order(tmp_path):
    for name in ("a-b.md", "a/b.MD", "a/.c.md", ".d/e.md", "f.markdown", "g.txt", "h i#j%20.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = files(f"file://{tmp_path}/")
    assert list(found.paths) == relative_files(tmp_path) == ["a/b.MD", "a-b.md", "f.markdown", "h i#j%20.md"]
    assert [read_url(url_of(found.root, path)) for path in found.paths] == [b"x"] * 4


def test_one_file_is_named_as_in_its_folder(memory):
    memory.pipe_file("/top/a/b.md", b"x")
    found = files("memory://top/a/b.md")
    assert found.paths == ("b.md",)
    assert url_of(found.root, "b.md") == "memory://top/a/b.md"


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("memory://nowhere", "memory://nowhere cannot be listed: no such file or folder"),
        ("foo://x", "foo://x cannot be listed: Protocol not known: foo"),
    ],
)
def test_what_cannot_be_listed_is_told(url, sentence):
    with pytest.raises(RemoteError) as raised:
        _ = files(url).paths
    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    ("root", "url"),
    [
        ("s3://bucket/folder", "s3://bucket/folder/a/b.md"),
        ("s3://bucket/folder/", "s3://bucket/folder/a/b.md"),
        ("zip://::s3://bucket/x.zip", "zip://a/b.md::s3://bucket/x.zip"),
    ],
)
def test_a_file_below_a_url(root, url):
    assert url_of(root, "a/b.md") == url


@pytest.mark.parametrize(
    ("url", "one"),
    [
        ("s3://b/f", False),
        ("https://example.org/file", False),
        ("zip://::s3://b/x.zip", False),
        ("file:///f", True),
        ("local:///f", True),
        ("memory://f", True),
        ("zip://::file:///x.zip", True),
        ("simplecache::s3://b/f", False),
    ],
)
def test_which_urls_are_of_one_machine(url, one):
    assert is_of_one_machine(url) is one


class Failing:
    """Fails a number of times before it answers."""

    def __init__(self, *problems):
        self.problems = list(problems)

    def cat_file(self, path):
        if self.problems:
            raise self.problems.pop(0)
        return b"x"


@pytest.fixture
def answers(monkeypatch):
    def answers(*problems):
        system = Failing(*problems)
        monkeypatch.setattr(remote, "url_to_fs", lambda url: (system, url))
        monkeypatch.setattr(remote, "_PAUSE", 0)
        return system

    return answers


def test_what_passes_is_waited_for(answers):
    answers(ConnectionResetError(), RuntimeError("slow down"))
    assert read_url("s3://b/a.md") == b"x"


def test_what_does_not_pass_is_told(answers):
    answers(*[RuntimeError("slow  down")] * 3)
    with pytest.raises(OSError, match="slow down") as raised:
        read_url("s3://b/a.md")
    assert raised.value.strerror == "slow down"


@pytest.mark.parametrize("problem", [FileNotFoundError(2, "gone"), PermissionError(13, "no"), ImportError("s3fs")])
def test_what_is_final_is_asked_once(answers, problem):
    system = answers(problem, problem)
    with pytest.raises(type(problem)):
        read_url("s3://b/a.md")
    assert len(system.problems) == 1


@pytest.mark.parametrize("url", ["memory://top/new", "file://{}/new"])
def test_files_stand_at_a_url_once_all_are_whole(url, tmp_path, memory):
    url = url.format(tmp_path)
    with filled(url) as opened:
        opened("a").write(b"1")
        opened("b").write(b"2")
        assert names_at(url) == []
    assert sorted(names_at(url)) == ["a", "b"]

    def interrupted():
        with filled(url) as opened:
            opened("a").write(b"3")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [read_url(f"{url}/{name}") for name in ("a", "b")] == [b"1", b"2"]
    assert sorted(names_at(url)) == ["a", "b"]


def test_a_file_is_put_at_a_url(tmp_path, memory):
    (tmp_path / "r.sqlite").write_bytes(b"x" * 100)
    upload(tmp_path / "r.sqlite", "memory://top/r.sqlite")
    assert header_at("memory://top/r.sqlite", 3) == b"xxx"
    assert header_at("memory://top/none", 3) is None


def test_what_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "r.sqlite").write_bytes(b"x")
    with pytest.raises(RemoteError, match="file cannot be written: "):
        upload(tmp_path / "r.sqlite", f"file://{tmp_path}/file/r.sqlite")
