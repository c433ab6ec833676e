"""The network and the groups of a measure by group fit each other."""

import pandas as pd
import pytest

from socluster import Cluster
from socluster.core.errors import ProjectionWarning, SingleEventWarning
from socluster.measures.shared.partition import grouped


def test_who_is_left_out_is_out_of_both():
    actors = pd.DataFrame({"actor": ["A", "B", "C"], "sector": ["public", None, "civic"]})
    cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]}))
    net, groups = grouped(cluster, None, "sector", "drop")
    assert net.cluster.labels == ("A", "C")
    assert groups.to_dict() == {"A": "public", "C": "civic"}
    assert net.ties.nnz == 0


def test_two_modes_are_projected_first():
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"], "sector": ["x", "x"]}),
        groups=pd.DataFrame({"group": ["g"]}),
        affiliations=pd.DataFrame({"actor": ["A", "B"], "group": ["g", "g"]}),
    )
    with pytest.warns(ProjectionWarning), pytest.warns(SingleEventWarning):
        net, _ = grouped(cluster, None, "sector", "refuse")
    assert net.ties.nnz == 2
