"""Work on many items in several processes, the results in the order of the items."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

WORTH_A_PROCESS = 40  # files
_BATCH = 10
_AHEAD = 4  # batches for each process: results that wait to be taken take memory


def in_processes(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> Iterator[_Result]:
    """``work`` on each item, in as many processes as there are processors; it must be a function of a module.

    Few items are worked on in this process: starting others takes as long.
    Only so many results are made as are soon taken, so that memory stays flat.
    """
    workers = min(os.cpu_count() or 1, len(items) // WORTH_A_PROCESS)
    if workers < 2:
        yield from map(work, items)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    batches = iter([items[at : at + _BATCH] for at in range(0, len(items), _BATCH)])
    running: deque[Future[list[_Result]]] = deque()
    with ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            for batch in batches:
                running.append(pool.submit(_several, work, batch))
                if len(running) >= workers * _AHEAD:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _several(work: Callable[[_Item], _Result], batch: Sequence[_Item]) -> list[_Result]:
    return [work(item) for item in batch]


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
