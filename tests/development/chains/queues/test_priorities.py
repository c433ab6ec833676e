"""Some go first: computed waits, and that the mean over all clients is the wait without priorities."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from tests.examples import examples


def test_example():
    found = sc.queues.priorities({"urgent": 10, "soon": 20, "other": 10}, 10, 5)
    assert found.mean_wait.tolist() == pytest.approx([0.013853, 0.034632, 0.138528], abs=5e-7)
    assert found.without == pytest.approx(0.055411, abs=5e-7)
    assert "as if nobody went first" in " ".join(found.sentences())


@given(st.lists(st.floats(0.1, 9), min_size=1, max_size=4), st.integers(4, 8))
@settings(max_examples=examples(30, 150), deadline=None)
def test_what_some_gain_others_lose(rates, servers):
    found = sc.queues.priorities(rates, 10, servers)
    assert found.queue.sum() == pytest.approx(sc.queues.delay(sum(rates), 10, servers).queue)
    assert (np.diff(found.mean_wait) >= 0).all()


def test_who_goes_last_may_wait_for_ever():
    found = sc.queues.priorities([30, 30, 10], 10, 5)
    assert np.isinf(found.mean_wait).tolist() == [False, True, True]
    assert "no capacity left for 2 and 3" in found.sentences()[1]


@pytest.mark.parametrize("wrong", [{}, "evil", 5, [-1], [1, "x"]])
def test_what_are_no_classes_is_refused(wrong):
    with pytest.raises(InputError):
        sc.queues.priorities(wrong, 10, 5)


def test_waits_are_said_in_one_unit():
    first = sc.queues.priorities([20, 15], 12, 3).sentences()[0]
    assert first.startswith("Mean waits: priority 1: 0.")
    assert first.count(" months") == 2


def test_of_a_class_to_which_nobody_comes_no_wait_is_told():
    found = sc.queues.priorities({"a": 0.5, "b": 0}, 1, 1)
    said = found.sentences()
    assert "priority b" not in said[0]
    assert said[1] == "No client of these classes comes, so that nobody waits: b."
    assert "Priorities shorten" not in " ".join(said)
    assert "b" in found.sentences("lt")[1]
    assert len(found.plot().data[0].y) == 1
    full = sc.queues.priorities({"a": 2, "b": 0}, 1, 1)
    assert "no capacity left for a:" in " ".join(full.sentences())
