"""What removals and attack curves assume of ties that are uncertain, unknown or projected is said once."""

from functools import partial

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.resilience.attack import attack_curve
from socluster.measures.resilience.removal import removal


def test_what_is_assumed_is_said_once(cluster_of):
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "confidence": [0.5, 1.0]})
    actors = pd.DataFrame({"actor": ["a", "b", "c"]})
    uncertain = sc.Cluster.from_tables(actors, ties)
    unknown = sc.Cluster.from_tables(actors, ties[1:], unknown=pd.DataFrame({"source": ["a"], "target": ["b"]}))
    for cluster, warning in ((uncertain, UncertainTiesWarning), (unknown, UnknownTiesWarning)):
        for ask in (removal, partial(attack_curve, order=sc.degree)):
            with pytest.warns(warning) as caught:
                ask(cluster)
            assert len(caught) == 1
    with pytest.warns(ProjectionWarning):
        assert len(removal(sc.load_dataset("davis"))) == 18
