"""The values of measures without each of the actors in turn."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.progress import progress
from socluster.inference.shared.asked import AskedMeasures
from socluster.inference.shared.quiet import quietly

__all__ = ["values_without_each"]


def values_without_each(cluster: Cluster, asked: AskedMeasures) -> pd.DataFrame:
    """Return one row per actor that is left out, a column per measure.

    Parameters
    ----------
    cluster : Cluster
        The observed one.
    asked : AskedMeasures
        Measures of the whole cluster.
    """
    with quietly():
        rows = [
            asked.row(cluster.without_actor(label))
            for label in progress(cluster.labels, cluster.n_actors, "leaving out", "actor")
        ]
    values = np.array(rows).reshape(cluster.n_actors, len(asked.index))
    return pd.DataFrame(values, index=cluster.index, columns=asked.index)
