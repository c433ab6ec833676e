import numpy as np
import pytest

from socluster._kernels.meeting.meetings import Chances, Programme, dyad_keys, meetings
from tests._kernels.meeting.meetings_by_hand import by_hand


def programme(events, periods, n, rng):
    who = [np.sort(rng.choice(n, rng.integers(2, n + 1), replace=False)) for _ in range(events)]
    return Programme(
        first=np.concatenate([[0], np.cumsum([len(each) for each in who])]).astype(np.int64),
        present=np.concatenate([np.zeros(0, dtype=np.int64), *who]),
        meet=rng.random(events),
        keys=rng.integers(0, 2**63, (events, 2)).astype(np.uint64),
        ends=np.sort(np.append(rng.integers(0, events + 1, periods - 1), events)).astype(np.int64),
        period_keys=rng.integers(0, 2**63, periods).astype(np.uint64),
    )


def chances(dyads, rng):
    numbers = rng.random(6)
    return Chances(
        numbers[0], numbers[1], rng.random(dyads), numbers[2], rng.random(dyads), numbers[3], numbers[4], numbers[5]
    )


@pytest.mark.parametrize("seed", range(12))
def test_it_is_what_plain_python_makes_of_it(seed):
    rng = np.random.default_rng(seed)
    n, periods, events = int(rng.integers(2, 9)), int(rng.integers(1, 5)), int(rng.integers(0, 9))
    keys = dyad_keys(rng.integers(0, 2**63, n).astype(np.uint64))
    given = programme(events, periods, n, rng), chances(len(keys), rng), rng.random(len(keys)) < 0.3
    for draw in (0, 17, 2**64 - 1):
        found = meetings(keys, draw, n, *given)
        for one, other in zip(found, by_hand(keys, draw, n, *given), strict=True):
            np.testing.assert_array_equal(one, other)


def test_keys_of_dyads_do_not_depend_on_the_order_of_the_actors():
    keys = np.random.default_rng(7).integers(0, 2**63, 30).astype(np.uint64)
    one, turned = dyad_keys(keys), dyad_keys(keys[::-1])
    assert len(set(one.tolist())) == 435
    assert set(one.tolist()) == set(turned.tolist())


def test_read_only_arrays_are_taken_and_not_changed():
    rng = np.random.default_rng(3)
    keys = dyad_keys(rng.integers(0, 2**63, 5).astype(np.uint64))
    given = programme(4, 2, 5, rng), chances(10, rng), np.zeros(10, dtype=bool)
    arrays = [keys, given[2], *vars(given[0]).values(), given[1].factor, given[1].trust]
    before = [each.copy() for each in arrays]
    for each in arrays:
        each.flags.writeable = False
    meetings(keys, 5, 5, *given)
    for each, old in zip(arrays, before, strict=True):
        np.testing.assert_array_equal(each, old)


def test_trust_grows_at_meetings_and_fades_in_a_period_without():
    """From .3 to .641600 by three meetings that bring a fifth each; to .541548 by a year with a half-life of two."""
    keys = dyad_keys(np.array([1, 2], dtype=np.uint64))
    three = Programme(
        first=np.array([0, 2, 4, 6], dtype=np.int64),
        present=np.array([0, 1] * 3, dtype=np.int64),
        meet=np.ones(3),
        keys=np.arange(6, dtype=np.uint64).reshape(3, 2),
        ends=np.array([3, 3], dtype=np.int64),
        period_keys=np.arange(2, dtype=np.uint64),
    )
    for enough, trusting in ((0.541547, True), (0.541549, False)):
        after = Chances(0.0, 1.0, np.ones(1), 0.0, np.array([0.3]), 0.2, 2**-0.5, enough)
        _, trust = meetings(keys, 0, 2, three, after, np.zeros(1, dtype=bool))
        assert trust[:, 0].tolist() == [False, True, trusting]
    met = Chances(0.0, 1.0, np.ones(1), 0.0, np.array([0.3]), 0.2, 2**-0.5, 0.641601)
    assert not meetings(keys, 0, 2, three, met, np.zeros(1, dtype=bool))[1].any()


def test_trust_of_exactly_what_is_enough_is_trust():
    keys = dyad_keys(np.array([1, 2], dtype=np.uint64))
    nothing = Programme(
        first=np.zeros(1, dtype=np.int64),
        present=np.zeros(0, dtype=np.int64),
        meet=np.zeros(0),
        keys=np.zeros((0, 2), dtype=np.uint64),
        ends=np.zeros(1, dtype=np.int64),
        period_keys=np.arange(1, dtype=np.uint64),
    )
    given = Chances(0.5, 0.5, np.ones(1), 0.5, np.full(1, 0.5), 0.5, 0.5, 0.5)
    assert given.enough == given.trust[0]
    _, trusting = meetings(keys, 0, 2, nothing, given, np.zeros(1, dtype=bool))
    assert trusting.all()
