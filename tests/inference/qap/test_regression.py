"""MRQAP: R's values, sizes of the tests, groups, several networks, two modes, unknown dyads."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.examples import examples

KNOKE, FLORENTINE, DAVIS = (sc.load_dataset(name) for name in ("knoke", "florentine", "davis"))
P = sc.predictors
MONEY = ["information", P.same("sector"), P.sender("rating"), P.receiver("rating")]


def assert_p(found, column, expected, draws):
    """P-values of R are shares of permutations themselves; both vary."""
    p = found.to_frame()[column].to_numpy()
    expected = np.asarray(expected)
    error = np.sqrt(np.maximum(expected * (1 - expected), 0.001) * (1 / draws + 1 / found.draws))
    assert (np.abs(p - expected) <= 4.5 * error).all(), (p, expected)


def test_double_semi_partialling_in_indianapolis():
    """R sna 2.7, netlm(nullhyp="qapspp", reps=2000) of the data that are shipped here."""
    found = sc.mrqap(KNOKE, "money", MONEY, draws=2_000, rng=7)
    assert_p(found, "p_two_sided", [0.0665, 0.2190, 0.1615, 0.0235, 0.3570], 2_000)
    assert_p(found, "p_greater", [0.9565, 0.8805, 0.0890, 0.0100, 0.1685], 2_000)
    assert_p(found, "p_less", [0.0435, 0.1195, 0.9110, 0.9900, 0.8315], 2_000)


def test_permuting_the_outcome_in_indianapolis():
    """R sna 2.7, netlm(nullhyp="qapy", reps=2000)."""
    found = sc.mrqap(KNOKE, "money", MONEY, permute="y", draws=2_000, rng=7)
    assert_p(found, "p_two_sided", [0.1525, 0.2110, 0.1865, 0.0165, 0.3350], 2_000)


def test_a_logit_in_indianapolis():
    """R sna 2.7, netlogit(nullhyp="qapspp", reps=300)."""
    found = sc.mrqap(KNOKE, "money", MONEY, family="logit", draws=300, rng=7)
    assert_p(found, "p_two_sided", [0.01, 0.1633, 0.1167, 0.0367, 0.3067], 300)


def test_marriages_in_florence():
    """R sna 2.7, mode="graph": netlm (2,000 permutations) and netlogit (1,000)."""
    explained = ["business", P.difference("wealth")]
    linear = sc.mrqap(FLORENTINE, "marriage", explained, draws=2_000, rng=7)
    assert_p(linear, "p_two_sided", [0.793, 0.0005, 0.0015], 2_000)
    by_y = sc.mrqap(FLORENTINE, "marriage", explained, permute="y", draws=2_000, rng=7)
    assert_p(by_y, "p_two_sided", [1.0, 0.0005, 0.0055], 2_000)
    logit = sc.mrqap(FLORENTINE, "marriage", explained, family="logit", permute="y", draws=500, rng=7)
    assert_p(logit, "p_two_sided", [0.001, 0.0, 0.004], 1_000)


def nobody_tied(n):
    return sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{place}" for place in range(n)]}))


def with_hubs(rng, n):
    """Numbers of dyads that depend on their actors."""
    return rng.normal(size=(n, 1)) + rng.normal(size=(1, n)) + 0.5 * rng.normal(size=(n, n))


def rejected(permute, runs, rng):
    """How often a predictor without a part in y is found to have one at 10 %, though it goes with one that has.

    Permuting y mixes what depends on the actors with what does not, and so takes the one for the other.
    """
    n, cluster, found = 14, nobody_tied(14), 0
    for _ in range(runs):
        cause = rng.normal(size=(n, n))
        idle = with_hubs(rng, n) + 0.5 * cause
        y = 5 * cause + with_hubs(rng, n)
        explained = {"cause": P.matrix(cause), "idle": P.matrix(idle)}
        result = sc.mrqap(cluster, y, explained, permute=permute, draws=49, rng=rng)
        found += result.to_frame().loc["idle", "p_two_sided"] <= 0.1
    return found / runs


def test_it_keeps_its_size_where_predictors_go_together_and_actors_differ():
    """Dekker, Krackhardt and Snijders (2007): double semi-partialling does, permuting y does not."""
    runs = examples(150, 1_000)
    size = rejected("dsp", runs, np.random.default_rng(1))
    assert size == pytest.approx(0.1, abs=0.02 + 3 * np.sqrt(0.09 / runs))
    assert rejected("y", runs, np.random.default_rng(1)) > size + 0.1


def test_p_is_uniform_without_any_relation():
    rng, cluster, p = np.random.default_rng(3), nobody_tied(12), []
    for _ in range(examples(150, 1_000)):
        y, x, z = (with_hubs(rng, 12) for _ in range(3))
        found = sc.mrqap(cluster, y, {"x": P.matrix(x), "z": P.matrix(z)}, draws=99, rng=rng)
        p.append(found.to_frame().loc["x", "p_two_sided"])
    levels = np.array([0.1, 0.25, 0.5, 0.75])
    shares = (np.array(p)[:, None] <= levels).mean(axis=0)
    assert (np.abs(shares - levels) <= 0.02 + 4 * np.sqrt(levels * (1 - levels) / len(p))).all(), shares


def test_only_actors_of_one_group_change_places():
    found = sc.mrqap(KNOKE, "money", ["information", P.same("sector")], groups="sector", draws=99, rng=7)
    assert "within their groups" in repr(found) or found.is_exact
    drawn = found.drawn[:, 2]
    assert np.nanstd(drawn) < np.nanstd(sc.mrqap(KNOKE, "money", ["information", P.same("sector")], rng=7).drawn[:, 2])


def test_several_networks_are_one_regression_with_a_level_each():
    networks = [KNOKE.select(actors=list(KNOKE.labels[:6])), KNOKE.select(actors=list(KNOKE.labels[3:]))]
    found = sc.mrqap(networks, "money", ["information", P.sender("rating")], draws=49, rng=7)
    y, X = [], []
    for place, each in enumerate(networks):
        n = each.n_actors
        off = ~np.eye(n, dtype=bool)
        y.append(each.matrix("money").toarray()[off])
        sent = np.repeat(each.actors["rating"].to_numpy()[:, None], n, axis=1)[off]
        level = np.zeros((off.sum(), 2))
        level[:, place] = 1
        X.append(np.column_stack([level, each.matrix("information").toarray()[off], sent]))
    expected, *_ = np.linalg.lstsq(np.concatenate(X), np.concatenate(y), rcond=None)
    np.testing.assert_allclose(found.to_frame()["estimate"], expected)
    assert found.networks == 2
    named = sc.mrqap({"one": networks[0], "other": networks[1]}, "money", ["information"], draws=9, rng=7)
    assert named.to_frame().index[:2].tolist() == ["network: one", "network: other"]
    assert "2 networks, each of which has a level of its own" in named.sentences()[1]


def test_a_list_of_graphs_and_what_is_wrong_in_one_of_them():
    kite = sc.to_networkx(sc.load_dataset("kite"))
    degree = {name: sc.degree(sc.load_dataset("kite")) for name in "12"}
    near = P.matrix({name: np.add.outer(each.to_numpy(), each.to_numpy()) for name, each in degree.items()})
    found = sc.mrqap([kite, kite], sc.load_dataset("kite").tie_layers[0], near, draws=9, rng=7)
    assert (found.networks, found.dyads) == (2, 90)
    with pytest.raises(InputError, match=r"^one, .*no layer of this cluster"):
        sc.mrqap({"other": KNOKE, "one": FLORENTINE}, "money", ["information"], rng=7)


def test_actors_and_groups():
    size = pd.Series(np.arange(18.0), DAVIS.labels, name="size")
    rng = np.random.default_rng(1)
    found = sc.mrqap(DAVIS, "attends", {"own": P.sender(size), "told": rng.normal(size=(18, 14))}, draws=99, rng=7)
    assert (found.two_mode, found.dyads) == (True, 252)
    assert "252 pairs of an actor and a group" in repr(found)


def test_unknown_dyads_are_left_out_and_never_taken_for_no_tie():
    layers = {"tie": {"directed": True}}
    tables = KNOKE.layer("money").to_tables()
    ties = tables.ties.assign(layer="tie")
    unknown = pd.DataFrame({"source": ["COUN", "EDUC"], "target": ["COMM", "WEST"], "layer": "tie"})
    told = set(zip(ties["source"], ties["target"], strict=True))
    assert not told & set(zip(unknown["source"], unknown["target"], strict=True))
    explained = [P.same("sector"), P.sender("rating")]
    known = sc.Cluster.from_tables(tables.actors, ties, layers=layers)
    open_dyads = sc.Cluster.from_tables(tables.actors, ties, layers=layers, unknown=unknown)
    usual = sc.mrqap(known, "tie", explained, draws=49, rng=7)
    found = sc.mrqap(open_dyads, "tie", explained, draws=49, rng=7)
    assert (usual.dyads, found.dyads) == (90, 88)
    assert "2 unknown dyads were left out." in repr(found)
    y = known.matrix("tie").toarray()
    y[0, 1] = y[known.labels.index("EDUC"), known.labels.index("WEST")] = np.nan
    by_matrix = sc.mrqap(known, y, explained, draws=49, rng=7)
    pd.testing.assert_frame_equal(found.to_frame(), by_matrix.to_frame())
    assert (found.to_frame()["estimate"] != usual.to_frame()["estimate"]).all()


def test_neither_the_order_of_actors_nor_of_predictors_matters_to_coefficients():
    usual = sc.mrqap(KNOKE, "money", MONEY, draws=9, rng=7).to_frame()["estimate"]
    turned = KNOKE.select(actors=list(KNOKE.labels[::-1]))
    other = sc.mrqap(turned, "money", MONEY[::-1], draws=9, rng=7).to_frame()["estimate"]
    pd.testing.assert_series_equal(other.reindex(usual.index), usual)


def test_more_draws_until_they_are_enough():
    draws = sc.Draws(5_000, tolerance={"same: sector": 0.05})
    found = sc.mrqap(KNOKE, "money", MONEY, draws=draws, rng=7)
    assert found.draws < 5_000
    assert found.to_frame().loc["same: sector", "error"] <= 0.05


def test_what_is_kept_on_disk_is_gone_on_with(tmp_path):
    usual = sc.mrqap(KNOKE, "money", MONEY, draws=600, rng=7)
    sc.mrqap(KNOKE, "money", MONEY, draws=sc.Draws(512, checkpoint=tmp_path), rng=7)
    kept = sorted(tmp_path.glob("draws-*"))
    assert kept
    found = sc.mrqap(KNOKE, "money", MONEY, draws=sc.Draws(600, checkpoint=tmp_path), rng=7)
    assert len(list(tmp_path.glob("draws-*"))) > len(kept)
    pd.testing.assert_frame_equal(found.to_frame(), usual.to_frame())
    with pytest.raises(InputError, match="another question"):
        sc.mrqap(KNOKE, "money", MONEY, draws=sc.Draws(600, checkpoint=tmp_path), rng=8)


def test_residuals_are_of_linear_regressions_only():
    with pytest.raises(InputError, match="permute='dsp'"):
        sc.mrqap(KNOKE, "money", MONEY, permute="freedman-lane", family="logit", rng=7)


def test_it_names_the_argument_that_is_wrong():
    with pytest.raises(InputError, match="argument 'y': must be the name of a layer"):
        sc.mrqap(KNOKE, 7, MONEY, rng=7)
    with pytest.raises(InputError, match="there is no network"):
        sc.mrqap({}, "money", MONEY, rng=7)
