"""What a build did, in a sentence."""

import os

from regimekit.cli.caching import size_told
from regimekit.storage.building import Built


def told(name: str, built: Built) -> str:
    """What was done to the database, and how large it is."""
    size = size_told(os.stat(name).st_size)
    if built.new:
        return f"Wrote {name}: {_files(built.written)} ({size})."
    if not built.written and not built.removed:
        return f"{name} is up to date: {_files(built.left)} ({size})."
    done = [f"{_files(built.written)} written"] if built.written else []
    done += [f"{_files(built.removed)} taken out"] if built.removed else []
    done += [f"{built.left:,} left as they were"] if built.left else []
    return f"Updated {name}: {', '.join(done)} ({size})."


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"
