import pandas as pd

import socluster as sc
from socluster.development.monitoring.dyads import WaveDyads, count_dyads
from socluster.whatif.comparison.observed_links import tie_changes


def test_a_dyad_that_one_wave_leaves_open_is_counted_apart():
    actors = pd.DataFrame({"actor": list("abc")})
    pair = {"source": ["a"], "target": ["b"]}
    before = sc.Cluster.from_tables(actors, pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"]}))
    after = sc.Cluster.from_tables(
        actors, pd.DataFrame({"source": ["b"], "target": ["c"]}), unknown=pd.DataFrame({**pair, "layer": ["tie"]})
    )
    found = count_dyads(before, after, "tie", tie_changes(before, after))
    assert found == WaveDyads(1, 0, 0, 1, entry=0, exit=0, left_open=1, tied_before=1, tied_after=0)
