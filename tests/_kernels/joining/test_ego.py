"""What one more actor changes around everybody, against counting anew."""

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from socluster._kernels.ego.holes import Holes, holes
from socluster._kernels.joining.ego import (
    ego_state,
    joined_constraint,
    joined_contacts,
    joined_effective_size,
    joined_hierarchy,
    joined_holes,
    joined_strength,
    joined_triangles,
    newcomer_holes,
)
from tests._kernels.joining.joining_cases import cases, in_another_order, joined, many, ragged, relabelled, symmetric

TOLERANCE = {"rel": 1e-9, "abs": 1e-9, "nan_ok": True}

ALL = (joined_constraint, joined_effective_size, joined_hierarchy, joined_strength)


def everything(strength, *candidates):
    state = ego_state(strength)
    return [*joined_holes(state, *candidates), *(each(state, *candidates) for each in ALL)]


@given(cases())
def test_all_is_as_counted_anew(case):
    state = ego_state(case[0])
    found, of_x = joined_holes(state, *case[1:]), newcomer_holes(state, *case[1:])
    for name in Holes._fields:
        assert getattr(found, name).shape == (len(case[1]) - 1, case[0].shape[0] + 1)
        assert getattr(of_x, name).shape == (len(case[1]) - 1,)
    for candidate in range(len(case[1]) - 1):
        wanted = holes(joined(*case, candidate), directed=False)
        for name in Holes._fields:
            assert getattr(found, name)[candidate] == pytest.approx(getattr(wanted, name), **TOLERANCE), name
            assert getattr(of_x, name)[candidate] == pytest.approx(getattr(wanted, name)[-1], **TOLERANCE), name


@given(cases())
def test_networkx_says_the_same(case):
    state = ego_state(case[0])
    found = joined_holes(state, *case[1:])
    triangles, wedges = joined_triangles(state, *case[1:3])
    for candidate in range(len(case[1]) - 1):
        graph = nx.from_scipy_sparse_array(joined(*case, candidate))
        actors = list(graph)
        constraint = nx.constraint(graph, weight="weight")
        size = nx.effective_size(graph, nodes=actors, weight="weight")
        assert found.constraint[candidate] == pytest.approx([constraint[actor] for actor in actors], **TOLERANCE)
        assert found.effective_size[candidate] == pytest.approx([size[actor] for actor in actors], **TOLERANCE)
        assert found.hierarchy[candidate] == pytest.approx([hierarchy(graph, actor) for actor in actors], **TOLERANCE)
        assert found.triangles[candidate].tolist() == list(nx.triangles(graph).values())
        transitivity = 3 * triangles[candidate] / max(wedges[candidate], 1)
        assert transitivity == pytest.approx(nx.transitivity(graph), **TOLERANCE)


def hierarchy(graph, actor):
    """How unevenly the constraint is spread, as Burt writes it."""
    dyadic = np.array([nx.local_constraint(graph, actor, other, weight="weight") for other in graph[actor]])
    if len(dyadic) < 2:
        return np.nan
    ratio = dyadic / dyadic.mean()
    return (ratio * np.log(ratio)).sum() / (len(dyadic) * np.log(len(dyadic)))


@pytest.mark.parametrize("weighted", [False, True])
def test_larger_networks_are_as_igraph_says(weighted):
    case = many(260, 1500, 12, weighted=weighted, most=30)
    state = ego_state(case[0])
    found, constraint = joined_holes(state, *case[1:]), joined_constraint(state, *case[1:])
    triangles, wedges = joined_triangles(state, *case[1:3])
    for candidate in range(12):
        network = joined(*case, candidate)
        graph = igraph.Graph.Weighted_Adjacency(network.toarray().tolist(), mode="undirected", attr="weight")
        assert constraint[candidate] == pytest.approx(np.array(graph.constraint(weights="weight")), **TOLERANCE)
        assert 3 * triangles[candidate] / wedges[candidate] == pytest.approx(graph.transitivity_undirected())
        wanted = holes(network, directed=False)
        for name in Holes._fields:
            assert getattr(found, name)[candidate] == pytest.approx(getattr(wanted, name), **TOLERANCE), name


@given(cases())
def test_degree_and_strength_are_sums_of_the_joined_network(case):
    state = ego_state(case[0])
    contacts, strength = joined_contacts(state, *case[1:3]), joined_strength(state, *case[1:])
    assert contacts.dtype == np.int64
    for candidate in range(len(case[1]) - 1):
        network = joined(*case, candidate)
        assert contacts[candidate].tolist() == np.diff(network.indptr).tolist()
        assert strength[candidate] == pytest.approx(network.sum(axis=1))


def test_whoever_asks_for_one_value_gets_the_same_as_whoever_asks_for_all():
    strength, *candidates = many(70, 300, 40)
    state = ego_state(strength)
    found = joined_holes(state, *candidates)
    assert joined_constraint(state, *candidates).tobytes() == found.constraint.tobytes()
    assert joined_effective_size(state, *candidates).tobytes() == found.effective_size.tobytes()
    assert joined_hierarchy(state, *candidates).tobytes() == found.hierarchy.tobytes()
    assert joined_contacts(state, *candidates[:2]).tobytes() == found.contacts.tobytes()
    assert joined_triangles(state, *candidates[:2])[0].tolist() == (found.triangles.sum(axis=1) // 3).tolist()


# -- by hand ----------------------------------------------------------------------------------------------------------


def test_a_third_who_joins_a_pair_closes_a_triangle():
    state = ego_state(symmetric(2, {(0, 1): 1.0}))
    found = joined_holes(state, *ragged([{0: 1.0, 1: 1.0}, {0: 1.0}, {}]))
    assert found.contacts.tolist() == [[2, 2, 2], [2, 1, 1], [1, 1, 0]]
    assert found.triangles.tolist() == [[1, 1, 1], [0, 0, 0], [0, 0, 0]]
    constraint = np.array([[1.125, 1.125, 1.125], [0.5, 1, 1], [1, 1, np.nan]])
    assert found.constraint == pytest.approx(constraint, nan_ok=True)
    assert found.effective_size == pytest.approx(np.array([[1, 1, 1], [2, 1, 1], [1, 1, np.nan]]), nan_ok=True)


def test_a_strong_newcomer_makes_the_other_ties_of_its_partner_count_less():
    """0, 1 and 2 are tied to each other by 1; x is tied to 0 by 4: for 1, what 0 has from 2 is now a quarter of it."""
    state = ego_state(symmetric(3, {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0}))
    size = joined_effective_size(state, *ragged([{0: 4.0}]))
    assert size[0] == pytest.approx([3 - 2 / 6, 2 - (0.25 + 1) / 2, 2 - (0.25 + 1) / 2, 1])


# -- what must not matter ---------------------------------------------------------------------------------------------


def test_a_candidate_is_the_same_to_the_last_digit_whoever_stands_beside_it():
    strength, *candidates = many(80, 400, 60)
    order = np.random.default_rng(1).permutation(60)
    turned = everything(strength, *in_another_order(*candidates, order))
    for given_order, other_order in zip(everything(strength, *candidates), turned, strict=True):
        assert given_order[order].tobytes() == other_order.tobytes()
    alone = [everything(strength, *in_another_order(*candidates, [one]))[1].tobytes() for one in range(5)]
    assert alone == [row.tobytes() for row in everything(strength, *candidates)[1][:5]]


def test_names_do_not_matter():
    strength, starts, partners, strengths = many(80, 400, 30)
    new = np.random.default_rng(2).permutation(80)
    other_strength, other_partners = relabelled(strength, partners, new)
    other = everything(other_strength, starts, other_partners, strengths)
    for first, second in zip(everything(strength, starts, partners, strengths), other, strict=True):
        assert second[:, np.r_[new, 80]] == pytest.approx(first, **TOLERANCE)


@pytest.mark.parametrize("unit", [1e-100, 1e100])
def test_the_unit_of_strength_does_not_matter(unit):
    strength, starts, partners, strengths = many(60, 300, 20)
    there = joined_holes(ego_state(strength * unit), starts, partners, strengths * unit)
    for name, first, second in zip(
        Holes._fields, joined_holes(ego_state(strength), starts, partners, strengths), there, strict=True
    ):
        assert second == pytest.approx(first, **TOLERANCE), name


def test_the_number_of_threads_changes_no_digit(monkeypatch):
    strength, *candidates = many(40, 120, 9000)
    found = []
    for number in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", number)
        found.append([values.tobytes() for values in everything(strength, *candidates)])
    assert found[0] == found[1]


def test_a_table_that_is_needed_for_a_while_is_cut(monkeypatch):
    strength, *candidates = many(50, 200, 40)
    state = ego_state(strength)
    whole = joined_hierarchy(state, *candidates)
    monkeypatch.setattr("socluster._kernels.joining.ego.CELLS", 51 * 7)
    assert joined_hierarchy(state, *candidates).tobytes() == whole.tobytes()


def test_nothing_that_is_given_is_changed():
    strength, *candidates = many(50, 200, 40)
    for values in (strength.data, strength.indices, strength.indptr, *candidates):
        values.flags.writeable = False
    before = [values.copy() for values in ego_state(strength) if isinstance(values, np.ndarray)]
    state = ego_state(strength)
    joined_holes(state, *candidates)
    newcomer_holes(state, *candidates)
    after = [values for values in state if isinstance(values, np.ndarray)]
    assert [values.tobytes() for values in after] == [values.tobytes() for values in before]
