import itertools

import numpy as np
import pytest

from socluster._kernels.meeting.dyads import Shared, chances


def all_ways(meet, period, periods, tied, formation, repeat, keep):
    """The chance of a tie over every way to meet, to become tied and to part."""

    def tie(way, now, h, y, place):
        if now == periods:
            return float(y)
        while place < len(meet) and period[place] == now:
            if way[place]:
                p = 1.0 if y else formation * repeat**h
                rest = tie_from(way, now, h + 1, 0, place + 1, True) if not y else 0.0
                return p * tie_from(way, now, h + 1, 1, place + 1, True) + (1 - p) * rest
            place += 1
        return tie_end(way, now, h, y, place, False)

    def tie_from(way, now, h, y, place, met):
        while place < len(meet) and period[place] == now:
            if way[place]:
                if y:
                    h += 1
                else:
                    p = formation * repeat**h
                    one, other = (tie_from(way, now, h + 1, each, place + 1, True) for each in (1, 0))
                    return p * one + (1 - p) * other
            place += 1
        return tie_end(way, now, h, y, place, met)

    def tie_end(way, now, h, y, place, met):
        if y and not met:
            return keep * tie(way, now + 1, h, 1, place) + (1 - keep) * tie(way, now + 1, h, 0, place)
        return tie(way, now + 1, h, y, place)

    total = 0.0
    for way in itertools.product([False, True], repeat=len(meet)):
        weight = np.prod([q if meets else 1 - q for q, meets in zip(meet, way, strict=True)])
        total += weight * tie(way, 0, 0, int(tied), 0)
    return total


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_sum_over_all_ways(seed):
    rng = np.random.default_rng(seed)
    events, periods = int(rng.integers(0, 6)), int(rng.integers(1, 4))
    meet, period = rng.random(events), np.sort(rng.integers(0, periods, events))
    formation, repeat, keep, factor = rng.random(4)
    for tied in (False, True):
        shared = Shared(np.array([0, events]), meet, period, np.array([tied]), periods)
        found = chances(shared, np.array([factor]), formation, repeat, keep)[0]
        assert found == pytest.approx(
            all_ways(meet, period, periods, tied, formation * factor, repeat, keep), abs=1e-12
        )


def test_a_meeting_that_adds_nothing_and_many_events():
    shared = Shared(np.array([0, 400]), np.full(400, 0.5), np.zeros(400, dtype=np.int64), np.array([False]), 1)
    assert chances(shared, np.ones(1), 0.3, 0.0, 0.5)[0] == pytest.approx(0.3)
    assert chances(shared, np.ones(1), 0.3, 1e-4, 0.5)[0] == pytest.approx(1 - 0.7 * (1 - 3e-5), abs=1e-6)
