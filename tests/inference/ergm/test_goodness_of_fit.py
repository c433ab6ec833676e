import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.inference.ergm.features import Features
from socluster.inference.ergm.goodness_of_fit import SimulatedFeatures
from socluster.inference.ergm.model import model_of

KNOKE = sc.load_dataset("knoke")
FIT = sc.ergm(KNOKE, [sc.terms.edges(), sc.terms.mutual()], layer="information")


def test_the_models_own_statistics_are_in_the_middle():
    table = FIT.goodness_of_fit(draws=200, rng=1).to_frame()
    assert table.loc["model", "observed"].tolist() == [49, 17]
    assert (table.loc["model", "p"] > 0.5).all()
    assert (table["low"] <= table["median"]).all()
    assert table["p"].between(0, 1).all()
    assert table["p"].min() > 0


def test_what_the_model_does_not_know_is_noticed():
    # a star: one actor has all ties, which no model of density and return gives
    names = [f"n{k}" for k in range(15)]
    ties = pd.DataFrame({"source": names[:1] * 14, "target": names[1:]})
    star = sc.Cluster.from_tables(pd.DataFrame({"actor": names}), ties)
    found = sc.ergm(star, [sc.terms.edges()]).goodness_of_fit(draws=100, rng=1)
    assert ("degree", 14) in found.surprising.index
    assert "unusual" in found.sentences()[1]
    assert "degree 14 (1 observed, 0 to 0 simulated)" in found.sentences()[1]


def test_what_chance_alone_gives_is_not_overstated():
    # Discrete numbers of a model that was fitted to this network are unusual far more seldom than one in twenty times.
    told = " ".join(FIT.goodness_of_fit(draws=40, rng=1).sentences())
    assert "twenty" not in told
    assert "the p-values are cautious: even a few unusual numbers are a reason to look again" in told


def test_a_network_depends_on_its_number_only():
    model = model_of(KNOKE, [sc.terms.edges()], layer="information")
    task = SimulatedFeatures(Features(model), np.array([0.1]), 500, 3)
    whole = task.run(0, 6)[0]
    np.testing.assert_array_equal(whole[2:5], task.run(2, 5)[0])
    assert whole.shape == (6, len(task.features.index))
    assert task.fingerprint != SimulatedFeatures(Features(model), np.array([0.2]), 500, 3).fingerprint


def test_the_picture_marks_what_the_sentences_call_unusual():
    found = sc.ergm(KNOKE, [sc.terms.edges()], layer="information").goodness_of_fit(draws=100, rng=7)
    marked = sum(list(each.marker.symbol or []).count("diamond") for each in found.plot().data[2::3])
    assert marked == len(found.surprising)


def test_counts_have_no_decimals():
    table = FIT.goodness_of_fit(draws=100, rng=7).to_frame()
    assert (table[["low", "high"]] % 1 == 0).all(axis=None)


def test_it_is_told_and_drawn_in_both_languages():
    found = FIT.goodness_of_fit(draws=sc.Draws(20, interval=0.5), rng=1)
    assert found.interval == 0.5
    assert found.made_of.draws == 20
    assert found.made_of.seed == 1
    english, lithuanian = found.sentences("en"), found.sentences("lt")
    assert len(english) == len(lithuanian)
    assert set(english) & set(lithuanian) == set()
    assert "edgewise" not in found.plot(language="lt").layout.meta["alt"]


def test_without_a_seed_nothing_is_drawn():
    with pytest.raises(sc.InputError, match="rng"):
        FIT.goodness_of_fit()
    with pytest.raises(sc.InputError, match="tolerance"):
        FIT.goodness_of_fit(draws=sc.Draws(10, tolerance=0.1), rng=1)


def test_dyads_that_are_unknown_are_hidden_in_the_simulated_networks_too():
    """A network of chance, a third of it unknown: the model of chance is not blamed for what nobody asked."""
    names = [f"n{k}" for k in range(16)]
    rng = np.random.default_rng(5)
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    is_unknown = rng.random(len(pairs)) < 0.4
    tied = (rng.random(len(pairs)) < 0.3) & ~is_unknown
    tables = [
        pd.DataFrame([pair for pair, here in zip(pairs, each, strict=True) if here], columns=["source", "target"])
        for each in (tied, is_unknown)
    ]
    network = sc.Cluster.from_tables(pd.DataFrame({"actor": names}), tables[0], unknown=tables[1])
    found = sc.ergm(network, [sc.terms.edges()]).goodness_of_fit(draws=200, rng=1)
    own = found.to_frame().loc[("model", "edges")]
    assert own["low"] <= own["observed"] == tied.sum() <= own["high"]
    assert own["p"] > 0.3
    assert found.unknown == is_unknown.sum()
    assert "hidden in the simulated networks too" in " ".join(found.sentences())
    assert "paslėpt" in " ".join(found.sentences("lt"))


@pytest.mark.parametrize("language", ["en", "lt"])
def test_too_few_networks_cannot_find_anything(language):
    told = FIT.goodness_of_fit(draws=38, rng=1).sentences(language)[1]
    assert "39" in told
    assert "39" not in FIT.goodness_of_fit(draws=39, rng=1).sentences(language)[1]
