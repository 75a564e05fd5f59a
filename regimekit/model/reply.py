"""What the host of an address said when it was asked for it."""

import datetime
from typing import Literal

import msgspec

Failure = Literal[
    "invalid address",
    "other scheme",
    "no such host",
    "host not looked up",
    "no connection",
    "no TLS",
    "timeout",
    "bad redirect",
    "robots.txt",
    "private address",
    "given up",
]


class Redirect(msgspec.Struct, frozen=True):
    """The status of a redirect (301, 302, …) and the address that it names, whole."""

    status: int
    address: str


class Reply(msgspec.Struct, frozen=True):
    """The last word on one address, after the redirects on the way to it.

    ``address`` is the one asked for, without a fragment; ``asked`` is in UTC;
    ``status`` is HTTP's, None where there was no answer, and then ``failure``
    says why and ``detail`` more.
    """

    address: str
    asked: datetime.datetime
    status: int | None = None
    redirects: tuple[Redirect, ...] = ()
    failure: Failure | None = None
    detail: str = ""
