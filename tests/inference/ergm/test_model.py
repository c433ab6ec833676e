"""Models: dyads that are free, known, unknown and fixed; samples, enumeration, and what is refused."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact import EXACT, named
from tests.inference.ergm.networks import cluster_of_matrix, two_mode_cluster

RING = np.array([[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]])
T = sc.terms


def ring(**more):
    return cluster_of_matrix(RING, directed=False, **more)


def test_dyads_are_free_known_unknown_or_fixed():
    model = model_of(ring(unknown=[(0, 2)]), [T.edges()], fixed=[("3", "0"), ("1", "3")])
    assert model.dyads.fixed.tolist() == [[0, 3], [1, 3]]
    assert model.dyads.unknown.tolist() == [[0, 2]]
    assert model.dyads.known.tolist() == [[0, 1], [1, 2], [2, 3]]
    assert model.tied().tolist() == [True, False, True, True]
    assert model.changes().shape == (4, 1)


def test_fixed_dyads_may_be_a_table():
    table = pd.DataFrame(False, list("0123"), list("0123"))
    table.loc["1", "0"] = True
    assert model_of(ring(), [T.edges()], fixed=table).dyads.fixed.tolist() == [[0, 1]]
    same = two_mode_cluster(np.eye(2, dtype=int)).with_group("0")  # a group with the name of an actor
    table = pd.DataFrame(True, ["0"], ["0"])
    assert model_of(same, [T.edges()], fixed=table).dyads.fixed.tolist() == [[0, 2]]
    table = pd.DataFrame(False, list("0123"), list("0123"))
    with pytest.raises(InputError, match="True and False"):
        model_of(ring(), [T.edges()], fixed=table.astype(int))


def test_what_is_unknown_cannot_be_held():
    with pytest.raises(InputError, match="is unknown"):
        model_of(ring(unknown=[(0, 2)]), [T.edges()], fixed=[("2", "0")])


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(InputError) as error:
        model_of(ring(), [T.edges(), T.nodecov("staff"), T.mutual(), T.b1star(2)])
    assert len(error.value.problems) == 3
    with pytest.raises(InputError, match="twice"):
        model_of(ring(), [T.edges(), T.edges()])
    for wrong in ([], "edges", ["edges"], None, [T.edges], 7):
        with pytest.raises(InputError, match=r"sc\.terms"):
            model_of(ring(), wrong)


def test_what_a_change_depends_on():
    model = model_of(cluster_of_matrix(np.triu(RING), directed=True), [T.nodecov("x"), T.mutual(), T.gwidegree(0.5)])
    assert model.dependence == ("dyad", "pair", "network")


def test_moments_and_distribution_of_ties_are_exact():
    for case in EXACT["moments"]:
        empty = cluster_of_matrix(np.zeros((case["n"],) * 2, int), directed=False, x=case["A"]["x"], g=case["A"]["g"])
        model = model_of(empty, [named(each, case["A"]) for each in case["terms"]])
        kinds, numbers = model.enumerate()
        theta = np.array(case["coef"])
        weight = numbers * np.exp(kinds @ theta)
        assert np.log(weight.sum()) == pytest.approx(case["log_constant"], abs=1e-9)
        p = weight / weight.sum()
        assert p @ kinds == pytest.approx(case["mean"], abs=1e-9)
        assert np.sqrt(p @ (kinds - p @ kinds) ** 2) == pytest.approx(case["sd"], abs=1e-9)
        ties = np.bincount(kinds[:, 0].round().astype(int), p)
        assert ties == pytest.approx(case["p_edges"], abs=1e-9)
        found, last = model.sample(theta, draws=4000, thinning=60, burn_in=1000, seed=3)
        errors = (found.mean(axis=0) - case["mean"]) / case["sd"]
        assert np.abs(errors).max() < 4 / np.sqrt(1000)
        assert model.statistics(last) == pytest.approx(found[-1])


def test_only_unknown_dyads_are_toggled_if_asked():
    model = model_of(ring(unknown=[(0, 2), (1, 3)]), [T.edges(), T.triangle()])
    found, last = model.sample([0.0, 0.0], draws=200, thinning=5, seed=1, dyads=model.dyads.unknown)
    assert set(found[:, 0]) == {4, 5, 6}
    assert (np.argwhere(last != RING)[:, 0] + 2) % 4 == pytest.approx(np.argwhere(last != RING)[:, 1])
    _, numbers = model.enumerate(dyads=model.dyads.unknown)
    assert numbers.sum() == 4


def test_fixed_dyads_stay():
    model = model_of(ring(), [T.edges()], fixed=[("0", "1"), ("0", "2")])
    for seed in range(10):
        _, last = model.sample([0.0], draws=1, thinning=50, seed=seed)
        assert last[0, 1] == 1
        assert last[0, 2] == 0


@pytest.mark.parametrize("constraint", ["edges", "degrees"])
def test_what_is_kept_stays(constraint):
    davis = sc.load_dataset("davis")
    model = model_of(davis, [T.edges(), T.cycle(4)], constraint=constraint)
    found, last = model.sample([0.0, 0.01], draws=20, thinning=200, seed=2)
    assert set(found[:, 0]) == {89}
    assert len(set(found[:, 1])) > 5
    same = [(last.sum(axis=axis) == model.observed.sum(axis=axis)).all() for axis in (0, 1)]
    assert all(same) is (constraint == "degrees")


def test_too_many_networks_are_not_listed():
    with pytest.raises(InputError, match="120 free dyads"):
        model_of(sc.load_dataset("florentine"), [T.edges()], layer="marriage").enumerate()


def test_one_actor_and_nobody():
    for n in (0, 1):
        model = model_of(cluster_of_matrix(np.zeros((n, n), int), directed=False), [T.edges(), T.isolates()])
        assert model.statistics().tolist() == [0, n]
        assert model.sample([0.0, 0.0], draws=2, thinning=3, seed=1)[0].tolist() == [[0, n]] * 2
        assert model.enumerate()[1].tolist() == [1]


def test_the_order_of_actors_does_not_matter():
    knoke = sc.load_dataset("knoke")
    turned = knoke.select(actors=list(reversed(knoke.labels)))
    terms = [T.gwesp(0.5, kind="ITP"), T.nodemix("sector"), T.ctriple(), T.odegree(2)]
    one, other = (model_of(each, terms, layer="information").statistics() for each in (knoke, turned))
    assert one == pytest.approx(other)


def test_two_modes_have_dyads_of_actors_and_groups():
    model = model_of(two_mode_cluster(np.eye(3, 2, dtype=int)), [T.edges()], fixed=[("0", "B")])
    assert model.dyads.fixed.tolist() == [[0, 1]]
    assert len(model.dyads.free) == 5
