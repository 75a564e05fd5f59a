"""The limits that a check of addresses keeps to."""

import msgspec


class Terms(msgspec.Struct, frozen=True):
    """Times are in seconds.

    ``silence`` is how long a host may say nothing, ``in_all`` how long the
    requests for one address may take together, waiting for turns left out;
    ``pause`` lies between two requests to one host, ``backoff`` before an
    address is asked again, twice as long the second time, and ``longest_wait``
    is how long is waited because a host asks for it. ``patience`` is how many
    addresses of a host in a row may come to no answer before the others are
    left alone. ``private`` allows addresses of private networks.
    """

    silence: float = 20.0
    in_all: float = 60.0
    at_once: int = 8
    pause: float = 1.0
    retries: int = 2
    backoff: float = 2.0
    longest_wait: float = 30.0
    most_redirects: int = 10
    patience: int = 3
    private: bool = False


class NoWayOutError(Exception):
    """The environment names a proxy or certificates that cannot be used; the message is one sentence."""
