"""One request to one host, and what came of it: the only module that reaches the network.

Bodies are not downloaded: a GET is closed once its head has come, but for
robots.txt, of which so much is read as is asked for.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import re
import socket
import ssl
import urllib.request
from collections.abc import Iterator

import httpx
import msgspec

from regimekit.model.reply import Failure
from regimekit.storage.terms import NoWayOutError

_FOLLOWED = (301, 302, 303, 307, 308)
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63})*\.?|[0-9a-f:.]+(?:%.+)?", re.I)
_ALWAYS_THERE = "example.org"  # a name that is kept for such use (RFC 2606)
_LOCATION = "x-regimekit-location"
_MOST_KEPT = 8  # connections
_NOT_THERE = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


class Address(msgspec.Struct, frozen=True):
    """An address that can be asked for; ``whole`` has its fragment, ``origin`` is its scheme, host and port."""

    text: str
    whole: str
    origin: str
    host: str
    port: int


class Outcome(msgspec.Struct, frozen=True):
    """What one request came to: a status, or a failure with its detail.

    ``location`` is the address that a redirect names, ``retry_after`` the
    header as it was sent.
    """

    status: int | None = None
    location: str | None = None
    retry_after: str | None = None
    body: bytes = b""
    failure: Failure | None = None
    detail: str = ""


def read_address(text: str, seen_from: str | None = None) -> Address | Outcome:
    """What an address says, or why it is none; ``seen_from`` is the one to which it may be relative."""
    try:
        url = httpx.URL(text) if seen_from is None else httpx.URL(seen_from).join(text)
        whole, url = str(url), url.copy_with(fragment=None)
        port = url.port or {"http": 80, "https": 443}.get(url.scheme, 0)
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        host, wire_host = url.host.casefold(), url.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError) as problem:
        return Outcome(failure="invalid address", detail=str(problem))
    if url.scheme not in ("http", "https"):
        if url.scheme and (url.host or url.path):
            return Outcome(failure="other scheme", detail=f"only http and https are asked, not {url.scheme}")
        return Outcome(failure="invalid address", detail="it begins with neither http:// nor https://")
    if not host:
        return Outcome(failure="invalid address", detail="it names no host")
    if not _HOST.fullmatch(wire_host) or not 0 < port < 65536:
        return Outcome(failure="invalid address", detail=f"{url.netloc.decode('ascii')} cannot be a host")
    return Address(str(url), whole, origin, host, port)


class Line:
    """The way to the network: requests one by one, and what a host's name stands for."""

    def __init__(self, agent: str, silence: float, private: bool) -> None:
        """Raises NoWayOutError."""
        self._private = private
        # Where a proxy stands between, it looks up names, and this machine may not be able to.
        self._proxied = bool({"http", "https", "all"} & urllib.request.getproxies().keys())
        self._looked_up: dict[str, Outcome | None] = {}
        self._connected: bool | None = None  # None as long as there was no reason to ask
        try:
            self._client = _client(agent, silence)
        except (ImportError, OSError, ValueError, httpx.InvalidURL) as problem:
            raise NoWayOutError(
                f"the proxy or the certificates of the environment cannot be used: {problem}"
            ) from problem

    async def close(self) -> None:
        await self._client.aclose()

    async def request(self, method: str, address: Address, within: float, most: int = 0) -> Outcome:
        """One request that takes no longer than so many seconds; ``most`` is how much of the body is read, in bytes."""
        try:
            async with asyncio.timeout(within):
                refused = await self._look_up(address)
                return refused or await self._send(method, address, most)
        except (TimeoutError, httpx.TimeoutException):
            return Outcome(failure="timeout", detail="no answer in time")
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
            return _failed(problem)

    async def _send(self, method: str, address: Address, most: int) -> Outcome:
        async with self._client.stream(method, address.text) as response:
            self._client.cookies.clear()
            body = b""
            if most and response.is_success:
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) >= most:
                        break
            location = response.headers.get(_LOCATION) if response.status_code in _FOLLOWED else None
            return Outcome(response.status_code, location, response.headers.get("retry-after"), body[:most])

    async def _look_up(self, address: Address) -> Outcome | None:
        """Why a host is not to be asked: there is none of that name, or it stands in a private network."""
        if address.host not in self._looked_up:
            self._looked_up[address.host] = await self._found(address)
        return self._looked_up[address.host]

    async def _found(self, address: Address) -> Outcome | None:
        numbers = [address.host]
        if not self._proxied:
            try:
                numbers = await _numbers(address.host, address.port)
            except UnicodeError:
                return Outcome(failure="invalid address", detail=f"{address.host} cannot be the name of a host")
            except socket.gaierror as problem:
                return await self._not_found(address.host, problem)
        if not self._private and any(map(_is_private, numbers)):
            return Outcome(failure="private address", detail=f"{address.host} is of a private network or this machine")
        return None

    async def _not_found(self, host: str, problem: socket.gaierror) -> Outcome:
        """Whether a name is nobody's; a machine without a network says so of every name."""
        if problem.errno not in _NOT_THERE:
            return Outcome(failure="host not looked up", detail=f"{host}: {problem.strerror}")
        if self._connected is None:
            try:
                self._connected = bool(await _numbers(_ALWAYS_THERE, 443))
            except (OSError, UnicodeError):
                self._connected = False
        if self._connected:
            return Outcome(failure="no such host", detail=f"{host} is not known")
        detail = f"{host} is not known, but neither is {_ALWAYS_THERE}: this machine seems to have no network"
        return Outcome(failure="host not looked up", detail=detail)


def _client(agent: str, silence: float) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"},
        timeout=httpx.Timeout(silence),
        # a request that is given up leaves its connection counted as in use (httpcore 658): nothing may count them
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=_MOST_KEPT),
        follow_redirects=False,
        event_hooks={"response": [_leave_redirects_to_the_caller]},
    )


async def _numbers(host: str, port: int) -> list[str]:
    """The IP addresses that a name stands for."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


async def _leave_redirects_to_the_caller(response: httpx.Response) -> None:
    """httpx reads where a redirect leads even where it follows none, and takes a bad one for a broken connection."""
    if "location" in response.headers:
        response.headers[_LOCATION] = response.headers.pop("location")


def _is_private(host: str) -> bool:
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    number = getattr(number, "ipv4_mapped", None) or number
    return not number.is_global or number.is_multicast


def _failed(problem: BaseException) -> Outcome:
    causes = list(_causes(problem))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Outcome(failure="no TLS", detail=cause.verify_message or str(cause))
        if isinstance(cause, ssl.SSLError):
            return Outcome(failure="no TLS", detail=(cause.reason or str(cause)).replace("_", " ").lower())
    if isinstance(problem, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return Outcome(failure="invalid address", detail=str(problem))
    number = next((cause.errno for cause in causes if isinstance(cause, OSError) and cause.errno), None)
    detail = os.strerror(number) if number else str(problem)
    return Outcome(failure="no connection", detail=detail or type(problem).__name__)


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while problem is not None and problem not in seen:
        seen.append(problem)
        yield problem
        if isinstance(problem, BaseExceptionGroup):  # one for each address that a name stands for
            yield from problem.exceptions
        problem = problem.__cause__ or problem.__context__
