"""Work in several processes gives what one would give, in the same order."""

import os

import pytest

from regimekit.storage.mapping import WORTH_A_PROCESS, in_processes


def doubled(number):
    return number * 2, os.getpid()


def fails_at_ninety(number):
    if number == 90:
        raise ValueError("ninety")
    return number


@pytest.mark.parametrize("count", [0, 1, WORTH_A_PROCESS, 2 * WORTH_A_PROCESS + 3, 777])
def test_results_come_in_the_order_of_the_items(count):
    assert [result for result, _ in in_processes(doubled, range(count))] == [number * 2 for number in range(count)]


def test_few_items_start_no_process_and_many_do():
    assert {process for _, process in in_processes(doubled, range(WORTH_A_PROCESS))} == {os.getpid()}
    if (os.cpu_count() or 1) > 1:
        assert os.getpid() not in {process for _, process in in_processes(doubled, range(200))}


def test_a_failure_is_raised_where_its_result_would_stand():
    taken = []
    with pytest.raises(ValueError, match="ninety"):
        taken.extend(iter_into(taken))
    assert taken == list(range(90))


def iter_into(taken):
    for result in in_processes(fails_at_ninety, range(300)):
        taken.append(result)
    return []


def test_one_may_stop_taking():
    results = in_processes(doubled, range(5000))
    assert next(results)[0] == 0
    results.close()
