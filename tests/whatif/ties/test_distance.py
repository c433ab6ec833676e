"""Ties that decay with distance: formulas by hand, and parameters found again in a simulated network."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.ties import DistanceDecay
from tests.whatif.ties.tie_samples import KM, to, town, with_hub


@pytest.mark.parametrize(
    ("shape", "at_43", "at_82"),
    [
        ("exponential", 0.6 * np.exp(-43 / 30), 0.6 * np.exp(-82 / 30)),
        ("hyperbolic", 0.6 / (1 + 43 / 30), 0.6 * 30 / 112),
    ],
)
def test_probability_decays_with_distance(shape, at_43, at_82):
    probabilities = to(DistanceDecay(KM, p0=0.6, scale=30, shape=shape))
    assert probabilities["School"] == pytest.approx(0.6)
    assert probabilities["NGO"] == pytest.approx(at_43)
    assert probabilities["Court"] == pytest.approx(at_82)
    table = pd.DataFrame(KM)
    assert to(DistanceDecay(table, p0=0.6, scale=30, shape=shape)) == probabilities


def test_decay_finds_the_parameters_of_a_simulated_network():
    rng = np.random.default_rng(4)
    n = 60
    # a network drawn from the model
    at = rng.uniform(0, 100, n)
    names = [f"p{i}" for i in range(n)]
    km = {names[i]: {names[j]: abs(at[i] - at[j]) for j in range(i + 1, n)} for i in range(n - 1)}
    ties = [(i, j) for i in range(n) for j in range(i + 1, n) if rng.random() < 0.7 * np.exp(-abs(at[i] - at[j]) / 20)]
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": names, "place": names}),
        pd.DataFrame([(names[i], names[j]) for i, j in ties], columns=["source", "target"]),
    )
    found = DistanceDecay(km).fitted(cluster)
    assert found.loc["p0", "likeliest"] == pytest.approx(0.7, abs=0.1)
    assert found.loc["scale", "likeliest"] == pytest.approx(20, rel=0.25)
    assert (found["low"] < found["likeliest"]).all()
    assert (found["likeliest"] < found["high"]).all()


def test_decay_names_gaps_and_contradictions():
    with pytest.raises(InputError, match="no distance from the partner's place"):
        DistanceDecay({"Kelmė": {"Šiauliai": 43}}, p0=0.5, scale=10).fit(with_hub(town()), "Hub", "tie")
    with pytest.raises(InputError, match="directions differ"):
        DistanceDecay({"a": {"b": 1}, "b": {"a": 2}})
    with pytest.raises(InputError) as caught:
        DistanceDecay({"a": {"b": -1}}, p0=2, scale=0, shape="linear")
    assert len(caught.value.problems) == 4
