"""A folder's files: each is read when it has changed, and only then."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from regimekit import bundled, load
from regimekit.model import Finding
from regimekit.storage import DossierCache, Known, Library

TEXT = "# {0}\n\n## Overview\n| Field | Value |\n|---|---|\n| Dates | 1961-1974 |\n| Leader | Ana {0} |\n\n## Fall\nx\n"
LONG_AGO = (1_000_000_000, 1_000_000_000)


@pytest.fixture
def folder(tmp_path):
    """Three dossiers and a page, of which none was written just now as far as the clock of the library goes."""
    folder = tmp_path / "files"
    (folder / "south").mkdir(parents=True)
    for name in ("east.md", "north.md", "south/sarn.md"):
        (folder / name).write_text(TEXT.format(name.split("/")[-1][:-3].title()))
    (folder / "README.md").write_text("# About\n")
    return folder


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    """Files count as settled at once; the test of the rule itself takes this back."""
    monkeypatch.setattr("regimekit.storage.library._TICK", -(10**12))


@pytest.fixture
def open_library(folder, tmp_path, monkeypatch):
    """Opens the folder as a new process would; the list tells which files were read."""
    read = []
    original = DossierCache.key

    def counted(self, data, path):
        read.append(path)
        return original(self, data, path)

    monkeypatch.setattr(DossierCache, "key", counted)

    def open_library(**options):
        read.clear()
        return Library(folder, DossierCache(root=tmp_path / "cache", **options)), read

    return open_library


def test_a_folder_that_was_not_touched_is_known_without_a_file_being_opened(open_library):
    library, read = open_library()
    first = library.known()
    assert sorted(read) == sorted(library.paths)
    library, read = open_library()
    assert library.known() == first
    assert read == []
    assert library.corpus().dossiers[0].slug == "east"
    assert read == []


def test_what_is_known_of_a_file(open_library):
    known = open_library()[0].known()
    sarn, readme = known["south/sarn.md"], known["README.md"]
    assert (sarn.slug, sarn.title, sarn.leaders, sarn.is_dossier) == ("sarn", "Sarn", ("Ana Sarn", "Ana Sarn"), True)
    assert (readme.title, readme.is_dossier) == ("About", False)


def test_a_library_reads_what_loading_reads(folder, open_library):
    whole = load(folder)
    for options in ({}, {}, {"keeps": False}):
        corpus = open_library(**options)[0].corpus()
        assert (corpus.dossiers, corpus.pages, corpus.findings) == (whole.dossiers, whole.pages, whole.findings)
    assert not open_library()[0].cache.root.joinpath("nothing").exists()


def test_only_the_file_that_changed_is_read(folder, open_library):
    open_library()[0].known()
    (folder / "north.md").write_text(TEXT.format("Nord"))
    (folder / "west.md").write_text(TEXT.format("West"))
    (folder / "east.md").unlink()
    library, read = open_library()
    known = library.known()
    assert sorted(read) == ["north.md", "west.md"]
    assert known["north.md"].title == "Nord"
    assert set(known) == {"README.md", "north.md", "south/sarn.md", "west.md"}


def test_a_change_that_keeps_size_and_time_is_seen_by_the_time_of_the_inode(folder, open_library):
    file = folder / "north.md"
    os.utime(file, LONG_AGO)
    open_library()[0].known()
    file.write_text(TEXT.format("Nerth"))
    os.utime(file, LONG_AGO)
    assert open_library()[0].known()["north.md"].title == "Nerth"


def test_a_file_that_was_written_just_before_is_read_again(open_library, monkeypatch):
    monkeypatch.setattr("regimekit.storage.library._TICK", 2_000_000_000)
    open_library()[0].known()
    library, read = open_library()
    library.known()
    assert sorted(read) == sorted(library.paths)


def test_one_dossier_is_read_alone(open_library):
    library, read = open_library()
    assert library.dossier("north.md").title == "North"
    assert read == ["north.md"]


def test_a_file_that_cannot_be_read_is_a_finding_each_time(folder, open_library):
    (folder / "lost.md").symlink_to("/proc/self/mem")
    for _ in range(2):
        library, _ = open_library()
        assert isinstance(library.known()["lost.md"], Finding)
        assert [finding.path for finding in library.corpus().findings] == ["lost.md"]
        with pytest.raises(OSError, match="error"):
            library.dossier("lost.md")


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"not msgpack"])
def test_damaged_states_are_made_anew(open_library, damage):
    library, _ = open_library()
    first = library.known()
    (entry,) = library.cache.folder("folders").iterdir()
    entry.write_bytes(damage)
    library, read = open_library()
    assert library.known() == first
    assert sorted(read) == sorted(library.paths)


def test_a_dossier_that_was_let_go_of_is_read_again(open_library):
    library, _ = open_library()
    whole = library.corpus()
    shutil.rmtree(library.cache.folder("dossiers"))
    library, _ = open_library()
    assert library.corpus() == whole
    assert len(list(library.cache.folder("dossiers").iterdir())) == 4


def test_where_nothing_can_be_kept_a_file_is_read_twice_at_most(folder, tmp_path, open_library):
    (tmp_path / "cache").write_text("in the way")
    library, read = open_library()
    assert library.corpus().dossiers == load(folder).dossiers
    assert sorted(read) == sorted(library.paths * 2)


def test_another_schema_reads_everything_anew(folder, open_library, tmp_path):
    open_library()[0].known()
    settings = tmp_path / "regimekit.yaml"
    settings.write_text("sections:\n  fall:\n    aliases: [Ende]\n")
    library, read = open_library(settings=settings)
    library.known()
    assert sorted(read) == sorted(library.paths)


def test_a_name_that_is_no_text_harms_no_other(folder, open_library):
    odd = os.fsdecode(b"caf\xe9.md")
    (folder / odd).write_text(TEXT.format("Odd"))
    assert open_library()[0].known()[odd].title == "Odd"
    library, read = open_library()
    assert isinstance(library.known()[odd], Known)
    assert read == [odd]
    assert [dossier.title for dossier in open_library(keeps=False)[0].corpus().dossiers].count("Odd") == 1


def test_many_files_are_read_in_several_processes_and_as_one_would_read_them(tmp_path, folder):
    many = tmp_path / "many"
    for number in range(50):
        shutil.copytree(folder, many / f"{number:02}")
    told = []
    corpus = Library(many, DossierCache(root=tmp_path / "cache")).corpus(lambda done, of: told.append((done, of)))
    assert corpus == load(many)
    assert len({of for _, of in told}) == 1
    assert Library(many, DossierCache(keeps=False)).corpus() == corpus


COMMAND = (sys.executable, "-m", "regimekit", "--data", str(bundled()), "-q", "figures", "--format", "json")


def run(cache, **more):
    return subprocess.Popen(
        COMMAND, env={**os.environ, "XDG_CACHE_HOME": str(cache)}, stdout=subprocess.PIPE, text=True, **more
    )


def test_eight_processes_at_once_say_the_same_and_leave_whole_entries(tmp_path):
    running = [run(tmp_path) for _ in range(8)]
    answers = {process.communicate()[0] for process in running}
    assert len(answers) == 1
    assert all(process.returncode == 0 for process in running)
    entries = [entry for entry in (tmp_path / "regimekit").rglob("*") if entry.is_file()]
    assert entries
    assert not [entry for entry in entries if entry.name.startswith(".")]
    assert run(tmp_path).communicate()[0] in answers


def test_processes_that_are_killed_leave_nothing_that_disturbs(tmp_path):
    whole = run(tmp_path / "other").communicate()[0]
    for turn in range(6):
        process = run(tmp_path)
        time.sleep(0.05 + turn * 0.12)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert run(tmp_path).communicate()[0] == whole


def test_a_cache_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("in the way")
    process = run(tmp_path / "file" / "cache", stderr=subprocess.PIPE)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert out


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of the size of files is POSIX")
def test_a_disk_that_takes_no_more_is_done_without(tmp_path):
    import resource

    whole = run(tmp_path / "other").communicate()[0]
    # what a full disk does in the middle of a file: some bytes are written, and then no more
    process = run(
        tmp_path,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)),
    )
    assert process.communicate() == (whole, "")
    left = [entry for entry in (tmp_path / "regimekit").rglob("*") if entry.is_file()]
    assert all(entry.stat().st_size < 5000 and not entry.name.startswith(".") for entry in left)
