"""What addresses answered, kept for some days in the user's cache folder."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from regimekit.model.reply import Reply
from regimekit.storage.entries import keep, user_folder
from regimekit.storage.terms import Terms

GOOD_FOR = datetime.timedelta(days=7)
BAD_FOR = datetime.timedelta(days=1)
# what says something of this run or this machine, and nothing of the page
_OF_THE_MOMENT = ("host not looked up", "private address", "given up", "invalid address", "other scheme")

_DECODER = msgspec.msgpack.Decoder(Reply)
_ENCODER = msgspec.msgpack.Encoder()


class Kept:
    """Replies of earlier runs; ``folder`` is where, without one the user's cache folder.

    Where ``keeps`` is False none is looked up and none is kept.
    """

    def __init__(self, folder: Path | None = None, keeps: bool = True) -> None:
        self._folder = folder or user_folder("answers")
        self._keeps = keeps

    def reply(self, address: str, now: datetime.datetime) -> Reply | None:
        """What the address answered of late; None where that is unknown, too old or cannot be read."""
        if not self._keeps:
            return None
        with suppress(OSError, msgspec.MsgspecError, ValueError, TypeError):
            reply = _DECODER.decode(self._entry(address).read_bytes())
            age = now - reply.asked
            good = reply.status is not None and 200 <= reply.status < 300
            if reply.address == address and datetime.timedelta(0) <= age < (GOOD_FOR if good else BAD_FOR):
                return reply
        return None

    def keep(self, reply: Reply) -> None:
        """Keep a reply for the next run; where it cannot be written, that run asks again."""
        if self._keeps and reply.failure not in _OF_THE_MOMENT:
            with suppress(OSError, UnicodeEncodeError):
                keep(self._entry(reply.address), _ENCODER.encode(reply))

    def _entry(self, address: str) -> Path:
        return self._folder / hashlib.blake2b(address.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def without_fragment(address: str) -> str:
    """The part of an address that a host is asked for."""
    return address.partition("#")[0]


def replies(
    addresses: Iterable[str],
    kept: Kept,
    terms: Terms,
    agent: str,
    refresh: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Reply]:
    """The reply of each address: of an earlier run, else asked for now and kept as it comes.

    ``agent`` is how the toolkit calls itself to the hosts. Needs the extra "links".
    """
    wanted = tuple(dict.fromkeys(addresses))
    now = datetime.datetime.now(datetime.UTC)
    known = {address: reply for address in wanted if not refresh and (reply := kept.reply(address, now))}
    missing = [address for address in wanted if address not in known]

    def heard(reply: Reply) -> None:
        kept.keep(reply)
        known[reply.address] = reply
        if progress is not None:
            progress(len(known), len(wanted))

    if missing:
        if progress is not None:
            progress(len(known), len(wanted))
        from regimekit.storage.asking import ask

        ask(missing, terms, agent, heard)
    return {address: known[address] for address in wanted}
