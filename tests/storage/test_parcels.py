"""What travels to a cluster and what becomes of it, without any cluster: one that does, or fails, as it is told."""

import os
import sys
from functools import partial

import pytest
from distributed import CancelledError, KilledWorker
from msgspec.structs import replace

from regimekit.cli.databases import check_alone
from regimekit.schema import SchemaError
from regimekit.storage import DossierCache, Library, on_dask
from regimekit.storage.building import Reading, dossiers
from regimekit.storage.lots import in_lots
from regimekit.storage.on_dask import ClusterError
from regimekit.storage.parcels import File, OtherToolkitError, Parcel, read_parcel, toolkit

TEXT = "# North\n\n## Overview\nx\n\n## Fall\n- 1931: one\n"


@pytest.fixture
def library(tmp_path):
    for number in range(130):
        (tmp_path / f"{number:03}.md").write_text(TEXT + "x\n" * number)
    return Library(tmp_path, DossierCache(keeps=False))


@pytest.fixture
def reading(library):
    return Reading(library.cache, library.root, check_alone)


class Cluster:
    """Stands for a client: does the work when its result is asked for, and counts what is under way."""

    def __init__(self, fails=lambda parcel: None, threads=2):
        self.fails = fails
        self.threads = threads
        self.under_way = self.most = self.parcels = 0

    def nthreads(self):
        return {"one": self.threads} if self.threads else {}

    def submit(self, work, parcel, **options):
        assert options["retries"] > 0
        self.parcels += 1
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        return Promise(self, work, parcel)


class Promise:
    status = "pending"

    def __init__(self, cluster, work, parcel):
        self.cluster, self.work, self.parcel = cluster, work, parcel

    def result(self, timeout):
        problem = self.cluster.fails(self.parcel)
        if problem is not None:
            raise problem
        return self.work(self.parcel)

    def release(self):
        self.cluster.under_way -= 1


def on(cluster):
    return partial(on_dask._prepared, cluster, "tcp://there:8786")


def test_results_come_in_order_and_few_are_under_way(library, reading):
    cluster = Cluster()
    files = [(path, "") for path in library.paths]
    assert list(on(cluster)(reading, files)) == [replace(reading(file), known=None) for file in files]
    assert cluster.most <= 6 < cluster.parcels
    assert cluster.under_way == 0


def test_no_path_of_this_machine_travels(library, reading, tmp_path):
    (lot, *_) = in_lots(reading, [(path, "") for path in library.paths])
    assert str(tmp_path) not in repr(lot.files)
    assert lot.files[0] == File("000.md", "", TEXT.encode())


def test_what_stands_in_the_database_stays_here(library, reading):
    files = [(path, reading((path, "")).key) for path in library.paths]
    cluster = Cluster()
    assert [ready.packed for ready in on(cluster)(reading, files)] == [None] * len(files)
    assert cluster.parcels == 0


def test_large_files_travel_alone(tmp_path, library, reading):
    (tmp_path / "000.md").write_text("x" * 900_000)
    (tmp_path / "001.md").write_text("x" * 900_000)
    lots = list(in_lots(reading, [(path, "") for path in library.paths[:5]]))
    assert [[file.path for file in lot.files] for lot in lots] == [["000.md"], ["001.md", "002.md", "003.md", "004.md"]]


def test_a_file_that_cannot_be_read_is_told_where_it_would_stand(library, reading, tmp_path):
    files = [(path, "") for path in library.paths]
    (tmp_path / "002.md").unlink()
    found = list(on(Cluster())(reading, files))
    assert [ready.path for ready in found] == list(library.paths)
    assert [ready.problem.path for ready in found if ready.problem] == ["002.md"]


def test_a_lot_that_workers_are_lost_over_is_read_file_by_file(library, reading):
    cluster = Cluster(lambda parcel: KilledWorker("x", "w", 3) if len(parcel.files) > 1 else None)
    files = [(path, "") for path in library.paths]
    assert [ready.path for ready in on(cluster)(reading, files)] == list(library.paths)
    assert cluster.parcels > len(files)


FAILURES = [
    (lambda parcel: KilledWorker("x", "w", 3), "000.md: each worker that was to read it was lost"),
    (lambda parcel: CancelledError("gone"), "the scheduler at tcp://there:8786 was lost while"),
    (lambda parcel: OSError("Timed out"), "the scheduler at tcp://there:8786 was lost while"),
    (lambda parcel: OtherToolkitError("regimekit 9"), "a worker has regimekit 9, and this machine regimekit "),
]


@pytest.mark.parametrize(("fails", "sentence"), FAILURES, ids=["killed", "cancelled", "timed-out", "differs"])
def test_work_that_comes_to_nothing_ends_in_a_sentence(library, reading, fails, sentence):
    with pytest.raises(ClusterError) as raised:
        list(on(Cluster(fails))(reading, [(path, "") for path in library.paths]))
    assert str(raised.value).startswith(sentence)


def test_what_fails_on_a_worker_is_no_loss_of_the_scheduler(library, reading, monkeypatch):
    monkeypatch.setattr(Promise, "status", "error")
    with pytest.raises(ClusterError, match="a worker cannot work: No space left on device"):
        list(on(Cluster(lambda parcel: OSError("No space left on device")))(reading, [("000.md", "")]))


def test_a_cluster_that_stays_without_workers_is_given_up(library, reading, monkeypatch):
    monkeypatch.setattr(on_dask, "WORKERLESS", 0.05)
    with pytest.raises(ClusterError, match="no workers for"):
        list(on(Cluster(lambda parcel: TimeoutError(), threads=0))(reading, [("000.md", "")]))


def test_a_slow_worker_is_waited_for(library, reading):
    waits = iter([TimeoutError(), TimeoutError(), None])
    assert len(list(on(Cluster(lambda parcel: next(waits)))(reading, [("000.md", "")]))) == 1


def test_another_toolkit_reads_nothing(reading):
    parcel = Parcel("regimekit 0", b"", None, check_alone, (File("a.md", "", b"# A\n"),))
    with pytest.raises(OtherToolkitError, match=r"regimekit .*mistune 3"):
        read_parcel(parcel)
    assert [ready.path for ready in read_parcel(replace(parcel, toolkit=toolkit()))] == ["a.md"]


def test_a_wrong_schema_is_told_before_anything_is_sent(library, tmp_path):
    (tmp_path / "regimekit.yaml").write_text("lint: [x]")
    cluster = Cluster()
    wrong = Reading(DossierCache(tmp_path / "regimekit.yaml", keeps=False), library.root, check_alone)
    with pytest.raises(SchemaError, match=f"^{tmp_path}/regimekit.yaml:1: "):
        list(on(cluster)(wrong, [("000.md", "")]))
    assert cluster.parcels == 0


OTHERS = [
    (toolkit, "regimekit 9 [0], Python 3.11", "the worker tcp://w:1 has regimekit 9 [0], and this machine regimekit "),
    (toolkit, ModuleNotFoundError("No module"), "the worker tcp://w:1 lacks something (No module); install regimekit"),
    (lambda: "regimekit 9", toolkit(), "the scheduler has regimekit 9, and this machine regimekit "),
    (lambda: 1 / 0, toolkit(), "the scheduler lacks something (division by zero); install regimekit"),
]


@pytest.mark.parametrize(("scheduler", "worker", "sentence"), OTHERS, ids=[case[2].split(",")[0] for case in OTHERS])
def test_a_machine_that_differs_is_named_before_anything_is_sent(scheduler, worker, sentence):
    class Client:
        def submit(self, *_, **__):
            return self

        def release(self): ...

        def wait_for_workers(self, *_): ...

        def run(self, *_, **__):
            return {"tcp://w:1": worker}

        def run_on_scheduler(self, _):
            return scheduler()

    with pytest.raises(ClusterError) as raised:
        on_dask._examine(Client(), "tcp://there:8786")
    assert str(raised.value).startswith(sentence)


def test_a_name_that_is_no_text_travels(tmp_path, library, reading):
    odd = os.fsdecode(b"caf\xe9.md")
    try:
        (tmp_path / odd).write_text(TEXT)
    except OSError:
        pytest.skip("this disk takes no such name")
    (ready,) = on(Cluster())(reading, [(odd, "")])
    assert (ready.path, ready.key) == (odd, reading((odd, "")).key)


def test_dossiers_one_by_one_with_what_cannot_be_read(library, tmp_path):
    (tmp_path / "README.md").write_text("# About\n")
    (tmp_path / "z.md").symlink_to("/proc/self/mem")
    found = list(dossiers(library, check_alone))
    assert [part.path for part in found] == [f"{number:03}.md" for number in range(130)] + ["z.md"]
    assert found[-1].code == "RK907"


def test_a_toolkit_says_what_reading_depends_on():
    assert f", Python {sys.version_info.major}.{sys.version_info.minor}, mistune 3" in toolkit()
