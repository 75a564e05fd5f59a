"""What the cache holds, in words and as JSON."""

import datetime
from typing import Any

from regimekit.cli.failure import RequestError
from regimekit.storage.entries import cache_folder
from regimekit.storage.upkeep import clear, holdings

_WHAT = {
    "dossiers": "dossiers read",
    "folders": "folders and how their files stood",
    "runs": "runs of the linter",
    "databases": "databases for sql and search",
    "answers": "answers of web servers",
}


def told() -> str:
    """A line for the place and one for each kind of entry."""
    held = holdings()
    rows = [(_WHAT[one.kind], f"{one.entries:,}", size_told(one.size), _day(one.newest)) for one in held]
    rows.append(("in all", f"{sum(one.entries for one in held):,}", size_told(sum(one.size for one in held)), ""))
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    lines = [
        f"{what:{widths[0]}}  {count:>{widths[1]}}  {size:>{widths[2]}}  {f'last used {last}' if last else ''}".rstrip()
        for what, count, size, last in rows
    ]
    return "\n".join([str(cache_folder()), "", *lines]) + "\n"


def told_as_json() -> bytes:
    """The same with sizes in bytes and days in ISO 8601."""
    from regimekit.exporting.to_json import encode

    kinds: dict[str, Any] = {
        one.kind: {
            "entries": one.entries,
            "bytes": one.size,
            "oldest": _day(one.oldest) or None,
            "newest": _day(one.newest) or None,
        }
        for one in holdings()
    }
    return encode({"folder": str(cache_folder()), "kinds": kinds})


def emptied() -> str:
    """Empty the cache, and say how much that was."""
    try:
        count, size = clear()
    except OSError as problem:
        raise RequestError(f"{problem.filename} cannot be removed: {problem.strerror}") from None
    return f"Removed {count:,} {'entry' if count == 1 else 'entries'} ({size_told(size)}) from {cache_folder()}."


def size_told(size: int) -> str:
    """A number of bytes in binary units: "0 B", "3.4 MiB"."""
    value = float(size)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if value < 1024 or unit == "GiB":
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1024
    raise AssertionError


def _day(seconds: float | None) -> str:
    return "" if seconds is None else datetime.datetime.fromtimestamp(seconds).date().isoformat()
