"""Which addresses of the sources still lead to something, as far as their hosts say."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec

from regimekit.model import Source
from regimekit.model.reply import Failure, Redirect, Reply

State = Literal[
    "gone",
    "no-such-host",
    "invalid",
    "moved",
    "bad-redirect",
    "server-error",
    "timeout",
    "no-connection",
    "tls-error",
    "refuses",
    "other-answer",
    "not-asked",
    "redirected",
    "ok",
]
STATES: tuple[State, ...] = get_args(State)
DEAD = frozenset({"gone", "no-such-host", "invalid"})
TO_CORRECT = DEAD | {"moved"}

_FAILURES: Mapping[Failure, State] = {
    "invalid address": "invalid",
    "other scheme": "not-asked",
    "no such host": "no-such-host",
    "host not looked up": "not-asked",
    "no connection": "no-connection",
    "no TLS": "tls-error",
    "timeout": "timeout",
    "bad redirect": "bad-redirect",
    "robots.txt": "not-asked",
    "private address": "not-asked",
    "given up": "not-asked",
}
_FOR_GOOD = (301, 308)
_GONE = (404, 410)


class Place(msgspec.Struct, frozen=True):
    """Where a dossier cites an address, and as what."""

    slug: str
    path: str
    line: int
    title: str


class Link(msgspec.Struct, frozen=True):
    """An address as it is cited, what its host said of it and when, and the places that cite it.

    ``says`` is the answer in words; ``moved_to`` the address to cite instead,
    where the host says that this one has moved for good; ``front_page`` that
    this is the front page of a site, and the page that is cited was not.
    """

    address: str
    state: State
    says: str
    asked: datetime.datetime
    places: tuple[Place, ...]
    status: int | None = None
    redirects: tuple[Redirect, ...] = ()
    moved_to: str | None = None
    front_page: bool = False


def addresses(cited: Iterable[tuple[str, str, Source]]) -> dict[str, tuple[Place, ...]]:
    """The addresses of sources, each given with the slug and the path of its dossier, and where they are cited."""
    found: dict[str, dict[Place, None]] = {}
    for slug, path, source in cited:
        if source.url:
            found.setdefault(source.url, {})[Place(slug, path, source.span.first, source.title)] = None
    return {address: tuple(places) for address, places in found.items()}


def links(cited: Mapping[str, tuple[Place, ...]], replies: Mapping[str, Reply]) -> tuple[Link, ...]:
    """What became of each address: what has to be corrected first, then what is in doubt, then the rest."""
    found = [_link(address, places, replies[address]) for address, places in cited.items()]
    return tuple(sorted(found, key=lambda link: STATES.index(link.state)))


def counts(several: Iterable[Link]) -> dict[State, int]:
    """How many are in which state, in the order of the states, those of none left out."""
    found = Counter(link.state for link in several)
    return {state: found[state] for state in STATES if found[state]}


def _link(address: str, places: tuple[Place, ...], reply: Reply) -> Link:
    state = _state(reply)
    new = _with_fragment(_moved_to(reply), address) if state == "moved" else None
    return Link(
        address,
        state,
        _says(reply),
        reply.asked,
        places,
        reply.status,
        reply.redirects,
        new,
        new is not None and _is_front_page(new) and not _is_front_page(address),
    )


def _state(reply: Reply) -> State:
    if reply.failure is not None:
        return _FAILURES[reply.failure]
    status = reply.status or 0
    if 200 <= status < 300:
        if not reply.redirects:
            return "ok"
        return "moved" if reply.redirects[0].status in _FOR_GOOD else "redirected"
    if status in _GONE:
        return "gone"
    if 400 <= status < 500:
        return "refuses"
    return "server-error" if 500 <= status < 600 else "other-answer"


def _moved_to(reply: Reply) -> str:
    """Where the redirects lead that are for good; one that is for now ends them."""
    new = reply.address
    for redirect in reply.redirects:
        if redirect.status not in _FOR_GOOD:
            break
        new = redirect.address
    return new


def _with_fragment(new: str, old: str) -> str:
    """A redirect that names no part of the page leads to the part that was asked for (RFC 9110, 10.2.2)."""
    part = old.partition("#")[2]
    return f"{new}#{part}" if part and "#" not in new else new


def _is_front_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def _says(reply: Reply) -> str:
    if reply.failure is not None:
        return reply.detail or reply.failure
    status = reply.status or 0
    known = {one.value: one.phrase for one in HTTPStatus}
    words = f"{status} {known[status]}" if status in known else str(status)
    return f"{words}; {reply.detail}" if reply.detail else words
