"""How far a long piece of work has come."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds of work before anything is shown


@contextmanager
def progress(what: str, shown: bool) -> Iterator[Callable[[int, int], None]]:
    """A function to call with how many of how many are done; a bar on stderr once it has taken a second."""
    started = time.monotonic()
    bar = None
    task = None

    def tell(done: int, total: int) -> None:
        nonlocal bar, task
        if not shown or (bar is None and time.monotonic() - started < PATIENCE):
            return
        if bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            bar = Progress(
                TextColumn(what), BarColumn(), MofNCompleteColumn(), console=Console(file=sys.stderr), transient=True
            )
            task = bar.add_task(what, total=total)
            bar.start()
        assert task is not None
        bar.update(task, completed=done, total=total)

    try:
        yield tell
    finally:
        if bar is not None:
            bar.stop()
