"""The lines of the profile of a whole cluster: what each is called, what it is, and the call that gives it alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.centralization import centralization
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.census import dyad_census
from socluster.measures.cohesion.closure import reciprocity, transitivity
from socluster.measures.cohesion.degrees import degree_correlation, h_index
from socluster.measures.cohesion.density import components, density
from socluster.measures.cohesion.distance import (
    average_path_length,
    compactness,
    diameter,
    distance_distribution,
    fragmentation,
    wholeness,
)
from socluster.measures.cohesion.distances import wiener_index
from socluster.measures.cohesion.hierarchy import connectedness
from socluster.measures.cohesion.small_world import small_worldness
from socluster.measures.groups.cliques import core_number
from socluster.words import marked

__all__ = ["LINES", "Line"]


@dataclass(frozen=True)
class Line:
    """One line.

    Parameters
    ----------
    name : str
        What people call it (English; the catalogue has the rest).
    definition : str
        What it is, in one sentence.
    call : str
        The code that gives it alone, for a cluster that is called `cluster`.
    value : callable
        The same, as a function.
    """

    name: str
    definition: str
    call: str
    value: Callable[[Cluster], float]


def _arcs(cluster: Cluster) -> pd.Series[float]:
    return degree(cluster, direction="out", normalized=False)


def _ties(cluster: Cluster) -> float:
    return float(_arcs(cluster).sum() / (1 if cluster.is_directed() else 2))


def _found_distances(cluster: Cluster) -> pd.Series[float]:
    """How many pairs are one, two ... steps apart, without those whom no path joins."""
    pairs: pd.Series[float] = distance_distribution(cluster)["pairs"].drop(np.inf)
    return pairs


def _mean_of_pairs(values: pd.Series[float], pairs: pd.Series[float]) -> float:
    return float((values * pairs).sum() / pairs.sum()) if pairs.sum() else float("nan")


def _spread_of_distances(cluster: Cluster) -> float:
    pairs = _found_distances(cluster)
    steps = pairs.index.to_series()
    return float(np.sqrt(_mean_of_pairs((steps - _mean_of_pairs(steps, pairs)) ** 2, pairs)))


def _beyond_density(share: float, cluster: Cluster) -> float:
    by_chance = density(cluster)
    return (share - by_chance) / (1 - by_chance) if by_chance < 1 else float("nan")


def _share_of_dyads(kind: str, cluster: Cluster) -> float:
    counts = dyad_census(cluster)["count"].drop("unknown")
    return float(counts[kind] / counts.sum()) if counts.sum() else float("nan")


_STRONG = 'sc.components(cluster, variant="strong")'
_DISTANCES = 'sc.distance_distribution(cluster)["pairs"].drop(np.inf)'
_DYADS = 'sc.dyad_census(cluster)["count"].drop("unknown").pipe(lambda n: n / n.sum())'

# In the order in which UCINET prints them.
LINES = {
    "actors": Line(
        marked("actors", context="profile"),
        marked("The number of actors.", context="profile"),
        "cluster.n_actors",
        lambda cluster: float(cluster.n_actors),
    ),
    "ties": Line(
        marked("ties", context="profile"),
        marked(
            "The number of ties; an undirected tie counts once, and so does one in several layers.", context="profile"
        ),
        'sc.degree(cluster, direction="out", normalized=False).sum() / (1 if cluster.is_directed() else 2)',
        _ties,
    ),
    "average_degree": Line(
        marked("average degree", context="profile"),
        marked("The mean number of partners to whom an actor's ties run.", context="profile"),
        'sc.degree(cluster, direction="out", normalized=False).mean()',
        lambda cluster: float(_arcs(cluster).mean()),
    ),
    "h_index": Line(
        marked("H-index of incoming ties", context="profile"),
        marked("The largest h such that ties from at least h partners run to h actors.", context="profile"),
        "sc.h_index(cluster)",
        lambda cluster: float(h_index(cluster)),
    ),
    "core_index": Line(
        marked("k-core index", context="profile"),
        marked(
            "The largest k such that some actors all have k partners among themselves; ties in either direction.",
            context="profile",
        ),
        "sc.core_number(cluster).max()",
        lambda cluster: float(core_number(cluster).max()),
    ),
    "degree_centralization": Line(
        marked("degree centralization", context="profile"),
        marked(
            "How far the degrees differ from the largest, as part of what they do in a star; ties in either direction.",
            context="profile",
        ),
        "sc.centralization(cluster)",
        centralization,
    ),
    "out_centralization": Line(
        marked("centralization of outgoing ties", context="profile"),
        marked("The same of outgoing ties, divided by (n - 1)² if ties are directed.", context="profile"),
        'sc.centralization(cluster, partial(sc.degree, direction="out"))',
        lambda cluster: centralization(cluster, partial(degree, direction="out")),
    ),
    "in_centralization": Line(
        marked("centralization of incoming ties", context="profile"),
        marked("The same of incoming ties, divided by (n - 1)² if ties are directed.", context="profile"),
        'sc.centralization(cluster, partial(sc.degree, direction="in"))',
        lambda cluster: centralization(cluster, partial(degree, direction="in")),
    ),
    "in_degree_correlation": Line(
        marked("correlation of ties with differences of in-degree", context="profile"),
        marked("Over all ordered pairs; negative where ties join actors with like degrees.", context="profile"),
        "sc.degree_correlation(cluster)",
        degree_correlation,
    ),
    "out_degree_correlation": Line(
        marked("correlation of ties with differences of out-degree", context="profile"),
        marked("Over all ordered pairs; negative where ties join actors with like degrees.", context="profile"),
        'sc.degree_correlation(cluster, direction="out")',
        partial(degree_correlation, direction="out"),
    ),
    "density": Line(
        marked("density", context="profile"),
        marked("The share of the possible ties that exists; unknown pairs are left out.", context="profile"),
        "sc.density(cluster)",
        density,
    ),
    "components": Line(
        marked("components", context="profile"),
        marked(
            "The number of parts in which everybody reaches everybody, along the direction of the ties.",
            context="profile",
        ),
        f"{_STRONG}.nunique()",
        lambda cluster: float(components(cluster, variant="strong").nunique()),
    ),
    "largest_component": Line(
        marked("actors of the largest component", context="profile"),
        marked("The number of actors in the largest of these parts.", context="profile"),
        f"{_STRONG}.value_counts().max()",
        lambda cluster: float(components(cluster, variant="strong").value_counts().max()),
    ),
    "component_ratio": Line(
        marked("component ratio", context="profile"),
        marked(
            "(c - 1) / (n - 1) with c of these parts: 0 if there is one, 1 if everybody is alone.", context="profile"
        ),
        '1 - sc.wholeness(cluster, variant="strong")',
        lambda cluster: 1 - wholeness(cluster, variant="strong"),
    ),
    "connectedness": Line(
        marked("connectedness", context="profile"),
        marked("The share of ordered pairs with a path from the first to the second.", context="profile"),
        'sc.connectedness(cluster, variant="reach")',
        partial(connectedness, variant="reach"),
    ),
    "fragmentation": Line(
        marked("fragmentation", context="profile"),
        marked("The share of ordered pairs without such a path.", context="profile"),
        "sc.fragmentation(cluster)",
        fragmentation,
    ),
    "transitivity": Line(
        marked("closure (transitivity)", context="profile"),
        marked("The share of two-paths a -> b -> c that have a -> c.", context="profile"),
        "sc.transitivity(cluster)",
        transitivity,
    ),
    "transitivity_index": Line(
        marked("closure index", context="profile"),
        marked("(closure - density) / (1 - density): 0 as by chance, 1 if all is closed.", context="profile"),
        "(sc.transitivity(cluster) - sc.density(cluster)) / (1 - sc.density(cluster))",
        lambda cluster: _beyond_density(transitivity(cluster), cluster),
    ),
    "average_distance": Line(
        marked("average distance", context="profile"),
        marked("The mean number of steps, over the pairs that a path joins.", context="profile"),
        "sc.average_path_length(cluster)",
        average_path_length,
    ),
    "within_three": Line(
        marked("share within three steps", context="profile"),
        marked("The share of all pairs at most three steps apart.", context="profile"),
        'sc.distance_distribution(cluster)["share"].loc[:3].sum(min_count=1)',
        lambda cluster: float(distance_distribution(cluster)["share"].loc[:3].sum(min_count=1)),
    ),
    "distance_deviation": Line(
        marked("standard deviation of distance", context="profile"),
        marked("Of the number of steps, over the pairs that a path joins.", context="profile"),
        f"np.sqrt(np.cov({_DISTANCES}.index, fweights={_DISTANCES}, ddof=0))",
        _spread_of_distances,
    ),
    "diameter": Line(
        marked("diameter", context="profile"),
        marked("The largest number of steps, over the pairs that a path joins.", context="profile"),
        "sc.diameter(cluster)",
        diameter,
    ),
    "wiener_index": Line(
        marked("Wiener index", context="profile"),
        marked(
            "The sum of all steps; pairs are ordered if ties are directed, and count once if not.", context="profile"
        ),
        "sc.wiener_index(cluster)",
        wiener_index,
    ),
    "dependency_sum": Line(
        marked("dependency sum", context="profile"),
        marked("The sum of betweenness: how many actors stand in between, over all shortest paths.", context="profile"),
        "sc.betweenness(cluster, normalized=False).sum()",
        lambda cluster: float(betweenness(cluster, normalized=False).sum()),
    ),
    "breadth": Line(
        marked("breadth", context="profile"),
        marked("1 less compactness.", context="profile"),
        'sc.fragmentation(cluster, variant="distance")',
        partial(fragmentation, variant="distance"),
    ),
    "compactness": Line(
        marked("compactness", context="profile"),
        marked("The mean of 1 / distance over all pairs, 0 without a path.", context="profile"),
        "sc.compactness(cluster)",
        compactness,
    ),
    "small_worldness": Line(
        marked("small-worldness", context="profile"),
        marked(
            "Closure over that of a random network, divided by distance over that of a random network.",
            context="profile",
        ),
        "sc.small_worldness(cluster)",
        small_worldness,
    ),
    "mutual": Line(
        marked("mutual dyads", context="profile"),
        marked("The share of pairs that are tied both ways; unknown pairs are left out.", context="profile"),
        f'{_DYADS}["mutual"]',
        partial(_share_of_dyads, "mutual"),
    ),
    "asymmetric": Line(
        marked("asymmetric dyads", context="profile"),
        marked("The share of pairs that are tied one way.", context="profile"),
        f'{_DYADS}["asymmetric"]',
        partial(_share_of_dyads, "asymmetric"),
    ),
    "null": Line(
        marked("null dyads", context="profile"),
        marked("The share of pairs that are not tied.", context="profile"),
        f'{_DYADS}["null"]',
        partial(_share_of_dyads, "null"),
    ),
    "arc_reciprocity": Line(
        marked("reciprocity of ties", context="profile"),
        marked("The share of ties that are returned.", context="profile"),
        "sc.reciprocity(cluster)",
        reciprocity,
    ),
    "dyad_reciprocity": Line(
        marked("reciprocity of dyads", context="profile"),
        marked("The share of tied pairs that are tied both ways.", context="profile"),
        'sc.reciprocity(cluster, variant="dyadic")',
        partial(reciprocity, variant="dyadic"),
    ),
    "reciprocity_index": Line(
        marked("reciprocity index", context="profile"),
        marked(
            "(reciprocity of ties - density) / (1 - density): 0 as by chance, 1 if all are returned.", context="profile"
        ),
        "(sc.reciprocity(cluster) - sc.density(cluster)) / (1 - sc.density(cluster))",
        lambda cluster: _beyond_density(reciprocity(cluster), cluster),
    ),
}
