"""How well tie models predict members who were left out: brute force, networks of blocks, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.whatif.ties import AnyOf, Closure, LikeActor, Preferential, Rates, Scaled, Stated, calibrate
from socluster.whatif.ties.calibration_result import auc
from tests.whatif.ties.tie_samples import town


@pytest.fixture(scope="module")
def blocks():
    """Two sectors of 12; ties within are frequent, between rare."""
    rng = np.random.default_rng(3)
    sector = np.repeat(["x", "y"], 12)
    names = [f"a{i}" for i in range(24)]
    rate = np.where(sector[:, None] == sector, 0.6, 0.05)
    there = rng.random((24, 24)) < rate
    ties = [(names[i], names[j]) for i in range(24) for j in range(i + 1, 24) if there[i, j]]
    return Cluster.from_tables(
        pd.DataFrame({"actor": names, "sector": sector}), pd.DataFrame(ties, columns=["source", "target"])
    )


def brute_force(predicted, observed):
    predicted, observed = np.asarray(predicted), np.asarray(observed)
    pairs = [(p, q) for p in predicted[observed] for q in predicted[~observed]]
    return np.mean([1.0 if p > q else 0.5 if p == q else 0.0 for p, q in pairs])


def test_rates_predict_a_network_of_blocks(blocks):
    found = calibrate(blocks, Rates())
    assert len(found.predictions) == 24 * 23
    assert found.auc > 0.75
    assert found.auc_within > 0.75
    assert found.brier < found.brier_of_rate
    blind = calibrate(blocks, Preferential(5, power=0))
    assert blind.auc == 0.5
    assert blind.brier > found.brier


def test_auc_equals_a_brute_force_count(blocks):
    found = calibrate(blocks, Rates(), held_out=["a0", "a3", "a20"])
    predicted, observed = found.predictions["predicted"], found.predictions["observed"]
    assert found.auc == pytest.approx(brute_force(predicted, observed))
    own = found.predictions[found.predictions["actor"] == "a3"]
    assert found.by_actor().loc["a3", "auc"] == pytest.approx(brute_force(own["predicted"], own["observed"]))
    assert found.by_actor().index.tolist() == ["a0", "a3", "a20"]
    rng = np.random.default_rng(1)
    scores, marks = rng.integers(0, 5, 60), rng.random(60) < 0.3
    assert auc(scores, marks) == pytest.approx(brute_force(scores, marks))
    assert np.isnan(auc([1, 2], [True, True]))


@pytest.mark.parametrize("member", ["a0", "a11", "a23"])  # all of its ties are written from it, some, none
def test_a_member_is_predicted_from_the_others_only(blocks, member):
    found = calibrate(blocks, Rates(), held_out=[member])
    others = Rates().posterior(blocks.without_actor(member), "tie").to_frame()["rate"]
    sector = blocks.actors["sector"]
    predicted = {(set(ends) - {member}).pop(): p for *ends, p in _pairs(found)}
    assert predicted == pytest.approx(
        {other: others[(sector[member], sector[other])] for other in blocks.labels if other != member}
    )


def test_a_model_never_sees_the_ties_that_it_is_to_predict(blocks):
    seen = {}

    class Spy(Preferential):
        def fit(self, cluster, actor, layer):
            seen[actor] = cluster
            return super().fit(cluster, actor, layer)

    calibrate(blocks, Spy(5))
    assert set(seen) == set(blocks.labels)
    for actor, cluster in seen.items():
        assert (cluster.matrix().toarray() == _without(blocks, actor)).all()


def _without(cluster, actor):
    matrix, here = cluster.matrix().toarray(), cluster.labels.index(actor)
    matrix[here] = matrix[:, here] = 0
    return matrix


def _pairs(found):
    return found.predictions[["source", "target", "predicted"]].itertuples(index=False)


def test_the_curve_is_made_of_bins_of_like_probabilities(blocks):
    curve = calibrate(blocks, Rates(), bins=4).to_frame()
    assert curve.index.name == "bin"
    assert curve.columns.tolist() == ["predicted", "observed", "low", "high", "n"]
    assert curve["predicted"].is_monotonic_increasing
    assert curve["n"].sum() == 24 * 23
    assert ((curve["low"] <= curve["observed"]) & (curve["observed"] <= curve["high"])).all()


def test_only_what_is_known_for_sure_is_scored():
    found = calibrate(town(), Preferential(2))
    assert len(found.predictions) == 30 - 2  # NGO - Parish is uncertain
    assumed = town().with_ties("School", "Court", evidence="assumed", confidence=0.9)
    assert len(calibrate(assumed, Preferential(2)).predictions) == 30 - 4
    silent = load_dataset("knoke").layer("information")
    tables = silent.to_tables()
    tables.actors["responded"] = [False] + [True] * 9
    reported = Cluster.from_tables(tables.actors, tables.ties.assign(evidence="reported"), layers=tables.layers)
    n_ties = int(silent.ties["source"].eq(silent.labels[0]).sum())
    assert len(calibrate(reported, Preferential(2)).predictions) == 2 * (90 - 9 + n_ties)


def test_directed_layers_and_dependent_models():
    found = calibrate(load_dataset("knoke"), Closure(Preferential(3), 0.2), layer="information")
    assert len(found.predictions) == 180
    assert found.auc > 0.5
    assert len(found.predictions.query("source == 'COUN'")) == 18


def test_members_may_be_chosen_at_random(blocks):
    one, again, other = (calibrate(blocks, Rates(), held_out=5, rng=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one.predictions, again.predictions)
    assert one.predictions["actor"].nunique() == 5
    assert set(one.predictions["actor"]) != set(other.predictions["actor"])


def test_sentences_in_both_languages_and_a_picture(blocks):
    found = calibrate(blocks, Rates())
    english, lithuanian = found.sentences(), found.sentences("lt")
    assert english[0] == "Calibration in the layer 'tie': 24 actors were left out one by one, 552 dyads predicted."
    assert lithuanian[0] == "Kalibravimas sluoksnyje „ryšys“: po vieną pašalinti 24 veikėjai, prognozuotos 552 poros."
    assert len(english) == len(lithuanian) == 7
    assert "too narrow" in english[-1]
    assert repr(found) == "\n".join(found.sentences())
    assert found.plot(language="lt").data


@pytest.mark.parametrize(
    ("model", "more", "said"),
    [
        (Stated({"a1": 0.5}), {}, "names the ties of one partner"),
        (AnyOf([Rates(), Scaled(Stated({"a1": 0.5}), 0.5)]), {}, "names the ties of one partner"),
        (LikeActor("a1"), {}, "an actor cannot be like itself"),
        (Rates(), {"held_out": ["a1", "a11x"]}, "did you mean 'a11'"),
        (Rates(), {"held_out": []}, "nobody to leave out"),
        (Rates(), {"held_out": 30, "rng": 1}, "more than there are to leave out: 24 members"),
        (Rates(), {"held_out": 3}, "rng must be a seed"),
        (Rates(), {"bins": 0}, "whole number"),
        (Rates(), {"layer": "teh"}, "no layer"),
        (Rates(by="place"), {}, "24 problems"),
        ("rates", {}, "model must be a TieModel"),
    ],
)
def test_bad_input_is_named(blocks, model, more, said):
    with pytest.raises(InputError, match=said):
        calibrate(blocks, model, **more)


def test_a_clone_can_be_checked_on_others(blocks):
    assert len(calibrate(blocks, LikeActor("a1"), held_out=["a2", "a3"]).predictions) == 46


def test_shared_events_are_no_observed_ties():
    with pytest.raises(InputError, match="events show attendance"):
        calibrate(load_dataset("siauliai"), Rates())
    assumed = Cluster.from_tables(
        pd.DataFrame({"actor": ["a", "b"]}),
        pd.DataFrame({"source": ["a"], "target": ["b"], "evidence": ["assumed"], "confidence": [1.0]}),
    )
    with pytest.raises(InputError, match="no certain observed ties"):
        calibrate(assumed, Preferential(1))
    with pytest.raises(InputError, match="choose one with layer="):
        calibrate(load_dataset("knoke"), Rates())


def test_a_projection_is_refused_in_words_and_a_symmetrised_layer_is_not():
    siauliai = load_dataset("siauliai")
    with pytest.raises(InputError, match="derived from shared groups") as refused:
        calibrate(siauliai.project(), Rates())
    assert "išvestų iš bendrų grupių" in str(refused.value.in_language("lt"))
    money = load_dataset("knoke").layer("money").symmetrise()
    assert len(calibrate(money, Rates()).predictions) == 90
