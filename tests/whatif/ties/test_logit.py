"""Logistic regression on dyads: published values, simulated networks, and what is refused."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.whatif.ties import Logit
from tests.whatif.ties.tie_samples import expected, town, with_hub


def test_published_values_of_the_florentine_marriages():
    families = load_dataset("florentine").layer("marriage")
    fit = Logit(match=(), level="wealth").fitted(families)
    frame = fit.to_frame()
    assert frame["estimate"].tolist() == pytest.approx([-2.59492903, 0.01054591], abs=1e-7)
    assert frame["error"].tolist() == pytest.approx([0.536051763, 0.004674236], abs=1e-5)
    assert fit.aic == pytest.approx(107.1086, abs=1e-4)
    both = Logit(match=(), level="wealth", difference="wealth").fitted(families).to_frame()
    assert both["estimate"].to_dict() == pytest.approx(
        {"(intercept)": -2.59, "difference in wealth": 0.0111, "level of wealth": 0.0045}, abs=0.07
    )
    assert both.loc["level of wealth", "estimate"] == pytest.approx(0.004506218, abs=1e-7)
    none = Logit(match=()).fitted(families).to_frame()
    assert none.loc["(intercept)", ["estimate", "error"]].tolist() == pytest.approx([-1.609438, 0.2449451], abs=1e-5)


@pytest.mark.parametrize("directed", [False, True])
def test_coefficients_of_a_simulated_network_are_recovered(directed):
    rng = np.random.default_rng(5)
    n = 70
    sector, size = rng.integers(0, 3, n), rng.normal(size=n)
    log_odds = -1.5 + 1.0 * (sector[:, None] == sector) + 0.6 * size[:, None] + (0.2 if directed else 0.6) * size
    there = rng.random((n, n)) < expit(log_odds)
    pairs = [(i, j) for i in range(n) for j in range(n) if there[i, j] and (i != j if directed else i < j)]
    names = [f"a{i}" for i in range(n)]
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": names, "sector": [f"s{k}" for k in sector], "size": size}),
        pd.DataFrame([(names[i], names[j]) for i, j in pairs], columns=["source", "target"]),
        layers={"tie": {"directed": directed}},
    )
    frame = Logit(level=["size"]).fitted(cluster, "tie").to_frame()
    truth = [-1.5, 1.0, 0.6, 0.2] if directed else [-1.5, 1.0, 0.6]
    assert len(frame) == len(truth)
    assert (np.abs(frame["estimate"] - truth) < 3.5 * frame["error"]).all()
    assert (frame["error"] < 0.2).all()


def test_shared_groups_and_missing_texts():
    cluster = with_hub(town()).with_affiliation("Hub", ["spring", "autumn"])
    ties = Logit(match=(), shared="affiliation", firth=True).fit(cluster, "Hub", "tie")
    assert ties.rows[:, 1].tolist() == [1, 2, 1, 0, 0, 0]
    ties = Logit(match="offers", firth=True).fit(cluster, "Hub", "tie")  # nobody else offers what School has not
    assert ties.rows[:, 1].tolist() == [0, 1, 0, 0, 0, 0]
    assert all(0 < p < 1 for p in expected(ties).values())


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Logit(match="secter"), "did you mean 'sector'"),
        (Logit(match=(), level="place"), "contains no numbers"),
        (Logit(match=(), shared="atends"), "no layer of affiliations"),
    ],
)
def test_bad_terms_are_named(model, said):
    with pytest.raises(InputError, match=said):
        model.fit(with_hub(town()), "Hub", "tie")


def test_separation_is_refused_and_firth_helps():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": list("xxyy")})
    cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["a", "c"], "target": ["b", "d"]}))
    with pytest.raises(InputError, match="without a mistake"):
        Logit().fitted(cluster)
    fit = Logit(firth=True).fitted(cluster)
    # with half a tie more on each side of each kind: 2.5 of 3 and 0.5 of 5
    assert expit(fit.to_frame()["estimate"].cumsum()).tolist() == pytest.approx([0.1, 2.5 / 3])
    assert "6 dyads (expected ties: 2)" in repr(fit)


def test_terms_that_do_not_vary_are_named():
    same = town().to_tables()
    cluster = Cluster.from_tables(same.actors.assign(level="local"), same.ties)
    with pytest.raises(InputError, match="does not vary"):
        Logit(match="level").fitted(cluster)
    gaps = Cluster.from_tables(same.actors.assign(staff=[1.0, 2.0, None, 3.0, None, 5.0]), same.ties)
    with pytest.raises(InputError) as caught:
        Logit(match=(), level="staff").fitted(gaps)
    assert [problem.row for problem in caught.value.problems] == ["NGO", "Firm"]
