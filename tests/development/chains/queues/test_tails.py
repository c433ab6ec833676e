import numpy as np
import pytest

from socluster.development.chains.queues.tails import tail_of_endless, tail_of_limited


def test_a_list_that_holds_very_many_is_as_one_without_end():
    times = np.array([0.0, 0.05, 0.25])
    endless = tail_of_endless(40, 10, 5, 0.554113, 1, times)
    assert endless[[0, 2]].tolist() == pytest.approx([0.554113, 0.045484], abs=1e-6)
    np.testing.assert_allclose(tail_of_limited(40, 10, 5, 400, times), endless, atol=1e-5)


def test_where_nobody_may_wait_nobody_does():
    assert tail_of_limited(40, 10, 5, 5, np.array([0.0, 1.0])).tolist() == [0, 0]
