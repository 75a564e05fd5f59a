import gc
import time
from collections.abc import Callable

import pytest

Reader = Callable[[str], object]


def seconds(read: Reader, text: str) -> float:
    """What the processor was at it for: neither waiting for other processes nor collecting other tests' garbage."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        read(text)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.fixture
def grows_linearly() -> Callable[[Reader, Callable[[int], str]], bool]:
    """Whether reading a text of four times the size takes about four times as long, not sixteen times.

    ``make`` gives a text of a size. What is read in no time at either size
    passes: a ratio of two blinks says nothing. Taken up to three times, since a
    busy machine may slow one of the two.
    """

    def grows(read: Reader, make: Callable[[int], str]) -> bool:
        small, large = make(1), make(4)
        for _ in range(3):
            long = seconds(read, large)
            if long < 0.5 or long / seconds(read, small) < 9:
                return True
        return False

    return grows
