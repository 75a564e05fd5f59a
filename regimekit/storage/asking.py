"""Asking addresses whether they still answer: politely, within limits of time, and each once."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Iterable
from email.utils import parsedate_to_datetime

import msgspec

from regimekit.model.reply import Redirect, Reply
from regimekit.storage.http import Address, Line, Outcome, read_address
from regimekit.storage.robots import MOST, Rules
from regimekit.storage.terms import Terms
from regimekit.storage.turns import Turns

ROBOT = "regimekit"  # the name by which a robots.txt may speak of it
_TOO_MANY, _UNAVAILABLE = 429, 503
_IN_TROUBLE = frozenset({*range(500, 600)} - {501, 505})  # those two it will say tomorrow as well
_WITHOUT_ANSWER = ("timeout", "no connection")


class _Budget:
    """The seconds that requests for one address may still take."""

    def __init__(self, seconds: float) -> None:
        self.left: float = seconds


_Gate = Rules | Outcome | None  # the robots.txt of an origin, why nothing of it is asked, or no rules at all


class _Asker:
    def __init__(self, line: Line, terms: Terms) -> None:
        self._line = line
        self._terms = terms
        self._turns = Turns(terms)
        self._gates: dict[str, asyncio.Task[_Gate]] = {}

    async def ask(self, text: str) -> Reply:
        """The last word on an address, after all its redirects."""
        budget = _Budget(self._terms.in_all)
        redirects: list[Redirect] = []
        seen: set[str] = set()
        here = read_address(text)
        last = Outcome()
        while isinstance(here, Address):
            seen.add(here.text)
            last = await self._ask_one(here, budget)
            if last.status is None or last.location is None:
                break
            there = read_address(last.location, here.text)
            if isinstance(there, Outcome):
                here = Outcome(failure="bad redirect", detail=f"to {last.location}: {there.detail}")
                continue
            redirects.append(Redirect(last.status, there.whole))
            here = there
            if there.text in seen:
                here = Outcome(failure="bad redirect", detail="in a circle")
            elif len(redirects) > self._terms.most_redirects:
                here = Outcome(failure="bad redirect", detail=f"{len(redirects)} times and more")
        if isinstance(here, Outcome):
            last = here
        now = datetime.datetime.now(datetime.UTC)
        return Reply(text, now, last.status, tuple(redirects), last.failure, last.detail)

    async def _ask_one(self, address: Address, budget: _Budget) -> Outcome:
        """What the host says of one address, which may be that it is another one."""
        gate = await self._gate(address)
        if isinstance(gate, Outcome):
            return gate
        if gate is not None and not gate.allow(address.text):
            return Outcome(failure="robots.txt", detail=f"{address.host} does not allow it to robots")
        return await self._visit(address, budget)

    async def _visit(self, address: Address, budget: _Budget, most: int = 0) -> Outcome:
        """All that is asked for one address of one host, and nothing else of that host meanwhile."""
        async with self._turns.at(address.host) as welcome:
            if not welcome:
                return Outcome(failure="given up", detail=f"{address.host} left the addresses before it without answer")
            said = await self._insist(address, budget, most)
            self._turns.answered(address.host, said.failure not in _WITHOUT_ANSWER and said.status != _TOO_MANY)
            if (wait := self._wait(said, 0) or 0) > self._terms.longest_wait:
                self._turns.give_up(address.host)
                return msgspec.structs.replace(said, detail=f"asks to come back in {wait:,.0f} seconds")
            return said

    async def _insist(self, address: Address, budget: _Budget, most: int) -> Outcome:
        """HEAD; GET where that is not enough; and again later where the host is in trouble."""
        method = "GET" if most else "HEAD"
        said = Outcome()
        for attempt in range(self._terms.retries + 1):
            said = await self._request(method, address, budget, most)
            if method == "HEAD" and _says_little(said):
                method = "GET"
                if not _asks_for_time(said):
                    said = await self._request(method, address, budget, most)
            wait = self._wait(said, attempt)
            if wait is None or wait > self._terms.longest_wait or budget.left <= 0:
                break
            if attempt < self._terms.retries:
                self._turns.postpone(address.host, wait)
        return said

    async def _request(self, method: str, address: Address, budget: _Budget, most: int) -> Outcome:
        async with self._turns.request(address.host):
            began = asyncio.get_running_loop().time()
            try:
                return await self._line.request(method, address, max(budget.left, 0), most)
            finally:
                budget.left -= asyncio.get_running_loop().time() - began

    def _wait(self, said: Outcome, attempt: int) -> float | None:
        """The seconds after which to ask again; None where the answer stands."""
        if said.status in (_TOO_MANY, _UNAVAILABLE) and (asked_for := seconds_asked_for(said.retry_after)) is not None:
            return max(asked_for, self._terms.backoff * 2.0**attempt)
        if said.failure == "timeout" or said.status == _TOO_MANY or said.status in _IN_TROUBLE:
            return self._terms.backoff * 2.0**attempt
        return None

    async def _gate(self, address: Address) -> _Gate:
        """The robots.txt of the address's origin, which is asked for once."""
        if address.origin not in self._gates:
            self._gates[address.origin] = asyncio.create_task(self._fetch_gate(address))
        return await self._gates[address.origin]

    async def _fetch_gate(self, address: Address) -> _Gate:
        budget = _Budget(self._terms.in_all)
        here = read_address("/robots.txt", address.text)
        for _ in range(6):  # the standard asks to follow five redirects at least
            if isinstance(here, Outcome):
                return None
            said = await self._visit(here, budget, MOST)
            if said.failure == "timeout":
                return msgspec.structs.replace(said, detail=f"{said.detail} (when asked for robots.txt)")
            if said.failure is not None:
                return said
            if said.status == _TOO_MANY or said.status in range(500, 600):
                return Outcome(failure="robots.txt", detail=f"{here.text} answered {said.status}")
            if said.location is None:
                return self._read(said, address.host)
            here = read_address(said.location, here.text)
        return None

    def _read(self, said: Outcome, host: str) -> Rules | None:
        if said.status is None or not 200 <= said.status < 300:
            return None
        rules = Rules(said.body, ROBOT)
        if rules.pause:
            self._turns.slow_down(host, min(rules.pause, self._terms.longest_wait))
        return rules


def _says_little(said: Outcome) -> bool:
    """Whether the answer to a HEAD is no word on the page: many hosts know only GET."""
    return (said.status or 0) >= 400 or said.failure in _WITHOUT_ANSWER


def _asks_for_time(said: Outcome) -> bool:
    return said.status == _TOO_MANY or (said.status == _UNAVAILABLE and said.retry_after is not None)


def seconds_asked_for(retry_after: str | None) -> float | None:
    """Retry-After in seconds from now, whether it is a number or a date; never less than none."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(min(int(retry_after.strip()[:9]), 10**9))
    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=datetime.UTC)
    return max(0.0, (when - datetime.datetime.now(datetime.UTC)).total_seconds())


def ask(
    addresses: Iterable[str], terms: Terms, agent: str, heard: Callable[[Reply], None] = lambda reply: None
) -> dict[str, Reply]:
    """Ask each address once; ``heard`` is told of each reply as it comes."""
    return asyncio.run(_ask_all(tuple(dict.fromkeys(addresses)), terms, agent, heard))


async def _ask_all(
    addresses: tuple[str, ...], terms: Terms, agent: str, heard: Callable[[Reply], None]
) -> dict[str, Reply]:
    line = Line(agent, terms.silence, terms.private)
    replies: dict[str, Reply] = {}

    async def one(address: str) -> None:
        replies[address] = await asker.ask(address)
        heard(replies[address])

    try:
        asker = _Asker(line, terms)
        async with asyncio.TaskGroup() as group:
            for address in addresses:
                group.create_task(one(address))
    finally:
        await line.close()
    return {address: replies[address] for address in addresses}
