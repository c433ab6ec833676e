"""What draws of a network answer, by hand; the measures are audited in whatif/engine/test_ensembles.py."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.measures.ensembles.draws_of_network import DrawsOfNetwork
from socluster.measures.ensembles.network_of_draws import NetworkOfDraws


@pytest.fixture(params=[False, True], ids=["numpy", "loops"])
def path(request):
    """a - b - c, of which the second tie is there in the second draw only, and d alone."""
    ties = pd.DataFrame({"source": list("ab"), "target": list("bc"), "weight": [1.0, 3.0]})
    actors = pd.DataFrame({"actor": list("abcd"), "sector": list("xxyy")})
    network = NetworkOfDraws(Cluster.from_tables(actors, ties), None, np.array([1]))
    return DrawsOfNetwork(network, np.array([[False], [True]]), compiled=request.param)


def test_ties_and_paths(path):
    assert len(path) == 2
    assert path.arcs.tolist() == [2, 4] == path.mutual.tolist()
    assert path.contacts("in").tolist() == [[1, 1, 0, 0], [1, 2, 1, 0]]
    assert path.strengths("all").tolist() == [[1, 1, 0, 0], [1, 4, 3, 0]]
    assert path.by_distance.tolist() == [[0, 2, 0, 0, 0], [0, 4, 2, 0, 0]]
    assert path.carried.tolist() == [[0, 0, 0, 0], [0, 2, 0, 0]]
    assert path.reach("out")[1].tolist() == [[1, 1, 0, 0], [3, 2, 3, 0]]
    assert [each.tolist() for each in path.pieces] == [[3, 2], [2, 6]]
    assert [each.tolist() for each in path.across("sector", either_way=True)] == [[0, 2], [2, 4]]
    assert [each.tolist() for each in path.triples(either_way=False)] == [[0, 0], [0, 2]]


def test_holes_roles_and_spectra(path):
    np.testing.assert_allclose(path.constraint(weighted=True)[1], [1, 0.0625 + 0.5625, 1, np.nan])
    np.testing.assert_allclose(path.constraint(weighted=False)[1], [1, 0.5, 1, np.nan])
    np.testing.assert_allclose(path.effective_size(weighted=True), [[1, 1, np.nan, np.nan], [1, 2, 1, np.nan]])
    np.testing.assert_allclose(path.hierarchy(weighted=False), [[np.nan] * 4, [np.nan, 0, np.nan, np.nan]], atol=1e-12)
    assert path.roles("sector")[1, 1].tolist() == [0, 0, 1, 1, 0]
    root = np.sqrt(2)
    natural = [np.log((np.e + 1 / np.e + 2) / 4), np.log((np.exp(root) + np.exp(-root) + 2) / 4)]
    np.testing.assert_allclose(path.natural, natural)
    assert path.algebraic.tolist() == [0, 0]
