"""Small tables and clusters that several tests of the core look at."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError


def frame(columns, *rows):
    return pd.DataFrame(list(rows), columns=columns.split())


ACTORS = frame("actor", ("Šiauliai",), ("Kelmė",), ("Joniškis",))


def problems(actors=ACTORS, ties=None, **more):
    with pytest.raises(InputError) as caught:
        Cluster.from_tables(actors, ties, **more)
    return caught.value.problems


def tie(cluster, source, target, layer):
    ties = cluster.ties.set_index(["source", "target", "layer"])
    return ties.loc[(source, target, layer)]
