"""What is known of a network before anybody joins, against the definitions."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from socluster._kernels.ego.holes import holes
from socluster._kernels.joining.ego_state import ego_state, sums_by_actor
from tests._kernels.joining.joining_cases import cases
from tests._kernels.networks import TOLERANCE, random_network


@given(cases())
def test_everything_is_as_it_is_measured(case):
    strength = case[0]
    state = ego_state(strength)
    table = strength.toarray()
    measured = holes(strength, directed=False)
    assert state.contacts.tolist() == measured.contacts.tolist() == (table > 0).sum(axis=1).tolist()
    assert state.triangles.tolist() == measured.triangles.tolist()
    assert state.constraint == pytest.approx(measured.constraint, **TOLERANCE)
    assert state.effective_size == pytest.approx(measured.effective_size, **TOLERANCE)
    assert state.total == pytest.approx(table.sum(axis=1))
    assert state.largest == pytest.approx(table.max(axis=1, initial=0))
    assert state.per_total * state.total == pytest.approx((state.total > 0).astype(float))


def test_every_tie_stands_once_at_its_less_connected_end():
    strength = random_network(40, 120, directed=False, isolates=3)
    ties, contacts = ego_state(strength).ties, np.diff(strength.indptr)
    found = {frozenset(pair) for pair in zip(ties.near.tolist(), ties.far.tolist(), strict=True)}
    assert found == {frozenset(pair) for pair in nx.from_scipy_sparse_array(strength).edges}
    assert len(ties.own) == len(found) == strength.nnz // 2
    assert ties.own.tolist() == strength.toarray()[ties.near, ties.far].tolist()
    assert (contacts[ties.near] <= contacts[ties.far]).all()
    for actor in range(40):
        assert (ties.near[ties.begins[actor] : ties.ends[actor]] == actor).all()
    assert (ties.ends - ties.begins).sum() == len(ties.own)


def test_what_runs_between_the_ends_of_a_tie_runs_over_others_too():
    strength = random_network(40, 120, directed=False, isolates=3)
    state, table = ego_state(strength), strength.toarray()
    total = table.sum(axis=1)
    through = table + table @ np.diag(np.divide(1, total, out=np.zeros(40), where=total > 0)) @ table
    assert state.between == pytest.approx(through[state.ties.near, state.ties.far])


def test_both_ends_get_their_part():
    strength = random_network(40, 120, directed=False, isolates=3)
    ties = ego_state(strength).ties
    assert sums_by_actor(ties.own, ties.own, ties) == pytest.approx(strength.sum(axis=1))
    assert sums_by_actor(ties.own, 0 * ties.own, ties).sum() == pytest.approx(strength.sum() / 2)
