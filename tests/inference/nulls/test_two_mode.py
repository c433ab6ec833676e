"""Null models of affiliations: what they see, refuse and keep."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError


def two_layers():
    belongs = pd.DataFrame({"actor": list("aabb"), "group": list("xyxy"), "layer": ["sits", "pays", "sits", "pays"]})
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abc")}), groups=pd.DataFrame({"group": list("xy")}), affiliations=belongs
    )


def test_several_layers_of_affiliations_need_a_name():
    with pytest.raises(InputError, match=r"layers of affiliations \(.*pays"):
        sc.nulls.TwoModeTies().draw(two_layers(), rng=1)
    drawn = sc.nulls.TwoModeTies().draw(two_layers(), layer="sits", rng=1)
    assert drawn.n_affiliations == 2
    assert set(drawn.affiliations["layer"]) == {"sits"}


def test_a_cluster_without_groups_is_refused():
    with pytest.raises(InputError, match="DegreeSequence"):
        sc.nulls.TwoModeDegrees().draw(sc.load_dataset("kite"), rng=1)


def test_measures_of_ties_see_the_projection_of_what_is_drawn():
    """A projection is closed by construction: that is told apart from closure beyond it."""
    davis = sc.load_dataset("davis")
    found = sc.compare_to_null(davis, sc.transitivity, null=sc.nulls.TwoModeDegrees(), draws=30, rng=1)
    assert any("saw the projection" in each for each in found.sentences())
    row = found.to_frame().iloc[0]
    assert row["mean"] > 0.9


def test_weights_of_affiliations_are_the_observed_ones():
    belongs = pd.DataFrame({"actor": list("aabc"), "group": list("xyxy"), "weight": [1.0, 2.0, 3.0, 4.0]})
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abc")}), groups=pd.DataFrame({"group": list("xy")}), affiliations=belongs
    )
    for null in (sc.nulls.TwoModeTies(), sc.nulls.TwoModeDegrees()):
        drawn = null.draw(cluster, rng=2)
        assert sorted(drawn.affiliations["weight"]) == [1.0, 2.0, 3.0, 4.0]
        assert null.fitted(cluster).everything(10**6) is None
    assert (drawn.affiliations["evidence"] == "simulated").all()
