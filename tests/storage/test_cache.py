import os
import stat
import subprocess
import sys

import pytest

from regimekit import bundled
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import SchemaError, load_schema
from regimekit.storage import DossierCache

DATA = b"# T\n\n## Overview\n| Field | Value |\n|---|---|\n| Dates | c. 1961 - present |\n\n## Fall\n- 1974: at least 20 killed\n"


@pytest.fixture
def reads(monkeypatch):
    """The paths that were read for want of an entry."""
    read = []
    original = DossierCache.anew

    def counted(self, data, path):
        read.append(path)
        return original(self, data, path)

    monkeypatch.setattr(DossierCache, "anew", counted)
    return read


@pytest.mark.parametrize("file", sorted(bundled().rglob("*.md")), ids=lambda file: file.stem)
def test_a_kept_dossier_is_the_one_that_was_read(file, tmp_path, reads):
    data = file.read_bytes()
    first = DossierCache(root=tmp_path).read(data, file.name)
    second = DossierCache(root=tmp_path).read(data, file.name)
    assert first == second == read_bytes(data, file.name, load_schema())
    assert reads == [file.name]


def test_other_bytes_another_path_and_another_schema_are_other_entries(tmp_path, reads):
    settings = tmp_path / "regimekit.yaml"
    settings.write_text("sections:\n  fall:\n    aliases: [Ende]\n")
    folder = tmp_path / "cache"
    for cache, data, path in [
        (DossierCache(root=folder), DATA, "a.md"),
        (DossierCache(root=folder), DATA + b"x", "a.md"),
        (DossierCache(root=folder), DATA, "b.md"),
        (DossierCache(settings, folder), DATA, "a.md"),
        (DossierCache(root=folder), DATA, "a.md"),
    ]:
        assert cache.read(data, path).path == path
    assert reads == ["a.md", "a.md", "b.md", "a.md"]


@pytest.mark.parametrize("damage", [b"", b"\x81", b"not msgpack"])
def test_a_damaged_entry_is_read_anew_and_mended(damage, tmp_path, reads):
    DossierCache(root=tmp_path).read(DATA, "a.md")
    (entry,) = (tmp_path / "dossiers").iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert DossierCache(root=tmp_path).read(DATA, "a.md").path == "a.md"
    assert entry.read_bytes() == whole
    assert reads == ["a.md", "a.md"]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, reads):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = DossierCache(root=blocked / "cache")
    assert cache.read(DATA, "a.md") == cache.read(DATA, "a.md")
    assert reads == ["a.md", "a.md"]


def test_nothing_half_written_stays_behind(tmp_path, monkeypatch):
    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)
    DossierCache(root=tmp_path).read(DATA, "a.md")
    assert list((tmp_path / "dossiers").iterdir()) == []


def test_a_wrong_schema_is_said_and_not_kept(tmp_path):
    settings = tmp_path / "regimekit.yaml"
    settings.write_text("sectoins: {}\n")
    with pytest.raises(SchemaError):
        DossierCache(settings, tmp_path / "cache").read(DATA, "a.md")


def test_entries_are_the_owners_alone(tmp_path):
    DossierCache(root=tmp_path).read(DATA, "a.md")
    (entry,) = (tmp_path / "dossiers").iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


def test_processes_side_by_side_leave_whole_entries(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom regimekit import bundled\nfrom regimekit.storage import DossierCache\n"
        "cache = DossierCache(root=Path(sys.argv[1]))\n"
        "print(sum(len(cache.read(f.read_bytes(), f.name).events) for f in sorted(bundled().rglob('*.md'))))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert len({process.communicate()[0] for process in running}) == 1
    assert all(process.returncode == 0 for process in running)
    assert not [entry for entry in (tmp_path / "dossiers").iterdir() if entry.name.startswith(".")]


def test_without_a_cache_everything_is_read_anew_and_nothing_kept(tmp_path, reads):
    cache = DossierCache(root=tmp_path, keeps=False)
    assert cache.read(DATA, "a.md") == cache.read(DATA, "a.md")
    assert reads == ["a.md", "a.md"]
    assert list(tmp_path.iterdir()) == []


def test_using_an_entry_makes_it_young(tmp_path):
    cache = DossierCache(root=tmp_path)
    cache.read(DATA, "a.md")
    (entry,) = (tmp_path / "dossiers").iterdir()
    os.utime(entry, (1, 1))
    cache.read(DATA, "a.md")
    assert entry.stat().st_mtime > 1
