from itertools import combinations, permutations, product

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.ego.brokerage import brokered_pairs
from socluster._kernels.ego.brokerage_draws import with_total
from socluster._kernels.ego.brokerage_moments import moments_of_actors, moments_of_whole

# Knoke's information network, partition GOV 3, NON 3, WEL 4; the graph-level sd of R's sna 2.7, printed by it
KNOKE_SIZES, KNOKE_DENSITY = [3, 3, 4], 49 / 90
EXPECTED = [4.861, 21.066, 21.066, 21.066, 29.168, 97.226]
SD_EXACT = [2.056, 7.416, 5.356, 5.356, 5.378, 11.385]
SD_SNA = [2.354, 7.416, 6.313, 6.313, 5.378, 12.485]


def every_network(group, p, *, directed):
    """Mean and variance over all networks of so many actors, each with its probability."""
    n = len(group)
    dyads = list(permutations(range(n), 2) if directed else combinations(range(n), 2))
    powers = np.zeros((2, n, 6)), np.zeros((2, 6))
    for chosen in product([0, 1], repeat=len(dyads)):
        table = np.zeros((n, n))
        for is_tied, (a, b) in zip(chosen, dyads, strict=True):
            table[a, b] = is_tied
        ties = sparse.csr_array(table if directed else table + table.T)
        chance = p ** sum(chosen) * (1 - p) ** (len(dyads) - sum(chosen))
        roles = with_total(brokered_pairs(ties, np.array(group)), once=not directed)
        for power in (1, 2):
            powers[0][power - 1] += chance * roles**power
            powers[1][power - 1] += chance * roles.sum(axis=0) ** power
    return [(first, second - first**2) for first, second in powers]


@pytest.mark.parametrize(
    ("group", "directed"),
    [([0, 0, 0, 1], True), ([0, 1, 1, 2], True), ([0, 0, 1, 2, 2], False), ([0, 0, 0, 1, 1], False)],
)
def test_moments_are_those_over_all_networks(group, directed):
    of_actors, of_whole = every_network(group, 0.4, directed=directed)
    sizes = np.bincount(group)
    for found, expected in zip(moments_of_actors(sizes, 0.4, directed=directed), of_actors, strict=True):
        assert found[group] == pytest.approx(expected)
    for found, expected in zip(moments_of_whole(sizes, 0.4, directed=directed), of_whole, strict=True):
        assert found == pytest.approx(expected)


def test_moments_of_knoke():
    mean, variance = moments_of_whole(np.array(KNOKE_SIZES), KNOKE_DENSITY, directed=True)
    assert mean == pytest.approx(EXPECTED, abs=5e-4)
    assert np.sqrt(variance) == pytest.approx(SD_EXACT, abs=5e-4)
    mean, variance = moments_of_whole(np.array(KNOKE_SIZES), KNOKE_DENSITY, directed=True, like_sna=True)
    assert mean == pytest.approx(EXPECTED, abs=5e-4)
    assert np.sqrt(variance) == pytest.approx(SD_SNA, abs=5e-4)


def test_actors_add_up_to_the_whole():
    mean = moments_of_actors(np.array(KNOKE_SIZES), KNOKE_DENSITY, directed=True)[0]
    assert np.array(KNOKE_SIZES) @ mean == pytest.approx(EXPECTED, abs=5e-4)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("p", [0.0, 1.0])
@pytest.mark.parametrize("sizes", [[], [1], [2], [1, 1], [3, 2]])
def test_nothing_varies_without_chance(sizes, p, directed):
    for function in (moments_of_actors, moments_of_whole):
        mean, variance = function(np.array(sizes, dtype=int), p, directed=directed)
        assert (np.abs(mean) == 0).all()
        assert (np.abs(variance) == 0).all()
