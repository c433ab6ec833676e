"""Where a newcomer is, and which distances are longer than the way over it."""

import numpy as np
import pytest

from socluster._kernels.joining.loops_pairs import NOWHERE, approach, joins_others, longer_than
from socluster._kernels.joining.paths import path_state
from tests._kernels.networks import path, random_network


@pytest.fixture(params=["pieces", "path", "wide"])
def state(request):
    ties = {
        "pieces": random_network(60, 45, directed=False, isolates=5),
        "path": path(40),
        "wide": random_network(150, 400, directed=False),
    }[request.param]
    return path_state(ties, counts=False)


def arrived(state, partners):
    """What `approach` fills in for a newcomer with these partners."""
    longest = state.farthest.max()
    away = np.empty(state.distances.shape[1], np.uint16)
    rows, levels = np.zeros(len(state.part), np.uint32), np.empty(longest + 4, np.int64)
    deepest = approach(state.distances, state.part, state.part_starts, np.array(partners), away, rows, levels)
    return deepest, away, rows, levels


def steps_to(state, partners):
    """By the table of distances; infinite where the newcomer is not."""
    n = len(state.part)
    known = state.distances[:, :n].astype(float)
    known[state.part[:, None] != state.part] = np.inf
    return known[partners].min(axis=0, initial=np.inf) + 1


@pytest.mark.parametrize("partners", [[0], [3, 30], [0, 1, 2, 39]])
def test_how_far_everybody_is(state, partners):
    deepest, away, rows, levels = arrived(state, partners)
    steps = steps_to(state, partners)
    n = len(steps)
    assert away[:n].tolist() == np.where(np.isinf(steps), NOWHERE, steps).tolist()
    assert (away[n:] == NOWHERE).all()
    assert deepest == steps[np.isfinite(steps)].max()
    assert levels[-1] == np.isfinite(steps).sum()
    for distance in range(1, deepest + 1):
        found = rows[levels[distance] : levels[distance + 1]]
        assert sorted(found.tolist()) == np.flatnonzero(steps == distance).tolist()


def test_without_partners_nobody_is_reached(state):
    deepest, away, _, levels = arrived(state, np.zeros(0, dtype=np.int64))
    assert (deepest, levels[-1]) == (0, 0)
    assert (away == NOWHERE).all()


def test_parts_that_are_joined_to_others(state):
    partners = [0, len(state.part) // 2]
    _, away, _, levels = arrived(state, partners)
    steps = steps_to(state, partners)
    reached = set(state.part[partners].tolist())
    elsewhere = np.zeros(state.farthest.max() + 2, np.int64)
    for part, (begin, end) in enumerate(zip(state.part_starts[:-1], state.part_starts[1:], strict=True)):
        joins = joins_others(away, begin, end, levels, elsewhere)
        assert joins == (part in reached and len(reached) > 1)
        if joins:
            others = steps[(state.part != part) & np.isfinite(steps)].astype(int)
            assert elsewhere.tolist() == np.bincount(others, minlength=len(elsewhere)).tolist()


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_which_distances_are_longer_than_the_way_over_the_newcomer(state, steps):
    _, away, _, _ = arrived(state, [0, 7])
    found = np.empty(len(state.part), np.uint32)
    for row in range(0, len(state.part), 5):
        begin, end = state.part_starts[state.part[row] : state.part[row] + 2]
        if away[row] == NOWHERE:
            continue
        number = longer_than(state.distances, row, away, steps, begin, end, found)
        columns = np.arange(begin, end)
        longer = state.distances[row, begin:end].astype(int) > away[begin:end].astype(int) + steps
        assert sorted(found[:number].tolist()) == columns[longer].tolist()
