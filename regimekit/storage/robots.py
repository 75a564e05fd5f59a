"""What a host lets robots ask for (RFC 9309), read by protego."""

from __future__ import annotations

import protego

MOST = 512 * 1024  # bytes of a robots.txt that are read; the standard asks for 500 KiB at least


class Rules:
    """The robots.txt of one origin, for the robot of that name."""

    def __init__(self, data: bytes, robot: str) -> None:
        self._read = protego.Protego.parse(data.decode("utf-8", "replace"))
        self._robot = robot

    def allow(self, address: str) -> bool:
        return bool(self._read.can_fetch(address, self._robot))

    @property
    def pause(self) -> float:
        """The seconds that it asks for between two requests."""
        return float(self._read.crawl_delay(self._robot) or 0)
