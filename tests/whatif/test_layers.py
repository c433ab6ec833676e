"""Which layer a step of a scenario means."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, NearNameWarning
from socluster.measures.cohesion.density import global_efficiency
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated


def cluster(**layers):
    """Three actors, with a path in each of these layers; from a layer to whether it is directed."""
    actors = pd.DataFrame({"actor": ["a", "b", "c"], "sector": "x"})
    ties = [(one, other, layer) for layer in layers for one, other in (("a", "b"), ("b", "c"))]
    return Cluster.from_tables(
        actors,
        pd.DataFrame(ties, columns=["source", "target", "layer"]),
        layers={name: {"directed": directed} for name, directed in layers.items()},
    )


def joins(targets, **said):
    return Scenario("hub").with_actor("hub", sector="x").with_ties("hub", targets, **said)


@pytest.mark.parametrize("targets", [["a"], Stated({"a": 0.5}), {"a": 0.5}, Rates()])
def test_without_a_layer_it_is_the_only_one(targets):
    after = joins(targets).apply(cluster(help=True))
    assert list(after.layers) == ["help"]
    assert after.n_ties > 2


def test_of_several_layers_one_has_to_be_said():
    with pytest.raises(InputError, match="several: help and money"):
        joins(Stated({"a": 0.5})).apply(cluster(help=True, money=True))
    said = joins(Stated({"a": 0.5}), layer="money").apply(cluster(help=True, money=True))
    assert said.ties["layer"].value_counts().to_dict() == {"help": 2, "money": 3}


def test_a_misspelt_layer_is_told():
    with pytest.warns(NearNameWarning, match="if you meant 'referral'"):
        joins({"a": 0.5}, layer="refferal").apply(cluster(referral=False))
    with pytest.raises(InputError, match="did you mean 'referral'"):
        joins({"a": 0.5}, layer="refferal").apply(cluster(referral=True))


@pytest.mark.filterwarnings("error")
def test_a_new_layer_is_said_with_its_direction_where_others_have_one():
    with pytest.raises(InputError, match="directed=True or directed=False"):
        joins({"a": 0.5}, layer="letters").apply(cluster(help=True))
    for directed in (True, False):
        after = joins({"a": 0.5}, layer="letters", directed=directed).apply(cluster(help=True))
        assert after.layers["letters"].directed == directed
    assert "referral" in joins({"a": 0.5}, layer="referral").apply(cluster(help=False)).layers
    joins({"a": 0.5}, layer="refferal", directed=False).apply(cluster(referral=False))


def test_an_event_is_attended_in_the_only_layer_of_affiliations():
    seats = pd.DataFrame({"actor": ["a", "b"], "group": ["E", "E"], "layer": ["attends", "attends"]})
    groups = pd.DataFrame({"group": ["E"]})
    table = Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), groups=groups, affiliations=seats)
    forum = Scenario("forum").with_event("F", ["b", "c"]).with_affiliation("c", "E")
    assert set(forum.apply(table).affiliations["layer"]) == {"attends"}
    both = table.with_affiliation("a", "E", layer="hosts")
    with pytest.raises(InputError, match="several: attends and hosts"):
        forum.apply(both)
    nobody = Cluster.from_tables(pd.DataFrame({"actor": list("abc")}))
    assert set(Scenario("f").with_event("F", ["a"]).apply(nobody).affiliations["layer"]) == {"affiliation"}


def test_a_mapping_of_probabilities_is_stated():
    assert joins({"a": 0.5}) == joins(Stated({"a": 0.5}))
    outcome = compare(cluster(help=False), joins({"a": 0.5}), measures=[global_efficiency], draws=200, rng=1)
    assert "stated by the analyst: a 0.5" in str(outcome)
    assert outcome.to_frame()["p_increase"].iloc[0] + outcome.to_frame()["p_decrease"].iloc[0] > 0.3


@pytest.mark.parametrize("given", [{"a": 0.5}])
def test_a_mapping_where_only_names_are_taken_is_refused(given):
    for step in (
        lambda: Scenario("s").with_event("F", given),
        lambda: Scenario("s").with_affiliation("a", given),
        lambda: Scenario("s").without_actor(given),
    ):
        with pytest.raises(InputError, match="must be names"):
            step()
