"""Whose turn it is: one request at a time to each host, with a pause between, and not too many over all."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from regimekit.storage.terms import Terms


class _Host:
    def __init__(self, pause: float) -> None:
        self.gate = asyncio.Lock()
        self.free_at = 0.0  # the loop's time
        self.pause = pause
        self.left_without_answer = 0  # addresses in a row


class Turns:
    """Turns at hosts by their names, whatever the scheme and the port."""

    def __init__(self, terms: Terms) -> None:
        self._all = asyncio.Semaphore(terms.at_once)
        self._terms = terms
        self._hosts: defaultdict[str, _Host] = defaultdict(lambda: _Host(terms.pause))

    @asynccontextmanager
    async def at(self, host: str) -> AsyncIterator[bool]:
        """Wait for the host, and keep it until all has been asked of it that one address takes.

        False where it is to be left alone. Whoever waits for one host keeps
        nobody from another.
        """
        one = self._hosts[host]
        async with one.gate:
            yield one.left_without_answer < self._terms.patience

    @asynccontextmanager
    async def request(self, host: str) -> AsyncIterator[None]:
        """Wait until the host, which is this caller's, has had its pause and there is room for one more request."""
        one = self._hosts[host]
        await asyncio.sleep(one.free_at - _now())
        async with self._all:
            try:
                yield
            finally:
                self.postpone(host, one.pause)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long at least."""
        one = self._hosts[host]
        one.free_at = max(one.free_at, _now() + seconds)

    def slow_down(self, host: str, pause: float) -> None:
        """Make the pause between requests to a host at least so long."""
        one = self._hosts[host]
        one.pause = max(pause, one.pause)

    def answered(self, host: str, did: bool) -> None:
        """Note whether an address of the host came to an answer."""
        one = self._hosts[host]
        one.left_without_answer = 0 if did else one.left_without_answer + 1

    def give_up(self, host: str) -> None:
        """Leave a host alone for the rest of the run."""
        self._hosts[host].left_without_answer = self._terms.patience


def _now() -> float:
    return asyncio.get_running_loop().time()
