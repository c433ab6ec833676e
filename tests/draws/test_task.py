"""What a task is told by, and how large its pieces are."""

import threading

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.draws.task import Task, draws_at_a_time, fingerprint_of
from tests.draws.tasks import Dice


def test_the_sample_is_a_task():
    assert isinstance(Dice(), Task)
    assert not isinstance(object(), Task)


@pytest.mark.parametrize(("width", "draws"), [(0, 50), (1, 50), (2**22 // 50, 50), (2**20, 4), (2**22, 1), (2**30, 1)])
def test_a_piece_has_as_many_draws_as_fit_into_memory_and_at_most_fifty(width, draws):
    assert draws_at_a_time(width) == draws


def test_a_fingerprint_changes_with_every_value_and_every_name():
    told = [
        [("a", 1), ("b", 2)],
        [("a", 1), ("b", 3)],
        [("a", 1), ("c", 2)],
        [("a", 1)],
        [("b", 2), ("a", 1)],
        [("a", np.array([1])), ("b", 2)],
    ]
    prints = [fingerprint_of(each) for each in told]
    assert len(set(prints)) == len(told)
    assert fingerprint_of(told[0]) == prints[0]


def test_what_cannot_be_told_is_named():
    with pytest.raises(InputError, match=r"no checkpoint can be kept for the key of the door: .*lock") as refused:
        fingerprint_of([("the key of the door", threading.Lock())])
    assert "neišsaugoma" in str(refused.value.in_language("lt")) or "lock" in str(refused.value.in_language("lt"))
