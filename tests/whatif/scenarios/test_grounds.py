import pandas as pd

from socluster.core.cluster import Cluster
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import AtMost, DistanceDecay, Proximity, Rates, Stated

ACTORS = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "civic"], "place": ["x", "x", "y"]})
TOWN = Cluster.from_tables(ACTORS, pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["contract"]}))
CURRENT = "Current cluster: 3 actors, 1 tie (contract), evidence: reported."


def joins(model, layer="referral"):
    return Scenario("hub").with_actor("hub", sector="public", place="x").with_ties("hub", model, layer=layer)


def said(base, *scenarios, language="en"):
    return [note.said(language) for note in grounds(base, scenarios)]


def test_the_current_cluster_is_described():
    assert said(TOWN) == [CURRENT]
    assert said(TOWN, language="lt") == ["Dabartinis klasteris: 3 veikėjai, 1 ryšys (sutartis), pagrindas: nurodyta."]


def test_another_layer_that_ties_were_learnt_from_is_named_once():
    learnt = "No tie of the layer 'referral' is known: how likely its new ties are follows from ties of another kind"
    assert said(TOWN, joins(Rates()), joins(AtMost(Rates(), 2))) == [CURRENT, f"{learnt} (contract)."]
    stated = (
        "How likely the new ties of the layer 'referral' are follows from those of the layer 'contract', as stated."
    )
    assert said(TOWN, joins(Rates(layer="contract"))) == [CURRENT, stated]


def test_the_same_layer_and_what_is_learnt_from_nothing_are_not():
    assert said(TOWN, joins(Rates(), "contract"), joins(Stated({"A": 0.5}))) == [CURRENT]
    known = DistanceDecay({"x": {"y": 3}}, p0=0.5, scale=2), Proximity(same=0.5, elsewhere=0.1)
    assert [model.learns for model in known] == [False, True]
    assert not Proximity(same=0.5, near=0.3, elsewhere=0.1, neighbours={"x": ["y"], "y": ["x"]}).learns


def test_of_no_ties_nothing_can_be_learnt():
    nothing = Cluster.from_tables(ACTORS)
    assert said(nothing, joins(Rates())) == [
        "Current cluster: 3 actors, no ties.",
        "There are no ties between the actors: nothing here shows how they work together.",
        "There are no ties to learn from: how likely the new ones are is an assumption alone.",
    ]


def test_the_strength_of_new_ties_is_told_where_known_ones_are_stronger():
    strong = TOWN.with_strength("A", "B", weight=3)
    told = (
        "New ties of the layer 'contract' have a strength of 1, known ones 3 on average; with_ties(..., weight=) says"
    )
    assert f"{told} otherwise." in said(strong, joins(Rates(), "contract"))
    by_weight = Scenario("hub").with_actor("hub", sector="public").with_ties("hub", Rates(), layer="contract", weight=3)
    for base, scenario in ((strong, by_weight), (TOWN, joins(Rates(), "contract"))):
        assert not any("strength" in each for each in said(base, scenario))
