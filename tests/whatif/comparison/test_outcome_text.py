import pandas as pd

from socluster.core.cluster import Cluster
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario


def test_a_fall_is_told_with_positive_amounts():
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )
    outcome = compare(cluster, Scenario("cut").without_ties("a", "b"), measures=[density], draws=2, rng=1)
    assert outcome.sentences()[1] == (
        "cut: density falls by 0.167 (0.167 to 0.167), from 0.5 to 0.333; it falls in 100% of the draws."
    )
