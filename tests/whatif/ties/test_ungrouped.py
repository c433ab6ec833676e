"""What rates by group say of members whom they leave out for want of a group."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.rates import Rates


def town(places):
    actors = pd.DataFrame({"actor": list("abcdefg"), "place": places})
    return Cluster.from_tables(actors, pd.DataFrame({"source": list("abcdef"), "target": list("bcdefg")}))


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (["x", "y", "x", "y", "x", "y", None], "1 member without a value (place) teaches nothing and gets no tie: g"),
        (["x", None, "x", None, "y", None, None], "4 members without a value (place) teach nothing and get no tie: b,"),
    ],
)
def test_who_gets_no_chance_of_a_tie_is_counted_and_named_in_the_assumption(places, told):
    hub = Scenario("hub").with_actor("hub", place="x").with_ties("hub", Rates(by="place", missing="drop"))
    said = "\n".join(compare(town(places), hub, measures=[density], draws=5, rng=1).sentences())
    assert f"(Beta posterior; prior weight: 4 dyads); {told}" in said
    lithuanian = "\n".join(compare(town(places), hub, measures=[density], draws=5, rng=1).sentences("lt"))
    assert "neturi reikšmės" in lithuanian


def test_nothing_is_said_where_everybody_has_a_place_or_those_without_are_a_group():
    whole, gaps = town(list("xyxyxyx")), town(["x", "y", "x", "y", "x", "y", None])
    for cluster, missing in ((whole, "drop"), (gaps, "category")):
        model = Rates(by="place", missing=missing)
        assert model.grounded(cluster, {"place": "x"}) is model
