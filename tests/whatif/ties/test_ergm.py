import pickle

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

import socluster as sc
from socluster.whatif.ties import Ergm
from tests.whatif.ties.tie_samples import expected, frequencies

FAMILIES = sc.load_dataset("florentine").layer("marriage")
WEALTH = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.nodecov("wealth")])
CLOSING = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.gwesp(0.5)], rng=7)


def joined(wealth=60):
    return FAMILIES.with_actor("Fugger", wealth=wealth)


def test_of_independent_dyads_it_is_a_logistic_function_with_the_offset_of_size():
    ties = Ergm(WEALTH).fit(joined(), "Fugger", "marriage")
    assert ties.independent
    assert ties.offset == pytest.approx(-np.log(17 / 16))
    exact = expected(ties)
    theta = WEALTH.coefficients
    energy = theta["edges"] + theta["nodecov.wealth"] * (60 + FAMILIES.actors["wealth"]["Medici"]) + ties.offset
    assert exact["Fugger", "Medici"] == pytest.approx(expit(energy), abs=0.04)  # the mean over coefficients
    found = frequencies(ties, draws=2000)
    np.testing.assert_allclose(found, list(exact.values()), atol=0.05)


def test_with_certain_coefficients_dependent_ties_follow_the_model():
    certain = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], rng=7)
    ties = Ergm(certain).fit(joined(), "Fugger", "marriage")
    ties.__dict__["_root"] = np.zeros((2, 2))
    drawn = frequencies(ties, draws=1500)
    chain = ties.model.chain(5, dyads=np.sort(ties.dyads, axis=1))
    shifted = certain.estimate.coefficients + np.array([ties.offset, 0])
    there = np.zeros(len(ties.dyads))
    for _ in range(1500):
        chain.run(shifted, 1, thinning=120)
        there += ties.model.tied(chain.matrix, np.sort(ties.dyads, axis=1))
    np.testing.assert_allclose(drawn, there / 1500, atol=0.07)
    assert drawn.sum() == pytest.approx(there.sum() / 1500, rel=0.1)


def test_coefficients_are_drawn_anew_and_members_ties_stay():
    ties = Ergm(CLOSING).fit(joined(), "Fugger", "marriage")
    assert not ties.independent
    assert ties.stages > 0
    drawn = {tuple(ties.realised(np.full(16, 0.2), np.random.default_rng(seed))) for seed in range(20)}
    assert len(drawn) > 1
    same = [ties.realised(np.linspace(0, 0.99, 16), np.random.default_rng(3)) for _ in range(2)]
    np.testing.assert_array_equal(*same)
    assert ties.model.statistics()[0] == 20


def test_it_answers_wherever_a_model_of_ties_does():
    new = [sc.Scenario(name).with_actor(name, wealth=w).with_ties(name, Ergm(CLOSING), layer="marriage")
           for name, w in (("rich", 140), ("poor", 5))]  # fmt: skip
    outcome = sc.compare(FAMILIES, new, measures=[sc.density, sc.transitivity], draws=20, rng=7)
    assert np.isfinite(outcome.to_frame()["delta"]).all()
    assert "exponential random graph model fitted to 16 actors" in repr(outcome)
    assert sc.rank_partners(FAMILIES, new, goal=sc.density, draws=20, rng=7).to_frame().shape[0] == 2
    assert sc.plan_partners(FAMILIES, new, goals=sc.density, k=1, draws=10, rng=7) is not None


def test_the_assumption_names_the_layer_of_the_fit_also_where_the_new_ties_are_of_another():
    both = sc.load_dataset("florentine")
    model = Ergm(sc.ergm(both, [sc.terms.edges()], layer="marriage"))
    new = sc.Scenario("new").with_actor("Fugger", wealth=50).with_ties("Fugger", model, layer="business")
    said = repr(sc.compare(both, new, measures=[sc.density], draws=10, rng=7))
    assert "layer of their ties: marriage), whatever the layer of the new ties" in said
    assert "ryšių sluoksnis: " in model.assumption("lt")
    everything = Ergm(sc.ergm(both, [sc.terms.edges()]))
    assert "business" in everything.assumption()
    assert "marriage" in everything.assumption()


def test_the_same_newcomer_twice_is_tied_alike_in_every_draw():
    model = Ergm(CLOSING)
    new = [sc.Scenario(name).with_actor("x", wealth=5).with_ties("x", model, layer="marriage") for name in "ab"]
    outcome = sc.compare(FAMILIES, new, measures=[sc.density], draws=30, rng=7).to_frame()
    assert outcome.loc[("a", "density"), "delta"] == outcome.loc[("b", "density"), "delta"]


def test_directed_ties_are_returned_as_the_model_says():
    knoke = sc.load_dataset("knoke").layer("information")
    fit = sc.ergm(knoke, [sc.terms.edges(), sc.terms.mutual()])
    ties = Ergm(fit).fit(knoke.with_actor("NEW"), "NEW", "information")
    assert len(ties.sources) == 20
    there = np.array(
        [ties.realised(u, np.random.default_rng(k)) for k, u in enumerate(np.random.default_rng(1).random((800, 20)))]
    )
    out, back = there[:, :10], there[:, 10:]
    together = (out & back).mean()
    assert together > out.mean() * back.mean() + 0.03


@pytest.mark.parametrize(
    ("fit", "word"),
    [
        (lambda: sc.ergm(sc.load_dataset("davis"), [sc.terms.edges()]), "two modes"),
        (lambda: sc.ergm(FAMILIES, [sc.terms.triangle()], constraint="edges", rng=1), "constraint"),
        (lambda: sc.ergm(sc.load_dataset("knoke"), [sc.terms.edges()], layer="information"), "directed"),
    ],
)
def test_models_that_do_not_fit_are_refused(fit, word):
    with pytest.raises(sc.InputError, match=word):
        Ergm(fit()).fit(joined(), "Fugger", "marriage")


def test_what_the_newcomer_lacks_is_named():
    with pytest.raises(sc.InputError, match="Fugger"):
        Ergm(WEALTH).fit(FAMILIES.with_actor("Fugger"), "Fugger", "marriage")
    actors = pd.DataFrame({"actor": list("abcdef"), "kind": list("xxyyxy")})
    ties = pd.DataFrame({"source": list("abcda"), "target": list("bcdef")})
    town = sc.Cluster.from_tables(actors, ties)
    fit = sc.ergm(town, [sc.terms.edges(), sc.terms.nodefactor("kind")])
    with pytest.raises(sc.InputError, match=r"no coefficient of .nodefactor\.kind\.z"):
        Ergm(fit).fit(town.with_actor("n", kind="z"), "n", "tie")


def test_it_needs_a_fit_and_prints_its_terms():
    with pytest.raises(sc.InputError, match="fitted model"):
        Ergm("edges")
    assert repr(Ergm(WEALTH)) == "Ergm(edges, nodecov.wealth)"
    assert Ergm(WEALTH).assumption("lt") != Ergm(WEALTH).assumption("en")
    assert pickle.loads(pickle.dumps(Ergm(WEALTH))).assumption() == Ergm(WEALTH).assumption()


def test_it_cannot_be_written_and_says_so(tmp_path):
    new = sc.Scenario("new").with_actor("n", wealth=5).with_ties("n", Ergm(WEALTH), layer="marriage")
    with pytest.raises(sc.InputError, match="Ergm"):
        sc.write_scenarios([new], tmp_path / "scenarios.json")


def test_how_often_ties_are_returned_is_not_said_to_follow_from_a_rate():
    knoke = sc.load_dataset("knoke").layer("information")
    model = Ergm(sc.ergm(knoke, [sc.terms.edges(), sc.terms.mutual()]))
    new = sc.Scenario("new").with_actor("NEW").with_ties("NEW", model, layer="information")
    told = " ".join(sc.compare(knoke, new, measures=[sc.reciprocity], draws=20, rng=1).sentences())
    assert "returned as often" not in told


def test_a_newcomer_where_nearly_all_ties_are_returned_gets_as_many_as_the_model_says():
    """Five groups of four, all ties returned but one: one by one, the two ties of a pair would hardly ever begin."""
    ties = [(f"a{g}{i}", f"a{g}{j}") for g in range(5) for i in range(4) for j in range(4) if i != j][1:]
    town = sc.as_cluster(ties, directed=True)
    fit = sc.ergm(town, [sc.terms.edges(), sc.terms.mutual()])
    fitted = Ergm(fit).fit(town.with_actor("new"), "new", town.tie_layers[0])
    uniforms = np.random.default_rng(1).random((1500, len(fitted.sources)))
    drawn = fitted.realised_of_draws(uniforms, np.random.default_rng(2)).sum(axis=1)
    alone, both = (np.random.default_rng(3).multivariate_normal(fit.coefficients, fit.covariance, 20_000)).T
    one = np.exp(alone - np.log(21 / 20))
    two = one**2 * np.exp(both)
    expected = 20 * (2 * (one + two) / (1 + 2 * one + two)).mean()
    assert drawn.mean() == pytest.approx(expected, abs=4 * drawn.std() / np.sqrt(len(drawn)))
