"""The jackknife: its formula, and the closed form of a density."""

import numpy as np
import pytest

import socluster as sc


def test_the_error_is_that_of_the_formula():
    kite = sc.load_dataset("kite")
    values = np.array([sc.transitivity(kite.without_actor(actor)) for actor in kite.labels])
    row = sc.jackknife(kite, sc.transitivity).to_frame().iloc[0]
    assert row["error"] == pytest.approx(np.sqrt(8 / 20 * ((values - values.mean()) ** 2).sum()))
    assert (row["low"], row["high"]) == (values.min(), values.max())


def test_the_density_follows_from_the_degrees():
    """Without actor i there are (m - d_i) ties among (n - 1)(n - 2) / 2 pairs."""
    karate = sc.load_dataset("karate")
    d = np.asarray(karate.matrix(weights="binary").sum(axis=1)).ravel()
    n = len(d)
    without = (d.sum() / 2 - d) / ((n - 1) * (n - 2) / 2)
    expected = np.sqrt((n - 2) / (2 * n) * ((without - without.mean()) ** 2).sum())
    assert sc.jackknife(karate, sc.density).to_frame()["error"].iloc[0] == pytest.approx(expected)


def test_what_is_undefined_without_somebody_has_no_error():
    path = sc.as_cluster(np.array([[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]))
    found = sc.jackknife(path, sc.transitivity)
    row = found.to_frame().iloc[0]
    assert np.isnan(row["error"])
    assert row["defined"] < 1
    assert "without some actor it is undefined" in found.sentences()[0]
    assert "the bars reach from" in found.plot().layout.meta["alt"]  # no null is drawn here
    assert "null" not in str(found.plot().layout)
