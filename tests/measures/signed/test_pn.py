import numpy as np
import pytest
from hypothesis import given

from socluster.measures.signed.pn import pn_centrality
from tests.measures.signed.signed_samples import LAYERS, TEN, sign_matrices, signed_cluster
from tests.measures.ucinet_samples import PRINTED_ISO, iso

# Printed by pn_index of R's signnet for these ten.
SIGNNET = [0.9009747, 0.8613482, 0.9076997, 0.8613482, 0.8410658, 0.8496558, 0.8617321, 0.9015909, 0.8509848, 0.9072930]


def literal(signs, direction):
    n = len(signs)
    a, one, eye = signs + (signs < 0) * signs, np.ones(n), np.eye(n)
    f = 1 / (2 * (n - 1))
    if direction == "all":
        return np.linalg.solve(eye - f * a, one)
    a = a if direction == "out" else a.T
    return np.linalg.solve(eye - f**2 * a @ a.T, (eye + f * a) @ one)


def test_the_ten_of_everett_and_borgatti():
    assert pn_centrality(signed_cluster(TEN), **LAYERS).tolist() == pytest.approx(SIGNNET, abs=5e-7)


def test_without_negative_ties_as_ucinet_prints_it():
    found = pn_centrality(iso().with_layer("against"), positive="tie", negative="against")
    assert found.tolist() == pytest.approx(PRINTED_ISO["PN"], rel=3e-6)


@given(sign_matrices(directed=False, least=3))
def test_without_direction_it_solves_the_equation(signs):
    cluster = signed_cluster(signs)
    assert pn_centrality(cluster, **LAYERS).tolist() == pytest.approx(literal(signs, "all").tolist())


@pytest.mark.parametrize("direction", ["out", "in"])
@given(signs=sign_matrices(directed=True, least=3))
def test_along_directed_ties_it_solves_the_equations(direction, signs):
    if (signs + np.eye(len(signs)) < 0).sum() == len(signs) * (len(signs) - 1):
        return
    cluster = signed_cluster(signs, directed=True)
    found = pn_centrality(cluster, **LAYERS, direction=direction)
    assert found.tolist() == pytest.approx(literal(signs, direction).tolist())


def test_all_against_all_has_no_solution_along_ties():
    foes = np.eye(3, dtype=int) - 1
    cluster = signed_cluster(foes)
    assert pn_centrality(cluster, **LAYERS).tolist() == pytest.approx([0.5] * 3)
    assert pn_centrality(cluster, **LAYERS, direction="out").isna().all()
    assert pn_centrality(cluster.without_actor("C"), **LAYERS).isna().all()


def test_an_isolate_has_one():
    signs = np.zeros((3, 3), dtype=int)
    signs[0, 1] = signs[1, 0] = 1
    cluster = signed_cluster(signs)
    assert pn_centrality(cluster, **LAYERS)["C"] == 1
    assert pn_centrality(cluster.select(actors=["C"]), **LAYERS).tolist() == [1]
