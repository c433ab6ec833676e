"""Standard errors of the vertex bootstrap: published, by the law of the density, and what it says."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.base import streams_of


def test_a_complete_network_has_no_error():
    complete = sc.as_cluster(1 - np.eye(5))
    row = sc.vertex_bootstrap(complete, sc.density, draws=30, rng=1).to_frame().iloc[0]
    assert (row["observed"], row["error"], row["mean"]) == (1, 0, 1)


def test_the_mean_density_is_the_observed_one():
    """Dyads between copies are drawn from all dyads, so that the density is unbiased."""
    knoke = sc.load_dataset("knoke")
    row = sc.vertex_bootstrap(knoke, sc.density, layer="information", draws=800, rng=1).to_frame().iloc[0]
    assert row["mean"] == pytest.approx(row["observed"], abs=4 * row["error"] / np.sqrt(800))
    assert 0.09 < row["error"] < 0.16


def test_of_independent_ties_the_jackknife_is_right_and_the_bootstrap_too_large():
    """The variance of a density of D independent ties is p (1 - p) / D; the bootstrap triples it (Notes)."""
    n, p = 30, 0.3
    start = sc.as_cluster(np.triu(np.ones((n, n)), 1) + np.triu(np.ones((n, n)), 1).T)
    errors = {"jackknife": [], "bootstrap": []}
    for each in sc.nulls.Bernoulli(p).fitted(start).clusters(streams_of(2, 0, 8)):
        errors["jackknife"].append(sc.jackknife(each, sc.density).to_frame()["error"].iloc[0] ** 2)
        found = sc.vertex_bootstrap(each, sc.density, draws=60, rng=1).to_frame()["error"].iloc[0]
        errors["bootstrap"].append(found**2)
    variance = p * (1 - p) / (n * (n - 1) / 2)
    assert np.mean(errors["jackknife"]) == pytest.approx(variance, rel=0.3)
    assert np.mean(errors["bootstrap"]) == pytest.approx(3 * variance, rel=0.35)


def test_what_it_says(tmp_path):
    knoke = sc.load_dataset("knoke").layer("information")
    found = sc.vertex_bootstrap(knoke, [sc.density, sc.transitivity], draws=sc.Draws(20, checkpoint=tmp_path), rng=1)
    assert found.sentences()[0].startswith("density: 0.544, standard error 0.")
    assert "20 draws" in found.sentences()[2]
    assert "sample of many like them" in found.sentences()[3]
    assert "stulpeliai siekia" in found.plot(language="lt").layout.meta["alt"]
    assert "null" not in str(found.plot().layout)  # copies of the data are no null
    again = sc.vertex_bootstrap(knoke, [sc.density, sc.transitivity], draws=20, rng=1)
    assert again.to_frame().equals(found.to_frame())


def test_values_by_actor_are_refused():
    with pytest.raises(InputError, match="gives a value by actor"):
        sc.vertex_bootstrap(sc.load_dataset("kite"), sc.degree, draws=5, rng=1)
