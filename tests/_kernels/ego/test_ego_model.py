import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.ego import holes
from socluster._kernels.ego.ego_model import ego_dyadic_constraint, ego_effective_size, hierarchy_of


def around(strength, actor):
    """Who is in the ego network, the actor first, and the ties among them."""
    partners = np.flatnonzero(strength[actor] + strength[:, actor])
    circle = np.r_[actor, partners]
    return partners, sparse.csr_array(strength[np.ix_(circle, circle)])


@pytest.fixture(params=range(4))
def strength(request):
    rng = np.random.default_rng(request.param)
    table = rng.choice([0, 0, 0, 1, 2.5], size=(9, 9))
    np.fill_diagonal(table, 0)
    table[0], table[:, 0] = 0, 0
    return table


def test_every_ego_network_by_itself(strength):
    dyadic = ego_dyadic_constraint(sparse.csr_array(strength))
    size = ego_effective_size(sparse.csr_array(strength))
    hierarchy = hierarchy_of(dyadic)
    for actor in range(1, len(strength)):
        partners, ties = around(strength, actor)
        expected = holes.holes(ties)
        assert dyadic[[actor]].toarray().ravel()[partners] == pytest.approx(
            holes.dyadic_constraint(ties)[[0]].toarray().ravel()[1:]
        )
        assert size[actor] == pytest.approx(expected.effective_size[0], nan_ok=True)
        assert hierarchy[actor] == pytest.approx(expected.hierarchy[0], nan_ok=True, abs=1e-12)


def test_nobody_and_nothing(strength):
    assert np.isnan(ego_effective_size(sparse.csr_array(strength))[0])
    assert ego_dyadic_constraint(sparse.csr_array((3, 3))).nnz == 0
    assert np.isnan(hierarchy_of(sparse.csr_array((3, 3)))).all()
    assert ego_effective_size(sparse.csr_array((0, 0))).tolist() == []
