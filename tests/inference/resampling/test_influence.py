"""On whom a number hangs."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_the_largest_change_comes_first():
    kite = sc.load_dataset("kite")
    found = sc.influence(kite, [sc.global_efficiency, sc.density])
    table = found.to_frame()
    rows = table.loc["global_efficiency"]
    assert rows.index[0] == "7"
    assert rows["rank"].is_monotonic_increasing
    assert rows["change"].abs().round(9).is_monotonic_decreasing
    for actor in kite.labels:
        assert rows.loc[actor, "without"] == pytest.approx(sc.global_efficiency(kite.without_actor(actor)))
    assert len(table) == 20


def test_it_names_who_changes_most_and_draws_everybody():
    found = sc.influence(sc.load_dataset("kite"), [sc.global_efficiency, sc.density])
    assert found.sentences()[0].startswith(
        "global efficiency: 0.646 with everybody; the largest changes: 0.514 without 7"
    )
    assert "0,514 be „7“" in found.sentences("lt")[0]
    assert found.plot(measure="density", language="lt").layout.meta["alt"]
    with pytest.raises(InputError, match="did you mean 'density'"):
        found.plot(measure="densty")


def test_where_nobody_matters_it_says_so():
    ring = sc.as_cluster(1 - np.eye(5))
    found = sc.influence(ring, sc.density)
    assert found.sentences()[0] == "density: 1, whoever is left out."
    assert (found.to_frame()["change"] == 0).all()
    nothing = sc.influence(sc.as_cluster(np.zeros((4, 4))), sc.transitivity)
    assert "is undefined" in nothing.sentences()[0]
    assert nothing.to_frame()["change"].isna().all()
