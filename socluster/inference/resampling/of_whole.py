"""What resampling asks: measures of the whole cluster, of a cluster between actors, one number each."""

from __future__ import annotations

from typing import Any

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.inference.shared.asked import AskedMeasures
from socluster.measures.shared.answers import Measures, named
from socluster.measures.shared.network import one_mode
from socluster.words import marked

__all__ = ["SAMPLED", "of_whole", "seen"]

SAMPLED = marked(
    "The error takes the actors as a sample of many like them; where all are in the cluster who could be, nobody was "
    "sampled, and it says only how much the number hangs on who they are."
)

LEAST = 4  # actors; with fewer there is nothing to learn from leaving one of them out


def seen(cluster: Any, layer: str | None) -> Cluster:
    """Return the cluster with the layer that is asked about.

    Raises
    ------
    InputError
        If there is no such layer, its ties belong to several waves, or it has fewer than four actors.
    """
    given = one_mode(cluster)
    given.matrix(layer)  # says which layers there are, and whether waves are mixed
    if given.n_actors < LEAST:
        raise InputError(
            "this needs at least {least} actors, and the cluster has {n}", {"least": LEAST, "n": given.n_actors}
        )
    return given if layer is None else given.layer(layer)


def of_whole(measure: Measures, cluster: Cluster) -> tuple[AskedMeasures, Array]:
    """Return the measures, and their values for the cluster.

    Raises
    ------
    InputError
        If one gives a value by actor.
    """
    asked, observed = AskedMeasures.of(named(measure), cluster)
    if not asked.is_of_whole:
        raise InputError(
            "{measures} gives a value by actor; ask for a number of the whole cluster, such as sc.transitivity or "
            "partial(sc.centralization, ...)",
            {"measures": asked.names},
        )
    return asked, observed
