import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


def test_a_fall_is_told_with_positive_amounts():
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )
    outcome = compare(cluster, Scenario("cut").without_ties("a", "b"), measures=[density], draws=2, rng=1)
    assert outcome.sentences()[1] == (
        "cut: density falls by 0.167 (0.167 to 0.167), from 0.5 to 0.333; it falls in 100% of the draws."
    )


@pytest.mark.parametrize(
    ("cut", "added", "verb"),
    [
        (0, {"a": 0.9, "b": 0.9}, "rises"),
        (1, {"a": 0.4, "b": 0.4, "c": 0.4, "d": 0.4}, "changes"),
        (2, {"a": 0.5}, "falls"),
        (3, {"a": 0.6, "b": 0.6, "c": 0.6, "d": 0.6}, "changes"),
    ],
)
def test_only_an_interval_on_one_side_of_zero_is_a_rise_or_a_fall(cut, added, verb):
    def ties_in(cluster):
        return cluster.n_ties

    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )
    scenario = Scenario("new").with_actor("new").with_ties("new", Stated(added))
    for source, target in ["ab", "bc", "cd"][:cut]:
        scenario = scenario.without_ties(source, target)
    outcome = compare(cluster, scenario, measures=[ties_in], draws=200, rng=1)
    row = outcome.to_frame().iloc[0]
    assert (row["low"] < 0 < row["high"]) == (verb == "changes")
    assert row["delta"] != 0
    assert f"new: ties in {verb} by" in outcome.sentences()[1]
    lithuanian = {"rises": "didėja", "falls": "mažėja", "changes": "keičiasi"}[verb]
    assert f" {lithuanian} " in outcome.sentences("lt")[1].partition(";")[0]
