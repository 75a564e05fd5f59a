"""Reading on a Dask cluster: files travel in parcels, results come back in the order of the files.

What a worker that is lost had in hand is given to another by the scheduler.
Only so many parcels are under way as the cluster can soon read, so that memory
stays flat here however many files there are.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import dask
from distributed import CancelledError, Client, Future, KilledWorker, Security
from distributed.comm.addressing import get_address_host_port, normalize_address
from distributed.core import rpc
from msgspec.structs import replace

from regimekit.storage.building import Prepare, Reading, Ready
from regimekit.storage.lots import Lot, in_lots
from regimekit.storage.parcels import OtherToolkitError, Parcel, read_parcel, toolkit

RETRIES = 3  # of a parcel in which something unforeseen went wrong; a lost worker is the scheduler's affair
_PATIENCE = 5.0  # seconds for an answer of the scheduler
WORKERLESS = 60.0  # seconds without a worker before the work is given up; a lost one is started anew in a few
_FIRST_WORKER = 10.0  # seconds for a first one
_AHEAD = 3  # parcels for each thread of the cluster
_GLANCE = 2.0  # seconds between looks at how large the cluster is


class ClusterError(Exception):
    """The cluster cannot do what is asked; the message is one sentence."""


@contextmanager
def on_cluster(address: str) -> Iterator[Prepare]:
    """What prepares files on the cluster of the scheduler at an address, such as tcp://host:8786.

    Raises ClusterError where it cannot be reached, has no workers, or another
    toolkit than this one; so does what is given, where the work comes to nothing.
    """
    _settle()
    client = _client(address)
    try:
        _examine(client, address)
        yield partial(_prepared, client, address)
    finally:
        with suppress(Exception):  # nothing more is wanted of it
            client.close(_PATIENCE)


def _settle() -> None:
    """Keep the library from keeping what was sent, and from repeating in its log what is told in one sentence."""
    dask.config.set({"distributed.admin.low-level-log-length": 0})  # a thousand parcels would be a gigabyte
    for name in ("distributed", "tornado"):
        for known in (name, *(each for each in logging.root.manager.loggerDict if each.startswith(f"{name}."))):
            logging.getLogger(known).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module="distributed")


def _client(address: str) -> Client:
    """Connected; what stands in the way is found out first, since a client that fails ends neither soon nor quietly."""
    try:
        host, port = get_address_host_port(normalize_address(address), strict=True)
    except (ValueError, TypeError):
        raise ClusterError(f"{address} is no address of a scheduler, such as tcp://host:8786") from None
    address = normalize_address(address)
    try:
        socket.create_connection((host, port), _PATIENCE).close()
        answer = asyncio.run(asyncio.wait_for(_identity(address), _PATIENCE))
    except Exception as problem:  # what is no scheduler may answer anything
        why = getattr(problem, "strerror", None) or " ".join(str(problem).split()) or "no answer"
        raise ClusterError(f"no scheduler of Dask can be reached at {address}: {why}") from None
    if answer.get("type") != "Scheduler":
        raise ClusterError(f"at {address} there is no scheduler of Dask but a {str(answer.get('type')).lower()}")
    return Client(address, timeout=_PATIENCE, set_as_default=False)


async def _identity(address: str) -> dict[str, Any]:
    arguments = Security().get_connection_args("client")
    if address.startswith("tls://") and not arguments.get("ssl_context"):
        raise OSError("tls needs a certificate; see docs/scale.md")
    async with rpc(address, timeout=_PATIENCE, connection_args=arguments) as scheduler:
        answer: dict[str, Any] = await scheduler.identity()
        return answer


def _examine(client: Client, address: str) -> None:
    """See to it that there is a worker, and that each has this toolkit; so must the scheduler, which unpacks all."""
    # a cluster that grows with its work has no worker before there is any
    first = client.submit(str, pure=False)
    try:
        client.wait_for_workers(1, _FIRST_WORKER)
        found: dict[str, Any] = client.run(toolkit, on_error="return")
        found = {f"the worker {worker}": has for worker, has in found.items()}
    except TimeoutError:
        raise ClusterError(f"the cluster at {address} has no workers") from None
    except OSError as problem:
        raise ClusterError(f"the cluster at {address} does not answer: {problem}") from None
    first.release()
    try:
        found["the scheduler"] = client.run_on_scheduler(toolkit)
    except Exception as problem:  # whatever it raises there comes from there
        found["the scheduler"] = problem
    for who, has in found.items():
        if not str(has).startswith("regimekit "):
            why = " ".join(str(has).split())
            raise ClusterError(f"{who} lacks something ({why}); install regimekit[dask] there as here")
        if has != toolkit():
            raise _differs(who, has)


def _differs(who: str, has: object) -> ClusterError:
    theirs, ours = str(has).split(", "), toolkit().split(", ")
    said = (", ".join(one for one in mine if one not in other) for mine, other in ((theirs, ours), (ours, theirs)))
    return ClusterError(f"{who} has {next(said)}, and this machine {next(said)}: they have to be the same everywhere")


def _prepared(client: Client, address: str, reading: Reading, files: list[tuple[str, str]]) -> Iterator[Ready]:
    settings = reading.cache.settings
    _ = reading.cache.schema  # where the user's is wrong, this machine says in which file; a worker has but a copy
    parcel = Parcel(
        toolkit(),
        reading.cache.fingerprint,
        None if settings is None else settings.read_bytes(),
        reading.check,
        (),
    )

    def send(lot: Lot) -> Future[Any] | None:
        filled = replace(parcel, files=tuple(lot.files))
        return client.submit(read_parcel, filled, pure=False, retries=RETRIES) if lot.files else None

    under_way: deque[tuple[Lot, Future[Any] | None]] = deque()
    most, looked = 0, -_GLANCE
    try:
        for lot in in_lots(reading, files):
            under_way.append((lot, send(lot)))
            if time.monotonic() - looked >= _GLANCE:
                most, looked = max(4, _AHEAD * sum(client.nthreads().values())), time.monotonic()
            while len(under_way) >= most:
                yield from _taken(client, send, *under_way.popleft())
        while under_way:
            yield from _taken(client, send, *under_way.popleft())
    except (CancelledError, OSError):
        raise ClusterError(f"the scheduler at {address} was lost while the files were read") from None


def _taken(
    client: Client, send: Callable[[Lot], Future[Any] | None], lot: Lot, future: Future[Any] | None
) -> Iterator[Ready]:
    if future is None:
        yield from lot.merged([])
        return
    try:
        yield from lot.merged(_result(client, future))
    except KilledWorker:
        if len(lot.files) == 1:
            raise ClusterError(f"{lot.files[0].path}: each worker that was to read it was lost") from None
        # workers are lost for many reasons: alone, each file gets its own chances
        for alone in lot.one_by_one():
            yield from _taken(client, send, alone, send(alone))


def _result(client: Client, future: Future[Any]) -> list[Ready]:
    """What a parcel has come to, for as long as there is any worker to wait for."""
    without = None
    while True:
        try:
            found: list[Ready] = future.result(_GLANCE)
        except OtherToolkitError as problem:
            raise _differs("a worker", problem) from None
        except (OSError, ImportError) as problem:
            if future.status == "error":
                raise ClusterError(f"a worker cannot work: {problem}") from None
            if not isinstance(problem, TimeoutError):
                raise
        else:
            future.release()
            return found
        if client.nthreads():
            without = None
        else:
            without = without or time.monotonic()
            if time.monotonic() - without > WORKERLESS:
                raise ClusterError(f"the cluster has had no workers for {WORKERLESS:.0f} seconds")
