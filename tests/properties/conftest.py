import time
from collections.abc import Callable

import pytest

Reader = Callable[[str], object]


def seconds(read: Reader, text: str) -> float:
    start = time.perf_counter()
    read(text)
    return time.perf_counter() - start


@pytest.fixture
def grows_linearly() -> Callable[[Reader, Callable[[int], str]], bool]:
    """Whether reading a text of four times the size takes about four times as long, not sixteen times.

    ``make`` gives a text of a size. What is read in no time at either size
    passes: a ratio of two blinks says nothing. Taken twice, since a busy
    machine may slow one of the two.
    """

    def grows(read: Reader, make: Callable[[int], str]) -> bool:
        small, large = make(1), make(4)
        for _ in range(2):
            long = seconds(read, large)
            if long < 0.5 or long / seconds(read, small) < 9:
                return True
        return False

    return grows
