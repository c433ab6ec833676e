"""Models by place say what they do with actors whose place is not stated, and only where there are such actors."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.whatif.ties import DistanceDecay, Proximity, Scaled

DISTANCES = {"p": {"q": 5.0}}


def town(*places):
    names = [f"a{n}" for n in range(len(places))]
    ties = pd.DataFrame({"source": names[:1], "target": names[1:2]})
    return Cluster.from_tables(pd.DataFrame({"actor": names, "place": places}), ties)


def hub(model):
    return sc.Scenario("hub").with_actor("hub", place="p").with_ties("hub", model)


@pytest.mark.parametrize(
    ("model", "said", "lithuanian"),
    [
        (Proximity(same=0.5, elsewhere=0.1), "1 actor without a value (place) counts as elsewhere", "esančiu kitur"),
        (Scaled(Proximity(same=0.5, elsewhere=0.1), 0.5), "counts as elsewhere", "esančiu kitur"),
    ],
    ids=["proximity", "inside of another"],
)
def test_it_is_said_where_there_are_such(model, said, lithuanian):
    with_one, with_none = town("p", "q", None), town("p", "q", "q")
    assert said in hub(model).assumptions("en", with_one)[0]
    assert lithuanian in hub(model).assumptions("lt", with_one)[0]
    assert hub(model).assumptions("en", with_none) == hub(model).assumptions("en")
    outcome = sc.compare(with_one, hub(model), measures=[sc.density], draws=5, rng=1)
    assert said in repr(outcome)


def test_distances_are_told_likewise():
    model = DistanceDecay(DISTANCES, p0=0.5, scale=10)
    assert "2 actors without a value (place) get no tie" in hub(model).assumptions("en", town("p", None, None))[0]
    assert "2 veikėjai be nurodytos reikšmės" in hub(model).assumptions("lt", town("p", None, None))[0]
