from functools import partial

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.brokerage.holes import constraint
from socluster.measures.brokerage.roles import brokerage_roles
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.comparison.sweep import sweep_partners
from socluster.whatif.scenarios.scenario import Scenario


def ties_in(cluster):
    return cluster.n_ties


@pytest.fixture
def town():
    actors = pd.DataFrame({"actor": list("abcde"), "sector": ["x", "x", "y", "y", "y"]})
    ties = pd.DataFrame({"source": list("abcd"), "target": list("bcde"), "layer": ["p", "p", "q", "p"]})
    return Cluster.from_tables(actors, ties, layers={"p": {"directed": False}, "q": {"directed": False}})


CANDIDATES = {"ends": ["a", "e"], "strong": {"a": 2.0, "c": 0.5}, "alone": [], "one": "b"}
ROLES = partial(brokerage_roles, group="sector")
MEASURES = [density, global_efficiency, betweenness, constraint, ROLES, ties_in, partial(density, layer="q")]


def test_it_gives_what_applying_each_candidate_gives(town):
    sweep = sweep_partners(town, CANDIDATES, measures=MEASURES, layer="p", attributes={"sector": "y"})
    for name, stated in CANDIDATES.items():
        pairs = stated if isinstance(stated, dict) else dict.fromkeys(stated, 1.0)
        scenario = Scenario(name).with_actor("new", sector="y")
        for partner, weight in pairs.items():
            scenario = scenario.with_ties("new", partner, layer="p", weight=weight)
        after = scenario.apply(town)
        assert sweep.numbers.loc[name, "density"] == pytest.approx(density(after))
        assert sweep.numbers.loc[name, "density(layer=q)"] == pytest.approx(density(after, layer="q"))
        assert sweep.numbers.loc[name, "ties_in"] == after.n_ties
        np.testing.assert_allclose(sweep.by_actor["betweenness"].loc[name], betweenness(after, normalized=False))
        np.testing.assert_allclose(sweep.by_actor["constraint"].loc[name], constraint(after))
        np.testing.assert_allclose(
            sweep.by_actor["liaison"].loc[name], brokerage_roles(after, group="sector")["liaison"]
        )


def test_table_tells_of_the_partner_and_of_the_others(town):
    sweep = sweep_partners(town, CANDIDATES, measures=[global_efficiency, betweenness], layer="p")
    frame = sweep.to_frame()
    assert frame.index.tolist() == list(CANDIDATES)
    assert frame.columns.tolist() == ["global_efficiency", "betweenness of the partner", "betweenness of the others"]
    assert frame.loc["alone", "betweenness of the partner"] == 0
    assert frame.loc["ends", "betweenness of the partner"] == sweep.by_actor["betweenness"].loc["ends", "(new partner)"]
    members = sweep.by_actor["betweenness"][list(town.labels)]
    assert frame["betweenness of the others"].to_dict() == pytest.approx(members.mean(axis=1).to_dict())
    assert sweep.gains().loc["alone", "global_efficiency"] < 0
    assert "global efficiency rises most with ends (+" in repr(sweep)
    assert "and falls most with alone (\N{MINUS SIGN}" in repr(sweep)
    assert "Structure is not effectiveness" in repr(sweep)


def test_directed_clusters_are_measured_anew():
    arcs = pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    cluster = Cluster.from_tables(pd.DataFrame({"actor": list("abcd")}), arcs, layers={"tie": {"directed": True}})
    sweep = sweep_partners(cluster, {"new": ["a"]}, measures=[global_efficiency])
    after = cluster.with_actor("n").with_ties("n", "a")
    assert sweep.numbers.loc["new", "global_efficiency"] == pytest.approx(global_efficiency(after))


def test_uncertain_ties_are_said_to_be(town):
    unsure = town.with_ties("a", "e", layer="p", confidence=0.5, evidence="assumed")
    with pytest.warns(UncertainTiesWarning):
        sweep_partners(unsure, {"new": ["a"]}, measures=[global_efficiency], layer="p")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"layer": None}, "state the layer"),
        ({"measures": [ROLES]}, "attributes="),
    ],
)
def test_bad_options(town, options, said):
    given = {"partners": {"new": ["a"]}, "measures": [density], "layer": "p", **options}
    with pytest.raises(InputError, match=said):
        sweep_partners(town, given.pop("partners"), **given)
